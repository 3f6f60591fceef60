"""The editions of a child's book as tabs: to go to, to add, to change, to copy, to delete."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QTabBar, QVBoxLayout, QWidget

from lifestory.app.editions import Order
from lifestory.app.for_grown_ups import LETTER, NOTES, standing
from lifestory.domain.arrangement import Edition
from lifestory.domain.readers import Recipient
from lifestory.gui.models import wishes
from lifestory.gui.widgets import parts
from lifestory.gui.widgets.band_words import band_word
from lifestory.gui.widgets.edition_form import EditionForm
from lifestory.gui.widgets.edition_look import look_in_words

translate = QCoreApplication.translate


class EditionTabs(QWidget):
    """`chosen` carries the Edition one goes to, `asked` a wish."""

    chosen = Signal(object)
    asked = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._editions: tuple[Edition, ...] = ()
        self.recipient: Recipient | None = None
        """For whom a new edition is, by what the story says."""
        self.languages: tuple[str, ...] = ()
        """Into which languages the story is translated."""
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        bar = parts.panel("bar")
        column.addWidget(bar)
        row = QHBoxLayout(bar)
        row.setContentsMargins(8, 0, 24, 0)
        row.setSpacing(8)
        self.tabs = QTabBar()
        self.tabs.setAccessibleName(self.tr("Editions"))
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.tabs.currentChanged.connect(self._go)
        self.tabs.setToolTip(self.tr("An edition is one book of this story, made for one reader"))
        row.addWidget(self.tabs)
        self.add = parts.button(self.tr("Add an edition"), "plus", "quiet", "small")
        self.add.setToolTip(self.tr("Another book of the same story, for another reader"))
        more = QMenu(self.add)
        more.addAction(self.tr("A book for another reader"), self.ask_new)
        more.addAction(self.tr("Notes for grown-ups"), self.ask_notes)
        more.addAction(self.tr("Later-life letter"), self.ask_letter)
        self.add.setMenu(more)
        row.addWidget(self.add)
        self.reader = parts.Elided("minor", "quiet")
        row.addWidget(self.reader, 1)
        self.this = parts.button(self.tr("This edition"), "ellipsis", "quiet", "small")
        menu = QMenu(self.this)
        menu.addAction(self.tr("Change its name, reader or look"), self.ask_change)
        menu.addAction(self.tr("Duplicate it"), self._duplicate)
        menu.addAction(self.tr("Delete it"), self._delete)
        self.this.setMenu(menu)
        row.addWidget(self.this)
        self.form = EditionForm()
        self.form.given.connect(self._give)
        column.addWidget(self.form)

    def show_editions(self, editions: Sequence[Edition], chosen: Edition | None) -> None:
        """Offer these."""
        self._editions = tuple(editions)
        names = [edition_words(one) for one in editions]
        self.tabs.blockSignals(True)
        if [self.tabs.tabText(at) for at in range(self.tabs.count())] != names:
            while self.tabs.count():
                self.tabs.removeTab(0)
            for name in names:
                self.tabs.addTab(name)
        if chosen is None:
            self.form.forget()
            self.reader.setText("")
        else:
            self.tabs.setCurrentIndex([one.id for one in editions].index(chosen.id))
            says = self.tr("for a reader of {band}, {look}")
            look = look_in_words(chosen)
            self.reader.setText(says.format(band=band_word(chosen.band), look=look))
        self.tabs.blockSignals(False)
        self.tabs.updateGeometry()

    @property
    def edition(self) -> Edition | None:
        """The one chosen."""
        at = self.tabs.currentIndex()
        return self._editions[at] if 0 <= at < len(self._editions) else None

    def ask_new(self) -> None:
        """Ask what another edition is to be like."""
        new = Edition(name=self._free_name("book"))
        if self.recipient is not None:
            new = replace(new, recipient=self.recipient)
        known = self.recipient is not None
        self._ask(new, self.tr("Make this edition"), whom_known=known)

    def ask_notes(self) -> None:
        """Go to the notes for the grown-ups; where there are none yet, ask for them."""
        self._go_or_ask(NOTES, wishes.MakeNotes())

    def ask_letter(self) -> None:
        """Go to the later-life letter; where there is none yet, ask for it."""
        self._go_or_ask(LETTER, wishes.MakeLetter())

    def _go_or_ask(self, page_type: str, wish: wishes.MakeNotes | wishes.MakeLetter) -> None:
        there = standing(self._editions, page_type)
        if there is None:
            self.asked.emit(wish)
        else:
            self.tabs.setCurrentIndex(self._editions.index(there))

    def ask_change(self) -> None:
        """Ask how this edition is to change."""
        if self.edition is not None:
            self._ask(self.edition, self.tr("Keep"))

    def ask_whom(self) -> None:
        """Ask for whom this edition is."""
        if self.edition is not None:
            self._ask(self.edition, self.tr("Keep"), whom_known=False)
            self.form.recipient.setFocus()

    def _ask(self, edition: Edition, words: str, *, whom_known: bool = True) -> None:
        self.form.offer_languages(self.languages)
        self.form.ask(edition, words, whom_known=whom_known)

    def _go(self, at: int) -> None:
        self.tabs.updateGeometry()  # the name of the one chosen is bold, and wider
        if 0 <= at < len(self._editions):
            self.chosen.emit(self._editions[at])

    def _give(self, edition: Edition, order: Order) -> None:
        known = any(one.id == edition.id for one in self._editions)
        wish = wishes.ChangeEdition if known else wishes.MakeBook
        self.asked.emit(wish(edition, order))

    def _duplicate(self) -> None:
        if self.edition is not None:
            name = self._free_name(self.edition.name)
            self.asked.emit(wishes.DuplicateEdition(self.edition.id, name))

    def _delete(self) -> None:
        if self.edition is not None:
            self.asked.emit(wishes.DeleteEdition(self.edition.id))

    def _free_name(self, name: str) -> str:
        taken = {one.name for one in self._editions}
        numbered = (f"{name}-{number}" for number in range(2, len(taken) + 3))
        return next(one for one in (name, *numbered) if one not in taken)


def edition_words(edition: Edition) -> str:
    """An edition as the window calls it: "first-book" becomes "First book"."""
    if edition.name == NOTES:
        return translate("EditionTabs", "Notes for grown-ups")
    if edition.name == LETTER:
        return translate("EditionTabs", "Later-life letter")
    name = edition.name.replace("-", " ").strip()
    return name[:1].upper() + name[1:] or "…"
