# The number of a provision has another datatype.
#
# result: ProvisionShape-number Datatype <article/1> eli:number "1"@en

BASE <https://lake.example.org/>
PREFIX eli: <http://data.europa.eu/eli/ontology#>

DELETE DATA {
    <article/1> eli:number "1" .
} ;
INSERT DATA {
    <article/1> eli:number "1"@en .
}
