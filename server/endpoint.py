"""Decide what the address of the endpoint shows: a result, a page, or the endpoint itself."""

from __future__ import annotations

from dataclasses import dataclass, replace
from http import HTTPStatus
from urllib.parse import urlencode

from server.engine.answers import Closed, StoreError
from server.formats import HTML, Form, Format, find_formats
from server.http.cache import make_entry
from server.http.errors import ProblemError, explain_failure, render_problem
from server.http.messages import FRESH, SAFE, Reply, Request
from server.http.negotiate import Choice, negotiate, negotiate_forms
from server.lookup.examples import list_examples
from server.pages.pages import Pages
from server.pages.result import read_result
from server.releases.graphs import render_graph
from server.releases.service import Service
from server.sparql.protocol import (
    ACCEPT_QUERY,
    PAGE_WISHES,
    Operation,
    answer_query,
    find_entry,
    may_change,
    read_operation,
    refuse_form,
    render_entry,
)
from server.sparql.selfdescription import describe_service

DESCRIPTION_OFFERS: tuple[Format, ...] = (*find_formats("graph"), HTML)


@dataclass(frozen=True)
class Endpoint:
    """Answer at the address of the endpoint."""

    service: Service
    pages: Pages

    def answer(self, request: Request) -> Reply:
        """Return the result of a query; without one, what the endpoint says of itself.

        Raises:
            ProblemError: the request breaks the protocol, or there is no whole result.
        """
        if request.method in SAFE and not request.query:
            return self._describe(request)
        operation = read_operation(request)
        self._refuse_long(operation, request)
        if operation.wishes.is_page:
            reply = self._draw_page(operation)
        else:
            reply = answer_query(operation, self.service)
        if reply.status != HTTPStatus.OK:
            return reply
        if request.method == "POST" or may_change(operation.text):
            # What a POST was answered with is not what its address names; NOW() is over at once.
            return replace(reply, tag="").add([("Cache-Control", "no-store")])
        return reply.add([FRESH])

    def _refuse_long(self, operation: Operation, request: Request) -> None:
        most = self.service.settings.query_bytes
        found = len(operation.text.encode())
        status, hint = 413, "Shorten the query, or download the data and query it yourself."
        if request.method in SAFE:
            status, hint = (
                414,
                "Send long queries as the body of a POST or QUERY; shorten this one.",
            )
        if found > most:
            raise ProblemError(
                status,
                f"A query has at most {most} bytes; this one has {found}.",
                hint=hint,
                limit="query_bytes",
                value=most,
            )

    def _describe(self, request: Request) -> Reply:
        """Return the service description, or the page on which to write a query."""
        service = self.service
        choice = negotiate(request.accept, DESCRIPTION_OFFERS)
        if choice is None:
            raise refuse_form("graph")
        key = ("service", choice.format.name)
        entry = service.cache.find(key)
        if entry is None:
            entry = service.cache.keep(make_entry(key, self._render_description(choice)))
        void = f'<{service.release.dataset}>; rel="describedby"'
        return render_entry(entry, choice, service).add([FRESH, ACCEPT_QUERY, ("Link", void)])

    def _render_description(self, choice: Choice) -> bytes:
        if choice.format is HTML:
            return self.pages.draw_form(list_examples(self.service)).encode()
        first = f"{self.service.endpoint}#service"
        return render_graph(
            describe_service(self.service), choice.format, self.service.names, first
        )

    def _draw_page(self, operation: Operation) -> Reply:
        """Return the page of a query: its result, or why there is none."""
        try:
            return self._draw_result(operation)
        except Closed:
            raise
        except StoreError as error:
            problem = explain_failure(error).problem
        except ProblemError as error:
            problem = error.problem
        text, beside = operation.text, _list_graphs(operation)
        return render_problem(
            problem,
            HTML.content_type,
            lambda found: self.pages.draw_refusal(text, beside, found),
        )

    def _draw_result(self, operation: Operation) -> Reply:
        """Return the result of a query as a page."""
        operation = replace(operation, wishes=PAGE_WISHES)
        key = ("query", operation.text, operation.dataset, "page")
        entry = find_entry(key, operation, self.service)
        addresses = self._list_addresses(operation, entry.form)
        found = read_result(entry.form, entry.body, self.service)
        beside = _list_graphs(operation)
        page = self.pages.draw_result(operation.text, beside, entry.form, found, addresses)
        # The tag is that of the page, not of the result: the page shows the query too.
        made = make_entry("page", page.encode())
        headers = (("Vary", "Accept"),)
        return Reply(200, made.body, HTML.content_type, headers, tag=f"{made.digest}-html")

    def _list_addresses(self, operation: Operation, form: Form) -> dict[str, str]:
        """Return where the result is in each format, by its label."""
        query = urlencode([("query", operation.text), *_list_graphs(operation)])
        return {
            found.label: f"{self.service.root}/sparql?{query}&format={found.name}"
            for found in find_formats(form)
            if negotiate_forms("", found.name).find(form)
        }


def _list_graphs(operation: Operation) -> list[tuple[str, str]]:
    """Return the graphs that the protocol names beside the query, as parameters."""
    return [
        *(("default-graph-uri", iri) for iri in operation.dataset.default or ()),
        *(("named-graph-uri", iri) for iri in operation.dataset.named or ()),
    ]
