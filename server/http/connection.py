"""Hold one connection: read requests whole, answer them one after another, send what is ready."""

from __future__ import annotations

import re
import socket
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any

from waitress.adjustments import Adjustments
from waitress.buffers import ReadOnlyFileBasedBuffer
from waitress.parser import HTTPRequestParser, ParsingError
from waitress.task import ErrorTask, WSGITask

from server.http.errors import Problem, refuse_body, render_bare

IDLE_SECONDS = 30.0
# From its first byte to its last.
REQUEST_SECONDS = 60.0
# So long a client may read nothing.
STALL_SECONDS = 30.0
CHUNK_BYTES = 64 * 1024
CONTINUE = b"HTTP/1.1 100 Continue\r\n\r\n"

_CODED = re.compile(rb"\r\ntransfer-encoding:", re.IGNORECASE)
# Two lines are one with a comma and a blank here.
_HOST = re.compile(r"(\[[0-9A-Za-z:.]+\]|[\w.~!$&'()*+,;=%-]*)(:[0-9]*)?", re.ASCII)

Application = Callable[..., Iterable[bytes]]


class Parser(HTTPRequestParser):
    """Read a request, and refuse what HTTP/1.1 forbids and waitress lets through.

    ``line`` is the first line, as far as it came.
    """

    line = b""

    def received(self, data: bytes) -> int:
        """Take bytes and return how many were used; waitress puts another head for one too long."""
        before = self.header_plus
        used: int = super().received(data)
        if self.error is not None and self.error.code == HTTPStatus.REQUEST_HEADER_FIELDS_TOO_LARGE:
            self.line = (before + data).lstrip().partition(b"\r\n")[0]
        return used

    def parse_header(self, header_plus: bytes) -> None:
        """Read the head.

        Raises:
            ParsingError: it is not clear where the body ends, or to which host the request goes.

        Source: https://www.rfc-editor.org/rfc/rfc9112#section-3.2 and #section-6.1
        """
        self.line = header_plus.partition(b"\r\n")[0]
        super().parse_header(header_plus)
        if _CODED.search(header_plus) and (not self.chunked or "CONTENT_LENGTH" in self.headers):
            raise ParsingError("Transfer-Encoding is for HTTP/1.1 and without Content-Length")
        host = self.headers.get("HOST")
        if host is None and self.version == "1.1":
            raise ParsingError("The header Host is missing")
        if not _HOST.fullmatch(host or ""):
            raise ParsingError("The header Host must name one host")


def explain(request: Any) -> Problem:
    """Return the problem of a request that could not be read."""
    status, most = int(request.error.code), request.adj.max_request_header_size
    if status == HTTPStatus.REQUEST_ENTITY_TOO_LARGE:
        return refuse_body(request.adj.max_request_body_size, is_query=request.path == "/sparql")
    if status != HTTPStatus.REQUEST_HEADER_FIELDS_TOO_LARGE:
        return Problem(status, f"{request.error.body}.")
    is_line = len(request.line) > most // 2
    return Problem(
        HTTPStatus.REQUEST_URI_TOO_LONG.value if is_line else status,
        f"Address and headers of a request have together less than {most} bytes.",
        hint="Send long queries as the body of a POST or QUERY." if is_line else "",
        members=(("limit", "header_bytes"), ("value", most)),
    )


class KeptTask(WSGITask):
    """Answer a request, and keep the connection where the answer has no body."""

    def get_environment(self) -> dict[str, Any]:
        """Return the request as WSGI has it, with every slash of its path."""
        request: Any = self.request
        environ: dict[str, Any] = super().get_environment()
        environ["PATH_INFO"] = request.path
        return environ

    def build_response_header(self) -> bytes:
        """Return the head; the connection ends after 204 or 304 only where the client wants it."""
        request: Any = self.request
        said = request.headers.get("CONNECTION", "").lower()
        is_kept = self.version == "1.1" and "close" not in said and not self.close_on_finish
        head: bytes = super().build_response_header()
        if is_kept and not self.has_body:
            self.close_on_finish = False
            head = head.replace(b"\r\nConnection: close", b"")
        return head


class ProblemTask(ErrorTask):
    """Answer what is no request that an application could see."""

    def execute(self) -> None:
        """Say what is wrong as problem+json."""
        request: Any = self.request
        problem = explain(request)
        self.status = f"{problem.status} {problem.title}"
        self.response_headers, body = render_bare(problem)
        # Whatever the client wants.
        request.headers["CONNECTION"] = "close"
        self.set_close_on_finish()
        self.content_length = len(body)
        self.write(b"" if request.line.startswith(b"HEAD ") else body)


@dataclass(frozen=True)
class Host:
    """Hold what a connection must know of its server, in the words of waitress."""

    application: Application
    adj: Adjustments
    effective_port: int
    server_name: str = "localhost"


class Connection:
    """Serve one connection in a thread of its own.

    ``is_busy`` says whether a request was read whole and is not yet answered.
    """

    def __init__(self, host: Host, line: socket.socket, addr: tuple[str, int]) -> None:
        # Names that the tasks of waitress read.
        self.server = host
        self.adj = host.adj
        self.addr = addr
        self.creation_time = time.time()
        self.is_busy = False
        self._is_closing = False
        self._line = line
        self._rest = b""
        self._ready: list[bytes] = []

    def run(self) -> None:
        """Answer until either side ends the connection."""
        try:
            self._line.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            while not self._is_closing and (request := self._read()):
                self.is_busy = True
                if not self._answer(request):
                    break
                self.is_busy = False
        except OSError:
            # The client is gone, or too slow.
            pass
        finally:
            self._line.close()
            self.is_busy = False

    def close_soon(self) -> None:
        """Let the request that runs finish, and read no other."""
        self._is_closing = True
        if not self.is_busy:
            try:
                self._line.shutdown(socket.SHUT_RD)
            except OSError:
                self._is_closing = True

    def write_soon(self, data: bytes | ReadOnlyFileBasedBuffer) -> int:
        """Send what a task writes; head and small body go out together."""
        if isinstance(data, ReadOnlyFileBasedBuffer):
            self._flush()
            try:
                while chunk := data.get(CHUNK_BYTES, skip=True):
                    self._send(chunk)
            finally:
                data.close()
            return 0
        self._ready.append(data)
        if len(data) > CHUNK_BYTES:
            self._flush()
        return len(data)

    def check_client_disconnected(self) -> bool:
        """Return False: nobody asks."""
        return False

    def _answer(self, request: Any) -> bool:
        """Answer a request, and return whether the connection goes on."""
        # All that a task needs of a channel is here.
        channel: Any = self
        task = ProblemTask(channel, request) if request.error else KeptTask(channel, request)
        try:
            task.service()
            self._flush()
        finally:
            request.close()
        if request.error:
            self._linger()
        return not task.close_on_finish

    def _read(self) -> Any:
        """Return the next request with its whole body, or None where there is none."""
        request: Any = Parser(self.adj)
        until = time.monotonic() + REQUEST_SECONDS
        if not self._rest and not self._receive(IDLE_SECONDS):
            return None
        while True:
            if self._rest:
                used = request.received(self._rest)
                self._rest = self._rest[used:]
            if request.completed and not request.empty:
                return request
            if request.completed:
                request = Parser(self.adj)
                continue
            if request.expect_continue and request.headers_finished:
                request.expect_continue = False
                self._send(CONTINUE)
            seconds = min(IDLE_SECONDS, until - time.monotonic())
            if not self._rest and (seconds <= 0 or not self._receive(seconds)):
                request.close()
                return None

    def _receive(self, seconds: float) -> bool:
        self._line.settimeout(seconds)
        self._rest = self._line.recv(CHUNK_BYTES)
        return bool(self._rest)

    def _flush(self) -> None:
        ready, self._ready = self._ready, []
        if ready:
            self._send(ready[0] if len(ready) == 1 else b"".join(ready))

    def _send(self, data: bytes) -> None:
        # Not sendall(), whose time is that of the whole.
        self._line.settimeout(STALL_SECONDS)
        view = memoryview(data)
        while view:
            view = view[self._line.send(view) :]

    def _linger(self) -> None:
        """Read on for a moment: closing at once would take the answer from a client that sends."""
        self._line.shutdown(socket.SHUT_WR)
        until = time.monotonic() + 1
        while (seconds := until - time.monotonic()) > 0 and self._receive(seconds):
            self._rest = b""
