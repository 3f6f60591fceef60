"""The test print: two numbered sheets that show whether the printer turns them as the book needs.

Nothing of a child is on it.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from lifestory.book import shapes
from lifestory.book.imposition import turned_on
from lifestory.book.mistakes import Where
from lifestory.book.papers import Paper, paper
from lifestory.book.printers import Printer
from lifestory.book.setting import MM, fit_text, set_text
from lifestory.book.shapes import stroked
from lifestory.book.sheet import Sheet, Side
from lifestory.book.styles import Style, style
from lifestory.domain.plans import PagePlan, Role
from lifestory.domain.readers import Band

SHEETS = 2
_FILE = ("wording", "test-print.toml")
_TEXTS, _WAYS = ("title", "long", "short"), ("folded", "both-sides", "one-side")
_PAGES, _BRACES = ("first", "second", "last"), ("edge", "other", "last")
_LINE = 50.0
"""The line to measure, in mm of paper."""
_FIGURE = 168.0
"""The baseline of the great number, in units."""


def trial(printer: Printer) -> tuple[PagePlan, ...]:
    """The pages of the test print, as many as two sheets of the product hold. Raises
    BrokenStyle."""
    size = paper("a5" if printer.folded else "a4")
    look = style(Band.READER, "meadow", size.name)
    count = SHEETS * printer.sides * printer.pages_a_side
    says = _says(printer, size, count)
    return tuple(_page(look, size, number, count, says.get(number, ())) for number in _to(count))


def _to(count: int) -> range:
    return range(1, count + 1)


def _says(printer: Printer, size: Paper, count: int) -> dict[int, tuple[str, ...]]:
    """What stands on the first page, the second and the last."""
    table = told()
    way = "folded" if printer.folded else "both-sides" if printer.sides == 2 else "one-side"
    edge = turned_on(printer, size.width, size.height)
    words = {
        "edge": table[edge],
        "other": table["long" if edge == "short" else "short"],
        "last": str(count),
    }
    said = {key: tuple(one.format(**words) for one in table[way][key]) for key in _PAGES}
    return {1: said["first"], count: said["last"]} | ({2: said["second"]} if count > 2 else {})


def told() -> dict[str, Any]:
    """The file, whole and checked. Raises BrokenStyle naming file, line and what was expected."""
    where = Where(_FILE)
    table = where.read()
    where.only(table, {*_TEXTS, *_WAYS})
    for key in _TEXTS:
        where.text(table, key)
    for way in _WAYS:
        inner = Where(_FILE, way)
        rows = inner.rows()
        inner.only(rows, _PAGES)
        for page in _PAGES:
            inner.texts(rows, page)
            for line in rows[page]:
                inner.braces({page: line}, page, _BRACES)
    return table


def _page(look: Style, size: Paper, number: int, count: int, says: tuple[str, ...]) -> PagePlan:
    side: Side = "right" if number % 2 else "left"
    sheet = Sheet(look, side, size)
    sheet.fill(look.theme.ground)
    sheet.art(
        "frame", [stroked(shapes.rectangle(8, 8, sheet.width - 16, 281, 4), look.theme.rule, 0.8)]
    )
    title = told()["title"]
    sheet.write(Role.LABEL, set_text(title, look.small_head, sheet.measure), sheet.left, 24)
    figure = replace(look.title, size=330 * size.scale * size.grown, leading=120)
    sheet.write(
        Role.HEADING,
        set_text(str(number), figure, sheet.measure),
        sheet.left,
        _FIGURE,
        measure=sheet.measure,
        align="centre",
    )
    y = _FIGURE + 26.0
    for line in says:
        text = fit_text(line, look.body, sheet.measure, 30)
        y = sheet.write(Role.BODY, text, sheet.left, y) + look.body.leading * 1.25
    if number == count:
        half = _LINE / size.scale / 2
        rule = [(sheet.middle - half, y), (sheet.middle + half, y)]
        ends = [shapes.polyline([(x, y - 3), (x, y + 3)]) for x, _ in rule]
        drawn = [stroked(one, look.theme.ink, 0.5) for one in (shapes.polyline(rule), *ends)]
        sheet.art("line to measure", drawn)
    return PagePlan(
        width=round(size.width * MM, 3),
        height=round(size.height * MM, 3),
        number=number,
        side=side,
        part="",
        page_type="test-print",
        block="",
        title="",
        elements=sheet.pages()[0],
    )
