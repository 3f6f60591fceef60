"""Pages that fill a book up to whole sheets: none of them empty, each worth having."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from uuid import UUID, uuid5

from lifestory.book.compose import compose_block, planned
from lifestory.book.desk import Draft, Look
from lifestory.book.folio import folio
from lifestory.book.layouts import opening
from lifestory.book.layouts.draw_here import BLANK, LINED
from lifestory.book.printers import Printer
from lifestory.domain.arrangement import Part
from lifestory.domain.plans import PagePlan
from lifestory.sharing.shared import SharedBlock, SharedEdition

PAGE_TYPE = "draw-here"

_SEED = UUID("6f0d2f5e-6f0a-4a6e-9a53-3c1f0a6f2d77")
"""Pages that nobody arranged have ids all the same, the same in every book."""

_WORDS = (("goes-on.title", "goes-on.prompt", LINED), ("", "draw-here.prompt", BLANK),
          ("", "draw-here.another", BLANK))  # fmt: skip
"""Title, prompt and layout: the last page first."""


def padded(
    shared: SharedEdition, plans: Sequence[PagePlan], printer: Printer
) -> tuple[PagePlan, ...]:
    """The pages, and after them as many to draw and write on as the product's multiple asks for.
    With `back` the very last is the outside of the book, a pattern. Where the first would be a
    left-hand page, a wordless one stands before it: a book begins on the right."""
    look = Look(shared.band, shared.voice, shared.theme, shared.size, shared.child, shared.format)
    made = [*_before(look, plans), *plans]
    more = -(len(made) + printer.back) % printer.multiple
    for block in _blocks(look, more):
        for draft in _one_page(look, block, _next(made)):
            made.append(_numbered(look, draft, block, _next(made)))
    if printer.back:
        seed = uuid5(_SEED, "back")
        block = SharedBlock(seed, "opening", "")
        made.append(_numbered(look, opening.endpaper(look, seed), block, _next(made)))
    return tuple(made)


def _before(look: Look, plans: Sequence[PagePlan]) -> Iterator[PagePlan]:
    if plans and plans[0].side == "left":
        seed = uuid5(_SEED, "before")
        block = SharedBlock(seed, "opening", "")
        yield _numbered(look, opening.pause(look, seed), block, plans[0].number - 1)


def _next(made: Sequence[PagePlan]) -> int:
    return made[-1].number + 1 if made else 1


def _blocks(look: Look, count: int) -> Iterator[SharedBlock]:
    """`count` blocks of a page each, in the order of the book."""
    for at in reversed(range(count)):
        title, prompt, layout = _WORDS[at % len(_WORDS)]
        wording = [("prompt", look.wording.say(prompt))]
        if title:
            wording.append(("title", look.wording.say(title)))
        yield SharedBlock(
            uuid5(_SEED, f"page {at}"), PAGE_TYPE, layout, wording=tuple(sorted(wording))
        )


def _one_page(look: Look, block: SharedBlock, number: int) -> tuple[Draft, ...]:
    drafts = compose_block(look, Part.BACK, "", block, number % 2 == 1)
    assert len(drafts) == 1, "a page that fills up is one page"
    return drafts


def _numbered(look: Look, draft: Draft, block: SharedBlock, number: int) -> PagePlan:
    elements = draft.elements
    if draft.folio is not None:
        elements += folio(look, draft.side, draft.folio, "", number)
    whole = replace(draft, elements=elements)
    return planned(whole, look.paper, "", block.page_type, block.id, number)
