"""The folders show the way of the data, and the code knows no treaty."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
MODULES = sorted([*(ROOT / "graph").glob("*.py"), *(ROOT / "server").rglob("*.py")])
# The order of the pipeline: a module imports only what stands before it.
FLOW = (
    "errors",
    "package",
    "terms",
    "iris",
    "literals",
    "treaty",
    "folder",
    "document",
    "passages",
    "statements",
    "reading",
    "evidence",
    "questions",
    "withdrawn",
    "entities",
    "register",
    "claims",
    "parties",
    "links",
    "provisions",
    "apparatus",
    "derive",
    "triples",
    "partitions",
    "dcat",
    "describe",
    "shacl",
    "validate",
    "build",
    "views",
    "tables",
    "serialize",
    "release",
)


def find_imports(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
        elif isinstance(node, ast.Import):
            yield from (name.name for name in node.names)


def test_every_module_of_graph_has_its_place_in_the_flow() -> None:
    """A new module says where in the flow it stands."""
    assert {p.stem for p in (ROOT / "graph").glob("*.py")} - {"__init__"} == set(FLOW)


@pytest.mark.parametrize("name", FLOW)
def test_module_imports_only_what_stands_before_it(name: str) -> None:
    """Data flows one way, so no module reaches to its right."""
    imported = {
        m.partition(".")[2]
        for m in find_imports(ROOT / "graph" / f"{name}.py")
        if m.startswith("graph.")
    }

    assert imported <= set(FLOW[: FLOW.index(name)])


def test_graph_never_imports_server() -> None:
    """The left side knows nothing of HTTP."""
    for path in (ROOT / "graph").glob("*.py"):
        modules = list(find_imports(path))
        assert not [m for m in modules if m.split(".")[0] in {"server", "flask", "werkzeug"}], path


def test_pyshacl_is_imported_in_one_place() -> None:
    """Validation has one door."""
    users = [p.name for p in MODULES if any(m.split(".")[0] == "pyshacl" for m in find_imports(p))]

    assert users == ["validate.py"]


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(ROOT)))
def test_module_is_short_and_says_what_it_is(path: Path) -> None:
    """A reader holds one file in mind, and its first line says what is in it."""
    text = path.read_text("utf-8")

    assert len(text.splitlines()) <= 360
    assert ast.get_docstring(ast.parse(text))


FACTS = re.compile(
    r"convention/2005|declaration/2001|2007-03-18|2005-10-20|\bunesco\b(?!_)", re.IGNORECASE
)


@pytest.mark.parametrize(
    "path",
    [
        *MODULES,
        *sorted((ROOT / "shapes").glob("*.ttl")),
        *sorted((ROOT / "server").rglob("*.html")),
    ],
    ids=lambda p: str(p.relative_to(ROOT)),
)
def test_no_fact_of_the_treaty_is_in_code_shape_or_template(path: Path) -> None:
    """The facts live in the sources folder."""
    lines = path.read_text("utf-8").splitlines()
    allowed = ("SOURCES = ", "unesco_group", "Electoral groups of UNESCO")
    found = [line for line in lines if FACTS.search(line) and not any(a in line for a in allowed)]

    assert found == []


def test_nothing_names_this_machine_or_a_registry() -> None:
    """No committed text has a path of a workplace or the address of a registry."""
    hosts = ("pypi" + ".org", "npmjs" + ".org", "/work" + "/")
    texts = [
        *ROOT.glob("*.md"),
        *ROOT.glob("*.toml"),
        *ROOT.glob("*.lock"),
        ROOT / "Makefile",
        *MODULES,
    ]
    for path in texts:
        text = path.read_text("utf-8")
        assert not [host for host in hosts if host in text], path
