"""Keep finished answers in bounded memory, the longest unused going first."""

from __future__ import annotations

import gzip
import hashlib
import threading
from collections import OrderedDict
from dataclasses import dataclass, field, replace

from server.formats import Form

# What an entry costs besides its bytes.
ENTRY_BYTES = 500
PACK_LEVEL = 6


@dataclass(frozen=True)
class Entry:
    """Hold one finished answer; ``digest`` names its bytes, ``packed`` holds them in gzip."""

    key: object
    body: bytes
    digest: str
    form: Form
    packed: bytes | None = None

    @property
    def size(self) -> int:
        """Return the bytes that the entry takes."""
        return len(self.body) + len(self.packed or b"") + ENTRY_BYTES


def make_entry(key: object, body: bytes, form: Form = "graph") -> Entry:
    """Return an entry for a body, not packed yet."""
    return Entry(key, body, hashlib.sha256(body).hexdigest()[:20], form)


def pack(body: bytes) -> bytes:
    """Return bytes in gzip, the same ones for the same body."""
    return gzip.compress(body, PACK_LEVEL, mtime=0)


@dataclass
class Cache:
    """Keep entries of at most ``largest`` bytes, together ``capacity`` bytes; safe for threads."""

    capacity: int
    largest: int
    size: int = 0
    hits: int = 0
    misses: int = 0
    _entries: OrderedDict[object, Entry] = field(default_factory=OrderedDict)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def find(self, key: object) -> Entry | None:
        """Return the entry of a key, or None."""
        with self._lock:
            entry = self._entries.get(key)
            if entry is None:
                self.misses += 1
                return None
            self.hits += 1
            self._entries.move_to_end(key)
            return entry

    def keep(self, entry: Entry) -> Entry:
        """Keep an entry unless it is too large; return it."""
        if entry.size > min(self.largest, self.capacity):
            return entry
        with self._lock:
            old = self._entries.pop(entry.key, None)
            self.size += entry.size - (old.size if old else 0)
            self._entries[entry.key] = entry
            while self.size > self.capacity:
                _, oldest = self._entries.popitem(last=False)
                self.size -= oldest.size
        return entry

    def pack(self, entry: Entry) -> bytes:
        """Return the bytes of an entry in gzip; where it is kept, they are kept beside it."""
        known = self._entries.get(entry.key)
        is_kept = known is not None and known.digest == entry.digest
        if known is not None and known.packed is not None and is_kept:
            return known.packed
        packed = pack(entry.body)
        if is_kept:
            self.keep(replace(entry, packed=packed))
        return packed
