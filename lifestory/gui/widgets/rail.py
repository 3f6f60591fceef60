"""The rail: a checkable entry for each place that can be made."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QScrollArea,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from lifestory.gui import icons, look
from lifestory.gui.seats import FEET, SEATS, Seat


class Rail(QFrame):
    """88 px at the left; entries of 60 with an icon over a word."""

    chosen = Signal(str)

    def __init__(self, built: tuple[str, ...]) -> None:
        super().__init__()
        self.entries: dict[str, QToolButton] = {}
        self.setProperty("part", "rail")
        self.setAccessibleName(self.tr("Places"))
        self._inside = inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 8, 0, 8)
        column.setSpacing(0)
        self._group = QButtonGroup(self)
        for seat in SEATS:
            if seat.name in built:
                column.addWidget(self._seat(seat))
        column.addStretch(1)
        for seat in FEET:
            column.addWidget(self._seat(seat))
        # Ten entries with text twice as large are higher than a small screen.
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setWidget(inside)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._scroll)
        self._fit()

    def _seat(self, seat: Seat) -> QToolButton:
        entry = self._entry(seat.title, seat.icon, seat.key)
        entry.clicked.connect(lambda: self.chosen.emit(seat.name))
        self.entries[seat.name] = entry
        self._group.addButton(entry)
        return entry

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and self.entries:
            self._fit()

    def _fit(self) -> None:
        letters = QFontMetrics(look.font(look.MINOR, QFont.Weight.DemiBold))
        widest = max(letters.horizontalAdvance(seat.title) for seat in (*SEATS, *FEET))
        self.setFixedWidth(max(88, widest + 24) + self._bar())

    def _bar(self) -> int:
        """How wide the bar is that scrolls the entries; 0 while they all have room."""
        high = self._inside.sizeHint().height()
        wide = self._scroll.verticalScrollBar().sizeHint().width()
        return wide if high > self.height() and self.isVisible() else 0

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._fit()

    def _entry(self, word: str, icon: str, key: str) -> QToolButton:
        entry = QToolButton()
        entry.setProperty("part", "entry")
        entry.setCheckable(True)
        entry.setText(word)
        entry.setAccessibleName(word)
        entry.setToolTip(f"{word}  {key}")
        entry.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextUnderIcon)
        entry.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        entry.setMinimumHeight(60)
        icons.dress(entry, icon, "quiet", 22)
        entry.setIconSize(QSize(22, 22))
        return entry

    def show_at(self, name: str) -> None:
        """Show which place one is in."""
        self.entries[name].setChecked(True)
        self._scroll.ensureWidgetVisible(self.entries[name], 0, 8)

    def show_child(self, *, chosen: bool) -> None:
        """The places of a child can be entered only when one is chosen."""
        for seat in SEATS:
            if seat.of_a_child and seat.name in self.entries:
                self.entries[seat.name].setEnabled(chosen)
