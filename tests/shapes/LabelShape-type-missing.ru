# What has a label has no type.
#
# result: DatasetShape-described SPARQL <dataset> - <place/lakeby>
# result: EventShape-location Class <event/session-1> schema:location <place/lakeby>
# result: LabelShape-type MinCount <place/lakeby> rdf:type -

BASE <https://lake.example.org/>
PREFIX schema: <https://schema.org/>

DELETE DATA {
    <place/lakeby> a schema:Place .
}
