"""Answer from any SPARQL 1.1 engine over HTTP instead of the embedded one.

Time, bytes and rows are limited here too. What the engine does with a query, whether it reaches
other hosts, and whether its answers are complete rest on that engine.
"""

from __future__ import annotations

import base64
import http.client
import json
import re
import time
from collections import deque
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NoReturn
from urllib.parse import quote, unquote, urlencode, urlsplit

from server.engine.answers import (
    Answer,
    Busy,
    Closed,
    Dataset,
    NotAcceptable,
    QueryError,
    StartError,
    TimeExceeded,
    TooLarge,
    WorkerLost,
)
from server.engine.rows import count_at_most
from server.formats import FORMATS, Form, Format
from server.settings import AnswerLimits, Settings

CHUNK_BYTES = 64 * 1024
WORDS_BYTES = 64 * 1024
WORDS_CHARACTERS = 2000
# An answer to ASK is short: a longer one is a table.
BOOLEAN_BYTES = 4096

_RELATIVE = re.compile(r"<(?![A-Za-z][A-Za-z0-9+.-]*:)[^<>\"{}|\\^`\s]*>")
_POSITION = re.compile(r"line[\s:]+(\d+),?\s+col(?:umn)?[\s:]+(\d+)", re.IGNORECASE)
_TIMED_OUT = re.compile(r"time[\s-]?out|timed[\s-]?out|execution time|time limit", re.IGNORECASE)
_TAG = re.compile(r"<[^>]*>|\s+")


@dataclass(frozen=True)
class _Reply:
    status: int
    headers: http.client.HTTPMessage
    body: bytes

    @property
    def media_type(self) -> str:
        return self.headers.get("Content-Type", "").partition(";")[0].strip().lower()

    @property
    def words(self) -> str:
        """Return what an engine says about an error, without markup."""
        text = self.body[:WORDS_BYTES].decode("utf-8", "replace")
        if self.media_type.endswith("json"):
            try:
                said = json.loads(text)
            except ValueError:
                said = None
            if isinstance(said, dict):
                for name in ("detail", "exception", "message", "error"):
                    if isinstance(said.get(name), str):
                        text = said[name]
                        break
        return _TAG.sub(" ", text).strip()[:WORDS_CHARACTERS]


class RemoteStore:
    """Ask a SPARQL engine at a URL.

    ``timeout_template`` tells the engine the time limit as a parameter of the address, in its own
    way: ``timeout={seconds}`` or ``timeout={milliseconds}``. Without it, the engine learns of the
    limit when the connection closes.
    """

    kind = "remote"
    memory_budget_bytes = 0
    entrusted: Sequence[str] = (
        "that an answer is whole: what the engine sends to its end with status 200 is passed on",
        "that a query past its time ends there too: here its connection is closed",
        "that one query cannot starve others or use up memory",
        "that no query reaches another host (SERVICE, LOAD, FROM)",
        "that the data are those of the release: load graph.nq, with the union as default graph",
    )

    def __init__(self, url: str, settings: Settings, timeout_template: str = "") -> None:
        """Keep the address; nothing is asked yet.

        Raises:
            StartError: the URL is not one of an engine.
        """
        wrong = f"a store has an address with http or https; found {url!r}"
        try:
            parts = urlsplit(url)
            port = parts.port
        except ValueError as error:
            raise StartError(f"{wrong}: {error}") from error
        if parts.scheme not in {"http", "https"} or not parts.hostname:
            raise StartError(wrong)
        self._is_secure = parts.scheme == "https"
        self._host, self._port = parts.hostname, port
        self._path = quote(parts.path or "/", safe="/%:@!$&'()*+,;=~-._")
        self._parameters = parts.query
        self._settings = settings
        self._timeout_template = timeout_template
        self._headers = {
            "Content-Type": "application/sparql-query; charset=utf-8",
            "Accept-Encoding": "identity",
            "User-Agent": "cdce",
        }
        if parts.username is not None:
            name = f"{unquote(parts.username)}:{unquote(parts.password or '')}"
            self._headers["Authorization"] = f"Basic {base64.b64encode(name.encode()).decode()}"
        self._idle: deque[http.client.HTTPConnection] = deque()
        self._is_closed = False

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
        if self._is_closed:
            raise Closed(self._settings.retry_after_seconds)
        limits = limits or self._settings.answer_limits
        # A base on the same line: the engine's line numbers stay those of the query.
        prefix = f"BASE <{base}> " if _RELATIVE.search(text) else ""
        headers = {**self._headers, "Accept": _list_accepted(formats)}
        body = (prefix + text).encode("utf-8", "replace")
        reply = self._exchange(self._make_target(dataset, limits.seconds), body, headers, limits)
        if reply.status != 200:
            self._fail(reply, limits.seconds, formats, len(prefix))
        self._refuse_partial(reply, limits.seconds)
        form = _find_form(reply)
        chosen = formats[form]
        if chosen is None or reply.media_type not in chosen.media_types:
            raise NotAcceptable(form)
        if not count_at_most(reply.body, chosen.media_types[0], limits.rows):
            raise TooLarge("rows", limits.rows)
        return Answer(reply.body, form, chosen)

    def close(self) -> None:
        """Ask nothing more and close the connections that are idle."""
        self._is_closed = True
        while self._idle:
            self._idle.pop().close()

    def _make_target(self, dataset: Dataset, seconds: float) -> str:
        parameters = [self._parameters] if self._parameters else []
        parameters += [
            urlencode({name: iri})
            for name, iris in (
                ("default-graph-uri", dataset.default or ()),
                ("named-graph-uri", dataset.named or ()),
            )
            for iri in iris
        ]
        if self._timeout_template:
            whole = max(1, round(seconds))
            parameters.append(
                self._timeout_template.format(seconds=whole, milliseconds=round(seconds * 1000))
            )
        return "?".join([self._path, "&".join(parameters)]) if parameters else self._path

    def _exchange(
        self, target: str, body: bytes, headers: Mapping[str, str], limits: AnswerLimits
    ) -> _Reply:
        """Return the engine's whole reply within the limits of time and bytes."""
        until = time.monotonic() + limits.seconds
        while True:
            try:
                connection, is_used = self._idle.pop(), True
            except IndexError:
                connection, is_used = self._connect(), False
            try:
                reply = self._post(connection, target, body, headers, until, limits.answer_bytes)
            except TimeoutError as error:
                connection.close()
                raise TimeExceeded(limits.seconds) from error
            except (OSError, http.client.HTTPException) as error:
                connection.close()
                # An engine may close an idle connection at any time; a query may be asked twice.
                if not (is_used and isinstance(error, ConnectionError)):
                    reason = _explain(error)
                    raise WorkerLost(f"the engine gives no whole answer: {reason}") from error
            except TooLarge:
                connection.close()
                raise
            else:
                self._keep(connection)
                return reply

    def _connect(self) -> http.client.HTTPConnection:
        kind = http.client.HTTPSConnection if self._is_secure else http.client.HTTPConnection
        return kind(self._host, self._port)

    def _keep(self, connection: http.client.HTTPConnection) -> None:
        if self._is_closed or len(self._idle) >= self._settings.workers:
            connection.close()
        else:
            self._idle.append(connection)

    def _post(
        self,
        connection: http.client.HTTPConnection,
        target: str,
        body: bytes,
        headers: Mapping[str, str],
        until: float,
        most: int,
    ) -> _Reply:
        connection.timeout = _measure_rest(until)
        if connection.sock:
            connection.sock.settimeout(connection.timeout)
        connection.request("POST", target, body=body, headers=dict(headers))
        line = connection.sock
        response = connection.getresponse()
        length = response.length
        if length is None and not response.chunked:
            raise http.client.HTTPException("it does not say where its answer ends")
        if response.headers.get("Content-Encoding", "identity") != "identity":
            raise http.client.HTTPException("it compresses answers, unasked")
        content = bytearray()
        while True:
            if line:
                line.settimeout(_measure_rest(until))
            chunk = response.read1(CHUNK_BYTES)
            if not chunk:
                break
            content += chunk
            if len(content) > most:
                raise TooLarge("answer_bytes", most)
        response.close()
        if length is not None and len(content) != length:
            raise http.client.IncompleteRead(b"", length - len(content))
        return _Reply(response.status, response.headers, bytes(content))

    def _fail(
        self, reply: _Reply, seconds: float, formats: Mapping[Form, Format | None], before: int
    ) -> NoReturn:
        """Raise what a status other than 200 means."""
        status, words = reply.status, reply.words
        if status in {408, 504} or (status >= 500 and _TIMED_OUT.search(words)):
            raise TimeExceeded(seconds)
        if status in {429, 503}:
            after = reply.headers.get("Retry-After", "")
            default = self._settings.retry_after_seconds
            raise Busy(int(after) if after.isdecimal() else default)
        if status == 406:
            unwanted: list[Form] = [form for form, chosen in formats.items() if chosen is None]
            raise NotAcceptable(unwanted[0] if unwanted else "solutions")
        if status in {400, 413, 414, 422}:
            match = _POSITION.search(words)
            line, column = (int(match[1]), int(match[2])) if match else (1, 1)
            column = max(column - before, 1) if line == 1 else column
            raise QueryError(words or f"The engine refuses the query ({status}).", line, column)
        raise WorkerLost(f"the engine answers with status {status}")

    def _refuse_partial(self, reply: _Reply, seconds: float) -> None:
        """Refuse an answer of which a header says that it is cut: Virtuoso does that."""
        if reply.headers.get("X-SQL-State", "") == "S1TAT":
            raise TimeExceeded(seconds)
        most = reply.headers.get("X-SPARQL-MaxRows", "")
        if most.isdecimal():
            raise TooLarge("rows", int(most))


def _explain(error: OSError | http.client.HTTPException) -> str:
    """Return, in words, why there is no answer."""
    if isinstance(error, http.client.IncompleteRead):
        return "it ended in the middle"
    if isinstance(error, http.client.BadStatusLine) and not isinstance(error, OSError):
        return "what came is no HTTP"
    if isinstance(error, OSError) and error.strerror:
        return error.strerror
    return str(error) or type(error).__name__


def _measure_rest(until: float) -> float:
    rest = until - time.monotonic()
    if rest <= 0:
        raise TimeoutError
    return rest


def _list_accepted(formats: Mapping[Form, Format | None]) -> str:
    """Return the header Accept: one type for each form, that of tables first."""
    types = (formats["solutions"], formats["graph"], formats["boolean"])
    names = dict.fromkeys(format_.media_types[0] for format_ in types if format_)
    return ", ".join(
        name if rank < 2 else f"{name};q=0.{9 - rank}" for rank, name in enumerate(names)
    )


def _find_form(reply: _Reply) -> Form:
    """Return the form of an answer, by its type and, where two forms share it, its content."""
    forms = {
        form for each in FORMATS if reply.media_type in each.media_types for form in each.kinds
    }
    if not forms:
        raise WorkerLost(f"the engine answers with the type {reply.media_type!r}")
    if "boolean" in forms and len(reply.body) < BOOLEAN_BYTES and _is_boolean(reply.body):
        return "boolean"
    return "solutions" if "solutions" in forms else "graph"


def _is_boolean(body: bytes) -> bool:
    if body.lstrip()[:1] == b"<":
        return b"<boolean>" in body and b"<results" not in body
    try:
        said = json.loads(body)
    except ValueError:
        return False
    return isinstance(said, dict) and "boolean" in said
