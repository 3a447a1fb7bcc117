# The words of a statement are quoted without their first letter.
#
# result: PlaceShape-exact SPARQL <statement/lead-s1-03#words> - "ake Convention"

BASE <https://lake.example.org/>
PREFIX oa: <http://www.w3.org/ns/oa#>

DELETE DATA {
    <statement/lead-s1-03#words-quote> oa:exact "Lake Convention" .
} ;
INSERT DATA {
    <statement/lead-s1-03#words-quote> oa:exact "ake Convention" .
}
