"""How a child's card is painted: who, what falls due and when, how far it is, what comes next."""

from __future__ import annotations

from PySide6.QtCore import (
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from lifestory.app.caseload import ChildCard
from lifestory.domain.people import Stage
from lifestory.gui import icons, look
from lifestory.gui.models import board
from lifestory.gui.widgets.portrait import paint_portrait

GAP = 12
HIGH = 174
RING = 3
"""Room round a card for the ring that shows where the keyboard is."""
_SEMI = QFont.Weight.DemiBold
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class CardDelegate(QStyledItemDelegate):
    """Paints one card of the board."""

    def sizeHint(
        self,
        option: QStyleOptionViewItem,  # noqa: ARG002
        index: QModelIndex | QPersistentModelIndex,  # noqa: ARG002
    ) -> QSize:
        return QSize(0, look.larger(HIGH) + GAP)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        card: ChildCard = index.data(board.CARD)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        outer = QRectF(option.rect).adjusted(RING, RING, -RING, RING - GAP)
        state = option.state
        _paint_frame(
            painter,
            outer,
            chosen=bool(state & QStyle.StateFlag.State_HasFocus),
            hovered=bool(state & QStyle.StateFlag.State_MouseOver),
        )
        _paint_words(painter, outer.adjusted(16, 16, -16, -16), card, index.data(board.PORTRAIT))
        _paint_more(painter, option.rect)
        painter.restore()


def _paint_frame(painter: QPainter, outer: QRectF, *, chosen: bool, hovered: bool) -> None:
    shape = QPainterPath()
    shape.addRoundedRect(outer.adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)
    painter.fillPath(shape, look.colour("stripe" if hovered else "paper"))
    painter.strokePath(shape, QPen(look.colour("line"), 1))
    if chosen:
        ring = QPainterPath()
        ring.addRoundedRect(outer.adjusted(-2, -2, 2, 2), 10, 10)
        painter.strokePath(ring, QPen(look.colour("accent"), 2))


def _paint_words(painter: QPainter, box: QRectF, card: ChildCard, portrait: object) -> None:
    px = look.larger
    line, side = float(px(20)), px(40)
    paint_portrait(
        painter,
        QRectF(box.left(), box.top(), side, side),
        card.name,
        portrait,  # type: ignore[arg-type]
    )
    days = _paint_days(painter, box, card)
    left, room = box.left() + side + 12, box.width() - side - 20 - days
    write(painter, QRectF(left, box.top() - 2, room, px(24)), card.name, look.TITLE, semi=True)
    under = QRectF(left, box.top() + px(22), room, line)
    write(painter, under, board.subline(card), look.MINOR, tone="quiet")
    y = box.top() + px(52)
    _paint_due(painter, QRectF(box.left(), y, box.width(), line), card)
    y += px(32)
    _paint_stages(painter, QRectF(box.left(), y, box.width(), 4), card.next_stage)
    word, step = (board.translate("Board", one) for one in board.STAGES[card.next_stage])
    so_far = board.so_far(card)
    words = f"{word}: {so_far}" if so_far else word
    write(painter, QRectF(box.left(), y + 6, box.width(), px(18)), words, look.MINOR, tone="quiet")
    foot = QRectF(box.left(), box.bottom() - line + 2, box.width(), line)
    arrow = icons.pixmap("arrow-right", look.colour("accent"), 12, _ratio(painter))
    painter.drawPixmap(QPointF(foot.left() + 1, foot.center().y() - 6), arrow)
    right = 0.0
    if card.open_findings:
        words = board.findings_in_words(card.open_findings)
        right = badge_width(words)
        middle = foot.center().y()
        left = foot.right() - right
        paint_badge_from(painter, left, middle, words=words, icon="circle-alert", tone="look")
    write(painter, foot.adjusted(18, 0, -right, 0), step)


def more_box(card: QRect) -> QRect:
    """Where the three dots of a card are, that open its menu, in a row `card` of the list."""
    outer = card.adjusted(RING, RING, -RING, RING - GAP)
    side = look.larger(24)
    y = outer.top() + 16 + look.larger(52 + 32) + 8
    return QRect(outer.right() - 16 - side + 4, y, side, side)


def _paint_more(painter: QPainter, card: QRect) -> None:
    box = more_box(card)
    dots = icons.pixmap("ellipsis", look.colour("quiet"), 16, _ratio(painter))
    painter.drawPixmap(box.center() - QPoint(8, 8), dots)


def _paint_due(painter: QPainter, box: QRectF, card: ChildCard) -> None:
    """What falls due; where it is too long for the card, the day stays."""
    day = board.due_day(card)
    metrics = QFontMetricsF(look.font())
    what = board.due_in_words(card).removesuffix(day)
    room = box.width() - metrics.horizontalAdvance(day) - 1
    fitted = metrics.elidedText(what, Qt.TextElideMode.ElideRight, room)
    write(painter, box, fitted + day)


def _paint_days(painter: QPainter, box: QRectF, card: ChildCard) -> float:
    """The number of days and its words at the right; returns how wide they are."""
    left = card.working_days_left
    if left is None:
        return 0
    tone = {board.Column.OVERDUE: "stop", board.Column.SOON: "look"}.get(
        board.column_of(card), "text"
    )
    words = board.days_in_words(left)
    number = QRectF(box.left(), box.top() - 2, box.width(), look.larger(28))
    write(painter, number, str(abs(left)), look.HERO, semi=True, tone=tone, align=RIGHT)
    under = QRectF(box.left(), box.top() + look.larger(22), box.width(), look.larger(20))
    quiet = "quiet" if tone == "text" else tone
    write(painter, under, words, look.MINOR, tone=quiet, align=RIGHT)
    return QFontMetricsF(look.font(look.MINOR)).horizontalAdvance(words)


def _paint_stages(painter: QPainter, box: QRectF, stage: Stage) -> None:
    stages = list(Stage)[:5]
    done = list(Stage).index(stage)
    gap = 4.0
    wide = (box.width() - gap * (len(stages) - 1)) / len(stages)
    for number in range(len(stages)):
        bar = QPainterPath()
        bar.addRoundedRect(box.left() + number * (wide + gap), box.top(), wide, 4, 2, 2)
        painter.fillPath(bar, look.colour("accent" if number <= done else "line"))


def paint_badge_from(
    painter: QPainter, left: float, middle: float, *, words: str, icon: str, tone: str
) -> float:
    """A badge 20 px high from its left end along its middle line; returns its right end. `tone` is
    stop, look, good, accent or neutral."""
    ink = "quiet" if tone == "neutral" else tone
    drawn = 16 if icon else 0
    wide = QFontMetricsF(look.font(look.MINOR, _SEMI)).horizontalAdvance(words) + drawn + 17
    high = look.larger(20)
    box = QRectF(left, middle - high / 2, wide, high)
    shape = QPainterPath()
    shape.addRoundedRect(box, high / 2, high / 2)
    painter.fillPath(shape, look.colour("chosen" if tone == "accent" else f"{tone}-tint"))
    if look.worn() is look.Scheme.HIGH_CONTRAST:
        painter.strokePath(shape, QPen(look.colour(ink), 1))
    if icon:
        picture = icons.pixmap(icon, look.colour(ink), 12, _ratio(painter))
        painter.drawPixmap(QPointF(box.left() + 8, box.center().y() - 6), picture)
    inside = box.adjusted(8 + drawn, 0, -8, 0)
    write(painter, inside, words, look.MINOR, semi=True, tone=ink)
    return box.right()


def badge_width(words: str) -> float:
    """How wide a badge with an icon and these words is, in pixels."""
    return QFontMetricsF(look.font(look.MINOR, _SEMI)).horizontalAdvance(words) + 33


def _ratio(painter: QPainter) -> float:
    return painter.device().devicePixelRatioF()


def write(
    painter: QPainter,
    box: QRectF,
    words: str,
    scale: float = look.BODY,
    *,
    semi: bool = False,
    tone: str = "text",
    align: Qt.AlignmentFlag = LEFT,
) -> None:
    """One line of words; too long a line ends in an ellipsis. Letters taller than the box, such as
    Urdu's, are not cut off."""
    letters = look.font(scale, _SEMI if semi else QFont.Weight.Normal)
    painter.setFont(letters)
    painter.setPen(look.colour(tone))
    fitted = QFontMetricsF(letters).elidedText(words, Qt.TextElideMode.ElideRight, box.width())
    painter.drawText(box, align.value | Qt.TextFlag.TextDontClip.value, fitted)
