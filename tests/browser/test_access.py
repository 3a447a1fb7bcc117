"""Each kind of page for everyone: accessible, valid, still, and from one host only."""

import json
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import pytest

from tests.needs import missing, need

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, Response

JAVASCRIPT = Path(__file__).parents[1] / "js"
AXE = JAVASCRIPT / "node_modules" / "axe-core" / "axe.min.js"
# What has moved by itself until the second frame from now.
SHIFT = """
new Promise((done) => {
  let sum = 0;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) sum += entry.value;
  }).observe({ type: "layout-shift", buffered: true });
  requestAnimationFrame(() => requestAnimationFrame(() => done(sum)));
})"""
SIZE = """
performance.getEntries().filter((entry) => "transferSize" in entry)
  .reduce((sum, entry) => sum + entry.transferSize, 0)"""
# Of a long list the first few stand for all.
PRUNE = """
for (const each of document.querySelectorAll(
  ".term:nth-of-type(n+5), tbody tr:nth-child(n+5), .columns li:nth-child(n+5)," +
  ".examples li:nth-child(n+5), .passages li:nth-child(n+3):not(.chosen, .empty)," +
  ".footnotes li:nth-child(n+3), .term li:nth-child(n+4)," +
  ".thing .statement:nth-of-type(n+5)")) each.remove();"""
CHECK = """
void (window.checked = axe.run(document, {
  runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
  resultTypes: ["violations"],
}))"""
LIST = """
checked.then((found) => found.violations.flatMap(
  (each) => each.nodes.map((node) => `${each.id}: ${node.target}: ${node.failureSummary}`)))"""
PHONE, DESKTOP = 390, 1280
# The editor is in its place, and the answer, where one is asked for.
SETTLED = "html.q-enhanced #results:is(:not(:has(*)), :has(.q-code, .q-problem)):not([aria-busy])"
STILL = 0.001
PARTS = ("stylesheet", "script", "image", "font")
TRANSFERRED = 150_000


@dataclass(frozen=True)
class Visit:
    """Hold what was found on a page in one window and one colour scheme."""

    page: str
    window: str
    shift: float
    excess: int
    size: int
    asked: tuple[str, ...]
    said: tuple[str, ...]
    violations: tuple[str, ...]


class Window:
    """A window of one width, that keeps no file and notes what its pages ask for and say."""

    def __init__(self, browser: "Browser", width: int, axe: str) -> None:
        context = browser.new_context(viewport={"width": width, "height": 900})
        self.width, self.axe = width, axe
        self.page = context.new_page()
        network = context.new_cdp_session(self.page)
        network.send("Network.enable")
        network.send("Network.setCacheDisabled", {"cacheDisabled": True})
        self.asked: list[str] = []
        self.said: list[str] = []
        self.page.on("request", lambda request: self.asked.append(request.url))
        self.page.on("response", self._note_missing)
        self.page.on("pageerror", lambda error: self.said.append(str(error)))
        self.page.on("console", lambda said: self.said.append(said.text))

    def _note_missing(self, response: "Response") -> None:
        """Note what a page is made of and does not get; the page and its query may fail."""
        if response.status >= 400 and response.request.resource_type in PARTS:
            self.said.append(f"{response.status} {response.url}")

    def open(self, address: str, scheme: Literal["light", "dark"]) -> None:
        """Begin to load a page."""
        self.asked.clear()
        self.said.clear()
        self.scheme = scheme
        self.page.emulate_media(color_scheme=scheme)
        self.page.goto(address, wait_until="commit")

    def measure(self) -> None:
        """Measure the loaded page, and begin to check it."""
        page = self.page
        page.wait_for_load_state("load")
        if "/sparql" in page.url:
            page.locator(SETTLED).wait_for(state="attached")
        self.shift = page.evaluate(SHIFT)
        self.excess = page.evaluate("document.documentElement.scrollWidth") - self.width
        self.size = page.evaluate(SIZE)
        page.evaluate(PRUNE)
        page.evaluate(self.axe)
        page.evaluate(CHECK)

    def finish(self, name: str) -> Visit:
        """Return what was found on the page."""
        return Visit(
            page=name,
            window=f"{self.width} wide, {self.scheme}",
            shift=self.shift,
            excess=self.excess,
            size=self.size,
            violations=tuple(self.page.evaluate(LIST)),
            asked=tuple(self.asked),
            said=tuple(self.said),
        )


@pytest.fixture(scope="module")
def axe() -> str:
    """The source of the checker of accessibility."""
    if not AXE.is_file():
        missing("this test needs the packages of tests/js; `make test` installs them")
    return AXE.read_text("utf-8")


@pytest.fixture(scope="module")
def visits(browser: "Browser", addresses: dict[str, str], axe: str) -> list[Visit]:
    """Each kind of page in both colour schemes and at both widths, two at a time."""
    windows = [Window(browser, PHONE, axe), Window(browser, DESKTOP, axe)]
    schemes: list[Literal["light", "dark"]] = ["light", "dark"]
    found = []
    for name, address in addresses.items():
        for window, scheme in zip(windows, schemes, strict=True):
            window.open(address, scheme)
        for window in windows:
            window.measure()
        found += [window.finish(name) for window in windows]
        schemes.reverse()
    for window in windows:
        window.page.context.close()
    return found


def test_no_page_violates_what_axe_checks(visits: list[Visit]) -> None:
    """axe-core finds nothing on any kind of page."""
    found = {(each.page, each.window): each.violations for each in visits if each.violations}

    assert found == {}


def test_no_page_moves_by_itself(visits: list[Visit]) -> None:
    """Nothing moves while a page loads, nor when the editor takes the place of the form."""
    found = {(each.page, each.window): each.shift for each in visits if each.shift > STILL}

    assert found == {}


def test_a_move_is_seen(context: "BrowserContext") -> None:
    """What measures how a page moves sees it move."""
    page = context.new_page()
    page.goto("/about")
    page.evaluate(SHIFT)
    page.evaluate("document.querySelector('main').before(document.querySelector('footer'))")

    assert page.evaluate(SHIFT) > STILL


def test_every_page_fits_its_window(visits: list[Visit]) -> None:
    """No page scrolls sideways, on phone or desktop."""
    found = {(each.page, each.window): each.excess for each in visits if each.excess > 0}

    assert found == {}


def test_no_page_asks_another_host(visits: list[Visit], site: str, tiny_site: str) -> None:
    """Whatever a page loads comes from its own site."""
    own = (f"{site}/", f"{tiny_site}/", "data:")

    assert [url for each in visits for url in each.asked if not url.startswith(own)] == []


def test_no_page_breaks_its_own_policy(visits: list[Visit]) -> None:
    """No script fails, and the browser refuses nothing of what a page has."""
    found = {
        (each.page, text)
        for each in visits
        for text in each.said
        if not text.startswith("Failed to load resource: the server responded with a status of 4")
    }

    assert found == set()


def test_pages_are_small(visits: list[Visit]) -> None:
    """Without the editor a page with all that it loads is under 150 kB."""
    sizes = {
        each.page: each.size
        for each in visits
        if not any(url.endswith("/query.js") for url in each.asked)
    }

    assert min(sizes.values()) > 1000
    assert {name: size for name, size in sizes.items() if size > TRANSFERRED} == {}


def test_print_keeps_what_is_read(context: "BrowserContext", addresses: dict[str, str]) -> None:
    """Paper has no navigation, but the query, the words that carry a statement, and addresses."""
    page = context.new_page()
    page.emulate_media(media="print")
    page.goto(addresses["rows"])
    page.locator(SETTLED).wait_for(state="attached")
    assert page.get_by_role("navigation").count() == 0
    assert page.locator(".cm-content").is_visible()
    assert page.locator("#results tbody tr").count() == 3

    page.goto(addresses["statement chosen"])
    assert page.locator(".lit").first.evaluate("e => getComputedStyle(e).printColorAdjust") == (
        "exact"
    )
    page.goto(addresses["about"])
    after = "e => getComputedStyle(e, '::after').content"
    assert page.locator("td a[href^='https:']").first.evaluate(after) != "none"


def test_html_is_valid(browser: "Browser", addresses: dict[str, str], tmp_path: Path) -> None:
    """html-validate finds no error on any kind of page."""
    node = need("node", "nodejs")
    program = JAVASCRIPT / "node_modules" / "html-validate" / "bin" / "html-validate.mjs"
    if not program.is_file():
        missing("this test needs the packages of tests/js; `make test` installs them")
    context = browser.new_context()
    for name, address in addresses.items():
        reply = context.request.get(address, headers={"Accept": "text/html"})
        (tmp_path / f"{name.replace(' ', '-')}.html").write_bytes(reply.body())
    context.close()
    config = {
        "root": True,
        "extends": ["html-validate:standard", "html-validate:document"],
        "rules": {
            "long-title": "off",
            "no-trailing-whitespace": "off",
            "wcag/h30": "off",
            "no-inline-style": "error",
            "prefer-native-element": "off",
            "require-sri": "off",
        },
    }
    (tmp_path / ".htmlvalidate.json").write_text(json.dumps(config), "utf-8")
    done = subprocess.run(
        [node, program, "--formatter", "text", "--ext", "html", str(tmp_path)],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        timeout=120,
    )

    assert done.stdout.replace(str(tmp_path), "") == ""
    assert done.returncode == 0, done.stderr
