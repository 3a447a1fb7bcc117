"""The register's tables → participations, their dates by the rule, and the conflicts of sources.

A Party is bound when the instrument enters into force, or a delay after its own deposit,
whichever is later. An entry into force that the sources do not give is computed by that rule.
"""

from __future__ import annotations

import calendar
import datetime as dt
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from graph.errors import Faults
from graph.folder import Row, Text, read_date
from graph.terms import CONSENT_TYPE, find_member
from graph.treaty import DURATION, EntryIntoForce, Treaty

# A duration may lead some decades further.
LAST_YEAR = dt.MAXYEAR - 100

DECLARATIONS: Mapping[str, bool] = {"yes": True, "": False}


@dataclass(frozen=True)
class Participation:
    """One Party's standing: ``code`` is ISO 3166-1 alpha-3, or alpha-2 where there is none."""

    code: str
    name: Text
    alpha2: str
    alpha3: str
    is_organization: bool
    kind: str | None
    deposit: dt.date
    printed: dt.date | None
    has_declaration: bool
    sources: tuple[str, ...]
    notes: tuple[str, ...]
    effective: dt.date | None = None

    @property
    def key(self) -> str:
        """The path of the participation under the base."""
        return f"participation/{self.code}"


@dataclass(frozen=True)
class Register:
    """The participations in the order of deposit, and when the instrument entered into force."""

    participations: tuple[Participation, ...]
    entry_into_force: dt.date | None
    decisive: Participation | None


def add_duration(day: dt.date, duration: str) -> dt.date:
    """Return the day a duration later; a month without that day ends on its last.

    What lies behind the calendar is its last day.

    >>> add_duration(dt.date(2010, 8, 31), "P3M").isoformat()
    '2010-11-30'
    """
    match = DURATION.fullmatch(duration)
    if match is None:
        raise ValueError(f"a duration like P3M or P90D is required; found {duration}")
    years, months, days = (int(match.group(n) or 0) for n in ("years", "months", "days"))
    total = day.year * 12 + day.month - 1 + years * 12 + months
    year, month = divmod(total, 12)
    if year > LAST_YEAR:
        return dt.date.max
    last = calendar.monthrange(year, month + 1)[1]
    return dt.date(year, month + 1, min(day.day, last)) + dt.timedelta(days=days)


def find_code(row: Row) -> str:
    """Return the code of a Party or country: that of three letters, or the other one."""
    return row["alpha3"] or row["alpha2"]


def read_register(
    rows: Sequence[Row],
    treaty: Treaty,
    documents: Mapping[str, str],
    faults: Faults,
) -> Register:
    """Return the register with every date computed; ``documents`` maps names to paths."""
    read = (_read_row(row, treaty, documents, faults) for row in rows)
    found = sorted((p for p in read if p), key=lambda p: p.deposit)
    for code, times in Counter(p.code for p in found).items():
        if times > 1:
            again = [p.name for p in found if p.code == code][-1]
            faults.add(again.where, f"{code} stands {times} times; a Party has one row")
    decisive = _find_decisive(found, treaty.entry_into_force)
    delay = treaty.entry_into_force.delay
    start = add_duration(decisive.deposit, delay) if decisive else None
    return Register(tuple(_find_effective(p, start, delay, faults) for p in found), start, decisive)


def _read_row(
    row: Row, treaty: Treaty, documents: Mapping[str, str], faults: Faults
) -> Participation | None:
    code = find_code(row)
    where = row["name"].where
    organizations = treaty.register.organizations
    if not (len(row["alpha3"]) == 3 or code in organizations) or not code.isupper():
        faults.add(where, f"an ISO 3166-1 alpha-3 code is required; found {row['alpha3']!r}")
    kind = row["instrument"] or None
    if kind and find_member(CONSENT_TYPE, kind) is None:
        faults.add(where, f"a consent type of the ontology is required; found {kind}")
        kind = None
    if row["declaration_or_reservation"] not in DECLARATIONS:
        found = row["declaration_or_reservation"]
        faults.add(where, f"declaration_or_reservation is yes or empty; found {found}")
    deposit = read_date(row["deposit_date"], faults)
    if not row["deposit_date"]:
        faults.add(where, "a deposit_date is required; found none")
    if not row["source"]:
        faults.add(where, "a source is required; found none")
    if deposit:
        _check_deposit(deposit, row, treaty, faults)
    sources = [find_document(row[c], documents, faults) for c in ("source", "second_source")]
    printed = read_date(row["entry_into_force"], faults)
    if deposit is None:
        return None
    return Participation(
        code=code,
        name=row["name"],
        alpha2=row["alpha2"],
        alpha3=row["alpha3"],
        is_organization=code in organizations,
        kind=kind,
        deposit=deposit,
        printed=printed,
        has_declaration=DECLARATIONS.get(row["declaration_or_reservation"], False),
        sources=tuple(source for source in sources if source),
        notes=tuple(note.strip() for note in row["note"].split(" | ") if note.strip()),
    )


def _check_deposit(deposit: dt.date, row: Row, treaty: Treaty, faults: Faults) -> None:
    """Record a fault for a deposit after the release, or beyond the register and unexplained."""
    where = row["deposit_date"].where
    issued, complete_to = treaty.dataset.issued, treaty.register.complete_to
    if deposit > issued:
        required = f"a deposit_date up to {issued}, the day of the release in treaty.toml,"
        faults.add(where, f"{required} is required; found {deposit}")
    elif deposit > complete_to and not row["note"]:
        required = f"a deposit after {complete_to}, to which the register is complete,"
        faults.add(where, f"{required} requires a note that says how it is known; found none")


def find_document(text: Text, documents: Mapping[str, str], faults: Faults) -> str | None:
    """Return the path of the document that a table names, None for no name or an unknown one."""
    if text and text not in documents:
        required = "a name that a document of entities.yaml has as known_as"
        faults.add(text.where, f"{required} is required; found {text}")
    return documents.get(text)


def _find_decisive(found: Sequence[Participation], rule: EntryIntoForce) -> Participation | None:
    """Return the Party whose instrument reached the threshold, or None."""
    counted = [p for p in found if rule.organizations_count or not p.is_organization]
    return counted[rule.threshold - 1] if len(counted) >= rule.threshold else None


def _find_effective(
    party: Participation, start: dt.date | None, delay: str, faults: Faults
) -> Participation:
    required = max(start, add_duration(party.deposit, delay)) if start else None
    if party.printed and party.printed != required:
        faults.add(
            party.name.where,
            f"entry_into_force {required} follows from a deposit on {party.deposit}; found "
            f"{party.printed}: leave it empty and put it into register-claims.csv",
        )
    return replace(party, effective=required)
