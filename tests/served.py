"""Run ``cdce serve`` in a process of its own, and ask it."""

from __future__ import annotations

import http.client
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import quote

from tests.http_fixtures import Found, ask, find_port

ROOT = Path(__file__).parents[1]
CDCE = [sys.executable, "-c", "import sys; from server.cli import main; sys.exit(main())"]
ENV = os.environ | {"PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"}


@dataclass(frozen=True)
class Served:
    """Hold a server that runs: its process, its port and the file of its log."""

    process: subprocess.Popen[bytes]
    port: int
    log: Path

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def ask(self, path: str, headers: Mapping[str, str] | None = None) -> Found:
        return ask(self.port, "GET", path, headers)

    def query(self, text: str) -> Found:
        return self.ask("/sparql?query=" + quote(text))

    def post(self, text: str) -> Found:
        kind = {"Content-Type": "application/sparql-query", "Accept": "*/*"}
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        try:
            connection.request("POST", "/sparql", text.encode(), kind)
            reply = connection.getresponse()
            return Found(reply.status, dict(reply.getheaders()), reply.read())
        finally:
            connection.close()

    def check_health(self) -> dict[str, Any]:
        found: dict[str, Any] = json.loads(self.ask("/health").body)
        return found

    def stop(self) -> int:
        self.process.send_signal(signal.SIGTERM)
        return self.process.wait(30)


@contextmanager
def serving(folder: Path, log: Path, *options: str) -> Iterator[Served]:
    """Serve a release on a free port until the block ends."""
    port = find_port()
    command = [*CDCE, "serve", "--release", str(folder), "--port", str(port), *options]
    with log.open("wb") as file:
        process = subprocess.Popen(command, env=ENV, stdout=file, stderr=file)
        served = Served(process, port, log)
        try:
            assert eventually(lambda: is_ready(served), 60), log.read_text()
            yield served
        finally:
            process.terminate()
            with suppress(subprocess.TimeoutExpired):
                process.wait(30)
            process.kill()
            process.wait()


def is_ready(served: Served) -> bool:
    assert served.process.poll() is None, served.log.read_text()
    try:
        return served.ask("/health").status == 200
    except OSError:
        return False


def eventually(is_true: Callable[[], bool], seconds: float = 10.0) -> bool:
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        if is_true():
            return True
        time.sleep(0.02)
    return is_true()


def children_of(pid: int) -> list[int]:
    """Return the processes that a process and its threads started."""
    found: list[int] = []
    for task in Path(f"/proc/{pid}/task").iterdir():
        with suppress(OSError):
            found += map(int, (task / "children").read_text().split())
    return found


def family_of(pid: int) -> list[int]:
    """Return a process and all that it started, directly or not."""
    return [pid, *(each for child in children_of(pid) for each in family_of(child))]


def count_files(pid: int) -> int:
    return len(list(Path(f"/proc/{pid}/fd").iterdir()))


def count_bytes(pids: list[int]) -> int:
    """Return the memory of processes, each shared page counted once."""
    total = 0
    for pid in pids:
        with suppress(OSError):
            for line in Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines():
                if line.startswith("Pss:"):
                    total += int(line.split()[1]) * 1024
    return total
