"""Photos that look alike, side by side: which stay, or that they are different after all."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from lifestory.app.album import PhotoLook
from lifestory.gui.widgets import parts
from lifestory.gui.widgets.double_photo import DoublePhoto
from lifestory.gui.widgets.flow import Flow
from lifestory.gui.widgets.tick_box import TickBox


class DoubleGroup(QFrame):
    """`kept` carries the id of the best that stays, those of the ones that go, and whether it
    stands in their places from now on; `different` the ids of all."""

    kept = Signal(object, list, bool)
    different = Signal(list)

    def __init__(self, looks: Sequence[PhotoLook]) -> None:
        super().__init__()
        self.looks = tuple(looks)
        self.setProperty("part", "card")
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(8)
        words = self.tr("{count} photos look alike").format(count=len(looks))
        self.setAccessibleName(words)
        column.addWidget(parts.label(words, "strong", wrap=True))
        row = QWidget()
        flow = Flow(row)
        flow.setContentsMargins(0, 0, 0, 0)
        flow.setSpacing(12)
        self.photos = [DoublePhoto(one, best=not at) for at, one in enumerate(looks)]
        for photo in self.photos:
            flow.leading.addWidget(photo)
            photo.toggled.connect(lambda _: self._settle())
        column.addWidget(row)
        self.places = TickBox(self.tr("The one that stays also takes their places in the books"))
        self.places.setChecked(True)
        column.addWidget(self.places)
        self.why = parts.label(kind="minor", tone="quiet", wrap=True)
        column.addWidget(self.why)
        line = QHBoxLayout()
        line.setSpacing(8)
        self.keep = parts.button(self.tr("Keep the best, bin the others"), "check")
        self.apart = parts.button(self.tr("These are different"), "", "quiet")
        self.keep.clicked.connect(self._keep)
        self.apart.clicked.connect(lambda: self.different.emit(self.ids))
        line.addWidget(self.keep)
        line.addWidget(self.apart)
        line.addStretch(1)
        column.addLayout(line)
        self._settle()

    @property
    def ids(self) -> list[UUID]:
        """The photos, the best one first."""
        return [one.photo.id for one in self.looks]

    def _settle(self) -> None:
        stay = [one for one in self.photos if one.isChecked()]
        go = [one for one in self.photos if not one.isChecked()]
        others = self.tr("Keep the best, bin the other")
        if len(go) > 1:
            others = self.tr("Keep the best, bin the others")
        if stay != self.photos[:1]:
            others = self.tr("Keep {stay}, bin {go}").format(stay=len(stay), go=len(go))
        self.keep.setText(others)
        self.keep.setAccessibleName(others)
        self.keep.setEnabled(bool(stay and go))
        used = sum(one.look.used for one in go)
        self.places.setVisible(bool(stay and used))
        why = ""
        if not stay:
            why = self.tr("Choose one that stays.")
        elif not go:
            why = self.tr("All of them stay. Press one that may go.")
        elif used:
            why = self.tr("One that goes is on a page of a book.")
            if used > 1:
                why = self.tr("Those that go are on {count} pages of the books.").format(count=used)
        self.why.setText(why)
        self.why.setVisible(bool(why))

    def _keep(self) -> None:
        stay = [one.look.photo.id for one in self.photos if one.isChecked()]
        go = [one.look.photo.id for one in self.photos if not one.isChecked()]
        if stay and go:
            self.kept.emit(stay[0], go, self.places.isChecked())
