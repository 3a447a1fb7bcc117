# A link has no note.
#
# result: ModalityShape-evidence SPARQL modality:link - <statement/link-clarity>

BASE <https://lake.example.org/>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>

DELETE DATA {
    <statement/link-clarity> skos:note "by the pattern of addresses"@en .
}
