"""A parent of birth: a photo if there is one, kind facts first; as warm without a photo."""

from __future__ import annotations

import math
from dataclasses import replace

from lifestory.book import motifs, shapes
from lifestory.book.desk import Desk
from lifestory.book.layouts.faces import (
    Spot,
    called,
    face,
    fitted,
    head_and_shoulders,
    initial,
    not_known,
    relation,
)  # fmt: skip
from lifestory.book.layouts.heading import fit_heading, head, title_of
from lifestory.book.layouts.labels import below
from lifestory.book.layouts.told_after import (
    afterwards,
    meadow,
    over_the_people,
    said,
    told,
    under_a_list,
)  # fmt: skip
from lifestory.book.layouts.told_rows import cards, deep_of_cards, rows, tellings
from lifestory.book.setting import set_text
from lifestory.book.shapes import filled, stroked
from lifestory.book.sheet import BOTTOM, Sheet
from lifestory.book.styles import mix
from lifestory.book.words import Paragraph
from lifestory.domain.plans import Role, Shape
from lifestory.sharing.shared import SharedBlock, SharedPerson, SharedPhoto

_LEAST, _MOST = 58.0, 128.0
"""How tall the portrait stands, in units."""


def storybook(desk: Desk, block: SharedBlock) -> None:
    """The portrait and who this is, a card for each kind fact; stories and photos overleaf."""
    person = block.people[0] if block.people else None
    title = _title(desk, block, person)
    sheet = desk.page(title, folio=desk.theme.tint)
    top = head(sheet, title, desk.style.title)
    facts, words = tellings(desk, block.facts, "parent"), told(block)
    if person is None:
        words = words or said(desk.wording.say("parent.nobody"))
        top, left = over_the_people(desk, sheet, words, top, 90.0 if facts else 150.0)
        sheet, top = cards(desk, sheet, facts, top, block.id)
        meadow(desk, sheet, top, block.id)
        afterwards(desk, block, left)
        return
    photo, photos = _portrait_of(block, person)
    words = _caption(person, photo) + words
    lines = _lines(desk, person, known=bool(facts or words))
    room = BOTTOM - 10 - top - deep_of_cards(desk, facts)
    if not facts and words:
        text = set_text(words, desk.style.body, sheet.measure, sentences=desk.reader.sentence)
        room = min(room, BOTTOM - 14 - top - text.height - 2 * text.type.leading)
    tall = max(_LEAST, min(_MOST, room))
    top = _pictured(desk, sheet, person, photo, lines, top, tall) + 8
    sheet, top = cards(desk, sheet, facts, top, block.id)
    if not facts and words:
        top, words = over_the_people(desk, sheet, words, top + 4, BOTTOM - 8 - top)
    meadow(desk, sheet, top, block.id)
    rest = replace(block, photos=photos, weights=block.weights[len(block.photos) - len(photos) :])
    afterwards(desk, rest, words)


def _title(desk: Desk, block: SharedBlock, person: SharedPerson | None) -> str:
    named = called(desk, person)[0] if person else ""
    title = title_of(desk, block, person=named[:1].upper() + named[1:])
    return title or desk.wording.say("tree.birth")


def _portrait_of(
    block: SharedBlock, person: SharedPerson
) -> tuple[SharedPhoto | None, tuple[SharedPhoto, ...]]:
    """The person's own portrait, else the first photo of the page; and the photos left."""
    if person.portrait:
        same = [one for one in block.photos if one.id == person.portrait.id]
        return person.portrait, tuple(one for one in block.photos if one not in same)
    return (block.photos[0], block.photos[1:]) if block.photos else (None, ())


def _caption(person: SharedPerson, photo: SharedPhoto | None) -> tuple[Paragraph, ...]:
    """What stands under a photo that takes the portrait's place, to be told with the words."""
    own = photo is None or photo == person.portrait
    return () if own or photo is None or not photo.caption else said(photo.caption)


def _lines(desk: Desk, person: SharedPerson, *, known: bool) -> list[str]:
    """Who this is to the child, and gently what is not known."""
    found = [relation(desk, person)]
    if not person.name_known:
        found.append(not_known(desk, person))
    elif not person.portrait:
        found.append(desk.wording.say("parent.no-photo"))
    if not known and person.name_known:
        name = called(desk, person)[0]
        found.append(desk.wording.say("parent.nothing-yet", person=name))
    return [one for one in found if one]


def _pictured(
    desk: Desk,
    sheet: Sheet,
    person: SharedPerson,
    photo: SharedPhoto | None,
    lines: list[str],
    top: float,
    tall: float,
) -> float:
    """The portrait, or a wreath about the first letter, with the lines beside it; returns the
    foot."""
    if photo:
        wide = min(tall * photo.ratio, sheet.measure * 0.6)
        foot = sheet.mounted(photo, sheet.left, top, wide, border=4.0)
    else:
        wide = min(tall, sheet.measure * 0.52)
        foot = _wreath(desk, sheet, person, Spot(sheet.left + wide / 2, top + wide / 2, wide / 2))
    x = sheet.left + wide + 9
    measure = sheet.right - x
    body = desk.style.body
    smaller = replace(body, size=body.size * 0.85, leading=body.leading * 0.85)
    texts = [fitted(one, smaller, measure, 5) for one in lines]
    deep = sum(text.height + text.type.leading * 1.4 for text in texts)
    y = top + max(smaller.leading, (foot - top - deep) / 2 + smaller.leading)
    for number, text in enumerate(texts):
        y += below(text) - text.type.leading if number == 0 else 0.0
        y = sheet.write(Role.BODY, text, x, y, measure=measure) + text.type.leading * 1.4
    return max(foot, y - smaller.leading * 1.2)


def _wreath(desk: Desk, sheet: Sheet, person: SharedPerson, spot: Spot) -> float:
    """A wreath of leaves about the first letter, or about somebody whose name nobody knows."""
    theme = desk.theme
    inner = Spot(spot.x, spot.y, spot.r * 0.66)
    greens = (theme.shapes[1], theme.shapes[2], theme.shapes[3])
    drawn: list[Shape] = [
        stroked(shapes.circle(spot.x, spot.y, spot.r * 0.83), theme.shapes[2], 0.9)
    ]
    count = 18
    for step in range(count):
        degrees = 360 * step / count
        turn = math.radians(degrees)
        reach = spot.r * (0.86 if step % 2 else 0.8)
        at = (spot.x + reach * math.cos(turn), spot.y + reach * math.sin(turn))
        lean = degrees + 90 + (34 if step % 2 else -34)
        green = greens[step % 3]
        drawn += motifs.mark(theme, *at, spot.r * 0.3, lean, green, mix(green, theme.ground, 0.6))
        if step % 6 == 3:
            drawn.append(filled(shapes.circle(*at, spot.r * 0.055), theme.shapes[5]))
    tint, ink = theme.cards[0]
    drawn.append(filled(shapes.circle(inner.x, inner.y, inner.r), tint))
    if person.name and person.name_known:
        sheet.art("wreath", drawn)
        initial(desk, sheet, person.name, inner, ink)
    else:
        drawn += head_and_shoulders(inner, mix(ink, tint, 0.3))
        sheet.art("wreath", drawn)
    return spot.y + spot.r


def quiet(desk: Desk, block: SharedBlock) -> None:
    """The photo beside the name, rows for what is told, then the words."""
    person = block.people[0] if block.people else None
    title = _title(desk, block, person)
    sheet = desk.page(title)
    if person is None:
        top = head(sheet, title, desk.style.title)
        words = told(block) or said(desk.wording.say("parent.nobody"))
        sheet, low = rows(desk, sheet, tellings(desk, block.facts, "parent"), top + 2)
        under_a_list(desk, sheet, block, words, (low + 12 if block.facts else top + 6))
        return
    photo, photos = _portrait_of(block, person)
    facts = tellings(desk, block.facts, "parent")
    words = _caption(person, photo) + told(block)
    x, measure = sheet.column(4, 8)
    narrow = sheet.column(0, 4)[1] - 5
    if photo:
        foot = sheet.photo(photo, sheet.left, 24.0, narrow, keyline=False)
    else:
        r = narrow / 2
        face(desk, sheet, person, Spot(sheet.left + r, 24.0 + r, r * 0.93))
        foot = 24.0 + narrow
    heading = fit_heading(title, desk.style.title, measure)
    low = sheet.write(Role.HEADING, heading, x, 34.0, measure=measure)
    top = low + 12
    for line in _lines(desk, person, known=bool(facts or words)):
        text = set_text(line, desk.style.body, measure)
        top = sheet.write(Role.BODY, text, x, top, measure=measure) + text.type.leading * 1.25
    sheet, top = rows(desk, sheet, facts, max(foot + 12, top + 4))
    rest = replace(block, photos=photos, weights=block.weights[len(block.photos) - len(photos) :])
    under_a_list(desk, sheet, rest, words, top + 12)
