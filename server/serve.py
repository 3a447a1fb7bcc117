"""Serve a release by HTTP until a signal says stop."""

from __future__ import annotations

import errno
import json
import logging
import os
import signal
import socket
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path

from graph.errors import ReleaseError
from server.app import create_app, replace_release
from server.engine.answers import StoreError
from server.http.files import raise_file_limit
from server.http.listen import Listener
from server.releases.release import Release
from server.settings import Settings
from server.watch import Opener, Published, State, Watcher, look


class ServeError(ReleaseError):
    """The server cannot start; the message says why."""


@dataclass(frozen=True)
class Options:
    """Hold what a server is told: where it listens, what it trusts, which engine it asks."""

    host: str
    port: int
    site: str | None = None
    proxies: int = 0
    log_json: bool = False
    store_url: str = ""
    store_timeout: str = ""
    settings: Settings = field(default_factory=Settings)


def serve(folder: Path, options: Options) -> int:
    """Serve the release in a folder, and each that takes its place; return 0 when a signal ends it.

    Raises:
        BrokenReleaseError: the folder is no whole release.
        ServeError: the engine does not answer, or the port is taken.
    """
    start_log(is_json=options.log_json)
    raise_file_limit()
    address = options.site or f"http://{_write_host(options.host)}:{options.port}/"
    opener = Opener(
        folder.absolute(), address, options.settings, options.store_url, options.store_timeout
    )
    seen = look(opener.folder)
    release = opener.read()
    try:
        first = opener.open(release)
    except StoreError as error:
        raise ServeError(f"{options.store_url or folder}: {error}") from error
    current = first
    try:
        current = _run(opener, first, seen, options)
    finally:
        current.close()
    return 0


def _run(opener: Opener, first: Published, seen: State, options: Options) -> Published:
    """Answer until a signal comes, then finish what runs; return what was published last."""
    settings, service = options.settings, first.service
    app = create_app(first, proxies=options.proxies, log_json=options.log_json)
    try:
        listener = Listener(
            app, options.host, options.port, settings=settings, proxies=options.proxies
        )
    except OSError as error:
        raise ServeError(_explain(error, options)) from error
    watcher = Watcher(opener, first, seen, lambda after: replace_release(app, after))
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda number, _frame: _stop(listener, number))
    signal.signal(signal.SIGHUP, lambda _number, _frame: watcher.reload())
    watcher.start()
    print(describe(service.release, opener.site), flush=True)
    listener.run()
    if not listener.drain(settings.close_seconds):
        logging.getLogger("cdce.release").warning("stopped with requests unfinished")
    watcher.close()
    return watcher.published


def _stop(listener: Listener, number: int) -> None:
    """Stop the loop; the second signal of the same kind ends the process at once."""
    signal.signal(number, signal.SIG_DFL)
    listener.stop()


def _explain(error: OSError, options: Options) -> str:
    """Return why the server cannot listen at its address, and which option to change."""
    where = f"{_write_host(options.host)}:{options.port}"
    if isinstance(error, socket.gaierror):
        return f"{where}: {error.strerror}; --host must be an address of this machine"
    # The text of the error itself also names the address.
    reason = os.strerror(error.errno) if error.errno else str(error)
    if error.errno in {errno.EADDRINUSE, errno.EACCES}:
        return f"{where}: {reason}; choose another --port"
    return f"{where}: {reason}; --host must be an address of this machine"


def _write_host(host: str) -> str:
    return f"[{host}]" if ":" in host else host


class Lines(logging.Formatter):
    """Write log lines with their time, for people or as JSON."""

    converter = staticmethod(time.gmtime)

    def __init__(self, *, is_json: bool) -> None:
        super().__init__("%(asctime)s %(message)s", "%Y-%m-%dT%H:%M:%SZ")
        self._is_json = is_json

    def format(self, record: logging.LogRecord) -> str:
        """Return one line."""
        if not self._is_json:
            return super().format(record)
        message = record.getMessage()
        if record.exc_info:
            message += "\n" + self.formatException(record.exc_info)
        start = json.dumps({"time": self.formatTime(record, self.datefmt)})[:-1]
        # A line of the access log is an object already.
        rest = message[1:] if message.startswith("{") else json.dumps({"event": message})[1:]
        return f"{start}, {rest}"


def start_log(*, is_json: bool) -> None:
    """Write what happens to standard error, one line a request."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(Lines(is_json=is_json))
    logging.getLogger().handlers = [handler]
    logging.getLogger("cdce").setLevel(logging.INFO)


def describe(release: Release, address: str) -> str:
    """Return what is served where, with addresses to try."""
    first = release.examples[0].removeprefix(release.base) if release.examples else ""
    lines = (
        f"{release.title} {release.version} at {address}",
        f"  pages      {address}",
        f"  a thing    {address}{first}",
        f"  SPARQL     {address}sparql",
        f"  downloads  {address}dumps/",
        "Stop with Ctrl-C.",
    )
    return "\n".join(lines)
