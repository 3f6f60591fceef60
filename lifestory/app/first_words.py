"""The pages of a first book that stand on words: what the heading of a passage is about."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from lifestory.book.pagetypes import page_types
from lifestory.domain.arrangement import Block
from lifestory.domain.stories import Passage

_STORY, _BILINGUAL = "story", "bilingual"
_NEEDS, _WHY, _FEELINGS = "what-children-need", "why-i-could-not-stay", "feelings"
TOGETHER = frozenset({(_NEEDS, _WHY), (_WHY, _FEELINGS)})
"""Pages that nothing is put between."""


def pages_of(passages: Sequence[Passage]) -> Iterable[Block]:
    """A page for each passage. Before why the child could not stay comes what every child needs,
    after it that all feelings are allowed, also where nobody has written of these."""
    kinds = [page_for(one) for one in passages]
    for one, kind in zip(passages, kinds, strict=True):
        if kind == _WHY and _NEEDS not in kinds:
            yield Block(page_type=_NEEDS)
        yield Block(page_type=kind, slots={"passage": (one.id,)})
        if kind == _WHY and _FEELINGS not in kinds:
            yield Block(page_type=_FEELINGS)


def page_for(passage: Passage) -> str:
    """The page type that a passage's heading is about; where it is about none, a story's, or that
    of two languages where it is told in two."""
    said = " ".join(passage.titles.values()).casefold().replace("’", "'")
    fitting = (kind.name for kind in page_types() if any(one in said for one in kind.headings))
    return next(fitting, _BILINGUAL if passage.translations else _STORY)
