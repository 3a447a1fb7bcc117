"""Listen for requests: waitress, with the faults mended that matter behind an open port."""

from __future__ import annotations

import json
import resource
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterable
from http.client import responses
from typing import Any, ClassVar

from waitress import wasyncore
from waitress.channel import HTTPChannel
from waitress.server import TcpWSGIServer, create_server
from waitress.task import ErrorTask, WSGITask

from server.clients import find_client
from server.settings import KIB

THREADS = 16
# Half-sent requests hold a connection, never a thread: one address gets a part of all.
CONNECTIONS = 2000
CONNECTIONS_OF_ONE = 500
IDLE_SECONDS = 30
HEADER_BYTES = 256 * KIB
BUSY_SECONDS = 0.05
HINTS = {
    413: "Send the query as it is, with the type application/sparql-query, or shorten it.",
    431: "Send long queries as the body of a POST or QUERY.",
}

Application = Callable[..., Iterable[bytes]]


class KeptTask(WSGITask):
    """Answer a request, and keep the connection where the answer has no body."""

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
        error = request.error
        status = int(error.code)
        document = {
            "type": "about:blank",
            "title": responses.get(status, error.reason),
            "status": status,
            "detail": error.body,
        }
        if status in HINTS:
            document["hint"] = HINTS[status]
        body = (json.dumps(document, indent=2) + "\n").encode()
        self.status = f"{status} {error.reason}"
        self.response_headers = [
            ("Content-Type", "application/problem+json"),
            ("Access-Control-Allow-Origin", "*"),
            ("X-Content-Type-Options", "nosniff"),
            ("Connection", "close"),
        ]
        self.set_close_on_finish()
        self.content_length = len(body)
        self.write(body)


class Channel(HTTPChannel):
    """Hold one connection of those that its client may have."""

    task_class = KeptTask
    error_task_class = ProblemTask
    counted: ClassVar[Counter[str]] = Counter()
    most: ClassVar[int] = CONNECTIONS_OF_ONE

    def __init__(self, server: Any, sock: Any, addr: Any, adj: Any, map: Any = None) -> None:  # noqa: A002 - so called there
        self.client = find_client(str(addr[0]), "", 0)
        self.is_counted = True
        self.counted[self.client] += 1
        super().__init__(server, sock, addr, adj, map)
        if self.counted[self.client] > self.most:
            self.handle_close()

    def handle_close(self) -> None:
        """Close the connection and count it no more."""
        if self.is_counted:
            self.is_counted = False
            self.counted[self.client] -= 1
            if self.counted[self.client] <= 0:
                del self.counted[self.client]
        super().handle_close()

    @property
    def is_busy(self) -> bool:
        """Return whether an answer is being made or sent."""
        return bool(self.requests or self.total_outbufs_len)


class Listener:
    """Hold the open port of an application."""

    def __init__(
        self, app: Application, host: str, port: int, *, body_bytes: int, proxies: int
    ) -> None:
        """Bind and listen.

        Raises:
            OSError: the address is taken or not of this machine.
        """
        _raise_file_limit()
        Channel.most = CONNECTIONS if proxies else CONNECTIONS_OF_ONE
        self._map: dict[int, Any] = {}
        self._stop = threading.Event()
        try:
            self._server = create_server(
                app,
                map=self._map,
                host=host,
                port=port,
                threads=THREADS,
                ident=None,
                asyncore_use_poll=True,
                connection_limit=CONNECTIONS,
                channel_timeout=IDLE_SECONDS,
                cleanup_interval=10,
                max_request_header_size=HEADER_BYTES,
                max_request_body_size=body_bytes,
                # The application itself reads what a proxy says, as far as it is told to.
                clear_untrusted_proxy_headers=False,
                log_socket_errors=False,
            )
        except ValueError as error:
            raise OSError(None, str(error)) from error
        for each in self._list(TcpWSGIServer):
            each.channel_class = Channel

    def run(self) -> None:
        """Serve until ``stop()`` is called."""
        while not self._stop.is_set():
            wasyncore.loop(timeout=1, use_poll=True, map=self._map, count=1)

    def stop(self) -> None:
        """Let ``run()`` return; may be called by a signal handler."""
        self._stop.set()
        for each in self._list(TcpWSGIServer):
            each.pull_trigger()

    def drain(self, seconds: float) -> bool:
        """Take no more connections, finish what runs, and tell whether all is finished."""
        until = time.monotonic() + seconds
        for each in self._list(TcpWSGIServer):
            # Only the port: threads that still answer need the trigger.
            wasyncore.dispatcher.close(each)
        while (busy := self._close_idle()) and time.monotonic() < until:
            wasyncore.loop(timeout=BUSY_SECONDS, use_poll=True, map=self._map, count=1)
        self._server.task_dispatcher.shutdown(timeout=1)
        wasyncore.close_all(self._map, ignore_all=True)
        return not busy

    def _close_idle(self) -> bool:
        """Close the connections on which nothing runs; tell whether there are others."""
        channels = self._list(Channel)
        for each in channels:
            if not each.is_busy:
                each.handle_close()
        return any(each.is_busy for each in channels)

    def _list(self, kind: type[Any]) -> list[Any]:
        return [each for each in list(self._map.values()) if isinstance(each, kind)]


def _raise_file_limit() -> None:
    """Allow a file for each connection, as far as the system does."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = 2 * CONNECTIONS if hard == resource.RLIM_INFINITY else min(hard, 2 * CONNECTIONS)
    if soft != resource.RLIM_INFINITY and soft < wanted:
        resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, hard))
