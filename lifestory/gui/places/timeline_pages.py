"""What the timeline shows in its middle beside the line: lists, and the first steps where there is
nothing yet."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QListView

from lifestory.gui.models.rows import LifeModel
from lifestory.gui.widgets import parts
from lifestory.gui.widgets.empty import Empty
from lifestory.gui.widgets.life_row import LifeDelegate

translate = QCoreApplication.translate


def list_of(model: LifeModel, name: str) -> QListView:
    """The rows of a life one under the other."""
    made = QListView()
    made.setAccessibleName(name)
    made.setModel(model)
    made.setItemDelegate(LifeDelegate(made))
    made.setMouseTracking(True)
    made.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
    return made


def empty_life(paste: Callable[[], None], add: Callable[[], None]) -> Empty:
    """The first steps of a life of which nothing but the birth is known."""
    words = translate("Timeline", "Paste a chronology")
    first = parts.button(words, "clipboard-paste", "primary", "large")
    first.clicked.connect(paste)
    other = parts.button(translate("Timeline", "Add a milestone"), "plus", "", "large")
    other.clicked.connect(add)
    return Empty(
        translate("Timeline", "A life, day by day, goes here"),
        translate(
            "Timeline",
            "First steps, a new home, a seaside holiday. A date may be as vague as what "
            "is known: a day, a season, an age, or not known yet.",
        ),
        first,
        other,
    )


def empty_about(add: Callable[[], None]) -> Empty:
    """The first step where nothing is said yet of what is true at any time."""
    first = parts.button(translate("Timeline", "Add a fact"), "plus", "primary", "large")
    first.clicked.connect(add)
    return Empty(
        translate("Timeline", "What is true at any time goes here"),
        translate(
            "Timeline",
            "What the child loves and is good at, who the friends are, what they hope for. "
            "The pages “All about me” and “My hopes” are filled from it.",
        ),
        first,
    )
