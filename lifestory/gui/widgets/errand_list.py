"""What a person must still do after an erasure, until it is ticked off."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from lifestory.app.erasing import Due, ToRead
from lifestory.gui import look
from lifestory.gui.widgets import parts

_MOST = 3
_WIDE = 360


class ErrandList(QWidget):
    """`ticked` carries the Due that is done, `places_asked` one whose places shall be shown. The
    oldest come first, three at a time."""

    ticked = Signal(object)
    places_asked = Signal(object)
    gone_to = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 8)
        card = parts.panel("card")
        outer.addWidget(card)
        inner = QVBoxLayout(card)
        inner.setContentsMargins(16, 12, 16, 12)
        inner.setSpacing(6)
        inner.addWidget(parts.label(self.tr("Still to do after an erasure"), "strong"))
        self._rows = QVBoxLayout()
        self._rows.setSpacing(6)
        inner.addLayout(self._rows)
        self._more = parts.label(kind="minor", tone="quiet")
        inner.addWidget(self._more)
        self.shown: tuple[Due, ...] = ()
        self.hide()

    def show_errands(self, due: Sequence[Due]) -> None:
        """Show these; nothing where there are none."""
        self.shown = tuple(due)
        while (item := self._rows.takeAt(0)) is not None:
            if (row := item.widget()) is not None:
                row.hide()
                row.deleteLater()
        for one in due[:_MOST]:
            self._rows.addWidget(self._row(one))
        more = len(due) - _MOST
        self._more.setText(self.tr("{count} more").format(count=more))
        self._more.setVisible(more > 0)
        self.setVisible(bool(due))

    def offer(self, places: Sequence[ToRead]) -> QMenu:
        """Where words are to be read again; `gone_to` carries the one that is chosen."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for place in places:
            words = menu.fontMetrics().elidedText(
                place.words, Qt.TextElideMode.ElideRight, look.larger(_WIDE)
            )
            go = menu.addAction(words.replace("&", "&&"))
            go.triggered.connect(lambda _=False, place=place: self.gone_to.emit(place))
            go.setEnabled(place.sort is not None)
        return menu

    def _row(self, due: Due) -> QWidget:
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(12)
        told = QVBoxLayout()
        told.setSpacing(0)
        words = parts.Wrapped()
        words.setText(due.words)
        told.addWidget(words)
        told.addWidget(parts.label(due.of, "minor", "quiet", wrap=True))
        line.addLayout(told, 1)
        top = Qt.AlignmentFlag.AlignTop
        if due.errand.records:
            show = parts.button(self.tr("Show where"), size="small")
            show.clicked.connect(lambda: self.places_asked.emit(due))
            line.addWidget(show, alignment=top)
        done = parts.button(self.tr("Done"), "check", size="small")
        done.setAccessibleName(self.tr("Done: {errand}").format(errand=due.words))
        done.clicked.connect(lambda: self.ticked.emit(due))
        line.addWidget(done, alignment=top)
        return row
