# A provision is part of a concept.
#
# result: ProvisionShape-is_part_of Or <part/i> - <concept/lake>

BASE <https://lake.example.org/>
PREFIX eli: <http://data.europa.eu/eli/ontology#>

DELETE DATA {
    <part/i> eli:is_part_of <convention/1> .
} ;
INSERT DATA {
    <part/i> eli:is_part_of <concept/lake> .
}
