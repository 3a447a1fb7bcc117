# A quotation is said to stand in a passage that ends before it.
#
# result: QuotationShape-quotedInPassage-overlap SPARQL <quotation/1> - <passage/lead-s1>

BASE <https://lake.example.org/>
PREFIX cdce: <https://w3id.org/cdce/ontology#>

INSERT DATA {
    <quotation/1> cdce:quotedInPassage <passage/lead-s1> .
}
