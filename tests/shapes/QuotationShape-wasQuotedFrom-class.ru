# The source of a quotation is of another class.
#
# result: QuotationShape-wasQuotedFrom Class <quotation/1> prov:wasQuotedFrom <place/lakeby>

BASE <https://lake.example.org/>
PREFIX prov: <http://www.w3.org/ns/prov#>

DELETE DATA {
    <quotation/1> prov:wasQuotedFrom <document/gazette> .
} ;
INSERT DATA {
    <quotation/1> prov:wasQuotedFrom <place/lakeby> .
}
