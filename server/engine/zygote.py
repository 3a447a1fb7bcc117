"""The process that loads a release once and forks the workers that answer from it.

It runs in an interpreter of its own, has one thread, and holds no socket but the one to its front
end. It ends with its front end, and its workers end with it.
"""

from __future__ import annotations

import ctypes
import gc
import json
import os
import resource
import select
import signal
import socket
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path
from typing import NoReturn

MESSAGE_BYTES = 256 * 1024
SPAWN = b"S"
SLOW_DOWN = b"N"
STATUS = b"W"
DONE = b"+"
FAILED = b"!"

SLOW_PRIORITY = 10
OOM_SCORE = 500
THREAD_SECONDS = 5.0
PR_SET_PDEATHSIG = 1
PR_SET_DUMPABLE = 4
PR_SET_NAME = 15


class Zygote:
    """Load the data, then fork a worker whenever the front end asks for one."""

    def __init__(self, control: socket.socket) -> None:
        config = json.loads(control.recv(MESSAGE_BYTES))
        # Whatever the engine prints when it aborts must not be able to hang it.
        os.environ["RUST_BACKTRACE"] = "0"
        from server.engine.data import load_data
        from server.engine.evaluation import Rules

        self._control = control
        self._rules = Rules(**config["rules"])
        # In a thread of its own: the random numbers of a thread that has used the engine would be
        # the same in all workers.
        with ThreadPoolExecutor(1) as loader:
            self._data = loader.submit(load_data, config["path"]).result()
        self._libc = ctypes.CDLL(None, use_errno=True)
        self._libc.prctl(PR_SET_NAME, b"cdce-zygote", 0, 0, 0)
        self._null = os.open(os.devnull, os.O_RDWR | os.O_CLOEXEC)
        self._pid = os.getpid()
        self._children: dict[int, int] = {}
        self._ended: dict[int, int] = {}
        self._poll = select.poll()
        self._poll.register(control, select.POLLIN)
        _wait_for_one_thread()
        # Memory that is shared with the workers stays shared only while nobody writes to it.
        gc.collect()
        with suppress(AttributeError):
            self._libc.malloc_trim(0)
        gc.freeze()

    def run(self) -> None:
        """Serve the front end until it ends, then end every worker."""
        self._control.send(DONE + json.dumps({"memory": _measure_memory()}).encode())
        try:
            while self._serve():
                pass
        finally:
            for pid in self._children:
                os.kill(pid, signal.SIGKILL)
            for pid in list(self._children):
                self._reap(pid)

    def _serve(self) -> bool:
        ready = {fd for fd, _ in self._poll.poll()}
        # The dead first: an order may end one of them, and its number may come back.
        for pid, pidfd in list(self._children.items()):
            if pidfd in ready:
                self._reap(pid)
        if self._control.fileno() not in ready:
            return True
        flags = socket.MSG_CMSG_CLOEXEC
        message, fds, _, _ = socket.recv_fds(self._control, MESSAGE_BYTES, 1, flags)
        if message:
            self._answer(message[:1], message[1:], fds)
        return bool(message)

    def _answer(self, order: bytes, argument: bytes, fds: list[int]) -> None:
        if order == SPAWN:
            try:
                pid = self._spawn(socket.socket(fileno=fds[0]))
            except OSError as error:
                self._control.send(FAILED + str(error).encode())
            else:
                reply = DONE + str(pid).encode()
                socket.send_fds(self._control, [reply], [self._children[pid]])
            return
        pid = int(argument)
        if order == SLOW_DOWN:
            if pid in self._children:
                os.setpriority(os.PRIO_PROCESS, pid, SLOW_PRIORITY)
                _, most = resource.prlimit(pid, resource.RLIMIT_AS)
                resource.prlimit(pid, resource.RLIMIT_AS, (most, most))
            self._control.send(DONE)
        elif order == STATUS:
            if pid in self._children:
                self._reap(pid)
            self._control.send(DONE + str(self._ended.pop(pid, "")).encode())

    def _spawn(self, line: socket.socket) -> int:
        with line:
            pid = os.fork()
            if pid == 0:
                self._become_worker(line)
        try:
            self._children[pid] = os.pidfd_open(pid)
        except OSError:
            os.kill(pid, signal.SIGKILL)
            os.waitpid(pid, 0)
            raise
        self._ended.pop(pid, None)
        self._poll.register(self._children[pid], select.POLLIN)
        return pid

    def _reap(self, pid: int) -> None:
        _, status = os.waitpid(pid, 0)
        pidfd = self._children.pop(pid)
        self._poll.unregister(pidfd)
        os.close(pidfd)
        self._ended[pid] = os.waitstatus_to_exitcode(status)

    def _become_worker(self, line: socket.socket) -> NoReturn:
        from server.engine.evaluation import run_worker

        status = 70
        try:
            self._shed(line)
            run_worker(line, self._data, self._rules)
            status = 0
        finally:
            os._exit(status)

    def _shed(self, line: socket.socket) -> None:
        """Give up what a worker must not have: life after its parent, files, memory, sockets."""
        self._libc.prctl(PR_SET_NAME, b"cdce-worker", 0, 0, 0)
        self._libc.prctl(PR_SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0)
        if os.getppid() != self._pid:
            os._exit(0)
        with suppress(OSError):
            Path("/proc/self/oom_score_adj").write_text(str(OOM_SCORE), encoding="ascii")
        signal.signal(signal.SIGALRM, signal.SIG_DFL)
        for standard in (0, 1, 2):
            os.dup2(self._null, standard)
        keep = line.fileno()
        os.closerange(3, keep)
        # The line to the front end has whatever number it had there, however high.
        highest = max(int(each.name) for each in Path("/proc/self/fd").iterdir())
        os.closerange(keep + 1, highest + 1)
        size = _measure_address_space()
        # A crash must not write half a gigabyte to whatever collects cores.
        self._libc.prctl(PR_SET_DUMPABLE, 0, 0, 0, 0)
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        most = size + self._rules.memory_bytes
        resource.setrlimit(
            resource.RLIMIT_AS, (min(size + self._rules.fast_memory_bytes, most), most)
        )
        # Last, and the fence around SERVICE: nothing can be opened any more, a socket neither.
        resource.setrlimit(resource.RLIMIT_NOFILE, (0, 0))


def _wait_for_one_thread() -> None:
    """Return once this process has one thread: a fork copies the locks of others as they are.

    Raises:
        RuntimeError: it keeps more.
    """
    until = time.monotonic() + THREAD_SECONDS
    while len(list(Path("/proc/self/task").iterdir())) != 1:
        if time.monotonic() > until:
            raise RuntimeError("the process that forks the workers must have one thread")
        time.sleep(0.001)


def _measure_memory() -> int:
    """Return the bytes of this process that are in memory."""
    return _read_statm(1)


def _measure_address_space() -> int:
    return _read_statm(0)


def _read_statm(field: int) -> int:
    fields = Path("/proc/self/statm").read_text(encoding="ascii").split()
    return int(fields[field]) * resource.getpagesize()


def main() -> None:
    """Run the zygote on the socket whose number is the only argument."""
    for each in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(each, signal.SIG_IGN)
    control = socket.socket(fileno=int(sys.argv[1]))
    try:
        zygote = Zygote(control)
    except (OSError, SyntaxError, ValueError, RuntimeError, MemoryError, AttributeError) as error:
        with suppress(BrokenPipeError):  # a front end that is gone asks no reason
            control.send(FAILED + f"{type(error).__name__}: {error}".encode()[:MESSAGE_BYTES])
        sys.exit(1)
    with suppress(BrokenPipeError, ConnectionResetError):
        zygote.run()


if __name__ == "__main__":
    main()
