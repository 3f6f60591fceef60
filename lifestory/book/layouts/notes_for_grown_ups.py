"""Notes for the adults who read with the child: how, where it comes from, who to call. Detachable:
they begin on a right-hand page and are not numbered with the book."""

from __future__ import annotations

from collections.abc import Iterable

from lifestory.book import shapes
from lifestory.book.desk import Desk
from lifestory.book.layouts.heading import head
from lifestory.book.layouts.spoken import as_told, passages, says, title
from lifestory.book.setting import set_text
from lifestory.book.shapes import stroked
from lifestory.book.sheet import Sheet
from lifestory.book.words import Paragraph, Piece
from lifestory.domain.plans import Role
from lifestory.sharing.shared import SharedBlock, SharedFact

_LAST = 262.0
_LINE = "notes-for-grown-ups"


def notes(desk: Desk, block: SharedBlock) -> None:
    """Each matter under its small head, on as many pages as they take."""
    if desk.on_left:
        desk.page(folio=None)
    named = title(desk, block)
    sheet = _page(desk, named)
    top = head(sheet, named, desk.style.title) + 4
    label = desk.style.of("strong", 12, 5.5, desk.theme.title)
    x, measure = sheet.column(4, 8)
    off, narrow = x - sheet.left, sheet.column(0, 4)[1] - 4
    for matter, words in _matters(desk, block):
        heading = matter
        text = set_text(words, desk.style.body, measure, balanced=False)
        while text.lines:
            count = text.fitting(_LAST - top - 9)
            if not count and top > 24:
                sheet, top = _page(desk), 24.0
                continue
            here, text = text.split(max(1, count))
            rule = shapes.polyline([(sheet.left, top), (sheet.right, top)])
            sheet.art("rule", [stroked(rule, desk.theme.rule, 0.25)])
            low = top + 9
            if heading:
                named_so = set_text(heading, label, narrow)
                low = sheet.write(Role.SUBHEADING, named_so, sheet.left, top + 9, measure=narrow)
                heading = ""
            end = sheet.write(Role.BODY, here, sheet.left + off, top + 9, measure=measure)
            top = max(low, end) + 7
            if text.lines:
                sheet, top = _page(desk), 24.0


storybook = quiet = notes


def _page(desk: Desk, named: str = "") -> Sheet:
    """A page without the book's number: at its foot stands what it is."""
    sheet = desk.page(named, folio=None)
    text = set_text(says(desk, f"{_LINE}.foot")[0], desk.style.caption, sheet.measure)
    sheet.write(Role.NOTE, text, sheet.left, 284.5 - text.height, measure=sheet.measure)
    return sheet


def _matters(desk: Desk, block: SharedBlock) -> Iterable[tuple[str, tuple[Paragraph, ...]]]:
    def of(topic: str) -> list[SharedFact]:
        return [one for one in block.facts if one.topic == topic]

    def plain(name: str) -> tuple[Paragraph, ...]:
        return tuple(Paragraph((Piece(one),)) for one in says(desk, f"{_LINE}.{name}"))

    known = {"call", "sources"}
    own = passages(block) + tuple(
        as_told(desk, one) for one in block.facts if one.topic not in known
    )
    if own:
        yield says(desk, f"{_LINE}.about-head")[0], own
    yield says(desk, f"{_LINE}.together-head")[0], plain("together")
    told = tuple(as_told(desk, one) for one in of("sources"))
    told += tuple(Paragraph((Piece(one),), bullet="•") for one in block.sources)
    yield says(desk, f"{_LINE}.sources-head")[0], told or plain("sources-none")
    calls = tuple(as_told(desk, one) for one in of("call"))
    yield says(desk, f"{_LINE}.call-head")[0], calls + plain("call-none")
