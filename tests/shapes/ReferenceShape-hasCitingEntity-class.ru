# The citing document of a footnote is not one that is read.
#
# result: ReferenceShape-hasCitingEntity Class <reference/1> cito:hasCitingEntity <document/gazette>

BASE <https://lake.example.org/>
PREFIX cito: <http://purl.org/spar/cito/>

DELETE DATA {
    <reference/1> cito:hasCitingEntity <source/page> .
} ;
INSERT DATA {
    <reference/1> cito:hasCitingEntity <document/gazette> .
}
