# The text of a quotation is empty.
#
# result: QuotationShape-text MinLength <quotation/1> schema:text ""@en

BASE <https://lake.example.org/>
PREFIX schema: <https://schema.org/>

DELETE DATA {
    <quotation/1> schema:text "keeps lakes clear"@en .
} ;
INSERT DATA {
    <quotation/1> schema:text ""@en .
}
