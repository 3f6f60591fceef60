"""A meter: how much there is of what there should be at most. It says so and never blocks."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from lifestory.gui import look
from lifestory.gui.widgets import parts

TICK = 0.8
"""Where on the line the limit stands (mockups/window/SPEC §3)."""


class Meter(QWidget):
    """Label, value of limit, and a line with a tick at the limit; amber over it."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._name = name
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        row = QHBoxLayout()
        row.setSpacing(4)
        row.addWidget(parts.label(name, wrap=True), 1)
        self.value = parts.label("0", "strong")
        self.limit = parts.label(tone="quiet")
        row.addWidget(self.value)
        row.addWidget(self.limit)
        column.addLayout(row)
        self.line = _Line()
        column.addWidget(self.line)

    def show_value(self, value: int, limit: int) -> None:
        """Show so much of so much; a limit of 0 is none, and there is no line then."""
        over = 0 < limit < value
        self.value.setText(str(value))
        parts.set_tone(self.value, "look" if over else "")
        of = self.tr("of {limit}").format(limit=limit) if limit else ""
        self.limit.setText(of)
        self.limit.setVisible(bool(of))
        said = self.tr(", over the limit") if over else ""
        self.setAccessibleName(f"{self._name}: {value} {of}".rstrip() + said)
        self.line.setVisible(limit > 0)
        self.line.show_share(value / limit if limit else 0.0)


class _Line(QWidget):
    """The line itself; its tick stands a little out of it."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedHeight(10)
        self._share = 0.0

    def show_share(self, share: float) -> None:
        """`share` of the limit."""
        if share != self._share:
            self._share = share
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        line = QRectF(self.rect()).adjusted(0.5, 2.0, -0.5, -2.0)
        bare = look.worn() is not look.Scheme.HIGH_CONTRAST
        painter.setPen(Qt.PenStyle.NoPen if bare else look.colour("text"))
        painter.setBrush(look.colour("neutral-tint"))
        painter.drawRoundedRect(line, 3, 3)
        filled = QRectF(line)
        filled.setWidth(min(line.width(), max(0.0, line.width() * TICK * self._share)))
        if filled.width() >= 1:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.colour("look" if self._share > 1 else "accent"))
            painter.drawRoundedRect(filled, 3, 3)
        painter.fillRect(QRectF(line.width() * TICK, 0, 2, 10), look.colour("text"))
