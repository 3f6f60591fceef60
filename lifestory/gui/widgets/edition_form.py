"""What an edition is to be like: its name, its reader, its voice, its look, and for whom it is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from lifestory.app.editions import bands
from lifestory.domain.arrangement import Edition
from lifestory.domain.readers import Recipient, Voice
from lifestory.gui.models.languages import languages
from lifestory.gui.widgets import parts
from lifestory.gui.widgets.band_words import band_word
from lifestory.gui.widgets.edition_look import EditionLook
from lifestory.gui.widgets.flow import Flow

_SHARE = 0.34
"""So much of the window's height it takes at most: the page it changes stays in sight."""

_LONGEST = 15
"""Broad letters that make the longest words there are to choose from, at any size of text."""


class EditionForm(QWidget):
    """`given` carries the Edition as it is to be, and the order its parts are to stand in; `shown`
    tells that one is asked, or no longer."""

    given = Signal(object, object)
    shown = Signal(bool)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(self.tr("Edition"))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(24, 8, 24, 8)
        card = parts.panel("card")
        self._card, self._scroll = card, _scrolled(card)
        outer.addWidget(self._scroll)
        column = QVBoxLayout(card)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(8)
        line = QWidget()
        column.addWidget(line)
        row = Flow(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        self.name = parts.Field(self.tr("Name of the edition"))
        self.name.setMinimumWidth(150)
        self.band = parts.ChoiceBox(self.tr("Reader's age"))
        for band in bands():
            self.band.addItem(band_word(band), band)
        self.voice = parts.ChoiceBox(self.tr("Voice"))
        for voice, words in self._voices():
            self.voice.addItem(words, voice)
        self.recipient = parts.ChoiceBox(self.tr("For whom"))
        for recipient, words in self._recipients():
            self.recipient.addItem(words, recipient)
        self.band.setToolTip(self.tr("How old the one is who reads it: words and letters fit them"))
        self.voice.setToolTip(self.tr("Who speaks in the book: I, you, or the child's name"))
        self.language = parts.ChoiceBox(self.tr("Second language"))
        self.language.setToolTip(self.tr("Which translation stands on its pages in two languages"))
        self.recipient.setToolTip(self.tr("Who gets it: this decides who may be named and shown"))
        self.recipient.setMinimumContentsLength(_LONGEST)
        for title, field in (
            (self.tr("Name, short and neutral"), self.name),
            (self.tr("Reader's age"), self.band),
            (self.tr("Voice"), self.voice),
            (self.tr("For whom"), self.recipient),
        ):
            row.lead_with(parts.stacked(title, field))
        self._second = parts.stacked(self.tr("Second language"), self.language)
        row.lead_with(self._second)
        self.look = EditionLook()
        self.theme = self.look.theme
        for choice in self.look.fields:
            row.lead_with(choice)
        self.give = parts.button(self.tr("Make it"), kind="primary")
        self.cancel = parts.button(self.tr("Not now"))
        self.give.clicked.connect(self._say)
        self.cancel.clicked.connect(self.hide)
        self.name.returnPressed.connect(self._say)
        self.name.textChanged.connect(lambda _: self._settle())
        self.recipient.currentIndexChanged.connect(lambda _: self._settle())
        for button in (self.give, self.cancel):
            row.addWidget(parts.stacked(" ", button))
        self.says = parts.label(kind="minor", tone="quiet", wrap=True)
        column.addWidget(self.says)
        self._edition = Edition()
        self.offer_languages(())
        self.hide()

    def offer_languages(self, tags: Sequence[str]) -> None:
        """Into these the story is translated; there is a choice from two on."""
        while self.language.count():
            self.language.removeItem(0)
        self.language.addItem(self.tr("The first there is"), "")
        called = languages()
        for tag in tags:
            self.language.addItem(called.get(tag, tag), tag)
        self._second.setVisible(len(tags) > 1)

    def ask(self, edition: Edition, words: str, *, whom_known: bool = True) -> None:
        """Ask how an edition is to be; `words` stand on the button. Where nobody knows yet for
        whom it is, that has to be chosen."""
        self._edition = edition
        open_choice = self.recipient.findData(None)
        if whom_known and open_choice >= 0:
            self.recipient.removeItem(open_choice)
        if not whom_known and open_choice < 0:
            self.recipient.offer_first(self.tr("Choose"), None)
        self.name.setText(edition.name.replace("-", " "))
        if self.language.findData(edition.language) < 0:
            self.language.addItem(
                languages().get(edition.language, edition.language), edition.language
            )
            self._second.show()
        for box, value in (
            (self.language, edition.language),
            (self.band, edition.band),
            (self.voice, edition.voice),
            (self.recipient, edition.recipient if whom_known else None),
        ):
            box.choose(value)
        self.look.show_edition(edition)
        self.give.setText(words)
        self.give.setAccessibleName(words)
        self.show()
        self.name.setFocus()
        self.name.selectAll()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.shown.emit(True)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.shown.emit(False)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """As high as its fields need, as far as the window can spare it; then they scroll."""
        super().resizeEvent(event)
        needed = self._card.heightForWidth(self._scroll.width())
        self._scroll.setFixedHeight(min(needed, round(self.window().height() * _SHARE)))

    def forget(self) -> None:
        """Hold no edition and be out of sight."""
        self._edition = Edition()
        self.name.clear()
        self.hide()

    def _settle(self) -> None:
        """What still has to be said before it can be made, else what an edition is."""
        whom = self.recipient.currentData() is not None
        self.give.setEnabled(bool(self.name.text().strip()) and whom)
        self.says.setText(
            self.tr(
                "An edition is one book of this story, made for one reader. For whom it is decides "
                "who may be named and shown in it."
            )
            if whom
            else self.tr(
                "Choose for whom it is: nothing in the story says yet, and it decides who may be "
                "named and shown."
            )
        )
        parts.set_tone(self.says, "quiet" if whom else "look")

    def _say(self) -> None:
        name = "-".join(self.name.text().split())
        if not self.give.isEnabled() or not self.isVisible():
            return
        self.hide()
        made = replace(
            self._edition,
            name=name,
            band=self.band.currentData(),
            voice=self.voice.currentData(),
            recipient=self.recipient.currentData(),
            language=self.language.currentData(),
        )
        self.given.emit(self.look.worn_by(made), self.look.order.currentData())

    def _voices(self) -> Sequence[tuple[Voice, str]]:
        return (
            (Voice.I, self.tr("I: My story")),
            (Voice.YOU, self.tr("You: Your story")),
            (Voice.NAME, self.tr("By name")),
        )

    def _recipients(self) -> Sequence[tuple[Recipient, str]]:
        return (
            (Recipient.CHILD_AND_ADOPTERS, self.tr("Child and adopters")),
            (Recipient.FOSTER_HOME, self.tr("Foster home")),
            (Recipient.SIBLING, self.tr("A brother or sister")),
            (Recipient.COUNCIL_FILE, self.tr("Council file")),
        )


def _scrolled(card: QWidget) -> QScrollArea:
    scroll = QScrollArea()
    scroll.setWidget(card)
    scroll.setWidgetResizable(True)
    scroll.setFrameShape(QFrame.Shape.NoFrame)
    scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    return scroll
