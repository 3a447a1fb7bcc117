"""A release is whole, the same bytes every time, and says its licence."""

import csv
import gzip
import hashlib
import io
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pyoxigraph as ox
import pytest
from rdflib import Dataset, Graph, Literal

from graph.build import Build, build
from graph.errors import OutputError
from graph.iris import Iris
from graph.release import build_files, write_release
from graph.serialize import OXIGRAPH, write_oxigraph
from graph.terms import CDCE, DCTERMS, RDF, RDFS, SKOS, VOID
from graph.triples import union
from graph.views import find_facts

POND = Path(__file__).parent / "data" / "pond-treaty"
FILES = {
    "graph.ttl",
    "graph.nt",
    "graph.rdf",
    "graph.nq",
    "graph.trig",
    "graph.jsonld",
    "facts.ttl",
    "parties.csv",
    "statements.csv",
    "ontology.ttl",
    "shapes.ttl",
    "report.ttl",
    "void.ttl",
    "catalogue.ttl",
    "README.txt",
    "SHA256SUMS",
}


def read(path: Path, form: str) -> Graph:
    return Graph().parse(data=path.read_text("utf-8"), format=form)


@pytest.fixture(scope="module")
def pond() -> Build:
    """The pond treaty, built."""
    return build(POND)


def test_release_has_every_file_and_its_sum(release: Path) -> None:
    """SHA256SUMS names every other file, and is right."""
    names = {path.name for path in release.iterdir()}
    lines = (release / "SHA256SUMS").read_text().splitlines()
    sums = {name: digest for digest, name in (line.split("  ") for line in lines)}

    assert names >= FILES
    assert sums.keys() == names - {"SHA256SUMS"}
    for name, digest in sums.items():
        assert hashlib.sha256((release / name).read_bytes()).hexdigest() == digest


def test_union_files_hold_the_union(release: Path, built: Build) -> None:
    """Turtle, N-Triples and RDF/XML are the union of the named graphs."""
    whole = set(union(built.dataset.values()))

    assert set(read(release / "graph.ttl", "turtle")) == whole
    assert set(read(release / "graph.nt", "nt")) == whole
    assert set(read(release / "graph.rdf", "xml")) == whole


@pytest.mark.parametrize("form", ["trig", "xml"])
def test_literal_that_looks_like_syntax_changes_nothing(form: str) -> None:
    """Prefixes are put in order at the top only, whatever a text says further down."""
    text = r'"see @prefix b: <b> .\n@prefix a: <a> .\r\n<rdf:RDF xmlns:z=\"z\" xmlns:y=\"y\">"'
    line = f"<https://a.example/s> <https://a.example/p> {text} .\n"

    written = write_oxigraph([line], form, {"z": "https://a.example/", "a": "https://b.example/"})

    [quad] = ox.parse(written, format=OXIGRAPH[form])
    assert str(quad.triple) == line.removesuffix(" .\n")


@pytest.mark.parametrize(("name", "form"), [("graph.nq", "nquads"), ("graph.trig", "trig")])
def test_dataset_files_hold_the_named_graphs(
    release: Path, built: Build, name: str, form: str
) -> None:
    """N-Quads and TriG have one named graph a licence, and nothing beside."""
    dataset = Dataset().parse(data=(release / name).read_text("utf-8"), format=form)
    base = built.treaty.dataset.base
    found = {str(g.identifier): set(g) for g in dataset.graphs() if len(g)}

    assert found == {f"{base}graph/{slug}": set(g) for slug, g in built.dataset.items()}


def test_packed_files_are_the_plain_ones(release: Path) -> None:
    """A .gz file unpacks to the file of its name."""
    packed = sorted(release.glob("*.gz"))

    plain = [path for path in release.iterdir() if path.suffix in {".nt", ".nq"}]
    assert {path.with_suffix("") for path in packed} >= set(plain)
    for path in packed:
        assert gzip.decompress(path.read_bytes()) == path.with_suffix("").read_bytes()


def test_facts_have_no_statements_and_no_reported_claim(release: Path, built: Build) -> None:
    """facts.ttl is a part of the union, without what the evidence is made of."""
    facts = read(release / "facts.ttl", "turtle")

    assert set(facts) <= set(union(built.dataset.values()))
    assert not list(facts.subjects(RDF.type, CDCE.Statement))
    assert not [s for s in facts.subjects() if "/statement/" in str(s) or "/passage/" in str(s)]
    assert len(list(facts.subjects(CDCE.depositDate, None))) == 159


def test_facts_describe_the_world_and_not_the_dataset(built: Build) -> None:
    """What only the description describes is left out, with all that is derived from it."""
    facts = find_facts(built.dataset, built.treaty)
    things = Iris(built.treaty.dataset.base)
    described = set(built.dataset["description"].subjects())
    publisher = things(built.treaty.dataset.publisher)

    assert set(facts.subjects()) & described == {things("dataset"), publisher}
    assert (publisher, SKOS.prefLabel, None) in facts
    assert (things("party/FRA"), RDFS.label, Literal("France", lang="en")) in facts


@pytest.mark.parametrize(
    "name", sorted(FILES - {"SHA256SUMS", "ontology.ttl", "graph.rdf", "graph.jsonld"})
)
def test_licence_and_attribution_are_in_each_file(release: Path, built: Build, name: str) -> None:
    """Whoever has one file knows under which licence it is and whom to name."""
    text = (release / name).read_text("utf-8")

    assert "creativecommons.org" in text
    if not name.endswith(".csv"):
        assert built.treaty.dataset.attribution in text


def test_tables_have_one_row_a_party_and_one_a_statement(release: Path, built: Build) -> None:
    """Each statement has its sentence or its source."""
    parties = list(csv.DictReader(io.StringIO((release / "parties.csv").read_text("utf-8"))))
    statements = list(csv.DictReader(io.StringIO((release / "statements.csv").read_text("utf-8"))))
    whole = union(built.dataset.values())

    assert len(parties) == 159
    assert sum(row["effective_date_is_computed"] == "yes" for row in parties) == 3
    assert len(statements) == len(set(whole.subjects(RDF.type, CDCE.Statement)))
    assert all(row["sentence"] or row["source"] for row in statements)


def test_counts_of_the_description_are_right(release: Path, built: Build) -> None:
    """VoID's numbers are those of the published dataset, its description included."""
    base = built.treaty.dataset.base
    store = ox.Store()
    store.bulk_load(path=str(release / "graph.ttl"), format=ox.RdfFormat.TURTLE)
    void = read(release / "void.ttl", "turtle")
    queries = {
        VOID.triples: "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }",
        VOID.distinctSubjects: "SELECT (COUNT(DISTINCT ?s) AS ?n) { ?s ?p ?o }",
        VOID.distinctObjects: "SELECT (COUNT(DISTINCT ?o) AS ?n) { ?s ?p ?o }",
        VOID.properties: "SELECT (COUNT(DISTINCT ?p) AS ?n) { ?s ?p ?o }",
        VOID.classes: "SELECT (COUNT(DISTINCT ?o) AS ?n) { ?s a ?o }",
        VOID.entities: (
            f"SELECT (COUNT(DISTINCT ?s) AS ?n) {{ ?s ?p ?o FILTER STRSTARTS(STR(?s), '{base}') }}"
        ),
    }
    dataset = next(void.subjects(VOID.uriSpace, None))
    for term, query in queries.items():
        [row] = store.query(query)  # type: ignore[misc]
        assert void.value(dataset, term) == Literal(int(row["n"].value)), term


def test_each_named_graph_states_licence_and_size(built: Build) -> None:
    """The description has every graph with its licence, attribution and number of triples."""
    description = built.dataset["description"]
    for slug, graph in built.dataset.items():
        [name] = [s for s in description.objects(None, VOID.subset) if str(s).endswith(f"/{slug}")]
        assert description.value(name, DCTERMS.license)
        assert description.value(name, DCTERMS.rights)
        assert description.value(name, VOID.triples) == Literal(len(graph))


def test_rebuilt_release_has_the_same_bytes(tmp_path: Path) -> None:
    """Another hash seed, time zone, locale and folder change no byte."""
    code = (
        "import sys; from pathlib import Path; from graph.build import build; "
        "from graph.release import write_release; "
        "write_release(build(Path(sys.argv[1])), Path(sys.argv[2]))"
    )
    made = []
    for number, zone in ((1, "UTC"), (2, "Asia/Tokyo")):
        out = tmp_path / f"folder-{number}" / "release"
        env = os.environ | {"PYTHONHASHSEED": str(number), "TZ": zone, "LC_ALL": "C"}
        root = Path(__file__).parents[1]
        subprocess.run(
            [sys.executable, "-c", code, str(POND), str(out)], check=True, env=env, cwd=root
        )
        made.append({path.name: path.read_bytes() for path in out.iterdir()})

    assert made[0] == made[1]


def raise_version(folder: Path) -> Path:
    """Return a copy of the pond treaty that has another version."""
    sources = Path(shutil.copytree(POND, folder / "sources"))
    treaty = sources / "treaty.toml"
    text = treaty.read_text("utf-8")
    treaty.write_text(text.replace('version = "0.1.0"', 'version = "0.2.0"'), "utf-8")
    return sources


def test_new_release_takes_the_place_of_the_old_one(pond: Build, tmp_path: Path) -> None:
    """The folder holds the new release and nothing of the old one; no other file is left."""
    out = write_release(pond, tmp_path / "out" / "release")
    (out / "left-over").write_text("old")

    write_release(build(raise_version(tmp_path)), out)

    assert not (out / "left-over").exists()
    assert {path.name for path in out.parent.iterdir()} == {"release", "release-archive"}


def test_folder_with_other_files_is_refused(pond: Build, tmp_path: Path) -> None:
    """What is no release is never replaced."""
    (tmp_path / "thesis.doc").write_text("years of work")

    with pytest.raises(OutputError, match="found other files"):
        write_release(pond, tmp_path)
    assert (tmp_path / "thesis.doc").read_text() == "years of work"


def test_file_in_the_place_of_the_folder_is_refused(pond: Build, tmp_path: Path) -> None:
    """The message says that a folder is required."""
    path = tmp_path / "release"
    path.write_text("")

    with pytest.raises(OutputError, match="a folder is required; found a file"):
        write_release(pond, path)


def test_folder_in_use_by_another_build_is_refused(pond: Build, tmp_path: Path) -> None:
    """Two builds do not write one folder."""
    import fcntl

    with (tmp_path / ".release.lock").open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        with pytest.raises(OutputError, match="another build"):
            write_release(pond, tmp_path / "release")


def test_lock_that_another_build_has_removed_is_no_lock(
    pond: Build, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A build that opened the file just before another one ended holds nothing, and says so."""
    import fcntl

    path, flock = tmp_path / ".release.lock", fcntl.flock

    def end_the_other(file: int, how: int) -> None:
        path.unlink()
        flock(file, how)

    monkeypatch.setattr(fcntl, "flock", end_the_other)
    with pytest.raises(OutputError, match="another build"):
        write_release(pond, tmp_path / "release")


def test_full_disk_leaves_the_last_release(pond: Build, tmp_path: Path) -> None:
    """When a file cannot be written, the old release stays whole and nothing is left beside it."""
    out = write_release(pond, tmp_path / "out" / "release")
    before = {path.name: path.read_bytes() for path in out.iterdir()}
    root = Path(__file__).parents[1]
    code = (
        "import resource, signal, sys; from pathlib import Path; from graph.build import build; "
        "from graph.errors import OutputError; from graph.release import write_release\n"
        "built = build(Path(sys.argv[1]))\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000))\n"
        "try:\n    write_release(built, Path(sys.argv[2]))\n"
        "except OutputError as error:\n    sys.exit(str(error))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(raise_version(tmp_path)), str(out)],
        cwd=root,
        capture_output=True,
        text=True,
    )

    assert done.returncode == 1
    assert "the release cannot be written: File too large" in done.stderr
    assert {path.name: path.read_bytes() for path in out.iterdir()} == before
    assert [path.name for path in out.parent.iterdir()] == ["release"]


def test_another_base_changes_only_the_things(tmp_path: Path) -> None:
    """With --base the things move; the vocabulary stays where it is."""
    files = build_files(build(POND, "http://127.0.0.1:8000/"))
    text = files["graph.ttl"].decode()

    assert "pond.example.org/convention" not in text
    assert "http://127.0.0.1:8000/" in text
    assert "https://w3id.org/cdce/ontology#" in text
