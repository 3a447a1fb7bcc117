# The note of a participation has another datatype.
#
# result: ParticipationShape-note Datatype <participation/AAA> skos:note "the first instrument"

BASE <https://lake.example.org/>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>

DELETE DATA {
    <participation/AAA> skos:note "the first instrument"@en .
} ;
INSERT DATA {
    <participation/AAA> skos:note "the first instrument" .
}
