"""A process that crashes leaves nothing of its memory on the disk, and no value in what it says."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from lifestory.photos.workers import Workers

linux = pytest.mark.skipif(sys.platform != "linux", reason="dumps are this system's own affair")

NAME = "Featherstonehaugh"

MISTAKES = f"""
import gc, sys, threading
from lifestory.app import mistakes
mistakes.tell_no_values()
class Dropped:
    def __del__(self):
        raise ValueError("{NAME}")
def break_off():
    raise ValueError("{NAME}")
one = threading.Thread(target=break_off)
one.start()
one.join()
made = Dropped()
del made
gc.collect()
break_off()
"""

WINDOW = f"""
import sys
from PySide6.QtCore import QTimer, qWarning
from PySide6.QtWidgets import QApplication
from lifestory import __main__
from lifestory.gui import jobs, window

def break_off(*_):
    raise ValueError("{NAME}")

class Broken(window.Window):
    def __init__(self, *given):
        super().__init__(*given)
        QTimer.singleShot(0, break_off)
        QTimer.singleShot(0, lambda: self.jobs.read("", break_off))
        QTimer.singleShot(0, lambda: qWarning("{NAME}.jpg"))
        QTimer.singleShot(500, self.tell)
    def tell(self):
        print(*self.unlock.messages.standing)
        QApplication.quit()

from lifestory.gui import application
application.Window = Broken
sys.argv[1:] = []
raise SystemExit(__main__.main())
"""


def _settings(home: Path) -> dict[str, str]:
    """A home of its own, in which logs and settings are found again."""
    names = ("HOME", "XDG_STATE_HOME", "XDG_CONFIG_HOME", "LOCALAPPDATA", "APPDATA")
    code = str(Path(__file__).resolve().parents[1])
    return {**os.environ, **dict.fromkeys(names, str(home)), "PYTHONPATH": code}


@pytest.mark.parametrize("script", [MISTAKES, WINDOW], ids=["every thread", "the window"])
def test_what_nobody_catches_is_told_by_its_places_alone(script: str, tmp_path: Path) -> None:
    ended = subprocess.run(
        [sys.executable, "-c", script],
        capture_output=True,
        text=True,
        env=_settings(tmp_path),
        timeout=60,
        check=False,
    )
    logs = "".join(path.read_text(encoding="utf-8") for path in tmp_path.rglob("*.log"))
    assert logs.count("ValueError") >= 2
    assert "break_off" in logs
    assert not [
        path
        for path in (*tmp_path.rglob("*"),)
        if path.is_file() and NAME.encode() in path.read_bytes()
    ]
    assert NAME not in ended.stdout + ended.stderr
    assert "Traceback" not in ended.stderr


def _wait_until(so: Callable[[], bool]) -> None:
    until = time.monotonic() + 30
    while not so():
        assert time.monotonic() < until
        time.sleep(0.02)


def _reads(pipe: Path, held: list[int]) -> bool:
    """A pipe can be opened for writing at once only when somebody has begun to read it; who reads
    goes on waiting while it is `held`."""
    try:
        held.append(os.open(pipe, os.O_WRONLY | os.O_NONBLOCK))
    except OSError:
        return False
    return True


def _dumped(command: list[str], where: Path, kept: Path) -> bool:
    """Whether the system wrote a dump when the process, waiting to read `kept`, was crashed."""
    process = subprocess.Popen(
        ["sh", "-c", 'ulimit -c "$(ulimit -Hc)"; exec "$@"', "sh", *command],
        cwd=where,
        env=_settings(where),
        stdin=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    held: list[int] = []
    _wait_until(lambda: process.poll() is None and _reads(kept, held))
    process.send_signal(signal.SIGABRT)
    _, status = os.waitpid(process.pid, 0)
    os.close(held[0])
    process.returncode = -signal.SIGABRT
    assert os.WTERMSIG(status) == signal.SIGABRT
    return os.WCOREDUMP(status) or bool(list(where.glob("core*")))


@pytest.fixture
def pipe(tmp_path: Path) -> Path:
    """A file that nobody writes to: who reads it waits."""
    made = tmp_path / "pipe"
    os.mkfifo(made)
    return made


@linux
def test_a_crash_writes_no_dump(tmp_path: Path, pipe: Path) -> None:
    (tmp_path / "store").mkdir()
    ours = [sys.executable, "-m", "lifestory", "store", "new", "other", "--passphrase-file"]
    assert not _dumped([*ours, str(pipe)], tmp_path, pipe)


@linux
def test_without_our_word_this_system_would_write_one(tmp_path: Path, pipe: Path) -> None:
    if not _dumped([sys.executable, "-c", f"open({str(pipe)!r}).read()"], tmp_path, pipe):
        pytest.skip("this system writes no dumps at all")


@pytest.fixture
def workers() -> Iterator[Workers]:
    with Workers(1) as made:
        made.warm()
        yield made


def _most_dumped(pid: int) -> list[str]:
    lines = Path(f"/proc/{pid}/limits").read_text(encoding="utf-8").splitlines()
    return next(line.split()[4:6] for line in lines if line.startswith("Max core file size"))


@linux
def test_neither_a_photo_worker_nor_the_window_may_dump(tmp_path: Path, workers: Workers) -> None:
    (worker,) = workers.pids()
    assert _most_dumped(worker) == ["0", "0"]
    window = subprocess.Popen([sys.executable, "-m", "lifestory"], env=_settings(tmp_path))
    try:
        _wait_until(lambda: window.poll() is None and _most_dumped(window.pid) == ["0", "0"])
    finally:
        window.kill()
        window.wait()
