"""What a page of each type looks like, in a few strokes: photos as blocks, words as lines."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen, QPolygonF

from lifestory.app.arranging_book import PageType
from lifestory.gui import look

WIDE, HIGH = 20.0, 28.0
"""The page of a sketch, in units of its own; a spread is twice as wide."""

Mark = tuple[str, float, float, float, float]
"""What it is, and its box: x, y, width, height. Of "lines" the height is how many."""

_OF: dict[str, tuple[Mark, ...]] = {
    "cover": (("title", 4, 4, 12, 2.5), ("photo", 4, 9, 12, 13)),
    "title": (("title", 6, 11, 8, 2), ("lines", 7, 15, 6, 1)),
    "about-me": (
        ("title", 2, 2.5, 9, 1.6), ("photo", 2, 6, 8, 9), ("lines", 11.5, 7, 6.5, 4),
        ("card", 2, 18, 7.5, 7), ("card", 10.5, 18, 7.5, 7),
    ),
    "day-i-was-born": (
        ("title", 2, 2.5, 11, 1.6), ("round", 4, 7, 12, 12), ("lines", 4, 21, 12, 3),
    ),
    "home-along-the-way": (
        ("title", 2, 2.5, 11, 1.6), ("photo", 2, 6, 16, 11), ("lines", 2, 19, 16, 3),
        ("photo", 22, 4, 16, 10), ("photo", 22, 15.5, 7.5, 7), ("photo", 30.5, 15.5, 7.5, 7),
    ),
    "moves-path": (
        ("title", 2, 2.5, 11, 1.6), ("way", 3, 8, 33, 16), ("house", 3, 19, 4, 4),
        ("house", 13, 14, 5, 5), ("house", 29, 6, 8, 8),
    ),
    "timeline": (
        ("title", 2, 2.5, 11, 1.6), ("bar", 2, 14, 36, 1.4), ("round", 5, 12.8, 3.6, 3.6),
        ("round", 14, 12.8, 3.6, 3.6), ("round", 25, 12.8, 3.6, 3.6), ("lines", 4, 8, 6, 2),
        ("lines", 13, 19, 6, 2), ("photo", 24, 5, 7, 5.5), ("lines", 32, 19, 5, 2),
    ),
    "photos": (
        ("title", 2, 2.5, 11, 1.6), ("photo", 2, 6, 7, 5), ("photo", 10, 6, 8, 10),
        ("photo", 2, 12, 7, 12), ("photo", 10, 17, 8, 7),
    ),
    "story": (
        ("title", 2, 2.5, 11, 1.6), ("photo", 2, 6, 16, 9), ("lines", 2, 17.5, 16, 4),
    ),
    "my-words": (("quote", 3, 6, 14, 6), ("quote", 5, 15, 12, 6)),
    "bilingual": (
        ("title", 2, 2.5, 11, 1.6), ("lines", 2, 7, 7, 8), ("card", 10.5, 6, 8, 18),
        ("lines", 11.5, 7, 6, 8),
    ),
    "panorama": (("photo", 2, 4, 16, 5), ("photo", 2, 11, 16, 5), ("photo", 2, 18, 16, 5)),
    "feelings": (
        ("title", 2, 2.5, 11, 1.6), ("round", 2, 7, 5, 5), ("round", 8, 9, 5, 5),
        ("round", 13.5, 6, 5, 5), ("lines", 2, 17, 16, 4),
    ),
    "memory-box": (("title", 2, 2.5, 11, 1.6), ("card", 2, 7, 16, 12), ("photo", 5, 9, 10, 8),
        ("lines", 2, 21.5, 16, 2)),
    "my-family-now": (
        ("title", 2, 2.5, 11, 1.6), ("house", 2, 5, 16, 16), ("card", 5.5, 13, 3.5, 3),
        ("card", 11, 13, 3.5, 3), ("lines", 2, 23, 16, 2),
    ),
    "family-tree": (
        ("title", 2, 2.5, 11, 1.6), ("bar", 9.5, 13, 1.2, 11), ("round", 8, 5, 4, 4),
        ("round", 2.5, 8, 4, 4), ("round", 13.5, 8, 4, 4), ("round", 3.5, 20, 4, 4),
        ("round", 12.5, 20, 4, 4),
    ),
    "circles-of-people": (
        ("title", 2, 2.5, 11, 1.6), ("ring", 2, 7, 16, 16), ("ring", 5.5, 10.5, 9, 9),
        ("round", 8.3, 13.3, 3.4, 3.4),
    ),
    "genogram": (
        ("title", 2, 2.5, 11, 1.6), ("photo", 3, 8, 4, 4), ("round", 13, 8, 4, 4),
        ("bar", 7, 9.7, 6, 0.6), ("bar", 9.7, 10, 0.6, 8), ("round", 8, 18, 4, 4),
    ),
    "heritage": (("title", 2, 2.5, 11, 1.6), ("card", 3, 6, 14, 11), ("round", 8, 10, 3, 3),
        ("lines", 2, 19, 16, 3)),
    "draw-here": (("title", 2, 2.5, 11, 1.6), ("frame", 2, 6, 16, 19)),
    "questions": (("title", 2, 2.5, 11, 1.6), ("quote", 2, 6, 13, 5), ("quote", 5, 13, 13, 5),
        ("quote", 2, 20, 13, 5)),
    "words-explained": (("title", 2, 2.5, 11, 1.6), ("bar", 2, 7, 6, 1.2), ("lines", 9, 7, 9, 2),
        ("bar", 2, 13, 6, 1.2), ("lines", 9, 13, 9, 2), ("bar", 2, 19, 6, 1.2),
        ("lines", 9, 19, 9, 2)),
    "letter": (("frame", 2, 2.5, 16, 23), ("lines", 4, 6, 12, 8)),
    "document": (("photo", 2, 2.5, 16, 23),),
    "later-life-letter": (("lines", 2, 4, 6, 1), ("lines", 2, 8, 16, 9)),
    "hopes": (
        ("title", 2, 2.5, 9, 1.6), ("photo", 2, 6, 9, 7), ("lines", 9, 15, 9, 1),
        ("lines", 6, 18, 10, 1), ("lines", 9, 21, 8, 1),
    ),
    "birth-parent": (
        ("title", 2, 2.5, 8, 1.6), ("photo", 2, 6, 9, 8), ("lines", 12.5, 8, 5.5, 2),
        ("card", 2, 16, 16, 2.4), ("card", 2, 19.4, 16, 2.4), ("card", 2, 22.8, 16, 2.4),
    ),
    "brothers-and-sisters": (
        ("title", 2, 2.5, 11, 1.6), ("kite", 2.5, 6, 6, 8), ("kite", 11, 8, 6, 8),
        ("thread", 5.5, 14, 2.8, 7), ("thread", 14, 16, -4.2, 5.5), ("round", 7, 20, 5, 5),
    ),
    "wider-family": (
        ("title", 2, 2.5, 11, 1.6), ("bar", 1, 6, 18, 0.7), ("thread", 5.5, 6, 0, 3),
        ("thread", 14.5, 6, 0, 3), ("round", 2.5, 8.5, 6, 6), ("round", 11.5, 8.5, 6, 6),
        ("round", 7, 17, 6, 6), ("card", 0, 25, 20, 3),
    ),
    "family-time": (
        ("title", 2, 2.5, 11, 1.6), ("photo", 2, 6, 7.5, 7), ("photo", 10.5, 6, 7.5, 7),
        ("lines", 2, 15.5, 16, 3), ("card", 2, 22, 16, 4),
    ),
    "people-who-helped": (
        ("title", 2, 2.5, 12, 1.6), ("card", 2, 6, 16, 5.4), ("round", 3, 7.4, 2.6, 2.6),
        ("lines", 7, 7.4, 8, 2), ("card", 2, 12.6, 16, 5.4), ("round", 3, 14, 2.6, 2.6),
        ("lines", 7, 14, 8, 2), ("card", 2, 19.2, 16, 5.4), ("round", 3, 20.6, 2.6, 2.6),
        ("lines", 7, 20.6, 8, 2),
    ),
    "why-i-could-not-stay": (
        ("title", 2, 2.5, 12, 1.6), ("card", 2, 6, 16, 9), ("house", 3.5, 9.5, 3.5, 4),
        ("house", 12, 8, 4.5, 5), ("lines", 2, 17, 16, 3), ("title", 2, 23.5, 9, 1.2),
    ),
    "what-children-need": (
        ("title", 2, 2.5, 13, 1.6), ("round", 2, 6, 4.6, 4.6), ("round", 7.7, 6, 4.6, 4.6),
        ("round", 13.4, 6, 4.6, 4.6), ("round", 2, 13, 4.6, 4.6), ("round", 7.7, 13, 4.6, 4.6),
        ("round", 13.4, 13, 4.6, 4.6), ("lines", 2, 20.5, 13, 2),
    ),
    "the-judge": (
        ("title", 2, 2.5, 8, 1.6), ("roof", 2.5, 5.5, 15, 4), ("bar", 4, 10, 1.6, 6),
        ("bar", 7.2, 10, 1.6, 6), ("bar", 11.2, 10, 1.6, 6), ("bar", 14.4, 10, 1.6, 6),
        ("bar", 2.5, 16.2, 15, 1), ("lines", 2, 19.5, 16, 3),
    ),
    "finding-my-family": (
        ("title", 2, 2.5, 12, 1.6), ("card", 2, 6, 16, 11), ("frame", 7.5, 8, 5, 9),
        ("round", 11, 12.2, 0.9, 0.9), ("lines", 2, 19, 16, 4),
    ),
    "celebration-day": (
        ("bunting", 1, 0, 18, 3), ("title", 2, 4.5, 10, 1.6), ("photo", 2, 8, 16, 10),
        ("lines", 2, 20, 16, 3),
    ),
    "growing-up": (
        ("title", 2, 2.5, 10, 1.6), ("bar", 2, 11, 16, 0.8), ("round", 3, 9, 1.5, 1.5),
        ("thread", 8.2, 11, 0, -2), ("round", 7, 7.6, 2.4, 2.4), ("thread", 14.5, 11, 0, -3),
        ("round", 12.6, 5, 3.8, 3.8), ("card", 2, 14, 16, 2.6), ("card", 2, 17.6, 16, 3.8),
        ("card", 2, 22.4, 16, 2.6),
    ),
    "my-promises": (
        ("title", 2, 2.5, 11, 1.6), ("frame", 2, 6, 16, 19), ("round", 3.5, 8.5, 1.4, 1.4),
        ("lines", 6, 8.8, 10, 1), ("round", 3.5, 12.5, 1.4, 1.4), ("lines", 6, 12.8, 10, 1),
        ("round", 3.5, 16.5, 1.4, 1.4), ("lines", 6, 16.8, 10, 1),
    ),
    "notes-for-grown-ups": (
        ("title", 2, 2.5, 12, 1.6), ("lines", 2, 6, 7, 8), ("lines", 11, 6, 7, 4),
        ("card", 11, 15, 7, 9),
    ),
}  # fmt: skip
_PLAIN: tuple[Mark, ...] = (("title", 2, 2.5, 11, 1.6), ("lines", 2, 6, 16, 8))


def sketch_of(page_type: str) -> tuple[Mark, ...]:
    """What is drawn for a page type; a title and lines for one nobody has drawn."""
    return _OF.get(page_type, _PLAIN)


def paint_sketch(painter: QPainter, room: QRectF, kind: PageType) -> None:
    """Sketch a page, or both pages of a spread, as large as fits in the middle of a room."""
    marks = sketch_of(kind.name)
    pages = 2 if kind.spread or any(x >= WIDE for _, x, *_ in marks) else 1
    scale = min(room.width() / (WIDE * pages), room.height() / HIGH)
    painter.save()
    painter.translate(
        room.center().x() - WIDE * pages * scale / 2, room.center().y() - HIGH * scale / 2
    )
    painter.scale(scale, scale)
    edge = QPen(look.colour("field-edge"), 1)
    edge.setCosmetic(True)
    painter.setPen(edge)
    painter.setBrush(look.colour("paper"))
    for page in range(pages):
        painter.drawRect(QRectF(page * WIDE, 0, WIDE, HIGH))
    painter.setPen(Qt.PenStyle.NoPen)
    for what, *box in marks:
        _paint(painter, what, QRectF(*box))
    painter.restore()


def _paint(painter: QPainter, what: str, box: QRectF) -> None:
    painter.setBrush(look.colour("field-edge"))
    match what:
        case "photo":
            painter.drawRect(box)
        case "card":
            painter.setBrush(look.colour("line"))
            painter.drawRoundedRect(box, 1, 1)
        case "title":
            painter.setBrush(look.colour("accent"))
            painter.drawRect(box)
        case "bar":
            painter.drawRoundedRect(box, 0.7, 0.7)
        case "round":
            painter.drawEllipse(box)
        case "ring":
            _paint_edge(painter, lambda: painter.drawEllipse(box))
        case "frame":
            _paint_edge(painter, lambda: painter.drawRect(box))
        case "house":
            _paint_house(painter, box)
        case "way":
            _paint_way(painter, box)
        case "kite":
            sides = ((0.5, 0), (1, 0.4), (0.5, 1), (0, 0.4))
            _paint_corners(painter, box, *sides)
        case "roof":
            _paint_corners(painter, box, (0.5, 0), (1, 1), (0, 1))
        case "bunting":
            for at in range(6):
                flag = QRectF(box.left() + at * box.width() / 6, box.top(), 2.6, box.height())
                _paint_corners(painter, flag, (0, 0), (1, 0), (0.5, 1))
        case "thread":
            ends = QPointF(box.x(), box.y()), QPointF(box.x() + box.width(), box.y() + box.height())
            _paint_edge(painter, lambda: painter.drawLine(*ends))
        case "quote":
            painter.setBrush(look.colour("line"))
            painter.drawRoundedRect(box, 2, 2)
            painter.setBrush(look.colour("field-edge"))
            _paint_lines(painter, QRectF(box.left() + 2, box.top() + 1.8, box.width() - 4, 2))
        case _:
            _paint_lines(painter, box)


def _paint_edge(painter: QPainter, draw: Callable[[], None]) -> None:
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(look.colour("field-edge"), 0.6))
    draw()
    painter.setPen(Qt.PenStyle.NoPen)


def _paint_corners(painter: QPainter, box: QRectF, *corners: tuple[float, float]) -> None:
    """Corners in shares of the box."""
    painter.drawPolygon(
        QPolygonF(
            [QPointF(box.x() + x * box.width(), box.y() + y * box.height()) for x, y in corners]
        )
    )


def _paint_lines(painter: QPainter, box: QRectF) -> None:
    many = round(box.height())
    for line in range(many):
        wide = box.width() * (0.6 if line == many - 1 and many > 1 else 1)
        painter.drawRect(QRectF(box.left(), box.top() + line * 2, wide, 0.8))


def _paint_house(painter: QPainter, box: QRectF) -> None:
    painter.drawRect(box.adjusted(box.width() * 0.12, box.height() * 0.4, -box.width() * 0.12, 0))
    middle = box.top() + box.height() * 0.45
    left, right = QPointF(box.left(), middle), QPointF(box.right(), middle)
    painter.drawPolygon(QPolygonF([left, QPointF(box.center().x(), box.top()), right]))


def _paint_way(painter: QPainter, box: QRectF) -> None:
    way = QPainterPath(box.bottomLeft())
    way.cubicTo(
        QPointF(box.center().x(), box.bottom() + 2), QPointF(box.center().x(), box.top()),
        box.topRight(),
    )  # fmt: skip
    painter.strokePath(way, QPen(look.colour("line"), 1.6))
