# The prefix of words is longer than what stands before them.
#
# result: PlaceShape-prefix SPARQL <statement/lead-s1-03#words> - " The "

BASE <https://lake.example.org/>
PREFIX oa: <http://www.w3.org/ns/oa#>

DELETE DATA {
    <statement/lead-s1-03#words-quote> oa:prefix "The " .
} ;
INSERT DATA {
    <statement/lead-s1-03#words-quote> oa:prefix " The " .
}
