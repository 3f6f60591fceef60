"""The pool of worker processes in which every picture is decoded.

A picture is a stranger's bytes. Each worker holds one at a time, within limits of memory and time;
one that crashes, hangs or swells is replaced and costs that picture alone. Nothing here imports
Pillow, and nothing a worker answers is more than data.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import CancelledError, Future, ThreadPoolExecutor
from pathlib import Path
from queue import LifoQueue
from threading import BoundedSemaphore, Event, Lock, Timer
from types import TracebackType
from typing import Any, TypeVar

from lifestory.domain.edits import Piece
from lifestory.domain.errors import BrokenRecord
from lifestory.domain.media import Rendition
from lifestory.domain.values import to_json, value_from_json
from lifestory.photos.framing import MOST_BYTES, Hung, receive, send
from lifestory.photos.refusals import REASONS, Crashed, EmptyFile, Refused, Swollen, TooBig, TooSlow
from lifestory.photos.seen import Looked, Seen

FROZEN_ARGUMENT = "--photo-worker"
"""A frozen program has no `-m`: it is started again with this as its only argument, and must then
call `lifestory.photos.worker.main()` and nothing else."""

SECONDS = 60.0
PATIENCE = 3.0
"""Seconds that a picture in hand has left when the program is left or locked."""
MEGABYTES = 1024
HUGE_MEGABYTES = 2560
"""For one second try at a time: 200 megapixels fit, decoded and scaled."""
_NEEDED_BY_THE_SYSTEM = ("SYSTEMROOT", "WINDIR", "PATH", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH")

T = TypeVar("T")


class Workers:
    """`count` worker processes, each started at its first picture. Safe from any thread.

    What swells over `megabytes` is tried once more, alone, with `huge_megabytes`.
    `submit_…` waits while two pictures for each worker are already in hand, so that memory stays
    flat however many are added; never call it on the window's thread. Futures raise Refused, or
    RuntimeError when no worker can be started at all.
    """

    def __init__(
        self,
        count: int = 2,
        *,
        seconds: float = SECONDS,
        megabytes: int = MEGABYTES,
        huge_megabytes: int = HUGE_MEGABYTES,
    ) -> None:
        self._threads = ThreadPoolExecutor(count, "photos")
        self._all = [_Worker(seconds, megabytes) for _ in range(count)]
        self._huge = _Worker(2 * seconds, max(megabytes, huge_megabytes))
        self._one_huge = Lock()
        self._idle: LifoQueue[_Worker] = LifoQueue()
        for worker in self._all:
            self._idle.put(worker)
        self._in_hand = BoundedSemaphore(2 * count)
        self._leaving = Event()

    def warm(self) -> None:
        """Start every worker now, which takes a fraction of a second, and not at its first picture.
        Raises RuntimeError when one cannot be started."""
        for started in [self._threads.submit(self._start_one) for _ in self._all]:
            started.result()

    def _start_one(self) -> None:
        worker = self._idle.get()
        try:
            worker.start()
        finally:
            self._idle.put(worker)

    def look(self, data: bytes, file_name: str, page: int = 0) -> Seen:
        """What a file is, and the thumbnail of a page, from one decoding. Raises Refused."""
        return self.submit_look(data, file_name, page).result()

    def render(self, data: bytes, rendition: Rendition) -> bytes:
        """The rendition of an original's bytes, as a JPEG. Raises Refused."""
        return self.submit_render(data, rendition).result()

    def prints_on(self, data: bytes, page: int = 0) -> tuple[Piece, ...]:
        """Where the prints of a scan lie on a page, in reading order. Raises Refused."""
        return self._submit({"do": "prints", "page": page}, data, _pieces).result()

    def submit_look(self, data: bytes, file_name: str, page: int = 0) -> Future[Seen]:
        """`look`, later."""
        return self._submit({"do": "look", "file_name": file_name, "page": page}, data, _seen)

    def submit_render(self, data: bytes, rendition: Rendition) -> Future[bytes]:
        """`render`, later."""
        return self._submit({"do": "render", "rendition": to_json(rendition)}, data, _picture)

    def pids(self) -> tuple[int, ...]:
        """The process ids of the workers now running, e.g. to measure their memory."""
        every = (*self._all, self._huge)
        return tuple(pid for worker in every if (pid := worker.pid) is not None)

    def close(self) -> None:
        """Drop what has not begun (those futures raise CancelledError), wait a few seconds for the
        rest, then drop that too, and end all.

        Not by the executor's own cancelling, after which `wait` on such a future never returns.
        """
        self._leaving.set()
        patience = Timer(PATIENCE, self._give_up)
        patience.daemon = True
        patience.start()
        self._threads.shutdown()
        patience.cancel()
        for worker in (*self._all, self._huge):
            worker.end()

    def _give_up(self) -> None:
        for worker in (*self._all, self._huge):
            worker.kill()

    def __enter__(self) -> Workers:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def _submit(
        self, head: dict[str, Any], data: bytes, read: Callable[[dict[str, Any], bytes], T]
    ) -> Future[T]:
        self._in_hand.acquire()
        try:
            future = self._threads.submit(self._ask, head, data, read)
        except RuntimeError:
            self._in_hand.release()
            raise
        future.add_done_callback(lambda _: self._in_hand.release())
        return future

    def _ask(
        self, head: dict[str, Any], data: bytes, read: Callable[[dict[str, Any], bytes], T]
    ) -> T:
        if self._leaving.is_set():
            raise CancelledError
        if not data:
            raise EmptyFile
        if len(data) > MOST_BYTES:
            raise TooBig
        try:
            return self._tried(head, data, read)
        except (Crashed, RuntimeError):
            if self._leaving.is_set():  # it was we who ended it, perhaps before it had begun
                raise CancelledError from None
            raise

    def _tried(
        self, head: dict[str, Any], data: bytes, read: Callable[[dict[str, Any], bytes], T]
    ) -> T:
        worker = self._idle.get()
        try:
            return _answered(worker, head, data, read)
        except Swollen:
            pass
        finally:
            self._idle.put(worker)
        with self._one_huge:
            if self._leaving.is_set():
                raise CancelledError
            try:
                return _answered(self._huge, head, data, read)
            finally:
                self._huge.end()  # what it holds is worth more than the tenth of a second to start


def _answered(
    worker: _Worker, head: dict[str, Any], data: bytes, read: Callable[[dict[str, Any], bytes], T]
) -> T:
    """What a worker says of a picture. Raises Refused."""
    answer, body = worker.ask(head, data)
    if "refused" in answer:
        raise REASONS.get(str(answer["refused"]), Refused)
    try:
        return read(answer, body)
    except (BrokenRecord, KeyError) as nonsense:
        worker.end()
        raise Crashed from nonsense


def _seen(answer: dict[str, Any], body: bytes) -> Seen:
    looked: Looked = value_from_json(Looked, answer["looked"], "looked")
    return Seen(looked, body)


def _pieces(answer: dict[str, Any], _: bytes) -> tuple[Piece, ...]:
    return tuple(value_from_json(Piece, one, "prints") for one in answer["prints"])


def _picture(_: dict[str, Any], body: bytes) -> bytes:
    return body


class _Worker:
    """One worker process, and another after it when it has ended. One thread at a time."""

    def __init__(self, seconds: float, megabytes: int) -> None:
        self._seconds = seconds
        self._megabytes = megabytes
        self._process: subprocess.Popen[bytes] | None = None

    @property
    def pid(self) -> int | None:
        return self._process.pid if self._process else None

    def ask(self, head: dict[str, Any], data: bytes) -> tuple[dict[str, Any], bytes]:
        """Its answer. Raises TooSlow or Crashed; the next picture then gets a new process."""
        process = self._running()
        assert process.stdin is not None
        assert process.stdout is not None
        late = Event()

        def stop() -> None:
            late.set()
            process.kill()

        watch = Timer(self._seconds, stop)
        watch.daemon = True
        watch.start()
        try:
            send(process.stdin, head, data)
            return receive(process.stdout)
        except (OSError, Hung) as gone:
            self.end()
            raise (TooSlow if late.is_set() else Crashed) from gone
        finally:
            watch.cancel()
            if late.is_set():
                self.end()

    def start(self) -> None:
        """Have a process, if there is none."""
        self._running()

    def kill(self) -> None:
        """Have the thread that waits for it wait no more. From any thread."""
        process = self._process
        if process is not None:
            process.kill()

    def end(self) -> None:
        """End the process, whatever it is doing."""
        process, self._process = self._process, None
        if process is None:
            return
        process.kill()
        process.wait()
        for pipe in (process.stdout, process.stdin):
            if pipe is not None:
                try:
                    pipe.close()
                except OSError:
                    continue  # unsent bytes of a picture, and no one to send them to

    def _running(self) -> subprocess.Popen[bytes]:
        if self._process is not None and self._process.poll() is not None:
            self.end()
        if self._process is None:
            self._process = _started(self._megabytes)
            assert self._process.stdout is not None
            try:
                receive(self._process.stdout)
            except Hung as gone:
                self.end()
                raise RuntimeError("the photo worker does not start") from gone
        return self._process


def _started(megabytes: int) -> subprocess.Popen[bytes]:
    """A new worker process: no window, no inherited files, and none of our environment's secrets.

    `-P` keeps the current folder, which may be full of strangers' files, off the import path.
    """
    code = str(Path(__file__).resolve().parents[2])
    settings = {name: os.environ[name] for name in _NEEDED_BY_THE_SYSTEM if name in os.environ}
    settings |= {"PYTHONPATH": code, "LIFESTORY_PHOTO_MEGABYTES": str(megabytes)}
    # glibc otherwise keeps the memory of a big picture: 850 MB after 200 megapixels, so 25. And it
    # gives back that of a common one each time, only to have it cleared anew: a fifth of the work.
    settings |= {"MALLOC_MMAP_THRESHOLD_": str(32 << 20), "MALLOC_TRIM_THRESHOLD_": str(64 << 20)}
    frozen = getattr(sys, "frozen", False)
    command = [FROZEN_ARGUMENT] if frozen else ["-P", "-m", "lifestory.photos.worker"]
    return subprocess.Popen(  # noqa: S603 - our own program, and no argument from outside
        [sys.executable, *command],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=settings,
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    )
