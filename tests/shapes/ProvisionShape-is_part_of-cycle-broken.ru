# Two provisions are part of each other.
#
# result: ProvisionShape-is_part_of-cycle SPARQL <article/1> - <article/1>
# result: ProvisionShape-is_part_of-cycle SPARQL <part/i> - <part/i>

BASE <https://lake.example.org/>
PREFIX eli: <http://data.europa.eu/eli/ontology#>

DELETE DATA {
    <part/i> eli:is_part_of <convention/1> .
} ;
INSERT DATA {
    <part/i> eli:is_part_of <article/1> .
}
