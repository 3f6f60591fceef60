"""Words with a version for each age band, one shown at a time; and from which age they are told."""

from __future__ import annotations

from collections.abc import Mapping
from uuid import UUID

from PySide6.QtCore import QCoreApplication, QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from lifestory.domain.readers import Band, band_for, text_for
from lifestory.gui import look
from lifestory.gui.models.mentions import Targets, lengthen, mentioned, plain, shorten, targets
from lifestory.gui.widgets import parts

PAUSE = 1000
"""Milliseconds: typing is one change a pause (DESIGN §2)."""
OLDEST = 18


def band_word(band: Band) -> str:
    """A band as it is written: "5–7"."""
    return band.value.replace("-", "–")


class BandWords(QWidget):
    """Says all the texts when one pauses or leaves the words: `edited` carries dict[Band, str].
    A band without words is left out, so that a younger one's serve."""

    edited = Signal(object)

    def __init__(self, example: str) -> None:
        super().__init__()
        self._of: UUID | None = None
        self._texts: Mapping[Band, str] = {}
        self._mentions: Targets = {}
        self._table: Targets = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(parts.label(self.tr("Words for a reader of"), "field", "quiet"))
        words = tuple(band_word(one) for one in Band)
        self.band = parts.Choice(self.tr("Age band"), words, narrow=True)
        column.addWidget(self.band)
        self.text = parts.TextField(self.tr("Words for this band"))
        self.text.setPlaceholderText(example)
        self.text.setFixedHeight(look.larger(84))
        column.addWidget(self.text)
        self.borrowed = parts.label(kind="minor", tone="quiet", wrap=True)
        column.addWidget(self.borrowed)
        self.named = parts.label(kind="minor", tone="quiet", wrap=True)
        column.addWidget(self.named)
        self._shown, self._picked = band_for(None), False
        self.band.choose(list(Band).index(self._shown))
        self._pause = QTimer(self, interval=PAUSE, singleShot=True)
        self._pause.timeout.connect(self.say)
        self.text.textChanged.connect(self._typed)
        self.text.left.connect(self.say)
        self.band.chosen.connect(self._turn_to)

    def show_texts(
        self,
        of: UUID,
        texts: Mapping[Band, str],
        mentions: Targets,
        today: Band = band_for(None),  # noqa: B008 - a band is a plain value
    ) -> None:
        """Show the texts of a record; what is being typed into the same one is left alone.

        New words begin in the band the child reads in `today`. A record that has words is opened
        at the words that band reads, or at the band one has picked.
        """
        same = of == self._of
        self._of, self._texts, self._mentions = of, texts, mentions
        if same and self.text.document().isModified():
            return
        if not same:
            self._shown = self._opened_at(today)
            self.band.choose(list(Band).index(self._shown))
        self._fill()

    def _opened_at(self, today: Band) -> Band:
        if not self._texts:
            return today
        if self._picked:
            return self._shown
        bands = list(Band)
        younger = reversed(bands[: bands.index(today) + 1])
        return next((band for band in (*younger, *bands) if self._texts.get(band)), today)

    def drop(self) -> None:
        """Forget what was typed and not said."""
        self._pause.stop()
        self.text.document().setModified(False)

    def forget(self) -> None:
        """Hold nobody's words, also none to undo."""
        self._pause.stop()
        self._of, self._texts, self._mentions = None, {}, {}
        self.text.clear()
        self._fill()

    def say(self) -> None:
        """Say what was typed, if it is not yet said."""
        self._pause.stop()
        if self.text.document().isModified():
            self.text.document().setModified(False)
            written = lengthen(self.text.toPlainText().strip(), self._table)
            texts = {**self._texts, self._shown: written}
            self._texts = {band: text for band, text in texts.items() if text}
            self.edited.emit(self._texts)

    def _turn_to(self, index: int) -> None:
        self.say()
        self._shown, self._picked = list(Band)[index], True
        self._fill()

    def _fill(self) -> None:
        own = self._texts.get(self._shown, "")
        self._table = targets(own, self._mentions)
        shown = shorten(own, self._table)
        # A space just typed at the end is not taken from under the fingers.
        if self.text.toPlainText().strip() != shown:
            self.text.setPlainText(shown)
        self.text.document().setModified(False)
        borrowed = "" if own else text_for(self._texts, self._shown)
        said = self.tr("None of its own; the book says: “{words}”").format(words=plain(borrowed))
        self.borrowed.setText(said if borrowed else "")
        self.borrowed.setVisible(bool(borrowed))
        self._tell_names()

    def _tell_names(self) -> None:
        """What brackets are for: the raw mark would puzzle whoever did not write it."""
        written = lengthen(self.text.toPlainText(), self._table)
        named = " ".join(f"[{one}]" for one in mentioned(written))
        said = self.tr("{names}: the book puts there the name its reader may be told.")
        self.named.setText(said.format(names=named) if named else "")
        self.named.setVisible(bool(named))

    def _typed(self) -> None:
        self._tell_names()
        if self.text.document().isModified():
            self._pause.start()


class TellFrom(parts.ChoiceBox):
    """From which age in years something may be told; `edited` carries it, 0 for any."""

    edited = Signal(int)

    def __init__(self) -> None:
        super().__init__(QCoreApplication.translate("TellFrom", "Tell from age"))
        self.addItem(self.tr("any age"), 0)
        for age in range(2, OLDEST + 1):
            self.addItem(str(age), age)
        self.activated.connect(lambda _: self.edited.emit(self.currentData()))

    def show_age(self, age: int) -> None:
        """Show one, without saying so."""
        if self.findData(age) < 0:
            self.addItem(str(age), age)
        self.setCurrentIndex(self.findData(age))

    def forget(self) -> None:
        """Any age."""
        self.show_age(0)
