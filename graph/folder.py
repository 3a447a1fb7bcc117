"""A sources folder → its files as values that remember their line.

Nothing is interpreted here beyond what the file format says; every scalar of a YAML file and
every cell of a table stays the text that was written.
"""

from __future__ import annotations

import csv
import datetime as dt
import hashlib
import io
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple, cast

import yaml

from graph.errors import Faults
from graph.literals import fits
from graph.terms import XSD
from graph.treaty import FILE, Treaty, read_treaty

TABLES: Mapping[str, tuple[str, ...]] = {
    "parties.csv": (
        "name",
        "alpha2",
        "alpha3",
        "deposit_date",
        "instrument",
        "entry_into_force",
        "declaration_or_reservation",
        "source",
        "second_source",
        "note",
    ),
    "register-claims.csv": ("party", "property", "value", "source", "note"),
    "territorial-scope.csv": ("party", "scope", "source", "note"),
    "countries.csv": (
        "alpha2",
        "alpha3",
        "numeric_m49",
        "name_en",
        "wikidata",
        "geonames",
        "un_region",
        "un_subregion",
        "eu_authority_uri",
        "unesco_group",
    ),
    "country-labels.csv": ("party", "language", "label"),
    "concept-labels.csv": ("concept", "language", "label", "thesaurus_concept"),
    "articles.csv": ("instrument", "number", "part", "heading_en", "heading_fr"),
    "links.csv": ("entity", "relation", "target", "certainty", "evidence"),
}
REQUIRED = frozenset({FILE, "parties.csv", "reading.yaml", "entities.yaml"})
DAY = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
BLOCKS = ("reading.yaml", "evidence.yaml", "entities.yaml")


class Where(NamedTuple):
    """A line of a source file; line 0 is the whole file."""

    file: str
    line: int


class Text(str):
    """A scalar of a source file that knows where it stands."""

    where: Where

    def __new__(cls, value: str, where: Where) -> Text:
        """Return the text with its place."""
        text = super().__new__(cls, value)
        text.where = where
        return text


@dataclass(frozen=True)
class Items:
    """A YAML list."""

    values: tuple[Value, ...]
    where: Where


@dataclass(frozen=True)
class Block:
    """A YAML mapping, in the order written; ``lines`` says where each key stands."""

    fields: Mapping[str, Value]
    lines: Mapping[str, Where]
    where: Where

    def blocks(self, faults: Faults) -> Iterator[tuple[Text, Block]]:
        """Yield the fields that are mappings; another kind of value is a fault."""
        for key, value in self.fields.items():
            if isinstance(value, Block):
                yield Text(key, self.lines[key]), value
            elif value != "":
                faults.add(
                    self.lines[key], f"{key} must have fields under it; found {_name(value)}"
                )

    def block(self, key: str, faults: Faults) -> Block:
        """Return the mapping under a key, empty where the key is absent."""
        value = self.fields.get(key)
        if isinstance(value, Block):
            return value
        if value:
            faults.add(self.lines[key], f"{key} must have fields under it; found {_name(value)}")
        return Block({}, {}, self.where)

    def text(self, key: str, faults: Faults) -> Text | None:
        """Return the scalar under a key, or None where the key is absent."""
        value = self.fields.get(key)
        if value is None or isinstance(value, Text):
            return value
        faults.add(self.lines[key], f"{key} must have one value; found {_name(value)}")
        return None

    def texts(self, key: str, faults: Faults) -> list[Text]:
        """Return the scalar or list of scalars under a key, empty where it is absent."""
        value = self.fields.get(key)
        if value is None:
            return []
        values = value.values if isinstance(value, Items) else (value,)
        texts = [item for item in values if isinstance(item, Text)]
        if len(texts) < len(values):
            faults.add(self.lines[key], f"{key} must have one value or a list; found fields")
        return texts

    def refuse_unknown(self, known: Iterable[str], faults: Faults) -> None:
        """Record a fault for each key that is not known."""
        for key, where in self.lines.items():
            if key not in known:
                faults.add(where, f"{key} is not a key here; known are {', '.join(known)}")


def _name(value: Value) -> str:
    """Return what a value is, in words: a text is given itself."""
    if isinstance(value, Text):
        return str(value)
    return "a list" if isinstance(value, Items) else "fields"


Value = Text | Items | Block
Row = Mapping[str, Text]


@dataclass(frozen=True)
class Sources:
    """The files of one treaty, read and checked for form."""

    folder: Path
    treaty: Treaty
    document: bytes
    blocks: Mapping[str, Block]
    tables: Mapping[str, Sequence[Row]]


def read_sources(folder: Path) -> Sources:
    """Return the files of a sources folder.

    Raises:
        SourcesError: a file is missing, malformed or outside the folder; every fault at once.
    """
    faults = Faults()
    if not folder.is_dir():
        faults.add((str(folder), 0), "a sources folder is required; found none")
        faults.stop_if_any()
    text = _read_text(folder, FILE, faults)
    treaty = read_treaty(text, faults) if text is not None else None
    blocks = {name: read_block(folder, name, faults) for name in BLOCKS}
    tables = {name: read_table(folder, name, columns, faults) for name, columns in TABLES.items()}
    document = _read_document(folder, treaty, faults) if treaty else b""
    faults.stop_if_any()
    return Sources(folder, cast(Treaty, treaty), document, blocks, tables)


def _read_document(folder: Path, treaty: Treaty, faults: Faults) -> bytes:
    path = folder / treaty.document.file
    if not path.is_file():
        faults.add((treaty.document.file, 0), "the document is required; found none")
        return b""
    data = path.read_bytes()
    found = hashlib.sha256(data).hexdigest()
    if found != treaty.document.sha256:
        required = treaty.document.sha256
        faults.add((treaty.document.file, 0), f"sha256 {required} is required; found {found}")
    decode(data, treaty.document.file, faults)
    return data


def _read_text(folder: Path, name: str, faults: Faults) -> str | None:
    path = folder / name
    if not path.is_file():
        if name in REQUIRED:
            faults.add((name, 0), "the file is required; found none")
        return None
    text = decode(path.read_bytes(), name, faults)
    # Spreadsheets put a byte order mark before a table.
    return text if text is None else text.removeprefix("\ufeff")


def decode(data: bytes, name: str, faults: Faults) -> str | None:
    """Return UTF-8 as text, or None where a fault was recorded."""
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        found = data[error.start : error.start + 1].hex()
        faults.add((name, line), f"UTF-8 is required; found the byte 0x{found}")
        return None


def read_table(folder: Path, name: str, columns: Sequence[str], faults: Faults) -> list[Row]:
    """Return the rows of a CSV file, empty where an optional file is absent."""
    text = _read_text(folder, name, faults)
    if text is None:
        return []
    reader = csv.reader(io.StringIO(text), strict=True)
    rows: list[Row] = []
    try:
        header = next(reader, [])
        if sorted(header) != sorted(columns):
            required, found = ", ".join(columns), ", ".join(header)
            faults.add((name, 1), f"the columns {required} are required; found {found}")
            return []
        start = reader.line_num + 1
        for cells in reader:
            where = Where(name, start)
            start = reader.line_num + 1
            if cells and len(cells) != len(header):
                faults.add(where, f"{len(header)} cells are required; found {len(cells)}")
            elif cells:
                texts = (Text(cell.strip(), where) for cell in cells)
                rows.append(dict(zip(header, texts, strict=True)))
    except csv.Error as error:
        faults.add((name, reader.line_num), f"CSV is required; {error}")
    return rows


def read_block(folder: Path, name: str, faults: Faults) -> Block:
    """Return a YAML file as nested blocks, empty where an optional file is absent."""
    empty = Block({}, {}, Where(name, 0))
    text = _read_text(folder, name, faults)
    if text is None:
        return empty
    try:
        node = yaml.compose(text, Loader=yaml.CSafeLoader)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 0
        faults.add((name, line), f"YAML is required; {error.problem or error.context}")
        return empty
    except yaml.reader.ReaderError as error:
        line = text[: error.position].count("\n") + 1
        faults.add((name, line), f"YAML is required; {error.reason}")
        return empty
    value = _read_node(node, name, faults) if node is not None else empty
    if not isinstance(value, Block):
        faults.add((name, 1), "keys with values are required at the top")
        return empty
    return value


def _read_node(
    node: yaml.Node, name: str, faults: Faults, around: tuple[yaml.Node, ...] = ()
) -> Value:
    """Return a node as a value; ``around`` are the nodes that it stands in."""
    where = Where(name, node.start_mark.line + 1)
    if any(node is each for each in around):
        faults.add(where, "an alias must not stand inside what it stands for")
        return Text("", where)
    around = (*around, node)
    if isinstance(node, yaml.ScalarNode):
        return Text(node.value, where)
    if isinstance(node, yaml.SequenceNode):
        return Items(tuple(_read_node(each, name, faults, around) for each in node.value), where)
    fields: dict[str, Value] = {}
    lines: dict[str, Where] = {}
    for key_node, value_node in node.value:
        key = _read_node(key_node, name, faults, around)
        line = Where(name, key_node.start_mark.line + 1)
        if not isinstance(key, Text):
            faults.add(line, "a key must be one value")
        elif key in fields:
            faults.add(line, f"{key} stands here again; first on line {lines[key].line}")
        else:
            fields[key] = _read_node(value_node, name, faults, around)
            lines[key] = line
    return Block(fields, lines, where)


def read_date(text: Text | None, faults: Faults) -> dt.date | None:
    """Return the date that a text gives as yyyy-mm-dd, None for none or for a fault."""
    if not text:
        return None
    if DAY.fullmatch(text) and fits(text, str(XSD.date)):
        return dt.date.fromisoformat(text)
    faults.add(text.where, f"a date that exists, as yyyy-mm-dd, is required; found {text}")
    return None
