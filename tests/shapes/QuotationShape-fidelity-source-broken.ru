# A quotation is verbatim, and no document is named.
#
# result: QuotationShape-fidelity-source SPARQL <quotation/1> - fidelity:verbatim

BASE <https://lake.example.org/>
PREFIX prov: <http://www.w3.org/ns/prov#>

DELETE DATA {
    <quotation/1> prov:wasQuotedFrom <document/gazette> .
}
