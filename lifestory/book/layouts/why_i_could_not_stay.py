"""Why the child could not stay: the worker's words, framed by what is always true.
Grown-ups decided, some things nobody knows yet, and it was never the child's fault."""

from __future__ import annotations

import re

from lifestory.book.desk import Desk
from lifestory.book.layouts import pictured
from lifestory.book.layouts.scenes import two_houses
from lifestory.book.layouts.spoken import as_told, passages, says, spoken, strong
from lifestory.book.layouts.told_after import said
from lifestory.book.words import Paragraph
from lifestory.domain.dates import date_in_words
from lifestory.domain.life import Certainty
from lifestory.sharing.shared import SharedBlock

_NEVER = "why-i-could-not-stay.not-my-fault"
_SAID = re.compile(r"\b(fault|caused? it|to blame)\b", re.IGNORECASE)
"""Words by which a passage says itself that the child did not cause it."""


def storybook(desk: Desk, block: SharedBlock) -> None:
    """Two lit houses on one path, and the words."""
    never = spoken(desk, _NEVER, strong=True) if _unsaid(desk, block) else ()
    words = (*_words(desk, block), *never)
    pictured.storybook(desk, block, two_houses, words, day=_day(block))


def quiet(desk: Desk, block: SharedBlock) -> None:
    """The words, with their notes and sources, and under them what is always true."""
    never = " ".join(says(desk, _NEVER)) if _unsaid(desk, block) else ""
    pictured.quiet(desk, block, _words(desk, block), under=_day(block), closing=never)


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


def _unsaid(desk: Desk, block: SharedBlock) -> bool:
    """True unless the words end on saying so themselves."""
    words = _words(desk, block)
    return not (words and _SAID.search(words[-1].text))
