"""A worker that crashes, hangs or swells costs one picture and nothing else."""

from __future__ import annotations

import os
import signal
import sys
import threading
from concurrent.futures import CancelledError, Future, wait
from pathlib import Path
from typing import Any

import psutil
import pytest
from PIL import Image

from lifestory.photos.refusals import Crashed, TooBig, TooSlow
from lifestory.photos.workers import Workers


@pytest.fixture
def big(pictures: Any) -> bytes:
    """A picture that takes a second or so to open, however fast the machine."""
    return bytes(pictures.file(Image.new("RGB", (12_000, 9_000)), "PNG", compress_level=1))


def running(pool: Workers) -> psutil.Process:
    """The one worker, as soon as it is at work."""
    while not pool.pids():
        threading.Event().wait(0.01)
    return psutil.Process(pool.pids()[0])


def at_work(process: psutil.Process) -> None:
    """Return once the process has the picture in memory."""
    while process.memory_info().rss < 150 << 20:
        threading.Event().wait(0.01)


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
        at_work(worker)
        os.kill(worker.pid, getattr(signal, how))
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


def test_a_picture_that_takes_too_long_is_given_up(pictures: Any, big: bytes) -> None:
    small = pictures.file(pictures.quarters())
    with Workers(1, seconds=0.2) as pool:
        with pytest.raises(TooSlow):
            pool.look(big, "a.png")
        assert pool.look(small, "b.jpg").looked.width == 96


@pytest.mark.skipif(sys.platform == "win32", reason="the limit on memory is a POSIX one")
def test_a_picture_that_swells_is_refused_and_the_worker_goes_on(pictures: Any, big: bytes) -> None:
    small = pictures.file(pictures.quarters())
    with Workers(1, megabytes=256, huge_megabytes=256) as pool:
        with pytest.raises(TooBig):
            pool.look(big, "a.png")
        assert pool.look(small, "b.jpg").looked.width == 96


def test_two_pictures_are_opened_at_once(pictures: Any, rendition: Any) -> None:
    data = pictures.file(pictures.quarters(600, 400))
    with Workers(2) as pool:
        futures = [pool.submit_render(data, rendition(box=(50 + n, 50))) for n in range(12)]
        assert all(pictures.opened(future.result()).width <= 75 for future in futures)
        assert len(pool.pids()) == 2


def test_adding_waits_while_there_is_enough_in_hand(rendition: Any, big: bytes) -> None:
    begun: list[Future[bytes]] = []

    def add() -> None:
        for _ in range(4):
            begun.append(pool.submit_render(big, rendition()))

    with Workers(1) as pool:
        adding = threading.Thread(target=add)
        adding.start()
        at_work(running(pool))
        assert len(begun) == 2
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


def test_the_program_itself_never_loads_a_decoder() -> None:
    import subprocess

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
