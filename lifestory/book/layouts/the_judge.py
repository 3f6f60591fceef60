"""The judge: the court, the day, and what was decided; that it was never the child's to decide."""

from __future__ import annotations

from lifestory.book import motifs, shapes
from lifestory.book.desk import Desk
from lifestory.book.layouts.court import COURT, court_house, in_colour, in_flat
from lifestory.book.layouts.faces import Spot, called, face, fitted, pill, smallest
from lifestory.book.layouts.flowing import flow
from lifestory.book.layouts.framing import overleaf
from lifestory.book.layouts.heading import head, title_of
from lifestory.book.layouts.labels import widest
from lifestory.book.layouts.reading import LAST, Column, running_text
from lifestory.book.layouts.told_after import said, told
from lifestory.book.ornaments import seeded
from lifestory.book.setting import set_text
from lifestory.book.shapes import filled
from lifestory.book.sheet import Sheet
from lifestory.book.styles import Type, mix
from lifestory.book.words import Paragraph, Piece
from lifestory.domain.dates import date_in_words
from lifestory.domain.plans import Outline, Role
from lifestory.sharing.shared import SharedBlock

_HIGH = 92.0
"""How tall the court stands, in units."""


def storybook(desk: Desk, block: SharedBlock) -> None:
    """The court house with its lit door, then the words; photos of the day overleaf."""
    title = title_of(desk, block)
    sheet = desk.page(title, folio=desk.theme.tint)
    top = head(sheet, title, desk.style.title)
    day, decided = _over(desk, block)
    top = _day(desk, sheet, day, top - 1.5)
    foot = _court(desk, sheet, block, top)
    first = foot + desk.style.body.leading * 0.8
    flow(desk, sheet, first, _words(desk, block, decided), (), (), block.id)
    if block.photos:
        after = desk.page(folio=desk.theme.tint)
        flow(desk, after, 20.0, (), block.photos, block.weights, block.id)


def _words(desk: Desk, block: SharedBlock, decided: tuple[Paragraph, ...]) -> tuple[Paragraph, ...]:
    """What was decided and what was written; else what is true of every judge, and whose job it
    was to decide."""
    words = decided + told(block)
    if words:
        return words
    mine = Paragraph((Piece(desk.wording.say("judge.not-fault"), strong=True),))
    return (*said(desk.wording.say("judge.told")), mine)


def _over(desk: Desk, block: SharedBlock) -> tuple[str, tuple[Paragraph, ...]]:
    """The day, with what was decided where the two take one line; and what is left to be told."""
    days = [date_in_words(one.when) for one in block.milestones if one.when.span()]
    said_of_it = [one.text for one in block.milestones if one.text]
    both = ", ".join([*said_of_it[:1], *days[:1]])
    line = set_text(both, desk.style.small_head, desk.measure - 14)
    if len(line.lines) <= 1:
        return both, tuple(part for text in said_of_it[1:] for part in said(text))
    return "".join(days[:1]), tuple(part for text in said_of_it for part in said(text))


def _day(desk: Desk, sheet: Sheet, day: str, top: float) -> float:
    """The day in court in a pill, where it is known."""
    if not day:
        return top
    text = fitted(day, desk.style.small_head, sheet.measure - 14, 1)
    return pill(sheet, text, sheet.left + (widest(text) + 7) / 2, top, desk.theme.cards[0][0]) + 6


def _court(desk: Desk, sheet: Sheet, block: SharedBlock, top: float) -> float:
    """The court house, with the judge's face in its gable where there is one; returns its foot."""
    theme = desk.theme
    x, foot = sheet.middle, top + _HIGH
    wide = min(sheet.measure * 0.74, 150.0)
    judge = block.people[0] if block.people else None
    shown = judge is not None and bool(judge.face or judge.name)
    drawn = [filled(_dome(x, foot, sheet.measure / 2, _HIGH * 0.86),
                    mix(theme.shapes[7], theme.ground, 0.65))]  # fmt: skip
    chance = seeded(block.id, "court")
    for spot, tall in ((-wide / 2 - 9, 34), (wide / 2 + 10, 40), (wide / 2 + 24, 26),
                       (-wide / 2 - 22, 24)):  # fmt: skip
        drawn += motifs.tree(theme, x + spot, foot, tall, theme.shapes[2], theme.shapes[1])
    drawn += court_house(in_colour(theme), x, top, foot, wide, scales=not shown)
    for _ in range(9):
        at = chance.uniform(sheet.left, sheet.right)
        if abs(at - x) > wide / 2 + 7:
            drawn += motifs.tuft(theme, chance, at, foot + 0.6, 6, theme.shapes[1])
    sheet.art("court", drawn, COURT)
    if judge is not None and shown:
        gable = top + 34
        face(desk, sheet, judge, Spot(x, gable - 6, 14.0), 1)
        points, leading = desk.style.reader.caption
        size, names = max(points * 0.85, smallest(desk)), theme.faces
        type_ = Type(names["small_head"], names["strong"], size, leading * size / points,
                     theme.home_text)  # fmt: skip
        text = fitted(called(desk, judge)[0], type_, wide - 20, smallest=smallest(desk))
        if text.lines:
            pill(sheet, text, x, gable + 10, "#FFFFFF")
    return foot + 6


def _dome(x: float, foot: float, reach: float, high: float) -> Outline:
    k = 0.5522847498
    return shapes.outline(
        ("M", (x - reach, foot)),
        ("C", (x - reach, foot - high * k, x - reach * k, foot - high, x, foot - high)),
        ("C", (x + reach * k, foot - high, x + reach, foot - high * k, x + reach, foot)),
        ("Z", ()),
    )


def quiet(desk: Desk, block: SharedBlock) -> None:
    """The court in flat colours on a band across the page; who decided and when in the column, the
    words beside it, and large what is true whatever was decided."""
    title = title_of(desk, block)
    sheet = desk.page(title)
    top = head(sheet, title, desk.style.title)
    day, decided = _over(desk, block)
    words = decided + told(block)
    theme, deep = desk.theme, 92.0
    band = shapes.rectangle(-5, top, sheet.width + 10, deep)
    wide = min(sheet.measure * 0.72, 150.0)
    drawn = court_house(in_flat(theme), sheet.middle, top + 8, top + deep - 3, wide, scales=True)
    sheet.art("court", [filled(band, theme.tint), *drawn], COURT)
    low = top + deep + 18
    x, measure = sheet.column(4, 8)
    narrow = sheet.column(0, 4)[1] - 7
    _who(desk, sheet, block, day, low, narrow)
    words = words or said(desk.wording.say("judge.told"))
    text = set_text(words, desk.style.body, measure, balanced=False)
    large = desk.style.of("title", 26, 11, theme.title)
    moral = set_text(desk.wording.say("judge.not-fault"), large, measure)
    sources = tuple(dict.fromkeys(one for passage in block.passages for one in passage.sources))
    off = x - sheet.left
    sheet, low = running_text(desk, sheet, text, Column(off, measure, low), sources)
    if low + 36 + moral.height <= LAST:
        bar = shapes.rectangle(x, low + 17, 22, 1.4)
        sheet.art("bar", [filled(bar, theme.accent)])
        sheet.write(Role.BODY, moral, x, low + 34, measure=measure)
    overleaf(desk, block.photos, block.weights)


def _who(desk: Desk, sheet: Sheet, block: SharedBlock, day: str, top: float, narrow: float) -> None:
    """The judge's face where there is a photo, the name, and the day."""
    theme, least = desk.theme, smallest(desk)
    judge = block.people[0] if block.people else None
    y = top
    if judge is not None and judge.face:
        r = min(20.0, narrow / 2.2)
        face(desk, sheet, judge, Spot(sheet.left + r * 1.07, top - 4 + r * 1.07, r))
        y = top + 2.14 * r + 6
    bold = desk.style.of("strong", 14, 6, theme.title)
    plain = desk.style.of("body", 12.5, 5.8, theme.ink)
    for words, type_ in ((called(desk, judge)[0] if judge else "", bold), (day, plain)):
        text = fitted(words, type_, narrow, 3, smallest=least)
        if words:
            y = sheet.write(Role.LABEL, text, sheet.left, y) + type_.leading * 1.3
