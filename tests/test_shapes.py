"""What the shapes refuse, each rule by a file that breaks it."""

import re
from pathlib import Path

import pyoxigraph
import pytest
import rdflib
from pyshacl.helper.sparql_query_helper import SPARQLQueryHelper
from rdflib import RDF, RDFS, SH, SKOS, XSD, BNode, Graph, Literal, URIRef
from rdflib.term import Node

from graph import validate as validation
from graph.errors import ShapeError
from graph.package import SHAPES
from graph.shacl import PARAMETERS, TERMS, check_shapes, find_shapes, read_shapes
from graph.terms import VOCABULARY
from graph.validate import validate
from tests.shapes.faults import (
    BASE,
    FOLDER,
    SHAPE,
    Dataset,
    Fault,
    Part,
    build_data,
    build_graph,
    find_parts,
    find_results,
    read_all_shapes,
    read_faults,
    read_ontology,
    write_lines,
)

FILES = sorted(SHAPES.glob("*.ttl"))
FAULTS = read_faults()
# Of all faults, those that are tried on all shapes at once.
SAMPLE = FAULTS[::25]


@pytest.fixture(scope="module")
def parts() -> list[Part]:
    """The rules of the shapes, one by one."""
    return find_parts(read_all_shapes())


@pytest.fixture(scope="module")
def dataset() -> Dataset:
    """The valid dataset, to be changed by one fault after the other."""
    return Dataset()


def test_valid_dataset_conforms() -> None:
    """The dataset that the faults change breaks no rule."""
    report = validate(build_data(), read_all_shapes())

    assert report.results == ()
    assert report.conforms


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.name)
def test_fault_has_exactly_its_results(fault: Fault, parts: list[Part], dataset: Dataset) -> None:
    """A fault has the results that its file names, and no other."""
    data = dataset.change(fault.update)
    changed = dataset.find_changed()
    read = [triple for part in parts if part.reads(changed) for triple in part.triples]

    assert write_lines(find_results(data, build_graph(read))) == fault.results


@pytest.mark.parametrize("fault", SAMPLE, ids=lambda fault: fault.name)
def test_fault_has_the_same_results_from_all_shapes(fault: Fault) -> None:
    """Rules that read nothing of a change find nothing, so the test above may leave them out."""
    report = validate(build_data(fault.update), read_all_shapes())

    assert write_lines(report.results) == fault.results


def test_fault_files_are_named_by_what_they_break() -> None:
    """The name of a fault file begins with the rule that it breaks, and says how."""
    wrong = [
        fault.name
        for fault in FAULTS
        if not any(fault.name.startswith(f"{name}-") for name in fault.broken)
    ]

    assert wrong == []


def test_each_constraint_has_a_fault() -> None:
    """Each parameter and query of a shape with targets is broken by a file."""
    broken = {tuple(line.split(" ")[:2]) for fault in FAULTS for line in fault.results}
    missing = []
    for part in find_parts(read_all_shapes()):
        if (part.name, "SPARQL") in broken:
            continue
        for _, parameter, _ in (t for t in part.triples if t[0] == part.shape):
            if parameter in COMPONENTS and (part.name, COMPONENTS[parameter]) not in broken:
                missing.append((part.name, COMPONENTS[parameter]))

    assert missing == []


# A qualified value shape is counted, and a query is found by its own name.
COMPONENTS: dict[Node, str] = {SH.sparql: "SPARQL"}
for _parameter in PARAMETERS | {SH.qualifiedMinCount, SH.qualifiedMaxCount}:
    if _parameter not in (SH.property, SH.qualifiedValueShape, SH.sparql):
        _name = _parameter.removeprefix(str(SH))
        COMPONENTS[_parameter] = _name[:1].upper() + _name[1:]


def find_queries() -> list[Part]:
    return [p for p in find_parts(read_all_shapes()) if any(t[1] == SH.select for t in p.triples)]


@pytest.mark.parametrize("part", find_queries(), ids=lambda part: part.name)
def test_query_means_the_same_to_rdflib(part: Part, monkeypatch: pytest.MonkeyPatch) -> None:
    """The engine that answers the queries of the shapes answers as rdflib does."""
    fault = next(f for f in FAULTS if f.name.startswith(f"{part.name}-"))
    data = build_data(fault.update)
    expected = write_lines(find_results(data, part.graph))
    monkeypatch.setattr(validation, "_Data", lambda data: data)

    assert expected
    assert expected == write_lines(find_results(data, part.graph))


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_file_parses_in_two_parsers(file: Path) -> None:
    """A file of shapes is Turtle to rdflib and to Oxigraph, and the same triples to both."""
    text = file.read_bytes()
    one = Graph(bind_namespaces="none").parse(data=text, format="turtle")
    other = list(pyoxigraph.parse(text, format=pyoxigraph.RdfFormat.TURTLE))

    assert len(one) == len(other)


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_file_has_the_style_of_the_project(file: Path) -> None:
    """Prefixes are in order and all used, subjects and full stops stand alone, no tabs."""
    text = file.read_text("utf-8")
    prefixes = re.findall(r"^PREFIX ([\w-]+):", text, re.MULTILINE)

    assert prefixes == sorted(prefixes)
    assert [p for p in prefixes if len(re.findall(rf"\b{p}:", text)) < 2] == []
    assert "\t" not in text
    for block in text.rstrip("\n").split("\n\n"):
        first, last = block.split("\n")[0], block.split("\n")[-1]
        assert first.startswith(("PREFIX ", "# ")) or (first.startswith("shape:") and last == ".")


def test_shapes_are_named_by_their_class_and_property() -> None:
    """A shape has an IRI under shape/, and that of a property begins with its node shape."""
    shapes = read_all_shapes()
    for shape in find_shapes(shapes) | set(shapes.objects(None, SH.sparql)):
        assert re.fullmatch(re.escape(SHAPE) + r"[A-Z]\w+Shape(-[\w-]+)?", str(shape)), shape
    for term in (SH.property, SH.sparql):
        for node, owned in shapes.subject_objects(term):
            assert str(owned).startswith(f"{node}-")


def test_messages_are_sentences_of_their_own() -> None:
    """Each message is one sentence, and only rules of one kind share it."""
    for _, message in read_all_shapes().subject_objects(SH.message):
        assert isinstance(message, Literal)
        assert message.language == "en"
        assert re.fullmatch(r"[A-Z][^.]*\.", str(message)), message


def test_own_terms_are_in_the_ontology() -> None:
    """Each term of the vocabulary that a shape names is defined, in queries too."""
    own = f"{VOCABULARY}ontology#"
    shapes = read_all_shapes()
    named = {str(term) for triple in shapes for term in triple if str(term).startswith(own)}
    for query in shapes.objects(None, SH.select):
        named |= {own + name for name in re.findall(r"\bcdce:(\w+)", str(query))}
    defined = {str(term) for term in read_ontology().subjects(RDFS.isDefinedBy, None)}

    assert named - defined - {own} == set()


def test_lists_are_those_of_the_ontology() -> None:
    """What a shape allows from a code list is the whole list."""
    shapes, ontology = read_all_shapes(), read_ontology()
    for values in shapes.objects(None, SH["in"]):
        listed = set(shapes.items(values))
        scheme = ontology.value(next(iter(listed)), SKOS.inScheme)

        assert listed == set(ontology.subjects(SKOS.inScheme, scheme))


def test_no_shape_names_a_thing_of_a_treaty() -> None:
    """Shapes name the vocabulary, its code lists and other vocabularies, and no thing."""
    lists = ("ontology#", "shape/", "certainty/", "consent-type/", "fidelity/", "modality/")
    for triple in read_all_shapes():
        for term in triple:
            if isinstance(term, URIRef) and term.startswith(VOCABULARY):
                assert term.removeprefix(VOCABULARY).startswith((*lists, "passage-kind/"))


# The shapes themselves


def shape(*triples: tuple[URIRef, URIRef | Literal | BNode]) -> Graph:
    """Return one sound property shape with more triples on it."""
    node = URIRef(f"{SHAPE}TestShape-property")
    graph = Graph(bind_namespaces="none")
    for term, value in (
        (RDF.type, SH.PropertyShape),
        (SH.path, RDFS.label),
        (SH.name, Literal("label")),
        (SH.message, Literal("A thing has a label.")),
        *triples,
    ):
        graph.add((node, term, value))
    return graph


def test_sound_shape_passes() -> None:
    """A named shape with a name and a message is accepted."""
    check_shapes(shape((SH.minCount, Literal(1))))


@pytest.mark.parametrize("term", ["mincount", "MinCount", "shape", "rule", "target", "memberShape"])
def test_term_that_shacl_has_not_is_refused(term: str) -> None:
    """A misspelt constraint passes every validator in silence, so it is an error."""
    with pytest.raises(ShapeError, match=f"shacl#{term} is not a term of SHACL 1.0"):
        check_shapes(shape((URIRef(f"{SH}{term}"), Literal(1))))


def test_shape_without_iri_is_refused() -> None:
    """A report could not name a blank shape."""
    blank = BNode()
    shapes = shape((SH.node, blank))
    shapes.add((blank, SH["class"], RDFS.Class))

    with pytest.raises(ShapeError, match="a shape without an IRI"):
        check_shapes(shapes)


@pytest.mark.parametrize("term", [SH.name, SH.message, RDF.type])
def test_silent_shape_is_refused(term: URIRef) -> None:
    """A property shape has a type, a name and a message."""
    shapes = shape((SH.minCount, Literal(1)))
    shapes.remove((None, term, None))

    with pytest.raises(ShapeError, match=f"{term}.* is required; found none"):
        check_shapes(shapes)


def test_all_faults_of_shapes_come_at_once() -> None:
    """One error lists every fault, sorted."""
    shapes = shape((URIRef(f"{SH}mincount"), Literal(1)), (URIRef(f"{SH}maxcount"), Literal(1)))
    shapes.remove((None, SH.message, None))

    with pytest.raises(ShapeError) as error:
        check_shapes(shapes)
    lines = str(error.value).splitlines()

    assert len(lines) == 3
    assert lines == sorted(lines)


def test_folder_without_shapes_is_refused(tmp_path: Path) -> None:
    """Nothing is not what a release conforms to."""
    with pytest.raises(ShapeError, match="found none"):
        read_shapes(tmp_path)


def test_shape_that_cannot_be_used_is_an_error() -> None:
    """What pyshacl refuses is an error of the shapes."""
    shapes = shape((SH.minCount, Literal("one")))
    shapes.add((URIRef(f"{SHAPE}TestShape-property"), SH.targetSubjectsOf, RDFS.label))

    with pytest.raises(ShapeError):
        validate(build_data(), shapes)


def test_query_that_shacl_forbids_is_an_error() -> None:
    """A query of a shape must not hold MINUS, for which SHACL has no meaning."""
    shapes = read_all_shapes() + Graph()
    query = next(shapes.subjects(SH.select))
    shapes.set((query, SH.select, Literal("SELECT $this { $this a ?kind MINUS { $this ?p 1 } }")))

    with pytest.raises(ShapeError, match="MINUS"):
        validate(build_data(), shapes)


# The validation


def test_report_is_in_order_and_without_blank_nodes() -> None:
    """A report gives each result an IRI under the base, and says what the results say."""
    fault = next(f for f in FAULTS if len(f.results) > 2)
    report = validate(build_data(fault.update), read_all_shapes())
    again = validate(build_data(fault.update), read_all_shapes())
    iri = URIRef(f"{BASE}report")

    assert not report.conforms
    assert report.results == again.results
    assert set(report.graph) == set(again.graph)
    assert not any(isinstance(term, BNode) for triple in report.graph for term in triple)
    assert set(report.graph.objects(iri, SH.conforms)) == {Literal(False)}
    assert len(set(report.graph.objects(iri, SH.result))) == len(report.results)
    found = {str(message) for message in report.graph.objects(None, SH.resultMessage)}
    assert found == {result.message for result in report.results}


def test_report_may_have_another_iri() -> None:
    """The caller names the report."""
    iri = URIRef("https://other.example.org/report/1")
    report = validate(build_data(), read_all_shapes(), iri)

    assert set(report.graph.subjects()) == {iri}
    assert set(report.graph.objects(iri, SH.conforms)) == {Literal(True)}


def test_result_says_where_what_and_by_which_rule() -> None:
    """A result is one line for a person: the place, the rule in words, its IRI."""
    fault = next(f for f in FAULTS if f.name == "StatementShape-modality-missing")
    (result,) = validate(build_data(fault.update), read_all_shapes()).results

    assert str(result) == (
        f"<{BASE}statement/session-count> <{VOCABULARY}ontology#modality>: A statement has "
        "exactly one modality, a member of the list of modalities. "
        f"({SHAPE}StatementShape-modality)"
    )


def test_warning_is_listed_and_does_not_stop_a_release() -> None:
    """Data conform where no result is a violation."""
    shapes = shape((SH.maxCount, Literal(0)), (SH.severity, SH.Warning))
    shapes.add((URIRef(f"{SHAPE}TestShape-property"), SH.targetClass, SH_TEST))
    data = Graph()
    data.add((URIRef(BASE), RDF.type, SH_TEST))
    data.add((URIRef(BASE), RDFS.label, Literal("base")))
    report = validate(data, shapes)

    assert report.conforms
    assert len(report.results) == 1


SH_TEST = URIRef(f"{BASE}Test")


@pytest.mark.parametrize("normalize", [True, False])
def test_validation_leaves_rdflib_as_it_was(
    normalize: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is changed in all of rdflib and pyshacl while it works is put back."""
    check = SPARQLQueryHelper.check_invalid_sparql
    monkeypatch.setattr(rdflib, "NORMALIZE_LITERALS", normalize)
    validate(build_data(), read_all_shapes())

    assert SPARQLQueryHelper.check_invalid_sparql is check
    assert rdflib.NORMALIZE_LITERALS is normalize
    assert Literal("1", datatype=XSD.boolean).value is True


def test_validation_changes_neither_data_nor_shapes() -> None:
    """What is validated and what it is validated against stay the same triples."""
    data, shapes = build_data(), read_all_shapes()
    before = set(data), set(shapes)
    validate(data, shapes)

    assert (set(data), set(shapes)) == before


def test_only_known_terms_are_known() -> None:
    """The list of terms is part of SHACL's namespace as rdflib knows it."""
    assert {term for term in TERMS if term not in SH} == set()


def test_folder_holds_only_what_is_read() -> None:
    """Each file beside the valid dataset is a fault with results."""
    assert [fault.name for fault in FAULTS if not fault.results] == []
    assert {file.suffix for file in FOLDER.iterdir() if file.is_file()} == {".py", ".ru", ".ttl"}
