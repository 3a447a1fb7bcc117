"""Places for workers: the one used last is taken first, and who waits longest is served first."""

from __future__ import annotations

import threading
from collections import deque

from server.workers import Worker


class NoPlaceError(Exception):
    """No place became free in time."""


class _Ticket:
    """One thread that waits for a place."""

    def __init__(self) -> None:
        self.called = threading.Lock()
        self.called.acquire()
        self.worker: Worker | None = None


class Places:
    """Hold idle workers, or None for a place whose worker must still be made.

    The worker used last has the warmest caches. A free place is handed to the thread that waits
    longest, so that no newcomer is faster.
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._free: list[Worker | None] = []
        self._waiting: deque[_Ticket] = deque()

    @property
    def is_awaited(self) -> bool:
        """Tell whether a thread waits for a place."""
        return bool(self._waiting)

    @property
    def free(self) -> int:
        """Return how many places are free."""
        return len(self._free)

    def take(self, seconds: float) -> Worker | None:
        """Return the worker of a place, or None where the place has none.

        Raises:
            NoPlaceError: no place became free in so many seconds.
        """
        with self._lock:
            if self._free:
                return self._free.pop()
            ticket = _Ticket()
            self._waiting.append(ticket)
        if not ticket.called.acquire(timeout=seconds):
            with self._lock:
                if ticket in self._waiting:
                    self._waiting.remove(ticket)
                    raise NoPlaceError
        return ticket.worker

    def give(self, worker: Worker | None) -> None:
        """Give a place back."""
        with self._lock:
            if self._waiting:
                ticket = self._waiting.popleft()
                ticket.worker = worker
                ticket.called.release()
            else:
                self._free.append(worker)
