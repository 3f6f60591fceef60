"""Short facts in the narrow outer column, each under a rule: a label and what is known."""

from __future__ import annotations

from lifestory.book import shapes
from lifestory.book.desk import Desk
from lifestory.book.setting import MM, fit_text, set_text
from lifestory.book.shapes import stroked
from lifestory.book.sheet import Sheet
from lifestory.domain.plans import Role
from lifestory.letters.shaping import width

MEASURE = 46.0
"""How wide the column of rows is, in mm."""

_LOWEST = 268.0
"""The lowest baseline of a row, in mm."""


def rows_beside(desk: Desk, sheet: Sheet, rows: list[tuple[str, str, str]], top: float) -> float:
    """Rows of (label, value, a smaller second value) from `top` down, going on overleaf where they
    must; returns where they end."""
    theme = desk.theme
    label = desk.style.of("body", 10.5, 5, theme.soft)
    value = desk.style.of("strong", 15, 6.6, theme.title)
    aside = desk.style.of("body", 11, 5, theme.soft)
    for name, text, second in rows:
        shown = fit_text(text, value, MEASURE, 3 * value.leading)
        if top + 14 + shown.height > _LOWEST:
            _rule(sheet, top, theme.rule)
            sheet, top = desk.page(), 24.0
        _rule(sheet, top, theme.rule)
        low = sheet.write(Role.LABEL, set_text(name, label, MEASURE), sheet.left, top + 6)
        low = sheet.write(Role.BODY, shown, sheet.left, low + 7.4 + shown.rise, measure=MEASURE)
        if second and shown.lines:
            across = width(shown.lines[-1].spans) / MM + 3.2
            sheet.write(Role.LABEL, set_text(second, aside, MEASURE), sheet.left + across, low)
        top = low + 6.6
    if rows:
        _rule(sheet, top, theme.rule)
    return top


def _rule(sheet: Sheet, y: float, colour: str) -> None:
    line = shapes.polyline([(sheet.left, y), (sheet.left + MEASURE, y)])
    sheet.art("rule", [stroked(line, colour, 0.25)])
