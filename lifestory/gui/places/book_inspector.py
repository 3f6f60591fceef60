"""The book's inspector: the page one is at, with its layout, the photo chosen on it, what fills
it; and in its stead, what to fill it with, or which page to add."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from lifestory.app.arranging_book import page_type, page_types_for
from lifestory.app.books import Suggestions
from lifestory.app.filling import Candidate
from lifestory.domain.arrangement import Block
from lifestory.domain.findings import Finding
from lifestory.domain.plans import PagePlan
from lifestory.domain.readers import Band
from lifestory.gui.models import wishes
from lifestory.gui.models.composed import Composed
from lifestory.gui.models.frames import Frame
from lifestory.gui.places.book_apart import BookApart
from lifestory.gui.places.book_findings import BookFindings
from lifestory.gui.places.book_layouts import Layouts
from lifestory.gui.places.book_notes import PageNotes
from lifestory.gui.places.book_photo import ChosenPhoto
from lifestory.gui.places.book_slots import PageSlots, slot_word
from lifestory.gui.widgets import parts
from lifestory.gui.widgets.flow import in_a_row
from lifestory.gui.widgets.page_chooser import PageChooser
from lifestory.gui.widgets.slot_chooser import SlotChooser

WIDE = 304
_OF_LAYOUT = {"shuffle", "lock", "reject"}
_OF_PHOTO = {"room", "off", "swap"}


class BookInspector(QStackedWidget):
    """`asked` carries a wish; `candidates_wanted` the kind of a slot one wants to fill;
    `finding_wanted` the Finding one wants to be led to, `words_wanted` the one whose words one
    wants to change; `photo_wanted` a photo, to see who is in it; `left` tells that one is through
    with a list."""

    asked = Signal(object)
    candidates_wanted = Signal(str)
    finding_wanted = Signal(object)
    words_wanted = Signal(object)
    photo_wanted = Signal(object)
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.block: Block | None = None
        self._band = Band.ADULT
        self._pages: Mapping[UUID, Sequence[int]] = {}
        self._slot = ""
        self._page = self._scrolled()
        self.slots_chooser = SlotChooser()
        self.slots_chooser.filled.connect(self._fill)
        self.slots_chooser.done.connect(self._leave)
        self.page_chooser = PageChooser()
        self.page_chooser.chosen.connect(self._add)
        self.page_chooser.done.connect(self._leave)
        self.findings = BookFindings()
        self.findings.done.connect(self._leave)
        for told in (self.findings, self.notes):
            told.asked.connect(self.asked)
            told.wanted.connect(self.finding_wanted)
            told.words_wanted.connect(self.words_wanted)
            told.photo_wanted.connect(self.photo_wanted)
        for widget in (self._page, self.slots_chooser, self.page_chooser, self.findings):
            self.addWidget(widget)

    def _scrolled(self) -> QScrollArea:
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(8)
        self.heading = parts.label(kind="title", wrap=True)
        self.what = parts.label(tone="quiet", wrap=True)
        self.layouts = Layouts()
        self.layouts.asked.connect(self.asked)
        self.photo = ChosenPhoto()
        self.photo.asked.connect(self.asked)
        self.notes = PageNotes()
        self.slots = PageSlots()
        self.slots.opened.connect(self.open_slot)
        self._steps = self._add_steps()
        self.apart = BookApart()
        self.apart.asked.connect(self.asked)
        for widget in (
            self.heading, self.what, self.layouts, self.photo, self.notes, self.slots, self._steps,
            self.apart,
        ):  # fmt: skip
            column.addWidget(widget)
        column.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidget(inner)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        return scroll

    def _add_steps(self) -> QWidget:
        made = QWidget()
        column = QVBoxLayout(made)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(parts.rule())
        self.earlier = parts.button(self.tr("Earlier"), "arrow-up", size="small")
        self.later = parts.button(self.tr("Later"), "arrow-down", size="small")
        self.remove = parts.button(self.tr("Remove"), "trash-2", size="small")
        self.earlier.setAccessibleName(self.tr("Earlier in the book"))
        self.later.setAccessibleName(self.tr("Later in the book"))
        self.remove.setAccessibleName(self.tr("Remove this page"))
        self.earlier.setToolTip(self.tr("Alt+Up; from the first of a part into the part before"))
        self.later.setToolTip(self.tr("Alt+Down; from the last of a part into the next part"))
        for button, meant in (
            (self.earlier, "step:-1"), (self.later, "step:+1"), (self.remove, "remove"),
        ):  # fmt: skip
            button.clicked.connect(lambda _=False, what=meant: self.act(what))
        column.addWidget(in_a_row(self.earlier, self.later, self.remove))
        return made

    def show_block(self, block: Block | None, composed: Composed, title: str) -> None:
        """Show the block one is at; None for a page that stands by itself between the parts."""
        if block is None or self.block is None or block.id != self.block.id:
            self.layouts.show_suggestions(block, Suggestions())
        self.block, self._band, self._pages = block, composed.edition.band, composed.pages
        self.layouts.block = block
        self.heading.setText(title)
        self.what.setText(_says_what(block, composed.names) if block else "")
        self.what.setVisible(block is not None)
        self._steps.setVisible(block is not None)
        self.slots.show_block(block, composed.names)
        if self.currentWidget() is not self.slots_chooser:
            return
        if block is not None and self._slot in page_type(block.page_type).slots:
            self.slots_chooser.follow(block.slots.get(self._slot, ()))
        else:
            self.show_page()

    def show_photo(self, frame: Frame | None) -> None:
        """Show the photo chosen on the page, if one is."""
        self.photo.show_photo(self.block, frame, self._band)

    def show_notes(
        self, plans: Sequence[PagePlan], findings: Sequence[Finding], limit: int
    ) -> None:
        """Show what the pages that lie open measure, and what is found there."""
        self.notes.show_pages(plans, findings, limit)

    def show_findings(self) -> None:
        """Let one go through all that is found in the book."""
        self.setCurrentWidget(self.findings)
        self.findings.list.setFocus()

    def show_suggestions(self, suggestions: Suggestions) -> None:
        """Show the layouts that fit."""
        self.layouts.show_suggestions(self.block, suggestions)

    def say_caption(self) -> None:
        """Say the caption that was typed, if it is another one."""
        self.photo.say_caption()

    def open_first_slot(self) -> None:
        """Ask for what a new page cannot do without, if there is such a thing."""
        if self.block is not None:
            for name, slot in page_type(self.block.page_type).slots.items():
                if slot.least and not self.block.slots.get(name):
                    self.open_slot(name)
                    return

    def open_slot(self, name: str) -> None:
        """Ask for what may fill this slot of the page one is at."""
        if self.block is not None and name in page_type(self.block.page_type).slots:
            self._slot = name
            self.candidates_wanted.emit(page_type(self.block.page_type).slots[name].kind)

    def show_candidates(self, kind: str, there: Sequence[Candidate]) -> None:
        """Let one choose what fills the slot that was asked for."""
        if self.block is None:
            return
        slot = page_type(self.block.page_type).slots.get(self._slot)
        if slot is not None and slot.kind == kind:
            chosen = self.block.slots.get(self._slot, ())
            self.slots_chooser.show_slot(slot_word(kind), slot, there, chosen, self._pages)
            self.setCurrentWidget(self.slots_chooser)
            self.slots_chooser.list.setFocus()

    def forget(self) -> None:
        """Show nothing of anyone."""
        self.block = None
        self._pages = {}
        self.show_photo(None)
        self.layouts.show_suggestions(None, Suggestions())
        self.slots.show_block(None, {})
        self.notes.show_pages((), (), 0)
        self.findings.show_findings(())
        self.apart.show_apart(())
        self.slots_chooser.model.forget()
        self.heading.setText("")
        self.what.setText("")
        self.show_page()

    def show_page_types(self, band: Band) -> None:
        """Let one choose which page to add to a book for this reader."""
        self.page_chooser.offer(page_types_for(band))
        self.setCurrentWidget(self.page_chooser)
        self.page_chooser.list.setFocus()

    def show_page(self) -> None:
        """Back to the page one is at."""
        self.setCurrentWidget(self._page)

    def act(self, what: str) -> None:
        """Do what a key on the page or a button here means."""
        verb, _, rest = what.partition(":")
        if verb in _OF_LAYOUT:
            self.layouts.act(what)
        elif verb in _OF_PHOTO:
            self.photo.act(what)
        elif self.block is not None and verb == "step":
            self.asked.emit(wishes.StepPage(self.block.id, int(rest)))
        elif self.block is not None and verb == "remove":
            self.asked.emit(wishes.RemovePage(self.block.id))

    def _fill(self, filled: tuple[UUID, ...]) -> None:
        if self.block is not None:
            self.asked.emit(wishes.FillSlot(self.block.id, self._slot, filled))

    def _leave(self) -> None:
        self.show_page()
        self.left.emit()

    def _add(self, name: str) -> None:
        self._leave()
        self.asked.emit(wishes.AddPage(name, self.block.id if self.block else None))


def _says_what(block: Block, names: Mapping[UUID, str]) -> str:
    homes = [names.get(key, "") for key in block.slots.get("home", ())]
    return " · ".join(one for one in (page_type(block.page_type).called, *homes) if one)
