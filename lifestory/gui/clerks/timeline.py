"""The clerk of the timeline."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar
from uuid import UUID

from lifestory.app.chronology import Line, read_chronology
from lifestory.app.gaps import Gap
from lifestory.app.keeping_chronology import keep_chronology, what_is_known
from lifestory.app.open_case import FoundChild
from lifestory.app.reading import band_of_today
from lifestory.app.timeline import (
    Event,
    add_fact,
    add_home,
    add_milestone,
    change_event,
    name_gap,
    take_out_event,
)
from lifestory.domain.dates import HonestDate
from lifestory.domain.life import Home, Milestone, Source
from lifestory.domain.media import Photo
from lifestory.domain.people import Person, Place
from lifestory.domain.readers import Band
from lifestory.domain.records import Record
from lifestory.gui.clerks.clerk import Clerk
from lifestory.gui.desk import Desk
from lifestory.gui.messages import Answer
from lifestory.gui.models.life import Life, life_of
from lifestory.gui.places.timeline import Timeline, View


class TimelineClerk(Clerk):
    """Keeps what happened and what is true of the child."""

    kinds: ClassVar[frozenset[str]] = frozenset(
        {"milestone", "home", "fact", "source", "person", "place", "child", "photo"}
    )

    def __init__(self, desk: Desk, place: Timeline) -> None:
        super().__init__(desk, place)
        self.place = place
        place.edited.connect(self._keep)
        place.brought.connect(self._keep)
        place.taken_out.connect(self._take_out)
        place.add_asked.connect(self._add)
        place.home_asked.connect(self._add_home)
        place.fact_asked.connect(self._add_fact)
        place.named.connect(self._name)
        place.chronology_pasted.connect(self._read_chronology)
        place.chronology_kept.connect(self._keep_chronology)
        place.pictures.wanted.connect(self._bring_picture)

    def forget(self) -> None:
        self.place.pictures.show(())
        self.place.show_life(Life())

    def refresh(self) -> None:
        if self.desk.found is not None:
            life = life_of(self.desk.found)
            self.place.pictures.show(life.photos)
            self.place.show_life(life)

    def aim_at(self, record: object) -> None:
        if isinstance(record, UUID | Record):
            self.enter()
            self.place.choose(record.id if isinstance(record, Record) else record)

    def _keep(self, event: Event, *new: Source | Place | Person) -> None:
        case = self.desk.case
        if case is not None:
            self.desk.write(self.place.messages, lambda: change_event(case, event, *new))

    def _take_out(self, event: Event) -> None:
        found = self.desk.found
        if found is not None:
            self.write_undoable(
                found, lambda: take_out_event(found.case, event.id), self._tell_taken_out
            )

    def _tell_taken_out(self, gone: bool, undo: Answer) -> None:
        if gone:
            self.place.messages.tell(self.tr("It is taken out."), answers=(undo,))

    def _add(self) -> None:
        found = self.desk.found
        if found is not None:
            unknown, band = HonestDate.unknown(), band_of_today(found)
            job = self.desk.write(
                self.place.messages, lambda: add_milestone(found, "", unknown, band)
            )
            job.done.connect(self._go_to)

    def _add_home(self, gap: Gap | None) -> None:
        found = self.desk.found
        if found is not None:
            start, end = _stay(gap)
            job = self.desk.write(self.place.messages, lambda: add_home(found, start, end))
            job.done.connect(self._go_to)

    def _add_fact(self, topic: str) -> None:
        found = self.desk.found
        if found is not None:
            band = band_of_today(found)
            job = self.desk.write(self.place.messages, lambda: add_fact(found, topic, "", band))
            job.done.connect(self._go_to)

    def _name(self, gap: Gap, words: str) -> None:
        found = self.desk.found
        if found is not None:
            band = band_of_today(found)
            self.desk.write(self.place.messages, lambda: name_gap(found, gap, words, band))

    def _read_chronology(self, text: str) -> None:
        found = self.desk.found
        if found is not None:
            title = self.tr("Reading the chronology")
            job = self.desk.jobs.read(
                title, lambda _: read_chronology(text, what_is_known(found)), quiet=True
            )
            job.done.connect(lambda read: self._show_chronology(found, read))
            job.failed.connect(self.place.messages.trouble)

    def _show_chronology(self, found: FoundChild, lines: Sequence[Line]) -> None:
        if self.desk.found is found:
            self.place.show_chronology(lines)

    def _keep_chronology(self, lines: Sequence[Line], source: str, band: Band) -> None:
        found, today = self.desk.found, self.place.chronology.life.today
        if found is not None:
            job = self.write_undoable(
                found,
                lambda: keep_chronology(found, lines, source, band, today),
                self._tell_kept,
            )
            job.failed.connect(self.place.chronology.offer_again)

    def _tell_kept(self, kept: Sequence[Home | Milestone], undo: Answer) -> None:
        self.place.look_at(View.LINE)
        self._go_to_first(kept)
        words = self.tr("1 fact is kept.") if len(kept) == 1 else self.tr("{count} facts are kept.")
        self.place.messages.tell(words.format(count=len(kept)), tone="good", answers=(undo,))

    def _go_to_first(self, kept: Sequence[Home | Milestone]) -> None:
        self.refresh()
        if kept:
            self.place.choose(kept[0].id)
        self.place.take_keyboard()

    def _go_to(self, event: Event) -> None:
        if self.desk.found is not None:
            self.refresh()
            self.place.choose(event.id, write=True)

    def _bring_picture(self, photo: Photo) -> None:
        if self.desk.is_open:
            job = self.read_thumbnail(photo)
            job.done.connect(lambda image: self.place.pictures.put(photo, image))
            job.failed.connect(self.place.messages.trouble)


def _stay(gap: Gap | None) -> tuple[HonestDate, HonestDate | None]:
    """From when to when a new home is: all of a gap, else nobody has said yet."""
    if gap is None:
        return HonestDate.unknown(), HonestDate.unknown()
    start = gap.before.end if gap.before and gap.before.end else HonestDate.on(gap.span.first)
    if gap.after is None:
        return start, None
    return start, gap.after.start
