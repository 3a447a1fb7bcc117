# A concept organises an event.
#
# result: AgentShape Or <concept/lake> - <concept/lake>

BASE <https://lake.example.org/>
PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
PREFIX schema: <https://schema.org/>

DELETE DATA {
    <event/session-1> schema:organizer <organization/assembly> .
    <statement/session-organizer> rdf:object <organization/assembly> .
} ;
INSERT DATA {
    <event/session-1> schema:organizer <concept/lake> .
    <statement/session-organizer> rdf:object <concept/lake> .
}
