"""Draw pages for people: view models from descriptions and results, and their templates."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from jinja2 import Environment, PackageLoader, StrictUndefined

from server.descriptions import DOCUMENTS, Description, find_document
from server.document import read_reading
from server.errors import Problem
from server.formats import FORMATS, Form
from server.labels import Shown, write_date
from server.reader import GLYPHS, LEGEND, State, count_coverage
from server.reading import Reading
from server.selfdescription import list_limits
from server.service import Service
from server.statements import Sentence
from server.thing import Arranger, Hierarchy

DISPLAYED_ROWS = 500


@dataclass(frozen=True)
class Pages:
    """Draw the pages of one release."""

    service: Service

    @cached_property
    def templates(self) -> Environment:
        """Return the templates; every text put into them is escaped."""
        environment = Environment(
            loader=PackageLoader("server"),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        environment.filters["day"] = write_date
        return environment

    @cached_property
    def reading(self) -> Reading | None:
        """Return the document of the release, read once."""
        return read_reading(self.service)

    @cached_property
    def hierarchy(self) -> Hierarchy:
        """Return which terms stand above which."""
        return Hierarchy(self.service)

    def draw(self, name: str, **values: object) -> str:
        """Return a page from its template."""
        service = self.service
        return self.templates.get_template(name).render(
            root=service.root,
            site=service.site,
            release=service.release,
            glyphs=GLYPHS,
            **({"here": ""} | values),
        )

    def draw_problem(self, problem: Problem) -> str:
        """Return the page of a problem."""
        return self.draw("problem.html", problem=problem, members=dict(problem.members))

    def draw_thing(self, description: Description) -> str:
        """Return the page of a thing."""
        thing = Arranger(description, self.service, self.hierarchy).arrange()
        iri = description.iri
        return self.draw(
            "thing.html",
            thing=thing,
            documents=[
                (found.label, found.media_type, self._link(iri, found.suffix, description.page))
                for found in DOCUMENTS
            ],
            canonical=find_document(iri, ".html", description.page, self.service),
            page=description.page,
            pages=description.pages,
            before=self._link(iri, ".html", description.page - 1),
            after=self._link(iri, ".html", description.page + 1),
        )

    def draw_reader(self, reading: Reading, state: State) -> str:
        """Return the page of the document with what is chosen in it."""
        return self.draw(
            "reader.html",
            here="/reader",
            reading=reading,
            passage=state.passage,
            statement=state.sentence,
            state=state.query,
            legend=LEGEND,
            coverage=count_coverage(reading) if state.passage is None else (),
        )

    def _link(self, iri: str, suffix: str, page: int) -> str:
        address = find_document(iri, suffix, page, self.service)
        return self.service.root + address.removeprefix(self.service.site)

    def draw_home(self, sentence: Sentence | None) -> str:
        """Return the front page, with one statement and its sentence."""
        return self.draw("home.html", sentence=sentence)

    def draw_form(self, examples: Iterable[tuple[str, str]], text: str = "") -> str:
        """Return the page on which to write a query; ``examples`` are titles and queries."""
        return self.draw(
            "query.html",
            here="/sparql",
            examples=list(examples),
            text=text,
            formats=FORMATS,
            graphs=self.service.graphs,
            limits=list_limits(self.service),
            result=None,
            problem=None,
        )

    def draw_result(self, text: str, form: Form, body: bytes, addresses: Mapping[str, str]) -> str:
        """Return the page of a result; ``addresses`` lead to it in every format."""
        return self.draw(
            "result.html",
            text=text,
            form=form,
            result=read_result(form, body, self.service),
            addresses=addresses,
            most=DISPLAYED_ROWS,
        )

    def draw_dumps(self, groups: object, graphs: object) -> str:
        """Return the page that lists what can be downloaded, whole and by named graph."""
        return self.draw("dumps.html", here="/dumps/", groups=groups, graphs=graphs)


def read_result(form: Form, body: bytes, service: Service) -> Mapping[str, object]:
    """Return the result of a query for its page: names and rows, a truth value, or a text."""
    if form == "graph":
        return {"text": body.decode("utf-8", "replace")[:200_000], "is_cut": len(body) > 200_000}
    document = json.loads(body)
    if form == "boolean":
        return {"boolean": document["boolean"]}
    names = document["head"]["vars"]
    rows = document["results"]["bindings"]
    return {
        "names": names,
        "count": len(rows),
        "rows": [
            [show_cell(row.get(name), service) for name in names] for row in rows[:DISPLAYED_ROWS]
        ],
    }


def show_cell(cell: Mapping[str, str] | None, service: Service) -> Shown:
    """Return one cell of a table of results."""
    if cell is None:
        return Shown("")
    text = cell["value"]
    if cell["type"] != "uri":
        return Shown(str(text), cell.get("xml:lang", ""))
    path = service.find_path(text)
    if path is not None:
        return Shown(path, href=f"{service.root}/{path}", title=text)
    href = text if text.startswith(("http://", "https://")) else ""
    return Shown(service.names.context.shorten(text), href=href, title=text)
