"""A sentence is changed in a book of 100 pages, and the page it stands on is shown again."""

from __future__ import annotations

import time
from collections.abc import Iterator
from statistics import median

from lifestory.app.books import compose_edition, preview_pdf
from lifestory.app.stories import write_text
from lifestory.domain.plans import PagePlan
from lifestory.domain.stories import Passage
from tests.bench.album import BAND, the_book, with_book
from tests.bench.figures import Figure
from tests.bench.place import Place, opened
from tests.bench.watching import apart

_EDITS = 15
_TOLD = "We made a castle with three towers, and the sea came and took it back."


def measure(place: Place) -> Iterator[Figure]:
    """The book has been composed before, as it has while someone works on it."""
    apart(with_book, place)
    yield Figure("composing and drawing one edited page", apart(_edited, place) * 1000, 60, "ms")


def _edited(place: Place) -> float:
    """The median of some edits, in seconds, each of the same passage by a sentence."""
    store, found = opened(place.store)
    with store:
        edition = the_book(found)
        page = _page_to_read(compose_edition(found.case, edition))
        passage = found.case.records.of(Passage)[0]
        took = []
        for number in range(_EDITS):
            text = f"{_TOLD} And that was day {number}."
            passage = write_text(found.case, passage, BAND, text)
            began = time.perf_counter()
            plans = compose_edition(found.case, edition)
            assert preview_pdf(store, plans[page : page + 1])
            took.append(time.perf_counter() - began)
            assert f"{number}." in " ".join(words.text for words in plans[page].words())
    return median(took)


def _page_to_read(plans: tuple[PagePlan, ...]) -> int:
    return next(number for number, plan in enumerate(plans) if plan.page_type == "story")
