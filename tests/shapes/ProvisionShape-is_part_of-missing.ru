# A provision is part of nothing.
#
# result: ProvisionShape-is_part_of MinCount <part/i> - -

BASE <https://lake.example.org/>
PREFIX eli: <http://data.europa.eu/eli/ontology#>

DELETE DATA {
    <part/i> eli:is_part_of <convention/1> .
}
