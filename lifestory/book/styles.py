"""Reader presets and themes, read from resources/ and checked; and the type they give."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache, cached_property
from typing import Any, get_type_hints

from lifestory.book.manners import Manner, manner
from lifestory.book.mistakes import BrokenStyle, Where
from lifestory.book.papers import Paper, paper
from lifestory.book.themes import Theme, mix, theme
from lifestory.domain.readers import Band, Format

__all__ = ["BrokenStyle", "Reader", "Style", "Theme", "Type", "mix", "reader", "style", "theme"]


@dataclass(frozen=True, slots=True)
class Type:
    """A face at a size: `size` in points, `leading` in mm between baselines. `strong` is the face
    for strong words."""

    face: str
    strong: str
    size: float
    leading: float
    colour: str
    spacing: float = 0.0
    """What is added after each letter, in ems."""
    most_words: int = 0
    """How many words a page takes of a text in it, where that is not left to the page."""
    least: float = 0.0
    """Points under which no page sets it for this reader."""

    def scaled(self, share: float) -> Type:
        """The same at a share of its size; smaller only down to the least of its reader."""
        share = max(share, min(1.0, self.least / self.size))
        return replace(self, size=self.size * share, leading=self.leading * share)


_LEAST = 9.0
"""Points under which no paper sets type that is larger on A4."""

_LARGEST = 200.0
"""Points and millimetres: no page has type that is larger."""


@dataclass(frozen=True)
class Reader:
    """How a page is set for a band. Limits are for warnings, never for blocking."""

    band: Band
    look: str
    body: tuple[float, float]
    title: tuple[float, float]
    spread_title: tuple[float, float]
    caption: tuple[float, float]
    small_head: tuple[float, float]
    own_words: tuple[float, float]
    folio: float
    words_a_page: int
    words_a_sentence: int
    characters_a_line: int
    photos_a_page: int
    sentence: bool
    opener: int
    """A part of at least so many pages has one of its own that opens it."""
    flyleaf: bool
    """True where the inside of the cover stays a pattern before the title's page."""


_PAIRS = ("body", "title", "spread_title", "caption", "small_head", "own_words")


@cache
def reader(band: Band) -> Reader:
    """The preset of a band, as it is set on A4. Raises BrokenStyle."""
    where = Where(("rules", "readers.toml"), band.value)
    Where(where.file).only(where.read(), [str(one) for one in Band])
    rows = where.rows()
    hints = get_type_hints(Reader)
    for name in _PAIRS:
        where.check(
            rows, name, _is_pair, "a size in points and a leading in mm, such as [26, 13.8]"
        )
    where.one_of(rows, "look", ("storybook", "quiet"))
    for name in ("sentence", "flyleaf"):
        where.flag(rows, name)
    where.number(rows, "folio", 0.0, _LARGEST)
    for name in (name for name, hint in hints.items() if hint is int):
        where.check(rows, name, lambda one: type(one) is int and one > 0, "a whole number")
    where.only(rows, set(hints) - {"band"})
    values: dict[str, Any] = {
        name: tuple(one) if isinstance(one, list) else one for name, one in rows.items()
    }
    return Reader(band=band, **values)


def _is_pair(value: object) -> bool:
    return (
        isinstance(value, list)
        and len(value) == 2
        and all(type(one) in (int, float) and 0 < one <= _LARGEST for one in value)
    )


@dataclass(frozen=True)
class Style:
    """A theme as a reader sees it on a paper: ready-made types for every role, in units."""

    preset: Reader
    theme: Theme
    paper: Paper
    manner: Manner = Manner()

    @cached_property
    def reader(self) -> Reader:
        """The preset with its sizes as this paper takes them."""
        sizes: dict[str, Any] = {name: self.sized(*getattr(self.preset, name)) for name in _PAIRS}
        return replace(self.preset, **sizes, folio=self.sized(self.preset.folio, 5.0)[0])

    def sized(self, size: float, leading: float) -> tuple[float, float]:
        """A size and leading of A4 as this paper takes them; small print grows no smaller."""
        least = max(min(size, _LEAST), self.manner.least) / self.paper.scale
        grown = max(size * self.paper.grown, least) / size
        return size * grown, leading * grown

    def parted(self) -> Style:
        """The same, where no page takes more words of a text than suit its reader."""
        most = self.manner.most_words or self.preset.words_a_page
        return replace(self, manner=replace(self.manner, most_words=most))

    def of(self, face: str, size: float, leading: float, colour: str) -> Type:
        """A type for a role of its own, given by what it is on A4; `face` is the theme's word."""
        return self._type(face, self.sized(size, leading), colour)

    def _type(self, faces: str, measure: tuple[float, float], colour: str) -> Type:
        names, least = self.theme.faces, self.manner.least / self.paper.scale
        spacing = self.manner.spacing
        return Type(names[faces], names["strong"], *measure, colour, spacing, least=least)

    @property
    def body(self) -> Type:
        """Running text."""
        made = self._type("body", self.reader.body, self.theme.ink)
        return replace(made, most_words=self.manner.most_words)

    @property
    def title(self) -> Type:
        """The heading of a page."""
        colour = self.theme.ink if self.reader.look == "quiet" else self.theme.title
        return self._type("title", self.reader.title, colour)

    @property
    def spread_title(self) -> Type:
        """The heading of a spread."""
        colour = self.theme.ink if self.reader.look == "quiet" else self.theme.cover
        return self._type("title", self.reader.spread_title, colour)

    @property
    def caption(self) -> Type:
        """Under a photo."""
        colour = self.theme.soft if self.reader.look == "quiet" else self.theme.ink
        return self._type("body", self.reader.caption, colour)

    @property
    def small_head(self) -> Type:
        """Over a card or a note."""
        return self._type("small_head", self.reader.small_head, self.theme.title)

    @property
    def own_words(self) -> Type:
        """The child's own words, and a pull quote."""
        if self.reader.look == "quiet":
            return self._type("title", self.reader.own_words, self.theme.title)
        return self._type("strong", self.reader.own_words, self.theme.cover)

    @property
    def folio(self) -> Type:
        """The page number."""
        return self.of("numeral", self.preset.folio, 5.0, self.theme.ink)


@cache
def style(
    band: Band, theme_name: str, size: str = "a4", format_: Format = Format.STANDARD
) -> Style:
    """The style of an edition. Raises BrokenStyle."""
    found, manner_, ground = reader(band), manner(format_), theme(theme_name)
    body = max(found.body[0], manner_.body)
    leading = max(found.body[1], body * manner_.lines / 72 * 25.4)
    preset = replace(
        found,
        body=(body, leading),
        sentence=found.sentence or manner_.sentence,
        **{name: min(getattr(found, name), most) for name, most in manner_.limits},
    )
    if manner_.ground:
        ground = replace(ground, ground=manner_.ground)
    faces = {**ground.faces, **dict(manner_.faces)}
    return Style(preset, replace(ground, faces=faces), paper(size), manner_)
