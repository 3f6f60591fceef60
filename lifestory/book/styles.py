"""Reader presets and themes, read from resources/ and checked; and the type they give."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any

from lifestory import assets
from lifestory.domain.errors import LifestoryError
from lifestory.domain.readers import Band


class BrokenStyle(LifestoryError):
    """A theme, preset, page type or wording file with a mistake; the message names file and key."""

    remedy = "Correct the file, or put the one that came with Lifestory back."


@dataclass(frozen=True, slots=True)
class Type:
    """A face at a size: `size` in points, `leading` in mm between baselines. `strong` is the face
    for strong words."""

    face: str
    strong: str
    size: float
    leading: float
    colour: str


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


@dataclass(frozen=True)
class Theme:
    """Colours ("#RRGGBB") and faces. `radius` of photo corners in mm; `accent` is the bar of quiet
    pages; `shapes` are what is drawn: four greens or what stands for them from light to dark, sun,
    flower, sky at dawn and sky by day."""

    name: str
    ground: str
    tint: str
    ink: str
    soft: str
    title: str
    cover: str
    alert: str
    rule: str
    accent: str
    shapes: tuple[str, ...]
    homes: tuple[str, ...]
    home_today: str
    home_text: str
    cards: tuple[tuple[str, str], ...]
    radius: float
    faces: dict[str, str]

    def home_colour(self, order: int, here_now: bool) -> str:
        """The colour of a home on path, ribbon and key; today's is always the same."""
        return self.home_today if here_now else self.homes[order % len(self.homes)]

    def home_ink(self, colour: str) -> str:
        """A home's colour fit for words: 55 % of it with the theme's dark."""
        return mix(colour, self.home_text, 0.55)


def mix(colour: str, other: str, share: float) -> str:
    """`share` of `colour` and the rest of `other`, channel by channel."""
    pairs = zip(_channels(colour), _channels(other), strict=True)
    return "#" + "".join(f"{round(a * share + b * (1 - share)):02X}" for a, b in pairs)


def _channels(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


@cache
def reader(band: Band) -> Reader:
    """The preset of a band. Raises BrokenStyle."""
    table = assets.read_toml("rules", "readers.toml")
    where = f"resources/rules/readers.toml, [{band.value}]"
    values = {
        name: tuple(value) if isinstance(value, list) else value
        for name, value in _table(table, band.value, where).items()
    }
    made: Reader = _made(Reader, {"band": band, **values}, where)
    return made


_COLOURS = (
    "ground", "tint", "ink", "soft", "title", "cover", "alert", "rule", "accent", "home_today",
)  # fmt: skip
_SHAPES = 8
"""So many colours the drawings take: any reader may choose any theme."""


def _is_colour(value: object) -> bool:
    return isinstance(value, str) and len(value) == 7 and value.startswith("#")


@cache
def theme(name: str) -> Theme:
    """A theme by name. Raises BrokenStyle."""
    where = f"resources/themes/{name}.toml"
    try:
        table = assets.read_toml("themes", f"{name}.toml")
    except FileNotFoundError as missing:
        raise BrokenStyle(f"There is no theme “{name}”.") from missing
    values = {
        key: tuple(tuple(item) if isinstance(item, list) else item for item in value)
        if isinstance(value, list)
        else value
        for key, value in table.items()
    }
    for key in _COLOURS:
        if not _is_colour(values.get(key, "")):
            raise BrokenStyle(f"{where}: {key} should be a colour such as #22382C.")
    shapes = values.get("shapes", ())
    if len(shapes) != _SHAPES or not all(_is_colour(one) for one in shapes):
        raise BrokenStyle(f"{where}: shapes should be {_SHAPES} colours such as #22382C.")
    made: Theme = _made(Theme, values, where)
    return made


def _table(table: dict[str, Any], name: str, where: str) -> dict[str, Any]:
    if name not in table:
        raise BrokenStyle(f"{where} is missing.")
    found: dict[str, Any] = table[name]
    return found


def _made(kind: Any, values: dict[str, Any], where: str) -> Any:
    wanted = set(kind.__dataclass_fields__)
    for name in wanted - set(values):
        raise BrokenStyle(f"{where}: {name} is missing.")
    for name in set(values) - wanted:
        raise BrokenStyle(f"{where}: {name} is not known.")
    return kind(**values)


@dataclass(frozen=True)
class Style:
    """A theme as a reader sees it: ready-made types for every role."""

    reader: Reader
    theme: Theme

    def _type(self, faces: str, measure: tuple[float, float], colour: str) -> Type:
        names = self.theme.faces
        return Type(names[faces], names["strong"], *measure, colour)

    @property
    def body(self) -> Type:
        """Running text."""
        return self._type("body", self.reader.body, self.theme.ink)

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
        return self._type("numeral", (self.reader.folio, 5.0), self.theme.ink)


def style(band: Band, theme_name: str) -> Style:
    """The style of an edition."""
    return Style(reader(band), theme(theme_name))
