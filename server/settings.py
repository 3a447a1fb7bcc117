"""The limits of the server: each one a setting with its unit in its name."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import dataclass, field, fields, replace
from typing import TypeVar

KIB = 1024
MIB = 1024 * KIB
# The clocks of the system cannot wait for any number of seconds.
MOST_SECONDS = 24 * 60 * 60

T = TypeVar("T", int, float)


@dataclass(frozen=True)
class Limit:
    """One limit as people and machines are told it."""

    name: str
    value: float
    meaning: str

    @property
    def is_time(self) -> bool:
        """Return whether it is a number of seconds."""
        return self.name.endswith("_seconds")

    @property
    def is_possible(self) -> bool:
        """Return whether a server can keep it."""
        return 0 < self.value <= (MOST_SECONDS if self.is_time else sys.maxsize)

    @property
    def shown(self) -> str:
        """Return the value with its unit, as a person reads it."""
        if self.is_time:
            return f"{self.value:g} s"
        if self.name.endswith("_bytes"):
            return f"{self.value / MIB:g} MiB" if self.value >= MIB else f"{self.value:,} bytes"
        return f"{self.value:,}"


def describe_range(name: str, value: float) -> str:
    """Return, in words, which values a limit may have; ``value`` is one of them."""
    number = "a whole number" if isinstance(value, int) else "a number"
    most = f" and at most {MOST_SECONDS}" if Limit(name, value, "").is_time else ""
    return f"{number} above 0{most}"


@dataclass(frozen=True)
class AnswerLimits:
    """What one answer may take: seconds, rows or triples, and bytes."""

    seconds: float
    rows: int
    answer_bytes: int

    def shorten(self, seconds: float | None) -> AnswerLimits:
        """Return the limits with less time, where less is asked for."""
        return replace(self, seconds=min(self.seconds, seconds)) if seconds else self


# The server's own questions go on whatever is allowed to others.
OWN = AnswerLimits(seconds=10.0, rows=1_000_000, answer_bytes=64 * MIB)


def _limit(value: T, meaning: str) -> T:
    return field(default=value, metadata={"meaning": meaning})


@dataclass(frozen=True)
class Settings:
    """Every limit of the server, with the values it has when nothing else is asked for."""

    query_seconds: float = _limit(10.0, "A query that runs longer is stopped.")
    slow_lane_after_seconds: float = _limit(
        0.25, "A query that runs longer goes on in the slow lane, at low priority."
    )
    queue_seconds: float = _limit(2.0, "A query that finds no free worker for so long is refused.")
    retry_after_seconds: int = _limit(5, "A client that was refused may ask again after so long.")
    # More than the requests of one client, which therefore cannot fill the lane alone.
    workers: int = _limit(9, "So many queries run at the same time in the fast lane.")
    slow_workers: int = _limit(4, "So many queries run at the same time in the slow lane.")
    worker_memory_bytes: int = _limit(
        512 * MIB, "A query that needs more memory than this beside the data is stopped."
    )
    fast_memory_bytes: int = _limit(
        256 * MIB, "In the fast lane a query is stopped at this much memory already."
    )
    rows: int = _limit(1_000_000, "An answer with more rows or triples is refused.")
    answer_bytes: int = _limit(64 * MIB, "An answer with more bytes is refused.")
    query_bytes: int = _limit(1 * MIB, "A longer query text is refused.")
    header_bytes: int = _limit(
        256 * KIB, "A request with so many bytes of address and headers is refused."
    )
    # A form writes most characters of a query as three.
    body_bytes: int = _limit(4 * MIB, "A request with so many bytes of body is refused.")
    requests_per_client: int = _limit(
        8, "So many queries of one client are served at once, and as many other requests."
    )
    cache_bytes: int = _limit(64 * MIB, "So many bytes of finished answers are kept.")
    cache_entry_bytes: int = _limit(1 * MIB, "A larger answer is not kept.")
    start_seconds: float = _limit(120.0, "A release that takes longer to load is not served.")
    close_seconds: float = _limit(15.0, "On closing, running queries have so long to finish.")

    def __post_init__(self) -> None:
        """Refuse values that no server can keep.

        Raises:
            ValueError: some limits are out of their range; all of them are named.
        """
        wrong = [limit for limit in self.describe() if not limit.is_possible]
        if wrong:
            found = ", ".join(f"{limit.name} is {limit.value}" for limit in wrong)
            rule = f"must be above 0, and a time at most {MOST_SECONDS} seconds"
            raise ValueError(f"settings: each limit {rule}; {found}")

    @property
    def answer_limits(self) -> AnswerLimits:
        """Return what the answer to a client may take."""
        return AnswerLimits(self.query_seconds, self.rows, self.answer_bytes)

    def describe(self) -> Iterator[Limit]:
        """Yield each limit with its value and meaning, in the order above."""
        for each in fields(self):
            yield Limit(each.name, getattr(self, each.name), each.metadata["meaning"])


# A person who waits at a terminal ends a query; the limit is for the one who does not.
PATIENT = Settings(query_seconds=600.0, workers=1, slow_workers=1)
