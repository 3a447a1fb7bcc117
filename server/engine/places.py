"""Places for workers: so many at once as there are processors, more for those who waited."""

from __future__ import annotations

import threading
import time
from collections import deque
from collections.abc import Callable

from server.engine.workers import Worker

# Who waited so long runs beside the others, though that slows all of them down.
PATIENCE_SECONDS = 0.05


class NoPlaceError(Exception):
    """No place became free in time."""


class _Ticket:
    """One thread that waits for a place; ``is_urgent`` once it has lost its patience."""

    def __init__(self) -> None:
        self.called = threading.Lock()
        self.called.acquire()
        self.worker: Worker | None = None
        self.is_urgent = False


class Places:
    """Hold idle workers, or None for a place whose worker must still be made.

    More queries at once than processors are slower all together than one after the other: they
    push each other's data out of the caches. So a thread waits for one of the usual places, and
    takes one of the others only when it waited long or ``is_pressed`` says so. The worker used
    last has the warmest caches and is taken first; who waits longest is served first.
    """

    def __init__(self, usual: int, is_pressed: Callable[[], bool]) -> None:
        self._lock = threading.Lock()
        self._free: list[Worker | None] = []
        self._waiting: deque[_Ticket] = deque()
        self._usual = usual
        self._taken = 0
        self._is_pressed = is_pressed

    @property
    def is_awaited(self) -> bool:
        """Tell whether a thread waits for a place."""
        return bool(self._waiting)

    def add(self, worker: Worker | None) -> None:
        """Add a place."""
        self._free.append(worker)

    def empty(self) -> list[Worker]:
        """Return the workers of all free places and leave these without."""
        with self._lock:
            workers = [worker for worker in self._free if worker]
            self._free = [None] * len(self._free)
            return workers

    def take(self, seconds: float) -> Worker | None:
        """Return the worker of a place, or None where the place has none.

        Raises:
            NoPlaceError: no place became free in so many seconds.
        """
        until = time.monotonic() + seconds
        with self._lock:
            if self._free and (self._taken < self._usual or self._is_pressed()):
                self._taken += 1
                return self._free.pop()
            ticket = _Ticket()
            self._waiting.append(ticket)
        if ticket.called.acquire(timeout=min(PATIENCE_SECONDS, seconds)):
            return ticket.worker
        with self._lock:
            ticket.is_urgent = True
            self._call()
        if ticket.called.acquire(timeout=max(until - time.monotonic(), 0)):
            return ticket.worker
        with self._lock:
            if ticket in self._waiting:
                self._waiting.remove(ticket)
                raise NoPlaceError
        return ticket.worker

    def give(self, worker: Worker | None) -> None:
        """Give a place back."""
        with self._lock:
            self._taken -= 1
            self._free.append(worker)
            self._call()

    def _call(self) -> None:
        """Hand free places to those who wait: the usual ones, and more to the urgent."""
        while self._waiting and self._free:
            first = self._waiting[0]
            if self._taken >= self._usual and not first.is_urgent and not self._is_pressed():
                return
            self._waiting.popleft()
            self._taken += 1
            first.worker = self._free.pop()
            first.called.release()
