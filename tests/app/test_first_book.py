"""The first book of a child of whom little is known yet."""

from __future__ import annotations

from typing import Any

from lifestory.app.arranging_book import blocks_of
from lifestory.app.first_book import DEFAULT, make_first_book
from lifestory.app.open_case import FoundChild
from lifestory.app.open_store import Store
from lifestory.app.photos import add_photos, photos


def test_photos_are_in_it_before_anybody_has_written_down_a_home(
    store: Store, robin: FoundChild, album: Any
) -> None:
    files = [album.photo(f"IMG_2023060{number}_120000.jpg") for number in range(1, 5)]
    list(add_photos(store, robin.case, files))
    made = make_first_book(robin, DEFAULT)
    shown = [key for one in blocks_of(made) for key in one.slots.get("photos", ())]
    assert sorted(shown) == sorted(one.id for one in photos(robin.case))
