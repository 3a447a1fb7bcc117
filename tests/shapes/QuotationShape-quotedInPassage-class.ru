# The passage of a quotation is of another class.
#
# result: QuotationShape-quotedInPassage Class <quotation/1> cdce:quotedInPassage <place/lakeby>

BASE <https://lake.example.org/>
PREFIX cdce: <https://w3id.org/cdce/ontology#>

DELETE DATA {
    <quotation/1> cdce:quotedInPassage <passage/views-s1> .
} ;
INSERT DATA {
    <quotation/1> cdce:quotedInPassage <place/lakeby> .
}
