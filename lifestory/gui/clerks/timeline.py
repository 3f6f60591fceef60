"""The clerk of the timeline."""

from __future__ import annotations

from typing import ClassVar

from lifestory.app.timeline import add_milestone, change_milestone, remove_milestone
from lifestory.domain.dates import HonestDate
from lifestory.domain.life import Milestone
from lifestory.domain.readers import Band
from lifestory.gui.clerks.clerk import Clerk
from lifestory.gui.desk import Desk
from lifestory.gui.models.life import Life, life_of
from lifestory.gui.places.timeline import Timeline


class TimelineClerk(Clerk):
    """Keeps what the milestones now are."""

    kinds: ClassVar[frozenset[str]] = frozenset({"milestone", "home", "source", "person", "child"})

    def __init__(self, desk: Desk, place: Timeline) -> None:
        super().__init__(desk, place)
        self.place = place
        place.edited.connect(self._keep)
        place.taken_out.connect(self._take_out)
        place.add_asked.connect(self._add)

    def forget(self) -> None:
        self.place.show_life(Life())

    def refresh(self) -> None:
        if self.desk.found is not None:
            self.place.show_life(life_of(self.desk.found))

    def _keep(self, milestone: Milestone) -> None:
        case = self.desk.case
        if case is not None:
            self.desk.write(self.place.messages, lambda: change_milestone(case, milestone))

    def _take_out(self, milestone: Milestone) -> None:
        case = self.desk.case
        if case is not None:
            self.desk.write(self.place.messages, lambda: remove_milestone(case, milestone.id))

    def _add(self) -> None:
        found = self.desk.found
        if found is not None:
            unknown, band = HonestDate.unknown(), Band.FIRST_READER
            job = self.desk.write(
                self.place.messages, lambda: add_milestone(found, "", unknown, band)
            )
            job.done.connect(self._go_to)

    def _go_to(self, milestone: Milestone) -> None:
        self.refresh()
        self.place.choose(milestone.id, write=True)
