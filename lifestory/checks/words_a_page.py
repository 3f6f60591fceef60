"""Has any page more words than its reader takes?"""

from __future__ import annotations

from collections.abc import Iterator
from uuid import UUID

from lifestory.checks.copy import Copy
from lifestory.checks.versions import has_younger
from lifestory.domain.arrangement import Block
from lifestory.domain.findings import Finding, Fix
from lifestory.domain.plans import PagePlan, Role

CHECK = "words"
_READ = {Role.BODY, Role.QUOTE, Role.CAPTION, Role.LABEL, Role.NOTE}
"""What is to be read on a page beside its title."""
_TEXT = {Role.BODY, Role.QUOTE}
"""What makes a page one of text, which a reader takes only so much of."""
_FLOWS = {"story"}
"""Page types whose words go on overleaf after as many as one asks for."""
_REMEDY = "Shorten the words for this age, or let them go on overleaf."
_OURS = "en"


def find(copy: Copy) -> Iterator[Finding]:
    """Pages of text with more words than the preset has. Source: PRACTICE §3."""
    limit = copy.style.preset.words_a_page
    arranged = {block.id: block for block in copy.blocks}
    for plan in copy.plans:
        count = words_on(plan)
        if count <= limit or not limit_on(plan, limit):
            continue
        block = arranged.get(UUID(plan.block))
        yield Finding(
            CHECK,
            plan.number,
            f"{count} words on this page; {limit} suit this reader.",
            _REMEDY,
            about=plan.title,
            block=block.id if block else None,
            record=next(iter(block.slots.get("passage", ())), None) if block else None,
            fix=_fix(copy, block) if block else None,
        )


def words_on(plan: PagePlan) -> int:
    """How many words a page gives its reader: text, captions, and what stands on a drawing. The
    same words in another language beside them are not for the same eyes."""
    return sum(len(one.text.split()) for one in plan.words() if one.role in _READ
               and one.language.startswith(_OURS))  # fmt: skip


def limit_on(plan: PagePlan, limit: int) -> int:
    """How many words a page should have; 0, for none, where it is looked at rather than read."""
    return limit if any(one.role in _TEXT for one in plan.words()) else 0


def _fix(copy: Copy, block: Block) -> Fix | None:
    if has_younger(copy, block):
        return Fix.YOUNGER_WORDS
    flows = block.page_type in _FLOWS and not copy.style.manner.most_words
    return Fix.OVERLEAF if flows and not block.overleaf else None
