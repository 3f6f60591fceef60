"""Faces in round frames: a photo, else the first letter, else a quiet head and shoulders.

Source: mockups/book/SPEC "Tree": "No photo", "Not known"; never a question mark.
"""

from __future__ import annotations

from dataclasses import dataclass

from lifestory.book import shapes
from lifestory.book.desk import Desk
from lifestory.book.layouts.labels import Label, fall, rise, widest
from lifestory.book.setting import MM, SetText, fit_line, longest_word, set_text
from lifestory.book.shapes import filled, stroked
from lifestory.book.sheet import Sheet
from lifestory.book.styles import Type, mix
from lifestory.domain.plans import Outline, Role, Shape
from lifestory.letters.extents import ink
from lifestory.letters.graphemes import clusters
from lifestory.letters.shaping import set_line
from lifestory.sharing.kin import kin_word, kinds_of_kin
from lifestory.sharing.shared import SharedPerson, SharedPhoto

_LEAST_SIZE, _LEAST_PRINT = 7.0, 9.0
"""Points under which no name is set, a longer word breaks instead; and the same as it leaves the
printer, which is larger on the sheet of a small paper."""

_SQUARE = 0.02
"""By how much a square may be longer one way: its pixels are whole."""

FRAME = "#FFFDF7"
"""The frame about a face, as a mount about a print."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A round place on a sheet: its middle and radius."""

    x: float
    y: float
    r: float


def face(desk: Desk, sheet: Sheet, person: SharedPerson, spot: Spot, number: int = 0) -> None:
    """A person in their frame; `number` chooses the tint of one who shared no home."""
    if person.face:
        portrait(sheet, person.face, spot)
        return
    frame = [filled(shapes.circle(spot.x, spot.y, spot.r * 1.07), FRAME)]
    tint, ink = _tint(desk, person, number)
    if person.name and person.name_known:
        frame.append(filled(shapes.circle(spot.x, spot.y, spot.r), tint))
        sheet.art("face", frame)
        initial(desk, sheet, person.name, spot, ink)
        return
    pale = mix(desk.theme.rule, desk.theme.ground, 0.35)
    frame.append(filled(shapes.circle(spot.x, spot.y, spot.r), pale))
    frame += head_and_shoulders(spot, mix(desk.theme.soft, pale, 0.28))
    if not person.name_known:
        ring = shapes.circle(spot.x, spot.y, spot.r * 0.97)
        frame.append(stroked(ring, desk.theme.soft, 0.6, dash=(2.0, 1.6)))
    sheet.art("face", frame)


def the_child(desk: Desk, sheet: Sheet, spot: Spot) -> None:
    """The child, in a frame of their own."""
    if desk.child.face:
        portrait(sheet, desk.child.face, spot)
        return
    sun = desk.theme.shapes[4]
    frame = [
        filled(shapes.circle(spot.x, spot.y, spot.r * 1.07), FRAME),
        filled(shapes.circle(spot.x, spot.y, spot.r), mix(sun, FRAME, 0.55)),
    ]
    if not desk.child.name:
        frame += head_and_shoulders(spot, mix(desk.theme.soft, sun, 0.3))
    sheet.art("face", frame)
    initial(desk, sheet, desk.child.name, spot, desk.theme.home_text)


def portrait(sheet: Sheet, photo: SharedPhoto, spot: Spot) -> None:
    """A photo as a disc in its frame."""
    frame = [filled(shapes.circle(spot.x, spot.y, spot.r * 1.07), FRAME)]
    if abs(photo.ratio - 1) > _SQUARE:
        frame.append(filled(shapes.circle(spot.x, spot.y, spot.r), sheet.style.theme.tint))
    sheet.art("face", frame)
    in_the_round(sheet, photo, spot)


def in_the_round(sheet: Sheet, photo: SharedPhoto, spot: Spot) -> None:
    """A photo cut to a disc, which it fills from left to right, or where it is longer upwards from
    top to bottom: it lies in the middle, and no face is cut."""
    disc = shapes.circle(spot.x, spot.y, spot.r)
    wide = 2 * spot.r * min(1.0, photo.ratio)
    high = wide / photo.ratio
    sheet.photo(photo, spot.x - wide / 2, spot.y - high / 2, wide, radius=0, clip=disc)


def initial(
    desk: Desk, sheet: Sheet, name: str, spot: Spot, colour: str, role: str = "small_head"
) -> None:
    """The first letter of a name, in the middle of a disc; `role` is the theme's word for its
    face."""
    letter = _first_letter(name)
    if not letter:
        return
    names = desk.theme.faces
    face_ = Type(names[role], names[role], 10, 5, colour)
    text = fit_line(letter, face_, spot.r * 1.25, spot.r * 1.05 * MM)
    low, high = ink(set_line(text.lines[0].spans, 0.0, 0.0))
    tallest = 1.15 * spot.r * MM
    if high - low > tallest:  # letters that stand taller than Latin ones
        share = tallest / (high - low)
        text = fit_line(letter, face_, spot.r * 1.25, text.type.size * share)
        low, high = low * share, high * share
    middle = spot.y + (high + low) / 2 / MM
    sheet.write(Role.LABEL, text, spot.x - spot.r, middle, measure=2 * spot.r, align="centre")


def too_small(desk: Desk, r: float) -> bool:
    """True for a face of radius `r` in which a first letter would be smaller than any print."""
    return r * 1.4 < smallest(desk)


def _first_letter(name: str) -> str:
    """With what is written over or joined to it."""
    return next((one for one in clusters(name.strip()) if one.strip()), "")


def head_and_shoulders(spot: Spot, colour: str) -> list[Shape]:
    """Somebody, without a face."""
    r = spot.r
    head = shapes.circle(spot.x, spot.y - r * 0.2, r * 0.3)
    return [filled(head, colour), filled(_shoulders(spot.x, spot.y, r), colour)]


def _shoulders(x: float, y: float, r: float) -> Outline:
    """Within the disc: the lower corners lie on its rim."""
    return shapes.outline(
        ("M", (x - r * 0.56, y + r * 0.82)),
        ("C", (x - r * 0.54, y + r * 0.08, x + r * 0.54, y + r * 0.08, x + r * 0.56, y + r * 0.82)),
        ("C", (x + r * 0.2, y + r * 1.06, x - r * 0.2, y + r * 1.06, x - r * 0.56, y + r * 0.82)),
        ("Z", ()),
    )


def _tint(desk: Desk, person: SharedPerson, number: int) -> tuple[str, str]:
    """Ground and ink of an initial: the colour of the home they shared with the child, else a
    card's."""
    theme = desk.theme
    if person.home is not None:
        colour = theme.home_colour(person.home, person.here_now)
        return mix(colour, FRAME, 0.34), theme.home_ink(colour)
    return theme.cards[number % len(theme.cards)]


def relation(desk: Desk, person: SharedPerson) -> str:
    """What a person is to the child: "my sister"; nothing where the name says it already."""
    word = kin_word(person.kin, desk.look.band)
    name = person.name.casefold()
    if not word or word.casefold() in {name, *name.split()}:
        return ""
    match kinds_of_kin()[person.kin].before:
        case "my":
            return desk.wording.say("kin.of", kin=word)
        case "the":
            return desk.wording.say("kin.the", kin=word)
        case _:
            return word


def not_known(desk: Desk, person: SharedPerson) -> str:
    """That nobody knows the name yet, in the child's terms."""
    return desk.wording.say(f"kin.no-name-{_whose(person)}")


def _whose(person: SharedPerson) -> str:
    return person.pronouns if person.pronouns in {"she", "he"} else "they"


def called(desk: Desk, person: SharedPerson) -> tuple[str, str]:
    """The name, and what stands under it."""
    said = relation(desk, person)
    if not person.name_known:
        named = person.name or said
        return named, not_known(desk, person)
    return (person.name, said) if person.name else (said, "")


def smallest(desk: Desk) -> float:
    """Points on the sheet of the smallest print that this paper and this reader take; a hair more,
    for letters of other scripts are set a little smaller."""
    return desk.style.sized(_LEAST_PRINT, 4.0)[0] * 1.01


def fitted(
    words: str,
    type_: Type,
    measure: float,
    lines: int = 2,
    least: float = 0.5,
    smallest: float = _LEAST_SIZE,
) -> SetText:
    """Words in the largest type, down to `least` of it and to `smallest` points, in which they take
    so many lines at most and no word is broken; at the least, as many lines as they take."""
    share, least = 1.0, min(1.0, max(least, smallest / type_.size, type_.least / type_.size))
    while True:
        smaller = type_.scaled(share)
        text = set_text(words, smaller, measure)
        held = len(text.lines) <= lines and longest_word(words, smaller) <= measure
        if held or share <= least:
            return text
        share = max(least, share - 0.05)


def shallow(
    words: str, type_: Type, measure: float, deep: float, smallest: float = _LEAST_SIZE
) -> SetText:
    """Words for a pill no deeper than `deep`, smaller where they must be, down to `smallest`
    points; tall letters too."""
    least = min(1.0, max(smallest, type_.least) / type_.size)
    for wanted in (1.0, 0.9, 0.8, 0.7, 0.6, 0.5):
        share = max(wanted, least)
        smaller = type_.scaled(share)
        for lines in (2, 1):
            text = fitted(words, smaller, measure, lines, 0.7, smallest)
            if deep_of(text) <= deep and len(text.lines) <= lines:
                return text
    return text


def name_label(
    desk: Desk, person: SharedPerson, measure: float, *, size: float = 0.0, under: bool = True
) -> Label:
    """The name and what stands under it, no wider than `measure`. `size` in points stands for the
    reader's caption size."""
    name, said = called(desk, person)
    return two_lines(desk, name, said if under else "", measure, size=size)


def two_lines(desk: Desk, name: str, said: str, measure: float, *, size: float = 0.0) -> Label:
    """A name with a line under it, in the type for labels."""
    points, leading = desk.style.reader.caption
    least = smallest(desk)
    size = max(size or points, least)
    leading /= points
    names, colour = desk.theme.faces, desk.theme.home_text
    head = Type(names["small_head"], names["strong"], size, leading * size, colour)
    under = max(size * (0.84 if len(said.split()) > 4 else 0.89), least)
    small = Type(names["body"], names["strong"], under, leading * under, colour)
    set_name = fitted(name, head, measure, smallest=least)
    line = fitted(said, small, measure, 3, smallest=least) if said else set_text((), small, 10)
    return Label(set_name, line)


def write_label(sheet: Sheet, label: Label, x: float, top: float) -> float:
    """A label centred on x, its highest ink at `top`; returns its foot."""
    y = top + rise(label.name)
    wide = label.width + 1
    if label.name.lines:
        y = sheet.write(Role.LABEL, label.name, x - wide / 2, y, measure=wide, align="centre")
        y += label.to_under
    else:
        y = top + rise(label.under)
    if label.under.lines:
        last = sheet.write(Role.LABEL, label.under, x - wide / 2, y, measure=wide, align="centre")
        return last + fall(label.under)
    return y - label.to_under + fall(label.name)


def pill(sheet: Sheet, text: SetText, x: float, top: float, colour: str) -> float:
    """A name in a pill centred on x; returns its foot."""
    deep = rise(text) + text.height + fall(text) + 2.4
    wide = widest(text) + 7
    shape = shapes.rectangle(x - wide / 2, top, wide, deep, min(deep / 2, 4.6))
    sheet.art("name", [filled(shape, colour)])
    first = top + 1.2 + rise(text)
    sheet.write(Role.LABEL, text, x - wide / 2, first, measure=wide, align="centre")
    return top + deep


def deep_of(text: SetText) -> float:
    """How deep a pill about some words is."""
    return rise(text) + text.height + fall(text) + 2.4
