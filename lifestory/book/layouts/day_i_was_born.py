"""The day I was born: a birth card for the young, a column of what is known for the older.

Whatever is not known is left out gently, and the page closes up around it.
Source: mockups/book/SPEC "Birth card".
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial

from lifestory.book import shapes
from lifestory.book.desk import Desk
from lifestory.book.layouts import clock, measures
from lifestory.book.layouts.birth_column import quiet
from lifestory.book.layouts.flowing import flow
from lifestory.book.layouts.heading import BASELINE, title_of
from lifestory.book.ornaments import hill
from lifestory.book.setting import SetText, fit_text, set_text
from lifestory.book.shapes import filled
from lifestory.book.sheet import BOTTOM, Sheet
from lifestory.book.styles import mix
from lifestory.book.words import Paragraph, Piece, parse
from lifestory.domain.dates import WEEKDAYS, date_in_words
from lifestory.domain.plans import Role
from lifestory.sharing.shared import SharedBlock, SharedChild, SharedPhoto

__all__ = ["quiet", "storybook"]

_CREAM = "#FDF3D6"
_FRAME, _LEAST_FRAME = 81.0, 56.0
"""The clock across, and the mounted photo's height, in mm."""
_GAP = 8.0
_BORDER = 3.0
_TO_BASE = 61.4
"""From the frame's foot to the feet of dial and tape."""
_TO_LABEL = 14.7
_Instrument = Callable[[Desk, Sheet, float, float], None]

_EARLY = 2000
"""Grams under which a weight is told in words only."""


@dataclass(frozen=True)
class _Sky:
    """From the far edge of the sky to the ring about the clock."""

    far: str
    near: str
    dark: bool = False


_NIGHT = _Sky("#15294B", "#2A4480", dark=True)
_DAWN = _Sky("#F6C9A8", "#FEF2DF")
_DAY = _Sky("#CFE5E8", "#F3F8F4")
_DUSK = _Sky("#E9C7D6", "#FBEFE6")


_STAGE, _BESIDE = 232.0, 20.0
"""How wide the pictures stand together on a broad page, and from them to the words beside them."""
_BROAD_TOP, _BROAD_FRAME, _TO_GROUND = 44.0, 124.0, 24.0
"""On such a page: where they begin, how tall they are at most, and from their foot to the ground
that the words stand on."""


def storybook(desk: Desk, block: SharedBlock) -> None:
    """A birth card: a sky of that hour with a clock and a photo, and under it weight, length, and
    who chose the name. What does not fit goes on on the next page."""
    child, body = desk.child, desk.style.body
    at = clock.read_time(child.born_at)
    sky = _sky(at)
    sheet = desk.page(title_of(desk, block), ground=sky.far)
    column = _stage(sheet)[0] - _BESIDE - sheet.left if sheet.broad else sheet.measure
    heading = replace(desk.style.title, colour=_CREAM if sky.dark else desk.theme.cover)
    title = fit_text(title_of(desk, block), heading, column, heading.leading)
    saying = replace(body, colour=_CREAM if sky.dark else body.colour)
    when = set_text(_when(desk, at), saying, column)
    first = BASELINE + title.height + body.leading + 0.6
    photo = block.photos[0] if block.photos else child.birth_photo
    lines = _lines(desk, block)
    words = set_text(_together(lines), body, column)
    stories = tuple(one for passage in block.passages for one in parse(passage.text))
    frame = _frame(sheet, photo, alone=not _labels(desk))
    below = _below(desk)
    if sheet.broad:
        # Title and words in a column of their own, the pictures beside them.
        below = body.leading + _TO_GROUND
        top = max(_BROAD_TOP, first + when.height + _TO_GROUND - frame)
    else:
        top = first + when.height + 9.9
        room = BOTTOM - top - below - words.height
        if room < _LEAST_FRAME:
            # They will go on on the next page: no need to make room for them all.
            room += words.height
        frame = min(frame, max(_LEAST_FRAME, room))
        if not stories:
            # A card with little on it: the sky comes further down.
            top += 0.45 * max(0.0, room - frame - 20)
    _backdrop(desk, sheet, sky, top, frame, photo is not None)
    sheet.write(Role.HEADING, title, sheet.left, BASELINE)
    sheet.write(Role.BODY, when, sheet.left, first)
    _clock_and_photo(desk, sheet, photo, at, top, frame)
    _instruments(desk, sheet, top + frame + _TO_BASE)
    low = top + frame + below
    told = _telling(desk, sheet, lines, low, column)
    rest = (*lines[told:], *stories)
    if told == len(lines) and stories:
        text = set_text(stories, body, column, sentences=desk.reader.sentence)
        low += words.height + body.leading * 4 / 3 if words.lines else 0.0
        if low + text.height <= BOTTOM:
            sheet.write(Role.BODY, text, sheet.left, low, measure=column)
            rest = ()
    if rest or block.photos[1:]:
        flow(desk, desk.page(), 24.0, rest, block.photos[1:], block.weights[1:], block.id)


def _sky(at: tuple[int, int] | None) -> _Sky:
    hour = at[0] if at else 12
    if 5 <= hour < 8:
        return _DAWN
    if 8 <= hour < 17:
        return _DAY
    return _DUSK if 17 <= hour < 20 else _NIGHT


def _when(desk: Desk, at: tuple[int, int] | None) -> tuple[Paragraph, ...]:
    """The date and the time as one says them, a line each."""
    born, say = desk.child.born, desk.wording.say
    day = born.day()
    date = date_in_words(born) if born.iso else say("born.no-date")
    if day and not born.about:
        date = f"{WEEKDAYS[day.weekday()]} {date}"
    if at:
        time = f"at {clock.spoken_time(*at)}"
        return _together(((f"{date}," if born.iso else date), time))
    return _together((date, say("born.no-time")) if born.iso else (date,))


def _lines(desk: Desk, block: SharedBlock) -> tuple[Paragraph, ...]:
    """What the page says under its pictures."""
    child, say = desk.child, desk.wording.say
    lines: list[str] = []
    if child.weight_grams is not None and _is_early(child):
        lines.append(say("born.early"))
        lines.append(say("born.weight", kg=measures.kilograms(child.weight_grams)))
    if child.named_by:
        lines.append(say("born.named-by", person=child.named_by))
    lines += [fact.text for fact in block.facts]
    return tuple(one for line in lines for one in parse(line))


def _together(lines: tuple[Paragraph | str, ...]) -> tuple[Paragraph, ...]:
    """Short lines under each other without the space that stands between paragraphs."""
    pieces: list[Piece] = []
    for line in lines:
        pieces.append(Piece("\n"))
        pieces.extend(line.pieces if isinstance(line, Paragraph) else (Piece(line),))
    return (Paragraph(tuple(pieces[1:])),) if pieces else ()


def _is_early(child: SharedChild) -> bool:
    return child.weight_grams is not None and child.weight_grams < _EARLY


def _frame(sheet: Sheet, photo: SharedPhoto | None, *, alone: bool) -> float:
    """How tall clock and photo stand so that, side by side, they fill their stage; `alone` when
    nothing was measured that would stand under them."""
    if photo is None:
        return 112.0 if alone or sheet.broad else _FRAME
    room = _stage(sheet)[1] - _GAP - 2 * _BORDER + 2 * _BORDER * photo.ratio
    most = _BROAD_FRAME if sheet.broad else _FRAME
    return max(_LEAST_FRAME, min(most, room / (1 + photo.ratio)))


def _labels(desk: Desk) -> list[tuple[_Instrument, SetText]]:
    """What was measured, each with its line of words."""
    child, say = desk.child, desk.wording.say
    size = (desk.reader.body[0] + desk.reader.caption[0]) / 2
    label = replace(desk.style.body, size=size, leading=size * 0.4)
    found: list[tuple[_Instrument, str]] = []
    if child.weight_grams is not None and not _is_early(child):
        said = say("born.weight", kg=measures.kilograms(child.weight_grams))
        if not measures.on_the_dial(desk, child.weight_grams):
            said += f"\n{measures.pounds(child.weight_grams)}"
        found.append((partial(measures.dial, grams=child.weight_grams), said))
    if child.length_cm is not None:
        long = measures.centimetres(child.length_cm)
        found.append((partial(measures.tape, length=child.length_cm), say("born.length", cm=long)))
    return [(draw, fit_text(words, label, measures.WIDE, label.leading)) for draw, words in found]


def _below(desk: Desk) -> float:
    """From the frame's foot to the first line of words under it, in mm."""
    leading = desk.style.body.leading
    labels = _labels(desk)
    if not labels:
        return 21 + leading * 1.3
    return _TO_BASE + _TO_LABEL + max(text.height for _, text in labels) + leading * 1.65


def _backdrop(
    desk: Desk, sheet: Sheet, sky: _Sky, top: float, frame: float, has_photo: bool
) -> None:
    """Flat rings about the clock, and the hill that parts the sky from the lower page."""
    r = frame / 2
    left, across = _stage(sheet)
    cx = left + (r if has_photo else across / 2)
    sheet.art(
        "sky",
        [
            filled(shapes.circle(cx, top + r, r * reach), mix(sky.near, sky.far, share))
            for reach, share in ((3.1, 0.38), (2.3, 0.72), (1.5, 1.0))
        ],
    )
    width, low, y = sheet.width, sheet.height + 5, top + frame
    band = hill(width, low, y + 7.6, 3.1, 0.8, 0.46)
    ground = hill(width, low, y + 17.4, 2.8, 0.9, 0.69)
    colours = desk.theme.shapes
    far = mix(colours[1], colours[0], 0.34)
    sheet.art("hill", [filled(band, far), filled(ground, desk.theme.ground)])


def _stage(sheet: Sheet) -> tuple[float, float]:
    """Where clock, photo and instruments stand: from its left, so wide. On a page as wide as a
    spread they stay together, on its right."""
    wide = min(sheet.measure, _STAGE) if sheet.broad else sheet.measure
    return sheet.right - wide, wide


def _clock_and_photo(
    desk: Desk,
    sheet: Sheet,
    photo: SharedPhoto | None,
    at: tuple[int, int] | None,
    top: float,
    frame: float,
) -> None:
    r = frame / 2
    left, across = _stage(sheet)
    cx, cy = left + (r if photo else across / 2), top + r
    if at:
        clock.clock(desk, sheet, cx, cy, r, at)
    else:
        yellow, ground = desk.theme.shapes[4], desk.theme.ground
        discs = ((1.0, 0.28), (0.82, 0.6), (0.64, 1.0))
        sheet.art(
            "sun", [filled(shapes.circle(cx, cy, r * k), mix(yellow, ground, s)) for k, s in discs]
        )
    if photo:
        room = across - frame - _GAP
        width = min(room, (frame - 2 * _BORDER) * photo.ratio + 2 * _BORDER)
        height = (width - 2 * _BORDER) / photo.ratio + 2 * _BORDER
        sheet.mounted(
            photo, left + across - width, top + (frame - height) / 2, width, border=_BORDER
        )


def _instruments(desk: Desk, sheet: Sheet, base: float) -> None:
    """Dial and tape on their base line, with a line each; one alone stands in the middle."""
    labels = _labels(desk)
    left, across = _stage(sheet)
    spare = across - measures.WIDE
    places = (0.0, spare) if len(labels) == 2 else (spare / 2,)
    for (draw, text), off in zip(labels, places, strict=False):
        x = left + off
        draw(desk, sheet, x, base)
        sheet.write(Role.LABEL, text, x, base + _TO_LABEL, measure=measures.WIDE, align="centre")


def _telling(
    desk: Desk, sheet: Sheet, lines: tuple[Paragraph, ...], y: float, measure: float
) -> int:
    """Sets as many of the lines as fit with the first at `y`; returns how many."""
    for count in range(len(lines), 0, -1):
        text = set_text(_together(lines[:count]), desk.style.body, measure)
        if y + text.height <= BOTTOM:
            sheet.write(Role.BODY, text, sheet.left, y, measure=measure)
            return count
    return 0
