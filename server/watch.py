"""Serve one release after another: open each whole, put it in place, and close the one before."""

from __future__ import annotations

import json
import logging
import tempfile
import threading
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from graph.errors import ReleaseError
from server.engine.answers import StoreError
from server.engine.store import DATA, EmbeddedStore, RemoteStore
from server.http.messages import Reply
from server.publication import Publication, make_publication
from server.releases.release import Release, read_release
from server.settings import Settings

if TYPE_CHECKING:
    from server.engine.store import Store

LOGGER = logging.getLogger("cdce.release")
POLL_SECONDS = 1.0
CHUNK_BYTES = 1024 * 1024

# Name, inode, size and time of change of each file.
State = tuple[tuple[str, int, int, int], ...]
# What a folder that is no release, or a bug that only it shows, may raise.
FAULTS = (ReleaseError, StoreError, OSError, ValueError, LookupError, TypeError)


@dataclass
class Notes:
    """Hold what outlives a release and is said at /health."""

    refused: dict[str, str] | None = None

    def refuse(self, reason: str) -> None:
        """Note why the folder of now is not served."""
        now = datetime.now(UTC).isoformat(timespec="seconds")
        self.refused = {"at": now, "reason": reason}


@dataclass(frozen=True)
class Published(Publication):
    """Answer for a release of a server that knows which releases it refused."""

    notes: Notes = field(default_factory=Notes)
    copy: tempfile.TemporaryDirectory[str] | None = None

    def answer_health(self) -> Reply:
        """Return whether the server is ready, which release it serves and which it refused."""
        reply = super().answer_health()
        if not isinstance(reply.body, bytes):
            return reply
        document = json.loads(reply.body)
        document |= {"refused": self.notes.refused}
        return replace(reply, body=(json.dumps(document, indent=2) + "\n").encode())

    def close(self) -> None:
        """Let the queries that run finish, and give up store and files."""
        self.service.store.close()
        if self.copy:
            self.copy.cleanup()


@dataclass(frozen=True)
class Opener:
    """Open releases for a site, all with the same limits and the same kind of store."""

    folder: Path
    site: str
    settings: Settings
    store_url: str = ""
    store_timeout: str = ""
    notes: Notes = field(default_factory=Notes)

    def read(self) -> Release:
        """Return the release that is in the folder now, verified."""
        return read_release(self.folder)

    def open(self, release: Release) -> Published:
        """Return what answers for a release, ready for its first reader.

        Raises:
            StoreError: its store does not start or does not answer.
        """
        store: Store
        copy = None
        if self.store_url:
            store = RemoteStore(self.store_url, self.settings, self.store_timeout)
        else:
            copy = _copy_data(release)
            try:
                store = EmbeddedStore(Path(copy.name), self.settings, release.prefixes)
            except StoreError:
                copy.cleanup()
                raise
        made = make_publication(store, release, site=self.site, settings=self.settings)
        published = Published(made.service, self.notes, copy)
        try:
            published.prepare()
        except BaseException:
            published.close()
            raise
        return published


def _copy_data(release: Release) -> tempfile.TemporaryDirectory[str]:
    """Copy what was verified: the workers may load it again when the folder holds another."""
    folder = tempfile.TemporaryDirectory(prefix="cdce-")
    file, place = release.files[DATA].file, 0
    with (Path(folder.name) / DATA).open("wb") as copy:
        while chunk := file.read(CHUNK_BYTES, place):
            copy.write(chunk)
            place += len(chunk)
    return folder


class Watcher:
    """Watch a folder in a thread, and publish each whole release that takes its place.

    A folder is read once it has not changed for a second; what is refused is refused once.
    """

    def __init__(
        self, opener: Opener, first: Published, seen: State, put: Callable[[Published], object]
    ) -> None:
        self._opener = opener
        self._put = put
        self.published = first
        self._seen = seen
        self._tried: State | None = seen
        self._wake = threading.Event()
        self._is_closed = False
        self._thread = threading.Thread(target=self._watch, name="watch", daemon=True)

    def start(self) -> None:
        """Watch from now on."""
        self._thread.start()

    def reload(self) -> None:
        """Look now, and read even what did not change; may be called by a signal handler."""
        self._tried = None
        self._wake.set()

    def close(self) -> None:
        """Watch no more."""
        self._is_closed = True
        self._wake.set()
        self._thread.join()

    def _watch(self) -> None:
        while not self._is_closed:
            self._wake.wait(POLL_SECONDS)
            self._wake.clear()
            if not self._is_closed:
                self.check()

    def check(self) -> None:
        """Publish what is in the folder, where it is whole, settled and new."""
        now = look(self._opener.folder)
        is_settled, self._seen = now == self._seen, now
        if not is_settled or now == self._tried:
            return
        self._tried = now
        try:
            self._succeed()
        except FAULTS as error:
            self._opener.notes.refuse(str(error) or repr(error))
            LOGGER.warning("refused %s, which is not served: %s", self._opener.folder, error)

    def _succeed(self) -> None:
        release = self._opener.read()
        self._opener.notes.refused = None
        if release.key == self.published.service.release.key:
            return
        before, after = self.published, self._opener.open(release)
        self._put(after)
        self.published = after
        LOGGER.info("serving release %s instead of %s", release.key, before.service.release.key)
        before.close()


def look(folder: Path) -> State:
    """Return what tells one state of a folder from the next; nothing where there is none."""
    try:
        found = [(each.name, each.stat()) for each in folder.iterdir()]
    except OSError:
        return ()
    return tuple(sorted((name, at.st_ino, at.st_size, at.st_mtime_ns) for name, at in found))
