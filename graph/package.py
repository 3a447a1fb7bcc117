"""Where the files that come with the package are, in a checkout and in an installed wheel."""

from __future__ import annotations

from pathlib import Path

_INSIDE = Path(__file__).parent
# A wheel carries the ontology and the shapes inside this package; a checkout beside it.
_ROOT = _INSIDE if (_INSIDE / "ontology.ttl").is_file() else _INSIDE.parent

ONTOLOGY = _ROOT / "ontology.ttl"
SHAPES = _ROOT / "shapes"
SOURCES = _INSIDE / "sources" / "convention-2005"
