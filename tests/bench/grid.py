"""The grid of ten thousand photos: what its first screen costs."""

from __future__ import annotations

import time
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from lifestory.app.album import Album, PhotoLook
from lifestory.domain.dates import HonestDate
from lifestory.domain.media import Photo
from lifestory.gui.application import prepare
from lifestory.gui.models.grid import GridModel, Index
from lifestory.gui.models.groups import By, rows_of
from lifestory.gui.models.shown import Show
from lifestory.gui.widgets.photo_grid import PhotoGrid
from tests.bench.figures import Figure
from tests.bench.place import Place
from tests.bench.screen import breathe
from tests.bench.watching import apart

_PHOTOS, _TRIES = 10_000, 3
_SCREEN = (1366, 768)


class _Asked(GridModel):
    """Counts what the view asks of it."""

    asked = 0

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        self.asked += 1
        return super().data(index, role)


def measure(place: Place) -> Iterator[Figure]:
    """The best of a few tries; the second figure is the same in all."""
    tries = [apart(_shown) for _ in range(_TRIES)]
    what = f"first paint of {_PHOTOS:,} photos"
    yield Figure(what, min(paint for paint, _ in tries) * 1000, 60, "ms")
    yield Figure("calls of data() until then", max(asked for _, asked in tries), 700)


def _shown() -> tuple[float, int]:
    """(seconds from the rows given to the painted screen, calls of data() by then)."""
    application = QApplication([])
    prepare(application)
    first = date(2017, 3, 14)
    looks = tuple(
        PhotoLook(Photo(taken=HonestDate.on(first + timedelta(days=number // 4))))
        for number in range(_PHOTOS)
    )
    rows = rows_of(Album(looks=looks), Show.ALL, None, By.DATE)
    model = _Asked()
    grid = PhotoGrid(model)
    grid.resize(*_SCREEN)
    grid.show()
    breathe(100)
    began = time.perf_counter()
    model.show(rows)
    grid.viewport().repaint()
    return time.perf_counter() - began, model.asked
