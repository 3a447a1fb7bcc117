"""Put together what answers for one release, from its store to its pages."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

from server.endpoint import Endpoint
from server.engine.answers import Dataset, StoreError
from server.engine.store import Store
from server.formats import HTML, JSON
from server.http.cache import Cache, make_entry
from server.http.errors import ProblemError
from server.http.messages import FRESH, Reply, Request
from server.http.negotiate import choose
from server.linked.changes import Change, Changes, summarize
from server.linked.discovery import Discovery
from server.linked.dumps import Dumps
from server.linked.history import History, group
from server.linked.resolve import Resolver
from server.linked.schemaorg import render_block
from server.lookup.examples import list_examples
from server.lookup.statements import Sentence, list_sentences
from server.pages.pages import Pages
from server.pages.reader import read_state
from server.releases.release import Release
from server.releases.service import INSIDE, Service
from server.settings import OWN, Settings
from server.sparql.protocol import render_entry

READY_SECONDS = 2.0

_FIRST_STATEMENT = """
PREFIX cdce: <{ontology}>
SELECT ?statement WHERE {{ ?statement cdce:asserted true ; cdce:words ?words }}
ORDER BY ?statement LIMIT 1"""


@dataclass(frozen=True)
class Publication:
    """Hold everything that answers for one release at one site."""

    service: Service

    @cached_property
    def pages(self) -> Pages:
        """Return what draws pages."""
        return Pages(self.service)

    @cached_property
    def endpoint(self) -> Endpoint:
        """Return what answers queries."""
        return Endpoint(self.service, self.pages)

    @cached_property
    def resolver(self) -> Resolver:
        """Return what resolves IRIs."""
        return Resolver(self.service, self.pages.draw_thing)

    @cached_property
    def dumps(self) -> Dumps:
        """Return what serves files."""
        return Dumps(self.service, self.pages.draw_dumps)

    @cached_property
    def history(self) -> History:
        """Return what tells the changes between releases."""
        return History(self.service, self._draw_changes, self.pages.draw_history)

    def _draw_changes(self, before: Release, after: Release, changes: Changes) -> str:
        service = self.service

        def link(change: Change) -> dict[str, str]:
            path = service.find_path(change.iri)
            start, _, end = change.sentence.partition(change.name)
            return {
                "start": start,
                "name": change.name,
                "end": end,
                "href": f"{service.root}/{path}" if path else change.iri,
            }

        groups = [(title, [link(each) for each in found]) for title, found in group(changes)]
        return self.pages.draw(
            "changes.html",
            before=before,
            after=after,
            groups=groups,
            summary=summarize(changes),
            added=len(changes.added),
            removed=len(changes.removed),
        )

    @cached_property
    def discovery(self) -> Discovery:
        """Return what answers where machines look first."""
        return Discovery(self.service, self.resolver)

    def prepare(self) -> None:
        """Ask the store now what every reader would wait for: names, things, graphs, the pages."""
        _ = self.service.names, self.service.graphs, self.service.is_union
        _ = self.resolver.things, self.pages.reading, self.pages.hierarchy.above
        self.pages.prepare()
        self.answer_home()
        self.answer_vocabulary()
        self.answer_rules()
        self.answer_about()
        for iri in self.service.release.examples:
            if self.resolver.find_description(iri, 1) is not None:
                self.resolver.answer_document(Request("GET", ""), iri, HTML)

    def answer_home(self) -> Reply:
        """Return the front page, with a statement of this very graph and its sentence."""
        entry = self.service.cache.find("home")
        if entry is None:
            block = render_block(self.discovery.card)
            page = self.pages.draw_home(self._find_sentence(), list_examples(self.service), block)
            entry = self.service.cache.keep(make_entry("home", page.encode()))
        reply = render_entry(entry, choose(HTML), self.service, vary=False)
        return reply.add([FRESH, *self.discovery.list_home_links()])

    def answer_reader(self, request: Request) -> Reply:
        """Return the document with what is chosen in it; each choice has its address."""
        reading = self.pages.reading
        if reading is None:
            raise ProblemError(404, "This release holds no document to read.")
        state = read_state(request, reading)
        return self._answer_page(
            f"reader{state.query}", lambda: self.pages.draw_reader(reading, state)
        )

    def answer_vocabulary(self) -> Reply:
        """Return the vocabulary as a page."""
        return self._answer_page("vocabulary", self.pages.draw_vocabulary)

    def answer_rules(self) -> Reply:
        """Return the rules that the release keeps, in words."""
        return self._answer_page("rules", self.pages.draw_rules)

    def answer_about(self) -> Reply:
        """Return what the release rests on."""
        return self._answer_page("about", self.pages.draw_about)

    def _answer_page(self, key: str, draw: Callable[[], str]) -> Reply:
        """Return a page that is the same for the whole life of a release, drawn once."""
        entry = self.service.cache.find(key)
        if entry is None:
            entry = self.service.cache.keep(make_entry(key, draw().encode()))
        return render_entry(entry, choose(HTML), self.service, vary=False).add([FRESH])

    def _find_sentence(self) -> Sentence | None:
        """Return a statement with its sentence: one that the release names, or the first."""
        service = self.service
        rows = service.list_rows(_FIRST_STATEMENT.format(ontology=service.ontology))
        first = [row["statement"].value for row in rows if hasattr(row["statement"], "value")]
        for iri in (*service.release.examples, *first):
            description = self.resolver.find_description(iri, 1)
            if description is None:
                continue
            triples = [*description.texts, *description.own, *description.statements]
            for sentence in list_sentences(triples, [iri], service):
                if sentence.words:
                    return sentence
        return None

    def answer_health(self) -> Reply:
        """Return whether the server is alive and ready, and which release it serves."""
        try:
            self.service.store.query(
                "ASK {}",
                base=self.service.release.base,
                dataset=Dataset(),
                formats=INSIDE,
                limits=OWN.shorten(READY_SECONDS),
            )
            is_ready = True
        except StoreError:
            is_ready = False
        release, store = self.service.release, self.service.store
        document = {
            "alive": True,
            "ready": is_ready,
            "engine": {"kind": store.kind, "promises": list(store.entrusted)},
            "release": {"version": release.version, "issued": release.issued, "key": release.key},
        }
        headers = [("Cache-Control", "no-store")]
        if not is_ready:
            wait = self.service.settings.retry_after_seconds
            headers.append(("Retry-After", str(wait)))
        body = (json.dumps(document, indent=2) + "\n").encode()
        return Reply(200 if is_ready else 503, body, JSON.content_type, tuple(headers))


def make_publication(
    store: Store, release: Release, *, site: str, settings: Settings
) -> Publication:
    """Return what answers for a release; the address of the site may end in a slash."""
    cache = Cache(settings.cache_bytes, settings.cache_entry_bytes)
    return Publication(Service(store, release, site.rstrip("/"), settings, cache))
