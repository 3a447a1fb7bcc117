# A quotation has no selector that quotes the characters.
#
# result: QuotationShape-hasSelector HasValue <quotation/1> - -

BASE <https://lake.example.org/>
PREFIX oa: <http://www.w3.org/ns/oa#>

DELETE DATA {
    <quotation/1> oa:hasSelector <quotation/1#quote> .
}
