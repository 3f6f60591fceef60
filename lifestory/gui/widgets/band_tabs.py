"""A tab for each age band, and under its name how the band stands: written, or from a younger."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QTabBar

from lifestory.domain.readers import Band
from lifestory.gui import look
from lifestory.gui.widgets.band_words import band_word

PADDING, MARGIN = 16, 8
TIGHT = 6
"""Pixels beside a word where the tabs must share too little room."""


class BandTabs(QTabBar):
    """One band is chosen. Ctrl+Tab goes on to the next wherever one writes."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(self.tr("Age band"))
        self.setProperty("part", "bands")
        self.setDrawBase(False)
        self.setExpanding(False)
        # Tabs too many for their room grow narrow; what they say of themselves ends in an ellipsis.
        self.setUsesScrollButtons(False)
        self._says: dict[Band, str] = {}
        for _ in Band:
            self.addTab("")
        self.say({})

    @property
    def band(self) -> Band:
        """The band chosen."""
        return list(Band)[self.currentIndex()]

    def choose(self, band: Band) -> None:
        """Choose one."""
        self.setCurrentIndex(list(Band).index(band))

    def next(self) -> None:
        """Choose the one after it, the youngest after the last."""
        self.setCurrentIndex((self.currentIndex() + 1) % self.count())

    def say(self, says: Mapping[Band, str]) -> None:
        """How each band stands, in two or three words."""
        self._says = dict(says)
        for at, band in enumerate(Band):
            name = f"{self._word(band)}, {says.get(band, '')}"
            if name != self.accessibleTabName(at):
                self.setAccessibleTabName(at, name)
                self.setTabText(at, "")  # asks for its size again
                self.setTabToolTip(at, name)
        self.update()

    def _word(self, band: Band) -> str:
        return self.tr("Adult") if band is Band.ADULT else band_word(band)

    def tabSizeHint(self, index: int) -> QSize:
        band = list(Band)[index]
        strong, minor = (QFontMetrics(font) for font in self._fonts(chosen=True))
        wide = max(
            strong.horizontalAdvance(self._word(band)),
            minor.horizontalAdvance(self._says.get(band, "")),
        )
        return QSize(wide + 2 * PADDING, strong.height() + minor.height() + 2 * MARGIN)

    def minimumTabSizeHint(self, index: int) -> QSize:
        strong, _ = (QFontMetrics(font) for font in self._fonts(chosen=True))
        word = strong.horizontalAdvance(self._word(list(Band)[index]))
        return QSize(word + 2 * TIGHT, self.tabSizeHint(index).height())

    def minimumSizeHint(self) -> QSize:
        tabs = [self.minimumTabSizeHint(at) for at in range(self.count())]
        return QSize(sum(one.width() for one in tabs), max(one.height() for one in tabs))

    @staticmethod
    def _fonts(*, chosen: bool) -> tuple[QFont, QFont]:
        weight = QFont.Weight.DemiBold if chosen else QFont.Weight.Normal
        return look.font(weight=weight), look.font(look.MINOR)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        for at, band in enumerate(Band):
            chosen = at == self.currentIndex()
            tab = self.tabRect(at)
            narrow = tab.width() < self.tabSizeHint(at).width()
            edge = TIGHT if narrow else PADDING
            line = tab.adjusted(edge, MARGIN, -TIGHT, 0)
            lines = (self._word(band), self._says.get(band, ""))
            tones = ("accent", "accent") if chosen else ("text", "quiet")
            for words, tone, font in zip(lines, tones, self._fonts(chosen=chosen), strict=True):
                painter.setFont(font)
                painter.setPen(look.colour(tone))
                metrics = QFontMetrics(font)
                fitted = metrics.elidedText(words, Qt.TextElideMode.ElideRight, line.width())
                painter.drawText(line, Qt.AlignmentFlag.AlignLeft, fitted)
                line.translate(0, metrics.height())
