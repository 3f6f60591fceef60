"""The same passage in other languages: which one, its heading, its words, and whose words they are.

They belong to the version one looks at: words for another age are translated by themselves.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from uuid import UUID

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QWidget

from lifestory.domain.readers import Band, band_for, version_for
from lifestory.domain.stories import Passage, Translation
from lifestory.gui.models.languages import LEFTWARDS, languages
from lifestory.gui.models.mentions import Names
from lifestory.gui.widgets import parts
from lifestory.gui.widgets.words_rows import WordsRow, WordsRows

translate = QCoreApplication.translate


class _Row(WordsRow):
    """One language."""

    def __init__(self, one: Translation, band: Band, names: Names) -> None:
        super().__init__(
            translate("Translations", "Heading of the translation"),
            translate("Translations", "Words of the translation"),
            translate("Translations", "Take this translation out"),
            high=128,
        )
        self._one, self._band = one, band
        self.language = parts.ChoiceBox(self.tr("Language of the translation"))
        known = languages()
        if one.language not in known:
            self.language.addItem(one.language or self.tr("Which language?"), one.language)
        for tag, called in known.items():
            self.language.addItem(called, tag)
        self.language.choose(one.language)
        self.language.activated.connect(lambda _: self._choose())
        self.heading.setPlaceholderText(self.tr("Its heading"))
        self.heading.setText(one.titles.get(band, ""))
        self.text.setPlaceholderText(self.tr("The same words in that language"))
        self.show_text(one.texts.get(band, ""), names)
        self.by = parts.Field(self.tr("Who translated it"))
        self.by.setPlaceholderText(self.tr("Who translated it, as it is printed"))
        self.by.setText(one.by)
        self.watch(self.by)
        self.column.insertWidget(0, self.language)
        self.column.insertWidget(3, self.by)
        self._turn()

    @property
    def first(self) -> QWidget:
        return self.language

    def translation(self) -> Translation:
        """The translation as it now is; its words for other ages as they were."""
        return replace(
            self._one,
            language=str(self.language.currentData()),
            titles=_with(self._one.titles, self._band, self.heading.text().strip()),
            texts=_with(self._one.texts, self._band, self.written()),
            by=self.by.text().strip(),
        )

    def _choose(self) -> None:
        self._turn()
        self.mark()
        self.left.emit()

    def _turn(self) -> None:
        """One writes from the side the language runs from."""
        leftwards = self.language.currentData() in LEFTWARDS
        way = Qt.LayoutDirection.RightToLeft if leftwards else Qt.LayoutDirection.LeftToRight
        for widget in (self.heading, self.text):
            widget.setLayoutDirection(way)


class Translations(WordsRows[_Row]):
    """`edited` carries the translations, a tuple of Translation, when a field is left; `met` a
    Named, somebody new."""

    def __init__(self) -> None:
        super().__init__(
            translate("Translations", "In another language"),
            translate("Translations", "Add a translation"),
        )
        self.add.setToolTip(self.tr("It stands beside these words on a page in two languages"))
        self._of: tuple[UUID, Band] | None = None
        self._band = band_for(None)
        self._kept: tuple[Translation, ...] = ()
        self._names: Names = {}

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
        if same and (shown or self.typed):
            self.rename(names)
            return
        self._kept = passage.translations
        self._show()

    def forget(self) -> None:
        """Show none."""
        self._of, self._kept, self._names = None, (), {}
        self._show()

    def new_row(self) -> _Row:
        return self._row(Translation())

    def keep(self) -> None:
        """One without a word in any version is none."""
        there = (row.translation() for row in self.rows)
        filled = tuple(one for one in there if any((*one.texts.values(), *one.titles.values())))
        if filled != self._kept:
            self._kept = filled
            self.edited.emit(filled)

    def _show(self) -> None:
        self.show_rows([self._row(one) for one in self._kept])

    def _row(self, one: Translation) -> _Row:
        return _Row(one, self._of[1] if self._of else band_for(None), self._names)


def _as_shown(translations: Sequence[Translation]) -> list[Translation]:
    """What one sees of them; from which words they were made is noted when they are kept."""
    return [replace(one, made_from={}) for one in translations]


def _with(texts: Mapping[Band, str], band: Band, text: str) -> dict[Band, str]:
    kept = {one: words for one, words in texts.items() if one is not band}
    return {**kept, band: text} if text else kept
