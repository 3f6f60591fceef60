"""Are the sentences short enough for the reader?"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from lifestory.book.words import parse
from lifestory.checks.copy import Copy
from lifestory.checks.versions import has_younger
from lifestory.domain.findings import Finding, Fix
from lifestory.domain.plans import PagePlan

CHECK = "sentences"
_ENDS = re.compile(r"""(?:(?<=[.!?…])|(?<=[.!?…]["'”’)]))\s+(?![a-z])|\n""")
"""Where a sentence ends: what goes on in small letters is still the same one."""
_REMEDY = "Make two sentences of it: one thing is said in each."
_LONGEST = 60
"""Letters of a sentence that say which one it is."""


def find(copy: Copy) -> Iterator[Finding]:
    """Passages with sentences of more words than the preset has. Source: PRACTICE §3."""
    limit = copy.style.preset.words_a_sentence
    for block, shared in copy.told():
        for passage in shared.passages:
            long = [one for one in sentences(passage.text) if len(one.split()) > limit]
            if not long or not copy.pages.get(block.id):
                continue
            most = max(len(one.split()) for one in long)
            yield Finding(
                CHECK,
                _page_of(copy.pages[block.id], long[0]),
                f"{_counted(len(long))} than the {limit} words that suit this reader;"
                f" the longest has {most}.",
                _REMEDY,
                about=_shortened(long[0]),
                block=block.id,
                record=passage.id,
                fix=Fix.YOUNGER_WORDS if has_younger(copy, block) else None,
            )


@lru_cache(maxsize=512)
def sentences(text: str) -> tuple[str, ...]:
    """The sentences of a passage, an item of a list counted as one of its own."""
    parted = (one for paragraph in parse(text) for one in _ENDS.split(paragraph.text))
    return tuple(one.strip() for one in parted if one.strip())


def _counted(count: int) -> str:
    return "A sentence is longer" if count == 1 else f"{count} sentences are longer"


def _shortened(sentence: str) -> str:
    if len(sentence) <= _LONGEST:
        return sentence
    return sentence[:_LONGEST].rsplit(" ", 1)[0] + "…"


def _page_of(pages: Sequence[PagePlan], sentence: str) -> int:
    """The page on which a sentence begins; the first where that cannot be told."""
    begins = " ".join(sentence.split()[:4])
    for plan in pages:
        if any(begins in one.text for one in plan.words()):
            return plan.number
    return pages[0].number
