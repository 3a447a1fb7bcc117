# A quotation lacks its speaker.
#
# result: QuotationShape-wasAttributedTo MinCount <quotation/1> prov:wasAttributedTo -

BASE <https://lake.example.org/>
PREFIX prov: <http://www.w3.org/ns/prov#>

DELETE DATA {
    <quotation/1> prov:wasAttributedTo <organization/league> .
}
