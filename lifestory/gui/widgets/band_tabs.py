"""A tab for each age band, and under its name how the band stands: written, or from a younger."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QResizeEvent
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
        # Tabs too many for their room grow narrow, and say what they say in two lines.
        self.setUsesScrollButtons(False)
        self._narrow = False
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
        self._settle()
        self.update()

    def _word(self, band: Band) -> str:
        return self.tr("Adult") if band is Band.ADULT else band_word(band)

    def tabSizeHint(self, index: int) -> QSize:
        strong, minor = (QFontMetrics(font) for font in self._fonts(chosen=True))
        lines = 2 if self._narrow else 1
        high = strong.height() + lines * minor.height() + 2 * MARGIN
        return QSize(self._wide(index, lines), high)

    def sizeHint(self) -> QSize:
        """Room for what each says in one line, also while there is too little."""
        wide = sum(self._wide(at, 1) for at in range(self.count()))
        return QSize(wide, super().sizeHint().height())

    def _wide(self, index: int, lines: int) -> int:
        band = list(Band)[index]
        strong, minor = (QFontMetrics(font) for font in self._fonts(chosen=True))
        said = self._lines(band, lines)
        wide = max(map(minor.horizontalAdvance, said))
        wide = max(wide, strong.horizontalAdvance(self._word(band)))
        return wide + 2 * (PADDING if lines == 1 else TIGHT) + 1  # advances are rounded

    def _lines(self, band: Band, lines: int) -> tuple[str, ...]:
        """What a band says of itself in so many lines, the first as short as it can be."""
        said = self._says.get(band, "")
        if lines == 1:
            return (said,)
        first, _, rest = said.rpartition(" ")
        return (first, rest) if first else (said, "")

    def minimumTabSizeHint(self, index: int) -> QSize:
        strong, _ = (QFontMetrics(font) for font in self._fonts(chosen=True))
        word = strong.horizontalAdvance(self._word(list(Band)[index]))
        return QSize(word + 2 * TIGHT, self.tabSizeHint(index).height())

    def minimumSizeHint(self) -> QSize:
        tabs = [self.minimumTabSizeHint(at) for at in range(self.count())]
        return QSize(sum(one.width() for one in tabs), max(one.height() for one in tabs))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._settle()

    def _settle(self) -> None:
        narrow = self.width() < sum(self._wide(at, 1) for at in range(self.count()))
        if narrow != self._narrow:
            self._narrow = narrow
            self.setTabText(0, "")  # asks for every size again
            self.updateGeometry()

    @staticmethod
    def _fonts(*, chosen: bool) -> tuple[QFont, QFont]:
        weight = QFont.Weight.DemiBold if chosen else QFont.Weight.Normal
        return look.font(weight=weight), look.font(look.MINOR)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        many = 2 if self._narrow else 1
        for at, band in enumerate(Band):
            chosen = at == self.currentIndex()
            tab = self.tabRect(at)
            line = tab.adjusted(TIGHT if self._narrow else PADDING, MARGIN, -TIGHT, 0)
            lines = (self._word(band), *self._lines(band, many))
            tones = ("accent",) * 3 if chosen else ("text", "quiet", "quiet")
            strong, minor = self._fonts(chosen=chosen)
            for words, tone, font in zip(lines, tones, (strong, minor, minor), strict=False):
                painter.setFont(font)
                painter.setPen(look.colour(tone))
                metrics = QFontMetrics(font)
                fitted = metrics.elidedText(words, Qt.TextElideMode.ElideRight, line.width())
                painter.drawText(line, Qt.AlignmentFlag.AlignLeft, fitted)
                line.translate(0, metrics.height())
