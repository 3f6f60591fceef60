"""One band of a passage as one writes it: a heading and the words, on paper."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from lifestory.app.words import plain, read, write
from lifestory.domain.readers import Band, band_for, text_for
from lifestory.domain.stories import Passage
from lifestory.gui import look
from lifestory.gui.models.mentions import Names
from lifestory.gui.widgets import parts
from lifestory.gui.widgets.band_words import band_word
from lifestory.gui.widgets.words_edit import WordsEdit
from lifestory.gui.widgets.words_tools import WordsTools

STORY_PIXELS, HEADING_PIXELS = 22, 28
LINE = 640
"""Pixels of the longest line, some fifty letters: the eye must find its way back."""


class Sheet(QWidget):
    """`typed` says that words changed under somebody's hands, `left` that one went elsewhere,
    `met` carries a Named, somebody new. It knows which words were typed and not yet said."""

    typed = Signal()
    left = Signal()
    met = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.band = band_for(None)
        self._names: Names = {}
        self.unsaid = False
        outer = QHBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        paper = parts.panel("paper")
        outer.addWidget(paper)
        row = QHBoxLayout(paper)
        row.setContentsMargins(40, 16, 24, 12)
        column = QVBoxLayout()
        column.setSpacing(8)
        row.addLayout(column, 1000)
        row.addStretch(1)
        self.where = parts.label(kind="minor", tone="quiet")
        self.heading = WordsEdit(self.tr("Heading"), single=True)
        self.text = WordsEdit(self.tr("Words of the passage"))
        self.borrow = parts.button(self.tr("Begin with the younger words"), "import", "link")
        self.tools = WordsTools(self.text, self.where)
        column.addWidget(self.tools)
        column.addWidget(self.heading)
        column.addSpacing(4)
        column.addWidget(self.text, 1)
        column.addWidget(self.borrow)
        for edit in (self.heading, self.text):
            edit.edited.connect(self._typed)
            edit.left.connect(self.left)
            edit.met.connect(self.met)
        self.heading.entered.connect(self.text.setFocus)
        self.borrow.clicked.connect(self._borrow)
        self._passage: Passage | None = None
        self._given = {self.heading: "", self.text: ""}
        self.dress()

    def dress(self) -> None:
        """Wear the book's face at the size of the window's text."""
        for edit, pixels in ((self.heading, HEADING_PIXELS), (self.text, STORY_PIXELS)):
            letters = look.font(pixels / look.LEAST_PIXELS)
            letters.setFamily(look.STORY_FAMILY)
            letters.setBold(edit is self.heading)
            edit.setFont(letters)
            edit.setMaximumWidth(look.larger(LINE))
        self.tools.setMaximumWidth(look.larger(LINE))

    def show_passage(self, passage: Passage, band: Band, names: Names, where: str) -> None:
        """Show a band of a passage; words typed and not yet said into the very same stay."""
        same = self._passage is not None and (self._passage.id, self.band) == (passage.id, band)
        self._passage, self.band, self._names = passage, band, names
        self.where.setText(where)
        if not (same and self.unsaid):
            self.unsaid = False
            for edit, texts in ((self.heading, passage.titles), (self.text, passage.texts)):
                kept = texts.get(band, "")
                if not same or (kept != self._given[edit] and read(kept) != edit.words()):
                    edit.show_words(read(kept), names, anew=not same)
                self._given[edit] = kept
        for edit in (self.heading, self.text):
            edit.rename(names)
        self._show_younger()

    def set_read_only(self, *, only: bool) -> None:
        """Only to be looked at, or to be written in again."""
        for edit in (self.heading, self.text):
            edit.setReadOnly(only)
        self.tools.set_read_only(only=only)

    def begin_with(self, sentence: str) -> None:
        """Put a sentence in where one writes, apart from the words before it."""
        self.text.put_after(sentence)
        self.text.setFocus()

    def forget(self) -> None:
        """Show nobody's words."""
        for edit in (self.heading, self.text):
            edit.forget()
        self.show_passage(Passage(id=UUID(int=0)), self.band, {}, "")
        self._passage = None

    def written(self, passage: Passage) -> Passage:
        """The passage with what stands here in this band."""
        return replace(
            passage,
            titles=_with(passage.titles, self.band, _kept(self._given[self.heading], self.heading)),
            texts=_with(passage.texts, self.band, _kept(self._given[self.text], self.text)),
        )

    def settle(self, passage: Passage) -> None:
        """What was typed is said: from here on the window's undo takes it back."""
        self._passage, self.unsaid = passage, False
        for edit, texts in ((self.heading, passage.titles), (self.text, passage.texts)):
            self._given[edit] = texts.get(self.band, "")
            edit.document().clearUndoRedoStacks()
        self._show_younger()

    def _show_younger(self) -> None:
        passage = self._passage
        if passage is None:
            return
        said = {target: named.called for target, named in self._names.items()}
        title = plain(read(text_for(passage.titles, self.band)), said)
        self.heading.setPlaceholderText(title or self.tr("A heading"))
        own = passage.texts.get(self.band, "").strip()
        younger = "" if own else text_for(passage.texts, self.band)
        text = plain(read(younger), said).replace("\n", "\n\n")
        self.text.setPlaceholderText(text or self.tr("Write here. Type @ to name someone."))
        self.borrow.setVisible(bool(younger) and not self.text.isReadOnly())
        if younger:
            band = next(one for one, words in passage.texts.items() if words == younger)
            words = self.tr("Begin with the words for {band}").format(band=band_word(band))
            self.borrow.setText(words)
            self.borrow.setAccessibleName(words)

    def _borrow(self) -> None:
        if self._passage is not None:
            self.text.setFocus()
            self.text.put_in(read(text_for(self._passage.texts, self.band)))

    def _typed(self) -> None:
        self.unsaid = True
        self.typed.emit()


def _kept(standing: str, edit: WordsEdit) -> str:
    """The text as it is to be kept: letter for letter as it stood, when no word has changed."""
    words = edit.words()
    return standing if read(standing) == words else write(words)


def _with(texts: Mapping[Band, str], band: Band, text: str) -> dict[Band, str]:
    """The texts with one band's changed; an empty one is left out, so a younger one serves."""
    kept = {one: words for one, words in texts.items() if one is not band}
    return {**kept, band: text} if text else kept
