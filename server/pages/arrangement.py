"""Arrange the description of a thing for its page: labels first, each fact with its source."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from pyoxigraph import BlankNode, Literal, NamedNode

from server.lookup.descriptions import Description
from server.lookup.facts import Facts
from server.lookup.labels import Labels, Shown
from server.lookup.statements import Sentence, list_sentences
from server.namespaces import DCTERMS, FOAF, OA, OWL, RDF, RDF_TYPE, RDFS, SCHEMA, SEM, SH, SKOS
from server.pages.hierarchy import Hierarchy
from server.pages.thing import Fact, Part, PartyRow, Source, Thing, Value
from server.releases.graphs import Term, read_value
from server.releases.service import Service

ENDS = ("Earliest", "Latest")
MANY = 12
_TRIPLE = ("subject", "predicate", "object")

HIDDEN = {RDF_TYPE, RDFS + "label", SKOS + "prefLabel", RDF + "subject", RDF + "predicate"}
ELSEWHERE = {
    OWL + "sameAs",
    RDFS + "seeAlso",
    *(f"{SKOS}{kind}Match" for kind in ("exact", "close", "broad", "narrow", "related")),
    *(FOAF + name for name in ("page", "homepage", "isPrimaryTopicOf")),
}
# Where a thing stands in the text, and the bounds of its dates that other facts say in words:
# said in full on request only.
APPARATUS = {
    SCHEMA + "position",
    SKOS + "inScheme",
    *(f"{SEM}has{end}{point}TimeStamp" for end in ENDS for point in ("Begin", "End")),
    *(OA + name for name in ("hasSelector", "hasSource")),
}
RULES = {SH + name for name in ("property", "sparql", "node")}
QUERIES = tuple(SH + name for name in ("select", "ask", "construct"))
LEADS = (SKOS + "definition", SH + "message", SCHEMA + "text", DCTERMS + "description")

_PARTIES = """
PREFIX cdce: <{ontology}> PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
SELECT ?party ?label ?consent ?how ?deposited ?bound ?ended ?disputed WHERE {{
  ?participation cdce:instrument <{iri}> ; cdce:party ?party .
  ?party skos:prefLabel ?label FILTER(LANG(?label) = "en")
  OPTIONAL {{ ?participation cdce:consentType ?consent . ?consent skos:prefLabel ?how }}
  OPTIONAL {{ ?participation cdce:depositDate ?deposited }}
  OPTIONAL {{ ?participation cdce:effectiveDate ?bound }}
  OPTIONAL {{ ?participation cdce:endDate ?ended }}
  OPTIONAL {{ SELECT ?participation (COUNT(?other) AS ?disputed) WHERE {{
    ?statement rdf:subject ?participation ; cdce:contradictedBy ?other }}
    GROUP BY ?participation }}
}} ORDER BY ?label LIMIT 1000"""
_GRAPHS = """
SELECT ?graph ?s ?p ?o WHERE {{ VALUES ?s {{ {iris} }} GRAPH ?graph {{ ?s ?p ?o }} }} LIMIT 5000"""


def find_common(facts: list[Fact]) -> tuple[tuple[Fact, ...], Source | None]:
    """Return facts without the part of the release that all of them come from, and that part.

    Facts with a sentence or a document of their own keep it.
    """
    parts = {s for f in facts for v in f.values for s in v.sources if s.kind == "graph"}
    if len(parts) != 1 or sum(len(f.values) for f in facts) < 2:
        return tuple(facts), None
    bare = tuple(
        replace(
            fact,
            values=tuple(
                replace(value, sources=tuple(s for s in value.sources if s.kind != "graph"))
                for value in fact.values
            ),
        )
        for fact in facts
    )
    return bare, parts.pop()


def has_sentence(fact: Fact) -> bool:
    """Return whether a sentence of the document says a fact."""
    return any(source.kind == "passage" for value in fact.values for source in value.sources)


@dataclass
class Arranger:
    """Arrange one description."""

    description: Description
    service: Service
    hierarchy: Hierarchy
    graphs: Mapping[tuple[str, str, Term], list[str]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Look up labels and statements once."""
        self.iri = self.description.iri
        self.ontology = self.service.ontology
        self.facts = Facts(self.description.own)
        self.texts = Facts(self.description.texts)
        self.labels = Labels(self.description.triples, self.service)
        triples = [
            *self.description.texts,
            *self.description.own,
            *self.description.statements,
        ]
        iris = [self.iri, *self.description.statement_iris]
        self.sentences = list_sentences(triples, iris, self.service)
        self.graphs = self._list_graphs()
        self.witnesses: dict[tuple[str, str, str], list[Sentence]] = {}
        known = Facts(triples)
        for sentence in self.sentences:
            terms = [known.first(sentence.iri, RDF + name) for name in _TRIPLE]
            if sentence.is_asserted and None not in terms:
                key = tuple(str(term) for term in terms)
                self.witnesses.setdefault((key[0], key[1], key[2]), []).append(sentence)

    def _list_graphs(self) -> dict[tuple[str, str, Term], list[str]]:
        """Return the named graphs that hold each triple of the thing and of its parts."""
        found: dict[tuple[str, str, Term], list[str]] = {}
        iris = " ".join(f"<{iri}>" for iri in self.facts if not iri.startswith("_:"))
        for row in self.service.list_rows(_GRAPHS.format(iris=iris)):
            key = (read_value(row["s"]), read_value(row["p"]), row["o"])
            found.setdefault(key, []).append(read_value(row["graph"]))
        return found

    def arrange(self) -> Thing:
        """Return the thing."""
        iri, facts = self.iri, self.facts
        kinds = self.hierarchy.list_lowest(facts.list_iris(iri, RDF_TYPE))
        lead = next((name for name in LEADS if facts.find_all(iri, name)), None)
        told = {n for n, v in facts.find(iri).items() if lead and v == facts.find_all(iri, lead)}
        listed = self._list_facts(iri, told)
        own = self.sentences[0] if self.sentences and self.sentences[0].iri == iri else None
        others = tuple(s for s in self.sentences if s.iri != iri)
        parts = [self._show_part(each) for each in facts if each != iri]
        outer = tuple(p for p in parts if not p.iri.startswith((f"{iri}#", "_:")))
        parties = self._list_parties()
        listed = [pair for pair in listed if not (parties and pair[0].endswith("#hasParty"))]
        plain, common = find_common(
            [f for n, f in listed if n not in ELSEWHERE | APPARATUS and not f.is_long]
        )
        return Thing(
            parties=parties,
            iri=iri,
            title=self.labels.name(iri),
            kinds=tuple(self.labels.show(NamedNode(kind)) for kind in kinds),
            lead=self.labels.show(facts.find_all(iri, lead)[0]) if lead else None,
            is_quote=lead == SCHEMA + "text",
            facts=plain,
            apparatus=tuple(f for n, f in listed if n in APPARATUS),
            common=common,
            long=tuple(f for n, f in listed if n not in ELSEWHERE | APPARATUS and f.is_long),
            names=self._list_names(),
            elsewhere=tuple(f for n, f in listed if n in ELSEWHERE),
            related=outer,
            parts=tuple(p for p in parts if p not in outer),
            sentences=others,
            conflicts=tuple(s for s in others if s.contradicted and s.is_asserted),
            incoming=self._list_incoming(),
            own=own,
            reader=self._find_reader(own),
            query=self._find_query(),
        )

    def _find_query(self) -> str:
        """Return the text of a question that can be asked as it stands, or ""."""
        if SH + "SPARQLExecutable" not in self.facts.list_iris(self.iri, RDF_TYPE):
            return ""
        return next(filter(None, (self.facts.read(self.iri, name) for name in QUERIES)), "")

    def _list_parties(self) -> tuple[PartyRow, ...]:
        """Return the parties of an instrument, by name; none for any other thing."""
        if not self.facts.find_all(self.iri, f"{self.ontology}hasParty"):
            return ()
        query = _PARTIES.format(ontology=self.ontology, iri=self.iri)
        found = []
        for row in self.service.list_rows(query):
            show = {name: self.labels.show(term) for name, term in row.items()}
            consent = show.get("consent")
            found.append(
                PartyRow(
                    party=replace(show["party"], text=show["label"].text),
                    consent=replace(consent, text=show["how"].text) if consent else None,
                    deposited=show.get("deposited"),
                    bound=show.get("bound"),
                    ended=show.get("ended"),
                    is_disputed="disputed" in show,
                )
            )
        return tuple(found)

    def _find_reader(self, own: Sentence | None) -> str:
        """Return the address of a passage or statement in the reader, or ""."""
        root, name = self.service.root, self.iri.rpartition("/")[2]
        if own is not None:
            key = own.passage_key
            return f"{root}/reader?statement={own.key}#{key}" if key else ""
        if self.ontology + "Passage" in self.facts.list_iris(self.iri, RDF_TYPE):
            return f"{root}/reader?passage={name}#{name}"
        return ""

    def _list_names(self) -> tuple[Shown, ...]:
        names = [
            self.labels.show(term)
            for term in self.facts.find_all(self.iri, SKOS + "prefLabel")
            if isinstance(term, Literal) and term.language not in (None, "en")
        ]
        return tuple(sorted(names, key=lambda name: name.language))

    def _list_facts(self, iri: str, hidden: set[str]) -> list[tuple[str, Fact]]:
        """Return the facts of a thing, those with a sentence first.

        What follows from another fact is left out.
        """
        properties = self.facts.find(iri)
        said: dict[Term, set[str]] = {}
        for name, values in properties.items():
            for value in values:
                said.setdefault(value, set()).add(name)
        found = []
        for name, values in properties.items():
            if name in HIDDEN | hidden:
                continue
            kept = [
                value
                for value in values
                if name in self.hierarchy.list_lowest(said[value])
                and (iri == self.iri or value != NamedNode(self.iri))
            ]
            if kept:
                shown = tuple(self._show_value(iri, name, value) for value in kept)
                is_long = len(kept) > MANY and name not in RULES
                fact = Fact(self.labels.show(NamedNode(name)), shown, is_long)
                found.append((name, fact))
        own = self.ontology
        return sorted(found, key=lambda f: (not has_sentence(f[1]), not f[0].startswith(own)))

    def _show_value(self, iri: str, name: str, value: Term) -> Value:
        shown = self.labels.show(value)
        if isinstance(value, BlankNode):
            shown = Shown("see below")
        if name in RULES and (words := self.texts.read(read_value(value), SH + "message")):
            shown = replace(shown, text=words)
        key = (str(NamedNode(iri)) if not iri.startswith("_:") else iri, f"<{name}>", str(value))
        sources = [self._show_witness(sentence) for sentence in self.witnesses.get(key, ())]
        if not sources:
            graphs = self.graphs.get((iri, name, value), [])
            sources = [
                Source(each.rpartition("/")[2], self.labels.show(NamedNode(each)).href, "graph")
                for each in graphs
                if self.service.find_path(each)
            ]
        return Value(shown, tuple(sources))

    def _show_witness(self, sentence: Sentence) -> Source:
        if sentence.passage_key:
            key = sentence.passage_key
            href = f"{self.service.root}/reader?statement={sentence.key}#{key}"
            return Source(key, href, "passage")
        words = sentence.sources[0].text if sentence.sources else sentence.key
        return Source(words, sentence.statement.href, "source")

    def _show_part(self, iri: str) -> Part:
        facts, common = find_common([fact for _, fact in self._list_facts(iri, set())])
        return Part(
            iri=iri,
            anchor=iri.partition("#")[2] if iri.startswith(f"{self.iri}#") else "",
            shown=Shown(iri) if iri.startswith("_:") else self.labels.show(NamedNode(iri)),
            facts=facts,
            common=common,
        )

    def _list_incoming(self) -> tuple[Fact, ...]:
        """Return what refers to the thing, by the lowest property that does."""
        found: dict[str, list[str]] = {}
        for triple in self.description.incoming:
            found.setdefault(read_value(triple.subject), []).append(triple.predicate.value)
        by_property: dict[str, list[Value]] = {}
        for subject, names in found.items():
            for name in self.hierarchy.list_lowest(names):
                term = NamedNode(subject) if not subject.startswith("_:") else None
                shown = self.labels.show(term) if term else Shown(subject)
                by_property.setdefault(name, []).append(Value(shown, ()))
        return tuple(
            Fact(self.labels.show(NamedNode(name)), tuple(values), len(values) > MANY)
            for name, values in by_property.items()
        )
