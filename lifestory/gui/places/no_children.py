"""The board before there is anybody: the first steps, and what will happen then."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from lifestory.gui import look
from lifestory.gui.widgets import parts
from lifestory.gui.widgets.empty import Empty

_WIDEST = 880
"""Pixels at the usual text size."""


class NoChildren(QScrollArea):
    """`first_asked`, `sample_asked` and `archive_asked` for its three ways in."""

    first_asked = Signal()
    sample_asked = Signal()
    archive_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inside = QWidget()
        self.setWidget(inside)
        column = QVBoxLayout(inside)
        self.first = parts.button(self.tr("Add the first child"), "plus", "primary", "large")
        self.first.clicked.connect(self.first_asked)
        sample = parts.button(self.tr("Try the sample child"), "book-open", size="large")
        sample.clicked.connect(self.sample_asked)
        archive = parts.button(
            self.tr("Someone sent me an archive of a child's story"), kind="link"
        )
        archive.clicked.connect(self.archive_asked)
        column.addWidget(
            Empty(
                self.tr("The children you make books for will be here"),
                self.tr(
                    "One card for each child, the nearest date first. To begin you need only a "
                    "first name and a date of birth. Everything else can come later, in any order."
                ),
                self.first,
                sample,
                link=archive,
            ),
            1,
        )
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self._then(), 100)
        foot.addStretch(1)
        column.addLayout(foot)
        column.addSpacing(24)

    def _then(self) -> QWidget:
        """What comes after the first child, in three columns, together no wider than reads well."""
        then = QWidget()
        then.setMaximumWidth(look.larger(_WIDEST))
        outer = QVBoxLayout(then)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(24)
        outer.addWidget(parts.rule())
        row = QHBoxLayout()
        outer.addLayout(row)
        row.setSpacing(40)
        for icon, title, words in (
            (
                "images",
                self.tr("Bring in photos"),
                self.tr(
                    "Drag a folder onto Photos. Dates are found, doubles set aside, originals kept."
                ),
            ),
            (
                "pen-line",
                self.tr("Put in what is known"),
                self.tr("Homes, milestones, facts. Every one keeps its source."),
            ),
            (
                "book-open",
                self.tr("See a book at once"),
                self.tr("Pages are laid out for the child's age, just as they will print."),
            ),
        ):
            column = QVBoxLayout()
            column.setSpacing(4)
            heading = QHBoxLayout()
            heading.setSpacing(8)
            heading.addWidget(parts.picture(icon, "accent", 22))
            heading.addWidget(parts.label(title, "strong"), 1)
            column.addLayout(heading)
            column.addWidget(parts.label(words, tone="quiet", wrap=True))
            column.addStretch(1)
            row.addLayout(column, 1)
        return then
