# A dataset lacks its base.
#
# result: DatasetShape-uriSpace MinCount <dataset> void:uriSpace -
# result: InstrumentShape-hasParty-participation SPARQL <convention/1> - <party/AAA>
# result: InstrumentShape-hasParty-participation SPARQL <convention/1> - <party/XU>

BASE <https://lake.example.org/>
PREFIX void: <http://rdfs.org/ns/void#>

DELETE DATA {
    <dataset> void:uriSpace "https://lake.example.org/" .
}
