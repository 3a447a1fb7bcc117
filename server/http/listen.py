"""Listen on a port, and give each connection a thread of its own.

Requests are parsed and answered by the parts of waitress. Its loop is not used: it took three
quarters of the processor time of a small query, and one thread beside many was always late.
"""

from __future__ import annotations

import os
import select
import socket
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterable
from contextlib import suppress
from typing import Any

from waitress.adjustments import Adjustments

from server.http.clients import find_client
from server.http.connection import Application, Connection, Host
from server.http.errors import Problem, render_bare
from server.settings import Settings

# So many requests are answered at once; what is beside them waits, or is still being read.
SLOTS = 64
# A half-sent request or a slow reader holds its own connection and nothing else.
CONNECTIONS = 1000
CONNECTIONS_OF_ONE = 300
BACKLOG = 1024
PAUSE_SECONDS = 0.05
FULL = Problem(503, "There are too many connections.", headers=(("Retry-After", "5"),))


class Listener:
    """Hold the open port of an application."""

    def __init__(
        self, app: Application, host: str, port: int, *, settings: Settings, proxies: int
    ) -> None:
        """Bind and listen, for requests as long as the settings let them be.

        Raises:
            OSError: the address is taken, unknown or not of this machine.
        """
        self._most_of_one = CONNECTIONS if proxies else CONNECTIONS_OF_ONE
        self._lock = threading.Lock()
        self._open: dict[Connection, str] = {}
        self._counted: Counter[str] = Counter()
        self._is_stopped = False
        # First, for it says what is wrong with the address.
        self._ports = _bind(host, port)
        adjustments = Adjustments(
            sockets=self._ports,
            ident=None,
            max_request_header_size=settings.header_bytes,
            max_request_body_size=settings.body_bytes,
            log_socket_errors=False,
        )
        self._host = Host(_limit(app, SLOTS), adjustments, port)
        self._wake, self._waker = os.pipe()
        os.set_blocking(self._waker, False)

    def run(self) -> None:
        """Serve until ``stop()`` is called."""
        poll = select.poll()
        found = {each.fileno(): each for each in self._ports}
        for number in (self._wake, *found):
            poll.register(number, select.POLLIN)
        while not self._is_stopped:
            for number, _ in poll.poll():
                if number in found and not self._is_stopped:
                    self._accept(found[number])

    def stop(self) -> None:
        """Let ``run()`` return; may be called by a signal handler."""
        self._is_stopped = True
        with suppress(BlockingIOError):
            os.write(self._waker, b"x")

    def drain(self, seconds: float) -> bool:
        """Take no more connections, finish what runs, and tell whether all is finished."""
        for port in self._ports:
            port.close()
        until = time.monotonic() + seconds
        while True:
            with self._lock:
                left = list(self._open)
            for each in left:
                each.close_soon()
            if not any(each.is_busy for each in left):
                return True
            if time.monotonic() > until:
                return False
            time.sleep(PAUSE_SECONDS)

    def _accept(self, port: socket.socket) -> None:
        try:
            line, addr = port.accept()
        except OSError:
            # The client is gone already; or there are no more files, until some connection ends.
            time.sleep(PAUSE_SECONDS)
            return
        client = find_client(str(addr[0]), "", 0)
        with self._lock:
            is_full = len(self._open) >= CONNECTIONS or self._counted[client] >= self._most_of_one
            if not is_full:
                connection = Connection(self._host, line, addr[:2])
                self._open[connection] = client
                self._counted[client] += 1
        if is_full:
            refuse(line)
            return
        thread = threading.Thread(target=self._serve, args=[connection], daemon=True)
        try:
            thread.start()
        except RuntimeError:
            # The system gives no more threads.
            self._forget(connection)
            refuse(line)

    def _serve(self, connection: Connection) -> None:
        try:
            connection.run()
        finally:
            self._forget(connection)

    def _forget(self, connection: Connection) -> None:
        with self._lock:
            client = self._open.pop(connection)
            self._counted[client] -= 1
            if self._counted[client] <= 0:
                del self._counted[client]


def _limit(app: Application, most: int) -> Callable[..., Iterable[bytes]]:
    """Return an application that answers at most so many requests at once."""
    slots = threading.BoundedSemaphore(most)

    def answer(environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        with slots:
            return app(environ, start_response)

    return answer


def _bind(host: str, port: int) -> list[socket.socket]:
    """Return sockets that listen on every address of a host."""
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE)
    except UnicodeError as error:
        raise socket.gaierror(socket.EAI_NONAME, "this can be no name of a host") from error
    ports: list[socket.socket] = []
    try:
        for family, address in dict.fromkeys((each[0], each[4]) for each in found):
            ports.append(socket.create_server(address, family=family, backlog=BACKLOG))
    except OSError:
        for each in ports:
            each.close()
        raise
    return ports


def refuse(line: socket.socket) -> None:
    """Answer a connection that is not taken, without reading from it."""
    headers, body = render_bare(FULL)
    headers.append(("Content-Length", str(len(body))))
    fields = "".join(f"{name}: {value}\r\n" for name, value in headers)
    head = f"HTTP/1.1 {FULL.status} {FULL.title}\r\n{fields}\r\n"
    with line, suppress(OSError):
        line.setblocking(False)
        line.send(head.encode() + body)
