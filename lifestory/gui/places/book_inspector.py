"""The book's inspector: the layout of a page, the photo chosen on it, its words, what fills it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QProgressBar,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from lifestory.app.arranging_book import PageType, Slot, page_type, page_types
from lifestory.app.books import Suggestions
from lifestory.app.filling import Candidate
from lifestory.domain.arrangement import Block
from lifestory.domain.plans import PagePlan
from lifestory.domain.readers import Band, text_for
from lifestory.gui import icons
from lifestory.gui.models import wishes
from lifestory.gui.models.frames import SHARP, Frame, words_on
from lifestory.gui.models.mentions import plain
from lifestory.gui.widgets import parts
from lifestory.gui.widgets.chooser import PageChooser, SlotChooser
from lifestory.gui.widgets.flow import Flow
from lifestory.gui.widgets.wireframes import Wireframes

WIDE = 304
_OVER = 1.25
"""The line of a meter is so much longer than its limit."""


class BookInspector(QStackedWidget):
    """`asked` carries a wish; `candidates_wanted` the kind of a slot one wants to fill;
    `put_asked` means the photo chosen in the bin."""

    asked = Signal(object)
    candidates_wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.block: Block | None = None
        self.frame: Frame | None = None
        self.suggestions = Suggestions()
        self._band = Band.FIRST_READER
        self._names: Mapping[UUID, str] = {}
        self._slot = ""
        self._written: UUID | None = None
        self._page = self._scrolled()
        self.slots_chooser = SlotChooser()
        self.slots_chooser.filled.connect(self._fill)
        self.slots_chooser.done.connect(self.show_page)
        self.page_chooser = PageChooser(page_types())
        self.page_chooser.chosen.connect(self._add)
        self.page_chooser.done.connect(self.show_page)
        for widget in (self._page, self.slots_chooser, self.page_chooser):
            self.addWidget(widget)

    def _scrolled(self) -> QScrollArea:
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(8)
        self.heading = parts.label(kind="title")
        self.what = parts.label(tone="quiet", wrap=True)
        column.addWidget(self.heading)
        column.addWidget(self.what)
        self._layouts = self._add_layouts(column)
        self._photo = self._add_photo(column)
        self._meters = QVBoxLayout()
        self._meters.setSpacing(8)
        column.addLayout(self._meters)
        column.addWidget(parts.rule())
        column.addWidget(parts.label(self.tr("What fills this page"), "field", "quiet"))
        self._slots = QVBoxLayout()
        self._slots.setSpacing(4)
        column.addLayout(self._slots)
        self._steps = self._add_steps(column)
        column.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidget(inner)
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        return scroll

    def _add_layouts(self, column: QVBoxLayout) -> QWidget:
        box, inner = _box()
        self.layout_count = parts.label(kind="field", tone="quiet")
        self.wireframes = Wireframes()
        self.wireframes.chosen.connect(self._choose_layout)
        self.lost = parts.label(tone="look", wrap=True)
        inner.addWidget(self.layout_count)
        inner.addWidget(self.wireframes)
        inner.addWidget(self.lost)
        self.shuffle = parts.button(self.tr("Shuffle"), "shuffle", size="small")
        self.lock = parts.button(self.tr("Lock"), "lock", size="small")
        self.reject = parts.button(self.tr("Reject"), "thumbs-down", size="small")
        for button, meant, key in (
            (self.shuffle, "shuffle", "S"), (self.lock, "lock", "K"), (self.reject, "reject", "X"),
        ):  # fmt: skip
            button.clicked.connect(lambda _=False, what=meant: self.act(what))
            button.setToolTip(self.tr("Key {key} on the page").format(key=key))
        inner.addWidget(_wrapping(self.shuffle, self.lock, self.reject))
        column.addWidget(box)
        return box

    def _add_photo(self, column: QVBoxLayout) -> QWidget:
        box, inner = _box()
        inner.addWidget(parts.rule())
        inner.addWidget(parts.label(self.tr("Chosen photo"), "field", "quiet"))
        self.photo_name = parts.label(kind="strong", wrap=True)
        self.sharpness = parts.label(kind="minor", wrap=True)
        inner.addWidget(self.photo_name)
        inner.addWidget(self.sharpness)
        self.room_words = parts.label(self.tr("Room it gets"))
        self.room = parts.Choice(self.tr("Room it gets"), ("1", "2", "3", "4", "5"), narrow=True)
        self.room.chosen.connect(lambda at: self.act(f"room:{at + 1}"))
        inner.addWidget(_wrapping(self.room_words, end=self.room))
        self.caption = parts.Field(self.tr("Caption"))
        self.caption.left.connect(self.say_caption)
        inner.addLayout(parts.under(self.tr("Caption for this reader"), self.caption))
        self.take_off = parts.button(self.tr("Take it off"), "image-off", size="small")
        self.take_off.clicked.connect(lambda: self.act("off"))
        inner.addWidget(self.take_off)
        column.addWidget(box)
        return box

    def _add_steps(self, column: QVBoxLayout) -> QWidget:
        box, inner = _box()
        inner.addWidget(parts.rule())
        self.earlier = parts.button(self.tr("Earlier"), "arrow-up", size="small")
        self.later = parts.button(self.tr("Later"), "arrow-down", size="small")
        self.remove = parts.button(self.tr("Remove"), "trash-2", size="small")
        self.earlier.setToolTip(self.tr("Alt+Up"))
        self.later.setToolTip(self.tr("Alt+Down"))
        self.remove.setAccessibleName(self.tr("Remove this page"))
        for button, meant in (
            (self.earlier, "step:-1"), (self.later, "step:+1"), (self.remove, "remove"),
        ):  # fmt: skip
            button.clicked.connect(lambda _=False, what=meant: self.act(what))
        inner.addWidget(_wrapping(self.earlier, self.later, self.remove))
        column.addWidget(box)
        return box

    def show_block(
        self, block: Block | None, names: Mapping[UUID, str], band: Band, title: str
    ) -> None:
        """Show the block one is at; None for a page that stands by itself between the parts."""
        self.say_caption()
        if block is None or self.block is None or block.id != self.block.id:
            self.show_suggestions(Suggestions())
        self.block, self._names, self._band = block, names, band
        self.heading.setText(title)
        kind = page_type(block.page_type) if block else None
        self.what.setText(self._says_what(kind, block) if kind and block else "")
        self._steps.setVisible(block is not None)
        _empty(self._slots)
        if kind is not None and block is not None:
            for name, slot in kind.slots.items():
                self._slots.addWidget(self._slot_row(name, slot, block.slots.get(name, ())))
            if not kind.slots:
                none = self.tr("Nothing: it is made from the child's name.")
                self._slots.addWidget(parts.label(none, tone="quiet", wrap=True))
        else:
            own = self.tr("This page stands by itself between the parts of the book.")
            self._slots.addWidget(parts.label(own, tone="quiet", wrap=True))
        if self.currentWidget() is self.slots_chooser and (
            not kind or self._slot not in kind.slots
        ):
            self.show_page()

    def _says_what(self, kind: PageType, block: Block) -> str:
        homes = [self._names.get(key, "") for key in block.slots.get("home", ())]
        return " · ".join(one for one in (kind.called, *homes) if one)

    def _slot_row(self, name: str, slot: Slot, filled: Sequence[UUID]) -> QWidget:
        box = QWidget()
        row = QHBoxLayout(box)
        row.setContentsMargins(0, 0, 0, 0)
        text = QVBoxLayout()
        text.setSpacing(0)
        word = self._slot_word(slot.kind)
        text.addWidget(parts.label(word))
        there = [self._names[key] for key in filled if self._names.get(key)]
        says = parts.Elided("minor", "quiet")
        if filled:
            many = self.tr("{count} of at most {most}").format(count=len(filled), most=slot.most)
            says.setText(f"{many}: {'; '.join(there)}" if there else many)
        elif slot.fills_from:
            says.setText(self.tr("Fills itself"))
        else:
            says.setText(self.tr("Empty") if not slot.least else self.tr("Empty: it needs one"))
        says.setToolTip("\n".join(there))
        text.addWidget(says)
        row.addLayout(text, 1)
        choose = parts.button(self.tr("Choose"), size="small")
        choose.setAccessibleName(self.tr("Choose: {what}").format(what=word))
        choose.clicked.connect(lambda: self._open_slot(name))
        row.addWidget(choose)
        return box

    def _slot_word(self, kind: str) -> str:
        return {
            "photo": self.tr("Photos"), "person": self.tr("People"), "fact": self.tr("Facts"),
            "passage": self.tr("Passages"), "home": self.tr("Homes"),
            "milestone": self.tr("Milestones"), "words": self.tr("The child's own words"),
        }[kind]  # fmt: skip

    def _open_slot(self, name: str) -> None:
        if self.block is not None:
            self._slot = name
            self.candidates_wanted.emit(page_type(self.block.page_type).slots[name].kind)

    def open_first_slot(self) -> None:
        """Ask for what a new page cannot do without, if there is such a thing."""
        if self.block is not None:
            for name, slot in page_type(self.block.page_type).slots.items():
                if slot.least and not self.block.slots.get(name):
                    self._open_slot(name)
                    return

    def show_candidates(self, kind: str, there: Sequence[Candidate]) -> None:
        """Let one choose what fills the slot that was asked for."""
        if self.block is None:
            return
        slot = page_type(self.block.page_type).slots.get(self._slot)
        if slot is not None and slot.kind == kind:
            chosen = self.block.slots.get(self._slot, ())
            self.slots_chooser.show_slot(self._slot_word(kind), slot, there, chosen)
            self.setCurrentWidget(self.slots_chooser)
            self.slots_chooser.list.setFocus()

    def forget(self) -> None:
        """Show nothing of anyone."""
        self.show_photo(None)
        self.show_block(None, {}, self._band, "")
        self.show_words((), 0)
        self.slots_chooser.model.clear()
        self.show_page()

    def show_page_types(self) -> None:
        """Let one choose which page to add."""
        self.setCurrentWidget(self.page_chooser)
        self.page_chooser.list.setFocus()

    def show_page(self) -> None:
        """Back to the page one is at."""
        self.setCurrentWidget(self._page)

    def show_suggestions(self, suggestions: Suggestions) -> None:
        """Show the layouts that fit."""
        self.suggestions = suggestions
        names = [one.name for one in suggestions.offered]
        self._layouts.setVisible(len(names) > 1)
        if suggestions.taken in names:
            at = names.index(suggestions.taken) + 1
            says = self.tr("Layout, {at} of {count} that fit")
            self.layout_count.setText(says.format(at=at, count=len(names)))
        locked = self.block is not None and self.block.locked
        says = self.tr(
            "The layout you locked no longer fits these photos; this is the best that does."
        )
        self.lost.setText(says if suggestions.lost and locked else "")
        self.lost.setVisible(suggestions.lost and locked)
        self.lock.setText(self.tr("Unlock") if locked else self.tr("Lock"))
        self.lock.setAccessibleName(self.lock.text())
        icons.dress(self.lock, "lock-open" if locked else "lock")
        self.wireframes.show_offered(suggestions.offered, suggestions.taken)

    def show_photo(self, frame: Frame | None) -> None:
        """Show the photo chosen on the page, if one is."""
        self.say_caption()
        self.frame = frame
        photo = frame.photo if frame else None
        self._photo.setVisible(photo is not None)
        if frame is None or photo is None:
            self._written = None
            return
        words = plain(text_for(photo.captions, self._band))
        self.photo_name.setText(plain(photo.alt) or words or self.tr("A photo without words"))
        sharp = self.tr("{dpi} dpi at this size, sharp")
        soft = self.tr("{dpi} dpi at this size: it will look soft. Give it less room.")
        self.sharpness.setText((sharp if frame.dpi >= SHARP else soft).format(dpi=frame.dpi))
        parts.set_tone(self.sharpness, "good" if frame.sharp else "look")
        placed = self.block is not None and any(
            photo.id in keys for keys in self.block.slots.values()
        )
        weight = self.block.weights.get(str(photo.id), 3) if self.block else 3
        several = self.block is not None and "photos" in page_type(self.block.page_type).slots
        for widget in (self.room, self.room_words):
            widget.setVisible(placed and several)
        self.room.choose(weight - 1)
        self.take_off.setVisible(placed)
        self._written = photo.id
        self.caption.setText(text_for(photo.captions, self._band))

    def show_words(self, plans: Sequence[PagePlan], limit: int) -> None:
        """Show how many words each page has of those its reader can take."""
        _empty(self._meters)
        for plan in plans:
            count = words_on(plan)
            box, inner = _box()
            on = self.tr("Words on page {n}").format(n=plan.number)
            says = parts.label(
                self.tr("{count} of {limit}").format(count=count, limit=limit), "strong"
            )
            inner.addWidget(_wrapping(parts.label(on), end=says))
            line = QProgressBar()
            line.setTextVisible(False)
            line.setRange(0, round(limit * _OVER))
            line.setValue(min(count, line.maximum()))
            line.setAccessibleName(on)
            line.setProperty("tone", "look" if count > limit else "")
            parts.set_tone(says, "look" if count > limit else "")
            inner.addWidget(line)
            self._meters.addWidget(box)

    def say_caption(self) -> None:
        """Say the caption that was typed, if it is another one."""
        if self.frame is None or self.frame.photo is None or self._written is None:
            return
        before = text_for(self.frame.photo.captions, self._band)
        if self.caption.text() != before:
            self.asked.emit(wishes.WriteCaption(self._written, self.caption.text()))
            self._written = None

    def act(self, what: str) -> None:
        """Do what a key on the page or a button here means."""
        block, photo = self.block, self.frame.photo if self.frame else None
        if block is None:
            return
        verb, _, rest = what.partition(":")
        match verb:
            case "shuffle":
                self._shuffle(block)
            case "lock" if self.suggestions.taken:
                taken = self.suggestions.taken
                self.asked.emit(wishes.LockLayout(block.id, taken, locked=not block.locked))
            case "reject" if len(self.suggestions.offered) > 1:
                self.asked.emit(wishes.RejectLayout(block.id, self.suggestions.taken))
            case "room" if photo is not None:
                self.asked.emit(wishes.WeighPhoto(block.id, photo.id, int(rest)))
            case "off" if photo is not None:
                self.asked.emit(wishes.TakePhotoOff(block.id, photo.id))
            case "swap" if photo is not None:
                self.asked.emit(wishes.SwapPhotos(block.id, photo.id, int(rest)))
            case "step":
                self.asked.emit(wishes.StepPage(block.id, int(rest)))
            case "remove":
                self.asked.emit(wishes.RemovePage(block.id))

    def _shuffle(self, block: Block) -> None:
        names = [one.name for one in self.suggestions.offered]
        if len(names) > 1:
            at = names.index(self.suggestions.taken) if self.suggestions.taken in names else -1
            self.asked.emit(wishes.ChooseLayout(block.id, names[(at + 1) % len(names)]))

    def _choose_layout(self, name: str) -> None:
        if self.block is not None:
            self.asked.emit(wishes.ChooseLayout(self.block.id, name))

    def _fill(self, filled: tuple[UUID, ...]) -> None:
        if self.block is not None:
            self.asked.emit(wishes.FillSlot(self.block.id, self._slot, filled))

    def _add(self, name: str) -> None:
        self.show_page()
        self.asked.emit(wishes.AddPage(name, self.block.id if self.block else None))


def _box() -> tuple[QWidget, QVBoxLayout]:
    made = QWidget()
    column = QVBoxLayout(made)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(6)
    return made, column


def _wrapping(*widgets: QWidget, end: QWidget | None = None) -> QWidget:
    """Widgets in a row, one of them at its end; it goes on in a line below where text is large."""
    made = QWidget()
    row = Flow(made)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(6)
    for widget in widgets:
        row.lead_with(widget)
    if end is not None:
        row.addWidget(end)
    return made


def _empty(column: QVBoxLayout) -> None:
    while item := column.takeAt(0):
        if widget := item.widget():
            widget.hide()
            widget.deleteLater()
