# An objective lacks its speaker.
#
# result: ObjectiveShape-wasAttributedTo MinCount <objective/1> prov:wasAttributedTo -

BASE <https://lake.example.org/>
PREFIX prov: <http://www.w3.org/ns/prov#>

DELETE DATA {
    <objective/1> prov:wasAttributedTo <agent/authors> .
}
