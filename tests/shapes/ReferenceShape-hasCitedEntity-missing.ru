# A footnote lacks its cited thing.
#
# result: ReferenceShape-hasCitedEntity MinCount <reference/1> cito:hasCitedEntity -

BASE <https://lake.example.org/>
PREFIX cito: <http://purl.org/spar/cito/>

DELETE DATA {
    <reference/1> cito:hasCitedEntity <document/gazette> .
}
