"""The rules by which the window is audited: named, readable, whole, and inside the window.

Each rule takes a window that stands and gives its faults. What is written is read from what every
widget paints; what it is written on is read from the window's own pixels.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import (
    QAccessible,
    QColor,
    QImage,
)
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QAbstractSlider,
    QAbstractSpinBox,
    QButtonGroup,
    QComboBox,
    QGraphicsView,
    QHeaderView,
    QLineEdit,
    QListView,
    QPlainTextEdit,
    QScrollBar,
    QTabBar,
    QTextEdit,
    QToolButton,
    QWidget,
)

from lifestory.gui import look
from tests.gui.painting import Painted, Written, is_viewport, shown

LEAST_CONTRAST = 4.5
"""Source: WCAG 2.1, 1.4.3; for text of every size, as the issue asks."""
SLACK = 1.5
"""Pixels that rounding may take."""
AROUND = 3
"""Pixels around letters from which one tells what they are written on."""
ROWS = 60
"""Rows of a list that are asked for their names; the rest are made as they are."""

CONTROLS = (
    QAbstractButton, QLineEdit, QPlainTextEdit, QTextEdit, QComboBox, QAbstractItemView, QTabBar,
    QAbstractSpinBox, QAbstractSlider, QGraphicsView,
)  # fmt: skip
_WRITTEN_IN = (QLineEdit, QPlainTextEdit, QTextEdit)
_WHOLE = (QComboBox, QAbstractSpinBox, QLineEdit, QTabBar)
"""What makes its own inner parts: they are judged with it."""


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with which widget."""

    rule: str
    who: str
    why: str

    def __str__(self) -> str:
        return f"{self.rule}: {self.who}: {self.why}"


def named(widget: QWidget) -> str:
    """A widget in words, with the place it stands in."""
    own = widget.accessibleName() or str(getattr(widget, "text", str)() or "")
    above, at = [], widget.parentWidget()
    while at is not None:
        if type(at).__module__.startswith("lifestory") and not at.isWindow():
            above.append(type(at).__name__)
        at = at.parentWidget()
    return f"{type(widget).__name__} “{own[:40]}” in {' ‹ '.join(above[:3]) or 'the window'}"


def controls(window: QWidget) -> Iterator[QWidget]:
    """Every control one sees."""
    for one in shown(window):
        if _is_control(one) and not _is_inner(one):
            yield one


def _is_control(widget: QWidget) -> bool:
    return isinstance(widget, CONTROLS) or bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)


def _is_inner(widget: QWidget) -> bool:
    inner = isinstance(widget, QScrollBar | QHeaderView) or isinstance(
        widget.parentWidget(), _WHOLE
    )
    return inner or is_viewport(widget)


def unnamed(window: QWidget) -> Iterator[Fault]:
    """Controls, and rows of lists, that a screen reader could not name."""
    for one in controls(window):
        face = QAccessible.queryAccessibleInterface(one)
        if not face.text(QAccessible.Text.Name).strip():
            yield Fault("no name", named(one), "a screen reader has nothing to say")
        if isinstance(one, QAbstractItemView) and one.model() is not None:
            yield from _unnamed_rows(one)


def _unnamed_rows(view: QAbstractItemView) -> Iterator[Fault]:
    model = view.model()
    for row in range(min(model.rowCount(view.rootIndex()), ROWS)):
        index = model.index(row, 0, view.rootIndex())
        said = index.data(Qt.ItemDataRole.AccessibleTextRole) or index.data()
        if not str(said or "").strip():
            yield Fault("no name", named(view), f"row {row} has nothing to say")


def unreached(window: QWidget, reached: frozenset[QWidget]) -> Iterator[Fault]:
    """Controls that can be used but to which no Tab, F6 or arrow leads. `reached` holds all that
    ever had the keyboard."""
    for one in controls(window):
        proxy = one.focusProxy()
        there = one in reached or proxy in reached or _by_arrow(one, reached)
        if one.isEnabled() and not there and not _by_key(one):
            yield Fault("unreachable", named(one), "no key leads to it")


def _by_arrow(widget: QWidget, reached: frozenset[QWidget]) -> bool:
    """Of buttons of which one holds, Tab leads to that one and arrows to the others."""
    group = widget.group() if isinstance(widget, QAbstractButton) else None
    if not isinstance(group, QButtonGroup) or not group.exclusive():
        return False
    return any(one in reached for one in group.buttons())


def _by_key(widget: QWidget) -> bool:
    """A button with a key of its own needs no Tab."""
    return isinstance(widget, QAbstractButton) and not widget.shortcut().isEmpty()


def unreadable(window: QWidget, painted: Painted) -> Iterator[Fault]:
    """Text that stands out too little from what it is written on. What is disabled is exempt."""
    seen = window.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    ratio = seen.devicePixelRatio()
    for one, texts in painted.items():
        if not one.isEnabled():
            continue
        visible, corner = one.visibleRegion(), one.mapTo(window, QPoint())
        for written in texts:
            middle = written.box.center().toPoint()
            if not visible.contains(middle) or _is_idle(one, written) or _hides(written):
                continue
            if not _on_top(window, one, corner + middle):
                continue
            around = written.box.adjusted(-AROUND, -AROUND, AROUND, AROUND)
            place = around.intersected(QRectF(visible.boundingRect())).translated(QPointF(corner))
            there = QRect(
                round(place.x() * ratio), round(place.y() * ratio),
                round(place.width() * ratio), round(place.height() * ratio),
            )  # fmt: skip
            ground = _ground(seen.copy(there))
            found = contrast(_over(written.ink, ground), ground)
            if found < LEAST_CONTRAST:
                why = f"“{written.text[:30]}” {written.ink.name()} on {ground.name()}: {found:.2f}"
                yield Fault("pale", named(one), why)


def _on_top(window: QWidget, widget: QWidget, at: QPoint) -> bool:
    """False where something else lies over a widget, such as the list of what was found."""
    top = window.childAt(at)
    return top is None or top is widget or top.isAncestorOf(widget) or widget.isAncestorOf(top)


def cut_off(painted: Painted) -> Iterator[Fault]:
    """Text that is not seen whole: painted beyond its widget, clipped by what it stands in, or
    shortened with nothing to say the whole of it."""
    for one, texts in painted.items():
        for written in texts:
            why = _how_cut(one, written)
            if why:
                yield Fault("cut off", named(one), f"“{written.text[:40]}” {why}")


def outside(window: QWidget) -> Iterator[Fault]:
    """Controls that stand out of what they are in, where nothing scrolls to them."""
    for one in controls(window):
        why = _beyond(one, QRectF(one.rect()))
        if why:
            yield Fault("outside", named(one), why)


def _how_cut(widget: QWidget, written: Written) -> str:
    view = widget.parentWidget() if is_viewport(widget) else None
    if not written.upright:
        return ""
    if written.text.endswith("…"):
        return _how_shortened(widget, view, written)
    if isinstance(widget, QLineEdit) or isinstance(view, _WRITTEN_IN):
        return ""  # one moves along in it
    if isinstance(view, QAbstractItemView):
        return _how_cut_in_row(view, written)
    if isinstance(widget, QTabBar) and any(one.isVisible() for one in _arrows(widget)):
        return ""  # its arrows lead there
    if not _holds(QRectF(widget.rect()), written.box):
        box = written.box.toRect()
        return f"needs {box.width()} × {box.height()} at {box.x()}, {box.y()} of {_size(widget)}"
    return _beyond(widget, written.box)


def _arrows(tabs: QTabBar) -> list[QToolButton]:
    return tabs.findChildren(QToolButton)


def _how_cut_in_row(view: QAbstractItemView, written: Written) -> str:
    wide, box = view.viewport().width(), written.box
    if view.horizontalScrollBar().maximum() == 0 and not -SLACK <= box.left() <= box.right() <= (
        wide + SLACK
    ):
        return f"runs from {box.left():.0f} to {box.right():.0f} in a list {wide} wide"
    index = view.indexAt(QPoint(round(box.center().x()), round(box.center().y())))
    if isinstance(view, QListView) and index.isValid():
        row = QRectF(view.visualRect(index))
        if box.top() < row.top() - SLACK or box.bottom() > row.bottom() + SLACK:
            return f"is higher than its row of {row.height():.0f}"
    return ""


def _how_shortened(widget: QWidget, view: QWidget | None, written: Written) -> str:
    whole = widget.toolTip()
    if isinstance(view, QAbstractItemView):
        index = view.indexAt(written.box.center().toPoint())
        texts = (index.data(), index.data(Qt.ItemDataRole.AccessibleTextRole))
        if any(written.text in str(one) for one in texts if one):
            return ""
        whole = index.data(Qt.ItemDataRole.ToolTipRole)
    elif isinstance(widget, QTabBar):
        tab = widget.tabAt(written.box.center().toPoint())
        whole = widget.tabToolTip(tab)
    for name in ("text", "currentText", "placeholderText"):
        said = getattr(widget, name, None)
        if said is not None and written.text in said():
            return ""  # it is meant so
    return "" if whole else "is shortened, and no tool tip says the whole"


def _beyond(widget: QWidget, box: QRectF) -> str:
    """How far a box of a widget lies out of what it stands in; empty when it is seen whole or can
    be scrolled to."""
    at = widget
    while not at.isWindow() and (above := at.parentWidget()) is not None:
        box = box.translated(QPointF(at.pos()))
        area = above.parentWidget()
        scrolls = is_viewport(above)
        room = QRectF(above.rect())
        if scrolls:
            assert isinstance(area, QAbstractScrollArea)
            never = Qt.ScrollBarPolicy.ScrollBarAlwaysOff
            if area.horizontalScrollBarPolicy() != never:
                room.setLeft(min(room.left(), box.left()))
                room.setRight(max(room.right(), box.right()))
            if area.verticalScrollBarPolicy() != never:
                room.setTop(min(room.top(), box.top()))
                room.setBottom(max(room.bottom(), box.bottom()))
        if not _holds(room, box):
            over = max(
                room.left() - box.left(), box.right() - room.right(),
                room.top() - box.top(), box.bottom() - room.bottom(),
            )  # fmt: skip
            return f"lies {over:.0f} px out of {type(above).__name__} ({_size(above)})"
        if scrolls:
            return ""  # the area itself is judged as a control, or with its own text
        at = above
    return ""


def _holds(room: QRectF, box: QRectF) -> bool:
    return room.adjusted(-SLACK, -SLACK, SLACK, SLACK).contains(box)


def _size(widget: QWidget) -> str:
    return f"{widget.width()} × {widget.height()}"


def _is_idle(widget: QWidget, written: Written) -> bool:
    """True for a row or a tab that cannot be chosen and wears the colour of such."""
    if written.ink.name() != look.colour("faint").name():
        return False
    view, at = widget.parentWidget(), written.box.center().toPoint()
    if isinstance(view, QAbstractItemView):
        return not view.indexAt(at).flags() & Qt.ItemFlag.ItemIsEnabled
    return isinstance(widget, QTabBar) and not widget.isTabEnabled(widget.tabAt(at))


def _hides(written: Written) -> bool:
    """True for the dots of a passphrase: so large that there is more of them than of the field."""
    return set(written.text) == {"●"}


def _ground(image: QImage) -> QColor:
    """The colour there is most of."""
    pixels = memoryview(bytes(image.constBits())).cast("I")
    ((most, _),) = Counter(pixels).most_common(1) or [(0xFFFFFFFF, 0)]
    return QColor.fromRgb(most)


def _over(ink: QColor, ground: QColor) -> QColor:
    """What the eye sees of an ink that lets through."""
    much = ink.alphaF()
    return QColor.fromRgbF(
        *(
            much * one + (1 - much) * other
            for one, other in (
                (ink.redF(), ground.redF()),
                (ink.greenF(), ground.greenF()),
                (ink.blueF(), ground.blueF()),
            )
        )
    )


def contrast(one: QColor, other: QColor) -> float:
    """From 1 to 21. Source: WCAG 2.1."""
    high, low = sorted((_lightness(one), _lightness(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def _lightness(colour: QColor) -> float:
    def line(part: float) -> float:
        return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4

    red, green, blue = (line(one) for one in (colour.redF(), colour.greenF(), colour.blueF()))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
