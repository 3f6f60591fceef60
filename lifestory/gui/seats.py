"""The places in the order of the work: one table that the rail, the keys and the search read.

A place that is not built yet has its seat here already; it shows once it can be made.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

_CONTEXT = "Seats"


@dataclass(frozen=True, slots=True)
class Seat:
    """One place: its name in code, its word in the rail, its icon, its number or the key it has
    instead of one, and whether it needs a child."""

    name: str
    word: str
    icon: str
    number: int
    of_a_child: bool = True
    own_key: str = ""

    @property
    def title(self) -> str:
        """The word in the reader's language."""
        return QCoreApplication.translate(_CONTEXT, self.word)

    @property
    def key(self) -> str:
        """Its shortcut; the number keeps to the seat, so that it never moves under the fingers."""
        return self.own_key or f"Ctrl+{self.number}"


SEATS = (
    Seat(
        "children", str(QT_TRANSLATE_NOOP("Seats", "Children")), "layout-grid", 1, of_a_child=False
    ),
    Seat("photos", str(QT_TRANSLATE_NOOP("Seats", "Photos")), "images", 2),
    Seat("people", str(QT_TRANSLATE_NOOP("Seats", "People")), "users", 3),
    Seat("timeline", str(QT_TRANSLATE_NOOP("Seats", "Timeline")), "chart-gantt", 4),
    Seat("story", str(QT_TRANSLATE_NOOP("Seats", "Story")), "pen-line", 5),
    Seat("book", str(QT_TRANSLATE_NOOP("Seats", "Book")), "book-open", 6),
    Seat("check", str(QT_TRANSLATE_NOOP("Seats", "Check")), "list-checks", 7),
    Seat("handover", str(QT_TRANSLATE_NOOP("Seats", "Hand over")), "hand-helping", 8),
)
FEET = (
    Seat(
        "settings", str(QT_TRANSLATE_NOOP("Seats", "Settings")), "settings", 0,
        of_a_child=False, own_key="Ctrl+,",
    ),
    Seat(
        "help", str(QT_TRANSLATE_NOOP("Seats", "Help")), "circle-question-mark", 0,
        of_a_child=False, own_key="F1",
    ),
)  # fmt: skip
"""What stands at the foot of the rail: no step of the work."""


def seat(name: str) -> Seat:
    """The seat with that name; KeyError when there is none."""
    return {one.name: one for one in (*SEATS, *FEET)}[name]
