"""Read a part of a file as if it were a file of its own."""

from __future__ import annotations

import io
from typing import BinaryIO

from server.messages import Part


class PartReader(io.RawIOBase):
    """Read from the start of a part to its end; places are counted from its start.

    A server that knows seekable files sends it without holding a thread.
    """

    def __init__(self, file: BinaryIO, start: int, length: int) -> None:
        self._file = file
        self._start = start
        self._length = length
        self._place = 0

    def readable(self) -> bool:
        """Return that this can be read."""
        return True

    def seekable(self) -> bool:
        """Return that every place can be gone to."""
        return True

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        """Go to a place of the part and return it."""
        origin = {io.SEEK_SET: 0, io.SEEK_CUR: self._place, io.SEEK_END: self._length}[whence]
        self._place = min(max(0, origin + offset), self._length)
        return self._place

    def tell(self) -> int:
        """Return the place in the part."""
        return self._place

    def read(self, size: int = -1) -> bytes:
        """Return the next bytes, at most ``size``; all that are left where it is negative."""
        left = self._length - self._place
        self._file.seek(self._start + self._place)
        found = self._file.read(left if size < 0 else min(size, left))
        self._place += len(found)
        return found

    def close(self) -> None:
        """Close the file."""
        self._file.close()
        super().close()


def open_part(part: Part) -> PartReader:
    """Open a part of a file for reading."""
    return PartReader(part.path.open("rb"), part.start, part.length)
