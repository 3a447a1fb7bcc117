# No statement says that an observance is a holiday.
#
# result: KindShape-statement SPARQL <observance/lake-day> - <https://vocabulary.example.net/Holiday>

BASE <https://lake.example.org/>

INSERT DATA {
    <observance/lake-day> a <https://vocabulary.example.net/Holiday> .
}
