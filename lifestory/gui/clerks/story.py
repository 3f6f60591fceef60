"""The clerk of the story."""

from __future__ import annotations

from typing import ClassVar

from lifestory.app.open_case import FoundChild
from lifestory.app.stories import add_passage, change_passage, passages
from lifestory.domain.readers import Band
from lifestory.domain.stories import Passage
from lifestory.gui.clerks.clerk import Clerk
from lifestory.gui.desk import Desk
from lifestory.gui.models.mentions import targets_of
from lifestory.gui.places.story import Story, Words


class StoryClerk(Clerk):
    """Keeps what is written."""

    kinds: ClassVar[frozenset[str]] = frozenset({"passage", "person", "place"})

    def __init__(self, desk: Desk, place: Story) -> None:
        super().__init__(desk, place)
        self.place = place
        place.edited.connect(self._keep)
        place.add_asked.connect(self._add)
        place.page_asked.connect(self._see)

    def forget(self) -> None:
        self.place.show_words(Words())

    def refresh(self) -> None:
        if self.desk.found is not None:
            self.place.show_words(words_of(self.desk.found))

    def _keep(self, passage: Passage) -> None:
        case = self.desk.case
        if case is not None:
            self.desk.write(self.place.messages, lambda: change_passage(case, passage))

    def _add(self, band: Band) -> None:
        found = self.desk.found
        if found is not None:
            title = "" if passages(found) else self.tr("About me")
            job = self.desk.write(self.place.messages, lambda: add_passage(found, title, "", band))
            job.done.connect(self._go_to)

    def _go_to(self, passage: Passage) -> None:
        self.refresh()
        self.place.choose(passage.id, write=True)

    def _see(self, passage: Passage | None) -> None:
        self.place.flush()
        self.go.emit("book", passage)


def words_of(found: FoundChild) -> Words:
    """The passages of a child, and whom they can mention."""
    return Words(passages(found), targets_of(found.case.records))
