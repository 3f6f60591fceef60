"""How a row of the outline is painted: its title, and at the end how many words it has."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from lifestory.gui import look
from lifestory.gui.models.outline import COUNT

MARGIN = 16


class OutlineDelegate(QStyledItemDelegate):
    """The style sheet paints the row; the count stands at its end in small letters."""

    def initStyleOption(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().initStyleOption(option, index)
        if option.state & QStyle.StateFlag.State_Selected:
            option.font.setWeight(QFont.Weight.DemiBold)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        count = str(index.data(COUNT) or "")
        font = look.font(look.MINOR)
        wide = QFontMetrics(font).horizontalAdvance(count)
        narrower = QStyleOptionViewItem(option)
        self.initStyleOption(narrower, index)
        # The word must not run under the count, the ground must reach the edge.
        room = option.rect.width() - 24 - (wide + MARGIN if count else 0) - 8
        metrics = QFontMetrics(narrower.font)
        narrower.text = metrics.elidedText(narrower.text, Qt.TextElideMode.ElideRight, room)
        style = option.widget.style()
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, narrower, painter, option.widget)
        if count:
            painter.save()
            painter.setFont(font)
            painter.setPen(look.colour("quiet"))
            place = QRect(option.rect)
            place.setRight(place.right() - MARGIN)
            middle = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
            painter.drawText(place, middle, count)
            painter.restore()
