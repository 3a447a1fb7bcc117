"""Know the questions to start from: those that the graph holds, or a few that suit any graph."""

from __future__ import annotations

from server.releases.graphs import read_value
from server.releases.service import Service

_EXAMPLES = """
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX sh: <http://www.w3.org/ns/shacl#>
SELECT ?example ?title ?text WHERE {
  ?example a sh:SPARQLExecutable ; rdfs:comment ?title ; sh:select|sh:ask|sh:construct ?text
} ORDER BY ?example"""

KINDS = """\
SELECT ?kind (COUNT(?thing) AS ?number)
WHERE { ?thing a ?kind }
GROUP BY ?kind ORDER BY DESC(?number)
"""
NAMES = """\
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>

SELECT ?thing ?name
WHERE { ?thing skos:prefLabel ?name FILTER(LANG(?name) = "en") }
ORDER BY ?name LIMIT 100
"""
GRAPHS = """\
SELECT ?graph (COUNT(*) AS ?triples)
WHERE { GRAPH ?graph { ?s ?p ?o } }
GROUP BY ?graph ORDER BY ?graph
"""
PLAIN = [
    ("What kinds of things are there, and how many of each?", KINDS),
    ("What are the things called?", NAMES),
    ("Which graphs are there?", GRAPHS),
]


def list_examples(service: Service) -> list[tuple[str, str]]:
    """Return questions with their queries, in the order of their IRIs."""
    found = [
        (read_value(row["title"]), read_value(row["text"])) for row in service.list_rows(_EXAMPLES)
    ]
    return found or PLAIN
