"""The clerk of the story."""

from __future__ import annotations

from typing import ClassVar
from uuid import UUID

from lifestory.app.books import editions
from lifestory.app.open_case import FoundChild, OpenCase
from lifestory.app.outline import Written, outline
from lifestory.app.people import relationships
from lifestory.app.placing_words import take_out_words
from lifestory.app.stories import (
    add_own_words,
    add_passage,
    add_source,
    keep_edit,
    passages,
)
from lifestory.app.versions import Version, go_back, versions
from lifestory.domain.media import Photo
from lifestory.domain.readers import Band
from lifestory.domain.records import Record
from lifestory.domain.stories import ChildWords, Passage
from lifestory.gui.clerks.clerk import Clerk
from lifestory.gui.desk import Desk
from lifestory.gui.models.life import life_of
from lifestory.gui.models.mentions import names_of
from lifestory.gui.places.story import Story, Words


class StoryClerk(Clerk):
    """Keeps what is written, in the case it was shown from."""

    kinds: ClassVar[frozenset[str]] = frozenset(
        {"passage", "words", "person", "place", "relationship", "edition", "source", "photo"}
    )

    def __init__(self, desk: Desk, place: Story) -> None:
        super().__init__(desk, place)
        self.place = place
        self._case: OpenCase | None = None
        place.edited.connect(self._keep)
        place.add_asked.connect(self._add)
        place.words_asked.connect(self._add_words)
        place.taken_out.connect(self._take_out)
        place.source_named.connect(self._add_source)
        place.page_asked.connect(self._see)
        place.versions_asked.connect(self._bring_versions)
        place.back_asked.connect(self._go_back)
        place.pictures.wanted.connect(self._bring_picture)

    def forget(self) -> None:
        # What was typed and not yet said still goes into the case it belongs to.
        self.place.show_words(Words())
        self.place.pictures.show(())
        self._case = None

    def refresh(self) -> None:
        if self.desk.found is not None:
            words = words_of(self.desk.found)
            self._case = self.desk.found.case
            self.place.pictures.show(words.life.photos)
            self.place.show_words(words)

    def aim_at(self, record: object) -> None:
        if isinstance(record, UUID | Record):
            self.enter()
            self.place.choose(record.id if isinstance(record, Record) else record)

    def _keep(self, before: Written, after: Written, group: UUID | None) -> None:
        case = self._case
        if case is None:
            return
        title = "Write in a passage"
        if isinstance(after, ChildWords):
            title = "Write the child's own words"
        elif isinstance(before, Passage) and _same_words(before, after):
            title = "Change a passage"
        self.desk.write(self.place.messages, lambda: keep_edit(case, title, before, after, group))

    def _add(self, band: Band) -> None:
        found = self.desk.found
        if found is not None:
            title = "" if passages(found) else self.tr("About me")
            job = self.desk.write(self.place.messages, lambda: add_passage(found, title, "", band))
            job.done.connect(self._go_to)

    def _add_words(self) -> None:
        found = self.desk.found
        if found is not None:
            job = self.desk.write(self.place.messages, lambda: add_own_words(found))
            job.done.connect(self._go_to)

    def _take_out(self, words: ChildWords) -> None:
        if (case := self.desk.case) is not None:
            self.desk.write(self.place.messages, lambda: take_out_words(case, words.id))

    def _add_source(self, passage: Passage, title: str) -> None:
        if (case := self.desk.case) is not None:
            self.desk.write(self.place.messages, lambda: add_source(case, passage, title))

    def _go_to(self, written: Written) -> None:
        if self.desk.found is not None:
            self.refresh()
            self.place.choose(written.id, write=True)

    def _see(self, written: Written | None) -> None:
        self.place.flush()
        found = self.desk.found
        if found is None or written is None:
            return
        used = any(
            written.id in filled
            for edition in editions(found)
            for section in edition.sections
            for block in section.blocks
            for filled in block.slots.values()
        )
        if used:
            self.go.emit("book", written)
        else:
            self.place.messages.tell(
                self.tr("No book uses these words yet."),
                self.tr("Add a page for them in Book."),
                answers=((self.tr("Go to Book"), lambda: self.go.emit("book", None)),),
            )

    def _bring_versions(self, passage: Passage) -> None:
        if (case := self.desk.case) is None:
            return
        # Behind what was just typed, so that it is among them.
        job = self.desk.write(self.place.messages, lambda: versions(case, passage.id))
        job.done.connect(lambda found: self.place.show_versions(passage.id, found))

    def _go_back(self, version: Version) -> None:
        if (case := self.desk.case) is not None:
            self.desk.write(self.place.messages, lambda: go_back(case, version))

    def _bring_picture(self, photo: Photo) -> None:
        if self.desk.is_open:
            job = self.read_thumbnail(photo)
            job.done.connect(lambda image: self.place.pictures.put(photo, image))
            job.failed.connect(self.place.messages.trouble)


def _same_words(before: Passage, after: Written) -> bool:
    return isinstance(after, Passage) and (before.titles, before.texts) == (
        after.titles, after.texts,
    )  # fmt: skip


def words_of(found: FoundChild) -> Words:
    """The story of a child, read from the case as it stands."""
    books = tuple(dict.fromkeys(one.band for one in editions(found)))
    names = names_of(found.case.records, relationships(found))
    return Words(outline(found), names, books, life_of(found))
