"""Describe every address of the server in OpenAPI 3.1.

Source: https://spec.openapis.org/oas/v3.1.0
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from server.formats import FORMATS, find_formats
from server.linked.card import Card
from server.lookup.descriptions import DOCUMENTS
from server.releases.service import Service

GRAPH = tuple(found.media_type for found in find_formats("graph"))
DOCUMENT = tuple(found.media_type for found in DOCUMENTS)
ANSWERS = (*(found.media_type for found in FORMATS), "text/html")
CONVERTER = re.compile(r"<(?:\w+:)?(\w+)>")


@dataclass(frozen=True)
class Operation:
    """Hold what an address gives: in which media types, and by which parameters of its query."""

    summary: str
    media_types: tuple[str, ...] = ("text/html",)
    parameters: Mapping[str, str] | None = None
    status: str = "200"


QUERY = {
    "query": "A SPARQL 1.1 query; without it the service is described.",
    "default-graph-uri": "A graph that is part of the default graph.",
    "named-graph-uri": "A named graph.",
    "format": "The format of the answer, in the place of Accept.",
    "timeout": "A shorter limit than that of the service, in seconds.",
}
# By the name of the route.
OPERATIONS: Mapping[str, Operation] = {
    "home": Operation("The front page"),
    "sparql": Operation("Ask a SPARQL query, or read what the service can do", ANSWERS, QUERY),
    "graphs": Operation(
        "A graph by the Graph Store Protocol",
        GRAPH,
        {"graph": "The IRI of a named graph.", "default": "The union of all graphs."},
    ),
    "dumps": Operation("The releases and their files", ("application/json", *GRAPH, "text/html")),
    "dump": Operation(
        "A file of a release, whole or in parts; latest leads to the release that is served",
        ("application/octet-stream",),
    ),
    "changes": Operation(
        "The spans between the releases that are kept", ("application/json", "text/html")
    ),
    "change": Operation(
        "What changed between two releases, in words and as data: 1.0.0..1.1.0, …/added.nt",
        ("application/json", "text/html", "text/plain", "application/n-triples"),
    ),
    "vocabulary": Operation("The classes and properties, each with its definition"),
    "rules": Operation("The rules that the graph keeps"),
    "about": Operation("Sources, method and limits"),
    "reader": Operation("The document to read, with the statements that rest on its words"),
    "context": Operation("The context of JSON-LD documents", ("application/ld+json",)),
    "health": Operation("Whether the server is ready", ("application/json",)),
    "metrics": Operation("What was counted", ("text/plain",)),
    "static": Operation("A style sheet, script or picture of the pages", ("*/*",)),
    "thing": Operation(
        "A thing: 303 to a document on it by Accept; with a suffix the document itself",
        DOCUMENT,
        {"page": "The page of a long description, from 1."},
    ),
    "void": Operation("The description of the dataset in VoID and DCAT", DOCUMENT),
    "void-document": Operation("The description of the dataset in one format", DOCUMENT),
    "catalogue": Operation("The catalogue in DCAT: every file with size and sum", DOCUMENT),
    "catalogue-document": Operation("The catalogue in one format", DOCUMENT),
    "well-known-void": Operation("Where the description of the dataset is", (), status="302"),
    "api-catalog": Operation("The interfaces of this server", ("application/linkset+json",)),
    "linkset": Operation(
        "The typed links of the dataset or of a thing (FAIR Signposting)",
        ("application/linkset+json", "application/linkset"),
        {"of": "The path of a thing."},
    ),
    "linkset-document": Operation(
        "The typed links in one format", ("application/linkset+json", "application/linkset")
    ),
    "schema": Operation("The dataset in the terms of schema.org", ("application/ld+json",)),
    "openapi": Operation("This description", ("application/json",)),
    "robots": Operation("What crawlers may fetch", ("text/plain",)),
    "sitemap": Operation(
        "Every page of the site", ("application/xml",), {"part": "A part of a long map, from 1."}
    ),
    "llms": Operation("What a language model needs to know", ("text/markdown",)),
    "citation": Operation("How to cite the dataset", ("application/yaml",)),
}


def read_rule(rule: str) -> str:
    """Return the rule of a route as a path of OpenAPI.

    >>> read_rule("/dumps/<path:path>")
    '/dumps/{path}'
    """
    return CONVERTER.sub(r"{\1}", rule)


def build_openapi(
    routes: Iterable[tuple[str, str, frozenset[str]]], service: Service, card: Card
) -> dict[str, Any]:
    """Return the description of the server; ``routes`` are rule, name and methods of each."""
    paths: dict[str, Any] = {}
    for rule, name, methods in sorted(routes):
        path = read_rule(rule)
        operation = OPERATIONS.get(name, Operation(name.replace("-", " ").capitalize()))
        shown = [each for each in ("GET", "POST") if each in methods]
        paths[path] = {
            each.lower(): _build_operation(f"{each.lower()}-{name}", each, operation, path)
            for each in shown
        }
    licence = {"name": card.licence, "url": card.licence}
    return {
        "openapi": "3.1.0",
        "info": {
            "title": card.title,
            "version": card.version,
            "description": card.description,
            "license": licence,
        },
        "servers": [{"url": service.site}],
        "externalDocs": {"url": f"{service.site}/void.ttl", "description": card.dataset},
        "paths": paths,
    }


def _build_operation(key: str, method: str, operation: Operation, path: str) -> dict[str, Any]:
    in_path = [
        {"name": name, "in": "path", "required": True, "schema": {"type": "string"}}
        for name in re.findall(r"{(\w+)}", path)
    ]
    in_query = [
        {"name": name, "in": "query", "description": text, "schema": {"type": "string"}}
        for name, text in (operation.parameters or {}).items()
    ]
    found: dict[str, Any] = {
        "operationId": key,
        "summary": operation.summary,
        "parameters": in_path + (in_query if method == "GET" else []),
        "responses": {
            operation.status: {
                "description": operation.summary,
                "content": {kind: {} for kind in operation.media_types},
            },
            "default": {
                "description": "What is wrong, and what helps (RFC 9457)",
                "content": {"application/problem+json": {}},
            },
        },
    }
    if method == "POST":
        fields = {name: {"type": "string"} for name in operation.parameters or {}}
        form = {"schema": {"type": "object", "properties": fields}}
        text = {"schema": {"type": "string"}}
        found["requestBody"] = {
            "content": {"application/x-www-form-urlencoded": form, "application/sparql-query": text}
        }
    return found


def render_openapi(
    routes: Iterable[tuple[str, str, frozenset[str]]], service: Service, card: Card
) -> bytes:
    """Return the description of the server as JSON."""
    document = build_openapi(routes, service, card)
    return (json.dumps(document, ensure_ascii=False, indent=2) + "\n").encode()
