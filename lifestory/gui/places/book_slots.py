"""What fills the page one is at: a line for each of its slots, in plain words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from uuid import UUID

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from lifestory.app.arranging_book import Slot, page_type
from lifestory.domain.arrangement import Block
from lifestory.gui.widgets import parts

translate = QCoreApplication.translate


class PageSlots(QWidget):
    """`opened` carries the name of the slot one wants to fill."""

    opened = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)

    def show_block(self, block: Block | None, names: Mapping[UUID, str]) -> None:
        """Show what fills a block; None for a page that stands by itself between the parts."""
        while item := self._column.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        self._column.addWidget(parts.rule())
        title = self.tr("What fills this page")
        self._column.addWidget(parts.label(title, "field", "quiet"))
        if block is None:
            own = self.tr("This page stands by itself between the parts of the book.")
            self._column.addWidget(parts.label(own, tone="quiet", wrap=True))
            return
        slots = page_type(block.page_type).slots
        for name, slot in slots.items():
            self._column.addWidget(self._row(name, slot, block.slots.get(name, ()), names))
        if not slots:
            none = self.tr("Nothing: it is made from the child's name.")
            self._column.addWidget(parts.label(none, tone="quiet", wrap=True))

    def _row(
        self, name: str, slot: Slot, filled: Sequence[UUID], names: Mapping[UUID, str]
    ) -> QWidget:
        box = QWidget()
        row = QHBoxLayout(box)
        row.setContentsMargins(0, 0, 0, 0)
        text = QVBoxLayout()
        text.setSpacing(0)
        word = slot_word(slot.kind, name)
        text.addWidget(parts.label(word))
        there = [names[key] for key in filled if names.get(key)]
        says = parts.Elided("minor", "quiet" if filled or not slot.least else "look")
        says.setText(filled_words(slot, len(filled), there))
        says.setToolTip("\n".join(there) or says.text())
        text.addWidget(says)
        row.addLayout(text, 1)
        choose = parts.button(self.tr("Choose"), size="small")
        choose.setAccessibleName(self.tr("Choose: {what}").format(what=word))
        choose.clicked.connect(lambda: self.opened.emit(name))
        row.addWidget(choose)
        return box


def slot_word(kind: str, name: str = "") -> str:
    """What a slot is called: by its name where a page has several of its kind."""
    if name == "branches":
        return translate("Slots", "On the branches")
    if name == "roots":
        return translate("Slots", "At the roots")
    return {
        "photo": translate("Slots", "Photos"), "person": translate("Slots", "People"),
        "fact": translate("Slots", "Facts"), "passage": translate("Slots", "Passages"),
        "home": translate("Slots", "Homes"), "milestone": translate("Slots", "Milestones"),
        "words": translate("Slots", "The child's own words"),
        "place": translate("Slots", "Countries"),
    }[kind]  # fmt: skip


def filled_words(slot: Slot, count: int, there: Sequence[str]) -> str:
    """What is in a slot: "1 photo: Biscuit and me", or that nothing is chosen yet."""
    if not count:
        if slot.fills_from:
            return translate("Slots", "Fills itself")
        none = {
            "photo": translate("Slots", "No photo chosen yet"),
            "person": translate("Slots", "Nobody chosen yet"),
            "fact": translate("Slots", "No fact chosen yet"),
            "passage": translate("Slots", "No passage chosen yet"),
            "home": translate("Slots", "No home chosen yet"),
            "milestone": translate("Slots", "No milestone chosen yet"),
            "words": translate("Slots", "No words chosen yet"),
            "place": translate("Slots", "No country chosen yet"),
        }[slot.kind]
        needs = translate("Slots", ", and the page needs one")
        return none + needs if slot.least else none
    return ": ".join(one for one in (counted(slot.kind, count), "; ".join(there)) if one)


def counted(kind: str, count: int) -> str:
    """ "1 photo", "5 photos"."""
    one, many = {
        "photo": (translate("Slots", "1 photo"), translate("Slots", "{count} photos")),
        "person": (translate("Slots", "1 person"), translate("Slots", "{count} people")),
        "fact": (translate("Slots", "1 fact"), translate("Slots", "{count} facts")),
        "passage": (translate("Slots", "1 passage"), translate("Slots", "{count} passages")),
        "home": (translate("Slots", "1 home"), translate("Slots", "{count} homes")),
        "milestone": (translate("Slots", "1 milestone"), translate("Slots", "{count} milestones")),
        "words": (translate("Slots", "1 saying"), translate("Slots", "{count} sayings")),
        "place": (translate("Slots", "1 country"), translate("Slots", "{count} countries")),
    }[kind]
    return one if count == 1 else many.format(count=count)
