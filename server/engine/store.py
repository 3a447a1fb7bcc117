"""The store that the server asks: queries in, whole answers or one of the errors out."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NoReturn, Protocol

from server.engine.answers import (
    Answer,
    Busy,
    Closed,
    Dataset,
    NotAcceptable,
    QueryError,
    StartError,
    StoreError,
    TimeExceeded,
    TooLarge,
    WorkerLost,
)
from server.engine.evaluation import Task
from server.engine.frames import BOOLEAN, FAILURE, GRAPH, SOLUTIONS
from server.engine.lanes import Lanes
from server.engine.refusals import explain_failure
from server.engine.remote import RemoteStore
from server.engine.workers import Nursery
from server.formats import Form, Format
from server.settings import OWN, AnswerLimits, Settings

__all__ = [
    "Answer",
    "Busy",
    "Closed",
    "Dataset",
    "EmbeddedStore",
    "NotAcceptable",
    "QueryError",
    "RemoteStore",
    "StartError",
    "Store",
    "StoreError",
    "TimeExceeded",
    "TooLarge",
    "WorkerLost",
]

DATA = "graph.nq"
READ_ONLY = (
    "This is an update, and the graph is read-only. Ask with SELECT, ASK, CONSTRUCT or DESCRIBE."
)
FORMS: Mapping[bytes, Form] = {SOLUTIONS: "solutions", BOOLEAN: "boolean", GRAPH: "graph"}


class Store(Protocol):
    """What answers SPARQL queries, here or elsewhere.

    ``entrusted`` are the promises of the endpoint that rest on an engine of others.
    """

    kind: str
    entrusted: Sequence[str]

    @property
    def memory_budget_bytes(self) -> int:
        """Return what the processes that evaluate queries can never exceed; 0 if it is unknown."""

    def query(
        self,
        text: str,
        *,
        base: str,
        dataset: Dataset,
        formats: Mapping[Form, Format | None],
        limits: AnswerLimits | None = None,
    ) -> Answer:
        """Return the whole answer to one query.

        Relative IRIs are read against ``base``. ``formats`` has one format for each form of
        answer, or None where the client accepts none. Without ``limits``, those of the settings
        hold.

        Raises:
            QueryError, NotAcceptable, TimeExceeded, TooLarge, Busy, WorkerLost: there is none.
        """

    def close(self) -> None:
        """Let running queries finish, up to a limit, and give up everything."""


class EmbeddedStore:
    """Answer from one release folder by processes that can be stopped.

    Make it in the process that answers: a fork of that process must not use it.
    """

    kind = "embedded"
    entrusted: Sequence[str] = ()

    def __init__(
        self, folder: Path, settings: Settings, prefixes: Mapping[str, str] | None = None
    ) -> None:
        """Load a release and start the workers.

        ``prefixes`` are the short names that answers in Turtle use.

        Raises:
            StartError: the system lacks something, or the release does not load.
        """
        self._settings = settings
        rules = {
            "memory_bytes": settings.worker_memory_bytes,
            "fast_memory_bytes": settings.fast_memory_bytes,
            "prefixes": dict(prefixes or {}),
        }
        self._nursery = Nursery(
            folder / DATA,
            rules,
            answer_bytes=max(settings.answer_bytes, OWN.answer_bytes),
            start_seconds=settings.start_seconds,
        )
        try:
            self._lanes = Lanes(self._nursery, settings)
        except StartError:
            self._nursery.close()
            raise

    @property
    def memory_budget_bytes(self) -> int:
        """Return what the zygote and its workers together can never exceed."""
        settings = self._settings
        data = self._nursery.memory_bytes
        fast = settings.workers * (data + settings.fast_memory_bytes)
        slow = settings.slow_workers * (data + settings.worker_memory_bytes)
        return data + fast + slow

    def query(
        self,
        text: str,
        *,
        base: str,
        dataset: Dataset,
        formats: Mapping[Form, Format | None],
        limits: AnswerLimits | None = None,
    ) -> Answer:
        """Return the whole answer to one query: see ``Store``."""
        limits = limits or self._settings.answer_limits
        task = Task(
            text,
            base,
            None if dataset.default is None else list(dataset.default),
            None if dataset.named is None else list(dataset.named),
            _find_media_type(formats["solutions"]),
            _find_media_type(formats["boolean"]),
            _find_media_type(formats["graph"]),
            limits.seconds,
            limits.rows,
            limits.answer_bytes,
        )
        frame = self._lanes.ask(task.encode(), limits.seconds)
        if frame.kind == FAILURE:
            _fail(task, *json.loads(frame.body))
        form = FORMS[frame.kind]
        chosen = formats[form]
        if chosen is None:
            raise NotAcceptable(form)
        return Answer(frame.body, form, chosen)

    def close(self) -> None:
        """Let running queries finish, up to a limit, and end all processes."""
        self._lanes.close()


def _fail(task: Task, kind: str, *details: object) -> NoReturn:
    """Raise what a worker's failure means."""
    match kind, *details:
        case "form", ("solutions" | "boolean" | "graph") as form, str(unfit):
            raise NotAcceptable(form, unfit)
        case ["rows"]:
            raise TooLarge("rows", task.rows)
        case ["answer_bytes"]:
            raise TooLarge("answer_bytes", task.answer_bytes)
        case "memory", str(limit), int(value):
            raise TooLarge(limit, value)
        case ["update"]:
            raise QueryError(READ_ONLY)
        case "syntax", str(message), int(line), int(column):
            raise QueryError(message, line, column)
        case _:
            report = str(details[0])
            raise explain_failure(task.text, report, is_service=kind == "service")


def _find_media_type(format_: Format | None) -> str | None:
    return format_.media_types[0] if format_ else None
