"""The list of what is found, page by page: a sign, the sentence, and the words it is about."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from lifestory.domain.findings import Finding, Weight
from lifestory.gui import icons, look
from lifestory.gui.models.finding_rows import FINDING, FindingModel
from lifestory.gui.widgets.card import write

_PAD, _SIGN, _HEADING = 8, 16, 28
_LEFT = _PAD + 4 + _SIGN + 8
_WRAPPED = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
Index = QModelIndex | QPersistentModelIndex


class FindingList(QListView):
    """`wanted` carries the Finding one clicks or presses Enter on; `mended` the one to be mended
    at once, by Ctrl+Enter."""

    wanted = Signal(object)
    mended = Signal(object)

    def __init__(self, model: FindingModel) -> None:
        super().__init__()
        self.setAccessibleName(self.tr("What is worth a look, by page"))
        self.setModel(model)
        self.setItemDelegate(_Row(self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setResizeMode(QListView.ResizeMode.Adjust)

    @property
    def finding(self) -> Finding | None:
        """The one at hand."""
        found = self.currentIndex().data(FINDING)
        return found if isinstance(found, Finding) else None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() not in {Qt.Key.Key_Return, Qt.Key.Key_Enter} or self.finding is None:
            super().keyPressEvent(event)
        elif event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.mended.emit(self.finding)
        else:
            self.wanted.emit(self.finding)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()  # the sentences break elsewhere now

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        found = self.indexAt(event.position().toPoint()).data(FINDING)
        if isinstance(found, Finding):
            self.wanted.emit(found)


class _Row(QStyledItemDelegate):
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002
        finding = index.data(FINDING)
        if not isinstance(finding, Finding):
            return QSize(0, look.larger(_HEADING))
        view = self.parent()
        assert isinstance(view, QListView)
        found, about = _heights(finding, view.viewport().width() - _LEFT - _PAD)
        return QSize(0, round(found + about) + 2 * _PAD)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        box, finding = QRectF(option.rect), index.data(FINDING)
        painter.save()
        if not isinstance(finding, Finding):
            inside = box.adjusted(_PAD, 8, -_PAD, 0)
            write(painter, inside, str(index.data() or ""), look.MINOR, semi=True, tone="quiet")
        else:
            if option.state & QStyle.StateFlag.State_Selected:
                painter.fillRect(box, look.colour("chosen"))
                bar = QRectF(box.left(), box.top(), 4, box.height())
                painter.fillRect(bar, look.colour("accent"))
            elif option.state & QStyle.StateFlag.State_MouseOver:
                painter.fillRect(box, look.colour("stripe"))
            _paint_finding(painter, box, finding)
        painter.restore()


def _paint_finding(painter: QPainter, box: QRectF, finding: Finding) -> None:
    must = finding.weight is Weight.MUST
    name, tone = ("circle-alert", "stop") if must else ("triangle-alert", "look")
    sign = icons.pixmap(name, look.colour(tone), _SIGN, painter.device().devicePixelRatioF())
    painter.drawPixmap(QPointF(box.left() + _PAD + 4, box.top() + _PAD + 2), sign)
    wide = box.width() - _LEFT - _PAD
    found, about = _heights(finding, wide)
    painter.setPen(look.colour("text"))
    painter.setFont(_font())
    top = box.top() + _PAD
    painter.drawText(QRectF(box.left() + _LEFT, top, wide, found), _WRAPPED, finding.found)
    if about:
        line = QRectF(box.left() + _LEFT, top + found, wide, about)
        write(painter, line, finding.about, look.MINOR, tone="quiet")


def _font() -> QFont:
    return look.font(look.BODY)


def _heights(finding: Finding, wide: float) -> tuple[float, float]:
    """How high its sentence, and the line of words it is about, stand in so many pixels."""
    room = QRectF(0, 0, max(60.0, wide), 10_000)
    found = QFontMetricsF(_font()).boundingRect(room, _WRAPPED, finding.found).height()
    about = QFontMetricsF(look.font(look.MINOR)).height() + 2 if finding.about else 0.0
    return found + 1, about
