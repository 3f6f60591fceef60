"""Themes, read from resources/themes and checked: colours, faces and what is drawn.

Every text must stand at 4.5 : 1 on each ground it is written on. Source: LOOK §1 "Themes",
mockups/book/SPEC "Palettes".
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, partial
from typing import Any

from lifestory.book.mistakes import BrokenStyle, Where
from lifestory.letters.faces import known

LEAST_CONTRAST = 4.5
"""Source: LOOK §1; WCAG 2.2, 1.4.3."""

DRAWINGS = {
    "cover": ("meadow", "sea", "night", "quilt"),
    "ground": ("hill", "wave", "snow", "cloth"),
    "growing": ("cow-parsley", "marram", "fir", "button"),
    "mark": ("leaf", "shell", "star", "patch"),
}
"""For each place of a page, the ornaments drawn for it."""


@dataclass(frozen=True)
class Theme:
    """Colours ("#RRGGBB") and faces. `radius` of photo corners in mm; `accent` is the bar of quiet
    pages; `shapes` are what is drawn: four greens or what stands for them from light to dark, sun,
    flower, sky at dawn and sky by day. `cover_ground` is behind `cover_text`. The land of the moves
    path: its `sky`, five hills from far to near in `land`, the `path` and its `edge`. `drawn` names
    the ornaments."""

    name: str
    called: str
    ground: str
    tint: str
    ink: str
    soft: str
    title: str
    cover: str
    cover_ground: str
    cover_text: str
    alert: str
    rule: str
    accent: str
    shapes: tuple[str, ...]
    sky: str
    land: tuple[str, ...]
    path: str
    edge: str
    homes: tuple[str, ...]
    home_today: str
    home_text: str
    cards: tuple[tuple[str, str], ...]
    radius: float
    faces: dict[str, str]
    drawn: dict[str, str]

    def __hash__(self) -> int:
        return hash(self.name)

    def home_colour(self, order: int, here_now: bool) -> str:
        """The colour of a home on path, ribbon and key; today's is always the same."""
        return self.home_today if here_now else self.homes[order % len(self.homes)]

    def home_ink(self, colour: str) -> str:
        """A home's colour fit for words, on the ground and on its own shade: 55 % of it with the
        theme's dark, less of a light one."""
        shade = mix(colour, self.ground, 0.2)
        inks = (mix(colour, self.home_text, share / 100) for share in range(55, 0, -5))
        fit = (ink for ink in inks if contrast(ink, shade) >= LEAST_CONTRAST)
        return next(fit, self.home_text)

    def written(self) -> Iterator[tuple[str, str, str]]:
        """Every pair of text and ground that a page may have: what it is, text, ground."""
        for name in ("ink", "soft", "title", "cover", "alert"):
            for under in ("ground", "tint"):
                yield f"{name} on {under}", getattr(self, name), getattr(self, under)
        yield "cover_text on cover_ground", self.cover_text, self.cover_ground
        yield "ink on the number’s shape", self.ink, self.shapes[0]
        for under in (self.sky, *self.land):
            yield "cover on sky and land", self.cover, under
            yield "ink on sky and land", self.ink, under
        for place in (0, 6, 7):
            yield "cover on a part’s sky", self.cover, mix(self.shapes[place], self.ground, 0.55)
        for tint, label in self.cards:
            yield "cards, a label on its tint", label, tint
            yield "cards, ink on a tint", self.ink, tint
        for home in (*self.homes, self.home_today):
            yield f"homes, {home} as text on ground", self.home_ink(home), self.ground
            shade = mix(home, self.ground, 0.2)
            yield f"homes, {home} as text on its shade", self.home_ink(home), shade


def mix(colour: str, other: str, share: float) -> str:
    """`share` of `colour` and the rest of `other`, channel by channel."""
    pairs = zip(_channels(colour), _channels(other), strict=True)
    return "#" + "".join(f"{round(a * share + b * (1 - share)):02X}" for a, b in pairs)


def _channels(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def contrast(one: str, other: str) -> float:
    """How far two colours are apart, 1 to 21. Source: WCAG 2.2, "contrast ratio"."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    shares = (value / 255 for value in _channels(colour))
    red, green, blue = (s / 12.92 if s <= 0.04045 else ((s + 0.055) / 1.055) ** 2.4 for s in shares)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


_COLOURS = (
    "ground", "tint", "ink", "soft", "title", "cover", "cover_ground", "cover_text", "alert",
    "rule", "accent", "sky", "path", "edge", "home_today", "home_text",
)  # fmt: skip
_FACES = ("body", "strong", "title", "small_head", "numeral")
_SHAPES, _LAND = 8, 5
"""So many colours the drawings take: any reader may choose any theme."""
_COLOUR = "a colour such as #22382C"


def is_colour(value: object) -> bool:
    """True for "#RRGGBB"."""
    return (
        isinstance(value, str)
        and len(value) == 7
        and value[0] == "#"
        and all(digit in "0123456789ABCDEFabcdef" for digit in value[1:])
    )


def _are_colours(value: object, count: int = 0) -> bool:
    right = isinstance(value, list) and value and count in (0, len(value))
    return bool(right) and all(is_colour(one) for one in value)  # type: ignore[attr-defined]


@cache
def theme(name: str) -> Theme:
    """A theme by name. Raises BrokenStyle naming file, line and what was expected."""
    where = Where(("themes", f"{name}.toml"))
    try:
        table = where.read()
    except FileNotFoundError as missing:
        raise BrokenStyle(f"There is no theme “{name}”.") from missing
    _check(where, table)
    values = {key: _frozen(value) for key, value in table.items()}
    made = Theme(**values)
    for what, text, under in made.written():
        if contrast(text, under) < LEAST_CONTRAST:
            raise where.mistake(
                what.split()[0].rstrip(","),
                f"({what}: {text} on {under}) should stand at {LEAST_CONTRAST} : 1 or more, "
                f"not {contrast(text, under):.1f} : 1",
            )
    return made


def _check(where: Where, table: dict[str, Any]) -> None:
    for key in ("name", "called"):
        where.text(table, key)
    where.one_of(table, "name", (where.file[-1].removesuffix(".toml"),))
    for key in _COLOURS:
        where.check(table, key, is_colour, _COLOUR)
    for key, count in (("shapes", _SHAPES), ("land", _LAND), ("homes", 0)):
        said = f"{count or 'some'} colours such as #22382C"
        where.check(table, key, partial(_are_colours, count=count), said)
    where.check(
        table,
        "cards",
        lambda one: isinstance(one, list) and bool(one) and all(_are_colours(c, 2) for c in one),
        "pairs of a tint and the colour of its label",
    )
    where.check(
        table, "radius", lambda one: type(one) in (int, float) and 0 <= one <= 20, "0 to 20 mm"
    )
    _check_names(where, table, "faces", {name: known() for name in _FACES})
    _check_names(where, table, "drawn", DRAWINGS)
    where.only(table, set(Theme.__dataclass_fields__))


def _check_names(
    where: Where, table: dict[str, Any], key: str, choices: Mapping[str, tuple[str, ...]]
) -> None:
    where.check(table, key, lambda one: isinstance(one, dict), f"a table [{key}]")
    inner = Where(where.file, key)
    for name, allowed in choices.items():
        inner.one_of(table[key], name, allowed)
    inner.only(table[key], choices)


def _frozen(value: Any) -> Any:
    return tuple(_frozen(one) for one in value) if isinstance(value, list) else value
