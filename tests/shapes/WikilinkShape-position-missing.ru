# A wikilink lacks its position.
#
# result: WikilinkShape-position MinCount <wikilink/1> schema:position -

BASE <https://lake.example.org/>
PREFIX schema: <https://schema.org/>

DELETE DATA {
    <wikilink/1> schema:position 1 .
}
