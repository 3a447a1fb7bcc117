# The footnote of a quotation is of another class.
#
# result: QuotationShape-references Class <quotation/1> dcterms:references <place/lakeby>

BASE <https://lake.example.org/>
PREFIX dcterms: <http://purl.org/dc/terms/>

DELETE DATA {
    <quotation/1> dcterms:references <reference/1> .
} ;
INSERT DATA {
    <quotation/1> dcterms:references <place/lakeby> .
}
