"""A box to tick, whose tick is painted in the colour of the scheme."""

from __future__ import annotations

from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QCheckBox, QStyle, QStyleOptionButton

from lifestory.gui import icons, look

_TICK = 14


class TickBox(QCheckBox):
    """A check box; the style sheet fills it while it is ticked, and knows no picture of ours."""

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self.isChecked():
            return
        option = QStyleOptionButton()
        self.initStyleOption(option)
        box = self.style().subElementRect(QStyle.SubElement.SE_CheckBoxIndicator, option, self)
        tick = icons.pixmap("check", look.colour("on-accent"), _TICK, self.devicePixelRatioF())
        middle = box.center()
        QPainter(self).drawPixmap(middle.x() - _TICK // 2 + 1, middle.y() - _TICK // 2 + 1, tick)
