"""Thousands of files let go over the real window at once, and what that costs."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from PIL import Image
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QTimer, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication

from lifestory.domain.media import Photo
from tests.bench.screen import HEARTBEAT, found_in, heartbeat, opened_on, settle, until
from tests.bench.watching import watched

FILES = 5_000


def _make(folder: Path) -> list[Path]:
    """Small pictures, each unlike the others, dated over many years by their names."""
    folder.mkdir()
    made = []
    for n in range(FILES):
        name = f"IMG_{2010 + n % 14}{n % 12 + 1:02}{n % 28 + 1:02}_{n:06}.jpg"
        made.append(folder / name)
        shade = (n % 256, n // 256, 120)
        Image.new("RGB", (64, 48), shade).save(made[-1], quality=95)
        with made[-1].open("ab") as file:
            file.write(n.to_bytes(4, "big"))  # after the picture: a JPEG of one shade has doubles
    return made


@dataclass(frozen=True)
class Dropped:
    """What became of them. `busy` is the longest the window's own thread worked between two beats,
    in ms of its processor, which other work on the machine does not lengthen; `gap` the longest
    time between two by the clock; `peak` MB of memory."""

    photos: int
    counted: str
    busy: float
    gap: float
    peak: float
    seconds: float


@contextmanager
def _working() -> Iterator[list[float]]:
    """Gives the ms of processor this thread used between the beats of a timer."""
    spans: list[float] = []
    last = time.thread_time()

    def beat() -> None:
        nonlocal last
        now = time.thread_time()
        spans.append((now - last) * 1000)
        last = now

    timer = QTimer()
    timer.timeout.connect(beat)
    timer.start(HEARTBEAT)
    yield spans
    timer.stop()


def dropped(folder: Path) -> Dropped:
    """Let them go over a window on the store in this folder, and wait until all are in."""
    with opened_on(folder / "store") as window:
        window.go("photos")
        settle(window)
        carried = QMimeData()
        carried.setUrls([QUrl.fromLocalFile(str(file)) for file in _make(folder / "files")])
        copy, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
        none = Qt.KeyboardModifier.NoModifier
        at = QPoint(300, 300)
        with watched() as cost, heartbeat() as gaps, _working() as spans:
            QApplication.sendEvent(window.place, QDragEnterEvent(at, copy, carried, left, none))
            drop = QDropEvent(QPointF(at), copy, carried, left, none)
            QApplication.sendEvent(window.place, drop)
            until(lambda: not window.jobs.running)
        settle(window)
        there = len(found_in(window).case.records.of(Photo))
        counted = window.place.count.text()
        return Dropped(there, counted, max(spans), max(gaps), cost.peak, cost.seconds)
