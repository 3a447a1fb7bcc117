# A quotation lacks its fidelity.
#
# result: QuotationShape-fidelity MinCount <quotation/1> cdce:fidelity -

BASE <https://lake.example.org/>
PREFIX cdce: <https://w3id.org/cdce/ontology#>
PREFIX fidelity: <https://w3id.org/cdce/fidelity/>

DELETE DATA {
    <quotation/1> cdce:fidelity fidelity:verbatim .
}
