# A footnote lacks its citing document.
#
# result: ReferenceShape-hasCitingEntity MinCount <reference/1> cito:hasCitingEntity -

BASE <https://lake.example.org/>
PREFIX cito: <http://purl.org/spar/cito/>

DELETE DATA {
    <reference/1> cito:hasCitingEntity <source/page> .
}
