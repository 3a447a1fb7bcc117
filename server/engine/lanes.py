"""Two lanes of workers: many fast queries, few slow ones, and none beyond its time."""

from __future__ import annotations

import os
import signal
import threading
import time

from server.engine.answers import (
    Busy,
    Closed,
    StartError,
    StoreError,
    TimeExceeded,
    TooLarge,
    WorkerLost,
)
from server.engine.frames import BrokenFrameError, Frame
from server.engine.places import NoPlaceError, Places
from server.engine.workers import Nursery, Worker
from server.settings import Settings

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
        # One more than processors: while one answer is sent, another query is evaluated.
        usual = len(os.sched_getaffinity(0)) + 1
        self._places = Places(usual, self._is_slow_lane_full)
        self._idle = threading.Condition()
        self._running = 0
        self._slow = 0
        self._is_closed = False
        for _ in range(settings.workers):
            self._places.add(nursery.spawn())

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
            while (rest := until - time.monotonic()) > 0:
                # Whoever found this store just before its successor came gets an answer too.
                is_quiet = not self._running and not self._idle.wait(SETTLE_SECONDS)
                if is_quiet and not self._running:
                    break
                if self._running:
                    self._idle.wait(rest)
            self._is_closed = True
        self._nursery.close()
        for worker in self._places.empty():
            worker.kill()

    def _ask_fast(self, task: bytes, seconds: float) -> Frame:
        worker = self._take()
        started = time.monotonic()
        try:
            worker.send(task, seconds)
            frame = self._wait(worker, started, seconds)
        except (BrokenFrameError, OSError):
            code = self._replace(worker)
            raise self._explain(code, seconds, "fast_memory_bytes") from None
        except BaseException:
            self._replace(worker)
            raise
        if frame:
            self._give_back(worker, retire=frame.retire)
            return frame
        try:
            return self._finish_slowly(worker, started + seconds, seconds)
        finally:
            with self._idle:
                self._slow -= 1

    def _wait(self, worker: Worker, started: float, seconds: float) -> Frame | None:
        """Return the answer, or None where the query has entered the slow lane.

        Only one that used the processor half of that time is slow: many others that run make no
        query slow. One that finds the slow lane full may use as much time in the fast lane, but
        no place for which others wait.
        """
        patience = self._settings.slow_lane_after_seconds
        before = worker.measure_processor()
        while True:
            now = time.monotonic()
            frame = worker.read(min(started + seconds, now + patience / PARTS))
            if frame:
                return frame
            now = time.monotonic()
            if now >= started + seconds:
                raise TimeExceeded(seconds)
            used = worker.measure_processor() - before
            is_slow = used >= patience / 2 and now >= started + patience
            if is_slow and self._enter_slow_lane():
                return None
            is_overrun = self._places.is_awaited and self._is_slow_lane_full()
            if used >= patience or (is_overrun and used >= patience / PARTS):
                raise self._refuse("slow_workers")

    def _is_slow_lane_full(self) -> bool:
        return self._slow >= self._settings.slow_workers

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
        raise self._explain(code, seconds, "worker_memory_bytes")

    def _take(self) -> Worker:
        try:
            worker = self._places.take(self._settings.queue_seconds)
        except NoPlaceError:
            raise self._refuse("queue_seconds") from None
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
        if retire or self._is_closed:
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

    def _refuse(self, limit: str) -> Busy:
        return Busy(self._settings.retry_after_seconds, limit, getattr(self._settings, limit))

    def _explain(self, code: int | None, seconds: float, memory_limit: str) -> StoreError:
        """Return what the end of a worker means for its query."""
        if code == -signal.SIGABRT:
            return TooLarge(memory_limit, getattr(self._settings, memory_limit))
        if code == -signal.SIGALRM:
            return TimeExceeded(seconds)
        return WorkerLost(LOST) if code is None else WorkerLost(f"{LOST} ({code})")
