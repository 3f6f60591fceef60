"""Every question, asked of one copy."""

from __future__ import annotations

from lifestory.checks import (
    contrast,
    letters,
    resolution,
    safe_area,
    sentences,
    sheets,
    slots,
    small_type,
    translations,
    words_a_page,
)
from lifestory.checks.copy import Copy
from lifestory.domain.findings import Finding, by_page

QUESTIONS = (
    letters, safe_area, resolution, slots, words_a_page, sentences, contrast, small_type,
    translations, sheets,
)  # fmt: skip


def ask(copy: Copy) -> tuple[Finding, ...]:
    """Everything that is found about a copy, in the order of its pages."""
    found = (one for question in QUESTIONS for one in question.find(copy))
    return tuple(sorted(found, key=by_page))
