"""Frames on the socket between the front end and a worker: a kind, a flag, a length, a body."""

from __future__ import annotations

import io
import socket
import struct
import time
from dataclasses import dataclass

HEAD = struct.Struct("!cBQ")
FIRST_BYTES = 64 * 1024

QUERY = b"Q"
SOLUTIONS = b"S"
BOOLEAN = b"B"
GRAPH = b"G"
FAILURE = b"F"


@dataclass(frozen=True)
class Frame:
    """One message; ``retire`` says that the worker that sent it should take no further query."""

    kind: bytes
    body: bytes
    retire: bool = False


class BrokenFrameError(OSError):
    """The other side ended, or sent what is no frame."""


def send_frame(line: socket.socket, frame: Frame, body: bytes | bytearray | None = None) -> None:
    """Send a frame, its body from ``body`` where that is given."""
    content = frame.body if body is None else body
    head = HEAD.pack(frame.kind, frame.retire, len(content))
    if len(content) < FIRST_BYTES:
        line.sendall(head + content)
    else:
        line.sendall(head)
        line.sendall(content)


class FrameReader:
    """Read frames from a socket, and keep what has come of one when time is up."""

    def __init__(self, line: socket.socket, limit_bytes: int) -> None:
        self._line = line
        self._limit_bytes = limit_bytes
        self._start = b""
        self._body: io.BytesIO | None = None
        self._filled = 0

    def read(self, until: float | None = None) -> Frame | None:
        """Return the next whole frame, or None where it has not come until then (monotonic).

        Raises:
            BrokenFrameError: the other side ended, or sent what is no frame.
        """
        while len(self._start) < HEAD.size:
            self._set_time(until)
            try:
                got = self._line.recv(FIRST_BYTES)
            except TimeoutError:
                return None
            except OSError as error:
                raise BrokenFrameError(str(error)) from error
            if not got:
                raise BrokenFrameError("the other side ended")
            self._start += got
        kind, retire, length = HEAD.unpack_from(self._start)
        if length > self._limit_bytes:
            raise BrokenFrameError(f"a frame of {length} bytes; {self._limit_bytes} are allowed")
        body = self._read_body(length, until)
        if body is None:
            return None
        self._start, self._body, self._filled = b"", None, 0
        return Frame(kind, body, bool(retire))

    def _read_body(self, length: int, until: float | None) -> bytes | None:
        if self._body is None:
            if len(self._start) == HEAD.size + length:
                return self._start[HEAD.size :]
            # BytesIO gives its bytes without another copy, which a join of parts would need.
            self._body = io.BytesIO(bytes(length))
            self._filled = self._body.write(self._start[HEAD.size :])
        with self._body.getbuffer() as view:
            while self._filled < length:
                self._set_time(until)
                try:
                    got = self._line.recv_into(view[self._filled :])
                except TimeoutError:
                    return None
                except OSError as error:
                    raise BrokenFrameError(str(error)) from error
                if not got:
                    raise BrokenFrameError("the other side ended")
                self._filled += got
        return self._body.getvalue()

    def _set_time(self, until: float | None) -> None:
        if until is not None:
            self._line.settimeout(max(until - time.monotonic(), 1e-6))
