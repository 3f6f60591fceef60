"""How a part of the book opens, always on the right, with a colour of its own: on a page for it, or
at the head of its first page."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import lru_cache
from math import sin
from uuid import UUID

from lifestory.book import motifs, ornaments, shapes
from lifestory.book.desk import Desk, Draft, Look
from lifestory.book.layouts.faces import fitted
from lifestory.book.layouts.heading import fit_heading
from lifestory.book.ornaments import crest, seeded
from lifestory.book.setting import MM, SetText
from lifestory.book.shapes import filled
from lifestory.book.sheet import Sheet
from lifestory.book.themes import Theme, mix
from lifestory.domain.arrangement import Part
from lifestory.domain.plans import Art, Element, Role, Shape

_SKIES = {Part.PRESENT: 6, Part.PAST: 7, Part.FUTURE: 0}
"""The colour of each part's sky, by its place among the theme's shapes."""
_EVENINGS = {Part.PRESENT: 7, Part.PAST: 0, Part.FUTURE: 7}
"""The same where a moon stands in it."""


_TURNS = {Part.PRESENT: 0.0, Part.PAST: 0.37, Part.FUTURE: 0.68}
"""How far each part's hills lie from those of the first, as a share of their wave."""
_SUNS = {
    Part.PRESENT: (0.7, 168.0, 1.0),
    Part.PAST: (0.3, 178.0, 0.8),
    Part.FUTURE: (0.52, 184.0, 1.35),
}
"""Where the sun stands in each part: across, down, and how large. Morning lies to the left."""
_EVENING = (0.62, 194.0, 1.15)
"""The same where the child comes home."""
_BAND, _WAVE, _NAME = 18.0, 1.1, 13.8
"""The strip of sky that a part's name stands on: its foot, how far that waves, and the baseline."""
_CLEAR = 5.2
"""How far from the cut that name stands at the least, in mm of paper."""
_TREES = {Part.PRESENT: 5, Part.PAST: 9, Part.FUTURE: 2}


@lru_cache(maxsize=32)
def opened(look: Look, part: Part, title: str, seed: UUID, right: bool) -> tuple[Draft, ...]:
    """The opening page; before it, when the next page is a left one, its wordless neighbour, so
    that the two are one picture."""
    desk = Desk(look, part, title, right=right)
    if desk.quiet:
        _quiet(desk, title, right)
    elif right or look.paper.spread == 1:
        if not right:
            _landscape(desk, desk.page(folio=None), part, seed)
        sheet = desk.page(title, folio=None)
        _landscape(desk, sheet, part, seed)
        _title(desk, sheet, title, sheet.left)
    else:
        sheet = desk.spread(title, folio=None)
        _landscape(desk, sheet, part, seed)
        _title(desk, sheet, title, sheet.fold + sheet.paper.margins[0])
    return desk.drafts()


@lru_cache(maxsize=32)
def facing(look: Look, part: Part, title: str, seed: UUID) -> Draft:
    """The wordless left-hand page before a part that has no page to open it."""
    desk = Desk(look, part, title, right=False)
    if desk.quiet:
        desk.page(ground=look.style.theme.tint, folio=None)
    else:
        _landscape(desk, desk.page(folio=None), part, seed)
    return desk.drafts()[0]


def has_room(look: Look, title: str, draft: Draft) -> bool:
    """True where the head of a page is free for the name of the part that it begins."""
    edge = (look.paper.height - _BAND * look.paper.scale) * MM
    ground, *others = draft.elements
    label = _label(look, title, Sheet(look.style, draft.side, look.paper).measure)
    fits = len(label.lines) == 1 and label.rise < _NAME / 4
    return fits and _is_plain(look, ground) and all(one.box.top < edge for one in others)


def _label(look: Look, title: str, measure: float) -> SetText:
    theme = look.style.theme
    colour = theme.title if look.style.reader.look == "quiet" else theme.cover
    return fitted(title, replace(look.style.small_head, colour=colour), measure, 1)


def _is_plain(look: Look, ground: Element) -> bool:
    return isinstance(ground, Art) and ground.shapes[0].fill == look.style.theme.ground


def named(look: Look, part: Part, title: str, draft: Draft) -> Draft:
    """A page with the name of its part over it, on a strip of the part's sky."""
    sheet = Sheet(look.style, draft.side, look.paper)
    desk = Desk(look, part, title, right=draft.side == "right")
    sky = look.style.theme.tint if desk.quiet else _sky(desk, part)
    wave = 0.0 if desk.quiet else _WAVE
    steps = [sheet.width * step / 47 for step in range(-2, 50)]
    low = [(x, _BAND - wave + wave * sin(x / 21 + 6.3 * _TURNS[part])) for x in steps]
    sheet.art("part", [filled(shapes.polygon([*low, (low[-1][0], -5), (low[0][0], -5)]), sky)])
    label = _label(look, title, sheet.measure)
    y = max(_NAME, _CLEAR / look.paper.scale + label.ascent)
    sheet.write(Role.LABEL, label, sheet.left, y, measure=sheet.measure)
    ground, *others = draft.elements
    return replace(draft, elements=(ground, *sheet.pages()[0], *others))


def _sky(desk: Desk, part: Part) -> str:
    """The colour of a part, as its opening page has it."""
    theme = desk.theme
    colours, starry = theme.shapes, theme.drawn["mark"] == "star"
    skies = _EVENINGS if starry else _SKIES
    sky = mix(colours[skies.get(part, 7)], theme.ground, 0.55)
    if _is_evening(desk):
        dusk = colours[1] if starry else colours[5]
        sky = mix(sky, mix(dusk, theme.ground, 0.45), 0.5)
    return sky


def _is_evening(desk: Desk) -> bool:
    return desk.part_title == desk.wording.say("parts.home")


@lru_cache(maxsize=32)
def pause(look: Look, seed: UUID) -> Draft:
    """A wordless right-hand page before a spread that must begin on the left."""
    desk = Desk(look, Part.PAST, "", right=True)
    if desk.quiet:
        desk.page(ground=look.style.theme.tint, folio=None)
    else:
        sheet = desk.page(folio=None)
        _landscape(desk, sheet, Part.PAST, seed)
    return desk.drafts()[0]


@lru_cache(maxsize=32)
def endpaper(look: Look, seed: UUID) -> Draft:
    """The inside of the cover: a pattern of leaves, or for the older a plain tint."""
    desk = Desk(look, Part.FRONT, "", right=False)
    sheet = desk.page(ground=desk.theme.tint, folio=None)
    if not desk.quiet:
        pattern(desk, sheet, seed)
    return desk.drafts()[0]


def pattern(desk: Desk, sheet: Sheet, seed: object) -> None:
    """The theme's leaves, shells, stars or patches all over a tinted page."""
    theme, chance = desk.theme, seeded(seed, "endpaper")
    greens = (theme.shapes[0], mix(theme.shapes[1], theme.tint, 0.55), theme.ground)
    leaves: list[Shape] = []
    columns = round(sheet.width / 26.3)
    step = sheet.width / columns
    for row in range(11):
        for column in range(columns):
            x = step / 2 + column * step + (13 if row % 2 else 0) + chance.uniform(-2, 2)
            y = 12 + row * 27.4 + chance.uniform(-2, 2)
            leaves += motifs.mark(
                theme, x, y, chance.uniform(12, 16), chance.uniform(-80, -20),
                greens[(row + column) % 3], theme.tint,
            )  # fmt: skip
    sheet.art("leaves", leaves)


def _title(desk: Desk, sheet: Sheet, title: str, left: float) -> None:
    face = replace(desk.style.title, colour=desk.theme.cover, size=72, leading=28)
    sheet.write(Role.HEADING, fit_heading(title, face, sheet.measure), left, 96)


def _landscape(desk: Desk, sheet: Sheet, part: Part, seed: UUID) -> None:
    theme, width = desk.theme, sheet.width
    colours = theme.shapes
    sky, evening = _sky(desk, part), _is_evening(desk)
    sheet.fill(sky)
    sheet.art("sun", _sun_or_moon(theme, sheet, None if evening else part, sky, seed))
    low = sheet.height + 5
    greens = (
        (178, 6, 1.1, 0.1, mix(colours[0], sky, 0.75)),
        (200, 6, 0.9, 0.5, mix(colours[0], colours[1], 0.8)),
        (228, 5, 1.2, 0.25, mix(colours[1], colours[0], 0.7)),
        (258, 4, 0.8, 0.7, mix(colours[1], colours[2], 0.7)),
    )
    wave = width / 210
    turn = 0.22 if evening else _TURNS.get(part, 0.0)
    hills = [
        motifs.ground(theme, width, low, y, a, w * wave, p + turn, colour)
        for y, a, w, p, colour in greens
    ]
    chance = seeded(seed, "opening", part.value)
    drawn: list[Shape] = [*hills[0]]
    at_sea = theme.drawn["ground"] == "wave"
    for x in _strewn(chance.random, width, 2 * wave) if at_sea else ():
        drawn += motifs.boat(x, 198, chance.uniform(15, 24), theme)
    for x in () if at_sea else _strewn(chance.random, width, _TREES.get(part, 5) * wave):
        foot = crest(x, 200, 6, 0.9 * wave, 0.5 + turn, width) + 1
        drawn += motifs.tree(theme, x, foot, chance.uniform(10, 17), colours[2], colours[1])
    drawn += [*hills[1], *hills[2], *hills[3]]
    for x in _strewn(chance.random, width, 9 * wave):
        foot = crest(x, 258, 4, 0.8 * wave, 0.7 + turn, width) + chance.uniform(8, 30)
        drawn += motifs.tuft(theme, chance, x, foot, chance.uniform(5, 9), colours[2])
    for x in _strewn(chance.random, width, 4 * wave):
        foot = crest(x, 258, 4, 0.8 * wave, 0.7 + turn, width) + 22
        drawn += motifs.growing(
            theme, chance, x, foot, chance.uniform(24, 48), theme.tint, ornaments.WHITE
        )
    for x in _strewn(chance.random, width, 6 * wave):
        drawn += motifs.strewn(theme, x, chance.uniform(274, 292), 1.7)
    sheet.art("landscape", drawn)


def _sun_or_moon(
    theme: Theme, sheet: Sheet, part: Part | None, sky: str, seed: UUID
) -> list[Shape]:
    width = sheet.width
    across, y, large = _SUNS.get(part, _SUNS[Part.PRESENT]) if part else _EVENING
    # On a spread it stands on the right page, which has the title.
    page = sheet.width / 2 if sheet.side == "spread" else sheet.width
    x = width - page * (1 - across)
    rings = [
        filled(shapes.circle(x, y, r * large), mix(theme.ground, sky, share))
        for r, share in ((74, 0.35), (54, 0.6), (35, 0.9))
    ]
    if theme.drawn["mark"] != "star":
        return rings
    chance = seeded(seed, "stars")
    stars = [
        filled(motifs.star(at, chance.uniform(16, 150), chance.uniform(1.2, 3.4)), theme.shapes[4])
        for at in _strewn(chance.random, width, 16 * width / 210)
    ]
    # Never over the title, which stands on the left.
    moon = filled(
        motifs.crescent(width - page * (0.28 - 0.08 * (across > 0.5)), 52, 21),
        mix(theme.shapes[4], theme.ground, 0.85),
    )
    return [*rings[:2], *stars, moon]


def _strewn(chance: Callable[[], float], width: float, count: float) -> list[float]:
    """Places along the width: about evenly, never in step."""
    steps = max(1, round(count))
    return [(step + 0.2 + 0.6 * chance()) * width / steps for step in range(steps)]


def _quiet(desk: Desk, title: str, right: bool) -> None:
    theme = desk.theme
    if not right:
        desk.page(ground=theme.tint, folio=None)
    sheet = desk.page(title, ground=theme.tint, folio=None)
    sheet.art("bar", [filled(shapes.rectangle(sheet.left, 120, 22, 1.4), theme.accent)])
    face = replace(desk.style.title, colour=theme.title, size=64, leading=26)
    sheet.write(Role.HEADING, fit_heading(title, face, sheet.measure), sheet.left, 148)
