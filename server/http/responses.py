"""Turn what a WSGI server hands over into a request, and a reply into what it sends."""

from __future__ import annotations

import string
from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import quote

from werkzeug.wrappers import Response

from server.http.files import PartReader
from server.http.messages import Part, Reply, Request

BARE = {"content-type": "CONTENT_TYPE", "content-length": "CONTENT_LENGTH"}
CHUNK_BYTES = 64 * 1024

Environ = dict[str, Any]


class Headers(Mapping[str, str]):
    """Read the headers of a request by their name in lower case."""

    def __init__(self, environ: Environ) -> None:
        self._environ = environ

    def __getitem__(self, name: str) -> str:
        value: str = self._environ[BARE.get(name) or "HTTP_" + name.upper().replace("-", "_")]
        return value

    def __iter__(self) -> Iterator[str]:
        for name in self._environ:
            if name.startswith("HTTP_"):
                yield name[5:].lower().replace("_", "-")
        yield from (name for name, key in BARE.items() if key in self._environ)

    def __len__(self) -> int:
        return sum(1 for _ in self)


def read_request(environ: Environ, body: bytes = b"") -> Request:
    """Return a request as a value."""
    return Request(
        method=environ["REQUEST_METHOD"],
        path=environ.get("PATH_INFO", "").encode("latin-1").decode("utf-8", "replace"),
        query=environ.get("QUERY_STRING", ""),
        headers=Headers(environ),
        body=body,
    )


def write_ascii(value: str) -> str:
    """Return the value of a header in ASCII: what is beyond it stands in IRIs alone.

    Source: https://www.rfc-editor.org/rfc/rfc3987#section-3.1
    """
    return value if value.isascii() else quote(value, safe=string.printable)


def make_response(reply: Reply, environ: Environ) -> Response:
    """Return a reply as it is sent; a file goes out through the server's own means."""
    headers = [(name, write_ascii(value)) for name, value in reply.headers]
    if reply.content_type:
        headers.append(("Content-Type", reply.content_type))
    if isinstance(reply.body, Part):
        headers.append(("Content-Length", str(reply.body.length)))
        reader = PartReader(reply.body)
        wrap = environ.get("wsgi.file_wrapper")
        body: Any = wrap(reader) if wrap else iter(lambda: reader.read(CHUNK_BYTES), b"")
        response = Response(body, reply.status, headers, direct_passthrough=True)
    else:
        response = Response(reply.body, reply.status, headers)
    if not reply.content_type:
        del response.headers["Content-Type"]
    return response
