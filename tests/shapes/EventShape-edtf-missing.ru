# An event lacks its date in EDTF.
#
# result: EventShape-edtf MinCount <event/adoption> cdce:edtf -

BASE <https://lake.example.org/>
PREFIX cdce: <https://w3id.org/cdce/ontology#>
PREFIX edtf: <http://id.loc.gov/datatypes/edtf/>

DELETE DATA {
    <event/adoption> cdce:edtf "2001-05-01"^^edtf:EDTF .
}
