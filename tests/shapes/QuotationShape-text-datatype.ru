# The text of a quotation has another datatype.
#
# result: QuotationShape-text Datatype <quotation/1> schema:text "keeps lakes clear"

BASE <https://lake.example.org/>
PREFIX schema: <https://schema.org/>

DELETE DATA {
    <quotation/1> schema:text "keeps lakes clear"@en .
} ;
INSERT DATA {
    <quotation/1> schema:text "keeps lakes clear" .
}
