"""The clerk of the board."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import ClassVar
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtGui import QCursor

from lifestory.app.caseload import ChildCard, add_child, change_child, children, put_away, set_due
from lifestory.app.erasing import Due, Erased, ToRead, errands, tick_off, to_read
from lifestory.app.open_case import FoundChild, OpenCase, find_child, open_case, with_its_step
from lifestory.app.portraits import about_portrait
from lifestory.domain.changes import Changes
from lifestory.domain.dates import HonestDate
from lifestory.domain.media import Photo
from lifestory.domain.people import Child, Person, Stage
from lifestory.gui.clerks.clerk import Clerk
from lifestory.gui.clerks.erasing import ErasingClerk
from lifestory.gui.clerks.opening import Opening
from lifestory.gui.clerks.search import PLACES
from lifestory.gui.desk import Desk
from lifestory.gui.jobs import Job
from lifestory.gui.messages import Answer, Strip, TakeBack
from lifestory.gui.places.children import Children
from lifestory.gui.widgets.portrait import about

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

    kinds: ClassVar[frozenset[str]] = frozenset({"child", "person", "case", "home", "errand"})
    counted = Signal(tuple)

    def __init__(self, desk: Desk, place: Children) -> None:
        super().__init__(desk, place)
        self.place = place
        self.cards: tuple[ChildCard, ...] = ()
        self._opening: Job | None = None
        """Of two that are opened in haste, whichever is found first, the last one is meant."""
        self._newest: Strip | None = None
        place.opened.connect(self.open_child)
        place.added.connect(self._add)
        place.corrected.connect(self._correct)
        self._archives = Opening(desk, place, place.parcel, self._while_open)
        self._archives.taken.connect(lambda _: self.touch())
        place.archive_given.connect(self._archives.look)
        place.sample_asked.connect(self._add_sample)
        place.model.portrait_wanted.connect(self._bring_portrait)
        place.due_given.connect(self._set_due)
        place.put_away.connect(self._put_away)
        self.erasing = ErasingClerk(desk, place)
        self.erasing.erased.connect(lambda _: self.touch())
        place.erase_asked.connect(self._ask_to_erase)
        place.ticked.connect(self._tick_off)
        place.errands.places_asked.connect(self._bring_places)
        place.errands.gone_to.connect(self._go_to_words)
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
        due = self.desk.jobs.read("", lambda _: errands(store), quiet=True)
        due.done.connect(
            lambda due: self.place.errands.show_errands(due if self.desk.is_open else ())
        )

    def on_changed(self, changes: Changes) -> None:
        super().on_changed(changes)
        # The head and the search say what a card says, wherever one is.
        if changes.touched & self._of_the_card and not self.place.isVisible():
            self.enter()

    @property
    def _of_the_card(self) -> frozenset[tuple[str, UUID]]:
        """The records of the child on the desk that a card is made of."""
        found, case = self.desk.found, self.desk.case
        child = case.records.find(Child, found.id) if case and found else None
        if child is None:
            return frozenset()
        return frozenset({(Child.kind, child.id), (Person.kind, child.person)})

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
        records = open_case(self.desk.store, card.case).records
        photo, child = records.find(Photo, card.portrait), records.find(Child, card.child)
        person = records.find(Person, child.person) if child else None
        if photo is not None:
            face = about_portrait(records, person) if person else None
            job = self.read_thumbnail(photo)
            job.done.connect(lambda image: self.place.show_portrait(card.child, about(image, face)))

    def _add(self, name: str, born: HonestDate) -> None:
        store = self.desk.store
        job = self.desk.write(self.place.messages, lambda: add_child(store, name, born))
        job.done.connect(lambda _: self.place.newcomer.put_away())
        job.failed.connect(lambda _: self.place.ask_who())
        job.done.connect(self._lay)
        job.done.connect(lambda _: self.touch())

    def _correct(self, card: ChildCard, name: str, born: HonestDate) -> None:
        store = self.desk.store
        said = self.tr("Kept: the name and birthday of {name}.").format(name=name)
        job = self._write(card, lambda: change_child(store, card.child, name, born), said)
        job.done.connect(lambda _: self.place.newcomer.put_away())
        job.failed.connect(lambda _: self.place.newcomer.again())

    def _set_due(self, card: ChildCard, due: date | None, due_for: str, stage: Stage) -> None:
        store = self.desk.store
        said = self.tr("Kept: what is due for {name}.").format(name=card.name)
        self._write(card, lambda: set_due(store, card.child, due, due_for, stage), said)

    def _put_away(self, card: ChildCard, archived: bool) -> None:
        store = self.desk.store
        said = self.tr("{name}'s story is in the archive.").format(name=card.name)
        kept = self.tr("Nothing in it has changed; Archived shows it.")
        if not archived:
            said, kept = self.tr("{name}'s story is open again.").format(name=card.name), ""
        job = self._write(card, lambda: put_away(store, card.case, archived=archived), said, kept)
        found = self.desk.found
        if archived and found is not None and found.case.id == card.case:
            job.done.connect(lambda _: self.desk.choose(None))

    def _ask_to_erase(self, card: ChildCard) -> None:
        store = self.desk.store
        self.erasing.ask(lambda: find_child(store, card.child), Erased.CHILD, card.child, card.name)

    def _tick_off(self, due: Due) -> None:
        store = self.desk.store
        job = self.desk.write(self.place.messages, lambda: tick_off(store, due))
        job.done.connect(lambda _: self.touch())

    def _bring_places(self, due: Due) -> None:
        store = self.desk.store
        job = self.desk.jobs.read("", lambda _: to_read(store, due), quiet=True)
        job.done.connect(self._offer_places)
        job.failed.connect(self.place.messages.trouble)

    def _offer_places(self, places: tuple[ToRead, ...]) -> None:
        if self.desk.is_open and places:
            self.place.errands.offer(places).popup(QCursor.pos())

    def _go_to_words(self, words: ToRead) -> None:
        store, sort = self.desk.store, words.sort
        if sort is None:
            return

        def go(found: FoundChild) -> None:
            if self.desk.is_open:
                self.desk.choose(found)
                self.go.emit(PLACES[sort][-1], words.record)

        job = self.desk.jobs.read("", lambda _: find_child(store, words.child), quiet=True)
        job.done.connect(go)
        job.failed.connect(self.place.messages.trouble)

    def _write(self, card: ChildCard, work: Callable[[], object], said: str, kept: str = "") -> Job:
        """Write something of a card's case, whichever lies on the desk, and say so with a button
        that takes back that step and no other."""
        store = self.desk.store

        def write() -> tuple[OpenCase, UUID | None]:
            case = open_case(store, card.case)
            return case, with_its_step(case, work)[1]

        def tell(done: tuple[OpenCase, UUID | None]) -> None:
            case, step = done
            # Unless the window has been locked meanwhile: it names a child.
            if self.desk.is_open and step is not None:
                undo = (self.tr("Undo"), TakeBack(step, lambda one: self._undo(case, one)))
                self._tell_newest(said, kept, undo)

        job = self.desk.write(self.place.messages, write)
        job.done.connect(tell)
        job.done.connect(lambda _: self.touch())
        return job

    def _tell_newest(self, said: str, kept: str, undo: Answer) -> None:
        """Only the newest step has its button: an older one could not be taken back alone."""
        if self._newest is not None:
            self.place.messages.take_down(self._newest)
        self._newest = self.place.messages.tell(said, kept, "good", (undo,))

    def _undo(self, case: OpenCase, step: UUID | None) -> None:
        job = self.desk.write(self.place.messages, lambda: case.undo_only(step))
        job.done.connect(lambda _: self.touch())

    def _while_open(self, tell: Callable[..., object]) -> Callable[..., None]:
        """Told unless the window has been locked meanwhile."""

        def hear(*said: object) -> None:
            if self.desk.is_open:
                tell(*said)

        return hear

    def _add_sample(self) -> None:
        store = self.desk.store
        title = self.tr("Bringing in the sample child")
        job = self.desk.jobs.write(title, lambda task: self.desk.fill_with_sample(store, task))
        self.place.messages.follow(job, title)
        job.done.connect(lambda _: self.touch())
        job.failed.connect(self.place.messages.trouble)
