"""Opening a store and a child with a thousand photos, once the passphrase is accepted."""

from __future__ import annotations

import time
from collections.abc import Iterator
from itertools import islice

from lifestory.app.caseload import children
from lifestory.app.photos import add_photos, photos, thumbnail
from lifestory.domain.dates import HonestDate
from lifestory.domain.life import Milestone
from lifestory.domain.readers import Band
from tests.bench.figures import Figure
from tests.bench.pictures import make_snapshots
from tests.bench.place import Place, new_child, new_store, opened
from tests.bench.watching import apart

_PHOTOS, _RECORDS, _ON_SHOW = 1000, 500, 24
_TRIES = 3


def measure(place: Place) -> Iterator[Figure]:
    """The best of a few tries, each in a fresh process, for it is waited for on a clock."""
    apart(_filled, place)
    best = min(apart(_opened, place) for _ in range(_TRIES))
    yield Figure(f"opening a store and a child of {_PHOTOS} photos", best, 0.5, "s")


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
