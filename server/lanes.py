"""Two lanes of workers: many fast queries, few slow ones, and none beyond its time."""

from __future__ import annotations

import queue
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
from server.settings import Settings
from server.workers import Nursery, Worker

SETTLE_SECONDS = 0.1


class Lanes:
    """Share the workers of one nursery among the threads of the front end.

    The fast lane has a fixed number of places, each with an idle worker or None where one must
    still be made. A thread takes a place and gives it back, with a worker ready whenever it can.
    """

    def __init__(self, nursery: Nursery, settings: Settings) -> None:
        self._nursery = nursery
        self._settings = settings
        self._places: queue.SimpleQueue[Worker | None] = queue.SimpleQueue()
        self._slow = threading.BoundedSemaphore(settings.slow_workers)
        self._idle = threading.Condition()
        self._running = 0
        self._is_closed = False
        for _ in range(settings.workers):
            self._places.put(nursery.spawn())

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

    def close(self) -> None:
        """Wait until no query runs, up to a limit, then end all workers."""
        until = time.monotonic() + self._settings.close_seconds
        with self._idle:
            while self._running and self._idle.wait(until - time.monotonic()):
                # Whoever found this store just before its successor came gets his answer too.
                self._idle.wait(SETTLE_SECONDS)
            self._is_closed = True
        self._nursery.close()
        while not self._places.empty():
            worker = self._places.get()
            if worker:
                worker.kill()

    def _ask_fast(self, task: bytes, seconds: float) -> Frame:
        worker = self._take()
        started = time.monotonic()
        patience = min(seconds, self._settings.slow_lane_after_seconds)
        try:
            worker.send(task, seconds)
            frame = worker.read(started + patience)
        except (BrokenFrameError, OSError):
            raise self._explain(self._replace(worker), seconds) from None
        except BaseException:
            self._replace(worker)
            raise
        if frame:
            self._give_back(worker, retire=frame.retire)
            return frame
        if seconds <= patience or not self._slow.acquire(blocking=False):
            self._replace(worker)
            raise self._refuse(seconds, patience)
        try:
            return self._finish_slowly(worker, started + seconds, seconds)
        finally:
            self._slow.release()

    def _finish_slowly(self, worker: Worker, until: float, seconds: float) -> Frame:
        is_lost = False
        try:
            self._nursery.slow_down(worker)
            self._refill()
            frame = worker.read(until)
        except BrokenFrameError:
            frame, is_lost = None, True
        finally:
            # Its priority cannot be raised again.
            code = self._nursery.end(worker)
        if frame:
            return frame
        raise self._explain(code, seconds) if is_lost else TimeExceeded(seconds)

    def _refuse(self, seconds: float, patience: float) -> StoreError:
        if seconds <= patience:
            return TimeExceeded(seconds)
        return Busy(self._settings.retry_after_seconds)

    def _take(self) -> Worker:
        try:
            worker = self._places.get(timeout=self._settings.queue_seconds)
        except queue.Empty:
            raise Busy(self._settings.retry_after_seconds) from None
        if worker and worker.is_alive():
            return worker
        if worker:
            self._nursery.end(worker)
        try:
            return self._nursery.spawn()
        except StartError as error:
            self._places.put(None)
            raise WorkerLost(str(error)) from error

    def _give_back(self, worker: Worker, *, retire: bool) -> None:
        if retire:
            self._replace(worker)
        else:
            self._places.put(worker)

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
            self._places.put(worker)

    def _explain(self, code: int | None, seconds: float) -> StoreError:
        """Return what the end of a worker means for its query."""
        if code is None:
            return WorkerLost()
        if code == -signal.SIGABRT:
            return TooLarge("memory", self._settings.worker_memory_bytes)
        if code == -signal.SIGALRM:
            return TimeExceeded(seconds)
        return WorkerLost(f"the process that evaluated the query ended ({code})")
