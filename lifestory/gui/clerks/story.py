"""The clerk of the story."""

from __future__ import annotations

from typing import ClassVar
from uuid import UUID

from lifestory.app.arranging_book import blocks_of
from lifestory.app.books import editions
from lifestory.app.facts_behind import facts_behind
from lifestory.app.open_case import FoundChild, OpenCase
from lifestory.app.outline import Written, outline
from lifestory.app.people import add_person, relationships
from lifestory.app.placing_words import (
    TakenOut,
    move_words,
    parts,
    put_in_part,
    take_out_words,
)
from lifestory.app.stories import (
    add_own_words,
    add_passage,
    add_source,
    keep_edit,
    passages,
)
from lifestory.app.versions import Version, go_back, versions
from lifestory.domain.media import Photo
from lifestory.domain.people import Person
from lifestory.domain.readers import Band
from lifestory.domain.records import Record
from lifestory.domain.stories import ChildWords, Passage
from lifestory.gui.clerks.clerk import Clerk
from lifestory.gui.desk import Desk
from lifestory.gui.messages import Answer
from lifestory.gui.models.life import life_of
from lifestory.gui.models.mentions import Named, names_of
from lifestory.gui.places.story import Story, Words


class StoryClerk(Clerk):
    """Keeps what is written, in the case it was shown from."""

    kinds: ClassVar[frozenset[str]] = frozenset(
        {
            "passage", "words", "person", "place", "relationship", "edition", "source", "photo",
            "home", "milestone", "fact", "child",
        }
    )  # fmt: skip

    def __init__(self, desk: Desk, place: Story) -> None:
        super().__init__(desk, place)
        self.place = place
        self._case: OpenCase | None = None
        self._shown: UUID | None = None
        self._was_at: dict[UUID, UUID] = {}
        """Of each child, what one wrote in last: ids alone, kept while the store is locked."""
        place.edited.connect(self._keep)
        place.add_asked.connect(self._add)
        place.words_asked.connect(self._add_words)
        place.taken_out.connect(self._take_out)
        place.stepped.connect(self._step)
        place.sent.connect(self._send)
        place.met.connect(self._meet)
        place.behind_asked.connect(self._show_behind)
        place.source_named.connect(self._add_source)
        place.page_asked.connect(self._see)
        place.versions_asked.connect(self._bring_versions)
        place.back_asked.connect(self._go_back)
        place.pictures.wanted.connect(self._bring_picture)

    def forget(self) -> None:
        self._remember()
        # What was typed and not yet said still goes into the case it belongs to.
        self.place.show_words(Words())
        self.place.pictures.show(())
        self._case = self._shown = None

    def _remember(self) -> None:
        if self._shown is not None and self.place.chosen is not None:
            self._was_at[self._shown] = self.place.chosen.id

    def refresh(self) -> None:
        if self.desk.found is not None:
            words = words_of(self.desk.found)
            self._case = self.desk.found.case
            self.place.pictures.show(words.life.photos)
            self.place.show_words(words)
            if self._shown != self.desk.found.id:
                self._shown = self.desk.found.id
                if self._shown in self._was_at:
                    self.place.choose(self._was_at[self._shown])

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

    def _take_out(self, words: Written) -> None:
        if (found := self.desk.found) is not None:
            self.write_undoable(
                found,
                lambda: take_out_words(found.case, words.id),
                lambda gone, undo: self._tell_taken_out(words, gone, undo),
            )

    def _tell_taken_out(self, words: Written, gone: TakenOut | None, undo: Answer) -> None:
        if gone is None:
            return
        own = isinstance(words, ChildWords)
        what = self.tr("The passage is taken out.")
        if own:
            what = self.tr("The child's own words are taken out.")
        self.place.messages.tell(what, self._pages_in_words(gone), answers=(undo,))

    def _pages_in_words(self, gone: TakenOut) -> str:
        said = []
        if gone.gone == 1:
            said.append(self.tr("So is the page of the book that held nothing else."))
        elif gone.gone:
            told = self.tr("So are {count} pages of the books that held nothing else.")
            said.append(told.format(count=gone.gone))
        if gone.left == 1:
            said.append(self.tr("One page that used it stays, without these words."))
        elif gone.left:
            told = self.tr("{count} pages that used it stay, without these words.")
            said.append(told.format(count=gone.left))
        return " ".join(said)

    def _step(self, words: Written, step: int) -> None:
        if (found := self.desk.found) is not None:
            job = self.desk.write(self.place.messages, lambda: move_words(found, words.id, step))
            job.done.connect(lambda moved: self._tell_moved(words, moved=moved))

    def _tell_moved(self, words: Written, *, moved: bool) -> None:
        found = self.desk.found
        if moved or found is None or self._used(found, words):
            return
        self.place.messages.tell(
            self.tr("No book uses these words yet."),
            self.tr("Choose the part they belong to: right-click, or press the menu key."),
        )

    def _send(self, words: Written, section: UUID) -> None:
        if (found := self.desk.found) is not None:
            self.desk.write(self.place.messages, lambda: put_in_part(found, words, section))

    def _meet(self, named: Named) -> None:
        if (found := self.desk.found) is not None:
            key = UUID(named.target.partition(":")[2])
            person = Person(id=key, about=self.about, known_as=named.called)
            self.desk.write(self.place.messages, lambda: add_person(found, person))

    def _show_behind(self, passage: Passage) -> None:
        if (found := self.desk.found) is not None:
            self.place.show_behind(passage.id, facts_behind(found, passage))

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
        if self._used(found, written):
            self.go.emit("book", written)
        else:
            self.place.messages.tell(
                self.tr("No book uses these words yet."),
                self.tr("Add a page for them in Book."),
                answers=((self.tr("Go to Book"), lambda: self.go.emit("book", None)),),
            )

    @staticmethod
    def _used(found: FoundChild, written: Written) -> bool:
        pages = (block for edition in editions(found) for block in blocks_of(edition))
        return any(written.id in filled for page in pages for filled in page.slots.values())

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
    return Words(outline(found), names, books, life_of(found), parts(found))
