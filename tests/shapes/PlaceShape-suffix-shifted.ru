# The suffix of words is not what stands after them.
#
# result: PlaceShape-suffix SPARQL <statement/lead-s1-03#words> - "is a [["

BASE <https://lake.example.org/>
PREFIX oa: <http://www.w3.org/ns/oa#>

DELETE DATA {
    <statement/lead-s1-03#words-quote> oa:suffix " is a [[" .
} ;
INSERT DATA {
    <statement/lead-s1-03#words-quote> oa:suffix "is a [[" .
}
