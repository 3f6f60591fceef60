"""The steps of handing over, one under the other: a number, a title, and rows of things to do."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QRectF, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from lifestory.gui import look
from lifestory.gui.widgets import parts

_CIRCLE, _APART = 32, 24


class Steps(QWidget):
    """A column of steps. A later step takes its seat between two others by its place in the
    order in which they are added."""

    def __init__(self) -> None:
        super().__init__()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 16, 16, 16)
        self._column.setSpacing(_APART)
        self._column.addStretch(1)
        self._steps: list[Step] = []

    def add(self, title: str, words: str) -> Step:
        """The next step."""
        step = Step(len(self._steps) + 1, title, words)
        self._column.insertWidget(len(self._steps), step)
        self._steps.append(step)
        return step

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """A line leads from each number to the next."""
        painter = QPainter(self)
        for one, after in zip(self._steps, self._steps[1:], strict=False):
            circle = one.number
            top = circle.mapTo(self, QPoint(circle.width() // 2, circle.height()))
            end = after.number.mapTo(self, QPoint(0, 0)).y()
            painter.fillRect(top.x() - 1, top.y() + 4, 2, end - top.y() - 8, look.colour("line"))


class Step(QWidget):
    """One step: rows and fields come under its title. The step that is `due` has its number in
    the accent."""

    def __init__(self, number: int, title: str, words: str) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        self.number = _Number(number)
        row.addWidget(self.number, alignment=Qt.AlignmentFlag.AlignTop)
        self._inner = QVBoxLayout()
        self._inner.setSpacing(8)
        head = QHBoxLayout()
        head.addWidget(parts.label(title, "title"))
        head.addStretch(1)
        self.note = parts.label(tone="quiet")
        head.addWidget(self.note)
        self._inner.addLayout(head)
        self._inner.addWidget(parts.label(words, tone="quiet", wrap=True))
        row.addLayout(self._inner, 1)

    def row(self, icon: str, title: str, words: str, *buttons: QWidget) -> QLabel:
        """Something one can do here, what it is, and the buttons for it. Gives what is said of
        it."""
        self._inner.addWidget(parts.rule())
        made = QWidget()
        line = QHBoxLayout(made)
        line.setContentsMargins(0, 4, 0, 4)
        line.setSpacing(12)
        line.addWidget(parts.picture(icon, "quiet", look.larger(20)))
        text = QVBoxLayout()
        text.setSpacing(0)
        text.addWidget(parts.label(title))
        says = parts.label(words, "minor", "quiet", wrap=True)
        text.addWidget(says)
        line.addLayout(text, 1)
        for button in buttons:
            line.addWidget(button)
        self._inner.addWidget(made)
        return says

    def put(self, widget: QWidget) -> None:
        """Something of its own under the rows."""
        self._inner.addWidget(widget)


class _Number(QWidget):
    """A number in a circle that grows with the text."""

    def __init__(self, number: int) -> None:
        super().__init__()
        self._number = number
        self.due = number == 1
        self._fit()

    def _fit(self) -> None:
        side = look.larger(_CIRCLE)
        if self.width() != side:
            self.setFixedSize(side, side)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, *look.SCHEME_EVENTS):
            self._fit()
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        bare = look.worn() is look.Scheme.HIGH_CONTRAST and not self.due
        painter.setPen(look.colour("line") if bare else Qt.PenStyle.NoPen)
        painter.setBrush(look.colour("accent" if self.due else "neutral-tint"))
        painter.drawEllipse(box)
        painter.setPen(look.colour("on-accent" if self.due else "quiet"))
        painter.setFont(look.font(look.BODY, QFont.Weight.DemiBold))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(self._number))
