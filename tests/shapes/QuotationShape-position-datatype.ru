# The position of a quotation has another datatype.
#
# result: QuotationShape-position Datatype <quotation/1> schema:position "1"^^xsd:int

BASE <https://lake.example.org/>
PREFIX schema: <https://schema.org/>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>

DELETE DATA {
    <quotation/1> schema:position 1 .
} ;
INSERT DATA {
    <quotation/1> schema:position "1"^^xsd:int .
}
