"""The book: an edition's pages as they will print, to be arranged, filled and leafed through."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QVBoxLayout

from lifestory.app.arranging_book import blocks_of, find_block
from lifestory.app.measures import Measures
from lifestory.domain.arrangement import Block, Edition
from lifestory.domain.findings import Finding
from lifestory.gui.models import wishes
from lifestory.gui.models.carried import Carried
from lifestory.gui.models.composed import Composed
from lifestory.gui.models.fix_words import is_of_photo, is_of_words
from lifestory.gui.models.frames import Frame, frames_of
from lifestory.gui.models.page_notes import findings_on
from lifestory.gui.models.spreads import Spread, spreads_of, with_empty_pages
from lifestory.gui.places.book_desk import BookDesk
from lifestory.gui.places.book_inspector import WIDE, BookInspector
from lifestory.gui.places.book_pages import BookPages
from lifestory.gui.places.book_way import BookWay
from lifestory.gui.widgets import parts
from lifestory.gui.widgets.drawer import Drawer
from lifestory.gui.widgets.edition_tabs import EditionTabs
from lifestory.gui.widgets.empty import Empty
from lifestory.gui.widgets.guide_boxes import GuideBoxes
from lifestory.gui.widgets.overlay import Guide
from lifestory.gui.widgets.place import Place
from lifestory.gui.widgets.thumb import THUMB

LEAST = 640
"""Pixels the list of pages and a spread that one can read need beside the inspector."""


class Book(Place):
    """`asked` carries a wish; `edition_chosen` an Edition; `wanted` the Spread to be seen;
    `layouts_wanted` the block whose layouts are; `candidates_wanted` a kind of slot; `photo_asked`
    the id of a photo, to see who is in it; `words_asked` a passage to be seen in Story."""

    edition_chosen = Signal(object)
    wanted = Signal(object)
    asked = Signal(object)
    layouts_wanted = Signal(object)
    candidates_wanted = Signal(str)
    export_asked = Signal()
    photo_asked = Signal(object)
    words_asked = Signal(object)

    def __init__(self) -> None:
        super().__init__("")
        self.title.setText(self.tr("Book"))
        self.setAccessibleName(self.tr("Book"))
        self.composed: Composed | None = None
        self._aim: UUID | None = None
        self._photo_aim: UUID | None = None
        self.pages_pane = BookPages()
        self.pages_pane.asked.connect(self.asked)
        self.model, self.list = self.pages_pane.model, self.pages_pane.list
        self._fill_bar()
        self.edge_to_edge()
        self.editions = EditionTabs()
        self.editions.chosen.connect(lambda _: self.flush())  # for the reader it was written for
        self.editions.chosen.connect(self.edition_chosen)
        self.editions.asked.connect(self.asked)
        self.editions.form.shown.connect(self._make_room)
        column = self.layout()
        assert isinstance(column, QVBoxLayout)
        column.insertWidget(1, self.editions)
        self.panes.insertWidget(0, self.pages_pane)
        first = parts.button(self.tr("Make a first book"), "book-open", "primary", "large")
        first.clicked.connect(lambda: self.asked.emit(wishes.MakeBook()))
        self.first = first
        self.empty = Empty(
            self.tr("No book yet"),
            self.tr(
                "A first book is made from what is there: the homes, the day of birth, the "
                "passages, photos and hopes. It opens and closes at home. You change it from there."
            ),
            first,
        )
        self.desk = self._lay_desk()
        self.way = BookWay(self.pages_pane, self.view)
        self.work.addWidget(self.empty, 1)
        self.work.addWidget(self.desk, 1)
        self._add_inspector()
        self.pages_pane.acted.connect(self.inspector_pane.act)
        self.pages_pane.turned.connect(self._turned)
        self.pages_pane.findings_asked.connect(self._ask_findings)
        self.panes.setSizes([216, 10_000, WIDE + 32])
        self.panes.setStretchFactor(0, 0)
        self.panes.setStretchFactor(1, 1)
        self.starts_at = self.view
        self.show_editions((), None)

    def _fill_bar(self) -> None:
        self.kind = parts.Choice(
            self.tr("View"), (self.tr("Two pages"), self.tr("One page"), self.tr("Greyscale"))
        )
        self.kind.setToolTip(self.tr("A spread: two pages as they lie open. Or one alone, or grey"))
        self.kind.chosen.connect(lambda at: self.view.view_as(alone=at == 1, grey=at == 2))
        self.left_bar.addWidget(self.kind)
        self.guides = GuideBoxes()
        self.guides.chosen.connect(self._show_guides)
        self.left_bar.addWidget(self.guides)
        self.add_page = parts.button(self.tr("Add a page"), "file-plus")
        self.add_page.clicked.connect(self._ask_page)
        self.bar.addWidget(self.add_page)
        self.hand_over = parts.button(self.tr("Hand it over"), "hand-helping", "primary")
        self.hand_over.clicked.connect(self.export_asked)
        self.primary = self.add_page

    def _make_room(self, asked: bool) -> None:
        """What an edition changes is seen large while one is asked about it."""
        self.bin.setVisible(not asked)

    def _lay_desk(self) -> BookDesk:
        desk = BookDesk()
        self.view, self.bin = desk.view, desk.bin
        desk.turned.connect(self.turn)
        self.view.asked.connect(self._key)
        self.view.chosen.connect(self._show_chosen)
        self.view.drops.dropped.connect(self._dropped)
        self.bin.taken.connect(self._put)
        self.bin.given_back.connect(
            lambda carried: self.asked.emit(wishes.TakePhotoOff(carried.block, carried.photo))
        )
        return desk

    def _add_inspector(self) -> None:
        column = self.inspector(WIDE)
        self.inspector_pane = BookInspector()
        self.inspector_pane.asked.connect(self.asked)
        self.inspector_pane.candidates_wanted.connect(self.candidates_wanted)
        self.inspector_pane.finding_wanted.connect(self.go_to_finding)
        self.inspector_pane.photo_wanted.connect(self.photo_asked)
        self.inspector_pane.apart.words_wanted.connect(self.words_asked)
        self.inspector_pane.left.connect(self.view.setFocus)
        column.addWidget(self.inspector_pane, 1)
        self.drawer = Drawer(self.panes, self.pane(2), WIDE + 32, LEAST, self.tr("This page"))
        self.bar.addWidget(self.drawer.handle)
        self.bar.addWidget(self.hand_over)

    def show_editions(self, editions: Sequence[Edition], chosen: Edition | None) -> None:
        """Offer these editions."""
        self.editions.show_editions(editions, chosen)
        self._show_whether(bool(editions))
        if chosen is None:
            self.composed = None
            self.way.forget()
            self.bin.show_photos(())
            self.inspector_pane.forget()
            self._show_spreads(())

    def show_measures(self, measures: Measures) -> None:
        """The guides are for this product."""
        self.guides.show_measures(measures)
        self.view.show_measures(measures)

    def show_composed(self, composed: Composed) -> None:
        """Show these pages. The spread one was at stays, or the nearest there is; in another
        edition it is the one last seen there."""
        if self.composed is None or self.composed.edition.id != composed.edition.id:
            self.way.return_to(composed.edition)
        empty = self.spread.block if self.spread and not self.spread.plans else None
        self.composed = composed
        self.bin.show_photos(composed.unused, composed.refused)
        self._show_spreads(with_empty_pages(spreads_of(composed.plans), composed.edition))
        if self._aim is not None:
            aim, self._aim = self._aim, None
            self.go_to(frozenset({aim}))
            self.drawer.open()
            self.inspector_pane.open_first_slot()
        elif empty is not None:  # its first page has come, and stands in another pair
            self.go_to(frozenset({empty}))

    def _show_spreads(self, spreads: Sequence[Spread]) -> None:
        at = self.way.to_come()
        self.pages_pane.show_pages(self.composed, spreads)
        self.inspector_pane.findings.show_findings(self.composed.findings if self.composed else ())
        pages = self.model.page_count
        self.count.setText(self.tr("{count} pages").format(count=pages) if pages else "")
        if spreads:
            before = self.list.currentIndex()
            self.way.go(min(at, len(spreads) - 1))
            if self.list.currentIndex() == before:
                self._turned()
        else:
            self.view.show_pdf(b"")

    def show_spread(self, spread: Spread, pdf: bytes) -> None:
        """The PDF of a spread has been made; it is shown if it is still the one wanted."""
        if self.spread is None or spread.key != self.spread.key:
            return
        self.desk.show_pages(spread, pdf, self._frames_of(spread))
        if self._photo_aim is not None:
            photo, self._photo_aim = self._photo_aim, None
            self.view.choose_photo(photo)

    def _frames_of(self, spread: Spread) -> tuple[Frame, ...]:
        composed = self.composed
        if composed is None:
            return ()
        held = {
            block.id: frozenset(key for keys in block.slots.values() for key in keys)
            for block in blocks_of(composed.edition)
            if block.id in spread.blocks
        }
        return frames_of(spread.plans, composed.by_recipe, held)

    def show_thumb(self, spread: Spread, image: QImage) -> None:
        """The small picture of a spread has been drawn."""
        self.model.put(spread, image)

    def aim_at_new(self, block: UUID) -> None:
        """A page was just added: turn to it as soon as it is composed."""
        self._aim = block

    @property
    def edition(self) -> Edition | None:
        """The edition one looks at."""
        return self.editions.edition

    @property
    def spread(self) -> Spread | None:
        """The spread one looks at."""
        return self.way.spread

    @property
    def block(self) -> Block | None:
        """The block of the page one is at."""
        key = self.way.block
        return find_block(self.composed.edition, key) if self.composed and key else None

    def turn(self, step: int) -> None:
        """Turn the page on or back."""
        self.way.turn(step)

    def go_to(self, blocks: frozenset[UUID]) -> None:
        """Turn to the first page that any of these blocks made."""
        if self.way.to_blocks(blocks):
            self._show_chosen()

    def go_to_page(self, number: int) -> None:
        """Turn to the page with this number."""
        if self.way.to_page(number):
            self._show_chosen()

    def go_to_finding(self, finding: Finding) -> None:
        """Turn to the page of a finding, and put the keyboard where it is mended: on its photo, in
        the slot to be filled, on the page; else on the button that helps."""
        if finding.page is not None:
            self.go_to_page(finding.page)
        elif finding.block is not None:
            self.go_to(frozenset({finding.block}))
        if is_of_photo(finding) and finding.record is not None:
            self.view.choose_photo(finding.record)
            at = self.view.frame.photo if self.view.frame else None
            self._photo_aim = finding.record if at is None or at.id != finding.record else None
            self.view.setFocus()
        elif finding.slot:
            self.inspector_pane.open_slot(finding.slot)
        elif finding.page is None or is_of_words(finding):
            self.inspector_pane.findings.reach_help()
        else:
            self.view.setFocus()

    def _ask_findings(self) -> None:
        self.drawer.open()
        self.inspector_pane.show_findings()

    def _turned(self) -> None:
        spread = self.spread
        if spread is None:
            return
        self.desk.show_way(spread, self.way.at, self.way.last, self.model.page_count)
        if self.composed is not None:
            self.way.remember(self.composed.edition)
        if spread.plans:
            self.way.show_draft(spread)
            self.wanted.emit(spread)
        self._show_chosen()

    def _show_chosen(self) -> None:
        """Show in the inspector the page and the photo one is at."""
        spread, composed = self.spread, self.composed
        if spread is None or composed is None:
            return
        before = self.inspector_pane.block
        block, plan = self.block, self.way.plan
        number = str(plan.number) if plan else ""
        title = self.tr("Page {number}").format(number=number) if number else spread.called
        self.inspector_pane.show_block(block, composed, title)
        self.inspector_pane.show_photo(self.view.frame)
        found = findings_on(spread.plans, composed.findings, spread.block)
        self.inspector_pane.show_notes(spread.plans, found, composed.limit)
        self.inspector_pane.apart.show_apart(self.pages_pane.apart_here(composed, spread))
        self.bin.say_where(number if block else "")
        if block is not None and block != before:
            self.layouts_wanted.emit(block.id)

    def _ask_page(self) -> None:
        if self.edition is not None:
            self.drawer.open()
            self.inspector_pane.show_page_types(self.edition.band)

    def _key(self, what: str) -> None:
        if what == "guides":
            self.guides.turn()
        else:
            self.inspector_pane.act(what)

    def _show_guides(self, guides: frozenset[Guide]) -> None:
        self.view.show_guides(guides)  # the desk is laid after the bar

    def _dropped(self, carried: Carried, page: int, frame: Frame | None) -> None:
        self.view.choose_page(page)
        block = self.block
        if block is None:
            return
        on = frame.photo.id if frame and frame.photo and frame.placed else None
        if carried.block is None:
            self._put(carried.photo, on)
        elif on is not None:
            one, other = (carried.block, carried.photo), (block.id, on)
            self.asked.emit(wishes.ExchangePhotos(one, other))
        elif carried.block != block.id:
            self.asked.emit(wishes.CarryPhoto(carried.photo, carried.block, block.id))

    def _put(self, photo: UUID, instead_of: UUID | None = None) -> None:
        if self.block is not None:
            self.asked.emit(wishes.PutPhoto(self.block.id, photo, instead_of))

    def _show_whether(self, there: bool) -> None:
        leaving = self.empty if there else self.desk
        worked_there = leaving.isAncestorOf(self.focusWidget() or self)
        self.empty.setVisible(not there)
        self.desk.setVisible(there)
        self.editions.setVisible(there)
        self.pane(0).setVisible(there)
        self.drawer.want(there)
        for widget in (self.kind, self.add_page, self.hand_over, self.guides):
            widget.setVisible(there)
        self.primary = self.add_page if there else self.first
        self.starts_at = self.view if there else self.first
        if worked_there:
            self.take_keyboard()

    def flush(self) -> None:
        self.inspector_pane.say_caption()

    def thumb_size(self) -> QSize:
        """How large the small pictures are, in pixels."""
        return THUMB * self.devicePixelRatioF()
