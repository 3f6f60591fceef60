"""What every place is built on: its bar, its message bars, its work, its inspector if it has one.

A place asks for what it shows and says what the worker meant through signals. It never receives
the window.
"""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QFrame,
    QListView,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from lifestory.gui.messages import Messages
from lifestory.gui.widgets import parts
from lifestory.gui.widgets.flow import Flow
from lifestory.gui.widgets.scrolled import Scrolled

INSPECTOR = 304
MARGIN = 24


class Place(QWidget):
    """The frame of a place. `work` is the column under the message bars; what `bar`
    is given stands at its right end, what `left_bar` is given beside the title."""

    def __init__(self, title: str) -> None:
        super().__init__()
        self.setAccessibleName(title)
        self.primary: QPushButton | None = None
        self.starts_at: QWidget | None = None
        self.title = parts.label(title, "title")
        self.count = parts.label(tone="quiet")
        self.messages = Messages()
        self.messages.left.connect(self.take_keyboard)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.bar_frame = self._make_bar()
        column.addWidget(self.bar_frame)
        self.panes = QSplitter(Qt.Orientation.Horizontal)
        self.panes.setChildrenCollapsible(False)
        self.panes.setHandleWidth(1)
        self._left = QWidget()
        self.work = QVBoxLayout(self._left)
        self.work.setContentsMargins(MARGIN, 8, MARGIN, 0)
        self.work.setSpacing(8)
        self.work.addWidget(self.messages)
        self.panes.addWidget(self._left)
        column.addWidget(self.panes, 1)

    def _make_bar(self) -> QFrame:
        bar = parts.panel("bar")
        bar.setMinimumHeight(57)
        self.bar = Flow(bar)
        self.bar.setContentsMargins(MARGIN, 12, MARGIN, 12)
        self.bar.setSpacing(8)
        self.left_bar = self.bar.leading
        self.title.setContentsMargins(0, 0, 8, 0)
        self.count.setContentsMargins(0, 0, 8, 0)
        self.left_bar.addWidget(self.title)
        self.left_bar.addWidget(self.count)
        return bar

    def edge_to_edge(self) -> None:
        """Let the work touch the edges; the message bars keep their margin."""
        self.work.setContentsMargins(0, 0, 0, 0)
        self.work.setSpacing(0)
        self.messages.setContentsMargins(MARGIN, 8, MARGIN, 8)

    def inspector(self, width: int = INSPECTOR) -> QVBoxLayout:
        """Add the pane at the right; returns its column, 16 px inside the edges. With large text
        it scrolls rather than push the window out of the screen."""
        side = parts.panel("side")
        side.setMinimumWidth(width)
        outer = QVBoxLayout(side)
        outer.setContentsMargins(0, 0, 0, 0)
        column = QWidget()
        outer.addWidget(Scrolled(column, width))
        inner = QVBoxLayout(column)
        inner.setContentsMargins(16, 16, 16, 16)
        inner.setSpacing(8)
        self.panes.addWidget(side)
        self.panes.setStretchFactor(0, 1)
        self.panes.setStretchFactor(self.panes.count() - 1, 0)
        self.panes.setSizes([10_000, width])
        return inner

    def pane(self, at: int) -> QWidget:
        """One of the panes, from the left."""
        found = self.panes.widget(at)
        assert found is not None
        return found

    def take_keyboard(self) -> None:
        """One has come here: the keyboard goes to the work."""
        first = self.starts_at or next(iter(self._left.findChildren(QListView)), None)
        if first is not None and first.isVisible():
            first.setFocus()
        else:
            self._left.setFocus()

    def set_primary(self, button: QPushButton) -> None:
        """The one thing to do here: at the right end of the bar, and what Ctrl+N presses."""
        self.primary = button
        self.bar.addWidget(button)

    def flush(self) -> None:
        """Say now what was typed and not yet said: the window is about to lock or close."""
