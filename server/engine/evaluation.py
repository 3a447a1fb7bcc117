"""Evaluate queries inside a worker: one at a time, each to its end or to a limit."""

from __future__ import annotations

import itertools
import json
import os
import re
import resource
import signal
import socket
from collections.abc import Mapping
from dataclasses import dataclass
from typing import IO, cast

from pyoxigraph import (
    QueryBoolean,
    QueryResultsFormat,
    QuerySolutions,
    QueryTriples,
    RdfFormat,
    Store,
    serialize,
)

from server.engine.data import Data
from server.engine.frames import (
    BOOLEAN,
    FAILURE,
    GRAPH,
    SOLUTIONS,
    BrokenFrameError,
    Frame,
    FrameReader,
    send_frame,
)
from server.engine.refusals import explain_syntax
from server.engine.rows import count_at_most, find_marker

# A worker whose front end is asleep ends itself so long after its time.
GRACE_SECONDS = 1.0
REQUEST_BYTES = 64 * 1024 * 1024
PREFIX = b"@prefix "
# How the engine says that a format has no triple terms.
TRIPLE_TERMS = "does not support RDF 1.2"
_NOT_IN_XML = re.compile(rb"[\x00-\x08\x0b\x0c\x0e-\x1f]|\xef\xbf[\xbe\xbf]")


@dataclass(frozen=True)
class Rules:
    """What a worker must know: what its memory may be, and the short names of Turtle."""

    memory_bytes: int
    fast_memory_bytes: int
    prefixes: Mapping[str, str]


@dataclass(frozen=True)
class Task:
    """One query as the front end sends it; media types are None where none is acceptable."""

    text: str
    base: str
    default: list[str] | None
    named: list[str] | None
    solutions: str | None
    boolean: str | None
    graph: str | None
    seconds: float
    rows: int
    answer_bytes: int

    def encode(self) -> bytes:
        """Return the body of the frame that carries this task: the reverse of ``decode()``."""
        return json.dumps(list(vars(self).values())).encode()

    @classmethod
    def decode(cls, body: bytes) -> Task:
        """Return the task that a frame carries."""
        return cls(*json.loads(body))


class LimitError(Exception):
    """An answer grew past a limit: rows or bytes."""


class FormError(Exception):
    """No format is acceptable for the form of this answer, or the one chosen cannot hold it."""


class Answer:
    """Collect the bytes of one answer up to the limits."""

    def __init__(self, task: Task, media_type: str) -> None:
        self.body = bytearray()
        self._task = task
        self._media_type = media_type
        self._marker = find_marker(media_type)
        self._seen = 0
        self._next_count = task.rows

    def write(self, chunk: bytes) -> int:
        """Take the next bytes; the engine calls this.

        Raises:
            LimitError: the answer is too large.
        """
        self.body += chunk
        if len(self.body) > self._task.answer_bytes:
            raise LimitError("answer_bytes")
        if self._marker:
            self._seen += chunk.count(self._marker)
            if self._seen > self._next_count:
                self.check_rows()
                # Twice as far each time: all the counting together stays linear.
                self._next_count = 2 * self._seen
        return len(chunk)

    def flush(self) -> None:
        """Do nothing; the engine expects a file."""

    def check_rows(self) -> None:
        """Refuse too many rows.

        Raises:
            LimitError: there are too many.
        """
        if not count_at_most(self.body, self._media_type, self._task.rows):
            raise LimitError("rows")


Results = QuerySolutions | QueryBoolean | QueryTriples


def evaluate(task: Task, data: Data, rules: Rules) -> tuple[bytes, bytearray]:
    """Return the kind and the whole body of an answer.

    Raises:
        SyntaxError, ValueError, RuntimeError, OSError: the engine refuses the query.
        FormError, LimitError, MemoryError: there is an answer that cannot be given.
    """
    source = data.find(task.text, task.base, task.default, task.named)
    results = source.store.query(
        task.text, base_iri=task.base, default_graph=source.default, named_graphs=source.named
    )
    if isinstance(results, QuerySolutions):
        return SOLUTIONS, _write_results(results, task.solutions, task, "solutions")
    if isinstance(results, QueryBoolean):
        return BOOLEAN, _write_results(results, task.boolean, task, "boolean")
    return GRAPH, _write_graph(results, task, rules)


def _write_results(
    results: QuerySolutions | QueryBoolean, media_type: str | None, task: Task, form: str
) -> bytearray:
    format_ = QueryResultsFormat.from_media_type(media_type) if media_type else None
    if media_type is None or format_ is None:
        raise FormError(form, "")
    answer = Answer(task, media_type)
    results.serialize(cast(IO[bytes], answer), format=format_)
    answer.check_rows()
    if format_ == QueryResultsFormat.XML:
        _mend_xml(answer.body, form)
    return answer.body


def _write_graph(results: QueryTriples, task: Task, rules: Rules) -> bytearray:
    media_type = task.graph
    format_ = RdfFormat.from_media_type(media_type) if media_type else None
    if media_type is None or format_ is None:
        raise FormError("graph", "")
    answer = Answer(task, media_type)
    try:
        # The engine's own serialize() of results takes no prefixes.
        serialize(
            itertools.islice(results, task.rows),
            cast(IO[bytes], answer),
            format=format_,
            prefixes=dict(rules.prefixes),
        )
    except OSError as error:
        if format_ == RdfFormat.JSON_LD and TRIPLE_TERMS in str(error):
            raise FormError("graph", "a triple term of RDF 1.2") from error
        raise
    if next(results, None) is not None:
        raise LimitError("rows")
    if format_ == RdfFormat.RDF_XML:
        _mend_xml(answer.body, "graph")
    _leave_out_prefixes(answer.body)
    return answer.body


def _mend_xml(body: bytearray, form: str) -> None:
    """Write what a parser would change as the engine does not, and refuse what XML cannot hold.

    Source: https://www.w3.org/TR/xml/#sec-line-ends and #charsets
    """
    found = _NOT_IN_XML.search(body)
    if found:
        raise FormError(form, f"the character U+{ord(found[0].decode()):04X}")
    if b"\r" in body:
        body[:] = body.replace(b"\r", b"&#13;")


def _leave_out_prefixes(body: bytearray) -> None:
    """Take out of a Turtle or TriG text the declarations of prefixes that it does not use."""
    lines = []
    end = 0
    while body.startswith(PREFIX, end):
        after = body.index(b"\n", end) + 1
        lines.append(bytes(body[end:after]))
        end = after
    used = [line for line in lines if body.find(line[len(PREFIX) :].split(b" ")[0], end) >= 0]
    if used != lines:
        body[:end] = b"".join(used)


def answer_task(task: Task, data: Data, rules: Rules) -> tuple[bytes, bytearray | bytes]:
    """Return the kind and body of the frame that answers a task: an answer or a failure."""
    try:
        return evaluate(task, data, rules)
    except SyntaxError as error:
        return _describe_refusal(task, error, rules.prefixes)
    except FormError as error:
        return FAILURE, _encode("form", *error.args)
    except LimitError as error:
        return FAILURE, _encode(str(error))
    except MemoryError:
        return FAILURE, _encode("memory", *_read_memory_limit(rules))
    except OSError as error:
        # Nothing else than SERVICE makes the engine use the system: the data is in memory.
        return FAILURE, _encode("service", str(error))
    except (ValueError, RuntimeError) as error:
        return FAILURE, _encode("engine", str(error))


def _read_memory_limit(rules: Rules) -> tuple[str, int]:
    """Return which limit of memory holds and its size: it is lower before the slow lane."""
    now, most = resource.getrlimit(resource.RLIMIT_AS)
    name = "fast_memory_bytes" if now < most else "worker_memory_bytes"
    return name, rules.memory_bytes - (most - now)


def _describe_refusal(
    task: Task, error: SyntaxError, prefixes: Mapping[str, str]
) -> tuple[bytes, bytes]:
    if _is_update(task):
        return FAILURE, _encode("update")

    def read(text: str) -> str:
        try:
            Store().query(text, base_iri=task.base)
        except SyntaxError as clearer:
            return str(clearer)
        except (ValueError, RuntimeError, OSError):
            pass
        return ""

    refusal = explain_syntax(task.text, str(error), read, prefixes)
    return FAILURE, _encode("syntax", refusal.message, refusal.line, refusal.column)


def _is_update(task: Task) -> bool:
    """Tell whether the text is an update, by making it on an empty store."""
    try:
        Store().update(task.text, base_iri=task.base)
    except SyntaxError:
        return False
    except (ValueError, RuntimeError, OSError):
        return True
    # Nothing at all is an update too, but nobody means one by it.
    return any(line.strip() and not line.strip().startswith("#") for line in task.text.split("\n"))


def _encode(*words: str | int) -> bytes:
    return json.dumps(words).encode()


def run_worker(line: socket.socket, data: Data, rules: Rules) -> None:
    """Answer tasks until the front end closes the line."""
    reader = FrameReader(line, REQUEST_BYTES)
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss + rules.fast_memory_bytes // 4 // 1024
    try:
        while frame := reader.read():
            task = Task.decode(frame.body)
            signal.setitimer(signal.ITIMER_REAL, task.seconds + GRACE_SECONDS)
            kind, body = answer_task(task, data, rules)
            signal.setitimer(signal.ITIMER_REAL, 0)
            retire = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss > most
            send_frame(line, Frame(kind, b"", retire), body)
            del body
    except (BrokenFrameError, BrokenPipeError, ConnectionResetError):
        os._exit(0)
