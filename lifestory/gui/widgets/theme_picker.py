"""The themes a book can have, each as a small drawing with its name, one of which holds."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPainterPath, QPen, QPixmap
from PySide6.QtWidgets import QButtonGroup, QToolButton, QWidget

from lifestory.app.editions import Swatch, swatches
from lifestory.domain.plans import Outline
from lifestory.gui import look
from lifestory.gui.widgets.flow import Flow

_SIZE = QSize(80, 50)


class ThemePicker(QWidget):
    """Says which theme is chosen, by its name in resources/themes. Arrow keys go from one to the
    next."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        row = Flow(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        self._group = QButtonGroup(self)
        self.buttons: dict[str, QToolButton] = {}
        self._swatches = swatches()
        for one in self._swatches:
            button = QToolButton()
            button.setProperty("part", "swatch")
            button.setCheckable(True)
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextUnderIcon)
            button.setText(one.called)
            button.setAccessibleName(f"{name}: {one.called}")
            button.setIconSize(_SIZE)
            self._group.addButton(button)
            self.buttons[one.name] = button
            row.lead_with(button)
        self._draw()
        self.choose(self._swatches[0].name)

    def choose(self, theme: str) -> None:
        """Show this one as chosen, else the first."""
        button = self.buttons.get(theme) or next(iter(self.buttons.values()))
        button.setChecked(True)
        self.setFocusProxy(button)

    def currentData(self) -> str:
        """The name of the theme chosen."""
        return next(name for name, one in self.buttons.items() if one.isChecked())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in look.SCHEME_EVENTS and hasattr(self, "_swatches"):
            self._draw()

    def _draw(self) -> None:
        for one in self._swatches:
            self.buttons[one.name].setIcon(picture(one, _SIZE, self.devicePixelRatioF()))


def picture(swatch: Swatch, size: QSize, ratio: float) -> QIcon:
    """A theme's drawing; its colours are the book's, in whatever scheme the window is."""
    drawn = QPixmap(size * ratio)
    drawn.setDevicePixelRatio(ratio)
    drawn.fill(Qt.GlobalColor.transparent)
    painter = QPainter(drawn)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    box = QRectF(0.5, 0.5, size.width() - 1, size.height() - 1)
    edge = QPainterPath()
    edge.addRoundedRect(box, 4, 4)
    painter.setClipPath(edge)
    painter.save()
    painter.scale(size.width() / swatch.width, size.height() / swatch.height)
    for shape in swatch.shapes:
        painter.setOpacity(shape.opacity)
        path = _path(shape.outline)
        if shape.even_odd:
            path.setFillRule(Qt.FillRule.OddEvenFill)
        if shape.fill:
            painter.fillPath(path, QColor(shape.fill))
        if shape.stroke:
            painter.strokePath(path, QPen(QColor(shape.stroke.colour), shape.stroke.width))
    painter.restore()
    painter.setClipping(False)
    painter.strokePath(edge, QPen(look.colour("button-edge"), 1))
    painter.end()
    return QIcon(drawn)


def _path(outline: Outline) -> QPainterPath:
    path, left = QPainterPath(), iter(outline.points)
    for op in outline.ops:
        if op == "M":
            path.moveTo(next(left), next(left))
        elif op == "L":
            path.lineTo(next(left), next(left))
        elif op == "C":
            path.cubicTo(*(next(left) for _ in range(6)))
        else:
            path.closeSubpath()
    path.setFillRule(Qt.FillRule.WindingFill)
    return path
