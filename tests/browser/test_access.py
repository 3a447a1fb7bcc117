"""Each kind of page for everyone: accessible, valid, still, and from one host only."""

import json
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from tests.browser.conftest import PAGES
from tests.needs import missing, need

if TYPE_CHECKING:
    from playwright.sync_api import Browser, ConsoleMessage, Error, Page, Request

JAVASCRIPT = Path(__file__).parents[1] / "js"
AXE = JAVASCRIPT / "node_modules" / "axe-core" / "axe.min.js"
SHIFT = """
new Promise((done) => {
  let sum = 0;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) sum += entry.value;
  }).observe({ type: "layout-shift", buffered: true });
  requestAnimationFrame(() => setTimeout(() => done(sum), 60));
})"""
TRANSFERRED = 150_000


@pytest.fixture(scope="module")
def axe() -> str:
    """The source of the checker of accessibility."""
    if not AXE.is_file():
        missing("this test needs the packages of tests/js; `make test` installs them")
    return AXE.read_text("utf-8")


# Of a long list the first few stand for all.
PRUNE = """
for (const each of document.querySelectorAll(
  ".term:nth-of-type(n+7), tbody tr:nth-child(n+7), .columns li:nth-child(n+7)," +
  ".thing .statement:nth-of-type(n+7)")) each.remove();"""
ALL = "['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']"


def list_violations(page: "Page", rules: str) -> list[str]:
    found: dict[str, Any] = page.evaluate(f"axe.run(document, {{runOnly: {rules}}})")
    return [
        f"{violation['id']}: {node['target']}: {node['failureSummary']}"
        for violation in found["violations"]
        for node in violation["nodes"]
    ]


def test_no_page_violates_what_axe_checks(browser: "Browser", site: str, axe: str) -> None:
    """axe-core finds nothing on any kind of page, and no faint colour in either scheme."""
    context = browser.new_context(
        base_url=site, color_scheme="light", viewport={"width": 390, "height": 900}, bypass_csp=True
    )
    page = context.new_page()
    found = {}
    for name, path in PAGES.items():
        page.emulate_media(color_scheme="light")
        page.goto(path)
        page.evaluate(PRUNE)
        page.evaluate(axe)
        violations = list_violations(page, ALL)
        page.emulate_media(color_scheme="dark")
        violations += [f"dark: {each}" for each in list_violations(page, "['color-contrast']")]
        if violations:
            found[name] = violations
    context.close()

    assert found == {}


def test_pages_stay_still_fit_and_ask_no_other_host(browser: "Browser", site: str) -> None:
    """On phone and desktop no page shifts, scrolls sideways, or loads from elsewhere."""
    faults: list[str] = []

    def note(request: "Request") -> None:
        if not request.url.startswith((site, "data:")):
            faults.append(f"asks {request.url}")

    def listen(said: "ConsoleMessage") -> None:
        if is_refusal(said.text):
            faults.append(said.text)

    def fail(error: "Error") -> None:
        faults.append(f"script: {error}")

    for width in (390, 1280):
        context = browser.new_context(base_url=site, viewport={"width": width, "height": 900})
        page = context.new_page()
        page.on("request", note)
        page.on("pageerror", fail)
        page.on("console", listen)
        for name, path in PAGES.items():
            page.goto(path)
            shift = page.evaluate(SHIFT)
            across = page.evaluate("document.documentElement.scrollWidth")
            if shift > 0.01 and path.partition("?")[0] != "/sparql":
                faults.append(f"{name} at {width}: layout shift {shift}")
            if across > width:
                faults.append(f"{name} at {width}: {across} wide")
        context.close()

    assert faults == []


def is_refusal(text: str) -> bool:
    """Return whether the console says that the page breaks its own security policy."""
    return "Content Security Policy" in text or "Content-Security-Policy" in text


def test_pages_are_small(browser: "Browser", site: str) -> None:
    """Without the editor a page with all that it loads is under 150 kB."""
    sizes = {}
    for name in ("convention", "statement chosen", "vocabulary", "rules"):
        context = browser.new_context(base_url=site)
        page = context.new_page()
        page.goto(PAGES[name])
        sizes[name] = page.evaluate(
            "performance.getEntries().filter((e) => 'transferSize' in e)"
            ".reduce((sum, e) => sum + e.transferSize, 0)"
        )
        context.close()

    assert {name: size for name, size in sizes.items() if size > TRANSFERRED} == {}


def test_html_is_valid(browser: "Browser", site: str, tmp_path: Path) -> None:
    """html-validate finds no error on any kind of page."""
    node = need("node", "nodejs")
    program = JAVASCRIPT / "node_modules" / "html-validate" / "bin" / "html-validate.mjs"
    if not program.is_file():
        missing("this test needs the packages of tests/js; `make test` installs them")
    context = browser.new_context(base_url=site)
    for name, path in PAGES.items():
        reply = context.request.get(path, headers={"Accept": "text/html"})
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
