"""The board: a card for each child by what falls due, and the first step where there is none."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QImage, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QGridLayout, QScrollArea, QStackedWidget, QWidget

from lifestory.app.caseload import ChildCard
from lifestory.domain.people import Stage
from lifestory.gui import icons, look
from lifestory.gui.models.board import (
    STAGES,
    BoardModel,
    Column,
    Wanted,
    Which,
    pile_of,
    translate,
)
from lifestory.gui.places.due import Due
from lifestory.gui.places.new_child import NewChild
from lifestory.gui.places.no_children import NoChildren
from lifestory.gui.places.open_archive import OpenArchive
from lifestory.gui.widgets import parts
from lifestory.gui.widgets.card import RING
from lifestory.gui.widgets.column import BoardColumn
from lifestory.gui.widgets.drop_veil import DropVeil
from lifestory.gui.widgets.errand_list import ErrandList
from lifestory.gui.widgets.place import MARGIN, Place

LEAST_COLUMN = 220
"""Pixels at the usual text size; on a narrower board the columns stand two by two."""


class Children(Place):
    """Says which child is opened, and who is to be added. `added` carries a name and an
    HonestDate, `corrected` a card before them, `archive_given` a file and its passphrase,
    `due_given` a card, a day or None, what falls due and the stage, `put_away` a card and whether
    it goes or comes back, `erase_asked` a card, `ticked` an errand that is done."""

    opened = Signal(object)
    added = Signal(str, object)
    corrected = Signal(object, str, object)
    sample_asked = Signal()
    archive_given = Signal(object, str)
    due_given = Signal(object, object, str, object)
    put_away = Signal(object, bool)
    erase_asked = Signal(object)
    ticked = Signal(object)

    def __init__(self) -> None:
        super().__init__("")
        self.title.setText(self.tr("Children"))
        self.setAccessibleName(self.tr("Children"))
        self.bar_frame.setProperty("part", "plain")
        self.model = BoardModel(self)
        self._fill_bar()
        self.newcomer = NewChild()
        self.newcomer.added.connect(self.messages.clear)
        self.newcomer.added.connect(self.added)
        self.newcomer.corrected.connect(self.corrected)
        self.newcomer.hide()
        self.parcel = OpenArchive()
        self.parcel.given.connect(self.archive_given)
        self.due = Due()
        self.due.given.connect(self.due_given)
        self._lines = (self.newcomer, self.parcel, self.due)
        for line in self._lines:
            self.work.addWidget(line)
            line.installEventFilter(self)
        self.errands = ErrandList()
        self.errands.ticked.connect(self.ticked)
        self.work.addWidget(self.errands)
        self.columns = {one: self._column(one) for one in Column}
        self._pages = QStackedWidget()
        self._pages.addWidget(self._board())
        self._pages.addWidget(self._empty())
        self.work.setContentsMargins(MARGIN - RING, 8, MARGIN - RING, 0)
        self.work.addWidget(self._pages, 1)
        self.starts_at = None
        veil = DropVeil(self, self.pane(0), self.tr("Let go here"))
        veil.dropped.connect(self._take_dropped)
        self.show_cards(())

    def _fill_bar(self) -> None:
        self.which = parts.Choice(
            self.tr("Which stories"),
            (self.tr("Open"), self.tr("Handed over"), self.tr("Archived")),
        )
        self.which.chosen.connect(self._want)
        self.stage = parts.ChoiceBox(self.tr("Stage"))
        self.stage.addItem(self.tr("Any stage"), None)
        for stage, (word, _) in STAGES.items():
            if stage is not Stage.HANDED_OVER:
                self.stage.addItem(translate("Board", word), stage)
        self.stage.setMinimumContentsLength(8)
        self.stage.currentIndexChanged.connect(self._want)
        self.by_name = parts.Field(self.tr("Find by name"))
        self.by_name.setPlaceholderText(self.tr("Find by name"))
        self.by_name.setClearButtonEnabled(True)
        self.by_name.setMaximumWidth(200)
        self.by_name.textChanged.connect(self._want)
        self._find_key = QShortcut(QKeySequence("Ctrl+F"), self, self.by_name.setFocus)
        self._find_key.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self.filters = (self.which, self.stage, self.by_name)
        for one in self.filters:
            self.left_bar.addWidget(one)
        archive = parts.button(self.tr("Open an archive"), "package-open")
        archive.clicked.connect(self.ask_which_archive)
        self.bar.addWidget(archive)
        self.new_child = parts.button(self.tr("New child"), "plus", "primary")
        self.new_child.clicked.connect(self.ask_who)
        self.set_primary(self.new_child)

    def _column(self, column: Column) -> BoardColumn:
        heading = {
            Column.OVERDUE: self.tr("Overdue"),
            Column.SOON: self.tr("Next 10 working days"),
            Column.LATER: self.tr("Later"),
            Column.NO_DATE: self.tr("No date yet"),
        }[column]
        nothing = self.tr("Nothing is late.") if column is Column.OVERDUE else ""
        made = BoardColumn(self.model, column, heading, nothing)
        made.cards.opened.connect(lambda card: self.opened.emit(card.child))
        made.cards.crossed.connect(lambda step: self.step_across(column, step))
        made.cards.due_asked.connect(self.ask_what_is_due)
        made.cards.correct_asked.connect(self.ask_what_is_right)
        made.cards.put_away.connect(self.put_away)
        made.cards.erase_asked.connect(self.erase_asked)
        return made

    def _board(self) -> QScrollArea:
        board = QScrollArea()
        board.setWidgetResizable(True)
        board.setFrameShape(QScrollArea.Shape.NoFrame)
        board.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inside = QWidget()
        board.setWidget(inside)
        self._grid = QGridLayout(inside)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(10)
        self._grid.setVerticalSpacing(8)
        self._across = 0
        self._stand(len(Column))
        return board

    def _stand(self, across: int) -> None:
        """Let the columns stand side by side, or two by two where they would be too narrow."""
        if across == self._across:
            return
        self._across = across
        for at, column in enumerate(self.columns.values()):
            self._grid.addWidget(column, at // across, at % across)
            column.setMinimumHeight(0 if across == len(Column) else look.larger(240))
        for at in range(len(Column)):
            self._grid.setColumnStretch(at, 1 if at < across else 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        room = self.width() - 2 * MARGIN
        self._stand(len(Column) if room >= len(Column) * look.larger(LEAST_COLUMN) else 2)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.ShowToParent, QEvent.Type.HideToParent):
            self._keep_one_primary()
            self._pages.setVisible(not self.parcel.asks_much)
            if event.type() == QEvent.Type.HideToParent and self.isVisible():
                self.take_keyboard()
        return super().eventFilter(watched, event)

    def _keep_one_primary(self) -> None:
        """While a line asks for something, its own button is the one that is due."""
        asking = any(not line.isHidden() for line in self._lines)
        for button in (self.new_child, self.first):
            button.setProperty("kind", "" if asking else "primary")
            icons.dress(button, "plus", "text" if asking else "on-accent")
            button.style().unpolish(button)
            button.style().polish(button)

    def _empty(self) -> NoChildren:
        empty = NoChildren()
        self.first = empty.first
        empty.first_asked.connect(self.ask_who)
        empty.sample_asked.connect(self.sample_asked)
        empty.archive_asked.connect(self.ask_which_archive)
        return empty

    def show_cards(self, cards: Sequence[ChildCard]) -> None:
        """Show the caseload, the most urgent first; the card one is at stays so."""
        at = self.current
        self.model.show(cards)
        many = {which: sum(pile_of(card) is which for card in cards) for which in Which}
        words = (self.tr("Open"), self.tr("Handed over"), self.tr("Archived"))
        for which, word in zip(Which, words, strict=True):
            self.which.rename(which, f"{word} {many[which]}")
        for widget in (self.new_child, *self.filters):
            widget.setVisible(bool(cards))
        self._pages.setCurrentIndex(0 if cards else 1)
        self._count()
        if at is not None:
            self._go_to(at.child)

    def show_portrait(self, child: UUID, image: QImage) -> None:
        """A child's portrait has arrived."""
        self.model.show_portrait(child, image)

    @property
    def current(self) -> ChildCard | None:
        """The card one is at."""
        there = (column.cards for column in self.columns.values())
        focused = next((one for one in there if one.hasFocus()), None)
        return focused.card if focused else None

    def take_keyboard(self) -> None:
        """One has come here: the keyboard goes to the most urgent card."""
        for column in self.columns.values():
            if self._pages.currentIndex() == 0 and column.cards.model().rowCount():
                column.cards.take_keyboard()
                return
        if self._pages.currentIndex() == 0:
            super().take_keyboard()
        else:
            self.first.setFocus()

    def _take_dropped(self, files: list[Path]) -> None:
        """An archive can be opened from here; photos need a child first."""
        if len(files) == 1 and files[0].suffix.casefold() == ".tar":
            self.ask_which_archive()
            self.parcel.file.setText(str(files[0]))
            self.parcel.passphrase.setFocus()
            return
        said = self.tr("Nothing has been brought in: photos go to the child they belong to.")
        remedy = (
            self.tr("Open the child's card, then let them go on Photos.")
            if self.model.cards
            else self.tr("Add the first child here; then let them go on Photos.")
        )
        self.messages.tell(said, remedy, "look")

    def forget(self) -> None:
        """Let go of everything: the window is locked."""
        self.model.forget()
        for line in self._lines:
            line.put_away()
        self.by_name.clear()
        self.errands.show_errands(())
        self.show_cards(())

    def ask_which_archive(self) -> None:
        """Ask for an archive and its passphrase."""
        self.newcomer.put_away()
        self.due.put_away()
        self.parcel.show()
        self.parcel.file.setFocus()

    def ask_who(self) -> None:
        """Ask for a new child's name and day of birth."""
        self.parcel.put_away()
        self.due.put_away()
        self.newcomer.ask()

    def ask_what_is_right(self, card: ChildCard) -> None:
        """Ask for a child's name and day of birth as they are right."""
        self.parcel.put_away()
        self.due.put_away()
        self.newcomer.correct(card)

    def ask_what_is_due(self, card: ChildCard) -> None:
        """Ask what is due for a child, and when."""
        self.parcel.put_away()
        self.newcomer.put_away()
        self.due.ask(card)

    def step_across(self, column: Column, step: int) -> None:
        """Move from a card to the one beside it, over columns with nothing in them."""
        row = self.columns[column].cards.currentIndex().row()
        at = column + step
        while 0 <= at < len(Column):
            beside = self.columns[Column(at)].cards
            if beside.model().rowCount():
                beside.take_keyboard(min(row, beside.model().rowCount() - 1))
                return
            at += step

    def _want(self) -> None:
        """Show what the bar asks for."""
        stage = self.stage.currentData()
        self.model.wanted = replace(
            Wanted(),
            which=Which(self.which.index),
            stage=Stage(stage) if stage else None,
            typed=self.by_name.text(),
        )
        for column in self.columns.values():
            column.cards.renew()
        self._count()

    def _count(self) -> None:
        for column in self.columns.values():
            column.count()

    def _go_to(self, child: UUID) -> None:
        for column in self.columns.values():
            if column.cards.go_to(child):
                return
