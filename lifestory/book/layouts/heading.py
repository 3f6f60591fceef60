"""The head of a page: its title on the grid, and the words that stand for a page type."""

from __future__ import annotations

from lifestory.book.desk import Desk
from lifestory.book.pagetypes import page_type
from lifestory.book.setting import MM, SetText, longest_word, set_text
from lifestory.book.sheet import Sheet
from lifestory.book.styles import Type
from lifestory.domain.plans import Role
from lifestory.sharing.shared import SharedBlock

BASELINE = 34.0
"""Of a page's title, in mm from the top."""

_TALLEST = 60.0
"""From a heading's first baseline to its last, in units, at the most."""
_SHARES = (1.0, 0.85, 0.7, 0.55, 0.4, 0.3)

TO_FRAME = 11.0
"""From the title's last baseline to the first frame."""


def title_of(desk: Desk, block: SharedBlock, **values: str) -> str:
    """The worker's own title for the block, else the page type's in the book's voice."""
    own = dict(block.wording).get("title", "")
    template = page_type(block.page_type).titles[desk.look.voice]
    return own or template.format(child=desk.wording.child, **values)


def head(sheet: Sheet, words: str, type_: Type, *, measure: float = 0.0) -> float:
    """Sets the title; returns where the first frame may begin."""
    if not words:
        return 20.0
    text = fit_heading(words, type_, measure or sheet.measure)
    return sheet.write(Role.HEADING, text, sheet.left, BASELINE) + TO_FRAME


def fit_heading(words: str, type_: Type, measure: float) -> SetText:
    """A heading in its type; smaller where it is so long that it would take the page."""
    for share in _SHARES:
        smaller = type_.scaled(share)
        text = set_text(words, smaller, measure)
        if text.height <= _TALLEST and longest_word(words, smaller) <= measure:
            break
    return text


def cap_height(type_: Type, share: float = 0.7) -> float:
    """About how tall a capital stands, in mm."""
    return type_.size * share / MM
