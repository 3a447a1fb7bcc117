# A quotation lacks its passage.
#
# result: QuotationShape-quotedInPassage MinCount <quotation/1> cdce:quotedInPassage -

BASE <https://lake.example.org/>
PREFIX cdce: <https://w3id.org/cdce/ontology#>

DELETE DATA {
    <quotation/1> cdce:quotedInPassage <passage/views-s1> .
}
