"""The drawings of the window: the road past the houses, and the small hill of an empty place."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from lifestory import assets


def _colours() -> dict[str, Any]:
    data: dict[str, Any] = assets.read_toml("themes", "window.toml")["landscape"]
    return data


def _path(*steps: tuple[float, ...]) -> QPainterPath:
    """A path from its first point, each later step a line (2 numbers) or a curve (6)."""
    path = QPainterPath(QPointF(*steps[0][:2]))
    for step in steps[1:]:
        if len(step) == 2:
            path.lineTo(step[0], step[1])
        else:
            path.cubicTo(*step)
    return path


@dataclass(frozen=True, slots=True)
class _House:
    """Where one stands: the middle of its foot, how wide its wall is, and its three colours."""

    x: float
    foot: float
    wide: float
    colours: tuple[str, str, str]
    lit: bool = False


def _paint_house(painter: QPainter, house: _House) -> None:
    wall, roof, door = (QColor(one) for one in house.colours)
    wide, high = house.wide, house.wide * 0.7
    left, top = house.x - wide / 2, house.foot - high
    painter.fillRect(QRectF(left, top, wide, high), wall)
    eaves, ridge = wide * 0.13, wide * 0.55
    triangle = _path((left - eaves, top), (house.x, top - ridge), (left + wide + eaves, top))
    painter.fillPath(triangle, roof)
    glass = QColor(_colours()["lit" if house.lit else "window"])
    pane = wide * 0.2
    for x in (left + wide * 0.1, left + wide * 0.7):
        painter.fillRect(QRectF(x, top + high * 0.15, pane, pane * 0.8), glass)
    painter.fillRect(
        QRectF(house.x - wide * 0.13, house.foot - high * 0.57, wide * 0.26, high * 0.57), door
    )


_WIDE, _HIGH = 520.0, 708.0
_ROAD = _path(
    (228, 288),
    (228, 316, 330, 318, 330, 352),
    (330, 392, 140, 396, 140, 452),
    (140, 508, 410, 508, 410, 570),
    (410, 620, 290, 650, 250, 716),
)


class Landscape(QWidget):
    """The road past three houses to the largest one: what every book here tells. Decoration."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedWidth(round(_WIDE))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        colours = _colours()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), QColor(colours["sky"]))
        scale = max(self.width() / _WIDE, self.height() / _HIGH)
        painter.translate(0, self.height() - _HIGH * scale)
        painter.scale(scale, scale)
        _disc(painter, QPointF(404, 128), 44, colours["sun"])
        for name, hill in (("far", _FAR), ("middle", _MIDDLE), ("near", _NEAR)):
            painter.fillPath(hill, QColor(colours[name]))
        for x, y, radius in _BUSHES:
            _disc(painter, QPointF(x, y), radius, colours["bush"])
        _paint_road(painter, _ROAD, 22)
        kinds = [tuple(one) for one in colours["houses"]]
        stands = ((226, 288, 50), (386, 346, 50), (84, 438, 64), (438, 540, 90))
        for number, (x, foot, wide) in enumerate(stands):
            _paint_house(painter, _House(x, foot, wide, kinds[number], lit=number == 3))


_FAR = _path(
    (0, 298), (60, 256, 130, 236, 210, 256), (330, 288, 420, 330, 520, 250), (520, 708), (0, 708)
)
_MIDDLE = _path(
    (0, 398), (90, 352, 190, 350, 270, 380), (370, 424, 470, 444, 520, 372), (520, 708), (0, 708)
)
_NEAR = _path(
    (0, 540), (70, 504, 160, 492, 250, 524), (360, 566, 450, 590, 520, 530), (520, 708), (0, 708)
)
_BUSHES = (
    (486, 404, 18), (300, 466, 16), (320, 474, 13), (40, 560, 22), (66, 572, 18),
    (60, 660, 30), (98, 676, 24),
)  # fmt: skip


def _disc(painter: QPainter, middle: QPointF, radius: float, colour: str) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colour))
    painter.drawEllipse(middle, radius, radius)


def _paint_road(painter: QPainter, road: QPainterPath, wide: float) -> None:
    colours = _colours()
    pen = QPen(QColor(colours["path"]), wide)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    painter.strokePath(road, pen)
    stitch = QPen(QColor(colours["stitch"]), 2)
    stitch.setDashPattern([2, 4])
    painter.strokePath(road, stitch)


class Hill(QWidget):
    """A house on a hill, for an empty place. Decoration."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedSize(QSize(304, 120))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        colours = _colours()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        far = _path((0, 118), (90, 34, 220, 34, 304, 118))
        near = _path((0, 118), (90, 82, 200, 84, 304, 118))
        painter.fillPath(far, QColor(colours["far"]))
        painter.fillPath(near, QColor(colours["middle"]))
        road = _path((52, 114), (90, 110, 130, 90, 160, 88), (190, 84, 196, 72, 202, 58))
        pen = QPen(QColor(colours["path"]), 8)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.strokePath(road, pen)
        kind = tuple(colours["houses"][3])
        _paint_house(painter, _House(200, 60, 46, kind, lit=True))
