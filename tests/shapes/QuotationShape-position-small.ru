# The position of a quotation is one less than the least.
#
# result: QuotationShape-position MinInclusive <quotation/1> schema:position "0"^^xsd:integer

BASE <https://lake.example.org/>
PREFIX schema: <https://schema.org/>

DELETE DATA {
    <quotation/1> schema:position 1 .
} ;
INSERT DATA {
    <quotation/1> schema:position 0 .
}
