# A footnote has a second cited thing.
#
# result: ReferenceShape-hasCitedEntity MaxCount <reference/1> cito:hasCitedEntity -

BASE <https://lake.example.org/>
PREFIX cito: <http://purl.org/spar/cito/>

INSERT DATA {
    <reference/1> cito:hasCitedEntity <convention/1> .
}
