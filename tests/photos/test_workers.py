"""A worker that crashes, hangs or swells costs one picture and nothing else."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from concurrent.futures import CancelledError, Future, wait
from pathlib import Path
from typing import Any

import psutil
import pytest
from PIL import Image

from lifestory.photos.framing import receive, send
from lifestory.photos.refusals import Crashed, TooBig, TooSlow
from lifestory.photos.workers import FROZEN_ARGUMENT, Workers

NARROW = 128
"""MB: enough for a worker and a small picture, not for the big one."""


@pytest.fixture(scope="module")
def big(pictures: Any) -> bytes:
    """A picture that takes some tenths of a second to open and 160 MB."""
    return bytes(pictures.file(Image.new("RGB", (8_000, 5_000)), "PNG", compress_level=1))


def running(pool: Workers) -> psutil.Process:
    """The one worker, as soon as there is one."""
    while not pool.pids():
        threading.Event().wait(0.01)
    return psutil.Process(pool.pids()[0])


def held(pool: Workers) -> psutil.Process:
    """The one worker, ready, and held until it is told to go on: what it is given, it has."""
    pool.warm()
    worker = running(pool)
    worker.suspend()
    return worker


@pytest.mark.skipif(sys.platform == "win32", reason="there are no signals to send")
@pytest.mark.parametrize("how", ["SIGKILL", "SIGSEGV", "SIGABRT"])
def test_a_worker_killed_over_a_picture_costs_that_one(
    pictures: Any, rendition: Any, big: bytes, how: str
) -> None:
    small = pictures.file(pictures.quarters())
    with Workers(1) as pool:
        lost = pool.submit_render(big, rendition())
        waiting = pool.submit_look(small, "a.jpg")
        worker = running(pool)
        while worker.memory_info().rss < 100 << 20:  # until it has the picture in memory
            threading.Event().wait(0.005)
        worker.suspend()
        os.kill(worker.pid, getattr(signal, how))
        os.kill(worker.pid, signal.SIGCONT)
        with pytest.raises(Crashed):
            lost.result()
        assert waiting.result().looked.width == 96
        assert pool.look(small, "b.jpg").looked.width == 96
        assert pool.pids() != (worker.pid,)


def test_a_worker_killed_between_pictures_costs_none(pictures: Any) -> None:
    small = pictures.file(pictures.quarters())
    with Workers(1) as pool:
        pool.look(small, "a.jpg")
        worker = psutil.Process(pool.pids()[0])
        worker.kill()
        worker.wait()
        assert pool.look(small, "b.jpg").looked.width == 96


def test_a_picture_that_takes_too_long_is_given_up(pictures: Any) -> None:
    small = pictures.file(pictures.quarters())
    with Workers(1, seconds=0.2) as pool:
        held(pool)
        with pytest.raises(TooSlow):
            pool.look(small, "a.png")
        assert pool.look(small, "b.jpg").looked.width == 96


@pytest.mark.skipif(sys.platform == "win32", reason="the limit on memory is a POSIX one")
def test_a_picture_that_swells_is_refused_and_the_worker_goes_on(pictures: Any, big: bytes) -> None:
    small = pictures.file(pictures.quarters())
    with Workers(1, megabytes=NARROW, huge_megabytes=NARROW) as pool:
        with pytest.raises(TooBig):
            pool.look(big, "a.png")
        assert pool.look(small, "b.jpg").looked.width == 96


def test_two_pictures_are_opened_at_once(pictures: Any, rendition: Any) -> None:
    data = pictures.file(pictures.quarters(600, 400))
    with Workers(2) as pool:
        futures = [pool.submit_render(data, rendition(box=(50 + n, 50))) for n in range(12)]
        assert all(pictures.opened(future.result()).width <= 75 for future in futures)
        assert len(pool.pids()) == 2


def test_adding_waits_while_there_is_enough_in_hand(pictures: Any, rendition: Any) -> None:
    small = pictures.file(pictures.quarters())
    begun: list[Future[bytes]] = []

    def add() -> None:
        for _ in range(4):
            begun.append(pool.submit_render(small, rendition()))

    with Workers(1) as pool:
        worker = held(pool)
        adding = threading.Thread(target=add)
        adding.start()
        adding.join(0.2)
        assert adding.is_alive()
        assert len(begun) == 2
        worker.resume()
        adding.join()
        assert len(begun) == 4
        assert begun[0].done()
    wait(begun)


def test_leaving_ends_the_workers_and_drops_what_has_not_begun(rendition: Any, big: bytes) -> None:
    with Workers(1) as pool:
        first = pool.submit_render(big, rendition())
        second = pool.submit_render(big, rendition())
        worker = running(pool)
    assert first.done()
    with pytest.raises(CancelledError):
        second.result()
    assert not worker.is_running()
    with pytest.raises(RuntimeError):
        pool.submit_render(big, rendition())


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="reads /proc")
def test_a_worker_knows_no_secret_of_ours(pictures: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LIFESTORY_PASSPHRASE_FILE", "/a/secret")
    with Workers(1) as pool:
        pool.look(pictures.file(pictures.quarters()), "a.jpg")
        worker = psutil.Process(pool.pids()[0])
        assert "LIFESTORY_PASSPHRASE_FILE" not in worker.environ()
        assert not worker.open_files()
        loaded = {os.path.basename(one.path) for one in worker.memory_maps()}  # noqa: PTH119
        assert not [name for name in loaded if "Qt" in name or "sqlcipher" in name]


@pytest.mark.skipif(sys.platform == "win32", reason="the limit on memory is a POSIX one")
def test_what_swells_is_tried_once_more_alone_while_others_go_on(pictures: Any, big: bytes) -> None:
    small = pictures.file(pictures.quarters())
    with Workers(2, megabytes=NARROW) as pool:
        swollen = [pool.submit_look(big, "a.png") for _ in range(2)]
        others = [pool.submit_look(small, "b.jpg") for _ in range(6)]
        most = 0
        while not all(one.done() for one in swollen):
            sizes = [psutil.Process(pid).memory_info().rss for pid in alive(pool)]
            most = max(most, sum(rss > NARROW << 20 for rss in sizes))
            threading.Event().wait(0.01)
        assert [one.result().looked.width for one in swollen] == [8_000, 8_000]
        assert all(one.result().looked.width == 96 for one in others)
    assert most <= 1


def alive(pool: Workers) -> list[int]:
    return [pid for pid in pool.pids() if psutil.pid_exists(pid)]


@pytest.mark.skipif(sys.platform == "win32", reason="the limit on memory is a POSIX one")
def test_leaving_does_not_wait_long_for_a_second_try(
    big: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("lifestory.photos.workers.PATIENCE", 0.2)
    pool = Workers(2, megabytes=NARROW)
    waiting = [pool.submit_look(big, "a.png") for _ in range(2)]
    while len(pool.pids()) < 3:  # the third is the one for the second try
        threading.Event().wait(0.01)
    psutil.Process(pool.pids()[-1]).suspend()
    began = time.monotonic()
    pool.close()
    assert time.monotonic() - began < 5
    for one in waiting:
        with pytest.raises(CancelledError):
            one.result()
    assert pool.pids() == ()


def test_a_frozen_program_starts_its_workers_by_a_word_to_itself(pictures: Any) -> None:
    """As `python -m lifestory` here; what answers has loaded no window and no store."""
    for command in (["-m", "lifestory"], ["-c", "from lifestory.__main__ import window; window()"]):
        with subprocess.Popen(
            [sys.executable, *command, FROZEN_ARGUMENT],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE,
        ) as process:  # fmt: skip
            assert process.stdin is not None
            assert process.stdout is not None
            assert receive(process.stdout)[0] == {"ready": True}
            head = {"do": "look", "file_name": "a.jpg", "page": 0}
            send(process.stdin, head, pictures.file(pictures.quarters()))
            answer, body = receive(process.stdout)
            assert answer["looked"]["width"] == 96
            assert body.startswith(b"\xff\xd8")
            if sys.platform.startswith("linux"):
                maps = psutil.Process(process.pid).memory_maps()
                loaded = {os.path.basename(one.path) for one in maps}  # noqa: PTH119
                assert not [name for name in loaded if "Qt" in name or "sqlcipher" in name]
            process.stdin.close()
            assert process.wait(20) == 0


def test_the_program_itself_never_loads_a_decoder() -> None:
    code = "import sys, lifestory.photos.workers; sys.exit('PIL' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_a_worker_runs_nothing_from_the_folder_we_stand_in(
    pictures: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("json.py", "PIL.py", "lifestory.py"):
        tmp_path.joinpath(name).write_text("raise SystemExit", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    with Workers(1) as pool:
        assert pool.look(pictures.file(pictures.quarters()), "a.jpg").looked.width == 96
