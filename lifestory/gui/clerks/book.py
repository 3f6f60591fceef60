"""The clerk of the book: composes, has the spread one looks at drawn, and does what one means."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import ClassVar
from uuid import UUID

from lifestory.app import arranging_book as arranging
from lifestory.app import editions as shelf
from lifestory.app.apart import apart
from lifestory.app.arranging_book import find_block
from lifestory.app.books import (
    Suggestions,
    preview_pdf,
    shared_and_composed,
    suggest_layouts,
)
from lifestory.app.filling import candidates, named, photos_on
from lifestory.app.left_out import LeftOut, refused
from lifestory.app.measures import measures
from lifestory.app.open_case import FoundChild
from lifestory.app.preflight import fitting, look_over
from lifestory.domain.arrangement import Block, Edition
from lifestory.domain.findings import Finding
from lifestory.domain.media import Photo
from lifestory.domain.records import Record
from lifestory.gui.clerks.book_doing import do
from lifestory.gui.clerks.clerk import Clerk
from lifestory.gui.desk import Desk
from lifestory.gui.messages import Answer, Strip
from lifestory.gui.models import wishes
from lifestory.gui.models.candidates import CandidateModel
from lifestory.gui.models.composed import Composed
from lifestory.gui.models.done_words import done_in_words
from lifestory.gui.models.left_words import left_in_words
from lifestory.gui.models.page_aim import PageAim
from lifestory.gui.models.shown import Show
from lifestory.gui.models.spreads import Spread
from lifestory.gui.models.unused import UnusedModel
from lifestory.gui.places.book import Book
from lifestory.gui.widgets.band_words import band_word
from lifestory.gui.widgets.small_pages import SmallPages

EVEN = 3
"""The room of a photo that was given none of its own."""
LARGER = 1.05
"""So many times the room is more room."""
KEPT = 12
"""Spreads whose PDF stays in memory, so that turning back is at once."""
THUMB_PHOTO = 320
"""As large as the small pictures that are there since a photo came in."""


class BookClerk(Clerk):
    """Every kind of record can change a page, so every change composes anew."""

    kinds: ClassVar[frozenset[str]] = frozenset()

    def __init__(self, desk: Desk, place: Book) -> None:
        super().__init__(desk, place)
        self.place = place
        self._edition: UUID | None = None
        self._pdfs: dict[str, bytes] = {}
        self._composing = 0
        self._aim: Record | PageAim | None = None
        self._told: Strip | None = None
        self._no_room: Strip | None = None
        self._whom: Strip | None = None
        self._weighed: tuple[wishes.WeighPhoto, float] | None = None
        place.edition_chosen.connect(self._choose)
        place.wanted.connect(self._show)
        place.view.drawn.connect(self._draw_ahead)
        place.asked.connect(self._do)
        place.layouts_wanted.connect(self._bring_layouts)
        place.candidates_wanted.connect(self._bring_candidates)
        place.model.wanted.connect(self._bring_thumb)
        for model in (place.bin.model, place.inspector_pane.slots_chooser.model):
            model.wanted.connect(lambda photo, to=model: self._bring_photo(to, photo))
        desk.product_chosen.connect(self._measure)
        desk.product_chosen.connect(self.touch)
        place.inspector_pane.words_wanted.connect(self._go_to_words)
        place.words_asked.connect(lambda passage: self.go.emit("story", passage))
        place.export_asked.connect(lambda: self.go.emit("handover", None))
        place.photo_asked.connect(lambda photo: self.go.emit("photos", photo))

    def on_changed(self, changes: object) -> None:  # noqa: ARG002
        self.touch()

    def forget(self) -> None:
        self._pdfs.clear()
        self._edition = None
        self._composing += 1
        self.place.bin.model.forget()
        self.place.show_editions((), None)

    def aim_at(self, record: object) -> None:
        self._aim = record if isinstance(record, Record | PageAim) else None
        if isinstance(record, PageAim) and record.edition != self._edition:
            self._edition = record.edition
            self.touch()
        else:
            self._turn_to_aim()

    def refresh(self) -> None:
        found = self.desk.found
        if found is None:
            return
        offered = shelf.editions(found)
        chosen = next((one for one in offered if one.id == self._edition), None)
        chosen = chosen or (offered[0] if offered else None)
        self.place.editions.recipient = shelf.recipient_of(found)
        self.place.editions.languages = shelf.languages_of(found)
        self.place.show_editions(offered, chosen)
        if self._whom is not None and (chosen is None or self.place.editions.recipient):
            self.place.messages.take_down(self._whom)
        if chosen is not None:
            self._edition = chosen.id
            self._measure()
            self._compose(found, chosen)

    @property
    def edition(self) -> Edition | None:
        """The edition one looks at, as it stands."""
        found = self.desk.found
        return found.case.records.find(Edition, self._edition) if found else None

    def _measure(self) -> None:
        """The guides are those of the product that Hand over prints, for this edition's size."""
        if self.edition is not None:
            self.place.show_measures(measures(self.edition.size, self.desk.product))

    def _choose(self, edition: Edition) -> None:
        self._edition = edition.id
        self.refresh()

    def _compose(self, found: FoundChild, edition: Edition) -> None:
        self._composing += 1
        newest, product = self._composing, self.desk.product
        job = self.desk.jobs.read("", lambda _: _composed(found, edition, product), quiet=True)
        job.failed.connect(self.place.messages.trouble)

        def show(composed: Composed) -> None:
            if newest == self._composing and self.desk.is_open:
                self.place.show_composed(composed)
                self._turn_to_aim()
                self._tell_whether_larger(composed)

        job.done.connect(show)

    def _turn_to_aim(self) -> None:
        edition, aim = self.edition, self._aim
        if edition is None or aim is None or not self.place.model.spreads:
            return
        if isinstance(aim, PageAim):
            composed = self.place.composed
            if composed is not None and composed.edition.id == aim.edition:
                self._aim = None
                self.place.go_to_page(aim.page)
            return
        self._aim = None
        using = (
            block.id
            for block in arranging.blocks_of(edition)
            if any(aim.id in filled for filled in block.slots.values())
        )
        self.place.go_to(frozenset(using))

    def _show(self, spread: Spread) -> None:
        if spread.key in self._pdfs:
            self.place.show_spread(spread, self._pdfs[spread.key])
        else:
            self._draw(spread, lambda pdf: self.place.show_spread(spread, pdf))

    def _draw_ahead(self) -> None:
        """The next spread, once the one that is looked at stands: it had to wait for both."""
        spread = self.place.spread
        keys = [one.key for one in self.place.model.spreads]
        if spread is None or spread.key not in keys or not self.desk.is_open:
            return
        at = keys.index(spread.key)
        for beside in self.place.model.spreads[at + 1 : at + 2]:
            if beside.plans and beside.key not in self._pdfs:
                self._draw(beside, lambda _: None)

    def _draw(self, spread: Spread, show: Callable[[bytes], None]) -> None:
        store, plans, found = self.desk.store, spread.plans, self.desk.found
        job = self.desk.jobs.look("", lambda _: preview_pdf(store, plans), quiet=True)
        job.failed.connect(self.place.messages.trouble)

        def keep(pdf: bytes) -> None:
            if self.desk.found is not found:
                return
            self._pdfs[spread.key] = pdf
            for old in list(self._pdfs)[:-KEPT]:
                del self._pdfs[old]
            show(pdf)

        job.done.connect(keep)

    def _bring_thumb(self, spread: Spread) -> None:
        if not self.desk.is_open:
            return
        store, plans = self.desk.store, spread.plans
        job = self.desk.jobs.read("", lambda _: preview_pdf(store, plans, THUMB_PHOTO), quiet=True)
        size = self.place.thumb_size()
        job.done.connect(
            lambda pdf: SmallPages(
                self, pdf, size, lambda image: self.place.show_thumb(spread, image)
            )
        )

    def _bring_photo(self, model: UnusedModel | CandidateModel, photo: Photo) -> None:
        if self.desk.is_open:
            job = self.read_thumbnail(photo)
            job.done.connect(lambda image: model.put(photo, image))
            job.failed.connect(lambda _: model.unask(photo))
            job.stopped.connect(lambda: model.unask(photo))

    def _bring_layouts(self, block: UUID) -> None:
        case, edition = self.desk.case, self.edition
        if case is None or edition is None:
            return
        # Behind the page itself, which is what the worker waits for.
        job = self.desk.jobs.look("", lambda _: suggest_layouts(case, edition, block), quiet=True)

        def show(suggestions: Suggestions) -> None:
            if self.place.block is not None and self.place.block.id == block:
                self.place.inspector_pane.show_suggestions(suggestions)

        job.done.connect(show)

    def _bring_candidates(self, kind: str) -> None:
        found, edition = self.desk.found, self.edition
        if found is not None and edition is not None:
            there = candidates(found, kind, edition.band)
            self.place.inspector_pane.show_candidates(kind, there)

    def _do(self, wish: object) -> None:
        found = self.desk.found
        if found is None or not self.desk.is_open:
            return
        edition = self._edition
        if self._whom is not None and isinstance(wish, wishes.ChangeEdition):
            self.place.messages.take_down(self._whom)
        if isinstance(wish, wishes.Mend):
            wish = replace(wish, product=self.desk.product)
        self._note_room(wish)
        self.write_undoable(
            found,
            lambda: do(found, edition, wish),
            lambda made, undo: self._tell(wish, made, undo),
        )

    def _tell(self, wish: object, made: object, undo: Answer) -> None:
        match wish, made:
            case wishes.MakeBook(), (Edition() as edition, LeftOut() as left):
                self._open_new(edition)
                said = self.tr("The book is made, for a reader of {band}.")
                said = said.format(band=band_word(edition.band))
                answers = (self._see_refused(), undo) if left.refused else (undo,)
                if wish == wishes.MakeBook() and self.place.editions.recipient is None:
                    self._ask_whom()
                self.place.messages.tell(said, left_in_words(left), "good", answers)
            case wishes.MakeNotes(), Edition() as edition:
                self._open_new(edition)
                said = self.tr("There are notes for grown-ups now, an edition of their own.")
                self.place.messages.tell(said, answers=(undo,))
            case wishes.MakeLetter(), Edition() as edition:
                self._open_new(edition)
                said = self.tr("There is a later-life letter now, an edition of its own.")
                self.place.messages.tell(said, answers=(undo,))
            case wishes.DuplicateEdition(), Edition() as edition:
                self._open_new(edition)
            case wishes.AddPage() | wishes.BringPage(), Block() as block:
                self.place.aim_at_new(block.id)
                self.touch()
            case wishes.DeleteEdition(), _:
                self.place.messages.tell(self.tr("The edition is deleted."), answers=(undo,))
            case wishes.RemovePage(), _:
                said = self.tr("The page is taken out of the book. What was on it stays.")
                self.place.messages.tell(said, answers=(undo,))
            case _ if said := done_in_words(wish):
                if self._told is not None:
                    self.place.messages.take_down(self._told)
                self._told = self.place.messages.tell(said, answers=(undo,))

    def _open_new(self, edition: Edition) -> None:
        self._edition = edition.id
        self.touch()

    def _ask_whom(self) -> None:
        """Nothing in the story says for whom a first book is: it is asked, and may wait."""
        ask = (self.tr("Choose for whom"), self.place.editions.ask_whom)
        self._whom = self.place.messages.tell(
            self.tr("For whom is this book?"),
            self.tr("It stands as for the child and adopters: nothing in the story says yet."),
            "look",
            (ask,),
        )

    def _go_to_words(self, finding: Finding) -> None:
        """To the passage that a finding lies in."""
        found = self.desk.found
        if found is not None and finding.record is not None:
            self.go.emit("story", found.case.records.get(finding.record))

    def _see_refused(self) -> Answer:
        """To the photos that need a look before they may be shown."""
        return self.tr("See those photos"), lambda: self.go.emit("photos", Show.NEEDS_A_LOOK)

    def _note_room(self, wish: object) -> None:
        """How much room a photo has before it is given more; what was said of one before is old."""
        if self._no_room is not None:
            self.place.messages.take_down(self._no_room)
        self._weighed, composed, block = None, self.place.composed, self.place.block
        if not isinstance(wish, wishes.WeighPhoto) or composed is None or block is None:
            return
        if wish.weight > block.weights.get(str(wish.photo), EVEN):
            self._weighed = (wish, composed.room_of(wish.photo, wish.block))

    def _tell_whether_larger(self, composed: Composed) -> None:
        """A photo that was to have more room and has none says why."""
        if self._weighed is None:
            return
        wish, before = self._weighed
        block = find_block(composed.edition, wish.block)
        if block is None or block.weights.get(str(wish.photo)) != wish.weight:
            return  # composed before the photo got its room
        self._weighed = None
        if composed.room_of(wish.photo, wish.block) <= before * LARGER:
            self._no_room = self.place.messages.tell(
                self.tr("There is no layout that gives this photo more room."),
                self.tr("Take a photo off this page, or unlock its layout."),
            )


def _composed(found: FoundChild, edition: Edition, product: str) -> Composed:
    """The pages with all that goes with them; what they are told apart by is worked out here, not
    on the window's thread."""
    shared, made = shared_and_composed(found.case, edition)
    plans = tuple(plan for plan in made if plan.digest)
    there = photos_on(found, edition, plans)
    return Composed(
        edition=edition,
        plans=plans,
        by_recipe=there.by_recipe,
        unused=there.unused,
        refused=refused(found, edition),
        pages=there.pages,
        names=named(found, edition),
        limit=shelf.words_a_page(edition.band, edition.format),
        findings=look_over(found.case, edition, shared, plans, fitting(edition, product)),
        apart=apart(found, edition),
    )
