"""The clerk of the board."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import ClassVar
from uuid import UUID

from PySide6.QtCore import Signal

from lifestory.app.archives import Passphrase, open_into_store
from lifestory.app.caseload import ChildCard, add_child, children, put_away, set_due
from lifestory.app.open_case import FoundChild, find_child, open_case
from lifestory.domain.dates import HonestDate
from lifestory.domain.media import Photo
from lifestory.domain.people import Stage
from lifestory.gui.clerks.clerk import Clerk
from lifestory.gui.desk import Desk
from lifestory.gui.jobs import Job
from lifestory.gui.messages import Answer
from lifestory.gui.places.children import Children

WHERE = {
    Stage.PHOTOS: "photos",
    Stage.FACTS: "timeline",
    Stage.STORY: "story",
    Stage.CHECK: "book",
    Stage.HAND_OVER: "handover",
    Stage.HANDED_OVER: "book",
}
"""Where one goes on with a story of this stage."""


class ChildrenClerk(Clerk):
    """`counted` carries the cards, for the head and the search."""

    kinds: ClassVar[frozenset[str]] = frozenset({"child", "person", "case", "home"})
    counted = Signal(tuple)

    def __init__(self, desk: Desk, place: Children) -> None:
        super().__init__(desk, place)
        self.place = place
        self.cards: tuple[ChildCard, ...] = ()
        self._opening: Job | None = None
        """Of two that are opened in haste, whichever is found first, the last one is meant."""
        place.opened.connect(self.open_child)
        place.added.connect(self._add)
        place.archive_given.connect(self._open_archive)
        place.sample_asked.connect(self._add_sample)
        place.model.portrait_wanted.connect(self._bring_portrait)
        place.due_given.connect(self._set_due)
        place.put_away.connect(self._put_away)
        desk.opened.connect(self.touch)

    def renew(self) -> None:
        self.touch()

    def forget(self) -> None:
        self.cards = ()
        self.place.forget()

    def hide(self) -> None:
        super().hide()
        self.forget()
        self.place.messages.clear()

    def refresh(self) -> None:
        store = self.desk.store
        job = self.desk.jobs.read("", lambda _: children(store, with_archived=True), quiet=True)
        job.done.connect(self._show)
        job.failed.connect(self.place.messages.trouble)

    def open_child(self, child: UUID) -> None:
        """Lay a child on the desk and go on where the story is."""
        store = self.desk.store
        job = self.desk.jobs.read("", lambda _: find_child(store, child), quiet=True)
        self._opening = job
        job.done.connect(lambda found: self._lay(found) if self._opening is job else None)
        job.failed.connect(self.place.messages.trouble)

    def _lay(self, found: FoundChild) -> None:
        if self.desk.is_open:
            self.desk.choose(found)
            here = (one.next_stage for one in self.cards if one.child == found.child.id)
            self.go.emit(WHERE[next(here, found.child.stage)], None)

    def _show(self, cards: tuple[ChildCard, ...]) -> None:
        if not self.desk.is_open:
            return
        self.cards = cards
        self.place.show_cards(cards)
        self.counted.emit(cards)

    def _bring_portrait(self, card: ChildCard) -> None:
        if not self.desk.is_open:
            return
        photo = open_case(self.desk.store, card.case).records.find(Photo, card.portrait)
        if photo is not None:
            job = self.read_thumbnail(photo)
            job.done.connect(lambda image: self.place.show_portrait(card.child, image))

    def _add(self, name: str, born: HonestDate) -> None:
        store = self.desk.store
        job = self.desk.write(self.place.messages, lambda: add_child(store, name, born))
        job.done.connect(lambda _: self.place.newcomer.put_away())
        job.failed.connect(lambda _: self.place.ask_who())
        job.done.connect(self._lay)
        job.done.connect(lambda _: self.touch())

    def _set_due(self, card: ChildCard, due: date | None, due_for: str, stage: Stage) -> None:
        store = self.desk.store

        def work() -> None:
            set_due(store, card.child, due, due_for, stage)

        self.desk.write(self.place.messages, work).done.connect(lambda _: self.touch())

    def _put_away(self, card: ChildCard, archived: bool) -> None:
        store, name = self.desk.store, card.name

        def work() -> None:
            put_away(store, card.case, archived=archived)

        job = self.desk.write(self.place.messages, work)
        job.done.connect(lambda _: self.touch())
        if archived:
            undo = (self.tr("Undo"), lambda: self._put_away(card, archived=False))
            said = self.tr("{name}'s story is in the archive.").format(name=name)
            kept = self.tr("Nothing in it has changed; Archived shows it.")
            job.done.connect(lambda _: self._tell(said, kept, undo))
            if self.desk.found is not None and self.desk.found.case.id == card.case:
                job.done.connect(lambda _: self.desk.choose(None))

    def _tell(self, said: str, kept: str, undo: Answer) -> None:
        """Unless the window has been locked meanwhile: it names a child."""
        if self.desk.is_open:
            self.place.messages.tell(said, kept, "good", (undo,))

    def _open_archive(self, file: Path, passphrase: str) -> None:
        store, key = self.desk.store, Passphrase(passphrase)
        title = self.tr("Opening the archive")
        job = self.desk.jobs.write(
            title, lambda task: open_into_store(store, file, key, task.progress, task.cancelled)
        )
        self.place.messages.follow(job, title)
        job.failed.connect(self.place.messages.trouble)
        job.done.connect(lambda _: self.touch())

    def _add_sample(self) -> None:
        store = self.desk.store
        title = self.tr("Bringing in the sample child")
        job = self.desk.jobs.write(title, lambda task: self.desk.fill_with_sample(store, task))
        self.place.messages.follow(job, title)
        job.done.connect(lambda _: self.touch())
        job.failed.connect(self.place.messages.trouble)
