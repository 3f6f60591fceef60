"""A choice of one from a list that opens under it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QFrame, QStyledItemDelegate, QStyleOptionViewItem

from lifestory.gui import icons, look

Index = QModelIndex | QPersistentModelIndex
_RULE = 9


@dataclass(frozen=True, slots=True)
class _Held:
    """A value that Qt keeps as it is: bare, it would give back a StrEnum as a plain str, and a
    tuple as a list."""

    value: object


_COMMANDS = (
    Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.AltModifier
    | Qt.KeyboardModifier.MetaModifier
)
_STEPS = {
    Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown,
    Qt.Key.Key_Home, Qt.Key.Key_End,
}  # fmt: skip


class _ItemDelegate(QStyledItemDelegate):
    """Draws an item as the style sheet says, and a separator as a line."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        if not _separates(index):
            super().paint(painter, option, index)
            return
        middle = option.rect.center().y()
        line = QRect(option.rect.left(), middle, option.rect.width(), 1)
        painter.fillRect(line, look.colour("line"))

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(0, _RULE) if _separates(index) else super().sizeHint(option, index)


def _separates(index: Index) -> bool:
    said = index.data(Qt.ItemDataRole.AccessibleDescriptionRole)
    return str(said) == "separator"  # Qt's own mark


class ChoiceBox(QComboBox):
    """A combo box whose arrow is painted in the colour of the scheme. What an item was given as its
    data is what one gets back, of the same type.

    Closed it holds still: a key opens its list, and the wheel scrolls what it stands in. Only what
    is chosen in the open list is said, for that may add a person."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setItemDelegate(_ItemDelegate(self))
        frame = self.view().parentWidget()
        assert isinstance(frame, QFrame)  # Qt's own round the list, grey and square
        frame.setFrameShape(QFrame.Shape.NoFrame)
        self.view().setAccessibleName(name)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(12)

    def addItem(self, words: str, data: object = None) -> None:  # type: ignore[override]
        """Offer one more, which holds this."""
        super().addItem(words, _Held(data))

    def offer_first(self, words: str, data: object = None) -> None:
        """Offer one more before the others."""
        self.insertItem(0, words, _Held(data))

    def itemData(self, index: int, role: int = Qt.ItemDataRole.UserRole) -> Any:
        """What the item holds, of the type it was given in; None for no item."""
        found = super().itemData(index, role)
        return found.value if isinstance(found, _Held) else found

    def currentData(self, role: int = Qt.ItemDataRole.UserRole) -> Any:
        """What the chosen item holds."""
        return self.itemData(self.currentIndex(), role)

    def findData(self, data: object, *_: object) -> int:
        """Where the item is that holds this; -1 for none."""
        held = [self.itemData(at) for at in range(self.count())]
        return held.index(data) if data in held else -1

    def choose(self, data: object) -> None:
        """Show the item that holds this, else the first, without saying so."""
        self.setCurrentIndex(max(0, self.findData(data)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        letter = event.text().strip() if event.text().isprintable() else ""
        if event.modifiers() & _COMMANDS or not (event.key() in _STEPS or letter):
            super().keyPressEvent(event)
            return
        self.showPopup()
        self.view().setCurrentIndex(self.model().index(self.currentIndex(), 0))
        if letter:
            self.view().keyboardSearch(letter)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        tone = look.colour("text" if self.isEnabled() else "faint")
        arrow = icons.pixmap("chevron-down", tone, 16, self.devicePixelRatioF())
        painter.drawPixmap(self.width() - 26, (self.height() - 16) // 2, arrow)
