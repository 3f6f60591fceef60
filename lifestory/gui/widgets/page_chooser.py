"""Choosing which page to add, by a sketch of each type and a sentence about it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFont,
    QFontMetricsF,
    QKeyEvent,
    QPainter,
    QPainterPath,
    QPen,
    QStandardItem,
    QStandardItemModel,
)
from PySide6.QtWidgets import (
    QHBoxLayout,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from lifestory.app.arranging_book import PageType
from lifestory.gui import look
from lifestory.gui.models.page_groups import grouped
from lifestory.gui.widgets import parts
from lifestory.gui.widgets.card import write
from lifestory.gui.widgets.page_sketch import paint_sketch

NAME = Qt.ItemDataRole.UserRole + 1
_KIND = Qt.ItemDataRole.UserRole + 2
_SKETCH = QSize(64, 56)
_PAD, _GAP, _HEAD = 8, 12, 32
_WRAPPED = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
Index = QModelIndex | QPersistentModelIndex


class PageChooser(QWidget):
    """The page types on offer. `chosen` carries a name; `done` closes the list."""

    chosen = Signal(str)
    done = Signal()

    def __init__(self) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(parts.label(self.tr("Add a page"), "title"))
        how = self.tr("It comes after the page you are at, or in the part it belongs to.")
        column.addWidget(parts.label(how, tone="quiet", wrap=True))
        self.list = QListView()
        self.list.setAccessibleName(self.tr("Page types"))
        self.list.setItemDelegate(_Row(self.list))
        self.list.setSpacing(1)
        self.list.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.list.setResizeMode(QListView.ResizeMode.Adjust)
        self.model = QStandardItemModel(self)
        self.list.setModel(self.model)
        self.list.activated.connect(lambda _: self._say())
        column.addWidget(self.list, 1)
        row = QHBoxLayout()
        row.addStretch(1)
        self.close_button = parts.button(self.tr("Not now"))
        self.close_button.clicked.connect(self.done)
        self.add = parts.button(self.tr("Add it"), "plus", "primary")
        self.add.clicked.connect(self._say)
        row.addWidget(self.close_button)
        row.addWidget(self.add)
        column.addLayout(row)

    def offer(self, kinds: Sequence[PageType]) -> None:
        """Let one choose from these."""
        self.model.clear()
        for group, there in grouped(kinds):
            heading = QStandardItem(group)
            heading.setData(group, Qt.ItemDataRole.AccessibleTextRole)
            heading.setFlags(Qt.ItemFlag.NoItemFlags)
            self.model.appendRow(heading)
            for kind in there:
                self.model.appendRow(_item(kind, group))
        self.list.setCurrentIndex(self.model.index(1, 0))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.done.emit()
        else:
            super().keyPressEvent(event)

    def _say(self) -> None:
        name = self.list.currentIndex().data(NAME)
        if name:
            self.chosen.emit(name)


def _item(kind: PageType, group: str) -> QStandardItem:
    item = QStandardItem(kind.called)
    item.setData(f"{kind.called}. {kind.says} {group}", Qt.ItemDataRole.AccessibleTextRole)
    item.setToolTip(kind.says)
    item.setData(kind.name, NAME)
    item.setData(kind, _KIND)
    return item


class _Row(QStyledItemDelegate):
    """The sketch, what the page is called, and what it is for; or the name of a group."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002
        view = self.parent()
        assert isinstance(view, QListView)
        wide = view.viewport().width() - 2 * view.spacing()
        if index.data(_KIND) is None:
            return QSize(wide, look.larger(_HEAD))
        called, says = _heights(index.data(_KIND), _room(wide))
        return QSize(wide, round(max(called + says, _SKETCH.height())) + 2 * _PAD)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        kind = index.data(_KIND)
        if kind is None:
            painter.save()
            room = QRectF(option.rect).adjusted(0, 8, 0, 0)
            write(painter, room, str(index.data()), look.MINOR, semi=True, tone="quiet")
            painter.restore()
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(option.rect)
        shape = QPainterPath()
        shape.addRoundedRect(box.adjusted(1, 1, -1, -1), 6, 6)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillPath(shape, look.colour("chosen"))
            painter.strokePath(shape, QPen(look.colour("accent"), 2))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillPath(shape, look.colour("stripe"))
        inner = box.adjusted(_PAD, _PAD, -_PAD, -_PAD)
        paint_sketch(painter, QRectF(inner.topLeft(), _SKETCH), kind)
        left, wide = inner.left() + _SKETCH.width() + _GAP, _room(box.width())
        called, says = _heights(kind, wide)
        painter.setPen(look.colour("text"))
        painter.setFont(_called_in())
        painter.drawText(QRectF(left, inner.top(), wide, called), _WRAPPED, kind.called)
        painter.setPen(look.colour("quiet"))
        painter.setFont(look.font(look.MINOR))
        painter.drawText(QRectF(left, inner.top() + called, wide, says), _WRAPPED, kind.says)
        painter.restore()


def _room(wide: float) -> float:
    return max(60.0, wide - _SKETCH.width() - _GAP - 2 * _PAD)


def _called_in() -> QFont:
    return look.font(look.BODY, QFont.Weight.DemiBold)


def _heights(kind: PageType, wide: float) -> tuple[float, float]:
    """How high its name and its sentence are in so many pixels."""
    room = QRectF(0, 0, wide, 10_000)
    called = QFontMetricsF(_called_in()).boundingRect(room, _WRAPPED, kind.called).height()
    says = QFontMetricsF(look.font(look.MINOR)).boundingRect(room, _WRAPPED, kind.says).height()
    return called, says + 2
