"""The package's own sources, released under the address of a server of this machine."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from graph.build import Build, assemble
from graph.package import SHAPES, SOURCES
from graph.release import write_release
from graph.validate import Report, read_shapes
from tests.http_fixtures import hold_port, make_app, run_server


@dataclass(frozen=True)
class Place:
    """Hold a server whose address is the base of its release."""

    site: str
    port: int
    folder: Path
    paths: tuple[str, ...]

    @property
    def base(self) -> str:
        return f"{self.site}/"


@contextmanager
def run_local(report: Report, folder: Path) -> Iterator[Place]:
    """Release the sources under the address of a free port, and serve them there."""
    with hold_port() as port:
        site = f"http://127.0.0.1:{port}"
        treaty, dataset = assemble(SOURCES, f"{site}/")
        built = Build(treaty, dataset, read_shapes(SHAPES), report)
        release = write_release(built, folder / "release")
        app, _ = make_app(release, site)
        paths = app.extensions["cdce"].publication.resolver.things.paths
        with run_server(app, port):
            yield Place(site, port, release, paths)
