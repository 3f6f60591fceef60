"""A milestone on its way along the line, by keys or drawn with the mouse: one change once it
rests."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject, QTimer, Signal

from lifestory.app.honest_moves import moved, steps_in
from lifestory.domain.dates import HonestDate
from lifestory.domain.life import Milestone
from lifestory.gui.models.life import Life

PAUSE = 600
"""Milliseconds: a run of steps along the line is one change."""


class Moving(QObject):
    """`going` carries the milestone where it now is, `arrived` where it came to rest."""

    going = Signal(object)
    arrived = Signal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.now: Milestone | None = None
        self._drawn_from: HonestDate | None = None
        self._pause = QTimer(self, interval=PAUSE, singleShot=True)
        self._pause.timeout.connect(self.rest)

    def step(self, milestone: Milestone, steps: int, life: Life) -> None:
        """By so many steps of its own precision, within the life."""
        self._go(milestone, moved(milestone.when, steps, life.born, life.today))

    def draw(self, milestone: Milestone, days: float, life: Life) -> None:
        """To so many days from where it was when it was taken up."""
        if self._drawn_from is None:
            self._drawn_from = milestone.when
        steps = steps_in(days, self._drawn_from)
        self._go(milestone, moved(self._drawn_from, steps, life.born, life.today))

    def rest(self) -> None:
        """It has arrived."""
        self._pause.stop()
        self._drawn_from = None
        resting, self.now = self.now, None
        if resting is not None:
            self.arrived.emit(resting)

    def _go(self, milestone: Milestone, when: HonestDate) -> None:
        if when != milestone.when:
            self.now = replace(milestone, when=when)
            self._pause.start()
            self.going.emit(self.now)

    def in_life(self, life: Life) -> Life:
        """The life with the milestone where it is now."""
        now, born = self.now, life.born
        if now is None:
            return life
        all_of_them = (now if one.id == now.id else one for one in life.milestones)
        ordered = sorted(all_of_them, key=lambda one: one.when.sort_key(born))
        return replace(life, milestones=tuple(ordered))
