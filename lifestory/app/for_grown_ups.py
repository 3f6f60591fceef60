"""What is made beside a child's book, an edition of its own each, never bound in the child's copy:
notes for the adults who read with the child, and the later-life letter."""

from __future__ import annotations

from collections.abc import Iterable

from lifestory.app.editions import add_edition
from lifestory.app.open_case import FoundChild
from lifestory.domain.arrangement import Block, Edition, Part, Section
from lifestory.domain.readers import Band, Voice

NOTES, LETTER = "notes-for-grown-ups", "later-life-letter"
"""Names of the editions, and of the page types they begin with."""


def make_notes(found: FoundChild) -> Edition:
    """An edition of notes for the grown-ups, on A4, with its page; one step to undo."""
    return _made(found, NOTES, Voice.NAME)


def make_letter(found: FoundChild) -> Edition:
    """An edition for the later-life letter, on A4, with its page; one step to undo. One letter for
    each child, also for each of several siblings. Source: PRACTICE §2."""
    return _made(found, LETTER, Voice.YOU)


def standing(editions: Iterable[Edition], page_type: str) -> Edition | None:
    """The first of these editions that begins with such a page, by whatever name; None if there is
    none yet."""
    for edition in editions:
        blocks = [block for section in edition.sections for block in section.blocks]
        if blocks and blocks[0].page_type == page_type:
            return edition
    return None


def _made(found: FoundChild, name: str, voice: Voice) -> Edition:
    back = Section(part=Part.BACK, blocks=(Block(page_type=name),))
    edition = Edition(name=name, band=Band.ADULT, voice=voice, theme="paper", sections=(back,))
    return add_edition(found, edition)
