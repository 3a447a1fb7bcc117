"""Serve a release by HTTP until a signal says stop."""

from __future__ import annotations

import signal
import sys
from pathlib import Path
from types import FrameType

from flask import Flask
from waitress.server import BaseWSGIServer, MultiSocketServer, create_server

from graph.errors import ReleaseError
from server.answers import StoreError
from server.app import create_app
from server.release import Release, read_release
from server.settings import Settings
from server.store import EmbeddedStore

THREADS = 16


class ServeError(ReleaseError):
    """The server cannot start; the message says why."""


def serve(folder: Path, *, host: str, port: int, site: str | None) -> int:
    """Serve the release in a folder, and return 0 when a signal ends it.

    Raises:
        BrokenReleaseError: the folder is no whole release.
        ServeError: the workers do not start, or the port is taken.
    """
    settings = Settings()
    release = read_release(folder)
    address = site or f"http://{host}:{port}/"
    try:
        store = EmbeddedStore(folder, settings, release.prefixes)
    except StoreError as error:
        raise ServeError(str(error)) from error
    try:
        app = create_app(store, release, site=address, settings=settings)
        server = _bind(app, host, port)
        signal.signal(signal.SIGTERM, _stop)
        print(describe(release, address), flush=True)
        server.run()
    finally:
        store.close()
    return 0


def _bind(app: Flask, host: str, port: int) -> BaseWSGIServer | MultiSocketServer:
    try:
        return create_server(app, host=host, port=port, threads=THREADS, ident=None)
    except OSError as error:
        raise ServeError(f"{host}:{port}: {error.strerror}; choose another --port") from error


def _stop(_number: int, _frame: FrameType | None) -> None:
    """End the loop of the server; it lets what runs finish."""
    sys.exit(0)


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
