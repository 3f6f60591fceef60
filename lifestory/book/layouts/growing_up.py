"""Growing up: what one learns to do, one's rights, and whom to ask."""

from __future__ import annotations

from lifestory.book import motifs, shapes
from lifestory.book.desk import Desk
from lifestory.book.layouts import pictured
from lifestory.book.layouts.faces import called
from lifestory.book.layouts.heading import head
from lifestory.book.layouts.spoken import as_told, says, title
from lifestory.book.layouts.told_after import afterwards, meadow, told
from lifestory.book.layouts.told_rows import Told, cards, rows
from lifestory.book.ornaments import seeded
from lifestory.book.shapes import filled, stroked
from lifestory.book.sheet import Sheet
from lifestory.domain.plans import Shape
from lifestory.sharing.shared import SharedBlock

_TOPICS = ("skills", "rights", "ask")
_HIGH = 40.0
"""How tall the row of growing plants stands, in units."""


def storybook(desk: Desk, block: SharedBlock) -> None:
    """From seed to tree along the top, a card for each thing to know under it."""
    named = title(desk, block, of_passage=not block.facts)
    sheet = desk.page(named, folio=desk.theme.tint)
    top = head(sheet, named, desk.style.title)
    _growing(desk, sheet, block, top)
    told_so = [_together(group) for group in _grouped(_told(desk, block))]
    sheet, foot = cards(desk, sheet, told_so, top + _HIGH + 8, block.id)
    meadow(desk, sheet, foot, block.id)
    afterwards(desk, block, told(block))


def quiet(desk: Desk, block: SharedBlock) -> None:
    """Rows under rules; then the words and photos that go with them."""
    named = title(desk, block, of_passage=not block.facts)
    sheet = desk.page(named)
    top = head(sheet, named, desk.style.title) + 2
    sheet, foot = rows(desk, sheet, _told(desk, block), top)
    pictured.going_on(desk, sheet, block, told(block), foot + 16)


def _told(desk: Desk, block: SharedBlock) -> list[Told]:
    """A card for each fact under the head of its topic; what is true of every child where nobody
    has written it."""
    found: list[Told] = []
    rest = [one for one in block.facts if one.topic not in _TOPICS]
    for topic in _TOPICS:
        own = [as_told(desk, one).text for one in block.facts if one.topic == topic]
        own += [as_told(desk, one).text for one in rest] if topic == "skills" else []
        if topic == "ask":
            own += [", ".join(filter(None, called(desk, one))) for one in block.people]
        default = "skills-none" if topic == "skills" else f"{topic}-all"
        lines = [one for one in own if one] or list(says(desk, f"growing-up.{default}"))
        heading = says(desk, f"growing-up.{topic}")[0]
        found += [Told(heading if not number else "", one) for number, one in enumerate(lines)]
    return found


def _grouped(found: list[Told]) -> list[list[Told]]:
    """Those under one head together."""
    groups: list[list[Told]] = []
    for one in found:
        if one.heading:
            groups.append([])
        groups[-1].append(one)
    return groups


def _together(group: list[Told]) -> Told:
    """A card for young readers: all that stands under one head, a line each."""
    return Told(group[0].heading, "\n".join(one.text for one in group))


def _growing(desk: Desk, sheet: Sheet, block: SharedBlock, top: float) -> None:
    """A seed, a shoot, a young plant, a bush, a tree: the same ground under all."""
    theme, chance = desk.theme, seeded(block.id, "growing")
    foot, leaf = top + _HIGH, theme.shapes[2]
    earth = shapes.rectangle(sheet.left, foot - 4, sheet.measure, 5, 2.5)
    drawn: list[Shape] = [filled(earth, theme.land[4])]
    spots = [sheet.left + sheet.measure * share for share in (0.07, 0.25, 0.45, 0.67, 0.89)]
    drawn.append(filled(shapes.ellipse(spots[0], foot - 1.6, 2.8, 1.8), theme.homes[4]))
    for x, tall, pairs in ((spots[1], 9.0, 1), (spots[2], 18.0, 2)):
        stem = shapes.polyline([(x, foot - 3), (x, foot - 3 - tall)])
        drawn.append(stroked(stem, leaf, 1.0))
        for pair in range(pairs):
            y = foot - 3 - tall * (1 - 0.45 * pair)
            for lean in (-1, 1):
                blade = shapes.ellipse(x + lean * 3.6, y, 3.9, 1.7)
                drawn.append(filled(shapes.turned(blade, -24 * lean, x + lean * 3.6, y),
                                    theme.shapes[1]))  # fmt: skip
    drawn += motifs.tree(theme, spots[3], foot - 3, 27, leaf, theme.shapes[1])
    drawn += motifs.tree(theme, spots[4], foot - 3, _HIGH - 3, leaf, theme.shapes[1])
    for x in (spots[0] + 14, spots[2] + 14, spots[3] - 15):
        drawn += motifs.tuft(theme, chance, x, foot - 3, 5, theme.shapes[1])
    sheet.art("growing", drawn)
