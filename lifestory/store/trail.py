"""What can be undone and redone, worked out from the journal alone, so it survives a restart.

A step is journal lines of one group that follow each other: what lies between two lines must not
be skipped over by taking both back. A line that undoes nothing makes a step, or adds to the newest
if that is of its group, and forgets what could be redone. A line that undoes the group of a step
moves it from one side to the other, under the group of that line. A line that undoes its own group
is for good: it makes no step and forgets none.
"""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID, uuid4


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
        self._parts: dict[UUID, UUID] = {}
        """Groups that go on with one that was broken off by another step, and which one."""

    def group_for(self, wanted: UUID) -> UUID:
        """The group to write the next line of `wanted` under: a new one when another step has
        come since its last, so that a group always names one step."""
        last = self._done[-1].group if self._done else None
        if last is not None and self._parts.get(last, last) == wanted:
            return last
        if all(step.group != wanted for step in self._done):
            return wanted
        group = uuid4()
        self._parts[group] = wanted
        return group

    def take(
        self, number: int, group: UUID, title: str, undoes: UUID | None, *, alive: bool
    ) -> None:
        """Hears of the next journal line. `alive` unless everything in it is erased."""
        if number == 1:  # the line that opened the case: there is no case without it
            return
        if undoes is None:
            self._undone.clear()
            if self._done and self._done[-1].group == group:
                self._done[-1].lines.append(number)
                self._done[-1].alive |= alive
            else:
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
    for place in reversed(range(len(steps))):
        if steps[place].group == group:
            del steps[place]
            return True
    return False
