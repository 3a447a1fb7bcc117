"""Read parts of files that stay what they were, whatever is put in their place."""

from __future__ import annotations

import io
import os
import weakref
from collections.abc import Iterable
from pathlib import Path

from server.messages import Part


class OpenFile:
    """Hold a file open, so that its bytes are there even where its name now means another file.

    Any number of threads may read it at once.
    """

    def __init__(self, path: Path) -> None:
        self._descriptor = os.open(path, os.O_RDONLY | os.O_CLOEXEC)
        weakref.finalize(self, os.close, self._descriptor)

    def read(self, size: int, place: int) -> bytes:
        """Return at most ``size`` bytes from a place on."""
        return os.pread(self._descriptor, size, place)


def open_files(folder: Path, names: Iterable[str]) -> dict[str, OpenFile]:
    """Open files of a folder by name."""
    return {name: OpenFile(folder / name) for name in names}


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
