"""What a store is asked and what it says: datasets, answers and every way to fail.

StoreError
├── StartError       the store cannot start; says what is missing
├── QueryError       the text is no query that is answered here; says where and why
├── NotAcceptable    the client takes no format that fits this form of answer
├── TimeExceeded     the query was stopped at its time limit
├── TooLarge         the query was stopped at its limit of rows, bytes or memory
├── Busy             no worker was free in time; ask again later
│   └── Closed       this store has ended; ask its successor at once
└── WorkerLost       the process that evaluated the query died; nothing else did
"""

from __future__ import annotations

from dataclasses import dataclass

from server.formats import Form, Format


@dataclass(frozen=True)
class Dataset:
    """The graphs that the protocol names; ``None`` where it names none.

    Where either is given, the other counts as empty and the query's own FROM is overridden.
    """

    default: tuple[str, ...] | None = None
    named: tuple[str, ...] | None = None


@dataclass(frozen=True)
class Answer:
    """A whole answer: nothing is cut, nothing follows."""

    body: bytes
    form: Form
    format: Format


class StoreError(Exception):
    """There is no answer, and none in part."""


class StartError(StoreError):
    """The store cannot start."""


class QueryError(StoreError):
    """The text is no query that is answered here.

    ``line`` and ``column`` count from 1, columns in code points.
    """

    def __init__(self, message: str, line: int = 1, column: int = 1) -> None:
        super().__init__(message)
        self.message = message
        self.line = line
        self.column = column

    def __str__(self) -> str:
        return f"line {self.line}, column {self.column}: {self.message}"


class NotAcceptable(StoreError):  # noqa: N818 - named for the HTTP status it becomes
    """The client accepts no format of this form of answer, or none that can hold the answer.

    ``unfit`` is what the format that was chosen cannot hold.
    """

    def __init__(self, form: Form, unfit: str = "") -> None:
        super().__init__(f"the answer has the form {form}, for which no format is acceptable")
        self.form = form
        self.unfit = unfit


class TimeExceeded(StoreError):  # noqa: N818 - named for the limit
    """The query was stopped after ``seconds``."""

    def __init__(self, seconds: float) -> None:
        super().__init__(f"the query was stopped after {seconds:g} seconds")
        self.seconds = seconds


class TooLarge(StoreError):  # noqa: N818 - named for the limit
    """The query was stopped at a limit, which has its name in the settings and its size."""

    def __init__(self, limit: str, value: int) -> None:
        super().__init__(f"the query was stopped at its limit of {value} {UNITS[limit]}")
        self.limit = limit
        self.value = value


UNITS = {
    "rows": "rows",
    "answer_bytes": "bytes of answer",
    "fast_memory_bytes": "bytes of memory",
    "worker_memory_bytes": "bytes of memory",
}


class Busy(StoreError):  # noqa: N818 - named for the state
    """No worker was free in time; ask again after ``retry_after`` seconds.

    ``limit`` is the name in the settings of what is used up, "" where that is not known.
    """

    def __init__(self, retry_after: int, limit: str = "", value: float = 0) -> None:
        super().__init__(f"all workers are busy; ask again in {retry_after} seconds")
        self.retry_after = retry_after
        self.limit = limit
        self.value = value


class Closed(Busy):
    """The store was closed before the query began; its successor can answer at once."""


class WorkerLost(StoreError):  # noqa: N818 - named for the event
    """The process that evaluated the query ended; the others go on."""
