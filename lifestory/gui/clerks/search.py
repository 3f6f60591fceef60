"""The clerk of the search: what can be found now, and where each find leads."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction

from lifestory.app.caseload import ChildCard
from lifestory.app.finding import Sort, Thing, fold, index_of, matching
from lifestory.domain.records import Record
from lifestory.gui.desk import Desk
from lifestory.gui.models.board import due_in_words
from lifestory.gui.models.life import topic_in_words
from lifestory.gui.models.offers import Offer
from lifestory.gui.models.shown import Show, sought_in_words
from lifestory.gui.seats import FEET, SEATS
from lifestory.gui.widgets.search import Search


@dataclass(frozen=True, slots=True)
class Aim:
    """A place, and the record to go to there, or which photos."""

    place: str
    record: Record | Show


MOST = 5
"""Children that are offered at once, as of any other sort."""

_KIND_LETTERS = 3

PLACES = {
    Sort.PERSON: ("people", "photos"),
    Sort.PHOTO: ("photos",),
    Sort.MILESTONE: ("timeline",),
    Sort.HOME: ("timeline",),
    Sort.FACT: ("timeline",),
    Sort.PASSAGE: ("story",),
    Sort.WORDS: ("story",),
    Sort.PAGE: ("book",),
}
"""Where one goes for a find: the first of these that is built."""

_ICONS = {
    Sort.PERSON: "users",
    Sort.PHOTO: "images",
    Sort.MILESTONE: "chart-gantt",
    Sort.HOME: "house",
    Sort.FACT: "info",
    Sort.PASSAGE: "pen-line",
    Sort.WORDS: "pen-line",
    Sort.PAGE: "book-open",
}


def _hint(thing: Thing) -> str:
    """What stands beside a find, in words: a fact keeps its topic by its name in code."""
    return topic_in_words(thing.hint) if thing.sort is Sort.FACT else thing.hint


Command = tuple[QAction, str, str]
"""What is done, its icon, and its name for the window."""


class SearchClerk(QObject):
    """Answers what is typed. What is on the desk is indexed away from the window's thread."""

    def __init__(
        self, desk: Desk, search: Search, built: tuple[str, ...], commands: tuple[Command, ...]
    ) -> None:
        super().__init__(search)
        self.desk, self.search = desk, search
        self._built, self._commands = built, commands
        self._cards: tuple[tuple[ChildCard, str], ...] = ()
        self._things: tuple[Thing, ...] | None = None
        self._reading = False
        self._changes = 0
        """Counted, so that what was read before one is known to be old."""
        search.asked.connect(self._answer)
        desk.chosen.connect(self._outdate)
        desk.changed.connect(lambda _: self._outdate())
        desk.hiding.connect(self.forget)

    def show_cards(self, cards: tuple[ChildCard, ...]) -> None:
        """The caseload has been read."""
        self._cards = tuple((one, fold(f"{one.name} {one.reference}")) for one in cards)

    def forget(self) -> None:
        """Everything is hidden."""
        self._cards = ()
        self._outdate()
        self.search.forget()

    def _outdate(self) -> None:
        self._things = None
        self._changes += 1

    def _answer(self, typed: str) -> None:
        if self.desk.found is not None and self._things is None:
            self._read()
        self.search.show_offers(self._offers(typed) if typed.strip() else ())

    def _read(self) -> None:
        found = self.desk.found
        if found is None or self._reading:
            return
        self._reading = True
        since = self._changes
        job = self.desk.jobs.look("", lambda _: index_of(found), quiet=True)

        def take(things: tuple[Thing, ...]) -> None:
            if self._changes == since:
                self._things = things

        def again() -> None:
            self._reading = False
            if job.trouble is None and self.search.hasFocus():
                self._answer(self.search.text())

        job.done.connect(take)
        job.finished.connect(again)

    def _offers(self, typed: str) -> tuple[Offer, ...]:
        wanted = fold(typed).split()

        def fits(words: str) -> bool:
            return all(one in fold(words) for one in wanted)

        near = [one for one, words in self._cards if all(word in words for word in wanted)]
        children = [
            Offer(self.tr("Children"), "users", one.name, due_in_words(one), f"child:{one.child}")
            for one in sorted(near, key=lambda one: not fold(one.name).startswith(wanted[0]))[:MOST]
        ]
        things = [
            Offer(self._group(one.sort), _ICONS[one.sort], one.words, _hint(one), self._aim(one))
            for one in matching(self._things or (), typed)
        ]
        chosen = self.desk.found is not None
        places = [
            Offer(self.tr("Places"), one.icon, one.title, one.key, f"go:{one.name}")
            for one in (*SEATS, *FEET)
            if one.name in self._built and (chosen or not one.of_a_child) and fits(one.title)
        ]
        commands = [
            Offer(self.tr("Commands"), icon, action.text(), action.shortcut().toString(), name)
            for action, icon, name in self._commands
            if action.isEnabled() and fits(action.text())
        ]
        return (*children, *places, *things, *self._kinds_of_photos(wanted), *commands)

    def _kinds_of_photos(self, wanted: Sequence[str]) -> Iterator[Offer]:
        """Once enough is typed that it is no other search by its first letters."""
        if self.desk.found is None or max(map(len, wanted)) < _KIND_LETTERS:
            return
        for show in Show:
            words, others = sought_in_words(show)
            said = f" {fold(f'{words} {others}')}"
            if show is not Show.ALL and all(f" {one}" in said for one in wanted):
                yield Offer(self.tr("Which photos"), "images", words, "", Aim("photos", show))

    def _aim(self, thing: Thing) -> Aim:
        place = next(name for name in PLACES[thing.sort] if name in self._built)
        return Aim(place, thing.record)

    def _group(self, sort: Sort) -> str:
        return {
            Sort.PERSON: self.tr("People"),
            Sort.PHOTO: self.tr("Photos"),
            Sort.MILESTONE: self.tr("Milestones"),
            Sort.HOME: self.tr("Homes"),
            Sort.FACT: self.tr("Facts"),
            Sort.PASSAGE: self.tr("Story"),
            Sort.WORDS: self.tr("The child's own words"),
            Sort.PAGE: self.tr("Pages"),
        }[sort]
