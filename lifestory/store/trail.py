"""What can be undone and redone, worked out from the journal alone, so it survives a restart.

A step is a group of journal lines. A line that undoes nothing makes a step, or adds to the one
of its group, and forgets what could be redone. A line that undoes the group of a step moves it
from one side to the other, under the group of that line.
"""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID


@dataclass(slots=True)
class Step:
    """Lines that are taken back together. Dead once everything in them is erased."""

    group: UUID
    title: str
    lines: list[int]
    alive: bool


class Trail:
    """The steps of one case in force, and those taken back."""

    def __init__(self) -> None:
        self._done: list[Step] = []
        self._undone: list[Step] = []

    def take(
        self, number: int, group: UUID, title: str, undoes: UUID | None, *, alive: bool
    ) -> None:
        """Hears of the next journal line. `alive` unless everything in it is erased."""
        if number == 1:  # the line that opened the case: there is no case without it
            return
        if undoes is None:
            self._undone.clear()
            for step in self._done:
                if step.group == group:
                    step.lines.append(number)
                    step.alive |= alive
                    return
            self._done.append(Step(group, title, [number], alive))
            return
        step = Step(group, title, [number], alive)
        if _drop(self._done, undoes):
            self._undone.append(step)
        elif _drop(self._undone, undoes):
            self._done.append(step)

    @property
    def to_undo(self) -> Step | None:
        """The step that undo takes back."""
        return _last_alive(self._done)

    @property
    def to_redo(self) -> Step | None:
        """The undo that redo takes back."""
        return _last_alive(self._undone)


def _last_alive(steps: list[Step]) -> Step | None:
    return next((step for step in reversed(steps) if step.alive), None)


def _drop(steps: list[Step], group: UUID) -> bool:
    for place, step in enumerate(steps):
        if step.group == group:
            del steps[place]
            return True
    return False
