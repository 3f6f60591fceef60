"""The layouts that fit a page, each drawn small: photos as blocks, words as lines."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from lifestory.app.books import Suggestion
from lifestory.domain.plans import PagePlan, Role
from lifestory.gui import look

_SUGGESTION = Qt.ItemDataRole.UserRole + 1
_CELL = QSize(90, 68)
_WRITTEN = {Role.BODY, Role.QUOTE, Role.HEADING, Role.SUBHEADING}
Index = QModelIndex | QPersistentModelIndex


class _Model(QAbstractListModel):
    def __init__(self) -> None:
        super().__init__()
        self.offered: tuple[Suggestion, ...] = ()

    def show(self, offered: Sequence[Suggestion]) -> None:
        self.beginResetModel()
        self.offered = tuple(offered)
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.offered)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not 0 <= index.row() < len(self.offered):
            return None
        if role == _SUGGESTION:
            return self.offered[index.row()]
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return self.tr("Layout {number}").format(number=index.row() + 1)
        return None


class _Delegate(QStyledItemDelegate):
    def sizeHint(
        self,
        option: QStyleOptionViewItem,  # noqa: ARG002
        index: Index,  # noqa: ARG002
    ) -> QSize:
        return _CELL

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        suggestion = index.data(_SUGGESTION)
        if not isinstance(suggestion, Suggestion):
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        room = QRectF(option.rect).adjusted(4, 4, -4, -4)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.fillRect(room, look.colour("paper"))
        pages = suggestion.pages[:2]
        wide = sum(page.width for page in pages) or 1.0
        high = max((page.height for page in pages), default=1.0)
        scale = min((room.width() - 8) / wide, (room.height() - 8) / high)
        x = room.center().x() - wide * scale / 2
        for page in pages:
            top = room.center().y() - page.height * scale / 2
            _paint_page(painter, page, x, top, scale)
            x += page.width * scale
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(look.colour("accent" if chosen else "line"), 3 if chosen else 1))
        painter.drawRoundedRect(room, 4, 4)
        painter.restore()


def _paint_page(painter: QPainter, page: PagePlan, x: float, y: float, scale: float) -> None:
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(look.colour("line"), 1))
    painter.drawRect(QRectF(x, y, page.width * scale, page.height * scale))
    for picture in page.pictures():
        box = picture.box
        top = y + (page.height - box.top) * scale
        shown = QRectF(x + box.x * scale, top, box.width * scale, box.height * scale)
        painter.fillRect(shown, look.colour("field-edge"))
    for words in page.words():
        if words.role not in _WRITTEN:
            continue
        for line in words.lines[:8]:
            across = words.box.width * scale * (0.7 if words.role is Role.HEADING else 1)
            low = y + (page.height - line.y) * scale
            bar = QRectF(x + words.box.x * scale, low - 1.5, across, 1.5)
            painter.fillRect(bar, look.colour("quiet"))


class Wireframes(QListView):
    """`chosen` carries the name of a layout."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(self.tr("Layouts"))
        self._model = _Model()
        self.setModel(self._model)
        self.setItemDelegate(_Delegate(self))
        self.setFlow(QListView.Flow.LeftToRight)
        self.setWrapping(False)
        self.setHorizontalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFixedHeight(_CELL.height() + 2)
        self._showing = False
        self.selectionModel().currentChanged.connect(self._say)

    def show_offered(self, offered: Sequence[Suggestion], taken: str) -> None:
        """Show these layouts, the one the page has as chosen."""
        self._showing = True
        self._model.show(offered)
        names = [one.name for one in offered]
        if taken in names:
            self.setCurrentIndex(self._model.index(names.index(taken)))
        self._showing = False

    def _say(self, current: QModelIndex, _: QModelIndex) -> None:
        suggestion = current.data(_SUGGESTION)
        if not self._showing and isinstance(suggestion, Suggestion):
            self.chosen.emit(suggestion.name)
