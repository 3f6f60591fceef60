"""A book of 60 pages composed from facts, then again after an edit: only what changed is made."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import replace
from statistics import median

from lifestory.app.books import compose_edition
from lifestory.app.stories import write_text
from lifestory.domain.arrangement import Edition
from lifestory.domain.plans import PagePlan
from lifestory.domain.stories import Passage
from tests.bench.album import BAND, the_book, with_book
from tests.bench.figures import Figure
from tests.bench.place import Place, opened
from tests.bench.watching import apart

_PAGES = 60
_EDITS = 15
_TOLD = "We made a castle with three towers, and the sea came and took it back."


def measure(place: Place) -> Iterator[Figure]:
    """The first time nothing was composed before; the fonts have been read, as they are when the
    window stands open."""
    apart(with_book, place)
    pages, first, again, a_page, others = apart(_composed, place)
    yield Figure(f"composing a {pages}-page book from facts", first, 1, "s")
    yield Figure("re-composing after an edit, a page that changed", a_page * 1000, 50, "ms")
    yield Figure("pages made again that did not change", others, 0)
    yield Figure("re-composing after an edit, the whole book", again * 1000, unit="ms")


def _composed(place: Place) -> tuple[int, float, float, float, float]:
    """Pages; seconds at first, and after an edit: in all, and by page; pages made for nothing."""
    store, found = opened(place.store)
    with store:
        edition = the_book(found)
        warm = replace(edition, sections=(replace(edition.sections[0], blocks=()),))
        compose_edition(found.case, warm)
        edition = _of_so_many(edition)
        began = time.perf_counter()
        before = compose_edition(found.case, edition)
        first = time.perf_counter() - began
        passage = found.case.records.of(Passage)[0]
        took, a_page, others = [], [], 0
        for number in range(_EDITS):
            passage = write_text(found.case, passage, BAND, f"{_TOLD} And that was day {number}.")
            began = time.perf_counter()
            after = compose_edition(found.case, edition)
            took.append(time.perf_counter() - began)
            changed, needless = _made_again(before, after)
            a_page.append(took[-1] / max(1, changed))
            others, before = others + needless, after
    return len(before), first, median(took), median(a_page), float(others)


def _of_so_many(edition: Edition) -> Edition:
    """The first blocks of the book, a page each."""
    section = edition.sections[0]
    return replace(edition, sections=(replace(section, blocks=section.blocks[: _PAGES - 2]),))


def _made_again(before: tuple[PagePlan, ...], after: tuple[PagePlan, ...]) -> tuple[int, int]:
    """How many pages changed, and how many are new though they say the same."""
    fresh = [(old, new) for old, new in zip(before, after, strict=True) if old is not new]
    changed = sum(old.digest != new.digest for old, new in fresh)
    return changed, len(fresh) - changed
