# An objective has a second text.
#
# result: ObjectiveShape-text MaxCount <objective/1> schema:text -
# result: ObjectiveShape-text-passage SPARQL <objective/1> - "To keep every lake clear. again"@en

BASE <https://lake.example.org/>
PREFIX schema: <https://schema.org/>

INSERT DATA {
    <objective/1> schema:text "To keep every lake clear. again"@en .
}
