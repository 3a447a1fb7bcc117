# A statement carries another object than the triple.
#
# result: EvidenceShape-statement SPARQL schema:organizer - <event/session-1>

BASE <https://lake.example.org/>
PREFIX schema: <https://schema.org/>

INSERT DATA {
    <event/session-1> schema:organizer <organization/league> .
}
