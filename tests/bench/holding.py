"""A thousand photos open in the window: what that holds of memory, in all its processes."""

from __future__ import annotations

from collections.abc import Iterator

from lifestory.app.photos import add_photos
from lifestory.gui.places.photos import Photos
from tests.bench.figures import Figure
from tests.bench.pictures import make_prints
from tests.bench.place import Place, new_child, new_store
from tests.bench.screen import breathe, opened_on, settle
from tests.bench.watching import apart, watched

_PHOTOS = 1000


def measure(place: Place) -> Iterator[Figure]:
    """The most that is held while one looks through all of them and opens some."""
    apart(_filled, place)
    yield Figure(f"memory with {_PHOTOS:,} photos open", apart(_looked_through, place), 400, "MB")


def _filled(place: Place) -> None:
    files = make_prints(place.folder / "prints", _PHOTOS)
    with new_store(place.folder / "thousand") as store:
        list(add_photos(store, new_child(store).case, files))


def _looked_through(place: Place) -> float:
    with opened_on(place.folder / "thousand") as window, watched() as cost:
        window.go("photos")
        settle(window)
        photos = window.place
        assert isinstance(photos, Photos)
        bar = photos.grid.verticalScrollBar()
        while bar.value() < bar.maximum():
            bar.setValue(bar.value() + bar.pageStep())
            breathe(100)
        settle(window)
        photos.choose(photos.model.order()[0])
        photos.open_viewer()
        for _ in range(5):
            photos.viewer.stepped.emit(+1)
            settle(window)
    return cost.peak
