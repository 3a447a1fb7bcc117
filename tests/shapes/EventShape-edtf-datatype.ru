# The date in EDTF of an event has another datatype.
#
# result: EventShape-edtf Datatype <event/adoption> cdce:edtf "2001-05-01"

BASE <https://lake.example.org/>
PREFIX cdce: <https://w3id.org/cdce/ontology#>
PREFIX edtf: <http://id.loc.gov/datatypes/edtf/>

DELETE DATA {
    <event/adoption> cdce:edtf "2001-05-01"^^edtf:EDTF .
} ;
INSERT DATA {
    <event/adoption> cdce:edtf "2001-05-01" .
}
