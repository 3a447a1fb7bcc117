# A quotation lacks its position.
#
# result: QuotationShape-position MinCount <quotation/1> schema:position -

BASE <https://lake.example.org/>
PREFIX schema: <https://schema.org/>

DELETE DATA {
    <quotation/1> schema:position 1 .
}
