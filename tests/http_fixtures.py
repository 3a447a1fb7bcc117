"""A tiny release to serve, a store without processes, and a server on a free port."""

from __future__ import annotations

import hashlib
import http.client
import os
import random
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from flask import Flask
from pyoxigraph import (
    Dataset as Quads,
)
from pyoxigraph import (
    NamedNode,
    QueryBoolean,
    QueryResultsFormat,
    QuerySolutions,
    QueryTriples,
    RdfFormat,
    Triple,
    parse,
    serialize,
)
from pyoxigraph import (
    Store as Engine,
)
from rdflib import Graph, URIRef

from graph.dcat import measure_files
from graph.terms import DCAT
from server.app import create_app
from server.engine.answers import Answer, Dataset, NotAcceptable, QueryError
from server.formats import Form, Format
from server.http.listen import Listener
from server.publication import make_publication
from server.releases.release import read_release
from server.settings import AnswerLimits, Settings

SITE = "http://127.0.0.1:8000"
BASE = "https://w3id.org/cdce/"
MANY = 130

ONTOLOGY = """
PREFIX cdce: <https://w3id.org/cdce/ontology#>
PREFIX owl: <http://www.w3.org/2002/07/owl#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>

<https://w3id.org/cdce/ontology> a owl:Ontology ; skos:prefLabel "Vocabulary"@en .
cdce:Convention a owl:Class ; skos:prefLabel "convention"@en ;
  rdfs:isDefinedBy <https://w3id.org/cdce/ontology> .
cdce:Statement a owl:Class ; skos:prefLabel "statement"@en ;
  rdfs:isDefinedBy <https://w3id.org/cdce/ontology> .
cdce:adoptionDate a owl:DatatypeProperty ; skos:prefLabel "adopted on"@en ;
  rdfs:isDefinedBy <https://w3id.org/cdce/ontology> .
<https://w3id.org/cdce/modality/fact> a skos:Concept ; skos:prefLabel "fact"@en .
"""

THINGS = """
BASE <{base}>
PREFIX cdce: <https://w3id.org/cdce/ontology#>
PREFIX dcat: <http://www.w3.org/ns/dcat#>
PREFIX dcterms: <http://purl.org/dc/terms/>
PREFIX oa: <http://www.w3.org/ns/oa#>
PREFIX owl: <http://www.w3.org/2002/07/owl#>
PREFIX prov: <http://www.w3.org/ns/prov#>
PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX schema: <https://schema.org/>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
PREFIX void: <http://rdfs.org/ns/void#>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>

<convention/2005> a cdce:Convention ; skos:prefLabel "The Convention"@en ;
  dcterms:title "La « Convention » <b>"@fr, "The Convention"@en ;
  cdce:adoptionDate "2005-10-20"^^xsd:date .
<passage/lead-s1> a cdce:Passage ; skos:prefLabel "First sentence"@en ; schema:position 1 ;
  cdce:plainText "It was adopted on 20 October 2005 <script>alert(1)</script>."@en .
<agent/authors> a prov:Agent ; skos:prefLabel "Authors"@en .
<statement/lead-s1-01> a cdce:Statement ; skos:prefLabel "Statement 1"@en ;
  rdf:subject <convention/2005> ; rdf:predicate cdce:adoptionDate ;
  rdf:object "2005-10-20"^^xsd:date ; cdce:asserted true ;
  cdce:modality <https://w3id.org/cdce/modality/fact> ;
  cdce:words <statement/lead-s1-01#words> ;
  prov:wasAttributedTo <agent/authors> ; prov:wasDerivedFrom <passage/lead-s1> .
<statement/lead-s1-01#words> a oa:SpecificResource ; skos:prefLabel "Words 1"@en ;
  cdce:plainText "adopted on 20 October 2005"@en ;
  oa:hasSelector <statement/lead-s1-01#words-quote> .
<statement/lead-s1-01#words-quote> a oa:TextQuoteSelector ; skos:prefLabel "Quote 1"@en ;
  oa:exact "adopted on [[20 October]] 2005" .
<party/FRA> a cdce:State ; skos:prefLabel "France"@en, "Frankreich"@de ;
  skos:notation "FR"^^cdce:alpha2Code ; rdfs:seeAlso <https://sws.geonames.org/3017382/> .
<participation/FRA> a cdce:Participation ; skos:prefLabel "France in the Convention"@en ;
  cdce:party <party/FRA> ; cdce:instrument <convention/2005> ; cdce:order 7 .
<article/4.8> skos:prefLabel "Article 4.8"@en .
<concept/gone> skos:prefLabel "Gone"@en ; skos:changeNote "It was never in the document."@en ;
  prov:invalidatedAtTime "2026-11-24T00:00:00Z"^^xsd:dateTime .
<graph/article> skos:prefLabel "What the document says"@en .
<graph/ontology> skos:prefLabel "The vocabulary"@en .
"""

VOID = """
BASE <{base}>
PREFIX dcat: <http://www.w3.org/ns/dcat#>
PREFIX dcterms: <http://purl.org/dc/terms/>
PREFIX void: <http://rdfs.org/ns/void#>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
<dataset> a void:Dataset, dcat:Dataset ; dcterms:title "Tiny Graph"@en ;
  dcterms:description "A graph for tests."@en ; dcat:version "1.0.0" ;
  dcterms:issued "2026-11-24"^^xsd:date ; void:uriSpace "{base}" ;
  dcterms:license <https://creativecommons.org/licenses/by-sa/4.0/> ;
  dcterms:rights "The authors"@en ; void:exampleResource <statement/lead-s1-01> .
"""

REPORT = """
PREFIX sh: <http://www.w3.org/ns/shacl#>
<https://w3id.org/cdce/report> a sh:ValidationReport ; sh:conforms true .
"""


def write_release(folder: Path, base: str = BASE) -> Path:
    """Write a tiny release, complete and with its sums; return its folder."""
    folder.mkdir(parents=True, exist_ok=True)
    things = THINGS.format(base=base) + "".join(
        f"<concept/c{n}> skos:prefLabel 'Concept {n}'@en ; skos:related <party/FRA> .\n"
        for n in range(MANY)
    )
    graphs = {"article": things, "ontology": ONTOLOGY, "description": VOID.format(base=base)}
    quads = Quads()
    triples: dict[Triple, None] = {}
    for name, text in graphs.items():
        for quad in parse(text, format=RdfFormat.TURTLE):
            quads.add(type(quad)(*quad.triple, NamedNode(f"{base}graph/{name}")))
            triples[quad.triple] = None
    parser = parse(things, format=RdfFormat.TURTLE)
    next(parser)
    texts = {
        "ontology.ttl": ONTOLOGY.encode(),
        "void.ttl": VOID.format(base=base).encode(),
        "report.ttl": REPORT.encode(),
        "parties.csv": b"code,name\r\nFRA,France\r\n",
    }
    for suffix, kind in (
        ("ttl", RdfFormat.TURTLE),
        ("nt", RdfFormat.N_TRIPLES),
        ("rdf", RdfFormat.RDF_XML),
        ("nq", RdfFormat.N_QUADS),
        ("trig", RdfFormat.TRIG),
    ):
        source = quads if suffix in {"nq", "trig"} else list(triples)
        prefixes = parser.prefixes if suffix in {"ttl", "trig", "rdf"} else None
        texts[f"graph.{suffix}"] = serialize(source, format=kind, prefixes=prefixes) or b""
    catalogue = Graph()
    for triple in measure_files(f"{base}dumps/1.0.0/", texts):
        catalogue.add(triple)
    for name in texts:
        node = URIRef(f"{base}dumps/1.0.0/{name}")
        catalogue.add((node, DCAT.downloadURL, node))
    texts["catalogue.ttl"] = catalogue.serialize(format="turtle").encode()
    for name, raw in texts.items():
        (folder / name).write_bytes(raw)
    write_sums(folder)
    return folder


def write_sums(folder: Path) -> None:
    names = sorted(path.name for path in folder.iterdir() if path.name != "SHA256SUMS")
    lines = [
        f"{hashlib.sha256((folder / name).read_bytes()).hexdigest()}  {name}\n" for name in names
    ]
    (folder / "SHA256SUMS").write_text("".join(lines), "utf-8")


RESULTS = {
    "json": QueryResultsFormat.JSON,
    "xml": QueryResultsFormat.XML,
    "csv": QueryResultsFormat.CSV,
    "tsv": QueryResultsFormat.TSV,
}
GRAPHS = {
    "ttl": RdfFormat.TURTLE,
    "jsonld": RdfFormat.JSON_LD,
    "nt": RdfFormat.N_TRIPLES,
    "rdf": RdfFormat.RDF_XML,
    "trig": RdfFormat.TRIG,
    "nq": RdfFormat.N_QUADS,
}


@dataclass
class PlainStore:
    """Answer queries in this very process, for tests of what lies before a store."""

    folder: Path
    asked: list[str] = field(default_factory=list)
    fails_with: Exception | None = None
    kind: str = "embedded"
    memory_budget_bytes: int = 0
    entrusted: Sequence[str] = ()

    def __post_init__(self) -> None:
        self.engine = Engine()
        self.engine.load(path=self.folder / "graph.nq", format=RdfFormat.N_QUADS)

    def query(
        self,
        text: str,
        *,
        base: str,
        dataset: Dataset,
        formats: Mapping[Form, Format | None],
        limits: AnswerLimits | None = None,  # noqa: ARG002 - named by the interface
    ) -> Answer:
        self.asked.append(text)
        if self.fails_with is not None:
            raise self.fails_with
        given = {}
        if dataset != Dataset():
            given["default_graph"] = [NamedNode(iri) for iri in dataset.default or ()]
            given["named_graphs"] = [NamedNode(iri) for iri in dataset.named or ()]
        else:
            given["use_default_graph_as_union"] = True  # type: ignore[assignment]
        try:
            found = self.engine.query(text, base_iri=base, **given)  # type: ignore[arg-type]
        except SyntaxError as error:
            raise QueryError(str(error), 1, 1) from error
        return self._write(found, formats)

    def _write(
        self,
        found: QuerySolutions | QueryBoolean | QueryTriples,
        formats: Mapping[Form, Format | None],
    ) -> Answer:
        form: Form = "graph"
        if isinstance(found, QuerySolutions):
            form = "solutions"
        elif isinstance(found, QueryBoolean):
            form = "boolean"
        chosen = formats[form]
        if chosen is None:
            raise NotAcceptable(form)
        if isinstance(found, QueryTriples):
            triples: list[Triple] = list(found)
            return Answer(serialize(triples, format=GRAPHS[chosen.name]) or b"", form, chosen)
        return Answer(found.serialize(format=RESULTS[chosen.name]) or b"", form, chosen)

    def close(self) -> None:
        pass


def make_app(folder: Path, site: str = SITE, **limits: int) -> tuple[Flask, PlainStore]:
    """Return an application on a release, and its store."""
    store = PlainStore(folder)
    settings = Settings(**limits)
    made = make_publication(store, read_release(folder), site=site, settings=settings)
    return create_app(made), store


def find_seed() -> int:
    """Return the seed of a test with chance, and print it: FUZZ_SEED of the environment, or any."""
    seed = int(os.environ.get("FUZZ_SEED") or random.SystemRandom().randrange(10**6))
    sys.stdout.write(f"FUZZ_SEED={seed}\n")
    return seed


@contextmanager
def hold_port() -> Iterator[int]:
    """Give a free port that the system gives to nobody else; a server may listen on it."""
    with socket.socket() as held:
        held.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        held.bind(("127.0.0.1", 0))
        yield int(held.getsockname()[1])


def find_port() -> int:
    """Return a port of this machine that is free now."""
    with hold_port() as port:
        return port


@contextmanager
def run_server(app: Flask, port: int) -> Iterator[None]:
    """Serve an application on a port."""
    settings = app.extensions["cdce"].publication.service.settings
    listener = Listener(app, "127.0.0.1", port, settings=settings, proxies=0)
    thread = threading.Thread(target=listener.run)
    thread.start()
    try:
        yield
    finally:
        listener.stop()
        thread.join()
        assert listener.drain(10)


@contextmanager
def run_process(folder: Path) -> Iterator[int]:
    """Serve a release as the command line does, in a process of its own; give its port."""
    port = find_port()
    start = "import sys; from server.cli import main; sys.exit(main(sys.argv[1:]))"
    arguments = ["serve", "--release", str(folder), "--port", str(port), "--site", f"{SITE}/"]
    process = subprocess.Popen([sys.executable, "-c", start, *arguments], stdout=subprocess.DEVNULL)
    try:
        for _ in range(200):
            try:
                if ask(port, "GET", "/health").status == 200:
                    break
            except OSError:
                time.sleep(0.05)
        yield port
    finally:
        process.terminate()
        process.wait(20)


@dataclass(frozen=True)
class Found:
    """Hold what a server answered; names of headers are in lower case."""

    status: int
    headers: Mapping[str, str]
    body: bytes


def ask(
    port: int,
    method: str,
    path: str,
    headers: Mapping[str, str] | None = None,
    body: bytes | None = None,
) -> Found:
    """Send one request to a server of this machine."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
    try:
        has_host = "Host" in (headers or {})
        connection.putrequest(method, path, skip_host=has_host, skip_accept_encoding=True)
        for name, value in (headers or {}).items():
            connection.putheader(name, value)
        if body is not None:
            connection.putheader("Content-Length", str(len(body)))
        connection.endheaders(body)
        reply = connection.getresponse()
        found = {name.lower(): value for name, value in reply.getheaders()}
        return Found(reply.status, found, reply.read())
    finally:
        connection.close()
