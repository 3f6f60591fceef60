"""Promises: the pledge the council made to this child, one promise after the other."""

from __future__ import annotations

from lifestory.book import motifs, ornaments, shapes
from lifestory.book.desk import Desk
from lifestory.book.layouts import pictured
from lifestory.book.layouts.heading import head
from lifestory.book.layouts.labels import fall, rise
from lifestory.book.layouts.spoken import as_told, ruled, says, title
from lifestory.book.layouts.told_after import afterwards, meadow, told
from lifestory.book.ornaments import WHITE, seeded
from lifestory.book.setting import SetText, set_text
from lifestory.book.shapes import filled, stroked
from lifestory.book.sheet import BOTTOM, Sheet
from lifestory.book.styles import mix
from lifestory.domain.plans import Role, Shape
from lifestory.sharing.shared import SharedBlock

_PAD, _GAP, _MARK = 10.5, 6.0, 17.0
_RULED = 15.0


def storybook(desk: Desk, block: SharedBlock) -> None:
    """A scroll with a leaf for each promise, as many pages as they take; room to write them where
    none is known."""
    called = title(desk, block, of_passage=not block.facts)
    sheet = desk.page(called, folio=desk.theme.tint)
    top = head(sheet, called, desk.style.title)
    lead = set_text(_lead(desk), desk.style.body, sheet.measure)
    first = top + desk.style.body.leading * 0.5
    top = sheet.write(Role.BODY, lead, sheet.left, first, measure=sheet.measure)
    top += fall(lead) + 6
    texts = [set_text((as_told(desk, one),), desk.style.body, sheet.measure - _PAD * 2 - _MARK)
             for one in block.facts]  # fmt: skip
    if not texts:
        _room(desk, sheet, block, top)
    while texts:
        here, texts = _that_fit(texts, BOTTOM - 8 - top)
        foot = _scroll(desk, sheet, block, here, top)
        if texts:
            sheet, top = desk.page(folio=desk.theme.tint), 24.0
        else:
            meadow(desk, sheet, foot, block.id)
    afterwards(desk, block, told(block))


def _lead(desk: Desk) -> str:
    """Who made the promises; of a child who was adopted no council brings them up any more."""
    return says(desk, "my-promises.adopted" if desk.child.adopted else "my-promises.lead")[0]


def _deep(text: SetText) -> float:
    return rise(text) + text.height + fall(text)


def _that_fit(texts: list[SetText], room: float) -> tuple[list[SetText], list[SetText]]:
    """The promises that stand within `room`, and the rest; one longer than a page in pieces."""
    room -= 2 * _PAD
    used, count = 0.0, 0
    for text in texts:
        used += _deep(text) + (_GAP if count else 0.0)
        if used > room:
            break
        count += 1
    if count:
        return texts[:count], texts[count:]
    fitting = texts[0].fitting(room - rise(texts[0]) - fall(texts[0]))
    here, rest = texts[0].split(max(1, fitting))
    return [here], [*([rest] if rest.lines else []), *texts[1:]]


def _scroll(
    desk: Desk, sheet: Sheet, block: SharedBlock, texts: list[SetText], top: float
) -> float:
    """A sheet of paper with a stitched edge and a promise to each mark; returns its foot."""
    theme, chance = desk.theme, seeded(block.id, "promises", sheet.side, len(texts))
    deep = sum(map(_deep, texts)) + _GAP * (len(texts) - 1) + 2 * _PAD
    room = BOTTOM - 8 - top - deep
    more = min(9.0, max(0.0, room) / (len(texts) + 1))
    deep += more * (len(texts) - 1)
    paper = ornaments.card(chance, sheet.left, top, sheet.measure, deep)
    seam = shapes.rectangle(sheet.left + 3, top + 3, sheet.measure - 6, deep - 6, 3)
    sheet.art("promises", [
        filled(shapes.moved(paper, 1.2, 2.0), theme.title, 0.14), filled(paper, WHITE),
        stroked(seam, theme.shapes[1], 0.5, dash=(2.4, 2.2)),
    ])  # fmt: skip
    x, y = sheet.left + _PAD + _MARK, top + _PAD
    marks: list[Shape] = []
    for number, text in enumerate(texts):
        colour = (theme.shapes[2], theme.shapes[5], theme.shapes[4])[number % 3]
        at = y + rise(text) * 0.52
        marks += motifs.mark(
            theme, sheet.left + _PAD + 5, at, 12, -24, colour, mix(colour, WHITE, 0.5)
        )
        sheet.write(Role.BODY, text, x, y + rise(text), measure=sheet.right - _PAD - x)
        y += _deep(text) + _GAP + more
    sheet.art("marks", marks)
    return top + deep


def _room(desk: Desk, sheet: Sheet, block: SharedBlock, top: float) -> None:
    """Nothing is known yet: lines to write the promises on."""
    theme, chance = desk.theme, seeded(block.id, "promises")
    text = set_text(says(desk, "my-promises.none")[0], desk.style.caption,
                    sheet.measure - 2 * _PAD)  # fmt: skip
    low = BOTTOM - 8
    paper = ornaments.card(chance, sheet.left, top, sheet.measure, low - top)
    drawn = [filled(shapes.moved(paper, 1.2, 2.0), theme.title, 0.14), filled(paper, WHITE)]
    x, right = sheet.left + _PAD, sheet.right - _PAD
    y = top + _PAD + rise(text) + text.height + fall(text) + 3
    while (y := y + _RULED) < low - 5:
        line = shapes.polyline([(x + 14, y), (right, y)])
        drawn.append(stroked(line, mix(theme.shapes[1], WHITE, 0.6), 0.35))
        drawn += motifs.mark(theme, x + 4, y - 3, 9, -24, theme.shapes[0], WHITE)
    sheet.art("room for promises", drawn)
    sheet.write(Role.LABEL, text, x, top + _PAD + rise(text), measure=right - x)


def quiet(desk: Desk, block: SharedBlock) -> None:
    """The promises numbered, in rows; then the words and photos that go with them."""
    called = title(desk, block, of_passage=not block.facts)
    sheet = desk.page(called)
    top = head(sheet, called, desk.style.title)
    lead = set_text(_lead(desk), desk.style.body, sheet.column(0, 9)[1])
    low = sheet.write(Role.BODY, lead, sheet.left, top + 4, measure=sheet.measure)
    if not block.facts and not block.passages:
        none = set_text(says(desk, "my-promises.none")[0], desk.style.caption, sheet.measure)
        low = sheet.write(Role.NOTE, none, sheet.left, low + 12, measure=sheet.measure)
        ruled(desk, sheet, low + 14)
    sheet, foot = _numbered(desk, sheet, block, low + 12)
    pictured.going_on(desk, sheet, block, told(block), foot + 16)


def _numbered(desk: Desk, sheet: Sheet, block: SharedBlock, top: float) -> tuple[Sheet, float]:
    """Each promise beside its number, a rule over it; returns the last page and the foot."""
    theme = desk.theme
    figures = desk.style.of("numeral", 24, 10, theme.title)
    off = sheet.column(2, 1)[0] - sheet.left
    measure = sheet.column(2, 8)[1]
    for number, one in enumerate(block.facts, 1):
        figure = set_text(f"{number}", figures, off)
        text = set_text((as_told(desk, one),), desk.style.body, measure, balanced=False)
        while text.lines:
            count = text.fitting(BOTTOM - 4 - top - 11)
            if not count and top > 24:
                sheet, top = desk.page(), 24.0
                continue
            here, text = text.split(max(1, count))
            line = shapes.polyline([(sheet.left, top), (sheet.right, top)])
            sheet.art("rule", [stroked(line, theme.rule, 0.25)])
            first = top + 6 + rise(figure)
            if figure.lines:
                sheet.write(Role.LABEL, figure, sheet.left, first)
            low = sheet.write(Role.BODY, here, sheet.left + off, first, measure=measure)
            figure, top = set_text("", figures, off), low + 8
            if text.lines:
                sheet, top = desk.page(), 24.0
    return sheet, top
