# A named graph has a second attribution.
#
# result: GraphShape-rights MaxCount <graph/article> dcterms:rights -

BASE <https://lake.example.org/>
PREFIX dcterms: <http://purl.org/dc/terms/>

INSERT DATA {
    <graph/article> dcterms:rights "Authors of the lake page again"@en .
}
