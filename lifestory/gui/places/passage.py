"""One passage: a heading and a text for each band, said after a pause, a blur, or five seconds."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import QEvent, QTimer, Signal
from PySide6.QtGui import QSyntaxHighlighter, QTextCharFormat, QTextDocument
from PySide6.QtWidgets import QTabBar, QVBoxLayout, QWidget

from lifestory.domain.readers import Band, text_for
from lifestory.domain.stories import Passage
from lifestory.gui import look
from lifestory.gui.models.mentions import Targets, lengthen, plain, shorten, targets
from lifestory.gui.places.milestone import band_word
from lifestory.gui.widgets import parts

PAUSE, AT_MOST = 1000, 5000
"""Milliseconds: one change per pause, blur or 5 s (DESIGN §2)."""
STORY_PIXELS = 22


class PassageEditor(QWidget):
    """Says what the passage now is. `edited` carries a Passage; `typed` says that the words on
    the screen changed, `band_chosen` that another band is shown."""

    edited = Signal(object)
    typed = Signal()
    band_chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._passage: Passage | None = None
        self._mentions: Targets = {}
        self._table: Targets = {}
        self._title_table: Targets = {}
        self._shown: Band = Band.FIRST_READER
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.bands = QTabBar()
        self.bands.setAccessibleName(self.tr("Age band"))
        self.bands.setDrawBase(False)
        self.bands.setExpanding(False)
        for band in Band:
            self.bands.addTab(band_word(band))
        self.bands.setCurrentIndex(list(Band).index(self._shown))
        column.addWidget(self.bands)
        column.addWidget(parts.rule())
        paper = parts.panel("paper")
        inner = QVBoxLayout(paper)
        inner.setContentsMargins(32, 24, 32, 16)
        inner.setSpacing(8)
        self.title = parts.Field(self.tr("Heading"))
        self.title.setProperty("part", "heading")
        self.title.setPlaceholderText(self.tr("A heading"))
        self.text = parts.TextField(self.tr("Words of the passage"), "story")
        self.text.setPlaceholderText(self.tr("Write here"))
        self._style()
        inner.addWidget(self.title)
        inner.addWidget(self.text, 1)
        column.addWidget(paper, 1)
        self._marks = _Mentions(self.text.document())
        self._pause = QTimer(self, interval=PAUSE, singleShot=True)
        self._most = QTimer(self, interval=AT_MOST, singleShot=True)
        for timer in (self._pause, self._most):
            timer.timeout.connect(self.say)
        self.text.textChanged.connect(self._typed)
        self.title.textEdited.connect(self._typed)
        self.text.left.connect(self.say)
        self.title.left.connect(self.say)
        self.bands.currentChanged.connect(self._turn_to)

    def _style(self) -> None:
        for widget, scale in ((self.title, 26), (self.text, STORY_PIXELS)):
            letters = look.font(scale / look.LEAST_PIXELS)
            letters.setFamily(look.STORY_FAMILY)
            letters.setBold(widget is self.title)
            widget.setFont(letters)

    @property
    def band(self) -> Band:
        """The band one writes for."""
        return self._shown

    def show_passage(self, passage: Passage, mentions: Targets) -> None:
        """Show one; words being typed into the same passage are left alone."""
        other = self._passage is None or self._passage.id != passage.id
        if other:
            self.say()
        self._passage, self._mentions = passage, mentions
        if other or not self._unsaid:
            self._show()

    def say(self) -> None:
        """Say what was typed, if it is not yet said."""
        self._pause.stop()
        self._most.stop()
        if self._passage is None or not self._unsaid:
            return
        self.text.document().setModified(False)
        self.title.setModified(False)
        band = self._shown
        text = lengthen(self.text.toPlainText(), self._table)
        title = lengthen(self.title.text().strip(), self._title_table)
        titles = _with(self._passage.titles, band, title)
        passage = replace(
            self._passage, titles=titles, texts=_with(self._passage.texts, band, text)
        )
        if passage != self._passage:
            self._passage = passage
            self.edited.emit(passage)

    @property
    def _unsaid(self) -> bool:
        return self.text.document().isModified() or self.title.isModified()

    def _show(self) -> None:
        passage, band = self._passage, self._shown
        assert passage is not None
        kept = passage.texts.get(band, "")
        self._table = targets(kept, self._mentions)
        self._marks.table = self._table
        shown = shorten(kept, self._table)
        if self.text.toPlainText() != shown:
            self.text.setPlainText(shown)
        title = passage.titles.get(band, "")
        self._title_table = targets(title, self._mentions)
        if self.title.text() != shorten(title, self._title_table):
            self.title.setText(shorten(title, self._title_table))
        younger = plain(text_for(passage.titles, band))
        self.title.setPlaceholderText(younger or self.tr("A heading"))
        self.text.document().setModified(False)
        self.title.setModified(False)

    def _turn_to(self, index: int) -> None:
        self.say()
        self._shown = list(Band)[index]
        if self._passage is not None:
            self._show()
        self.band_chosen.emit(self._shown)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in look.SCHEME_EVENTS:
            self._marks.rehighlight()

    def _typed(self) -> None:
        if self._unsaid:
            self._pause.start()
            if not self._most.isActive():
                self._most.start()
            self.typed.emit()


def _with(texts: Mapping[Band, str], band: Band, text: str) -> dict[Band, str]:
    """The texts with one band's changed; an empty one is left out, so a younger one serves."""
    kept = {one: words for one, words in texts.items() if one is not band}
    return {**kept, band: text} if text.strip() else kept


class _Mentions(QSyntaxHighlighter):
    """Shows a mention in the accent colour, so that one sees it is known."""

    def __init__(self, document: QTextDocument) -> None:
        super().__init__(document)
        self.table: Targets = {}

    def highlightBlock(self, text: str) -> None:
        known = QTextCharFormat()
        known.setForeground(look.colour("accent"))
        known.setBackground(look.colour("chosen"))
        for label in self.table:
            word, start = f"[{label}]", 0
            while (start := text.find(word, start)) >= 0:
                self.setFormat(start, len(word), known)
                start += len(word)
