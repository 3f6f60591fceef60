"""The board of 500 children, from the accepted passphrase until one can use it."""

from __future__ import annotations

import time
from collections.abc import Iterator
from datetime import date, timedelta

from lifestory.app.caseload import add_child, set_due
from lifestory.domain.dates import HonestDate
from lifestory.domain.life import Home, Milestone
from lifestory.domain.media import Photo
from lifestory.domain.people import Person, Stage
from lifestory.domain.readers import Band
from lifestory.domain.records import Record
from lifestory.gui.clerks.children import ChildrenClerk
from tests.bench.figures import Figure
from tests.bench.place import Place, new_store
from tests.bench.screen import found_in, shown, unlock, until
from tests.bench.watching import apart

_CHILDREN, _PHOTOS, _MILESTONES = 500, 40, 20
_TRIES = 3


def measure(place: Place) -> Iterator[Figure]:
    """The best of a few tries, each in a fresh process: the key of the store takes a few ms here,
    so this is what comes after it."""
    apart(_filled, place)
    tries = [apart(_opened, place) for _ in range(_TRIES)]
    what = f"unlock to a usable board of {_CHILDREN} children"
    yield Figure(what, min(board for board, _ in tries), 0.5, "s")
    yield Figure("opening one of them from the board", min(child for _, child in tries), unit="s")


def _filled(place: Place) -> None:
    with new_store(place.folder / "caseload") as store:
        for number in range(_CHILDREN):
            found = add_child(store, f"Child {number}", HonestDate.parse("14 March 2017"))
            about = frozenset({found.id})
            carer = Person(about=about, given="Sue", known_as=f"Sue {number}")
            told: list[Record] = [
                Home(about=about, people=(carer.id,), start=HonestDate.parse("2019")), carer,
            ]  # fmt: skip
            told += [
                Milestone(about=about, texts={Band.FIRST_READER: f"It was the day {day}."})
                for day in range(_MILESTONES)
            ]
            told += [Photo(about=about) for _ in range(_PHOTOS)]
            with found.case.change("Tell a life") as change:
                for record in told:
                    change.add(record)
            due = date(2026, 9, 1) + timedelta(days=number % 90)
            set_due(store, found.id, due if number % 5 else None, "Book", Stage.STORY)


def _opened(place: Place) -> tuple[float, float]:
    with shown(place.folder / "caseload") as window:
        clerk = window.clerk(ChildrenClerk)
        began = time.perf_counter()
        unlock(window)
        until(lambda: len(clerk.cards) == _CHILDREN)
        window.repaint()
        board = time.perf_counter() - began
        last = clerk.cards[-1].child
        began = time.perf_counter()
        clerk.open_child(last)
        until(lambda: window.desk.found is not None)
        child = time.perf_counter() - began
        assert found_in(window).id == last
    return board, child
