"""What people do: from a fact to its sentence and back, in a real browser."""

import re
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, Page

TIMEOUT = 5000
OUTLINE = "getComputedStyle(document.activeElement).outlineStyle"
NAME = "document.activeElement.outerHTML.slice(0, 120)"
IS_IN_WINDOW = """
(({top, bottom, width, height}) => width > 0 && height > 0 && bottom > 0 && top < innerHeight)(
  document.activeElement.getBoundingClientRect())"""
SCRIPTS = pytest.mark.parametrize("has_scripts", [True, False], ids=["scripts", "no scripts"])


def open_page(browser: "Browser", site: str, has_scripts: bool) -> "Page":
    context = browser.new_context(base_url=site, java_script_enabled=has_scripts)
    context.set_default_timeout(TIMEOUT)
    return context.new_page()


def press_until(page: "Page", condition: str, most: int = 6) -> None:
    """Press Tab until a condition holds, and fail where it does not in so many steps."""
    for _ in range(most):
        page.keyboard.press("Tab")
        if page.evaluate(condition):
            return
    pytest.fail(f"Tab never comes where {condition}")


@SCRIPTS
def test_a_fact_leads_to_its_sentence_and_back(
    browser: "Browser", site: str, has_scripts: bool
) -> None:
    """One click on the mark of a fact shows its sentence with the words lit; one leads back."""
    page = open_page(browser, site, has_scripts)
    page.goto("/convention/2005.html")
    fact = page.locator("dd", has=page.locator("> time[datetime='2007-03-18']")).first
    fact.locator("a.source.passage").first.click()
    page.wait_for_url(re.compile(r"/reader\?statement=history-i4-01#history-i4$"))

    assert page.locator("#history-i4 .text .lit").all_inner_texts()[0].startswith("March 18")
    assert page.locator("#chosen mark").inner_text().startswith("March 18, 2007")

    page.locator("#chosen .claim .subject a").click()
    page.wait_for_url(re.compile(r"/convention/2005\.html$"))
    page.context.close()


@SCRIPTS
def test_choose_a_sentence_then_a_statement(
    browser: "Browser", site: str, has_scripts: bool
) -> None:
    """A passage shows its statements, a statement its words; each state has its address."""
    page = open_page(browser, site, has_scripts)
    page.goto("/reader")
    page.locator("#lead-s2 a.verse").click()
    page.wait_for_url(re.compile(r"/reader\?passage=lead-s2#lead-s2$"))
    page.locator("#chosen").wait_for()
    assert "2 statements" in page.locator("#chosen h2").inner_text()
    assert "Footnote 1" in page.locator("#chosen").inner_text()

    page.locator("#chosen .statements a").first.click()
    page.wait_for_url(re.compile(r"/reader\?statement=lead-s2-01#lead-s2$"))
    page.locator("#chosen mark").wait_for()
    lit = "".join(page.locator("#lead-s2 .text .lit").all_inner_texts())
    assert lit.startswith("recognises the rights")
    assert lit.endswith("cultural expressions")
    assert "reported" in page.locator("#chosen .standing").inner_text()

    page.go_back()
    page.wait_for_url(re.compile(r"/reader\?passage=lead-s2#lead-s2$"))
    page.locator("#chosen h2", has_text="2 statements").wait_for()
    page.locator("#chosen .close a").click()
    page.wait_for_url(re.compile(r"/reader#lead-s2$"))
    page.locator(".key").wait_for()
    page.context.close()


@SCRIPTS
def test_an_address_of_a_state_shows_that_state(
    browser: "Browser", site: str, has_scripts: bool
) -> None:
    """Who is sent the address of a statement sees its words, and who contradicts it."""
    page = open_page(browser, site, has_scripts)
    page.goto("/reader?statement=history-i4-08#history-i4")

    panel = page.locator("#chosen")
    assert panel.locator(".mark.contradicted").count() >= 2
    assert "56 Member States" in panel.locator("mark").inner_text()
    page.context.close()


def test_words_are_links_to_their_statement(context: "BrowserContext") -> None:
    """In the chosen sentence each stretch of words leads to what was read from it."""
    page = context.new_page()
    page.goto("/reader?passage=history-i3")
    page.locator("#history-i3 .text a.w").first.click()
    page.wait_for_url(re.compile(r"/reader\?statement=history-i3-01"))

    page.locator("#history-i3 .text .lit").first.wait_for()


def test_the_reader_works_by_keyboard(context: "BrowserContext") -> None:
    """Tab reaches the content and a passage, Enter chooses it, Escape closes it."""
    page = context.new_page()
    page.goto("/reader")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    page.wait_for_function("document.activeElement.id === 'main'")
    press_until(page, "document.activeElement.className === 'verse'")
    assert page.evaluate(OUTLINE) == "solid"

    page.keyboard.press("Enter")
    page.locator("#chosen").wait_for()
    page.wait_for_function("document.activeElement.id === 'chosen'")
    page.keyboard.press("Escape")
    page.locator(".key").wait_for()


def test_a_statement_is_chosen_by_keyboard(context: "BrowserContext") -> None:
    """Enter opens a passage and then a statement; Escape leads back to the passage."""
    page = context.new_page()
    page.goto("/reader")
    page.locator("#lead-s2 a.verse").focus()
    page.keyboard.press("Enter")
    page.wait_for_function("document.activeElement.id === 'chosen'")

    press_until(page, "document.activeElement.matches('#chosen a.choose')")
    assert page.evaluate(OUTLINE) == "solid"
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(r"\?statement=lead-s2-01#lead-s2$"))
    page.locator("#chosen mark").wait_for()
    page.wait_for_function("document.activeElement.id === 'chosen'")

    page.keyboard.press("Escape")
    page.wait_for_url(re.compile(r"/reader#lead-s2$"))
    page.wait_for_function("document.activeElement.id === 'lead-s2'")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.matches('#lead-s2 a.verse')")


def test_without_script_tab_goes_on_from_the_chosen_passage(browser: "Browser", site: str) -> None:
    """The address of a state leads the keyboard to its passage, and on to its statements."""
    page = open_page(browser, site, has_scripts=False)
    page.goto("/reader")
    page.locator("#lead-s2 a.verse").press("Enter")
    page.locator("#chosen").wait_for()
    page.keyboard.press("Tab")
    assert page.locator("#lead-s2 a.verse:focus").count() == 1
    for _ in range(6):
        page.keyboard.press("Tab")
        if page.locator("#chosen a.choose:focus").count():
            break

    page.keyboard.press("Enter")
    page.locator("#chosen mark").wait_for()
    page.context.close()


@pytest.mark.parametrize("path", ["/", "/convention/2005.html", "/rules", "/dumps/", "/vocabulary"])
def test_focus_is_seen_at_every_stop(context: "BrowserContext", path: str) -> None:
    """Each stop of the keyboard has an outline and lies in the window, whole or in part."""
    page = context.new_page()
    page.goto(path)
    for _ in range(25):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement === document.body"):
            break
        assert page.evaluate(OUTLINE) == "solid", page.evaluate(NAME)
        assert page.evaluate(IS_IN_WINDOW), page.evaluate(NAME)


def test_the_editor_is_no_trap_for_the_keyboard(context: "BrowserContext") -> None:
    """Tab reaches the editor, Control and Enter ask; Escape and then Tab leads out."""
    page = context.new_page()
    page.goto("/sparql")
    page.locator("html.q-enhanced").wait_for()
    press_until(page, "document.activeElement.matches('.q-editor')", 12)
    page.keyboard.press("Control+a")
    page.keyboard.type("ASK {}")
    page.keyboard.press("Control+Enter")
    page.locator(".q-truth", has_text="Yes").wait_for()

    page.keyboard.press("Escape")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.id") == "format"
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Ask"
    assert page.evaluate(OUTLINE) == "solid"


def test_a_party_tells_its_name_in_its_languages(context: "BrowserContext") -> None:
    """Foreign words have their language, and their direction where it differs."""
    page = context.new_page()
    page.goto("/party/FRA.html")

    names = page.locator(".names span[lang]")
    assert names.count() == 26
    assert page.locator('.names span[lang="ar"]').get_attribute("dir") == "rtl"
    assert page.locator('.names span[lang="de"]').inner_text() == "Frankreich"
