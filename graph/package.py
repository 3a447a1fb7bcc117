"""Where files are: those that come with the package, in a checkout and in a wheel, and releases."""

from __future__ import annotations

from pathlib import Path

_INSIDE = Path(__file__).parent
# A wheel carries the ontology and the shapes inside this package; a checkout beside it.
_ROOT = _INSIDE if (_INSIDE / "ontology.ttl").is_file() else _INSIDE.parent

ONTOLOGY = _ROOT / "ontology.ttl"
SHAPES = _ROOT / "shapes"
SOURCES = _INSIDE / "sources" / "convention-2005"


def find_archive(release: Path) -> Path:
    """Return the folder beside a release that keeps earlier ones, each in a folder of its own."""
    return release.with_name(f"{release.name}-archive")
