"""A sources folder → the validated graphs: the whole way, in the order the data flows."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from rdflib import SKOS, Graph

from graph.apparatus import Writer, build_apparatus
from graph.claims import (
    RegisterContext,
    answer_counts,
    build_claims,
    build_computed,
    build_scopes,
    link_conflicts,
)
from graph.derive import derive
from graph.describe import describe
from graph.document import read_document
from graph.entities import SCHEMES, Entities, build_entities, read_entities
from graph.errors import Faults, ValidationError
from graph.evidence import read_evidence
from graph.folder import Sources, read_sources
from graph.iris import Iris
from graph.links import build_concept_labels, build_country_links, build_links
from graph.package import ONTOLOGY, SHAPES, SOURCES
from graph.parties import build_countries, build_names
from graph.partitions import count, find_structure
from graph.passages import Layout, find_unclosed_quotes, split
from graph.provisions import build_provisions, find_articles, find_parts
from graph.questions import build_questions, read_questions
from graph.reading import read_reading
from graph.register import Register, read_register
from graph.statements import Context, Statement, corroborate, join_links
from graph.terms import Triple
from graph.treaty import BASE, BASE_IN_WORDS, FILE, Treaty
from graph.triples import (
    SLUGS,
    build_parties,
    build_register,
    collect,
    union,
    write_statements,
)
from graph.validate import Report, read_shapes, validate
from graph.withdrawn import build_withdrawn, check_withdrawn, read_withdrawn

# The graphs that are made last, from the others.
COMPUTED = ("description", "derived")
Progress = Callable[[str], None]


@dataclass(frozen=True)
class Build:
    """A dataset that conforms to the shapes: its named graphs by slug, the shapes, the report."""

    treaty: Treaty
    dataset: Mapping[str, Graph]
    shapes: Graph
    report: Report


def build(
    sources: Path = SOURCES, base: str | None = None, progress: Progress | None = None
) -> Build:
    """Return the validated dataset of a sources folder, under its own base or another.

    Raises:
        SourcesError: the sources have faults; all of them at once.
        ValidationError: the dataset does not conform to the shapes.
    """
    say = progress or _say_nothing
    treaty, dataset = assemble(sources, base, say)
    say("validating")
    shapes = read_shapes(SHAPES)
    report = validate(union(dataset.values()), shapes)
    if not report.conforms:
        raise ValidationError("\n".join(map(str, report.results)))
    return Build(treaty, dataset, shapes, report)


def assemble(
    sources: Path, base: str | None = None, progress: Progress | None = None
) -> tuple[Treaty, Mapping[str, Graph]]:
    """Return the treaty's values and the named graphs of a sources folder, not validated.

    Raises:
        SourcesError: the sources have faults; all of them at once.
    """
    say = progress or _say_nothing
    say("reading the sources")
    folder = read_sources(sources)
    faults = Faults()
    if base:
        if not BASE.fullmatch(base):
            faults.add(("--base", 0), f"{BASE_IN_WORDS} is required; found {base}")
        else:
            dataset = replace(folder.treaty.dataset, base=base)
            folder = replace(folder, treaty=replace(folder.treaty, dataset=dataset))
    say("tying statements to their words")
    iris = Iris(folder.treaty.dataset.base)
    layout = _read_layout(folder, faults)
    entities = read_entities(folder.blocks["entities.yaml"], faults)
    register = _read_register(folder, entities, faults)
    known = _find_known(folder, layout, entities, register, faults)
    context = Context(iris, layout, known, faults)
    statements = _read_statements(folder, entities, register, context)
    say("building the graphs")
    graphs = _build_graphs(folder, layout, entities, register, statements, context)
    questions = build_questions(read_questions(sources, faults), iris)
    withdrawn = read_withdrawn(sources, faults)
    check_withdrawn(withdrawn, known, faults)
    graphs["catalogue"] += build_withdrawn(withdrawn, iris)
    for slug in [s for s in SLUGS if graphs[s] or s in COMPUTED]:
        if slug not in folder.treaty.graphs:
            faults.add((FILE, 0), f"[graphs.{slug}] is required: its source and licence")
    faults.stop_if_any()
    return folder.treaty, _complete(folder.treaty, graphs, register, questions)


def _say_nothing(step: str) -> None:
    """Leave a step unsaid."""


def _read_layout(folder: Sources, faults: Faults) -> Layout:
    file = folder.treaty.document
    document = read_document(folder.document)
    layout = split(document, file.sections)
    for offset in find_unclosed_quotes(document):
        line = document.text.count("\n", 0, offset) + 1
        faults.add((file.file, line), f"a quotation mark at {offset} has no partner")
    return layout


def _read_register(folder: Sources, entities: Entities, faults: Faults) -> Register:
    tables = folder.tables
    return read_register(
        tables["parties.csv"],
        folder.treaty,
        entities.documents,
        faults,
    )


def _find_known(
    folder: Sources, layout: Layout, entities: Entities, register: Register, faults: Faults
) -> frozenset[str]:
    """Return the paths of all things that the sources describe; each is described once."""
    treaty, articles = folder.treaty, folder.tables["articles.csv"]
    described = [
        (treaty.document.iri, (FILE, 0)),
        *((path, block.where) for path, block in entities.blocks.items()),
        *((path, row["number"].where) for path, row in find_articles(articles).items()),
        *((f"party/{p.code}", p.name.where) for p in register.participations),
        *((f"section/{s.slug}", (treaty.document.file, 0)) for s in layout.sections),
    ]
    places: dict[str, tuple[str, int]] = {}
    for path, where in described:
        if path in places and not path.startswith("party/"):
            first = "{}:{}".format(*places[path])
            faults.add(where, f"{path} is described here again; first at {first}")
        places[path] = where
    numbered = {
        "quotation": len(layout.quotations),
        "reference": len(layout.document.footnotes),
        "wikilink": len(layout.document.links),
    }
    return frozenset(
        {
            *places,
            *find_parts(articles),
            *(p.key for p in register.participations),
            *(f"passage/{p.key}" for p in layout.passages),
            *(f"{kind}/{n}" for kind, most in numbered.items() for n in range(1, most + 1)),
            *(path for path, _ in SCHEMES.values()),
            *(f"graph/{slug}" for slug in SLUGS),
            "rule/entry-into-force",
            "dataset",
        }
    )


def _read_statements(
    folder: Sources, entities: Entities, register: Register, context: Context
) -> list[Statement]:
    treaty, tables, faults = folder.treaty, folder.tables, context.faults
    at_register = RegisterContext(
        register, treaty, context.iris, entities.documents, entities.publishers, faults
    )
    thesaurus = frozenset(str(row["thesaurus_concept"]) for row in tables["concept-labels.csv"])
    publisher = treaty.dataset.publisher
    conflicts = [
        *build_claims(tables["register-claims.csv"], at_register),
        *build_scopes(tables["territorial-scope.csv"], at_register),
        *build_computed(at_register),
    ]
    statements = [
        *read_reading(folder.blocks["reading.yaml"], context),
        *read_evidence(folder.blocks["evidence.yaml"], publisher, context),
        *link_conflicts(conflicts),
        *build_links(tables["links.csv"], thesaurus, treaty, context),
        *build_country_links(tables["countries.csv"], treaty, context),
    ]
    counted = answer_counts(statements, at_register)
    return join_links(corroborate(counted), faults)


def _build_graphs(
    folder: Sources,
    layout: Layout,
    entities: Entities,
    register: Register,
    statements: list[Statement],
    context: Context,
) -> dict[str, Graph]:
    treaty, tables, iris, faults = folder.treaty, folder.tables, context.iris, context.faults
    language = treaty.document.language
    passages = {passage.key: passage for passage in layout.passages}
    parties = register.participations
    graphs = {slug: Graph(bind_namespaces="none") for slug in SLUGS}
    graphs["article"] = build_apparatus(
        layout, folder.blocks["reading.yaml"], treaty.document, context
    )
    graphs["register"] = build_register(register, treaty.instrument.iri, iris)
    graphs["countries"] = build_countries(tables["countries.csv"], parties, iris, faults)
    graphs["labels"] = build_names(tables["country-labels.csv"], parties, iris, faults)
    graphs["provisions"] = build_provisions(tables["articles.csv"], treaty, context)
    graphs["catalogue"] = build_entities(entities, passages, language, context)
    graphs["thesaurus"] = build_concept_labels(
        tables["concept-labels.csv"], graphs["catalogue"], context
    )
    graphs["ontology"].parse(ONTOLOGY, format="turtle")
    writer = Writer(
        graphs["article"], layout.document, iris(treaty.document.iri), language, context
    )
    write_statements(statements, graphs, writer, iris)
    return graphs


def _complete(
    treaty: Treaty, graphs: dict[str, Graph], register: Register, questions: Graph
) -> dict[str, Graph]:
    """Return the graphs with what is derived and counted.

    The numbers in the description are of the whole dataset, the description included, so it is
    written until they no longer change.
    """
    iris, base, ontology = Iris(treaty.dataset.base), treaty.dataset.base, graphs["ontology"]
    kept = {slug: graph for slug, graph in graphs.items() if graph}
    parties = set(
        build_parties(register.participations, treaty.instrument.iri, treaty.dataset.issued, iris)
    )
    data: set[Triple] = parties.union(*kept.values())
    inferred = parties | derive(data, ontology)
    structure = find_structure(data - set(ontology), data | inferred, base)
    publisher = str(kept["catalogue"].value(iris(treaty.dataset.publisher), SKOS.prefLabel) or "")
    counts, sizes = count(data, base), dict.fromkeys([*kept, *COMPUTED], 0)
    while True:
        described = describe(treaty, sizes, counts, structure, publisher)
        description = set(described + questions)
        derived = inferred | derive(description, ontology)
        found = count(data | description | derived, base)
        sizes_found = {slug: len(graph) for slug, graph in kept.items()}
        sizes_found |= {"description": len(description), "derived": len(derived)}
        if (found, sizes_found) == (counts, sizes):
            return kept | {"description": collect(description), "derived": collect(derived)}
        counts, sizes = found, sizes_found
