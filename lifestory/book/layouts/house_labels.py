"""Names and ages beside the houses of the moves path, each in a free place of its own.

All of a spread are set in one size: the largest in which every one of them finds room clear of
path, fold, houses and each other. Source: mockups/book SPEC "Moves path".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from typing import Literal

from lifestory.book.desk import Desk
from lifestory.book.layouts.labels import Area, Label, label, trouble, widest
from lifestory.book.setting import set_text
from lifestory.book.sheet import Sheet
from lifestory.book.styles import Type
from lifestory.domain.plans import Role
from lifestory.sharing.shared import SharedHome

_CLEAR_OF_FOLD = 11.0
_CLEAR_OF_HOME = 158.0
"""How far from the fold these labels end; on a page without one, how far from its right edge."""

_SHARES = (1.0, 0.92, 0.85, 0.78, 0.71, 0.64, 0.57, 0.5)
_MEASURES = (90.0, 62.0, 50.0, 40.0)
_SLIDES = (0.0, 4.0, -4.0, 8.0, -8.0, 13.0, -13.0, 18.0, -18.0, 24.0, -24.0, 32.0, -32.0)
_APART = 1.6
"""Between two labels, in mm."""


@dataclass(frozen=True)
class Spot:
    """A label in its place: `x` is its left edge, `y` its first baseline."""

    label: Label
    area: Area
    y: float
    align: Literal["left", "centre"]

    def write(self, sheet: Sheet) -> None:
        """Sets name and age."""
        x, wide = self.area.left, self.area.right - self.area.left
        one = self.label
        low = sheet.write(Role.LABEL, one.name, x, self.y, measure=wide, align=self.align)
        sheet.write(Role.LABEL, one.under, x, low + one.to_under, measure=wide, align=self.align)


def house_labels(
    desk: Desk,
    sheet: Sheet,
    homes: Sequence[SharedHome],
    houses: Sequence[Area],
    taken: Sequence[Area],
) -> list[Spot]:
    """A place for every home's name and age; the least bad one when nothing is free."""
    spread = sheet.side == "spread"
    right = sheet.fold - _CLEAR_OF_FOLD if spread else sheet.width - _CLEAR_OF_HOME
    within = Area(12, 60, right, 284)
    theme, caption = desk.theme, desk.style.caption
    under = replace(caption, colour=theme.ink)
    face = theme.faces["title"]
    name = Type(face, face, caption.size + 2, caption.leading, theme.cover)
    if len(homes) > 4:
        name, under = name.scaled(0.9), under.scaled(0.89)
    for share in _SHARES[:-1]:
        spots = _all_placed(
            desk, homes, houses, taken, within, (name.scaled(share), under.scaled(share))
        )
        if spots is not None:
            return spots
    last = name.scaled(_SHARES[-1]), under.scaled(_SHARES[-1])
    return _all_placed(desk, homes, houses, taken, within, last, anyhow=True) or []


def _all_placed(
    desk: Desk,
    homes: Sequence[SharedHome],
    houses: Sequence[Area],
    taken: Sequence[Area],
    within: Area,
    types: tuple[Type, Type],
    *,
    anyhow: bool = False,
) -> list[Spot] | None:
    """A place for each in these types; None as soon as one finds none, unless `anyhow`."""
    spots: list[Spot] = []
    for home, house in zip(homes, houses, strict=True):
        others = [*taken, *(spot.area.grown(_APART) for spot in spots)]
        bad, spot = _best(desk, home, house, others, within, types, above=len(homes) > 3)
        if bad and not anyhow:
            return None
        spots.append(spot)
    return spots


def _best(
    desk: Desk,
    home: SharedHome,
    house: Area,
    taken: Sequence[Area],
    within: Area,
    types: tuple[Type, Type],
    *,
    above: bool,
) -> tuple[float, Spot]:
    """The first free place in the order of liking, else the least bad; with how bad it is."""
    best: tuple[float, Spot] | None = None
    name = desk.wording.home(home)
    longest = max(widest(set_text(word, types[0], 999)) for word in name.split())
    for measure in _MEASURES:
        one = label(name, desk.wording.stay(home), *types, max(measure, min(longest, 180)))
        for spot in _places(one, house, above=above):
            bad = trouble(spot.area, taken, within)
            if best is None or bad < best[0]:
                best = (bad, spot)
            if bad == 0:
                return best
    assert best is not None
    return best


def _places(one: Label, house: Area, *, above: bool) -> Iterator[Spot]:
    """Where a label may stand, the best first: above its house or beside it."""
    wide, top = one.width, one.top
    tall = one.bottom - top
    middle, half = (house.left + house.right) / 2, wide / 2

    def spot(left: float, high: float, align: Literal["left", "centre"]) -> Spot:
        return Spot(one, Area(left, high, left + wide, high + tall), high - top, align)

    over = (
        spot(middle - half + dx, house.top - lift - tall, "centre")
        for lift in (2.6, 1.4)
        for dx in _SLIDES
        if abs(dx) <= half
    )
    level = house.bottom - (house.bottom - house.top) * 0.46 - tall / 2
    rises = (0.0, -5.0, 5.0, -10.0, 10.0)
    right = (spot(house.right + 5, level + dy, "left") for dy in rises)
    left = (spot(house.left - 5 - wide, level + dy, "left") for dy in rises)
    return chain(over, right, left) if above else chain(right, over, left)
