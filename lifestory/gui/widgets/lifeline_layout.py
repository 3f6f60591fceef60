"""Where every lane, band, point and label of the line of life lies, in pixels of the whole line.

The sizes are those of the 14 px design, grown with the text.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, QSize
from PySide6.QtGui import QFont, QFontMetricsF

from lifestory.domain.dates import Span
from lifestory.domain.life import Home
from lifestory.gui import look
from lifestory.gui.models.lanes import APART, Label, Scale, stagger, tracks, whole_life
from lifestory.gui.models.life import Life
from lifestory.gui.models.rows import Lane, Row

YEARS, AGES, BAND, PAD, PHOTOS = 32, 36, 64, 14, 72
LINE, TIGHT = 40, 26
"""The height of a line of labels, and of one where there are many."""
MARK = 7.0
"""How far the mark of a milestone reaches, in pixels."""
LONGEST, CUT, SCROLLED = 420, 120, 170
"""A longer label ends in an ellipsis; the inspector has all of it. In a life with so much in it
that the labels would need too many lines some are cut, but never below this; less short where one
must scroll down to see all of them anyway."""
NAME = 18
"""The height of a line of names under the homes that are too narrow for their own."""
LEAST_BAND = 8.0
FIRST, LAST = 20, 28.0
"""What is left free before the first year and after today."""


@dataclass(frozen=True, slots=True)
class Box:
    """Where a row lies; `mark` is where one would point at. `words` are those of a milestone, or
    the name of a home that stands under it because it has no room inside."""

    rect: QRectF
    mark: QPointF
    label: Label | None = None
    words: QRectF | None = None

    def distance(self, point: QPointF) -> float:
        """How far along the line it is from a point; nought inside a band."""
        if self.label is None and self.rect.left() <= point.x() <= self.rect.right():
            return 0.0
        return abs(self.mark.x() - point.x())


@dataclass(frozen=True, slots=True)
class Layout:
    """Everything in its place. `head` is the width of the lane heads, which do not scroll along;
    `tops` the upper edge of each lane by name, and `height` the lower edge of the last."""

    scale: Scale
    span: Span
    head: float
    width: float
    height: float
    tops: dict[str, float]
    heads: dict[str, str]
    boxes: dict[int, Box] = field(default_factory=dict)
    order: tuple[int, ...] = ()
    """The rows that have a place, from left to right."""

    def day_at(self, x: float) -> date:
        """Which day stands there."""
        days = (x - self.scale.left) / self.scale.step
        return self.scale.first + timedelta(days=round(days))


def head_words() -> dict[str, str]:
    """What each lane is called."""
    say = QCoreApplication.translate
    return {
        "ages": say("Lifeline", "Age"),
        "homes": say("Lifeline", "Homes"),
        "milestones": say("Lifeline", "Milestones"),
        "photos": say("Lifeline", "Photos"),
    }


def lay_out(life: Life, rows: Sequence[Row], view: QSize, zoom: float) -> Layout:
    """Lay out the dated rows for a view of that size; at zoom 1 the whole life fits across."""
    larger, heads = look.larger, head_words()
    bold = QFontMetricsF(look.font(look.MINOR, QFont.Weight.DemiBold))
    head = max(bold.horizontalAdvance(one) for one in heads.values()) + 24 + larger(16)
    dated = [(at, row, row.span) for at, row in enumerate(rows) if row.span is not None]
    span = whole_life([one for _, _, one in dated], life.born, life.today)
    days = max(1, (span.last - span.first).days)
    left = head + larger(FIRST)
    room = max(320.0, view.width() - left - LAST)
    scale = Scale(span.first, room * zoom / days, left)
    width = scale.x(span.last) + LAST
    bands = [one for one in dated if one[1].lane is Lane.HOMES]
    under, band_boxes = _bands(bands, scale, larger(YEARS) + larger(AGES) + larger(PAD), width)
    tops = {"years": 0.0, "ages": float(larger(YEARS))}
    tops["homes"] = tops["ages"] + larger(AGES)
    tops["milestones"] = under + larger(PAD)
    points = [one for one in dated if one[1].lane is Lane.MILESTONES]
    free = view.height() - tops["milestones"] - larger(PAD) - (larger(PHOTOS) if life.photos else 0)
    lines, point_boxes = _points(points, scale, scale.x(life.today) - 4, tops["milestones"], free)
    tops["photos"] = tops["milestones"] + lines
    high = tops["photos"] + (larger(PHOTOS) if life.photos else 0)
    boxes = _birth(dated, scale, tops["ages"]) | band_boxes | point_boxes
    order = tuple(sorted(boxes, key=lambda at: (boxes[at].mark.x(), at)))
    if not life.photos:
        heads.pop("photos")
    return Layout(scale, span, head, width, high, tops, heads, boxes, order)


def short(row: Row) -> str:
    """The first sentence of its words, as a label."""
    return row.words.partition(". ")[0].rstrip(".")


Dated = tuple[int, Row, Span]


def _birth(dated: Sequence[Dated], scale: Scale, top: float) -> dict[int, Box]:
    wide, high = look.larger(44), look.larger(AGES)
    found = {}
    for at, row, span in dated:
        if row.lane is Lane.BIRTH:
            x = scale.x(span.middle)
            rect = QRectF(x - wide / 2, top + 1, wide, high - 2)
            found[at] = Box(rect, QPointF(x, rect.bottom() - look.larger(8)))
    return found


def _bands(
    dated: Sequence[Dated], scale: Scale, top: float, right: float
) -> tuple[float, dict[int, Box]]:
    """Where the homes end, with the names that stand under them; and their bands."""
    edges = []
    for _, _, span in dated:
        edges.append((scale.x(span.first), scale.x(span.last)))
    lying = tracks(edges)
    found = {}
    for (at, row, _), (left, end), track in zip(dated, edges, lying, strict=True):
        y = top + track * look.larger(BAND + 8)
        shrink = 1.0 if isinstance(row.record, Home) else 0.0
        wide = max(end - left - 2 * shrink, LEAST_BAND)
        rect = QRectF(left + shrink, y, wide, look.larger(BAND))
        found[at] = Box(rect, rect.center())
    bottom = top + max(lying, default=0) * look.larger(BAND + 8) + look.larger(BAND)
    metrics = QFontMetricsF(look.font(look.MINOR, QFont.Weight.DemiBold))
    marks = {
        at: (found[at].rect.center().x(), wide + 4)
        for at, row, _ in dated
        if isinstance(row.record, Home)
        and (wide := metrics.horizontalAdvance(row.words)) > found[at].rect.width() - 4
    }
    high = look.larger(NAME)
    for at, label in zip(marks, stagger(list(marks.values()), -4, right), strict=True):
        y = bottom + look.larger(4) + label.line * high
        words = QRectF(label.left, y, label.right - label.left, high)
        found[at] = replace(found[at], words=words)
    named = [box.words.bottom() for box in found.values() if box.words is not None]
    return max([bottom, *named]), found


def _points(
    dated: Sequence[Dated], scale: Scale, right: float, top: float, high: float
) -> tuple[float, dict[int, Box]]:
    """How high the lane of milestones is, and where each stands: its labels as long as they may be
    without needing more than `high` pixels."""
    metrics = QFontMetricsF(look.font(1.0, QFont.Weight.DemiBold))
    wide = [metrics.horizontalAdvance(short(row)) + 8 for _, row, _ in dated]
    across = [scale.x(span.middle) for _, _, span in dated]
    most = high // look.larger(TIGHT)
    labels = _stagger(list(zip(across, wide, strict=True)), scale.left, right, most)
    lines = max((label.line for label in labels), default=0) + 1
    line = look.larger(LINE if lines * look.larger(LINE) <= high else TIGHT)
    found = {}
    for (at, _, _), label in zip(dated, labels, strict=True):
        y = top + look.larger(PAD / 2) + label.line * line
        words = QRectF(label.left, y, label.right - label.left, line)
        mark = QPointF(label.x, y + line / 2)
        rect = words.united(QRectF(label.x - MARK, y, 2 * MARK, line))
        found[at] = Box(rect.adjusted(0, 2, 0, -2), mark, label, words)
    return max(lines, 3) * line + look.larger(PAD), found


def _stagger(
    marks: Sequence[tuple[float, float]], left: float, right: float, most: float
) -> list[Label]:
    """Labels on at most so many lines, where that can be; none wider than there is room between
    `left` and `right` on the better side of its mark."""
    beside = MARK + APART
    rooms = [max(right - x, x - left) - beside for x, _ in marks]
    longest = look.larger(LONGEST)
    marks = [(x, min(wide, longest, room)) for (x, wide), room in zip(marks, rooms, strict=True)]
    labels = stagger(marks, MARK, right, look.larger(CUT), most)
    if max((one.line for one in labels), default=0) < most:
        return labels
    return stagger(marks, MARK, right, look.larger(SCROLLED), 2 * most)
