# A quotation has a second position.
#
# result: QuotationShape-position MaxCount <quotation/1> schema:position -

BASE <https://lake.example.org/>
PREFIX schema: <https://schema.org/>

INSERT DATA {
    <quotation/1> schema:position 2 .
}
