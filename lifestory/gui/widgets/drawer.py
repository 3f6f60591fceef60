"""The pane at the right of a place, as a drawer where text is large.

Such a pane grows with the text. Where that would leave the work too little room, it is put away
behind a button in the bar, and pulled out beside the work, never over it: what one changes in it
is seen at once on the page. A place takes it in three lines, after its `inspector()` is filled:

    self.drawer = Drawer(self.panes, self.pane(1), INSPECTOR, 560, self.tr("Details"))
    self.bar.addWidget(self.drawer.handle)
    self.drawer.opened.connect(...)          # only where something must be read for it

`want(False)` puts pane and button away together while there is nothing to say; `open()` pulls the
drawer out when something in it asks for an answer.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QSplitter, QWidget

from lifestory.gui import look
from lifestory.gui.widgets import parts


class Drawer(QObject):
    """`wide` is what the pane takes, `least` what all else in the place needs: pixels of the
    14 px design, both growing with the text. `opened` tells that it was pulled out."""

    opened = Signal()

    def __init__(self, panes: QSplitter, side: QWidget, wide: int, least: int, words: str) -> None:
        super().__init__(panes)
        self._panes, self._side = panes, side
        self._wide, self._least = wide, least
        self._wanted, self._fitted = True, (False, 0)
        self.handle = parts.button(words, "panel-right")
        self.handle.setCheckable(True)
        self.handle.toggled.connect(self._toggle)
        self.handle.hide()
        panes.installEventFilter(self)
        side.installEventFilter(self)

    @property
    def is_drawer(self) -> bool:
        """True where the pane and the work have no room beside each other."""
        return self._panes.width() - look.larger(self._wide) < look.larger(self._least)

    def want(self, wanted: bool) -> None:
        """Whether there is anything to say in the pane now."""
        self._wanted = wanted
        self._settle()

    def open(self) -> None:
        """Pull it out, if it is put away."""
        if self.is_drawer:
            self.handle.setChecked(True)

    def close(self) -> None:
        """Put it away, where it is a drawer; the keyboard goes to its button."""
        if self.handle.isVisible() and self.handle.isChecked():
            self.handle.setFocus()
            self.handle.setChecked(False)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        match event:
            case QKeyEvent() if watched is self._side and event.type() == QEvent.Type.KeyPress:
                if event.key() == Qt.Key.Key_Escape and self.handle.isVisible():
                    self.close()
                    return True
            case _ if watched is self._panes and event.type() in (
                QEvent.Type.Resize, QEvent.Type.FontChange, *look.SCHEME_EVENTS,
            ):  # fmt: skip
                self._settle()
        return super().eventFilter(watched, event)

    def _toggle(self, out: bool) -> None:
        self._settle()
        if out:
            self.opened.emit()

    def _settle(self) -> None:
        drawer = self.is_drawer
        self.handle.setVisible(self._wanted and drawer)
        shown = self._wanted and (not drawer or self.handle.isChecked())
        self._side.setVisible(shown)
        fitted = (shown, look.larger(self._wide))
        if shown and fitted != self._fitted:
            self._fit(fitted[1])
        self._fitted = fitted

    def _fit(self, wide: int) -> None:
        """Give the pane its width; the widest of the others gives way."""
        sizes = self._panes.sizes()
        at = self._panes.indexOf(self._side)
        others = [size for n, size in enumerate(sizes) if n != at]
        widest = sizes.index(max(others)) if others else at
        sizes[widest] = max(0, sizes[widest] - (wide - sizes[at]))
        sizes[at] = wide
        self._panes.setSizes(sizes)
