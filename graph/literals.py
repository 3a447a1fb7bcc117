"""The literals that people write: the form of each datatype, and the one that a property requires.

Forms are checked on the text as written, before a library makes a value of it.

Source: https://www.w3.org/TR/xmlschema11-2/ (the lexical mappings)
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Mapping
from functools import cache

import pyoxigraph as ox

from graph.package import ONTOLOGY
from graph.terms import PREFIXES, RDF, RDFS, XSD

ZONE = r"(?:Z|[+-]\d\d:\d\d)?"
TAG = re.compile(r"[A-Za-z]{1,8}(?:-[A-Za-z0-9]{1,8})*")
TIME = r"(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?"
DAYS = r"(?:\d+Y)?(?:\d+M)?(?:\d+D)?"
HOURS = r"(?:T(?=\d)(?:\d+H)?(?:\d+M)?(?:\d+(?:\.\d+)?S)?)?"
# The form of a datatype, and an example of it.
FORMS: Mapping[str, tuple[re.Pattern[str], str]] = {
    str(datatype): (re.compile(form, re.ASCII), example)
    for datatype, form, example in (
        (XSD.anyURI, r"[^\s<>\"{}|\\^`]+", "https://example.org/"),
        (XSD.boolean, r"true|false|0|1", "true"),
        (XSD.date, rf"(?P<day>\d{{4}}-\d\d-\d\d){ZONE}", "2001-12-31"),
        (XSD.dateTime, rf"(?P<day>\d{{4}}-\d\d-\d\d)T{TIME}{ZONE}", "2001-12-31T23:59:59Z"),
        (XSD.decimal, r"[+-]?(?:\d+(?:\.\d*)?|\.\d+)", "1.5"),
        (XSD.double, r"[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?|-?INF|NaN", "1.5e3"),
        (XSD.duration, rf"-?P(?=\d|T){DAYS}{HOURS}", "P3M"),
        (XSD.gMonthDay, rf"--(?P<in_leap_year>\d\d-\d\d){ZONE}", "--12-31"),
        (XSD.gYear, rf"-?\d{{4}}{ZONE}", "2001"),
        (XSD.gYearMonth, rf"\d{{4}}-(?:0[1-9]|1[0-2]){ZONE}", "2001-12"),
        (XSD.integer, r"[+-]?\d+", "12"),
        (XSD.nonNegativeInteger, r"\+?\d+", "12"),
        (XSD.positiveInteger, r"\+?0*[1-9]\d*", "12"),
        (XSD.string, r"(?s:.*)", "text"),
    )
}
STANDARD = (str(XSD), str(RDF))


def find_fault(value: ox.Literal, is_known: Callable[[str], bool]) -> str | None:
    """Return what is wrong with a literal as it is written, or None.

    ``is_known`` says whether a datatype beside those of XML Schema is a term.
    """
    datatype, text = value.datatype.value, value.value
    if value.language is not None:
        return None
    if datatype in FORMS:
        return None if fits(text, datatype) else f"{_ask(datatype)}, is required; found {text}"
    if datatype.startswith(STANDARD) or not is_known(datatype):
        return f"a datatype that is known here is required; found {shorten(datatype)}"
    return None


def find_tag_fault(text: str) -> str | None:
    """Return what is wrong with a language tag, or None."""
    return None if TAG.fullmatch(text) else f"a language tag, like en, is required; found {text}"


def fits(text: str, datatype: str) -> bool:
    """Say whether a text has the form of a datatype of ``FORMS``, and a day in it exists.

    >>> fits("2001-02-28", str(XSD.date)), fits("2001-02-29", str(XSD.date))
    (True, False)
    """
    match = FORMS[datatype][0].fullmatch(text)
    if match is None:
        return False
    parts = match.groupdict()
    day = f"2000-{parts['in_leap_year']}" if "in_leap_year" in parts else parts.get("day")
    try:
        return day is None or bool(dt.date.fromisoformat(day))
    except ValueError:
        return False


def find_misfit(predicate: str, value: object) -> str | None:
    """Return what is wrong with the value of a property whose range is a datatype, or None."""
    required = find_ranges().get(predicate)
    found = value.datatype.value if isinstance(value, ox.Literal) else ""
    if required is None or found == required:
        return None
    wanted = "a text with its language" if required == str(RDF.langString) else _ask(required)
    return f"{shorten(predicate)} requires {wanted}; found {value}"


@cache
def find_ranges() -> Mapping[str, str]:
    """Return the datatype that is the range of each property of ontology.ttl that has one."""
    ranges = ox.parse(path=ONTOLOGY, format=ox.RdfFormat.TURTLE)
    return {
        quad.subject.value: quad.object.value
        for quad in ranges
        if quad.predicate.value == str(RDFS.range)
        and isinstance(quad.subject, ox.NamedNode)
        and isinstance(quad.object, ox.NamedNode)
        and (quad.object.value in FORMS or quad.object.value == str(RDF.langString))
    }


def shorten(iri: str) -> str:
    """Return an IRI of a known vocabulary with its prefix."""
    for prefix, namespace in PREFIXES.items():
        if iri.startswith(namespace):
            return f"{prefix}:{iri.removeprefix(namespace)}"
    return iri


def _ask(datatype: str) -> str:
    return f"a value of {shorten(datatype)}, like {FORMS[datatype][1]}"
