# A named graph lacks its attribution.
#
# result: GraphShape-rights MinCount <graph/article> dcterms:rights -

BASE <https://lake.example.org/>
PREFIX dcterms: <http://purl.org/dc/terms/>

DELETE DATA {
    <graph/article> dcterms:rights "Authors of the lake page"@en .
}
