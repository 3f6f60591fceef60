"""One passage, a text for each band: one band at a time, or two side by side.

What is typed is said after a pause, a blur, and at the latest while one types on.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from lifestory.domain.readers import Band
from lifestory.domain.stories import Passage
from lifestory.gui import look
from lifestory.gui.models.mentions import Names
from lifestory.gui.places.sheet import Sheet
from lifestory.gui.widgets import parts
from lifestory.gui.widgets.band_tabs import BandTabs
from lifestory.gui.widgets.band_words import band_word
from lifestory.gui.widgets.breath import Breath
from lifestory.gui.widgets.words_edit import WordsEdit

LEAST_FOR_TWO = 880
"""Pixels in which two bands have room beside each other. Where there are fewer, the panes beside
give way."""


@dataclass(frozen=True, slots=True)
class Setting:
    """What the editor must know beside the passage: whom one can name, which bands the child's
    books are for, and in which part of the book the passage stands."""

    names: Names = field(default_factory=dict)
    books: frozenset[Band] = frozenset()
    where: str = ""


class PassageEditor(QWidget):
    """`edited` carries the passage before, as it now is, and the group of the change; `typed` says
    that the words on the screen changed, `band_chosen` that another band is shown, `spread` that
    two bands are wanted beside each other or no longer; `met` carries a Named, somebody new. The
    button `beside` stands in the bar of the place, where it has room."""

    edited = Signal(object, object, object)
    typed = Signal()
    band_chosen = Signal(object)
    spread = Signal()
    met = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._passage: Passage | None = None
        self._setting = Setting()
        self._looking = False
        self._wished: Band | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.bands = BandTabs()
        self.beside = parts.button(self.tr("Side by side"), "columns-2", "quiet")
        self.beside.setCheckable(True)
        self.beside.setToolTip(self.tr("Two age bands next to each other"))
        bar = QHBoxLayout()
        bar.setContentsMargins(16, 0, 16, 0)
        bar.setSpacing(8)
        bar.addWidget(self.bands)
        bar.addStretch(1)
        self.other = parts.ChoiceBox(self.tr("Age band beside"))
        bar.addWidget(self.other)
        column.addLayout(bar)
        column.addWidget(parts.rule())
        self.sheet, self.second = Sheet(), Sheet()
        column.addLayout(self._papers(), 1)
        self._breath = Breath(self)
        self._breath.due.connect(self._say_in_time)
        for sheet in (self.sheet, self.second):
            sheet.typed.connect(self._typed)
            sheet.left.connect(self.say)
            sheet.met.connect(self.met)
        self.bands.currentChanged.connect(lambda _: self._turn())
        self.beside.toggled.connect(self._spread)
        self.other.activated.connect(self._choose_other)
        onward = QShortcut(QKeySequence("Ctrl+Tab"), self, self.bands.next)
        onward.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self._show_second()

    def _papers(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(self.sheet, 1)
        self._right = parts.panel("paper")
        right = QVBoxLayout(self._right)
        right.setContentsMargins(0, 0, 0, 0)
        right.addWidget(self.second)
        self._line = parts.panel("rule")
        self._line.setFixedWidth(1)
        row.addWidget(self._line)
        row.addWidget(self._right, 1)
        return row

    @property
    def band(self) -> Band:
        """The band one writes for."""
        return self.bands.band

    @property
    def text(self) -> WordsEdit:
        """Where the words are written."""
        return self.sheet.text

    def show_passage(self, passage: Passage | None, setting: Setting) -> None:
        """Show one, or none; words typed and not yet said into the same passage stay, those
        typed into another are said first."""
        if self._passage is not None and (passage is None or passage.id != self._passage.id):
            self.say()
        self._passage, self._setting, self._looking = passage, setting, False
        if passage is None:
            self.sheet.forget()
            self.second.forget()
            self.bands.say({})
        else:
            self._show()

    def look_at(self, passage: Passage) -> None:
        """Show an earlier version, which cannot be written in."""
        self.say()
        self._looking = True
        self._show(passage)

    @property
    def is_pasting(self) -> bool:
        """True while words of a long paste are on their way: to ask for them would hold the
        window."""
        return any(sheet.text.pasting.isActive() for sheet in (self.sheet, self.second))

    def _say_in_time(self) -> None:
        if self.is_pasting:
            self._breath.typed()
        else:
            self.say()

    def say(self) -> None:
        """Say what was typed, if it is not yet said."""
        passage = self._passage
        sheets = [one for one in (self.sheet, self.second) if one.unsaid]
        group = self._breath.group
        self._breath.said()
        if passage is None or not sheets:
            return
        after = passage
        for sheet in sheets:
            after = sheet.written(after)
            sheet.unsaid = False
        if after != passage:
            self._passage = after
            for sheet in sheets:
                sheet.settle(after)
            self.edited.emit(passage, after, group)

    def _show(self, version: Passage | None = None) -> None:
        passage = version or self._passage
        if passage is None:
            return
        for sheet, band in ((self.sheet, self.band), (self.second, self._other_band)):
            if sheet is self.second and not self._two:
                sheet.unsaid = False
                continue
            sheet.set_read_only(only=self._looking)
            where = self._setting.where if sheet is self.sheet else band_word(band)
            sheet.show_passage(passage, band, self._setting.names, where)
        self.bands.say({band: self._says(passage, band) for band in Band})

    def _says(self, passage: Passage, band: Band) -> str:
        """How a band stands, in two or three words."""
        if passage.texts.get(band, "").strip():
            here = band in self._setting.books
            return self.tr("in the book") if here else self.tr("written")
        younger = [one for one in _younger(band) if passage.texts.get(one, "").strip()]
        if younger:
            return self.tr("uses {band}").format(band=band_word(younger[-1]))
        return self.tr("not begun")

    @property
    def _two(self) -> bool:
        return self.beside.isChecked()

    @property
    def _other_band(self) -> Band:
        chosen = self.other.currentData()
        return Band(chosen) if chosen else self.band

    def _turn(self) -> None:
        self.say()
        self._show_second()
        self._show()
        self.band_chosen.emit(self.band)

    def _show_second(self) -> None:
        """Offer every band but the one on the left; first the nearest with words of its own."""
        self.other.clear()
        for band in Band:
            if band is not self.band:
                self.other.addItem(self.tr("Beside: {band}").format(band=band_word(band)), band)
        at = self.other.findData(self._wished)
        self.other.setCurrentIndex(at if at >= 0 else self.other.findData(self._nearest()))
        for widget in (self._line, self._right, self.other):
            widget.setVisible(self._two)

    def _choose_other(self) -> None:
        self._wished = Band(self.other.currentData())
        self._turn()

    def _nearest(self) -> Band:
        bands, here = list(Band), list(Band).index(self.band)
        texts = self._passage.texts if self._passage else {}
        others = [band for band in bands if band is not self.band]
        return min(others, key=lambda one: (one not in texts, abs(bands.index(one) - here)))

    def _spread(self) -> None:
        self.spread.emit()
        self._turn()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in look.SCHEME_EVENTS and hasattr(self, "second"):
            self.sheet.dress()
            self.second.dress()

    def _typed(self) -> None:
        self._breath.typed()
        self.typed.emit()


def _younger(band: Band) -> Iterable[Band]:
    bands = list(Band)
    return bands[: bands.index(band)]
