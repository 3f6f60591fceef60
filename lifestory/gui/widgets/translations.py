"""The same passage in other languages: which one, its heading, its words, and whose words they are.

They belong to the version one looks at: words for another age are translated by themselves.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from lifestory.app.words import read, write
from lifestory.domain.readers import Band, band_for, version_for
from lifestory.domain.stories import Passage, Translation
from lifestory.gui import look
from lifestory.gui.models.languages import LEFTWARDS, languages
from lifestory.gui.models.mentions import Names
from lifestory.gui.widgets import parts
from lifestory.gui.widgets.words_edit import WordsEdit


class Translations(QWidget):
    """`edited` carries the translations, a tuple of Translation, when a field is left; `met` a
    Named, somebody new."""

    edited = Signal(object)
    met = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._of: tuple[UUID, Band] | None = None
        self._band = band_for(None)
        self._kept: tuple[Translation, ...] = ()
        self._names: Names = {}
        self.rows: list[_Row] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(parts.label(self.tr("In another language"), "field", "quiet"))
        self._column = QVBoxLayout()
        self._column.setSpacing(12)
        column.addLayout(self._column)
        self.add = parts.button(self.tr("Add a translation"), "plus", "link")
        self.add.setToolTip(self.tr("It stands beside these words on a page in two languages"))
        self.add.clicked.connect(self._add)
        column.addWidget(self.add)

    def show_passage(self, passage: Passage, band: Band, names: Names) -> None:
        """Show the translations of what a passage says for a band; one that is being typed stays
        as typed."""
        if self._of is not None and self._of[0] == passage.id and band is not self._band:
            self.say()  # typed for the version one leaves
            passage = replace(passage, translations=self._kept)
        self._band = band
        of = (passage.id, version_for(passage.texts, band) or band)
        same, self._of, self._names = of == self._of, of, names
        shown = _as_shown(passage.translations) == _as_shown(self._kept)
        if same and (shown or any(row.typed for row in self.rows)):
            for row in self.rows:
                row.text.rename(names)
            return
        self._kept = passage.translations
        self._show()

    def forget(self) -> None:
        """Show none."""
        self._of, self._kept, self._names = None, (), {}
        self._show()

    def say(self) -> None:
        """Say what was typed."""
        if any(row.typed for row in self.rows):
            for row in self.rows:
                row.typed = False
            self._keep()

    def _keep(self) -> None:
        """One without a word in any version is none."""
        there = (row.translation() for row in self.rows)
        filled = tuple(one for one in there if any((*one.texts.values(), *one.titles.values())))
        if filled != self._kept:
            self._kept = filled
            self.edited.emit(filled)

    def _show(self) -> None:
        gone, self.rows = self.rows, []
        for row in gone:
            row.hide()
            row.forget()
            row.deleteLater()
        for one in self._kept:
            self._put(one)

    def _put(self, one: Translation) -> _Row:
        band = self._of[1] if self._of else band_for(None)
        row = _Row(one, band, self._names)
        row.left.connect(self.say)
        row.text.met.connect(self.met)
        row.taken_out.connect(lambda: self._take_out(row))
        self.rows.append(row)
        self._column.addWidget(row)
        return row

    def _add(self) -> None:
        self.say()
        self._put(Translation()).language.setFocus()

    def _take_out(self, row: _Row) -> None:
        self.rows.remove(row)
        row.hide()
        row.forget()
        row.deleteLater()
        self.add.setFocus()
        self._keep()


class _Row(QWidget):
    """One language."""

    left = Signal()
    taken_out = Signal()

    def __init__(self, one: Translation, band: Band, names: Names) -> None:
        super().__init__()
        self._one, self._band = one, band
        self.typed = False
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        self.language = parts.ChoiceBox(self.tr("Language of the translation"))
        known = languages()
        if one.language not in known:
            self.language.addItem(one.language or self.tr("Which language?"), one.language)
        for tag, called in known.items():
            self.language.addItem(called, tag)
        self.language.choose(one.language)
        self.heading = parts.Field(self.tr("Heading of the translation"))
        self.heading.setPlaceholderText(self.tr("Its heading"))
        self.heading.setText(one.titles.get(band, ""))
        self.text = WordsEdit(self.tr("Words of the translation"))
        self.text.setProperty("part", "field")
        self.text.setFont(look.font())
        self.text.setFixedHeight(look.larger(128))
        self.text.setPlaceholderText(self.tr("The same words in that language"))
        self.text.show_words(read(one.texts.get(band, "")), names)
        self.by = parts.Field(self.tr("Who translated it"))
        self.by.setPlaceholderText(self.tr("Who translated it, as it is printed"))
        self.by.setText(one.by)
        out = parts.button(self.tr("Take it out"), "", "quiet", "small")
        out.setAccessibleName(self.tr("Take this translation out"))
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(out)
        for widget in (self.language, self.heading, self.text, self.by):
            column.addWidget(widget)
        column.addLayout(row)
        self.language.activated.connect(lambda _: self._choose())
        for field in (self.heading, self.by):
            field.textEdited.connect(self._mark)
            field.left.connect(self.left)
        self.text.edited.connect(self._mark)
        self.text.left.connect(self.left)
        out.clicked.connect(self.taken_out)
        self._turn()

    def translation(self) -> Translation:
        """The translation as it now is; its words for other ages as they were."""
        words, standing = self.text.words(), self._one.texts.get(self._band, "")
        text = standing if read(standing) == words else write(words)
        return replace(
            self._one,
            language=str(self.language.currentData()),
            titles=_with(self._one.titles, self._band, self.heading.text().strip()),
            texts=_with(self._one.texts, self._band, text),
            by=self.by.text().strip(),
        )

    def forget(self) -> None:
        """Hold nobody's words."""
        self.text.forget()
        self.heading.clear()
        self.by.clear()

    def _choose(self) -> None:
        self._turn()
        self._mark()
        self.left.emit()

    def _turn(self) -> None:
        """One writes from the side the language runs from."""
        leftwards = self.language.currentData() in LEFTWARDS
        way = Qt.LayoutDirection.RightToLeft if leftwards else Qt.LayoutDirection.LeftToRight
        for widget in (self.heading, self.text):
            widget.setLayoutDirection(way)

    def _mark(self) -> None:
        self.typed = True


def _as_shown(translations: Sequence[Translation]) -> list[Translation]:
    """What one sees of them; from which words they were made is noted when they are kept."""
    return [replace(one, made_from={}) for one in translations]


def _with(texts: Mapping[Band, str], band: Band, text: str) -> dict[Band, str]:
    kept = {one: words for one, words in texts.items() if one is not band}
    return {**kept, band: text} if text else kept
