# A wikilink has a second position.
#
# result: WikilinkShape-position MaxCount <wikilink/1> schema:position -

BASE <https://lake.example.org/>
PREFIX schema: <https://schema.org/>

INSERT DATA {
    <wikilink/1> schema:position 2 .
}
