"""A home on the way: with whom, from when to when, what it was like."""

from __future__ import annotations

from lifestory.book import shapes
from lifestory.book.arranging import MOST_AT_ONCE
from lifestory.book.desk import Desk
from lifestory.book.layouts.flowing import flow
from lifestory.book.layouts.framing import frame, overleaf, place, told_apart
from lifestory.book.layouts.heading import fit_heading, head, title_of
from lifestory.book.layouts.reading import LAST, TO_SOURCES, Column, running_text
from lifestory.book.layouts.rows import rows_beside
from lifestory.book.setting import MM, set_text
from lifestory.book.shapes import filled
from lifestory.book.sheet import Sheet
from lifestory.book.styles import mix
from lifestory.book.words import Paragraph, Piece, parse
from lifestory.domain.dates import Age, age_in_words
from lifestory.domain.plans import Role
from lifestory.letters.shaping import width
from lifestory.sharing.names import listed
from lifestory.sharing.shared import SharedBlock, SharedHome

_LEAST_PHOTOS = 58.0
"""The least height of the photos over a text, in mm; under it the text goes on overleaf."""


def storybook(desk: Desk, block: SharedBlock) -> None:
    """Title, the ages of the stay in the home's colour, pictures and words."""
    if _is_bare(block):
        return
    home = _home(block)
    title = _title(desk, block, home)
    sheet = desk.page(title, folio=desk.theme.tint)
    top = head(sheet, title, desk.style.title)
    top = _stay(desk, sheet, home, top - 1.5) if home else top
    words = _words(desk, block)
    flow(desk, sheet, top, words, block.photos, block.weights, block.id)


def _is_bare(block: SharedBlock) -> bool:
    """True for a page without a home, and with nothing else that could be shown."""
    return not (block.homes or block.photos or block.passages)


def _home(block: SharedBlock) -> SharedHome | None:
    return block.homes[0] if block.homes else None


def _title(desk: Desk, block: SharedBlock, home: SharedHome | None) -> str:
    """One lives with people; a house, or a phrase for one, is called what it is called."""
    if home is None:
        return dict(block.wording).get("title", "") or desk.wording.say("home.unnamed")
    named = title_of(desk, block, home=home.name)
    own = dict(block.wording).get("title", "")
    return named if own or home.of_people else desk.wording.home(home)


def _words(desk: Desk, block: SharedBlock) -> tuple[Paragraph, ...]:
    words = tuple(part for passage in block.passages for part in parse(passage.text))
    if words or block.photos:
        return words
    today = any(home.here_now for home in block.homes)
    line = "home.nothing-yet-today" if today else "home.nothing-yet"
    return (Paragraph((Piece(desk.wording.say(line)),)),)


def _stay(desk: Desk, sheet: Sheet, home: SharedHome, top: float) -> float:
    """When it was home, as a pill in the home's own colour; returns where the frame begins."""
    theme = desk.theme
    colour = theme.home_colour(home.order, home.here_now)
    type_ = desk.style.of("small_head", 18, 7, theme.home_ink(colour))
    text = set_text(desk.wording.stay(home), type_, sheet.measure - 16)
    across = max(width(line.spans) for line in text.lines) / MM + 16
    tall = 9.5 + text.height
    sheet.art(
        "stay",
        [
            filled(
                shapes.rectangle(sheet.left, top, across, tall, 4.75),
                mix(colour, theme.ground, 0.2),
            ),
            filled(shapes.circle(sheet.left + 6.2, top + 4.75, 1.9), colour),
        ],
    )
    sheet.write(Role.LABEL, text, sheet.left + 11, top + 6.9)
    return top + tall + 8


def quiet(desk: Desk, block: SharedBlock) -> None:
    """Facts of the stay in the outer column; title, words and photos beside it."""
    if _is_bare(block):
        return
    home, theme = _home(block), desk.theme
    title = _title(desk, block, home)
    sheet = desk.page(title)
    x, measure = sheet.column(3, 5) if sheet.broad else sheet.column(4, 8)
    top = 20.0
    label = desk.style.of("strong", 12, 5.5, theme.title)
    left = rows_beside(desk, sheet, _rows(desk, home) if home else [], 24.0)
    photos, captions = told_apart(desk, block.photos)
    told = captions + _words(desk, block) + left
    words = set_text(told, desk.style.body, measure, balanced=False)
    heading = fit_heading(title, desk.style.title, measure)
    sources = tuple(source for passage in block.passages for source in passage.sources)
    here, more = slice(MOST_AT_ONCE), slice(MOST_AT_ONCE, None)
    if photos and sheet.broad:
        at, wide = sheet.column(8, 4)
        framed = frame(desk, photos[here], block.weights[here], wide - 6, LAST - 20)
        place(sheet, framed, at + 6, 20.0)
        top = 36.0
    elif photos:
        below = TO_SOURCES if sources else 0.0
        room = LAST - 20 - 22 - 13 - 16 - heading.height - words.height - below
        tall = min(130.0, room) if room >= _LEAST_PHOTOS else 100.0
        framed = frame(desk, photos[here], block.weights[here], measure, tall)
        top = place(sheet, framed, x, 20.0) + 22
    else:
        top = 46.0
    if desk.part_title:
        sheet.write(Role.LABEL, set_text(desk.part_title, label, measure), x, top - 2)
    low = sheet.write(Role.HEADING, heading, x, top + 13 + heading.rise)
    running_text(
        desk,
        sheet,
        words,
        Column(x - sheet.left, measure, low + 16),
        tuple(dict.fromkeys(sources)),
    )
    overleaf(desk, photos[more], block.weights[more])


def _rows(desk: Desk, home: SharedHome) -> list[tuple[str, str, str]]:
    people = listed([person.name for person in home.people if person.name])
    rows = []
    if people:
        rows.append((desk.wording.say("home.with"), people, ""))
    if home.start is not None:
        rows.append((desk.wording.say("home.from"), _age_or_birth(desk, home.start), ""))
    if home.end is not None:
        rows.append((desk.wording.say("home.until"), age_in_words(Age(home.end)), ""))
    if home.start is None and home.end is None and not home.here_now:
        rows.append((desk.wording.say("home.when"), desk.wording.say("homes.not-known"), ""))
    if home.place:
        rows.append((desk.wording.say("home.where"), home.place, ""))
    return rows


def _age_or_birth(desk: Desk, months: int) -> str:
    return age_in_words(Age(months)) if months else desk.wording.say("home.birth")
