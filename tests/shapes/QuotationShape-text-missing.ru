# A quotation lacks its text.
#
# result: QuotationShape-text MinCount <quotation/1> schema:text -

BASE <https://lake.example.org/>
PREFIX schema: <https://schema.org/>

DELETE DATA {
    <quotation/1> schema:text "keeps lakes clear"@en .
}
