"""Answer the read part of the SPARQL 1.1 Graph Store Protocol.

Source: https://www.w3.org/TR/sparql11-http-rdf-update/
"""

from __future__ import annotations

from server.engine.answers import Dataset
from server.http.errors import ProblemError
from server.http.messages import FRESH, EncodingError, Reply, Request
from server.http.negotiate import Choice, Wishes, negotiate_forms
from server.releases.service import Service
from server.sparql.protocol import Operation, check_graph, find_entry, refuse_form, render_entry


def answer_indirect(request: Request, service: Service) -> Reply:
    """Return the graph that the parameters ``default`` or ``graph`` name.

    Raises:
        ProblemError: the parameters are not exactly one of the two, or there is no such graph.
    """
    try:
        parameters = request.read_parameters()
    except EncodingError as error:
        raise ProblemError(400, str(error)) from error
    asked = [(name, value) for name, value in parameters if name in {"default", "graph"}]
    if len(asked) != 1:
        raise ProblemError(
            400,
            f"A request names one graph, by ?default or ?graph=IRI; this one names {len(asked)}.",
            graphs=list(service.graphs),
        )
    name, value = asked[0]
    if name == "graph":
        check_graph(value, name)
    named = next((found for key, found in parameters if key == "format"), "")
    choice = negotiate_forms(request.accept, named).graph
    reply = render_named_graph(value if name == "graph" else None, choice, service)
    described = value if name == "graph" else service.release.dataset
    return reply.add([FRESH, ("Link", f'<{described}>; rel="describedby"')])


def render_named_graph(iri: str | None, choice: Choice | None, service: Service) -> Reply:
    """Return a named graph in a format; None as the IRI means the default graph."""
    if iri is not None and iri not in service.graphs:
        raise ProblemError(404, f"There is no graph <{iri}>.", graphs=list(service.graphs))
    if choice is None:
        raise refuse_form("graph")
    where = "?s ?p ?o" if iri is None else f"GRAPH <{iri}> {{ ?s ?p ?o }}"
    wishes = Wishes(None, None, choice, is_page=False)
    text = f"CONSTRUCT {{ ?s ?p ?o }} WHERE {{ {where} }}"
    operation = Operation(text, Dataset(), wishes, None)
    entry = find_entry(("graph", iri, choice.format.name), operation, service)
    return render_entry(entry, choice, service)
