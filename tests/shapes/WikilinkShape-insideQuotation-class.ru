# The quotation of a wikilink is of another class.
#
# result: WikilinkShape-insideQuotation Class <wikilink/1> cdce:insideQuotation <place/lakeby>

BASE <https://lake.example.org/>
PREFIX cdce: <https://w3id.org/cdce/ontology#>

DELETE DATA {
    <wikilink/1> cdce:insideQuotation <quotation/1> .
} ;
INSERT DATA {
    <wikilink/1> cdce:insideQuotation <place/lakeby> .
}
