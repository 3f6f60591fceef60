"""The desk a layout works at: it takes sheets from it, in the order of the book."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from lifestory.book.papers import Paper, paper
from lifestory.book.sheet import Sheet, Side
from lifestory.book.styles import Style, style
from lifestory.book.wording import Wording, in_a_sentence
from lifestory.domain.arrangement import Part
from lifestory.domain.plans import Element, PagePlan
from lifestory.domain.readers import Band, Format, Voice
from lifestory.sharing.shared import SharedChild

BESIDE = " + "
"""Between the names of the arrangements of a block that has several frames of photos."""


@dataclass(frozen=True)
class Look:
    """All that the pages of one edition have in common. Equal looks make equal pages."""

    band: Band
    voice: Voice
    theme: str
    size: str
    child: SharedChild
    format: Format = Format.STANDARD

    @property
    def style(self) -> Style:
        """Preset and theme, as the paper takes them."""
        return style(self.band, self.theme, self.size, self.format)

    @property
    def paper(self) -> Paper:
        """The size of the pages."""
        return paper(self.size)

    @property
    def wording(self) -> Wording:
        """Template lines in the voice."""
        return Wording(self.voice, in_a_sentence(self.child.name))


@dataclass(frozen=True)
class Draft:
    """A page before it has its number: `folio` is None for a page that shows none, else the colour
    of what lies under the number."""

    side: Side
    elements: tuple[Element, ...]
    title: str
    folio: str | None

    @cached_property
    def finished(self) -> dict[tuple[object, ...], PagePlan]:
        """The plans made of this page, by what was said of it: a page that did not change is the
        same plan as before, its digest worked out once."""
        return {}


class Desk:
    """Hands out sheets and keeps them. `right` says whether the next page is a right-hand one;
    `layout` names the arrangement of each frame of photos, best where it names none; with
    `overleaf` a text goes on overleaf once a page has as many words as its reader takes."""

    def __init__(
        self,
        look: Look,
        part: Part,
        part_title: str,
        *,
        right: bool,
        layout: str = "",
        overleaf: bool = False,
    ) -> None:
        self.look = look
        self.style = look.style.parted() if overleaf else look.style
        self.theme = look.style.theme
        self.reader = look.style.reader
        self.wording = look.wording
        self.child = look.child
        self.part = part
        self.part_title = part_title
        self._right = right
        self._layout = layout.split(BESIDE) if layout else []
        self.offered: list[tuple[str, ...]] = []
        """For each frame of photos so far, the names of its arrangements, best first."""
        self.taken: list[str] = []
        """The arrangement each of them has."""
        self._sheets: list[tuple[Sheet, str, str | None]] = []

    @property
    def wanted(self) -> str:
        """The arrangement the next frame of photos is to have; empty for the best."""
        frame = len(self.offered)
        return self._layout[frame] if frame < len(self._layout) else ""

    @property
    def measure(self) -> float:
        """The width of a page's text area, in units."""
        return Sheet(self.style, "left", self.look.paper).measure

    @property
    def spread_width(self) -> float:
        """The width of a spread, in units; of the one page that stands for it on wide paper."""
        return self.look.paper.across * self.look.paper.spread

    @property
    def broad(self) -> bool:
        """True where pages are so wide that words stand beside their pictures."""
        return Sheet(self.style, "left", self.look.paper).broad

    @property
    def quiet(self) -> bool:
        """True for the quiet, typographic pages of older readers."""
        return self.reader.look == "quiet"

    def page(self, title: str = "", *, ground: str | None = None, folio: str | None = "") -> Sheet:
        """The next page, its ground filled. `title` names it in the outline; `folio` None hides
        the number, and a colour lies under it instead of the ground's own shade."""
        sheet = Sheet(self.style, "right" if self._right else "left", self.look.paper)
        self._right = not self._right
        return self._take(sheet, title, ground, folio)

    def spread(
        self, title: str = "", *, ground: str | None = None, folio: str | None = ""
    ) -> Sheet:
        """The next two pages as one sheet. The next page must be a left-hand one. On a paper that
        is as wide as a spread of others, it is the next page, whichever that is."""
        if self.look.paper.spread == 1:
            return self.page(title, ground=ground, folio=folio)
        assert not self._right, "a spread begins on the left"
        return self._take(Sheet(self.style, "spread", self.look.paper), title, ground, folio)

    @property
    def on_left(self) -> bool:
        """True when the next page is a left-hand one, so that a spread may begin."""
        return not self._right

    def drafts(self) -> tuple[Draft, ...]:
        """Every page taken, in order."""
        drafts: list[Draft] = []
        for sheet, title, folio in self._sheets:
            sides: tuple[Side, ...] = ("left", "right") if sheet.side == "spread" else (sheet.side,)
            for side, elements in zip(sides, sheet.pages(), strict=True):
                named = title if side == sides[0] else ""
                drafts.append(Draft(side, elements, named, folio))
        return tuple(drafts)

    def _take(self, sheet: Sheet, title: str, ground: str | None, folio: str | None) -> Sheet:
        sheet.fill(ground or self.theme.ground)
        self._sheets.append((sheet, title, folio))
        return sheet
