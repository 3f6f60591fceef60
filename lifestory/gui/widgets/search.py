"""The search box and the list under it: grouped, driven from the keyboard, closed by Esc."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QFocusEvent,
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QLineEdit

from lifestory.gui import icons, look
from lifestory.gui.models.offers import Offer
from lifestory.gui.widgets.found import Found
from lifestory.gui.widgets.parts import steps_aside

WIDE, KEYS = 376, "Ctrl+K"
_EDGES = 60
"""Pixels beside the words and the key: the glass, and some air."""


class Search(QLineEdit):
    """`asked` carries what is typed; whoever hears it answers with `show_offers`. `chosen` carries
    what an offer leads to, `left` says that one goes back to the work."""

    asked = Signal(str)
    chosen = Signal(object)
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setMinimumWidth(200)
        self.setMaximumWidth(look.larger(WIDE))
        self.setPlaceholderText(self.tr("Find a person, photo, fact, page or command"))
        self.setAccessibleName(self.tr("Search"))
        self.setToolTip(self.tr("Find anything  {keys}").format(keys=KEYS))
        self._glass = self.addAction(
            icons.icon("search", "quiet"), QLineEdit.ActionPosition.LeadingPosition
        )
        self.list = Found(self)
        self.list.hide()
        self.list.clicked.connect(lambda _: self._choose())
        self.textEdited.connect(self.asked)

    def show_offers(self, offers: tuple[Offer, ...]) -> None:
        """Show what was found for what is typed; nothing while nothing is typed."""
        self.list.model_of_offers.show(offers)
        if not self.text().strip() or not self.hasFocus():
            self.list.hide()
            return
        if self.list.parent() is not self.window():
            self.list.setParent(self.window())
        below = self.mapTo(self.window(), QPoint(0, self.height() + 4))
        self.list.stand_at(below, self.width())
        self.list.step(+1)
        self._announce()

    def found(self) -> tuple[str, ...]:
        """The words of everything offered now."""
        return tuple(one.words for one in self.list.model_of_offers.offers)

    def forget(self) -> None:
        """Nothing typed, nothing offered."""
        self.setText("")  # after clear() undo would bring it back
        self.list.model_of_offers.show(())
        self.list.hide()

    def repaint_icons(self) -> None:
        """The scheme has changed."""
        self._glass.setIcon(icons.icon("search", "quiet"))

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        letters = look.font(look.MINOR)
        taken = QFontMetrics(letters).horizontalAdvance(KEYS) + _EDGES
        taken += self.fontMetrics().horizontalAdvance(self.placeholderText())
        if self.text() or self.hasFocus() or self.width() < taken:
            return
        painter = QPainter(self)
        painter.setFont(letters)
        painter.setPen(look.colour("quiet"))
        right = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
        painter.drawText(self.rect().adjusted(0, 0, -12, 0), right, KEYS)

    def event(self, event: QEvent) -> bool:
        if steps_aside(self, event):
            event.ignore()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Down | Qt.Key.Key_Up if self.list.isVisible():
                self.list.step(+1 if event.key() == Qt.Key.Key_Down else -1)
                self._announce()
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self._choose()
            case Qt.Key.Key_Escape:
                self.forget()
                self.left.emit()
            case _:
                super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.list.hide()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.asked.emit(self.text())

    def _choose(self) -> None:
        offer = self.list.offer if self.list.isVisible() else None
        if offer is not None:
            self.forget()
            self.left.emit()
            self.chosen.emit(offer.what)

    def _announce(self) -> None:
        offer = self.list.offer
        said = f"{offer.group}: {offer.words}, {offer.hint}" if offer else self.tr("Nothing found")
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, said.rstrip(", ")))
