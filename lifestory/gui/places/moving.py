"""A milestone, or the first or last day of a home, on its way along the line, by keys or drawn with
the mouse: one change once it rests."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject, QTimer, Signal

from lifestory.app.honest_moves import date_of, moved, put_at, steps_in
from lifestory.domain.dates import HonestDate
from lifestory.domain.life import Home, Milestone
from lifestory.gui.models.life import Life

PAUSE = 600
"""Milliseconds: a run of steps along the line is one change."""


class Moving(QObject):
    """`going` carries the milestone or home where it now is, `arrived` where it came to rest. With
    `end` it is the day a home was left that moves."""

    going = Signal(object)
    arrived = Signal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.now: Milestone | Home | None = None
        self._drawn_from: HonestDate | None = None
        self._pause = QTimer(self, interval=PAUSE, singleShot=True)
        self._pause.timeout.connect(self.rest)

    def step(self, record: Milestone | Home, steps: int, life: Life, *, end: bool = False) -> None:
        """By so many steps of its own precision, within the life."""
        when = date_of(record, end=end)
        if when is not None:
            self._go(record, moved(when, steps, life.born, life.today), life, end=end)

    def draw(self, record: Milestone | Home, days: float, life: Life, *, end: bool = False) -> None:
        """To so many days from where it was when it was taken up."""
        if self._drawn_from is None:
            self._drawn_from = date_of(record, end=end)
        if self._drawn_from is not None:
            steps = steps_in(days, self._drawn_from)
            there = moved(self._drawn_from, steps, life.born, life.today)
            self._go(record, there, life, end=end)

    def rest(self) -> None:
        """It has arrived."""
        self._pause.stop()
        self._drawn_from = None
        resting, self.now = self.now, None
        if resting is not None:
            self.arrived.emit(resting)

    def _go(self, record: Milestone | Home, when: HonestDate, life: Life, *, end: bool) -> None:
        there = put_at(record, when, life.born, end=end)
        if there != record:
            self.now = there
            self._pause.start()
            self.going.emit(there)

    def in_life(self, life: Life) -> Life:
        """The life with what moves where it is now."""
        now, born = self.now, life.born
        if isinstance(now, Home):
            homes = (now if one.id == now.id else one for one in life.homes)
            return replace(
                life, homes=tuple(sorted(homes, key=lambda one: one.start.sort_key(born)))
            )
        if isinstance(now, Milestone):
            milestones = (now if one.id == now.id else one for one in life.milestones)
            return replace(
                life, milestones=tuple(sorted(milestones, key=lambda one: one.when.sort_key(born)))
            )
        return life
