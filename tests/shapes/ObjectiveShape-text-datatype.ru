# The text of an objective has another datatype.
#
# result: ObjectiveShape-text Datatype <objective/1> schema:text "To keep every lake clear."
# result: ObjectiveShape-text-passage SPARQL <objective/1> - "To keep every lake clear."

BASE <https://lake.example.org/>
PREFIX schema: <https://schema.org/>

DELETE DATA {
    <objective/1> schema:text "To keep every lake clear."@en .
} ;
INSERT DATA {
    <objective/1> schema:text "To keep every lake clear." .
}
