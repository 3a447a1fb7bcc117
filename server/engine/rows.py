"""Count the rows in a serialized table without reading its terms."""

from __future__ import annotations

JSON = "application/sparql-results+json"
XML = "application/sparql-results+xml"
CSV = "text/csv"
TSV = "text/tab-separated-values"

# Each stands at least once between two rows; in JSON and CSV a string may hold it too.
MARKERS = {JSON: b"},{", XML: b"<result>", CSV: b"\n", TSV: b"\n"}


def find_marker(media_type: str) -> bytes:
    """Return the bytes that separate rows in a format; none for what has no rows."""
    return MARKERS.get(media_type, b"")


def count_at_most(body: bytes | bytearray, media_type: str, limit: int) -> bool:
    """Tell whether a table, whole or only its beginning, has at most so many rows."""
    marker = find_marker(media_type)
    if not marker or body.count(marker) < limit:
        return True
    if media_type == XML:
        return body.count(marker) <= limit
    if media_type == TSV:
        return body.count(marker) - 1 <= limit
    if media_type == CSV:
        return _leave_out_strings(body).count(marker) - 1 <= limit
    plain = body.replace(b"\\\\", b"").replace(b'\\"', b"")
    return _leave_out_strings(plain).count(marker) + 1 <= limit


def _leave_out_strings(body: bytes | bytearray) -> bytes:
    """Return what stands outside double quotes; a doubled quote inside changes nothing."""
    return b"".join(body.split(b'"')[::2])
