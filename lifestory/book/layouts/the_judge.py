"""The judge: the court, the day, and what was decided; that it was never the child's to decide."""

from __future__ import annotations

from lifestory.book import motifs, shapes
from lifestory.book.desk import Desk
from lifestory.book.layouts.faces import Spot, called, face, fitted, pill
from lifestory.book.layouts.flowing import flow
from lifestory.book.layouts.heading import head, title_of
from lifestory.book.layouts.labels import widest
from lifestory.book.layouts.people_list import lines
from lifestory.book.layouts.told_after import said, told
from lifestory.book.ornaments import seeded
from lifestory.book.setting import set_text
from lifestory.book.shapes import filled, stroked
from lifestory.book.sheet import Sheet
from lifestory.book.styles import Type, mix
from lifestory.book.words import Paragraph, Piece
from lifestory.domain.dates import date_in_words
from lifestory.domain.plans import Outline, Shape
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
    """A court house: steps, columns, a gable with scales in it or the judge's face; returns its
    foot."""
    theme, chance = desk.theme, seeded(block.id, "court")
    x, foot = sheet.middle, top + _HIGH
    wide = min(sheet.measure * 0.74, 150.0)
    left, right = x - wide / 2, x + wide / 2
    stone = mix(theme.shapes[6], theme.ground, 0.85)
    shade = mix(theme.cards[0][1], stone, 0.22)
    roof = mix(theme.title, theme.ground, 0.75)
    sky = mix(theme.shapes[7], theme.ground, 0.65)
    drawn = [filled(_dome(x, foot, sheet.measure / 2, _HIGH * 0.86), sky)]
    for spot, tall in ((left - 9, 34), (right + 10, 40), (right + 24, 26), (left - 22, 24)):
        drawn += motifs.tree(theme, spot, foot, tall, theme.shapes[2], theme.shapes[1])
    body_top = top + 34
    drawn += [
        filled(shapes.rectangle(left + 4, body_top, wide - 8, foot - body_top - 8), stone),
        filled(shapes.polygon([(left - 3, body_top), (x, top + 4), (right + 3, body_top)]), roof),
        filled(shapes.polygon([(left + 12, body_top - 3.4), (x, top + 10.5),
                               (right - 12, body_top - 3.4)]), mix(roof, theme.ground, 0.62)),
        filled(shapes.rectangle(left - 1, body_top - 1, wide + 2, 6), shade),
    ]  # fmt: skip
    for step in range(3):
        reach = wide / 2 - 2 + step * 4.5
        y = foot - 8 + step * 2.8
        drawn.append(filled(shapes.rectangle(x - reach, y, 2 * reach, 3.2, 0.6),
                            mix(shade, stone, 0.35 + 0.3 * step)))  # fmt: skip
    door = shapes.rectangle(x - 10, foot - 40, 20, 32.5, 9)
    glow = shapes.rectangle(x - 7.6, foot - 37.6, 15.2, 30.1, 7)
    drawn += [filled(door, theme.home_today), filled(glow, theme.shapes[4]),
              stroked(shapes.polyline([(x, foot - 37), (x, foot - 7.6)]), theme.home_today, 1.0),
              filled(shapes.circle(x - 2.4, foot - 21, 0.9), theme.home_today),
              filled(shapes.circle(x + 2.4, foot - 21, 0.9), theme.home_today)]  # fmt: skip
    for share in (-0.4, -0.235, 0.235, 0.4):
        at = x + wide * share
        drawn += [
            filled(shapes.rectangle(at - 4.2, body_top + 5, 8.4, foot - 13 - body_top),
                   mix(stone, "#FFFFFF", 0.35)),
            stroked(shapes.polyline([(at + 2.2, body_top + 9), (at + 2.2, foot - 10)]), shade, 0.7),
            filled(shapes.rectangle(at - 6, body_top + 5, 12, 3, 0.8), shade),
            filled(shapes.rectangle(at - 6, foot - 10.6, 12, 2.8, 0.8), shade),
        ]  # fmt: skip
    for share in (-0.318, 0.318):
        pane = shapes.rectangle(x + wide * share - 4.6, body_top + 15, 9.2, 18, 4.4)
        drawn.append(filled(pane, mix(theme.shapes[4], theme.ground, 0.6)))
    for _ in range(9):
        at = chance.uniform(sheet.left, sheet.right)
        if abs(at - x) > wide / 2 + 7:
            drawn += motifs.tuft(theme, chance, at, foot + 0.6, 6, theme.shapes[1])
    judge = block.people[0] if block.people else None
    if judge is None or not (judge.face or judge.name):
        drawn += _scales(x, body_top - 13.0, mix(theme.ground, "#FFFFFF", 0.5))
    sheet.art("court", drawn, "A court house with a lit door.")
    if judge is not None and (judge.face or judge.name):
        face(desk, sheet, judge, Spot(x, body_top - 6, 14.0), 1)
        points, leading = desk.style.reader.caption
        names = theme.faces
        type_ = Type(names["small_head"], names["strong"], points * 0.85, leading * 0.85,
                     theme.home_text)  # fmt: skip
        text = fitted(called(desk, judge)[0], type_, wide - 20)
        if text.lines:
            pill(sheet, text, x, body_top + 10, "#FFFFFF")
    return foot + 6


def _dome(x: float, foot: float, reach: float, high: float) -> Outline:
    k = 0.5522847498
    return shapes.outline(
        ("M", (x - reach, foot)),
        ("C", (x - reach, foot - high * k, x - reach * k, foot - high, x, foot - high)),
        ("C", (x + reach * k, foot - high, x + reach, foot - high * k, x + reach, foot)),
        ("Z", ()),
    )


def _scales(x: float, y: float, colour: str) -> list[Shape]:
    """A pair of scales, level."""
    arm = 8.0
    drawn = [
        stroked(shapes.polyline([(x, y - 6), (x, y + 7)]), colour, 0.9),
        stroked(shapes.polyline([(x - arm, y - 4), (x + arm, y - 4)]), colour, 0.9),
        stroked(shapes.polyline([(x - 4, y + 7), (x + 4, y + 7)]), colour, 0.9),
    ]
    for side in (-1, 1):
        at = x + side * arm
        bowl = shapes.outline(
            ("M", (at - 3.6, y + 2)),
            ("C", (at - 3, y + 5.4, at + 3, y + 5.4, at + 3.6, y + 2)),
            ("Z", ()),
        )
        strings = shapes.polyline([(at - 3.4, y + 2), (at, y - 4), (at + 3.4, y + 2)])
        drawn += [stroked(strings, colour, 0.4), filled(bowl, colour)]
    return drawn


def quiet(desk: Desk, block: SharedBlock) -> None:
    """Who decided, when, and the words."""
    day, decided = _over(desk, block)
    lines(desk, block, "judge.told", under=day, otherwise=_words(desk, block, decided))
