"""Why the child could not stay: the worker's words, framed by what is always true.
Grown-ups decided, some things nobody knows yet, and it was never the child's fault."""

from __future__ import annotations

from lifestory.book.desk import Desk
from lifestory.book.layouts import never_my_fault, pictured
from lifestory.book.layouts.scenes import two_houses
from lifestory.book.layouts.spoken import as_told, passages, says, spoken, strong
from lifestory.book.layouts.told_after import said
from lifestory.book.words import Paragraph
from lifestory.domain.dates import date_in_words
from lifestory.domain.life import Certainty
from lifestory.sharing.shared import SharedBlock


def storybook(desk: Desk, block: SharedBlock) -> None:
    """Two lit houses on one path, and the words."""
    words = _words(desk, block)
    words += never_my_fault.as_words(desk, words)
    pictured.storybook(desk, block, two_houses, words, day=_day(block))


def quiet(desk: Desk, block: SharedBlock) -> None:
    """The words, with their notes and sources, and under them what is always true."""
    words = _words(desk, block)
    closing = never_my_fault.as_closing(desk, words)
    pictured.quiet(desk, block, words, under=_day(block), closing=closing)


def _day(block: SharedBlock) -> str:
    """The day it was decided, where it is known."""
    return next((date_in_words(one.when) for one in block.milestones if one.when.span()), "")


def _words(desk: Desk, block: SharedBlock) -> tuple[Paragraph, ...]:
    known = [one for one in block.facts if one.certainty is not Certainty.NOT_KNOWN]
    gaps = [one for one in block.facts if one.certainty is Certainty.NOT_KNOWN]
    words = tuple(part for one in block.milestones for part in said(one.text))
    words += tuple(as_told(desk, one) for one in known) + passages(block)
    words = words or spoken(desk, "why-i-could-not-stay.not-known")
    if gaps:
        words += (strong(says(desk, "why-i-could-not-stay.gaps")[0]),)
        words += tuple(as_told(desk, one) for one in gaps)
    return words
