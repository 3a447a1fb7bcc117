"""What people do on the query page: run an example, change it, break it, share it, take it home."""

import csv
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Locator, Page

REGIONS = "How many Parties has each region of the United Nations?"
ASKED = re.compile(r"/sparql\?query=")
BROKEN = "SELECT ?party WHERE {\n  ?party a\n}"
EVERY_KIND = "SELECT DISTINCT ?kind WHERE { ?thing a ?kind } ORDER BY ?kind LIMIT 4"


@pytest.fixture
def page(browser: "Browser", site: str) -> Iterator["Page"]:
    """The query page with its editor."""
    context = browser.new_context(base_url=site)
    context.set_default_timeout(5000)
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto("/sparql")
    page.locator("html.q-enhanced").wait_for()
    yield page
    context.close()


@pytest.fixture
def plain(browser: "Browser", site: str) -> Iterator["Page"]:
    """The query page of a browser that runs no script."""
    context = browser.new_context(base_url=site, java_script_enabled=False)
    context.set_default_timeout(5000)
    page = context.new_page()
    page.goto("/sparql")
    yield page
    context.close()


def write(page: "Page", query: str) -> None:
    """Replace the query in the editor, as by hand."""
    page.locator(".cm-content").fill(query)


def run(page: "Page") -> None:
    """Ask by the keyboard, and wait for what comes of it."""
    page.locator(".cm-content").press("Control+Enter")
    page.locator("#results:not([aria-busy])").wait_for()


def read_rows(page: "Page") -> list[list[str]]:
    """Return the cells of the result, without the numbers of the rows."""
    cells: list[list[str]] = page.locator("#results tbody tr").evaluate_all(
        "rows => rows.map(row => [...row.querySelectorAll('td:not(.q-count)')]"
        ".map(cell => cell.innerText.trim()))"
    )
    return cells


def take(page: "Page", link: "Locator") -> str:
    """Return the text of the file that a link downloads."""
    with page.expect_download() as waiting:
        link.click()
    return Path(waiting.value.path()).read_text("utf-8")


def test_an_example_is_run_changed_and_run_again(page: "Page") -> None:
    """One click runs an example; what is changed in the editor is what is asked next."""
    page.get_by_role("link", name=REGIONS).click()
    page.wait_for_url(ASKED)
    page.locator("#results .q-table").wait_for()
    found = len(read_rows(page))
    assert found > 3

    changed = page.locator("#query").input_value() + "\nLIMIT 3"
    write(page, changed)
    run(page)
    page.locator(".q-status", has_text=re.compile(r"^3 rows\.")).wait_for()

    assert len(read_rows(page)) == 3
    page.go_back()
    page.locator(".q-status", has_text=re.compile(rf"^{found} rows\.")).wait_for()
    assert "LIMIT 3" not in page.locator("#query").input_value()


def test_a_broken_query_is_told_at_its_line_and_mended(page: "Page") -> None:
    """The fault is named with line and column and marked in the editor until it is mended."""
    write(page, BROKEN)
    run(page)
    alert = page.get_by_role("alert")
    assert "line 3, column 1" in alert.inner_text()
    assert page.locator(".cm-line.q-fault-line").inner_text() == "}"
    assert page.locator(".cm-gutterElement.q-fault-number").inner_text() == "3"

    alert.get_by_role("button", name="Go to line 3, column 1").click()
    page.keyboard.type("?kind ")
    assert page.locator(".q-fault-line").count() == 0
    run(page)
    page.locator(".q-table").wait_for()
    assert page.get_by_role("alert").count() == 0


def test_an_undeclared_prefix_is_declared_by_one_click(page: "Page") -> None:
    """The page knows the prefixes of the data, writes the one that is missing and asks again."""
    write(page, "SELECT ?c WHERE { ?c a skos:ConceptScheme }")
    run(page)
    page.get_by_role("button", name="Declare skos: and run again").click()
    page.locator(".q-table").wait_for()

    assert page.locator("#query").input_value().startswith("PREFIX skos: <")


def test_a_query_is_shared_by_its_address(page: "Page", browser: "Browser", site: str) -> None:
    """Who opens the copied address elsewhere sees the same query and the same result."""
    write(page, EVERY_KIND)
    run(page)
    page.get_by_role("button", name="Copy the address of this query").click()
    page.locator(".q-status", has_text="The address is copied.").wait_for()
    address = page.evaluate("navigator.clipboard.readText()")
    rows = read_rows(page)
    assert len(rows) == 4

    for has_scripts in (True, False):
        context = browser.new_context(java_script_enabled=has_scripts)
        other = context.new_page()
        other.goto(address)
        if has_scripts:
            other.locator(".q-table").wait_for()
        assert other.url == address == page.url
        assert other.locator("#query").input_value() == EVERY_KIND
        assert read_rows(other) == rows
        context.close()
    assert address.startswith(site)


def test_a_shared_fault_comes_with_its_editor(page: "Page") -> None:
    """A broken query that is loaded anew has its mark again, and can be mended there."""
    write(page, BROKEN)
    run(page)
    page.reload()
    page.locator(".cm-line.q-fault-line").wait_for()

    assert page.locator("#query").input_value() == BROKEN
    assert "line 3, column 1" in page.get_by_role("alert").inner_text()


def test_graphs_named_beside_a_query_stay_with_it(page: "Page") -> None:
    """An address that names its graphs shows the result of these, with the script too."""
    page.goto(f"/sparql?query={EVERY_KIND}&default-graph-uri=https://w3id.org/cdce/graph/none")
    page.locator(".q-status", has_text="No rows.").wait_for()

    assert "graph/none" in page.url


def test_a_result_is_downloaded(page: "Page") -> None:
    """The files hold the result that the page shows."""
    write(page, EVERY_KIND)
    run(page)
    names = [code for (code,) in read_rows(page)]

    table = take(page, page.get_by_role("link", name="table for a spreadsheet (CSV)"))
    document = json.loads(take(page, page.get_by_role("link", name="SPARQL results in JSON")))
    header, *rows = csv.reader(table.splitlines())
    found = [row["kind"]["value"] for row in document["results"]["bindings"]]
    assert header == ["kind"]
    assert [row[0] for row in rows] == found
    assert [iri[-4:] for iri in found] == [name[-4:] for name in names]


def test_a_result_is_drawn_and_its_code_copied(page: "Page") -> None:
    """Names with numbers become bars; the code to copy holds the query and the endpoint."""
    page.get_by_role("link", name=REGIONS).click()
    page.locator(".q-table").wait_for()
    page.get_by_role("button", name="Chart").click()
    page.locator(".q-chart rect").first.wait_for()
    assert page.locator(".q-chart rect").count() == len(read_rows(page))
    assert page.locator(".q-table").is_hidden()

    page.locator(".q-code summary").click()
    for name, words in (("curl", "curl "), ("Python", "urllib"), ("R", "read.csv")):
        page.get_by_role("button", name=name, exact=True).click()
        page.get_by_role("button", name="Copy the code").click()
        page.wait_for_function(
            "words => navigator.clipboard.readText().then(text => text.includes(words))", arg=words
        )
        copied = page.evaluate("navigator.clipboard.readText()")
        assert "GROUP BY ?region" in copied
        assert "/sparql" in copied


def test_without_script_an_example_is_run_and_changed(plain: "Page") -> None:
    """A link runs an example, a plain form asks what was made of it."""
    plain.get_by_role("link", name=REGIONS).click()
    plain.wait_for_url(ASKED)
    query = plain.locator("#query").input_value()
    assert len(read_rows(plain)) > 3

    plain.locator("#query").fill(f"{query}\nLIMIT 3")
    plain.get_by_role("button", name="Ask").click()
    plain.get_by_text("3 rows.").wait_for()
    assert len(read_rows(plain)) == 3
    assert "LIMIT+3" in plain.url


def test_without_script_a_fault_has_its_line_and_the_query_stays(plain: "Page") -> None:
    """The page says where the query cannot be read and holds it to be mended."""
    plain.locator("#query").fill(BROKEN)
    plain.get_by_role("button", name="Ask").click()
    plain.get_by_role("heading", name="The query cannot be read").wait_for()
    assert "line 3, column 1" in plain.locator("#results").inner_text()
    assert plain.locator("mark.fault").inner_text() == "}"
    assert plain.locator("#query").input_value().replace("\r\n", "\n") == BROKEN

    plain.locator("#query").fill(EVERY_KIND)
    plain.get_by_role("button", name="Ask").click()
    plain.get_by_text("4 rows.").wait_for()


def test_without_script_a_result_is_downloaded(plain: "Page") -> None:
    """The links below a result give it whole in each format."""
    plain.locator("#query").fill(EVERY_KIND)
    plain.get_by_role("button", name="Ask").click()
    plain.get_by_text("4 rows.").wait_for()
    links = plain.get_by_label("The whole result as").get_by_role("link")
    replies = {
        link.inner_text(): plain.request.get(link.get_attribute("href") or "")
        for link in links.all()
    }

    assert all(reply.ok for reply in replies.values())
    table = next(reply for label, reply in replies.items() if "CSV" in label)
    assert table.headers["content-type"].startswith("text/csv")
    assert len(table.text().splitlines()) == 5


def test_files_of_a_release_are_downloaded(plain: "Page", release: Path) -> None:
    """A file of the page of downloads is the file of the release."""
    plain.goto("/dumps/")
    text = take(plain, plain.get_by_role("link", name="parties.csv", exact=True))

    assert text == (release / "parties.csv").read_text("utf-8")


def test_a_thing_is_had_as_turtle(plain: "Page") -> None:
    """The page of a thing leads to its description as data."""
    plain.goto("/party/FRA.html")
    link = plain.get_by_label("Formats").get_by_role("link", name="Turtle")
    reply = plain.request.get(link.get_attribute("href") or "")

    assert reply.headers["content-type"].startswith("text/turtle")
    assert '"FRA"' in reply.text()
