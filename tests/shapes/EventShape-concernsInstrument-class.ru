# The instrument of an event is of another class.
#
# result: EventShape-concernsInstrument Class <event/adoption> cdce:concernsInstrument <place/lakeby>

BASE <https://lake.example.org/>
PREFIX cdce: <https://w3id.org/cdce/ontology#>
PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>

DELETE DATA {
    <event/adoption> cdce:concernsInstrument <convention/1> .
    <statement/adoption-instrument> rdf:object <convention/1> .
} ;
INSERT DATA {
    <event/adoption> cdce:concernsInstrument <place/lakeby> .
    <statement/adoption-instrument> rdf:object <place/lakeby> .
}
