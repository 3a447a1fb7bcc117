"""Draw pages for people: view models from descriptions and results, and their templates."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from importlib.resources import files
from textwrap import dedent

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup
from pyoxigraph import NamedNode

from server.formats import FORMATS, Form
from server.http.errors import Problem
from server.linked.listing import list_releases
from server.lookup.citation import cite, name_licence
from server.lookup.descriptions import DOCUMENTS, Description, find_document
from server.lookup.labels import Labels, Shown, write_date
from server.lookup.statements import Sentence, ask_labels
from server.pages.about import list_origins, read_knowledge
from server.pages.arrangement import Arranger
from server.pages.document import read_reading
from server.pages.hierarchy import Hierarchy
from server.pages.reader import GLYPHS, LEGEND, State, count_coverage
from server.pages.reading import Reading
from server.pages.result import DISPLAYED_ROWS, find_fault
from server.pages.rules import list_completeness, list_rules
from server.pages.vocabulary import read_vocabulary
from server.releases.release import Release
from server.releases.service import Service
from server.settings import MIB
from server.sparql.selfdescription import list_limits

# Names and values sent beside a query.
Parameters = Iterable[tuple[str, str]]
START = """\
SELECT ?kind (COUNT(?thing) AS ?number)
WHERE { ?thing a ?kind }
GROUP BY ?kind ORDER BY DESC(?number)
"""


@cache
def make_templates() -> Environment:
    """Return the templates, each read when it is first drawn."""
    environment = Environment(
        loader=PackageLoader("server"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["day"] = write_date
    environment.filters["flush"] = lambda text: dedent(text).strip("\n")
    environment.filters["licence"] = name_licence
    return environment


@dataclass(frozen=True)
class Pages:
    """Draw the pages of one release."""

    service: Service

    @property
    def templates(self) -> Environment:
        """Return the templates; every text put into them is escaped."""
        return make_templates()

    def prepare(self) -> None:
        """Read the templates now, so that no reader waits for that."""
        for name in self.templates.list_templates(extensions=["html"]):
            self.templates.get_template(name)

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
        if description.iri == self.service.ontology.rstrip("#"):
            return self.draw_vocabulary()
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
            citation=description.citation,
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

    def draw_home(
        self, sentence: Sentence | None, examples: Iterable[tuple[str, str]], block: str
    ) -> str:
        """Return the front page: one statement with its sentence, and a block for search engines.

        ``block`` is JSON that cannot end the script element it stands in.
        """
        return self.draw(
            "home.html",
            sentence=sentence,
            block=Markup(block),  # noqa: S704 - JSON without <, > and &
            examples=list(examples),
            shown_examples=self._show_examples(),
            knowledge=read_knowledge(self.service),
        )

    def _show_examples(self) -> list[Shown]:
        iris = self.service.release.examples
        labels = Labels(ask_labels(iris, self.service), self.service)
        return [labels.show(NamedNode(iri)) for iri in iris]

    def draw_vocabulary(self) -> str:
        """Return the page of the vocabulary."""
        vocabulary = read_vocabulary(self.service)
        return self.draw(
            "vocabulary.html",
            here="/vocabulary",
            vocabulary=vocabulary,
            citation=cite(vocabulary.iri, vocabulary.title, self.service.release),
            documents=[
                (found.label, found.media_type, self._link(vocabulary.iri, found.suffix, 1))
                for found in DOCUMENTS
                if vocabulary.iri
            ],
        )

    def draw_rules(self) -> str:
        """Return the page of the rules and of how complete the data are."""
        groups = list_rules(self.service)
        return self.draw(
            "rules.html",
            here="/rules",
            groups=groups,
            count=sum(len(group.rules) for group in groups),
            completeness=list_completeness(self.service),
        )

    def draw_about(self) -> str:
        """Return the page on sources, method and limits."""
        release = self.service.release
        return self.draw(
            "about.html",
            here="/about",
            origins=list_origins(self.service),
            knowledge=read_knowledge(self.service),
            limits=list(self.service.settings.describe()),
            entrusted=self.service.store.entrusted,
            budget=round(self.service.store.memory_budget_bytes / MIB),
            releases=list_releases(self.service),
            citation=cite(release.dataset, release.title, release),
        )

    def draw_form(self, examples: Iterable[tuple[str, str]], text: str = "") -> str:
        """Return the page on which to write a query; ``examples`` are titles and queries."""
        return self._draw_query(text or START, examples=list(examples))

    def draw_result(
        self,
        text: str,
        beside: Parameters,
        form: Form,
        result: Mapping[str, object],
        addresses: Mapping[str, str],
    ) -> str:
        """Return the page of a result; ``addresses`` lead to it in every format.

        ``beside`` are the parameters that were sent with the query.
        """
        return self._draw_query(
            text,
            beside=beside,
            form=form,
            result=result,
            addresses=addresses,
            most=DISPLAYED_ROWS,
        )

    def draw_refusal(self, text: str, beside: Parameters, problem: Problem) -> str:
        """Return the page of a query that has no result: the query to be mended, and why."""
        return self._draw_query(
            text, beside=beside, problem=problem, fault=find_fault(text, dict(problem.members))
        )

    def _draw_query(self, text: str, **values: object) -> str:
        """Return the query page; what a script may need to make an editor of it is in it."""
        service = self.service
        settings = {
            "site": service.site,
            "bases": list(dict.fromkeys((service.release.base, service.release.vocabulary))),
            "prefixes": dict(service.names.prefixes),
            "limits": {"seconds": service.settings.query_seconds, "rows": service.settings.rows},
        }
        absent: dict[str, object] = {
            "examples": (),
            "form": "",
            "result": None,
            "addresses": {},
            "most": 0,
            "beside": (),
            "problem": None,
            "fault": None,
        }
        return self.draw(
            "query.html",
            here="/sparql",
            text=text,
            formats=[each for each in FORMATS if each.kinds],
            graphs=service.graphs,
            limits=list_limits(service),
            settings=settings,
            has_editor=files("server").joinpath("static", "built", "query.js").is_file(),
            **(absent | values),
        )

    def draw_history(self, spans: list[tuple[Release, Release]]) -> str:
        """Return the page that leads to what changed from each release to the next."""
        return self.draw("history.html", spans=spans)

    def draw_dumps(self, shown: Release, groups: object, graphs: object) -> str:
        """Return the page that lists the files of a release, whole and by named graph."""
        return self.draw(
            "dumps.html",
            here="/dumps/",
            shown=shown,
            groups=groups,
            graphs=graphs,
            releases=list_releases(self.service),
        )
