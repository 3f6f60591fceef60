"""What lies over a place while files are carried over it: a dashed edge and a sentence."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, Signal
from PySide6.QtGui import QDropEvent, QFont, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from lifestory.gui import look

_RIM = 8


class DropVeil(QWidget):
    """Takes the files that are dropped on a place, and shows itself over a part of it meanwhile;
    never in the way of mouse or keyboard. `dropped` carries a list of paths."""

    dropped = Signal(list)

    def __init__(self, place: QWidget, over: QWidget, words: str) -> None:
        super().__init__(over)
        self._over, self._words = over, words
        self.setAccessibleName(words)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()
        place.setAcceptDrops(True)
        place.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        match event:
            case QDropEvent() if event.type() == QEvent.Type.DragEnter:
                if any(url.isLocalFile() for url in event.mimeData().urls()):
                    event.acceptProposedAction()
                    self._lay()
                return True
            case QDropEvent() if event.type() == QEvent.Type.Drop:
                self.hide()
                urls = event.mimeData().urls()
                if files := [Path(url.toLocalFile()) for url in urls if url.isLocalFile()]:
                    event.acceptProposedAction()
                    self.dropped.emit(files)
                return True
            case _ if event.type() == QEvent.Type.DragLeave:
                self.hide()
        return super().eventFilter(watched, event)

    def _lay(self) -> None:
        self.setGeometry(self._over.rect())
        self.raise_()
        self.show()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        accent = look.colour("accent")
        painter.setPen(QPen(accent, 2, Qt.PenStyle.DashLine))
        painter.drawRoundedRect(self.rect().adjusted(_RIM, _RIM, -_RIM, -_RIM), 8, 8)
        letters = look.font(look.BODY, QFont.Weight.DemiBold)
        wide = QFontMetricsF(letters).horizontalAdvance(self._words) + 48
        label = QRectF(0, 0, wide, look.larger(48))
        label.moveCenter(QRectF(self.rect()).center())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(accent)
        painter.drawRoundedRect(label, 8, 8)
        painter.setPen(look.colour("on-accent"))
        painter.setFont(letters)
        painter.drawText(label, Qt.AlignmentFlag.AlignCenter, self._words)
