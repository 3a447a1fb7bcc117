# A provision has a second number.
#
# result: ProvisionShape-number MaxCount <article/1> eli:number -

BASE <https://lake.example.org/>
PREFIX eli: <http://data.europa.eu/eli/ontology#>

INSERT DATA {
    <article/1> eli:number "1again" .
}
