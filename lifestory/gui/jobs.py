"""Slow work away from the window's thread: one writer in order, a few readers beside it.

Work is an ordinary function of a `Task`, through which it says how far it is and hears whether it
should stop. What it returns arrives in the window's thread as a signal of its `Job`.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from threading import Barrier, Event
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal

from lifestory.app.mistakes import note_mistake
from lifestory.app.progress import Stopped
from lifestory.domain.errors import LifestoryError

_LEAST_GAP = 0.04
"""Seconds between two reports of progress: the eye sees no more, and the window must not drown."""

_TURN = 0.0005
"""Seconds for which a thread may hold Python while the window's waits for it. Qt gives Python away
and asks for it back in nearly every call; at Python's own 5 ms a dozen calls made a gap of 60 ms
beside a busy thread."""


class OurMistake(LifestoryError):
    """Something we did not foresee."""

    message = "Something went wrong in Lifestory itself. We are sorry."
    remedy = "Nothing you had saved is lost. Try again; if it comes back, ask for help with it."


class Task:
    """What the work holds of its job. Safe to use from the work's own thread."""

    def __init__(self, job: Job) -> None:
        self._job = job
        self._told = 0.0

    def progress(self, count: int, total: int, text: str = "") -> None:
        """Say how far it is; too frequent reports are dropped, the last one never is."""
        now = time.monotonic()
        if count >= total or now - self._told >= _LEAST_GAP:
            self._told = now
            self._job._counted.emit(count, total, text)

    def cancelled(self) -> bool:
        """True once somebody asked it to stop."""
        return self._job._stop.is_set()


Work = Callable[[Task], Any]
Explain = Callable[[LifestoryError], LifestoryError]
"""Finds the trouble behind a trouble."""


class Job(QObject):
    """One piece of slow work. Its signals are sent in the window's thread."""

    progress = Signal(int, int, str)
    done = Signal(object)
    failed = Signal(object)
    stopped = Signal()
    finished = Signal()

    _counted = Signal(int, int, str)
    _ended = Signal(object, object)

    def __init__(self, title: str, explain: Explain, *, writes: bool, quiet: bool) -> None:
        super().__init__()
        self._explain = explain
        self.trouble: LifestoryError | None = None
        self.title = title
        self.writes = writes
        self.quiet = quiet
        self.count = 0
        self.total = 0
        self._stop = Event()
        queued = Qt.ConnectionType.QueuedConnection
        self._counted.connect(self._count, queued)
        self._ended.connect(self._end, queued)

    def cancel(self) -> None:
        """Ask it to stop after the item it is at."""
        self._stop.set()

    def _count(self, count: int, total: int, text: str) -> None:
        self.count, self.total = count, total
        self.progress.emit(count, total, text)

    def _end(self, result: object, trouble: LifestoryError | None) -> None:
        if trouble is None:
            self.done.emit(result)
        elif isinstance(trouble, Stopped):
            self.stopped.emit()
        else:
            self.trouble = trouble
            self.failed.emit(trouble)
        self.finished.emit()

    def _run(self, work: Work) -> None:
        try:
            if self._stop.is_set():
                raise Stopped
            result = work(Task(self))
        except Stopped as asked:
            self._ended.emit(None, asked)
        except LifestoryError as trouble:
            self._ended.emit(None, self._explain(trouble))
        except BaseException as mistake:
            ours = OurMistake()
            behind = self._explain(ours)
            if behind is ours:
                note_mistake(mistake)
            self._ended.emit(None, behind)
        else:
            self._ended.emit(result, None)


class Jobs(QObject):
    """Runs the jobs of the window: writes one after another, an import beside them, what the
    worker waits to see on a thread of its own, everything else on two readers."""

    started = Signal(object)
    ended = Signal(object)
    idle = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.explain: Explain = lambda trouble: trouble
        sys.setswitchinterval(_TURN)
        self._writer = ThreadPoolExecutor(1, "writer")
        self._bringer = ThreadPoolExecutor(1, "bringer")
        self._looker = ThreadPoolExecutor(1, "looker")
        self._readers = ThreadPoolExecutor(2, "reader")
        self._running: dict[Job, Future[None]] = {}
        self._start_threads()

    def _start_threads(self) -> None:
        """Now, while nothing is busy: whoever starts a thread waits until it runs, and beside a
        busy one the window waited for 50 ms."""
        alone = ((one, 1) for one in (self._writer, self._bringer, self._looker))
        for threads, count in (*alone, (self._readers, 2)):
            here = Barrier(count + 1)
            for _ in range(count):
                threads.submit(here.wait)
            here.wait()

    def write(self, title: str, work: Work, *, quiet: bool = False) -> Job:
        """Run what changes the store. `quiet` keeps it out of the status line: a field saved."""
        return self._start(Job(title, self.explain, writes=True, quiet=quiet), self._writer, work)

    def bring(self, title: str, work: Work) -> Job:
        """Run what writes again and again for minutes: one after another, but what the worker
        changes meanwhile is written between two of its commits."""
        return self._start(Job(title, self.explain, writes=True, quiet=False), self._bringer, work)

    def read(self, title: str, work: Work, *, quiet: bool = False) -> Job:
        """Run what only looks."""
        return self._start(Job(title, self.explain, writes=False, quiet=quiet), self._readers, work)

    def look(self, title: str, work: Work, *, quiet: bool = False) -> Job:
        """Run what the worker waits for with open eyes: it never stands behind small pictures."""
        return self._start(Job(title, self.explain, writes=False, quiet=quiet), self._looker, work)

    @property
    def running(self) -> tuple[Job, ...]:
        """What runs or waits its turn, oldest first."""
        return tuple(self._running)

    def cancel_all(self, *, but_writes: bool = False) -> None:
        """Ask everything to stop; with `but_writes`, what a worker typed is still written."""
        for job in self._running:
            if not (but_writes and job.quiet and job.writes):
                job.cancel()

    def close(self) -> None:
        """Finish what runs and end the threads. Nothing may be started afterwards."""
        self.cancel_all(but_writes=True)
        self._looker.shutdown(wait=True)
        self._readers.shutdown(wait=True)
        self._bringer.shutdown(wait=True)
        self._writer.shutdown(wait=True)

    def _start(self, job: Job, threads: ThreadPoolExecutor, work: Work) -> Job:
        job.setParent(self)
        job.finished.connect(self._finish)
        self._running[job] = threads.submit(job._run, work)
        self.started.emit(job)
        return job

    def _finish(self) -> None:
        job = self.sender()
        assert isinstance(job, Job)
        del self._running[job]
        self.ended.emit(job)
        job.deleteLater()
        if not self._running:
            self.idle.emit()
