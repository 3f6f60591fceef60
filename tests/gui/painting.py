"""What a window has written on it: every piece of text as its widget paints it.

It is read from the painting itself (as SVG: each piece with its colour and place), so that a
delegate's text is judged as a label's is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from xml.etree import ElementTree

from PySide6.QtCore import QBuffer, QIODevice, QPoint, QRectF
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QRegion, QTransform
from PySide6.QtSvg import QSvgGenerator
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
        for one in window.findChildren(QWidget)
        if one.isVisible() and _may_write(one) and not one.visibleRegion().isEmpty()
        for texts in [_read(one)]
        if texts
    }


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
    kept = QBuffer()
    kept.open(QIODevice.OpenModeFlag.WriteOnly)
    drawing = QSvgGenerator()
    drawing.setOutputDevice(kept)
    drawing.setSize(widget.size())
    drawing.setViewBox(widget.rect())
    drawing.setResolution(96)
    painter = QPainter(drawing)
    QWidget.render(widget, painter, QPoint(), QRegion(), QWidget.RenderFlag(0))
    painter.end()
    svg = bytes(kept.data().data())
    return list(_texts(ElementTree.fromstring(svg))) if b"<text" in svg else []


def _texts(root: ElementTree.Element) -> Iterator[Written]:
    for group in root.iter("{http://www.w3.org/2000/svg}g"):
        matrix = re.match(r"matrix\((.*)\)", group.get("transform", ""))
        turn = QTransform()
        if matrix:
            a, b, c, d, e, f = (float(one) for one in matrix[1].split(","))
            turn = QTransform(a, b, c, d, e, f)
        for text in group.findall("{http://www.w3.org/2000/svg}text"):
            words = text.text or ""
            if words.strip():
                ink = QColor(text.get("fill", "#000000"))
                ink.setAlphaF(float(text.get("fill-opacity", "1")))
                box = _box(text, words)
                yield Written(words.strip(), ink, turn.mapRect(box), not turn.isRotating())


def _box(text: ElementTree.Element, words: str) -> QRectF:
    """Where the letters stand: as wide as they run on, as high as capitals."""
    family = text.get("font-family", "").split(",")[0].strip("'\"")
    face = _face(family, float(text.get("font-size", "12")), int(text.get("font-weight", "400")))
    x, base = float(text.get("x", "0")), float(text.get("y", "0"))
    return QRectF(x, base - face.capHeight(), face.horizontalAdvance(words), face.capHeight())


@cache
def _face(family: str, size: float, weight: int) -> QFontMetricsF:
    font = QFont(family)
    font.setPixelSize(max(1, round(size)))
    font.setWeight(QFont.Weight(weight))
    return QFontMetricsF(font)
