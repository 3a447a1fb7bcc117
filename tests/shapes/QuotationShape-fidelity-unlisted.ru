# The fidelity of a quotation is not in its list.
#
# result: QuotationShape-fidelity In <quotation/1> cdce:fidelity <concept/clarity>

BASE <https://lake.example.org/>
PREFIX cdce: <https://w3id.org/cdce/ontology#>
PREFIX fidelity: <https://w3id.org/cdce/fidelity/>

DELETE DATA {
    <quotation/1> cdce:fidelity fidelity:verbatim .
} ;
INSERT DATA {
    <quotation/1> cdce:fidelity <concept/clarity> .
}
