"""Hold a request and a reply as values, so that only app.py knows Flask."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Protocol
from urllib.parse import parse_qsl, quote

MAX_FIELDS = 1000

SAFE = ("GET", "HEAD")
# For what is the same as long as the release is.
FRESH = ("Cache-Control", "public, max-age=300, must-revalidate")
# Of every answer, also of those that no application gives.
COMMON_HEADERS = [
    ("Access-Control-Allow-Origin", "*"),
    (
        "Access-Control-Expose-Headers",
        (
            "Accept-Query, Accept-Ranges, Content-Location, Content-Range, ETag, Link, Location, "
            "Repr-Digest, Retry-After"
        ),
    ),
    ("X-Content-Type-Options", "nosniff"),
    ("Referrer-Policy", "strict-origin-when-cross-origin"),
    (
        "Content-Security-Policy",
        (
            "default-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; "
            "object-src 'none'"
        ),
    ),
]


class EncodingError(ValueError):
    """Text of a request is not UTF-8, or holds too many parameters."""


@dataclass(frozen=True)
class Request:
    """Hold one request; names of headers are in lower case, ``query`` is the raw query string."""

    method: str
    path: str
    query: str = ""
    headers: Mapping[str, str] = field(default_factory=dict)
    body: bytes = b""

    @property
    def accept(self) -> str:
        """Return the header Accept, empty where there is none."""
        return self.headers.get("accept", "")

    def read_parameters(self) -> list[tuple[str, str]]:
        """Return the parameters of the address, in their order."""
        return read_form(self.query.encode("latin-1", "replace"))


def read_form(raw: bytes) -> list[tuple[str, str]]:
    """Return the parameters of a query string or form, in their order.

    Raises:
        EncodingError: the text is not UTF-8, or has more than a thousand parameters.
    """
    try:
        text = raw.decode("utf-8")
        return parse_qsl(text, keep_blank_values=True, errors="strict", max_num_fields=MAX_FIELDS)
    except UnicodeDecodeError as error:
        raise EncodingError("Parameters must be UTF-8; these are not.") from error
    except ValueError as error:
        raise EncodingError(f"At most {MAX_FIELDS} parameters are taken.") from error


class Readable(Protocol):
    """Be read at any place by any thread."""

    def read(self, size: int, place: int) -> bytes:
        """Return at most ``size`` bytes from a place on."""


@dataclass(frozen=True)
class Part:
    """Hold a part of a file: ``length`` bytes from ``start``."""

    file: Readable
    start: int
    length: int


@dataclass(frozen=True)
class Reply:
    """Hold one reply; the body is bytes or a part of a file.

    ``tag`` is the strong ETag without quotation marks; where it is given, conditional requests
    are answered with 304. ``pack`` gives the same body in gzip.
    """

    status: int
    body: bytes | Part = b""
    content_type: str = ""
    headers: tuple[tuple[str, str], ...] = ()
    tag: str = ""
    pack: Callable[[], bytes] | None = None

    def add(self, headers: Iterable[tuple[str, str]]) -> Reply:
        """Return the reply with more headers."""
        more = (*self.headers, *headers)
        return Reply(self.status, self.body, self.content_type, more, self.tag, self.pack)


def quote_path(path: str) -> str:
    """Return a path, as WSGI has it, as it stands in an address."""
    return quote(path.encode("latin-1"), safe="/:@!$&'()*+,;=~")


def redirect(address: str, status: int, headers: Iterable[tuple[str, str]]) -> Reply:
    """Return a redirect to an address."""
    return Reply(
        status,
        f"{address}\n".encode(),
        "text/plain; charset=utf-8",
        (("Location", address), *headers),
    )
