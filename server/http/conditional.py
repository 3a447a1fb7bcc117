"""Finish a reply: 304 where the client has it already, gzip where it takes it, a part if it asks.

Source: https://www.rfc-editor.org/rfc/rfc9110#section-13 and #section-14
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from functools import lru_cache

from server.http.cache import pack
from server.http.errors import ProblemError
from server.http.messages import Part, Reply, Request

SMALLEST_PACKED = 500
# Larger bodies that are not kept go out as they are: packing them would hold up others.
LARGEST_PACKED = 8 * 1024 * 1024
CONDITIONAL = ("GET", "HEAD", "QUERY")
KEPT_HEADERS = frozenset(
    {"cache-control", "content-location", "vary", "link", "last-modified", "expires"}
)

_TAG = re.compile(r'\s*(W/)?"([^"]*)"\s*(?:,|$)')
_RANGE = re.compile(r"bytes\s*=\s*(\d{0,18})\s*-\s*(\d{0,18})\s*", re.IGNORECASE)


def finish(request: Request, reply: Reply) -> Reply:
    """Return the reply as it goes out: with ETag and Vary, packed, as a 304, or the part asked for.

    Raises:
        ProblemError: the client wants another representation, or a part beyond the end.
    """
    packs = (
        isinstance(reply.body, bytes)
        and len(reply.body) >= SMALLEST_PACKED
        and (reply.pack is not None or len(reply.body) <= LARGEST_PACKED)
    )
    is_packed = packs and takes_gzip(request.headers.get("accept-encoding", ""))
    if packs:
        reply = replace(reply, headers=_vary(reply.headers))
    tag = reply.tag + ("-gz" if is_packed else "")
    if request.method in CONDITIONAL and reply.status == 200:
        _refuse_unwanted(request, reply, tag)
    if reply.tag:
        reply = reply.add([("ETag", f'"{tag}"')])
        if request.method in CONDITIONAL and reply.status == 200 and _is_known(request, reply, tag):
            kept = [h for h in reply.headers if h[0].lower() in KEPT_HEADERS or h[0] == "ETag"]
            return Reply(304, headers=tuple(kept))
    if is_packed and isinstance(reply.body, bytes):
        body = reply.pack() if reply.pack else pack(reply.body)
        reply = replace(reply, body=body).add([("Content-Encoding", "gzip")])
    if isinstance(reply.body, Part) and request.method == "GET":
        return _cut(request, reply, reply.body)
    return reply


def _refuse_unwanted(request: Request, reply: Reply, tag: str) -> None:
    """Refuse a client that wants another representation than there is now.

    Raises:
        ProblemError: with status 412.

    Source: https://www.rfc-editor.org/rfc/rfc9110#section-13.2.2
    """
    wanted = request.headers.get("if-match")
    if wanted is not None:
        strong = [match[2] for match in _TAG.finditer(wanted) if not match[1]]
        is_there = wanted.strip() == "*" or (reply.tag != "" and tag in strong)
    else:
        is_there = not _is_later(reply, request.headers.get("if-unmodified-since"))
    if not is_there:
        raise ProblemError(412, "What is here now is not what the request wants.")


def _is_later(reply: Reply, date: str | None) -> bool | None:
    """Tell whether a reply was last changed after a date; None where either is not known."""
    modified = _read_date(dict(reply.headers).get("Last-Modified", ""))
    known = _read_date(date or "")
    return modified > known if modified and known else None


def _read_date(text: str) -> datetime | None:
    """Return a date in any of the forms of HTTP, or None where it cannot be read."""
    try:
        found = parsedate_to_datetime(text)
    except (ValueError, OverflowError):
        return None
    return found if found.tzinfo else found.replace(tzinfo=UTC)


def _vary(headers: tuple[tuple[str, str], ...]) -> tuple[tuple[str, str], ...]:
    present = [value for name, value in headers if name == "Vary"]
    others = tuple(header for header in headers if header[0] != "Vary")
    return (*others, ("Vary", ", ".join([*present, "Accept-Encoding"])))


def _is_known(request: Request, reply: Reply, tag: str) -> bool:
    """Return whether the client holds the representation; If-None-Match wins over dates."""
    known = request.headers.get("if-none-match")
    if known is not None:
        return known.strip() == "*" or tag in [match[2] for match in _TAG.finditer(known)]
    return _is_later(reply, request.headers.get("if-modified-since")) is False


def _cut(request: Request, reply: Reply, whole: Part) -> Reply:
    """Return the part of a file that a client asks for, or the whole where it asks for none.

    Several ranges in one request are answered with the whole, as the specification allows.

    Raises:
        ProblemError: the part lies outside the file.
    """
    match = _RANGE.fullmatch(request.headers.get("range", ""))
    if not match or not (match[1] or match[2]):
        return reply
    condition = request.headers.get("if-range")
    modified = dict(reply.headers).get("Last-Modified")
    if condition is not None and condition.strip() not in {f'"{reply.tag}"', modified}:
        return reply
    size = whole.length
    if match[1]:
        start, end = int(match[1]), min(int(match[2] or size), size - 1)
        if match[2] and int(match[2]) < start:
            return reply
    else:
        start, end = max(0, size - int(match[2])), size - 1
    if start > end or start >= size:
        raise ProblemError(
            416,
            f"The file has {size} bytes.",
            headers=[("Content-Range", f"bytes */{size}"), ("Accept-Ranges", "bytes")],
        )
    part = Part(whole.file, whole.start + start, end - start + 1)
    place = ("Content-Range", f"bytes {start}-{end}/{size}")
    return replace(reply, status=206, body=part).add([place])


@lru_cache(maxsize=256)
def _takes_gzip(header: str) -> bool:
    qualities = {}
    for part in header.lower().split(","):
        name, _, rest = part.partition(";")
        match = re.search(r"q\s*=\s*([^\s;]*)", rest)
        try:
            qualities[name.strip()] = float(match[1]) if match else 1.0
        except ValueError:
            continue
    quality = qualities.get("gzip", qualities.get("x-gzip", qualities.get("*", 0.0)))
    return quality > 0 and quality >= qualities.get("identity", 0.0)


def takes_gzip(header: str) -> bool:
    """Return whether a client takes gzip and likes it as well as no packing, by Accept-Encoding."""
    return _takes_gzip(header[:200])
