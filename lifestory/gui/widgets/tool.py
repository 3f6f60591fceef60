"""A button of a bar that shows, after its word, the key that does the same."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton

from lifestory.gui import icons, look

_GAP, _EDGE = 8, 10


class Tool(QPushButton):
    """`key` is what stands behind the word; `stays` makes it hold until it is pressed again."""

    def __init__(
        self, words: str, icon: str, key: str, kind: str = "quiet", *, stays: bool = False
    ) -> None:
        super().__init__(words)
        self._key = key
        self.setProperty("kind", kind)
        self.setProperty("hinted", True)
        self.setAccessibleName(words)
        self.setAccessibleDescription(key)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setCheckable(stays)
        icons.dress(self, icon)

    def _hint(self) -> int:
        return QFontMetrics(look.font(look.MINOR)).horizontalAdvance(self._key) + (
            _GAP if self._key else 0
        )

    def sizeHint(self) -> QSize:
        size = super().sizeHint()
        return QSize(size.width() + self._hint(), size.height())

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setFont(look.font(look.MINOR))
        painter.setPen(look.colour("quiet" if self.isEnabled() else "faint"))
        room = QRect(0, 0, self.width() - _EDGE, self.height())
        painter.drawText(
            room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, self._key
        )
