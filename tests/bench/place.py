"""What the measures share: photos in a folder, a store they are added to, and its one child."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from lifestory.app.caseload import add_child
from lifestory.app.open_case import FoundChild
from lifestory.app.open_store import Store, create_store, open_store
from lifestory.app.photos import add_photos
from lifestory.domain.dates import HonestDate
from lifestory.domain.people import Child
from tests.bench.pictures import make_photos

PASSPHRASE = "three mugs on a shelf"
_WORK_FACTOR = 10
"""Such a passphrase is accepted in a few ms: what comes after it is what is measured."""


@dataclass(frozen=True, slots=True)
class Place:
    """A folder for all of it, how many photos there are to be, and how many when they are many."""

    folder: Path
    count: int
    many: int

    @property
    def store(self) -> Path:
        """Where the store of the photos lies, once it is made."""
        return self.folder / "store"

    def photos(self) -> list[Path]:
        """The files as they came from a camera, made the first time they are asked for."""
        pictures = self.folder / "pictures"
        if not pictures.exists():
            make_photos(pictures, self.count)
        return sorted(pictures.iterdir())


def new_store(folder: Path) -> Store:
    """An empty store, open."""
    return create_store(folder, PASSPHRASE, "Alex", work_factor=_WORK_FACTOR)[0]


def new_child(store: Store) -> FoundChild:
    """A child of whom nothing is known but the name and the day of birth."""
    return add_child(store, "Robin", HonestDate.parse("14 March 2017"))


def opened(folder: Path) -> tuple[Store, FoundChild]:
    """A store made before, open, and its child."""
    store = open_store(folder, PASSPHRASE)
    case = store.vault.case(store.vault.case_ids()[0])
    return store, FoundChild(case, case.records.of(Child)[0].id)


def with_photos(place: Place) -> None:
    """Make the store of the photos, unless a measure before this one has."""
    if not place.store.exists():
        with new_store(place.store) as store:
            list(add_photos(store, new_child(store).case, place.photos()))
