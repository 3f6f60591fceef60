"""What is drawn over the pages and never printed: the guides, the frames of photos, and where one
is about to drop something."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

from PySide6.QtCore import QLineF, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QFontMetricsF, QIcon, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from lifestory.app.measures import Measures
from lifestory.gui import look
from lifestory.gui.look import Scheme

_MM = 72 / 25.4
_HOLE = 3.0
"""The radius of a hole, in mm. Source: ISO 838."""


class Guide(StrEnum):
    """What a page is measured by."""

    TRIM = "trim"
    SAFE = "safe"
    BINDING = "binding"


class Page:
    """A page on the desk: where it lies in the scene (points, y down), its inner edge, and what
    must stay free on it."""

    def __init__(self, box: QRectF, *, binds_left: bool, measures: Measures | None = None) -> None:
        self.box = box
        self.binds_left = binds_left
        self.measures = measures or Measures()

    @property
    def binding(self) -> QRectF:
        """The strip the binding takes."""
        deep = self.measures.binding * _MM
        left = self.box.left() if self.binds_left else self.box.right() - deep
        return QRectF(left, self.box.top(), deep, self.box.height())

    @property
    def safe(self) -> QRectF:
        """Where nothing is cut off or bound in."""
        edge, bound = self.measures.safe * _MM, self.measures.binding * _MM
        left, right = (bound, edge) if self.binds_left else (edge, bound)
        return self.box.adjusted(left, edge, -right, -edge)

    @property
    def bleed(self) -> QRectF:
        """What is printed and cut off: past every edge but the bound one."""
        deep = self.measures.bleed * _MM
        left, right = (0.0, deep) if self.binds_left else (deep, 0.0)
        return self.box.adjusted(-left, -deep, right, deep)

    @property
    def holes(self) -> list[QRectF]:
        """Where it is punched."""
        x = self.measures.holes_in * _MM
        x = self.box.left() + x if self.binds_left else self.box.right() - x
        middles = (self.box.center().y() + one * _MM for one in self.measures.holes)
        r = _HOLE * _MM
        return [QRectF(x - r, y - r, 2 * r, 2 * r) for y in middles]


class Overlay(QGraphicsItem):
    """Lies over the pages. Pages are light in every scheme, so its lines are the light one's."""

    def __init__(self) -> None:
        super().__init__()
        self.pages: Sequence[Page] = ()
        self.guides: frozenset[Guide] = frozenset()
        self.chosen: QRectF | None = None
        self.drop: QRectF | None = None
        self.drop_words = ""
        self.has_keyboard = False
        self.at: QRectF | None = None
        """The page one is at, of several."""
        self._bounds = QRectF()
        self.setZValue(10)

    def cover(self, pages: Sequence[Page]) -> None:
        """Lie over these pages."""
        self.prepareGeometryChange()
        self.pages = pages
        self._bounds = QRectF()
        for page in pages:
            self._bounds = self._bounds.united(page.bleed.adjusted(-8, -8, 8, 8))
        self.chosen = self.drop = None

    def boundingRect(self) -> QRectF:
        return self._bounds

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionGraphicsItem,  # noqa: ARG002
        widget: QWidget | None = None,  # noqa: ARG002
    ) -> None:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for page in self.pages:
            self._paint_guides(painter, page)
        if self.at is not None and self.chosen is None:
            painter.setPen(_pen(3 if self.has_keyboard else 1.5))
            painter.drawRect(self.at)
        if self.chosen is not None:
            painter.setPen(_pen(3 if self.has_keyboard else 1.5))
            painter.drawRect(self.chosen)
            if self.has_keyboard:
                self._paint_grips(painter, self.chosen)
        if self.drop is not None:
            painter.setPen(_pen(2, Qt.PenStyle.DashLine))
            painter.drawRect(self.drop)
            self._paint_words(painter, self.drop)

    def _paint_guides(self, painter: QPainter, page: Page) -> None:
        if Guide.BINDING in self.guides:
            painter.fillRect(page.binding, _hatch(painter))
            painter.setPen(_pen(1.5))
            for hole in page.holes:
                painter.drawEllipse(hole)
        if Guide.TRIM in self.guides and page.measures.bleed:
            painter.setPen(_pen(1, Qt.PenStyle.DotLine))
            painter.drawRect(page.bleed)
        if Guide.TRIM in self.guides:
            painter.setPen(_pen(1.5))
            painter.drawRect(page.box)
        if Guide.SAFE in self.guides:
            painter.setPen(_pen(1, Qt.PenStyle.DashLine))
            painter.drawRect(page.safe)

    def _paint_words(self, painter: QPainter, box: QRectF) -> None:
        """What would happen there, on a label as large on the screen whatever the scale."""
        letters = look.font(look.BODY, QFont.Weight.DemiBold)
        room = painter.worldTransform().mapRect(box)
        wide = QFontMetricsF(letters).horizontalAdvance(self.drop_words) + 32
        label = QRectF(0, 0, wide, look.larger(36))
        label.moveCenter(room.center())
        if label.width() > room.width():
            label.moveTop(room.bottom() + 4)  # it would hide a small photo
            if label.bottom() > painter.viewport().bottom():
                label.moveBottom(room.top() - 4)
        painter.save()
        painter.resetTransform()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.colour("accent", Scheme.LIGHT))
        painter.drawRoundedRect(label, 8, 8)
        painter.setPen(Qt.GlobalColor.white)
        painter.setFont(letters)
        painter.drawText(label, Qt.AlignmentFlag.AlignCenter, self.drop_words)
        painter.restore()

    @staticmethod
    def _paint_grips(painter: QPainter, box: QRectF) -> None:
        grip = 8 / painter.worldTransform().m11()
        painter.setPen(_pen(2))
        for corner in (box.topLeft(), box.topRight(), box.bottomLeft(), box.bottomRight()):
            square = QRectF(0, 0, grip, grip)
            square.moveCenter(corner)
            painter.fillRect(square, Qt.GlobalColor.white)
            painter.drawRect(square)


def _pen(width: float, style: Qt.PenStyle = Qt.PenStyle.SolidLine) -> QPen:
    pen = QPen(look.colour("accent", Scheme.LIGHT), width, style)
    pen.setCosmetic(True)
    return pen


def _hatch(painter: QPainter) -> QBrush:
    """Thin slanting lines, as far apart on the screen whatever the scale."""
    colour = QColor(look.colour("accent", Scheme.LIGHT))
    colour.setAlpha(110)
    brush = QBrush(colour, Qt.BrushStyle.BDiagPattern)
    brush.setTransform(painter.worldTransform().inverted()[0])
    return brush


def sample(guide: Guide, ratio: float) -> QIcon:
    """A guide's line as its check box shows it."""
    size = QSize(24, 16)
    drawn = QPixmap(size * ratio)
    drawn.setDevicePixelRatio(ratio)
    drawn.fill(Qt.GlobalColor.transparent)
    painter = QPainter(drawn)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    style = Qt.PenStyle.DashLine if guide is Guide.SAFE else Qt.PenStyle.SolidLine
    painter.setPen(QPen(look.colour("accent"), 2 if guide is not Guide.BINDING else 1.5, style))
    if guide is Guide.BINDING:
        for x in (4, 10, 16):
            painter.drawLine(QLineF(x, 13, x + 6, 3))
    else:
        painter.drawLine(QLineF(2, 8, 22, 8))
    painter.end()
    return QIcon(drawn)
