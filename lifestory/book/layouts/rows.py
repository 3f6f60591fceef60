"""Short facts in the narrow outer column, each under a rule: a label and what is known."""

from __future__ import annotations

from lifestory.book import shapes
from lifestory.book.desk import Desk
from lifestory.book.layouts.labels import widest
from lifestory.book.setting import MM, fit_text, set_text
from lifestory.book.shapes import stroked
from lifestory.book.sheet import Sheet
from lifestory.book.words import Paragraph, Piece
from lifestory.domain.plans import Role
from lifestory.letters.shaping import width

MEASURE = 46.0
"""How wide the column of rows is, in mm."""

_LOWEST = 268.0
"""The lowest baseline of a row, in mm."""


def rows_beside(
    desk: Desk,
    sheet: Sheet,
    rows: list[tuple[str, str, str]],
    top: float,
    *,
    highest: float | None = None,
) -> tuple[Paragraph, ...]:
    """Rows of (label, value, a smaller second value) from `top` down; from as high as `highest`
    where they need it. Returns those that find no room there, to be told in the text."""
    theme = desk.theme
    label = desk.style.of("body", 10.5, 5, theme.soft)
    value = desk.style.of("strong", 15, 6.6, theme.title)
    aside = desk.style.of("body", 11, 5, theme.soft)
    # Larger type for some readers takes as much more between the lines.
    over, under = max(1.0, label.size / 10.5), max(1.0, value.size / 15)
    measured = []
    for name, text, second in rows:
        called = set_text(name, label, MEASURE)
        shown = fit_text(text, value, MEASURE, 3 * value.leading)
        also = set_text(second, aside, 2 * MEASURE)
        across = width(shown.lines[-1].spans) / MM + 3.2 if shown.lines else 0.0
        beside = across + widest(also) <= MEASURE
        deep = called.height + shown.height + (0.0 if beside else aside.leading)
        measured.append((called, shown, also, across if beside else 0.0, deep))
    whole = sum(one[-1] + 6 * over + 14 * under for one in measured)
    if highest is not None and top + whole - 6.6 * under > _LOWEST:
        top = max(highest, min(top, _LOWEST + 6.6 * under - whole))
    for number, (called, shown, also, across, deep) in enumerate(measured):
        if top + 6 * over + 8 * under + deep > _LOWEST:
            _rule(sheet, top, theme.rule)
            return tuple(_as_text(*row) for row in rows[number:])
        _rule(sheet, top, theme.rule)
        low = sheet.write(Role.LABEL, called, sheet.left, top + 6 * over)
        first = low + 7.4 * under + shown.rise
        low = sheet.write(Role.BODY, shown, sheet.left, first, measure=MEASURE)
        if shown.lines and any(line.text for line in also.lines):
            low += 0.0 if across else aside.leading
            sheet.write(Role.LABEL, also, sheet.left + across, low)
        top = low + 6.6 * under
    if rows:
        _rule(sheet, top, theme.rule)
    return ()


def _as_text(name: str, text: str, second: str) -> Paragraph:
    """A row told in the text."""
    also = f" ({second})" if second else ""
    return Paragraph((Piece(name, strong=True), Piece(f"\n{text}{also}")))


def _rule(sheet: Sheet, y: float, colour: str) -> None:
    line = shapes.polyline([(sheet.left, y), (sheet.left + MEASURE, y)])
    sheet.art("rule", [stroked(line, colour, 0.25)])
