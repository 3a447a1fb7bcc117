"""A real browser before the real release."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from flask import Flask

from tests.http_fixtures import make_app, run_server
from tests.needs import missing

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
    "quotation": "/quotation/1.html",
    "reference": "/reference/6.html",
    "statement": "/statement/history-i4-08.html",
    "outside statement": "/statement/register-FRA-consentType-01.html",
    "passage": "/passage/background-s4.html",
    "graph": "/graph/article.html",
    "document": "/source/article.html",
    "shape": "/shape/ParticipationShape.html",
    "code": "/modality/quoted.html",
    "vocabulary": "/vocabulary",
    "rules": "/rules",
    "about": "/about",
    "ask": "/sparql",
    "result": "/sparql?query=SELECT+*+WHERE+%7B%3Fs+%3Fp+%3Fo%7D+LIMIT+3",
    "downloads": "/dumps/",
    "history": "/changes/",
    "changes": "/changes/1.0.0..1.0.0",
    "nothing there": "/nothing-there",
}


@pytest.fixture(scope="session")
def chromium() -> str:
    """The path of the system's Chromium."""
    path = shutil.which("chromium") or shutil.which("chromium-browser")
    if path is None:
        missing("this test needs chromium (system package chromium)")
    return path


@pytest.fixture(scope="session")
def site(release: Path) -> Iterator[str]:
    """The address of a server of the real release."""

    def make(port: int) -> Flask:
        app = make_app(release, site=f"http://127.0.0.1:{port}")[0]
        app.extensions["cdce"].publication.prepare()
        return app

    with run_server(make) as port:
        yield f"http://127.0.0.1:{port}"


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
