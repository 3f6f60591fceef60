"""Opening a store and a child with a thousand photos: until the passphrase is accepted, which takes
its time on purpose, and after it."""

from __future__ import annotations

import time
from collections.abc import Iterator
from itertools import islice

from lifestory.app.caseload import children
from lifestory.app.open_store import create_store, open_store
from lifestory.app.photos import add_photos, photos, thumbnail
from lifestory.domain.dates import HonestDate
from lifestory.domain.life import Milestone
from lifestory.domain.readers import Band
from tests.bench.figures import Figure
from tests.bench.pictures import make_snapshots
from tests.bench.place import PASSPHRASE, Place, new_child, new_store, opened
from tests.bench.watching import apart

_PHOTOS, _RECORDS, _ON_SHOW = 1000, 500, 24
_TRIES = 3


def measure(place: Place) -> Iterator[Figure]:
    """The best of a few tries, each in a fresh process, for it is waited for on a clock."""
    apart(_filled, place)
    apart(_locked, place)
    yield Figure("unlocking a store", min(apart(_unlocked, place) for _ in range(_TRIES)), 2, "s")
    best = min(apart(_opened, place) for _ in range(_TRIES))
    yield Figure(f"after it: opening a store and a child of {_PHOTOS} photos", best, 0.5, "s")


def _filled(place: Place) -> None:
    files = make_snapshots(place.folder / "snapshots", _PHOTOS)
    with new_store(place.folder / "big-store") as store:
        found = new_child(store)
        list(add_photos(store, found.case, files))
        about = frozenset({found.id})
        with found.case.change("Add milestones") as change:
            for number in range(_RECORDS):
                when = HonestDate.parse(str(2017 + number % 7))
                texts = {Band.FIRST_READER: f"Something number {number} that was good."}
                change.add(Milestone(about=about, texts=texts, when=when))


def _locked(place: Place) -> None:
    """A store that is as hard to open as they are outside of tests."""
    create_store(place.folder / "locked-store", PASSPHRASE, "Alex")[0].close()


def _unlocked(place: Place) -> float:
    began = time.perf_counter()
    with open_store(place.folder / "locked-store", PASSPHRASE):
        return time.perf_counter() - began


def _opened(place: Place) -> float:
    """The caseload, the child with every record, and the photos that are first on show."""
    began = time.perf_counter()
    store, found = opened(place.folder / "big-store")
    with store:
        (card,) = children(store)
        assert card.child == found.id
        shown = [thumbnail(store, photo) for photo in islice(photos(found.case), _ON_SHOW)]
        took = time.perf_counter() - began
        assert all(shown)
        assert len(photos(found.case)) == _PHOTOS
    return took
