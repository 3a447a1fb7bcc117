# The text of an objective is not that of its passage.
#
# result: ObjectiveShape-text-passage SPARQL <objective/1> - "To keep lakes clear."@en

BASE <https://lake.example.org/>
PREFIX schema: <https://schema.org/>

DELETE DATA {
    <objective/1> schema:text "To keep every lake clear."@en .
} ;
INSERT DATA {
    <objective/1> schema:text "To keep lakes clear."@en .
}
