"""Beside a passage: what belongs to it, or what it was before."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QMenu, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from lifestory.app.versions import Version
from lifestory.gui.places.telling import Telling
from lifestory.gui.places.versions import Versions
from lifestory.gui.widgets import parts
from lifestory.gui.widgets.flow import Flow


class PassageSide(QFrame):
    """`versions_asked` asks what the passage was before, `starters_asked` for sentences to begin
    with, of which `started` carries the one chosen."""

    versions_asked = Signal()
    starters_asked = Signal()
    started = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("part", "side")
        self.telling = Telling()
        self.versions = Versions()
        self.menu = QMenu(self)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._told())
        self._stack.addWidget(self.versions)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._stack, 1)

    def _told(self) -> QWidget:
        told = QWidget()
        column = QVBoxLayout(told)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        scroll = QScrollArea()
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(self.telling)
        column.addWidget(scroll, 1)
        column.addWidget(parts.rule())
        history = parts.button(self.tr("Versions"), "history")
        history.setToolTip(self.tr("What this passage was before (Ctrl+H)"))
        history.clicked.connect(self.versions_asked)
        self.begin = parts.button(self.tr("Starters"), "lightbulb")
        self.begin.setToolTip(self.tr("First sentences to begin with"))
        self.begin.clicked.connect(self.starters_asked)
        foot = QWidget()
        row = Flow(foot)
        row.setContentsMargins(16, 12, 16, 12)
        row.setSpacing(8)
        row.leading.addWidget(history)
        row.leading.addWidget(self.begin)
        column.addWidget(foot)
        return told

    @property
    def looked_at(self) -> Version | None:
        """The earlier version one looks at."""
        return self.versions.chosen if self._stack.currentWidget() is self.versions else None

    def show_versions(self, versions: Sequence[Version]) -> None:
        """Show what the passage was before."""
        self._stack.setCurrentWidget(self.versions)
        self.versions.show_versions(versions)

    def show_telling(self) -> None:
        """Show what belongs to the passage."""
        self._stack.setCurrentIndex(0)
        self.versions.model.show(())

    def offer(self, sentences: Sequence[str]) -> None:
        """Offer sentences to begin with, over the button that asked for them."""
        self.menu.clear()
        for one in sentences:
            action = QAction(one.replace("&", "&&"), self.menu)
            action.triggered.connect(lambda _=False, one=one: self.started.emit(one))
            self.menu.addAction(action)
        high = self.menu.sizeHint().height()
        self.menu.popup(self.begin.mapToGlobal(QPoint(0, -high)))
