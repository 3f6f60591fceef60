"""Running text for older readers: a column that goes on over pages, notes in the margin."""

from __future__ import annotations

from dataclasses import dataclass

from lifestory.book import shapes
from lifestory.book.desk import Desk
from lifestory.book.layouts.flowing import longest_line
from lifestory.book.setting import MM, SetText, set_text
from lifestory.book.shapes import stroked
from lifestory.book.sheet import Sheet
from lifestory.book.words import Paragraph, Piece
from lifestory.domain.plans import Role
from lifestory.sharing.shared import SharedNote

LAST = 268.0
"""The lowest baseline of running text."""

_NARROWEST = 5.5
"""The least width of a note's column, in sizes of its type: in less, a line takes a word or two."""

TO_SOURCES = 12.0
"""From the last line to where it comes from, in mm."""


@dataclass(frozen=True)
class Column:
    """Where text runs: from the left margin, `measure` wide, first baseline at `top` (mm)."""

    offset: float
    measure: float
    top: float


def running_text(
    desk: Desk, sheet: Sheet, text: SetText, column: Column, sources: tuple[str, ...] = ()
) -> tuple[Sheet, float]:
    """The text in its column, on as many pages as it takes, and where it comes from below it.
    Returns the last page and its last baseline."""
    top, low = column.top, column.top
    while text.lines:
        here, text = text.split(text.fitting(LAST - top))
        x = sheet.left + column.offset
        low = sheet.write(Role.BODY, here, x, top, measure=column.measure)
        if text.lines:
            sheet, top = desk.page(), 40.0
        elif sources:
            told = desk.wording.say("sources.from", sources=", ".join(sources))
            shown = set_text(told, desk.style.caption, column.measure)
            first = min(low + TO_SOURCES, LAST + 8 - shown.height)
            if first < low + 7:
                sheet, first = desk.page(), 40.0
            x = sheet.left + column.offset
            low = sheet.write(Role.NOTE, shown, x, first)
    return sheet, low


def wide_enough(desk: Desk, sheet: Sheet, words: tuple[Paragraph, ...], room: float) -> float:
    """How wide a column the words need to end within `room` on their page: eight of the grid's
    columns, more where that spares a page of a few lines, as long as its lines may be."""
    usual = sheet.column(0, 8)[1]
    for count in (8, 10, 12):
        measure = min(sheet.column(0, count)[1], longest_line(desk))
        if set_text(words, desk.style.body, measure, balanced=False).height <= room:
            return max(usual, measure)
    return usual


def notes_beside(
    desk: Desk, sheet: Sheet, notes: tuple[SharedNote, ...], top: float
) -> tuple[Paragraph, ...]:
    """Margin notes in the three outer columns, each under a rule, the first on the text's first
    baseline. Returns those that find no room there, to be told after the text."""
    theme = desk.theme
    x, measure = sheet.column(9, 3)
    measure = min(measure, sheet.right - x)
    heading = desk.style.of("strong", 10.5, 5, theme.title)
    body = desk.style.of("body", 10.5, 5, theme.ink)
    grown = body.leading / 5.0
    if measure < _NARROWEST * body.size / MM:
        return tuple(part for note in notes for part in as_text(note))
    for index, note in enumerate(notes):
        head, text = set_text(note.heading, heading, measure), set_text(note.text, body, measure)
        if top + head.height + 5.6 * grown + text.height > LAST:
            return tuple(part for left in notes[index:] for part in as_text(left))
        line = shapes.polyline([(x, top - 5 * grown), (sheet.right, top - 5 * grown)])
        sheet.art("rule", [stroked(line, theme.title, 0.4)])
        low = sheet.write(Role.NOTE, head, x, top)
        top = sheet.write(Role.NOTE, text, x, low + 5.6 * grown) + 19 * grown
    return ()


def as_text(note: SharedNote) -> tuple[Paragraph, ...]:
    """A margin note told in the text."""
    return (Paragraph((Piece(note.heading, strong=True),)), Paragraph((Piece(note.text),)))
