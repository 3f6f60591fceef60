"""The later-life letter: the whole story in an adult's voice, set as a letter, a document of its
own. Its pages bear no ornament."""

from __future__ import annotations

from lifestory.book.desk import Desk
from lifestory.book.layouts.framing import overleaf
from lifestory.book.layouts.heading import fit_heading
from lifestory.book.layouts.reading import Column, running_text
from lifestory.book.layouts.spoken import passages, says
from lifestory.book.setting import set_text
from lifestory.book.words import Paragraph, Piece
from lifestory.domain.plans import Role
from lifestory.sharing.shared import SharedBlock

_FIRST = 46.0
"""The salutation's baseline, in units."""
_COLUMNS = 10
"""Of the twelve: at 12 points about seventy letters a line. Source: LOOK §1."""


def letter(desk: Desk, block: SharedBlock) -> None:
    """Salutation, the passages one after the other under their heads, who signs; photos after."""
    own = dict(block.wording).get("title", "")
    sheet = desk.page(own or "".join(_dear(desk)))
    measure = sheet.column(0, _COLUMNS)[1]
    words = passages(block) or tuple(map(_plain, says(desk, "later-life-letter.none")))
    top = _FIRST
    if own:
        heading = fit_heading(own, desk.style.title, measure)
        top = sheet.write(Role.HEADING, heading, sheet.left, top) + 16
    if not _greets(words):
        greeting = set_text(_dear(desk)[0], desk.style.body, measure)
        low = sheet.write(Role.BODY, greeting, sheet.left, top, measure=measure)
        top = low + desk.style.body.leading * 1.6
    text = set_text(words, desk.style.body, measure, balanced=False)
    sheet, low = running_text(desk, sheet, text, Column(0.0, measure, top))
    signed = next((one.name for one in block.people if one.name), "")
    if signed:
        if low > 240:
            sheet, low = desk.page(), 20.0
        name = set_text(signed, desk.style.body, measure)
        sheet.write(Role.BODY, name, sheet.left, low + desk.style.body.leading * 3)
    overleaf(desk, block.photos, block.weights)


storybook = quiet = letter


def _plain(words: str) -> Paragraph:
    return Paragraph((Piece(words),))


def _dear(desk: Desk) -> tuple[str, ...]:
    name = desk.child.name
    if not name:
        return says(desk, "later-life-letter.dear-nobody")
    return says(desk, "later-life-letter.dear", person=name)


def _greets(words: tuple[Paragraph, ...]) -> bool:
    """True where the worker's words begin with a greeting of their own."""
    return bool(words) and words[0].text.strip().casefold().startswith(("dear ", "hello", "hi "))
