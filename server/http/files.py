"""Read parts of files that stay what they were, whatever is put in their place."""

from __future__ import annotations

import hashlib
import io
import os
import resource
import weakref
from pathlib import Path

from server.http.messages import Part

DIGEST_BYTES = 1024 * 1024


def raise_file_limit() -> None:
    """Allow as many open files as the system does.

    A release holds its files open, and those of the releases before it; a connection holds one.
    """
    _, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (most, most))


class OpenFile:
    """Hold a file open, so that its bytes are there even where its name now means another file.

    Any number of threads may read it at once.
    """

    def __init__(self, path: Path) -> None:
        self._descriptor = os.open(path, os.O_RDONLY | os.O_CLOEXEC)
        weakref.finalize(self, os.close, self._descriptor)

    @property
    def size(self) -> int:
        """Return how many bytes the file has."""
        return os.fstat(self._descriptor).st_size

    def read(self, size: int, place: int) -> bytes:
        """Return at most ``size`` bytes from a place on."""
        return os.pread(self._descriptor, size, place)

    def read_all(self) -> bytes:
        """Return the whole file."""
        return self.read(self.size, 0)

    def digest(self) -> str:
        """Return the SHA-256 of the file in hexadecimal."""
        found, place = hashlib.sha256(), 0
        while piece := self.read(DIGEST_BYTES, place):
            found.update(piece)
            place += len(piece)
        return found.hexdigest()


class PartReader(io.RawIOBase):
    """Read from the start of a part to its end; places are counted from its start.

    A server that knows seekable files sends it without holding a thread.
    """

    def __init__(self, part: Part) -> None:
        self._part = part
        self._place = 0

    def readable(self) -> bool:
        """Return that this can be read."""
        return True

    def seekable(self) -> bool:
        """Return that every place can be gone to."""
        return True

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        """Go to a place of the part and return it."""
        length = self._part.length
        origin = {io.SEEK_SET: 0, io.SEEK_CUR: self._place, io.SEEK_END: length}[whence]
        self._place = min(max(0, origin + offset), length)
        return self._place

    def tell(self) -> int:
        """Return the place in the part."""
        return self._place

    def read(self, size: int = -1) -> bytes:
        """Return the next bytes, at most ``size``; all that are left where it is negative."""
        left = self._part.length - self._place
        wanted = left if size < 0 else min(size, left)
        found = self._part.file.read(wanted, self._part.start + self._place)
        self._place += len(found)
        return found
