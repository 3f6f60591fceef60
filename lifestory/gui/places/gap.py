"""A time between homes in the inspector: what is known of it, or a home to put there."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from lifestory.app.gaps import Gap
from lifestory.domain.dates import HonestDate, date_in_words
from lifestory.domain.readers import Band, band_for
from lifestory.gui import look
from lifestory.gui.models.life import Life, milestone_in_words
from lifestory.gui.models.mentions import Targets, lengthen, shorten, targets
from lifestory.gui.widgets import parts


class GapEditor(QWidget):
    """`named` carries a Gap and what is known of it; `edited` the milestone that names it, with
    other words; `home_asked` the Gap in which a home is to be added."""

    named = Signal(object, str)
    edited = Signal(object)
    home_asked = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.record: Gap | None = None
        self._table: Targets = {}
        self._today = band_for(None)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(8)
        column.addWidget(parts.label(self.tr("A time between homes"), "minor", "quiet"))
        self.headline = parts.label(kind="title", wrap=True)
        column.addWidget(self.headline)
        self.days = parts.label(tone="quiet", wrap=True)
        column.addWidget(self.days)
        column.addSpacing(8)
        self.words = parts.TextField(self.tr("What is known of this time"))
        self.words.setPlaceholderText(self.tr("We don’t know yet where I was."))
        self.words.setFixedHeight(look.larger(84))
        told = parts.label(self.tr("What is known of this time"), "field", "quiet", wrap=True)
        told.setBuddy(self.words)
        column.addWidget(told)
        column.addWidget(self.words)
        says = self.tr(
            "It stands among the milestones as not known, and goes into the book if the book "
            "shows it. When the home becomes known, add it here."
        )
        column.addWidget(parts.label(says, "minor", "quiet", wrap=True))
        column.addSpacing(8)
        add = parts.button(self.tr("Add a home here"), "house")
        add.clicked.connect(lambda: self.home_asked.emit(self.record))
        column.addWidget(add)
        column.addStretch(1)
        self.words.left.connect(self.say)

    def show_gap(self, gap: Gap, life: Life) -> None:
        """Show one; words being typed into the same gap are left alone."""
        if self.record is not None and self.record.id != gap.id:
            self.say()
        same = self.record is not None and self.record.id == gap.id
        self.record = gap
        before = life.home_name(gap.before) if gap.before else self.tr("birth")
        after = life.home_name(gap.after) if gap.after else self.tr("today")
        said = self.tr("Between {before} and {after}").format(before=before, after=after)
        self.headline.setText(milestone_in_words(gap.named) if gap.named else said)
        first, last = (date_in_words(HonestDate.on(one)) for one in (gap.span.first, gap.span.last))
        self.days.setText(self.tr("{first} to {last}").format(first=first, last=last))
        if same and self.words.document().isModified():
            return
        self._today = life.band
        kept = self._told(gap)
        self._table = targets(kept, life.mentions)
        if self.words.toPlainText().strip() != shorten(kept, self._table):
            self.words.setPlainText(shorten(kept, self._table))
        self.words.document().setModified(False)

    def say(self) -> None:
        """Say what was typed, if it is not yet said."""
        if self.record is None or not self.words.document().isModified():
            return
        self.words.document().setModified(False)
        text = lengthen(self.words.toPlainText().strip(), self._table)
        if not text or text == self._told(self.record):
            return
        if self.record.named:
            texts = {**self.record.named.texts, self._band(self.record): text}
            self.edited.emit(replace(self.record.named, texts=texts))
        else:
            self.named.emit(self.record, text)

    def forget(self) -> None:
        """Show nothing any more, and hold nothing."""
        self.record, self._table = None, {}
        self.words.clear()
        for words in (self.headline, self.days):
            words.setText("")

    def _band(self, gap: Gap) -> Band:
        """The oldest band the name has words for: those are what one reads."""
        bands = [band for band in Band if gap.named and gap.named.texts.get(band)]
        return bands[-1] if bands else self._today

    def _told(self, gap: Gap) -> str:
        return gap.named.texts.get(self._band(gap), "") if gap.named else ""
