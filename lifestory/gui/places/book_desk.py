"""The desk the pages lie on: the spread, the way through the book, the photos not used yet."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from lifestory.gui import icons
from lifestory.gui.models.frames import Frame
from lifestory.gui.models.spreads import Spread
from lifestory.gui.widgets import parts
from lifestory.gui.widgets.photo_bin import PhotoBin
from lifestory.gui.widgets.spread import SpreadView


class BookDesk(QFrame):
    """`turned` carries +1 or -1."""

    turned = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("part", "desk")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.view = SpreadView()
        self.view.turned.connect(self.turned)
        column.addWidget(self.view, 1)
        self.nothing = parts.label(tone="quiet", wrap=True)
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column.addWidget(self.nothing, 1)
        self.nothing.hide()
        column.addLayout(self._way())
        column.addWidget(parts.rule())
        self.bin = PhotoBin()
        self.view.drops.lifted.connect(self.bin.await_photo)
        column.addWidget(self.bin)

    def _way(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(24, 8, 24, 4)
        row.setSpacing(12)
        self.back = parts.button(self.tr("Back"), "chevron-left", "quiet", "small")
        self.next = parts.button(self.tr("Next"), "chevron-right", "quiet", "small")
        self.next.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        icons.dress(self.next, "chevron-right")
        self.where = parts.label(kind="minor", tone="quiet")
        self.back.clicked.connect(lambda: self.turned.emit(-1))
        self.next.clicked.connect(lambda: self.turned.emit(+1))
        row.addStretch(1)
        for widget in (self.back, self.where, self.next):
            row.addWidget(widget)
        row.addStretch(1)
        return row

    def show_way(self, spread: Spread, at: int, last: int, pages: int) -> None:
        """Say where in the book this spread is, the one numbered `at` of 0 to `last`."""
        self.back.setEnabled(at > 0)
        self.next.setEnabled(at < last)
        self.where.setText(self._says_where(spread, pages))
        self.view.setVisible(bool(spread.plans))
        self.nothing.setVisible(not spread.plans)
        says = self.tr("{called} has no page yet. Choose at the right what fills it.")
        self.nothing.setText("" if spread.plans else says.format(called=spread.called))

    def _says_where(self, spread: Spread, pages: int) -> str:
        if not spread.plans:
            return spread.called
        several = len(spread.plans) > 1
        said = (
            self.tr("Pages {pages} of {total}") if several else self.tr("Page {pages} of {total}")
        )
        part = self.tr(" · part: {part}").format(part=spread.part) if spread.part else ""
        return said.format(pages=spread.numbers, total=pages) + part

    def show_pages(self, spread: Spread, pdf: bytes, frames: Sequence[Frame]) -> None:
        """Show the pages of a spread; a right-hand page that stands alone is bound at its left."""
        right = len(spread.plans) == 1 and spread.plans[0].side == "right"
        self.view.show_pdf(pdf, frames, binds_left=right)
