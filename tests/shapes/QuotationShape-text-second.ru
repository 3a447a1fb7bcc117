# A quotation has a second text.
#
# result: QuotationShape-text MaxCount <quotation/1> schema:text -

BASE <https://lake.example.org/>
PREFIX schema: <https://schema.org/>

INSERT DATA {
    <quotation/1> schema:text "keeps lakes clear again"@en .
}
