# The words of a statement have no selector that quotes the characters.
#
# result: WordsShape-hasSelector HasValue <statement/lead-s1-03#words> - -

BASE <https://lake.example.org/>
PREFIX oa: <http://www.w3.org/ns/oa#>

DELETE DATA {
    <statement/lead-s1-03#words> oa:hasSelector <statement/lead-s1-03#words-quote> .
}
