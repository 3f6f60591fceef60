"""The window while everything in it lives: how long it ever keeps one waiting."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from statistics import median, quantiles

from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from lifestory.app.stories import write_text
from lifestory.domain.media import Photo
from lifestory.domain.stories import Passage
from lifestory.gui.models.spreads import Spread
from lifestory.gui.places.book import Book
from lifestory.gui.places.handover import HandOver
from lifestory.gui.places.photos import Photos
from lifestory.gui.places.story import Story
from lifestory.gui.window import Window
from tests.bench.album import BAND, with_book
from tests.bench.figures import Figure
from tests.bench.place import Place, new_child, new_store
from tests.bench.screen import breathe, found_in, heartbeat, opened_on, settle, until
from tests.bench.watching import apart

_LETTERS = "and then we went down to the sea and it was cold but we went in " * 3
_BETWEEN = 30
"""Milliseconds between two letters: a quick typist."""
_TURNS = 10


@dataclass(frozen=True, slots=True)
class _Lived:
    typing: float
    keystroke: float
    edited: float
    turn: float
    backup: float
    export: float


def measure(place: Place) -> Iterator[Figure]:
    """Gaps are the longest between two beats of a timer of 5 ms."""
    apart(with_book, place)
    bringing = apart(_brought_in, place)
    lived = apart(_lived, place)
    gap = "longest gap while"
    yield Figure(f"{gap} {place.count} photos come in", bringing.gap, 50, "ms")
    yield Figure("from the drop to the first empty cell", bringing.cell, 0.3, "s")
    yield Figure("from the drop to the first photo", bringing.photo, unit="s")
    yield Figure(f"{gap} one types", lived.typing, 50, "ms")
    yield Figure(f"{gap} a backup is made", lived.backup, 50, "ms")
    yield Figure(f"{gap} a book of 100 pages is made", lived.export, 50, "ms")
    yield Figure("a keystroke (19 of 20 are quicker)", lived.keystroke, 16, "ms")
    yield Figure("an edited page is seen after the pause", lived.edited, 150, "ms")
    yield Figure("a page is turned", lived.turn, 100, "ms")


@dataclass(frozen=True, slots=True)
class _Brought:
    gap: float
    cell: float
    photo: float


def _brought_in(place: Place) -> _Brought:
    """Dropped on an empty grid, which fills while they come."""
    folder = place.folder / "living"
    with new_store(folder) as store:
        new_child(store)
    place.photos()
    with opened_on(folder) as window:
        window.go("photos")
        settle(window)
        photos = window.place
        assert isinstance(photos, Photos)
        with heartbeat() as gaps:
            began = time.perf_counter()
            _drop(photos, place.folder / "pictures")
            until(lambda: (photos.coming.isVisible() and photos.coming.count) or photos.model.rows)
            window.repaint()
            cell = time.perf_counter() - began
            until(lambda: photos.model.rows)
            window.repaint()
            photo = time.perf_counter() - began
            settle(window)
        assert len(found_in(window).case.records.of(Photo)) == place.count
    return _Brought(max(gaps), cell, photo)


def _lived(place: Place) -> _Lived:
    with opened_on(place.store) as window:
        typing, keystroke = _typed(window)
        edited, turn = _leafed(window)
        window.go("handover")
        settle(window)
        handover = window.place
        assert isinstance(handover, HandOver)
        backups, book = place.folder / "backups", place.folder / "living.pdf"
        backups.mkdir()
        backup = _longest(window, lambda: handover.backup.emit(backups))
        edition = handover.edition.currentData()
        export = _longest(window, lambda: handover.export.emit(edition, book))
        assert book.is_file()
    return _Lived(typing, keystroke, edited, turn, backup, export)


def _longest(window: Window, act: Callable[[], object]) -> float:
    """The longest gap from the act until nothing runs any more."""
    with heartbeat() as gaps:
        act()
        settle(window)
    return max(gaps)


def _typed(window: Window) -> tuple[float, float]:
    """(longest gap, what 19 of 20 keystrokes are quicker than), in milliseconds."""
    window.go("story")
    settle(window)
    story = window.place
    assert isinstance(story, Story)
    story.choose(found_in(window).case.records.of(Passage)[0].id)
    settle(window)
    strokes = []
    with heartbeat() as gaps:
        for letter in _LETTERS:
            began = time.perf_counter()
            QTest.keyClicks(story.editor.text, letter)
            QApplication.sendPostedEvents()
            story.editor.text.viewport().repaint()
            strokes.append((time.perf_counter() - began) * 1000)
            breathe(_BETWEEN)
        settle(window)
    return max(gaps), quantiles(strokes, n=20)[-1]


def _leafed(window: Window) -> tuple[float, float]:
    """(from the kept words to the page with them, a turn of the page), in milliseconds."""
    window.go("book")
    book = window.place
    assert isinstance(book, Book)
    until(lambda: book.model.rowCount() > 3 and book.view.complete)
    settle(window)
    turns = [_until_new(window, book, lambda: _press_right(book)) for _ in range(_TURNS)]
    assert book.edition is not None
    book.go_to(frozenset({book.edition.sections[0].blocks[0].id}))
    settle(window)
    edits = [
        _until_new(window, book, lambda number=number: _write(window, number))  # type: ignore[misc]
        for number in range(_TURNS)
    ]
    return median(edits), median(turns)


def _press_right(book: Book) -> None:
    QTest.keyClick(book.view, Qt.Key.Key_Right)


def _write(window: Window, number: int) -> None:
    """What the story says once one pauses."""
    case = found_in(window).case
    passage = case.records.of(Passage)[0]
    text = f"{passage.texts[BAND]} And that was day {number}."
    window.desk.write(window.place.messages, lambda: write_text(case, passage, BAND, text))


def _until_new(window: Window, book: Book, act: Callable[[], None]) -> float:
    """Milliseconds from an act until other pages are seen, whole."""
    before, began = book.spread, time.perf_counter()
    act()
    until(lambda: _key(book.spread) != _key(before) and book.view.complete)
    took = (time.perf_counter() - began) * 1000
    settle(window)
    return took


def _key(spread: Spread | None) -> str:
    return spread.key if spread else ""


def _drop(photos: Photos, folder: Path) -> None:
    carried = QMimeData()
    carried.setUrls([QUrl.fromLocalFile(str(folder))])
    copy, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    none = Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(photos, QDragEnterEvent(QPoint(9, 9), copy, carried, left, none))
    QApplication.sendEvent(photos, QDropEvent(QPointF(9, 9), copy, carried, left, none))
