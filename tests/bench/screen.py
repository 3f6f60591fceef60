"""A window to measure, in a process of its own: shown, driven by its real event loop, watched."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QEventLoop, QSettings, Qt, QTimer
from PySide6.QtWidgets import QApplication

from lifestory.app.open_case import FoundChild
from lifestory.gui.application import prepare
from lifestory.gui.clerks.children import ChildrenClerk
from lifestory.gui.settings import Settings
from lifestory.gui.window import Window
from tests.bench.place import PASSPHRASE

HEARTBEAT = 5
"""Milliseconds between two looks at whether the window still answers."""
_PATIENCE = 600.0


@contextmanager
def shown(folder: Path) -> Iterator[Window]:
    """The window, locked, on the store in this folder; its settings lie beside it."""
    application = QApplication.instance() or QApplication([])
    assert isinstance(application, QApplication)
    prepare(application)
    kept = QSettings(str(folder.with_suffix(".ini")), QSettings.Format.IniFormat)
    window = Window(Settings(kept), folder)
    window.show()
    breathe(100)
    yield window
    window.close()


@contextmanager
def opened_on(folder: Path) -> Iterator[Window]:
    """The window with the store open and its only child on the desk."""
    with shown(folder) as window:
        unlock(window)
        clerk = window.clerk(ChildrenClerk)
        until(lambda: bool(clerk.cards))
        clerk.open_child(clerk.cards[0].child)
        until(lambda: window.desk.found is not None)
        settle(window)
        yield window


def unlock(window: Window) -> None:
    """Type the passphrase, press the button, and wait until it is open."""
    window.unlock.passphrase.field.setText(PASSPHRASE)
    window.unlock.open.click()
    until(lambda: window.desk.is_open)


def found_in(window: Window) -> FoundChild:
    """The child on the desk."""
    assert window.desk.found is not None
    return window.desk.found


def until(holds: Callable[[], object]) -> None:
    """Let the window run until something holds, which is asked at every beat."""
    ends = time.monotonic() + _PATIENCE
    loop, timer = QEventLoop(), QTimer()

    def ask() -> None:
        if holds() or time.monotonic() > ends:
            loop.quit()

    timer.timeout.connect(ask)
    timer.start(HEARTBEAT)
    if not holds():
        loop.exec()
    timer.stop()
    assert holds(), "what was waited for never came"


def settle(window: Window) -> None:
    """Let it run until nothing runs any more, and what came of it has been shown."""
    for _ in range(3):
        until(lambda: not window.jobs.running)
        breathe(60)


def breathe(milliseconds: int) -> None:
    """Let it run for so long."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


@contextmanager
def heartbeat() -> Iterator[list[float]]:
    """Gives the milliseconds between the beats of a timer of 5, which the window's own thread
    hears: the longest is how long the window did not answer."""
    gaps: list[float] = []
    last = time.perf_counter()

    def beat() -> None:
        nonlocal last
        now = time.perf_counter()
        gaps.append((now - last) * 1000)
        last = now

    timer = QTimer()
    timer.setTimerType(Qt.TimerType.PreciseTimer)
    timer.timeout.connect(beat)
    timer.start(HEARTBEAT)
    yield gaps
    beat()
    timer.stop()
