"""Where milestones stand along a ribbon, and their words and photos above and below it.

Labels alternate; each keeps clear of the ribbon over its whole width, of the fold, of the edges
and of its neighbours. Millimetres over the double page. Source: mockups/book SPEC "Ribbon".
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from lifestory.book import shapes
from lifestory.book.desk import Desk
from lifestory.book.layouts.labels import Area, below, fall, rise, widest
from lifestory.book.layouts.moments import Moment, Place
from lifestory.book.layouts.ribbon import Ribbon
from lifestory.book.setting import SetText, set_text
from lifestory.book.shapes import stroked
from lifestory.book.sheet import Sheet
from lifestory.book.styles import Type, mix
from lifestory.domain.plans import Role

_CLEAR_OF_FOLD = 10.0
_OVER = 8.0
"""How far a ribbon runs off the paper."""
_EDGE = 14.0
_BESIDE = 5.0
"""Between two labels on the same side."""
_CLEAR = 3.4
_LEADER = 7.0
"""The shortest leader."""
_TO_PHOTO = 3.6
_LEAST_HOME = 28.0
_UNTOLD = 12.0
"""What the stretch of a home without a milestone takes between two rings."""
_MEASURES = (48.0, 60.0, 74.0, 92.0, 120.0)
"""How wide a label may be, in mm: the narrowest that will do."""


@dataclass(frozen=True)
class Note:
    """A milestone's words, measured: its head, its text, and how sure it is."""

    moment: Moment
    colour: str
    head: SetText
    text: SetText

    @property
    def wide(self) -> float:
        """The longest line."""
        return max(widest(self.head), widest(self.text))

    @property
    def to_text(self) -> float:
        """From the head's first baseline to the text's."""
        return self.head.height + below(self.text)

    @property
    def tall(self) -> float:
        """All its ink, from top to bottom."""
        return rise(self.head) + self.to_text + self.text.height + fall(self.text)


def note(desk: Desk, moment: Moment, places: Sequence[Place], lines: int, share: float) -> Note:
    """The words of a milestone in as narrow a column as so many lines allow, at a share of the
    caption's size."""
    theme, caption = desk.theme, desk.style.caption.scaled(share)
    colour = places[moment.place].colour if moment.place is not None else theme.soft
    face = theme.faces["title"]
    head = Type(face, face, caption.size + 2 * share, caption.leading, theme.home_ink(colour))
    for measure in _MEASURES:
        text = set_text(moment.text, caption, measure * share)
        if len(text.lines) <= lines:
            break
    # A date of birth stays on one line.
    heading = set_text(moment.head, head, max(measure * share, head.size * 2.8))
    return Note(moment, colour, heading, text)


def spaced(notes: Sequence[Note], places: Sequence[Place], ribbon: Ribbon) -> list[float] | None:
    """Where the markers stand: about in the time they took, never crowding. None when they find no
    room."""
    begins, ends, fold = max(ribbon.begins, 0.0), ribbon.width - _EDGE + 6, ribbon.centre
    at = _wished(notes, places, begins, ends)
    between = [_UNTOLD * _skipped(one, other, notes) for one, other in pairwise(notes)]
    least = [_EDGE + n.wide / 2 for n in notes]
    most = [ribbon.width - _EDGE - n.wide / 2 for n in notes]
    for _ in range(400):
        moved = 0.0
        for i, one in enumerate(notes):
            for j, apart in ((i + 1, 17.0), (i + 2, _BESIDE)):
                if j >= len(notes):
                    continue
                more = between[i] if j == i + 1 else (one.wide + notes[j].wide) / 2
                needed = apart + more
                short = needed - (at[j] - at[i])
                if short > 0.001:
                    at[i] -= short / 2
                    at[j] += short / 2
                    moved += short
            free = one.wide / 2 + _CLEAR_OF_FOLD
            if abs(at[i] - fold) < free - 0.001:
                aim = fold + math.copysign(free, at[i] - fold)
                moved += abs(aim - at[i])
                at[i] = aim
            held = min(max(at[i], least[i], begins + 14), most[i])
            moved += abs(held - at[i])
            at[i] = held
        if moved < 0.01:
            return at
    return None


def _skipped(one: Note, other: Note, notes: Sequence[Note]) -> int:
    """How many homes of which no milestone is told come between two notes."""
    here, there = one.moment.place, other.moment.place
    if here is None or there is None:
        return 0
    return len(set(range(here + 1, there)) - {note.moment.place for note in notes})


def _wished(
    notes: Sequence[Note], places: Sequence[Place], begins: float, ends: float
) -> list[float]:
    """Each home's stretch about ∝ √time and no shorter than its milestones need, these evenly
    within it."""
    runs: list[list[int]] = []
    for index, one in enumerate(notes):
        if runs and notes[runs[-1][0]].moment.place == one.moment.place:
            runs[-1].append(index)
        else:
            runs.append([index])

    def weight(run: list[int]) -> float:
        place = notes[run[0]].moment.place
        months = places[place].months if place is not None else 0
        return math.sqrt((months or 12) * len(run))

    room = ends - begins
    total = sum(weight(run) for run in runs)
    longs = [max(_LEAST_HOME, 20.0 * len(run), room * weight(run) / total) for run in runs]
    scale = room / sum(longs)
    at, x = [0.0] * len(notes), begins
    for run, long in zip(runs, longs, strict=True):
        for place, index in enumerate(run):
            at[index] = x + long * scale * (place + 0.5) / len(run)
        x += long * scale
    return at


def stretches(
    rows: Sequence[Sequence[Note]],
    at: Sequence[Sequence[float]],
    ends: Sequence[tuple[float, float]],
    places: Sequence[Place],
) -> list[list[tuple[float, str]]]:
    """Where each colour of each ribbon begins: half way between the milestones of two homes. A
    home of which no milestone is told has a stretch of its own between those beside it."""
    shown = {note.moment.place for row in rows for note in row}
    untold = [number for number in range(len(places)) if number not in shown]
    last, before = -1, 0.0
    found: list[list[tuple[float, str]]] = []
    for row, xs, (begins, _) in zip(rows, at, ends, strict=True):
        stops: list[tuple[float, str]] = []
        before = begins
        for one, x in zip(row, xs, strict=True):
            here = last if one.moment.place is None else one.moment.place
            between = [places[n].colour for n in untold if last < n < here]
            untold = [n for n in untold if n > here]
            if not stops:
                stops += _shared_out([*between, one.colour], begins, x)
            elif between or one.colour != stops[-1][1]:
                stops += _shared_out(["", *between, one.colour], before, x)[1:]
            last, before = max(last, here), x
        found.append(stops or [(begins, found[-1][-1][1])])
    left = ["", *(places[number].colour for number in untold)]
    found[-1] += _shared_out(left, before, ends[-1][1] - _OVER)[1:]
    return found


def _shared_out(colours: Sequence[str], begins: float, end: float) -> list[tuple[float, str]]:
    """Colours in equal stretches from `begins` to `end`, each with where it begins."""
    each = (end - begins) / len(colours)
    return [(begins + each * number, colour) for number, colour in enumerate(colours)]


@dataclass(frozen=True)
class Spot:
    """A note in its place: words and photo have boxes of their own."""

    note: Note
    ribbon: Ribbon
    x: float
    up: bool
    words: Area
    photo: Area | None = None


def placed(ribbon: Ribbon, notes: Sequence[Note], at: Sequence[float]) -> list[Spot]:
    """The words of the notes below and above the ribbon by turns."""
    spots: list[Spot] = []
    for index, (one, x) in enumerate(zip(notes, at, strict=True)):
        left, right = x - one.wide / 2, x + one.wide / 2
        high, low = ribbon.reach(left, right)
        edge_up, edge_low = (y for _, y in ribbon.edges(x))
        up = index % 2 == 1
        if up:
            foot = min(high - _CLEAR, edge_up - _LEADER)
            words = Area(left, foot - one.tall, right, foot)
        else:
            head = max(low + _CLEAR, edge_low + _LEADER)
            words = Area(left, head, right, head + one.tall)
        spots.append(Spot(one, ribbon, x, up, words))
    return spots


def with_photos(spots: Sequence[Spot], bounds: Area, taken: Sequence[Area]) -> list[Spot]:
    """The same spots with their photos, where there is room beyond the words."""
    boxes = [*taken, *(spot.words for spot in spots)]
    ribbons = list(dict.fromkeys(spot.ribbon for spot in spots))
    largest = 56.0 if len(spots) <= 5 else 46.0
    found: list[Spot] = []
    for spot in spots:
        others = [box for box in boxes if box is not spot.words]
        photo = _photo(spot, largest, bounds, others, ribbons)
        found.append(replace(spot, photo=photo))
        if photo:
            boxes.append(photo)
    return found


def _photo(
    spot: Spot, largest: float, bounds: Area, taken: Sequence[Area], ribbons: Sequence[Ribbon]
) -> Area | None:
    """The largest frame beyond the words that meets nothing; the tall stand narrower."""
    photo = spot.note.moment.photo
    if photo is None:
        return None
    shape = min(1.1, max(0.82, photo.ratio**0.4))
    for step in range(9):
        wide = largest * shape * 0.93**step
        tall = wide / photo.ratio
        top = spot.words.top - _TO_PHOTO - tall if spot.up else spot.words.bottom + _TO_PHOTO
        for slide in (0.0, 6.0, -6.0, 12.0, -12.0):
            left = spot.x - wide / 2 + slide
            area = Area(left, top, left + wide, top + tall)
            if _free(area, bounds, taken, ribbons):
                return area
    return None


def _free(area: Area, bounds: Area, taken: Sequence[Area], ribbons: Sequence[Ribbon]) -> bool:
    inside = (
        area.left >= bounds.left and area.right <= bounds.right
        and area.top >= bounds.top and area.bottom <= bounds.bottom
    )  # fmt: skip
    fold = ribbons[0].centre
    over_fold = area.left < fold + _CLEAR_OF_FOLD and area.right > fold - _CLEAR_OF_FOLD
    if not inside or over_fold or any(area.grown(3).meets(other) for other in taken):
        return False
    for ribbon in ribbons:
        high, low = ribbon.reach(area.left, area.right)
        if area.bottom > high - _CLEAR and area.top < low + _CLEAR:
            return False
    return True


def show(sheet: Sheet, spot: Spot) -> None:
    """Leader, words, photo, and the ring on the ribbon."""
    one = spot.note
    upper, lower = spot.ribbon.edges(spot.x)
    near, far = (upper[1], spot.words.bottom + 1.4) if spot.up else (lower[1], spot.words.top - 1.4)
    inward = 1.0 if spot.up else -1.0
    line = shapes.polyline([(spot.x, near + inward), (spot.x, far)])
    sheet.art("leader", [stroked(line, mix(one.colour, "#1F3328", 0.78), 0.8)])
    wide = spot.words.right - spot.words.left
    y = spot.words.top + rise(one.head)
    sheet.write(Role.SUBHEADING, one.head, spot.words.left, y, measure=wide, align="centre")
    sheet.write(
        Role.LABEL, one.text, spot.words.left, y + one.to_text, measure=wide, align="centre"
    )
    if spot.photo and one.moment.photo:
        sheet.photo(
            one.moment.photo, spot.photo.left, spot.photo.top, spot.photo.right - spot.photo.left
        )
    sheet.art("marker", spot.ribbon.marker(spot.x, one.colour))
