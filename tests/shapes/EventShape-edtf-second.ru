# An event has a second date in EDTF.
#
# result: EventShape-edtf MaxCount <event/adoption> cdce:edtf -

BASE <https://lake.example.org/>
PREFIX cdce: <https://w3id.org/cdce/ontology#>
PREFIX edtf: <http://id.loc.gov/datatypes/edtf/>

INSERT DATA {
    <event/adoption> cdce:edtf "2001-05"^^edtf:EDTF .
}
