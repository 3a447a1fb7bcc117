"""Write triples as compact JSON-LD, with a context that a web developer can read.

The terms of the context come from the graph itself: a property gets its local name, and its
values are plain strings, dates or addresses where all of them in the graph are of one kind.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from pyoxigraph import BlankNode, Literal, NamedNode, Triple

from server.namespaces import RDF_TYPE, XSD

# Kinds of values, besides datatypes.
IRI = "@id"
LANGUAGE = "@language"

_LOCAL = re.compile(r"[A-Za-z][A-Za-z0-9_-]*")
_INTEGER = re.compile(r"0|-?[1-9]\d{0,14}")
RESERVED = frozenset({"id", "type"})

Value = str | int | bool | dict[str, str]


@dataclass(frozen=True)
class Term:
    """Hold one term of a context: its name, its IRI and the kind of all its values, or none."""

    name: str
    iri: str
    kind: str


@dataclass(frozen=True)
class Context:
    """Hold a context: where it is published, its prefixes, and its terms by IRI."""

    address: str
    prefixes: Mapping[str, str]
    terms: Mapping[str, Term]
    classes: Mapping[str, str]

    def shorten(self, iri: str) -> str:
        """Return an IRI as a prefixed name where that reads back as the same IRI."""
        cut = max(iri.rfind("#"), iri.rfind("/")) + 1
        for name, namespace in self.prefixes.items():
            if namespace == iri[:cut] and _LOCAL.fullmatch(iri[cut:]):
                return f"{name}:{iri[cut:]}"
        return iri


def build_context(
    address: str,
    prefixes: Mapping[str, str],
    kinds: Iterable[tuple[str, str]],
    classes: Iterable[str],
    own: str,
) -> Context:
    """Return the context for a graph.

    ``kinds`` are pairs of property and kind of value, ``classes`` the IRIs of classes. Where two
    properties have one local name, the vocabulary ``own`` wins, then the earlier prefix; the
    other stays a prefixed name. Only classes of ``own`` get a name without prefix.
    """
    prefixes = {name: iri for name, iri in prefixes.items() if name}
    found: dict[str, set[str]] = {}
    for iri, kind in kinds:
        found.setdefault(iri, set()).add(kind)
    ranks = {own: 0} | {iri: n for n, iri in enumerate(prefixes.values(), 1) if iri != own}
    terms: dict[str, Term] = {}
    taken = set(RESERVED) | set(prefixes)
    for iri in sorted(found, key=lambda iri: (ranks.get(_namespace(iri), len(ranks)), iri)):
        local = iri[len(_namespace(iri)) :]
        if iri == RDF_TYPE or local in taken or not _LOCAL.fullmatch(local):
            continue
        taken.add(local)
        kind = next(iter(found[iri])) if len(found[iri]) == 1 else ""
        terms[iri] = Term(local, iri, "" if kind in _NATIVE else kind)
    named = {}
    for iri in sorted(classes):
        local = iri.removeprefix(own)
        if iri.startswith(own) and _LOCAL.fullmatch(local) and local not in taken:
            taken.add(local)
            named[iri] = local
    return Context(address, prefixes, terms, named)


_NATIVE = frozenset({XSD + "string", XSD + "integer", XSD + "boolean"})


def _namespace(iri: str) -> str:
    return iri[: max(iri.rfind("#"), iri.rfind("/")) + 1]


def render_context(context: Context) -> bytes:
    """Return the context as the JSON-LD document that is published at its address."""
    members: dict[str, object] = {"@version": 1.1, "id": "@id", "type": "@type"}
    members.update(context.prefixes)
    for term in context.terms.values():
        entry = {"@id": context.shorten(term.iri)}
        if term.kind == LANGUAGE:
            entry["@container"] = "@language"
        elif term.kind:
            entry["@type"] = IRI if term.kind == IRI else context.shorten(term.kind)
        members[term.name] = entry if len(entry) > 1 else entry["@id"]
    for iri, name in context.classes.items():
        members[name] = context.shorten(iri)
    return _dump({"@context": members})


def render_jsonld(triples: Iterable[Triple], context: Context) -> bytes:
    """Return triples as compact JSON-LD, in their order; a subject's triples stand together."""
    nodes: dict[str, dict[str, object]] = {}
    for triple in triples:
        subject = _name_node(triple.subject)
        node = nodes.setdefault(subject, {"id": subject})
        if triple.predicate.value == RDF_TYPE and isinstance(triple.object, NamedNode):
            iri = triple.object.value
            _append(node, "type", context.classes.get(iri) or context.shorten(iri))
        else:
            _add(node, triple, context)
    return _dump({"@context": context.address, "@graph": list(nodes.values())})


def _add(node: dict[str, object], triple: Triple, context: Context) -> None:
    """Add a property to a node, under its term where the value is of the term's kind."""
    iri = triple.predicate.value
    term = context.terms.get(iri)
    value = triple.object
    if isinstance(value, Triple):
        raise TypeError("JSON-LD 1.1 holds no triple terms.")
    kind = _find_kind(value)
    if term is not None and term.kind == kind == LANGUAGE and isinstance(value, Literal):
        languages = node.setdefault(term.name, {})
        if isinstance(languages, dict):
            _append(languages, value.language or "", value.value)
    elif term is not None and term.kind == kind:
        _append(node, term.name, _name_node(value) if kind == IRI else value.value)
    elif term is not None and not term.kind:
        _append(node, term.name, _expand(value, context))
    else:
        # The IRI in full: a term of the context would give the value another kind.
        _append(node, iri if term is not None else context.shorten(iri), _expand(value, context))


def _find_kind(value: NamedNode | BlankNode | Literal) -> str:
    if not isinstance(value, Literal):
        return IRI
    return LANGUAGE if value.language else value.datatype.value


def _expand(value: NamedNode | BlankNode | Literal, context: Context) -> Value:
    """Return a value that says its own kind."""
    if not isinstance(value, Literal):
        return {"id": _name_node(value)}
    if value.language:
        return {"@value": value.value, "@language": value.language}
    datatype = value.datatype.value
    if datatype == XSD + "string":
        return value.value
    if datatype == XSD + "boolean" and value.value in {"true", "false"}:
        return value.value == "true"
    if datatype == XSD + "integer" and _INTEGER.fullmatch(value.value):
        return int(value.value)
    return {"@value": value.value, "@type": context.shorten(datatype)}


def _name_node(node: object) -> str:
    if isinstance(node, NamedNode):
        return node.value
    return str(node)


def _append(node: dict[str, object], key: str, value: Value) -> None:
    """Set a member, or make it a list where it has a value already."""
    if key not in node:
        node[key] = value
        return
    present = node[key]
    if isinstance(present, list):
        present.append(value)
    else:
        node[key] = [present, value]


def _dump(document: object) -> bytes:
    return (json.dumps(document, ensure_ascii=False, indent=2) + "\n").encode()
