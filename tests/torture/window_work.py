"""A worker at the window who never stops: writes, brings in photos and exports, and tells on its
standard output of everything the window has called saved. To be killed at any moment."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from itertools import count
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QSettings
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication

from lifestory.app.timeline import add_milestone
from lifestory.domain.dates import HonestDate
from lifestory.domain.media import Photo
from lifestory.domain.readers import Band
from lifestory.gui.application import prepare
from lifestory.gui.clerks.children import ChildrenClerk
from lifestory.gui.settings import Settings
from lifestory.gui.window import Window


def say(words: str) -> None:
    sys.stdout.write(f"{words}\n")
    sys.stdout.flush()


def work(folder: Path, passphrase: str) -> None:
    application = QApplication([])
    prepare(application)
    kept = QSettings(str(folder.parent / "settings.ini"), QSettings.Format.IniFormat)
    window = Window(Settings(kept), folder)
    window.show()

    def until(true: Callable[[], bool]) -> None:
        while not true():
            application.processEvents()

    window.desk.open(folder, passphrase)
    until(lambda: bool(window.clerk(ChildrenClerk).cards))
    window.act(f"child:{window.clerk(ChildrenClerk).cards[0].child}")
    until(lambda: window.desk.found is not None)
    found = window.desk.found
    assert found is not None
    window.desk.changed.connect(lambda _: say(f"photos {len(found.case.records.of(Photo))}"))
    for number in count(1):
        window.go("photos")
        made = photographs(folder.parent / f"from the phone {os.getpid()} {number}", number)
        window.place.brought.emit(made)  # type: ignore[attr-defined]
        for letter in "ABCDE":
            add(window, f"{letter} {number} of {os.getpid()}")
        window.go("handover")
        if window.place.edition.currentData() is not None:  # type: ignore[attr-defined]
            window.place._export_to(str(folder.parent / "book.pdf"))  # type: ignore[attr-defined]
        until(lambda: not window.jobs.running)


def add(window: Window, words: str) -> None:
    found = window.desk.found
    assert found is not None
    job = window.desk.write(
        window.place.messages,
        lambda: add_milestone(found, words, HonestDate.unknown(), Band.FIRST_READER),
    )
    job.done.connect(lambda _: say(f"milestone {words}"))


def photographs(folder: Path, shade: int) -> list[Path]:
    folder.mkdir()
    made = []
    for number in range(3):
        image = QImage(300, 200, QImage.Format.Format_RGB32)
        image.fill(QColor(number * 9, shade % 256, 60))
        made.append(folder / f"{number}.png")
        image.save(str(made[-1]))
    return made


if __name__ == "__main__":
    work(Path(sys.argv[1]), sys.argv[2])
