"""Two lanes of workers: many fast queries, few slow ones, and none beyond its time."""

from __future__ import annotations

import signal
import threading
import time

from server.answers import (
    Busy,
    Closed,
    StartError,
    StoreError,
    TimeExceeded,
    TooLarge,
    WorkerLost,
)
from server.frames import BrokenFrameError, Frame
from server.places import NoPlaceError, Places
from server.settings import Settings
from server.workers import Nursery, Worker

SETTLE_SECONDS = 0.1
# So often a query in the fast lane is asked whether it must give way.
PARTS = 5
LOST = "the process that evaluated the query ended"


class Lanes:
    """Share the workers of one nursery among the threads of the front end.

    The fast lane has a fixed number of places, each with an idle worker or None where one must
    still be made. A thread takes a place and gives it back, with a worker ready whenever it can.
    """

    def __init__(self, nursery: Nursery, settings: Settings) -> None:
        self._nursery = nursery
        self._settings = settings
        self._places = Places()
        self._idle = threading.Condition()
        self._running = 0
        self._slow = 0
        self._is_closed = False
        for _ in range(settings.workers):
            self._places.give(nursery.spawn())

    def ask(self, task: bytes, seconds: float) -> Frame:
        """Return what a worker answers to a task.

        Raises:
            TimeExceeded, TooLarge, Busy, WorkerLost: there is no answer.
        """
        with self._idle:
            if self._is_closed:
                raise Closed(self._settings.retry_after_seconds)
            self._running += 1
        try:
            return self._ask_fast(task, seconds)
        finally:
            with self._idle:
                self._running -= 1
                self._idle.notify_all()

    @property
    def running(self) -> int:
        """Return how many queries run or wait."""
        return self._running

    @property
    def slow(self) -> int:
        """Return how many queries run in the slow lane."""
        return self._slow

    def close(self) -> None:
        """Wait until no query runs, up to a limit, then end all workers."""
        until = time.monotonic() + self._settings.close_seconds
        with self._idle:
            while self._running and self._idle.wait(until - time.monotonic()):
                # Whoever found this store just before its successor came gets his answer too.
                self._idle.wait(SETTLE_SECONDS)
            self._is_closed = True
        self._nursery.close()
        while self._places.free:
            worker = self._places.take(0)
            if worker:
                worker.kill()

    def _ask_fast(self, task: bytes, seconds: float) -> Frame:
        worker = self._take()
        started = time.monotonic()
        try:
            worker.send(task, seconds)
            frame = self._wait(worker, started, seconds)
        except (BrokenFrameError, OSError):
            code = self._replace(worker)
            raise self._explain(code, seconds, self._settings.fast_memory_bytes) from None
        except BaseException:
            self._replace(worker)
            raise
        if frame:
            self._give_back(worker, retire=frame.retire)
            return frame
        if time.monotonic() >= started + seconds:
            self._replace(worker)
            raise TimeExceeded(seconds)
        if not self._enter_slow_lane():
            self._replace(worker)
            raise Busy(self._settings.retry_after_seconds)
        try:
            return self._finish_slowly(worker, started + seconds, seconds)
        finally:
            with self._idle:
                self._slow -= 1

    def _wait(self, worker: Worker, started: float, seconds: float) -> Frame | None:
        """Return the answer, or None where it does not come in the time of the fast lane."""
        patience = min(seconds, self._settings.slow_lane_after_seconds)
        for part in range(1, PARTS + 1):
            frame = worker.read(started + patience * part / PARTS)
            if frame or self._is_overrun():
                return frame
        return None

    def _is_overrun(self) -> bool:
        """Tell whether queries wait for a place while slow ones fill their whole lane.

        Then a query that is not fast at all gives way sooner: it could not go on anyway.
        """
        return self._places.is_awaited and self._slow >= self._settings.slow_workers

    def _enter_slow_lane(self) -> bool:
        with self._idle:
            if self._slow >= self._settings.slow_workers:
                return False
            self._slow += 1
            return True

    def _finish_slowly(self, worker: Worker, until: float, seconds: float) -> Frame:
        is_lost = False
        try:
            self._refill()
            self._nursery.slow_down(worker)
            frame = worker.read(until)
        except BrokenFrameError:
            frame, is_lost = None, True
        finally:
            # Its priority cannot be raised again.
            code = self._nursery.end(worker)
        if frame:
            return frame
        if not is_lost:
            raise TimeExceeded(seconds)
        raise self._explain(code, seconds, self._settings.worker_memory_bytes)

    def _take(self) -> Worker:
        try:
            worker = self._places.take(self._settings.queue_seconds)
        except NoPlaceError:
            raise Busy(self._settings.retry_after_seconds) from None
        if worker and worker.is_alive():
            return worker
        if worker:
            self._nursery.end(worker)
        try:
            return self._nursery.spawn()
        except StartError as error:
            self._places.give(None)
            raise WorkerLost(str(error)) from error

    def _give_back(self, worker: Worker, *, retire: bool) -> None:
        if retire:
            self._replace(worker)
        else:
            self._places.give(worker)

    def _replace(self, worker: Worker) -> int | None:
        """End a worker, put a new one in its place, and return how the old one ended."""
        try:
            return self._nursery.end(worker)
        finally:
            self._refill()

    def _refill(self) -> None:
        worker = None
        try:
            worker = self._nursery.spawn()
        except StartError:
            pass
        finally:
            self._places.give(worker)

    def _explain(self, code: int | None, seconds: float, memory_bytes: int) -> StoreError:
        """Return what the end of a worker means for its query."""
        if code == -signal.SIGABRT:
            return TooLarge("memory", memory_bytes)
        if code == -signal.SIGALRM:
            return TimeExceeded(seconds)
        return WorkerLost(LOST) if code is None else WorkerLost(f"{LOST} ({code})")
