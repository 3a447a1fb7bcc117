"""A real browser before the real release."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.http_fixtures import write_release, write_sums
from tests.needs import missing
from tests.served import serving

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext

ARGUMENTS = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking"]

# One page of each kind that there is.
PAGES = {
    "home": "/",
    "reader": "/reader",
    "passage chosen": "/reader?passage=background-s4",
    "statement chosen": "/reader?statement=history-i4-08",
    "convention": "/convention/2005.html",
    "declaration": "/declaration/2001.html",
    "party": "/party/FRA.html",
    "concept": "/concept/cultural-diversity.html",
    "event": "/event/adoption-2005.html",
    "organisation": "/organization/unesco.html",
    "article": "/article/4.8.html",
    "article of the annex": "/article/annex-1.html",
    "quotation": "/quotation/1.html",
    "reference": "/reference/6.html",
    "statement": "/statement/history-i4-08.html",
    "outside statement": "/statement/register-FRA-consentType-01.html",
    "passage": "/passage/background-s4.html",
    "graph": "/graph/article.html",
    "document": "/source/article.html",
    "shape": "/shape/ParticipationShape.html",
    "example": "/query/01-adoption.html",
    "code": "/modality/quoted.html",
    "vocabulary": "/vocabulary",
    "rules": "/rules",
    "about": "/about",
    "question": "/sparql",
    "rows": "/sparql?query=SELECT+*+WHERE+%7B%3Fs+%3Fp+%3Fo%7D+LIMIT+3",
    "yes": "/sparql?query=ASK+%7B%3Fs+%3Fp+%3Fo%7D",
    "RDF": "/sparql?query=CONSTRUCT+WHERE+%7B%3Fs+%3Fp+%3Fo%7D+LIMIT+60",
    "broken query": "/sparql?query=SELECT+*+WHERE+%7B%0A++%3Fs+%3Fp+%7D",
    "downloads": "/dumps/",
    "history": "/changes/",
    "nothing there": "/nothing-there",
}
# What the real release does not have, from a tiny one with another before it.
TINY_PAGES = {"withdrawn": "/concept/gone", "changes": "/changes/0.9.0..1.0.0"}


@pytest.fixture(scope="session")
def chromium() -> str:
    """The path of the system's Chromium."""
    path = shutil.which("chromium") or shutil.which("chromium-browser")
    if path is None:
        missing("this test needs chromium (system package chromium)")
    return path


@pytest.fixture(scope="session")
def site(release: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a server of the real release, as the command line runs it."""
    with serving(release, tmp_path_factory.mktemp("site") / "log") as served:
        yield served.address


@pytest.fixture(scope="session")
def tiny_site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a server of a tiny release, with one before it and a thing withdrawn."""
    folder = write_release(tmp_path_factory.mktemp("tiny") / "release")
    before = folder.with_name("release-archive") / "0.9.0"
    shutil.copytree(folder, before)
    for name, new, old in (
        ("void.ttl", '"1.0.0"', '"0.9.0"'),
        ("graph.nq", '"Concept 1"@en', '"Concept One"@en'),
    ):
        text = (before / name).read_text("utf-8")
        (before / name).write_text(text.replace(new, old), "utf-8")
    (before / "SHA256SUMS").unlink()
    write_sums(before)
    with serving(folder, folder.with_name("log")) as served:
        yield served.address


@pytest.fixture(scope="session")
def addresses(site: str, tiny_site: str) -> dict[str, str]:
    """The address of one page of each kind."""
    pages = {name: site + path for name, path in PAGES.items()}
    return pages | {name: tiny_site + path for name, path in TINY_PAGES.items()}


@pytest.fixture(scope="session")
def browser(chromium: str) -> Iterator["Browser"]:
    """One browser for all tests."""
    api = pytest.importorskip("playwright.sync_api")
    with api.sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture
def context(browser: "Browser", site: str) -> Iterator["BrowserContext"]:
    """A browser that remembers nothing, at the site."""
    context = browser.new_context(base_url=site)
    context.set_default_timeout(5000)
    yield context
    context.close()
