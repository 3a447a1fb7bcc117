"""What belongs to a treaty and not to the code: the values of ``treaty.toml``."""

from __future__ import annotations

import datetime as dt
import re
import tomllib
from collections.abc import Mapping
from dataclasses import MISSING, dataclass, field, fields
from typing import Any, TypeVar, get_origin, get_type_hints

from graph.errors import Faults
from graph.iris import PATH
from graph.literals import TAG
from graph.terms import PREFIXES

FILE = "treaty.toml"
BASE = re.compile(r"https?://[^\s<>\"{}|\\^`#?]+/")
IRI = re.compile(r"https?://[^\s<>\"{}|\\^`/]+/[^\s<>\"{}|\\^`]*")
VERSION = re.compile(r"\d+\.\d+\.\d+")
FILE_NAME = re.compile(r"[\w-][\w.-]*")
BASE_IN_WORDS = "an http(s) IRI that ends in a slash"
DURATION = re.compile(
    r"P(?=\d)(?:(?P<years>\d{1,2})Y)?(?:(?P<months>\d{1,3})M)?(?:(?P<days>\d{1,4})D)?"
)
CLASS = re.compile(rf"(?:{'|'.join(PREFIXES)}):\w+")


@dataclass(frozen=True)
class Dataset:
    """The dataset as a whole; ``themes`` are IRIs, those of the EU for a European portal."""

    base: str
    version: str
    issued: dt.date
    title: str
    description: str
    publisher: str
    licence: str
    attribution: str
    keywords: list[str] = field(default_factory=list)
    examples: list[str] = field(default_factory=list)
    themes: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class Instrument:
    """The instrument whose Parties the register lists."""

    iri: str


@dataclass(frozen=True)
class DocumentFile:
    """The document: its file, its hash, and how it is described."""

    file: str
    sha256: str
    iri: str
    type: str
    label: str
    language: str
    licence: str
    attribution: str
    note: str = ""
    sections: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Register:
    """The day to which the register is complete, and which Parties are organizations."""

    complete_to: dt.date
    organizations: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class EntryIntoForce:
    """The rule of entry into force and the provision that sets it."""

    provision: str
    threshold: int
    delay: str
    organizations_count: bool


@dataclass(frozen=True)
class GraphNote:
    """Where a named graph comes from, and under which licence it is."""

    licence: str
    attribution: str
    source: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class Treaty:
    """The values of ``treaty.toml``."""

    dataset: Dataset
    instrument: Instrument
    document: DocumentFile
    register: Register
    entry_into_force: EntryIntoForce
    graphs: Mapping[str, GraphNote]

    def find_sources(self, graph: str) -> list[str]:
        """Return the documents that a named graph as a whole comes from."""
        return self.graphs[graph].source if graph in self.graphs else []


SECTIONS: Mapping[str, type] = {
    "dataset": Dataset,
    "instrument": Instrument,
    "document": DocumentFile,
    "register": Register,
    "entry_into_force": EntryIntoForce,
}
TYPES: Mapping[type, str] = {
    str: "a text",
    int: "a whole number",
    bool: "true or false",
    dt.date: "a date",
    list: "a list of texts",
    dict: "a table of texts",
}
T = TypeVar("T")


def read_treaty(text: str, faults: Faults) -> Treaty | None:
    """Return the values of ``treaty.toml``, or None where a fault was recorded."""
    known_faults = len(faults.found)
    try:
        values = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        line = re.search(r"at line (\d+)", str(error))
        faults.add((FILE, int(line.group(1)) if line else 0), f"TOML is required; {error}")
        return None
    for name in values.keys() - SECTIONS.keys() - {"graphs"}:
        faults.add(_place(text, name, ""), f"[{name}] is not known")
    sections = {n: _read(text, n, values.get(n), c, faults) for n, c in SECTIONS.items()}
    named = values.get("graphs", {})
    if not isinstance(named, dict):
        faults.add(_place(text, "", "graphs"), f"graphs must be a table of tables; found {named!r}")
        return None
    graphs = {
        name: _read(text, f"graphs.{name}", value, GraphNote, faults)
        for name, value in named.items()
    }
    if len(faults.found) > known_faults:
        return None
    treaty = Treaty(**sections, graphs=graphs)  # type: ignore[arg-type]
    _check(text, treaty, faults)
    return treaty


def _read(text: str, name: str, values: Any, kind: type[T], faults: Faults) -> T | None:
    if not isinstance(values, dict):
        faults.add(_place(text, name, ""), f"[{name}] is required; found none")
        return None
    hints = get_type_hints(kind)
    complete = True
    for known in fields(kind):  # type: ignore[arg-type]
        wanted = get_origin(hints[known.name]) or hints[known.name]
        has_default = known.default is not MISSING or known.default_factory is not MISSING
        if known.name not in values and not has_default:
            faults.add(_place(text, name, ""), f"[{name}] {known.name} is required; found none")
            complete = False
        elif known.name in values and not _is_of(values[known.name], wanted):
            found = values[known.name]
            message = f"[{name}] {known.name} must be {TYPES[wanted]}; found {found!r}"
            faults.add(_place(text, name, known.name), message)
            complete = False
    for key in values.keys() - hints.keys():
        faults.add(_place(text, name, key), f"[{name}] {key} is not a key here")
        complete = False
    return kind(**values) if complete else None


def _is_of(value: Any, wanted: type) -> bool:
    if wanted is list:
        return isinstance(value, list) and all(isinstance(item, str) for item in value)
    if wanted is dict:
        return isinstance(value, dict) and all(isinstance(item, str) for item in value.values())
    return type(value) is wanted


def _check(text: str, treaty: Treaty, faults: Faults) -> None:
    named = treaty.graphs.items()
    rules = (
        ("dataset", "base", BASE, treaty.dataset.base, BASE_IN_WORDS),
        ("entry_into_force", "delay", DURATION, treaty.entry_into_force.delay, "like P3M or P90D"),
        ("document", "file", FILE_NAME, treaty.document.file, "the name of a file in the folder"),
        ("dataset", "version", VERSION, treaty.dataset.version, "like 1.0.0"),
        ("document", "language", TAG, treaty.document.language, "a language tag, like en"),
        ("document", "type", CLASS, treaty.document.type, "a class, like schema:Article"),
        ("document", "licence", IRI, treaty.document.licence, "an http(s) IRI"),
        ("dataset", "licence", IRI, treaty.dataset.licence, "an http(s) IRI"),
        *((f"graphs.{n}", "licence", IRI, g.licence, "an http(s) IRI") for n, g in named),
        *(("dataset", "themes", IRI, theme, "http(s) IRIs") for theme in treaty.dataset.themes),
        *(("dataset", "examples", PATH, each, "paths") for each in treaty.dataset.examples),
    )
    for section, key, pattern, value, wanted in rules:
        if not pattern.fullmatch(value):
            place = _place(text, section, key)
            faults.add(place, f"[{section}] {key} must be {wanted}; found {value!r}")
    threshold = treaty.entry_into_force.threshold
    if threshold < 1:
        place = _place(text, "entry_into_force", "threshold")
        message = f"[entry_into_force] threshold must be 1 or more; found {threshold}"
        faults.add(place, message)


def _place(text: str, section: str, key: str) -> tuple[str, int]:
    """Return the line of a key, or of its section, or of the whole file."""
    found = 0
    for number, line in enumerate(text.splitlines(), 1):
        heading = re.fullmatch(r"\[([\w.-]+)\]\s*(#.*)?", line.strip())
        if heading:
            if found:
                break
            found = number if heading.group(1) == section else 0
        elif found and key and re.match(rf"{re.escape(key)}\s*=", line):
            return FILE, number
    return FILE, found
