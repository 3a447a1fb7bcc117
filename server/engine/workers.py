"""Start, ask, slow down and end the processes that evaluate queries."""

from __future__ import annotations

import json
import os
import select
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from server.engine.answers import StartError
from server.engine.frames import HEAD, QUERY, Frame, FrameReader, send_frame
from server.engine.zygote import DONE, MESSAGE_BYTES, SLOW_DOWN, SPAWN, STATUS

END_SECONDS = 5.0
CONTROL_SECONDS = 10.0
NEEDED = (
    (os, "fork"),
    (os, "pidfd_open"),
    (signal, "pidfd_send_signal"),
    (socket, "send_fds"),
    (socket, "SOCK_SEQPACKET"),
    (socket, "MSG_CMSG_CLOEXEC"),
)


class ZygoteLostError(OSError):
    """The process that forks the workers ended or does not answer."""


class Worker:
    """One process that answers queries, one at a time; ``home`` is the line to its zygote."""

    def __init__(
        self, pid: int, pidfd: int, line: socket.socket, home: socket.socket, frame_bytes: int
    ) -> None:
        self.pid = pid
        self.home = home
        self._pidfd = pidfd
        self._line = line
        self._reader = FrameReader(line, frame_bytes)
        # The kernel's name of a process's clock, as clock_getcpuclockid(3) makes it.
        self._clock = (~pid << 3) | 2
        self._death = select.poll()
        self._death.register(pidfd, select.POLLIN)

    def is_alive(self) -> bool:
        """Tell whether the process still runs."""
        return not self._death.poll(0)

    def measure_processor(self) -> float:
        """Return the processor time that the process has used, in seconds; 0 where it is dead."""
        try:
            return time.clock_gettime(self._clock)
        except OSError:
            return 0.0

    def send(self, task: bytes, seconds: float) -> None:
        """Send a task within some seconds; the answer is read with ``read()``."""
        self._line.settimeout(max(seconds, 1e-6))
        send_frame(self._line, Frame(QUERY, task))

    def read(self, until: float) -> Frame | None:
        """Return the answer, or None where it is not whole at that time (monotonic)."""
        return self._reader.read(until)

    def kill(self) -> None:
        """End the process now, whatever it does, and wait until its memory is free."""
        with suppress(ProcessLookupError):
            signal.pidfd_send_signal(self._pidfd, signal.SIGKILL)
        self._death.poll(END_SECONDS * 1000)
        self._line.close()
        os.close(self._pidfd)


class Nursery:
    """The front end's side of the zygote: started when needed, again if it is lost."""

    def __init__(
        self,
        path: Path,
        rules: Mapping[str, object],
        *,
        answer_bytes: int,
        start_seconds: float,
    ) -> None:
        _require_linux()
        self._path = path.resolve()
        self._config = json.dumps({"path": str(self._path), "rules": rules}).encode()
        self._frame_bytes = answer_bytes + HEAD.size
        self._start_seconds = start_seconds
        self._lock = threading.Lock()
        self._control: socket.socket | None = None
        self._process: subprocess.Popen[bytes] | None = None
        self._is_closed = False
        self.memory_bytes = 0
        with self._lock:
            self._start()

    def spawn(self) -> Worker:
        """Return a new worker.

        Raises:
            StartError: none can be made.
        """
        with self._lock:
            if self._is_closed:
                raise StartError("no worker can be made: the store is closed")
            for _ in range(2):
                try:
                    return self._spawn()
                except ZygoteLostError:
                    self._stop()
                    self._start()
        raise StartError("no worker can be made: the process that forks them ends at once")

    def slow_down(self, worker: Worker) -> None:
        """Give a worker a low priority, for good, and all the memory it may have."""
        self._order_about(worker, SLOW_DOWN)

    def end(self, worker: Worker) -> int | None:
        """End a worker; return its exit code, minus the signal that ended it, if it is known."""
        worker.kill()
        code = self._order_about(worker, STATUS)
        return int(code) if code else None

    def _order_about(self, worker: Worker, order: bytes) -> bytes:
        """Return what the zygote says to an order; nothing where it is not this worker's."""
        with self._lock, suppress(ZygoteLostError):
            if worker.home is self._control:
                return self._order(order + str(worker.pid).encode())[0]
        return b""

    def close(self) -> None:
        """End the zygote and all workers."""
        with self._lock:
            self._is_closed = True
            self._stop()

    def _spawn(self) -> Worker:
        home = self._control
        if home is None:
            raise ZygoteLostError("the process that forks the workers is gone")
        try:
            mine, theirs = socket.socketpair()
        except OSError as error:
            raise StartError(f"no worker can be made: {error}") from error
        with theirs:
            try:
                reply, fds = self._order(SPAWN, theirs.fileno())
                return Worker(int(reply), fds[0], mine, home, self._frame_bytes)
            except IndexError as error:
                mine.close()
                raise StartError("no worker can be made: too many open files") from error
            except (OSError, StartError):
                mine.close()
                raise

    def _order(self, message: bytes, *fds: int) -> tuple[bytes, list[int]]:
        """Return what the zygote answers to one order."""
        if self._control is None:
            raise ZygoteLostError("the process that forks the workers is gone")
        try:
            socket.send_fds(self._control, [message], fds)
            flags = socket.MSG_CMSG_CLOEXEC
            reply, received, _, _ = socket.recv_fds(self._control, MESSAGE_BYTES, 1, flags)
        except OSError as error:
            # An answer that comes too late must not be taken for that to the next order.
            self._control.close()
            self._control = None
            raise ZygoteLostError(str(error)) from error
        if not reply:
            raise ZygoteLostError("the process that forks the workers ended")
        if reply[:1] != DONE:
            raise StartError(f"no worker can be made: {reply[1:].decode(errors='replace')}")
        return reply[1:], received

    def _start(self) -> None:
        """Start the zygote and wait until it has loaded the release."""
        self._control, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        try:
            with theirs:
                self._process = _run_zygote(theirs.fileno())
            self._control.settimeout(self._start_seconds)
            self._control.send(self._config)
            reply = self._control.recv(MESSAGE_BYTES)
        except OSError as error:
            self._stop()
            raise StartError(f"{self._path} does not load: {error}") from error
        if reply[:1] != DONE:
            self._stop()
            found = reply[1:].decode(errors="replace") or "its process ended"
            raise StartError(f"{self._path} does not load: {found}")
        self._control.settimeout(CONTROL_SECONDS)
        self.memory_bytes = int(json.loads(reply[1:])["memory"])

    def _stop(self) -> None:
        if self._control:
            self._control.close()
            self._control = None
        if self._process:
            try:
                self._process.wait(END_SECONDS)
            except subprocess.TimeoutExpired:
                self._process.kill()
                self._process.wait()
            self._process = None


def _run_zygote(fd: int) -> subprocess.Popen[bytes]:
    """Start a clean interpreter that imports what this one can and holds no file but one."""
    paths = [str(Path(path or ".").resolve()) for path in sys.path]
    return subprocess.Popen(
        [sys.executable, "-P", "-m", "server.engine.zygote", str(fd)],
        pass_fds=[fd],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        env={
            **os.environ,
            "PYTHONPATH": os.pathsep.join(paths),
            "RUST_BACKTRACE": "0",
            "MALLOC_ARENA_MAX": "1",
        },
        # The signals of a terminal are for the front end, which lets queries finish.
        start_new_session=True,
    )


def _require_linux() -> None:
    missing = [name for module, name in NEEDED if not hasattr(module, name)]
    if missing or not Path("/proc/self/statm").exists():
        found = ", ".join(missing) or "/proc"
        raise StartError(
            f"queries are evaluated in processes that only Linux 5.3 or later offers; this system "
            f"({sys.platform}) lacks {found}. Serve from another engine instead: --store URL"
        )
