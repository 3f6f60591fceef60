"""What a window has written on it: every piece of text as its widget paints it.

It is read from the painting itself, on a device that hears letters alone, so that a delegate's
text is judged as a label's is.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFontMetricsF,
    QPaintDevice,
    QPaintEngine,
    QPaintEngineState,
    QPainter,
    QRegion,
    QTextItem,
)
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QFrame,
    QGraphicsView,
    QLabel,
    QScrollBar,
    QSplitter,
    QSplitterHandle,
    QStackedWidget,
    QWidget,
)


@dataclass(frozen=True, slots=True)
class Written:
    """A piece of text as it was painted, in the widget's own pixels."""

    text: str
    ink: QColor
    box: QRectF
    upright: bool


Painted = dict[QWidget, list[Written]]


def painted(window: QWidget) -> Painted:
    """Every piece of text one sees, by the widget that paints it. A picture of a page is no text
    of the window."""
    return {
        one: texts
        for one in shown(window)
        if _may_write(one) and not one.visibleRegion().isEmpty()
        for texts in [_read(one)]
        if texts
    }


def shown(widget: QWidget) -> Iterator[QWidget]:
    """Everything one sees within a widget. What lies in a hidden part is not asked for: a window
    has ten times as much as it shows."""
    for one in widget.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly):
        if one.isVisible():
            yield one
            yield from shown(one)


def _may_write(widget: QWidget) -> bool:
    if is_viewport(widget):
        return not isinstance(widget.parentWidget(), QGraphicsView)
    if type(widget) is QLabel:
        return bool(widget.text())  # else it is an icon
    return not isinstance(widget, QScrollBar) and type(widget) not in (
        QWidget, QFrame, QStackedWidget, QSplitter, QSplitterHandle,
    )  # fmt: skip


def is_viewport(widget: QWidget) -> bool:
    """True for the inside of something that scrolls."""
    area = widget.parentWidget()
    return isinstance(area, QAbstractScrollArea) and area.viewport() is widget


def _read(widget: QWidget) -> list[Written]:
    """What a widget itself paints in letters, its children left out."""
    device = _Listening(widget)
    painter = QPainter(device)
    QWidget.render(widget, painter, QPoint(), QRegion(), QWidget.RenderFlag(0))
    painter.end()
    return device.letters.heard


class _Letters(QPaintEngine):
    """Keeps the letters and lets all else go by."""

    def __init__(self) -> None:
        super().__init__(QPaintEngine.PaintEngineFeature.AllFeatures)
        self.heard: list[Written] = []

    def drawTextItem(self, at: Any, item: QTextItem) -> None:
        painter, words = self.painter(), item.text().strip()
        if not words:
            return
        face, turn = QFontMetricsF(item.font()), painter.combinedTransform()
        ink = QColor(painter.pen().color())
        ink.setAlphaF(ink.alphaF() * painter.opacity())
        box = QRectF(at.x(), at.y() - face.capHeight(), item.width(), face.capHeight())
        written = Written(words, ink, turn.mapRect(box), not turn.isRotating())
        again = any((one.text, one.box) == (words, written.box) for one in self.heard)
        if not (again and painter.hasClipping()):  # what is chosen comes first, then all but that
            self.heard.append(written)

    def begin(self, device: QPaintDevice) -> bool:
        return True

    def end(self) -> bool:
        return True

    def type(self) -> QPaintEngine.Type:
        return QPaintEngine.Type.User

    def updateState(self, state: QPaintEngineState) -> None: ...

    def drawPixmap(self, *drawn: Any, **flags: Any) -> None: ...

    def drawImage(self, *drawn: Any, **flags: Any) -> None: ...

    def drawTiledPixmap(self, *drawn: Any, **flags: Any) -> None: ...

    def drawPath(self, *drawn: Any, **flags: Any) -> None: ...

    def drawPolygon(self, *drawn: Any, **flags: Any) -> None: ...

    def drawRects(self, *drawn: Any, **flags: Any) -> None: ...

    def drawLines(self, *drawn: Any, **flags: Any) -> None: ...

    def drawEllipse(self, *drawn: Any, **flags: Any) -> None: ...

    def drawPoints(self, *drawn: Any, **flags: Any) -> None: ...


_METRIC = QPaintDevice.PaintDeviceMetric
_KNOWN = {
    _METRIC.PdmNumColors: 1 << 24,
    _METRIC.PdmDepth: 32,
    _METRIC.PdmDevicePixelRatio: 1,
    _METRIC.PdmDevicePixelRatioScaled: 1 << 16,
}


class _Listening(QPaintDevice):
    """As large as a widget on a screen of 96 dots an inch."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__()
        self.letters = _Letters()
        self._widget = widget

    def paintEngine(self) -> QPaintEngine:
        return self.letters

    def metric(self, asked: QPaintDevice.PaintDeviceMetric) -> int:
        if asked is _METRIC.PdmWidth:
            return self._widget.width()
        if asked is _METRIC.PdmHeight:
            return self._widget.height()
        return _KNOWN.get(asked, 96)
