"""What many tests share: the real sources, built and released once."""

from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from rdflib import Graph

from graph.build import Build, assemble, build
from graph.document import Document, read_document
from graph.package import SOURCES
from graph.passages import Layout, split
from graph.release import write_release
from graph.triples import union
from tests.local_release import Place, run_local


@pytest.fixture(scope="session")
def built() -> Build:
    """The dataset of the package's own sources, validated."""
    return build()


@pytest.fixture(scope="session")
def dataset() -> Mapping[str, Graph]:
    """The named graphs by slug, not validated."""
    return assemble(SOURCES)[1]


@pytest.fixture(scope="session")
def whole(dataset: Mapping[str, Graph]) -> Graph:
    """The union of the named graphs."""
    return union(dataset.values())


@pytest.fixture(scope="session")
def release(built: Build, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A release folder of the package's own sources."""
    return write_release(built, tmp_path_factory.mktemp("releases") / "release")


@pytest.fixture(scope="session")
def place(built: Build, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Place]:
    """A server whose address is the base of the release that it serves."""
    with run_local(built.report, tmp_path_factory.mktemp("place")) as place:
        yield place


@pytest.fixture(scope="session")
def document() -> Document:
    """The document of the package's own sources."""
    return read_document((SOURCES / "document.wikitext").read_bytes())


@pytest.fixture(scope="session")
def layout(document: Document) -> Layout:
    """Its passages, sections and quotations."""
    return split(document, {"General Objectives to the 2005 Convention": "objectives"})
