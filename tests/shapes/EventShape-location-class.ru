# The place of an event is of another class.
#
# result: EventShape-location Class <event/session-1> schema:location <concept/lake>

BASE <https://lake.example.org/>
PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
PREFIX schema: <https://schema.org/>

DELETE DATA {
    <event/session-1> schema:location <place/lakeby> .
    <statement/session-place> rdf:object <place/lakeby> .
} ;
INSERT DATA {
    <event/session-1> schema:location <concept/lake> .
    <statement/session-place> rdf:object <concept/lake> .
}
