# A quotation has a second fidelity.
#
# result: QuotationShape-fidelity MaxCount <quotation/1> cdce:fidelity -

BASE <https://lake.example.org/>
PREFIX cdce: <https://w3id.org/cdce/ontology#>
PREFIX fidelity: <https://w3id.org/cdce/fidelity/>

INSERT DATA {
    <quotation/1> cdce:fidelity fidelity:altered .
}
