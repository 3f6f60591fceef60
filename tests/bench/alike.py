"""Five thousand photos are looked through for copies, once they are in."""

from __future__ import annotations

import random
import time
from collections.abc import Iterator

from PIL import Image, ImageEnhance

from lifestory.app.doubles import doubles
from lifestory.domain.media import Original, Photo
from lifestory.photos.likeness import likeness
from tests.bench.figures import Figure
from tests.bench.place import Place, new_child, new_store
from tests.bench.watching import apart

_PHOTOS, _COPIED = 5_000, 10
"""Of ten photos one is a copy of another, as where a telephone and its backup come in together."""


def measure(place: Place) -> Iterator[Figure]:
    """By the clock, from the worker's question to the groups; the likenesses are of pictures."""
    took, groups = apart(_grouped, place)
    yield Figure(f"copies among {_PHOTOS:,} photos", took, 2, "s")
    yield Figure("groups of them", groups)


def _grouped(place: Place) -> tuple[float, int]:
    with new_store(place.folder / "alike") as store:
        found = new_child(store)
        about = frozenset({found.id})
        with found.case.change("Add photos") as change:
            for look in _looks(random.Random(4)):
                original = Original(about=about, width=4000, height=3000)
                change.add(original)
                change.add(Photo(about=about, original=original.id, likeness=look))
        began = time.perf_counter()
        groups = doubles(found)
        took = time.perf_counter() - began
    assert _PHOTOS / _COPIED * 0.8 <= len(groups) <= _PHOTOS / _COPIED * 1.1
    return took, len(groups)


def _looks(chance: random.Random) -> Iterator[str]:
    for number in range(_PHOTOS):
        if number % _COPIED:
            picture = _picture(chance)
            yield likeness(picture)
        else:
            picture = picture if number else _picture(chance)
            again = ImageEnhance.Brightness(picture.resize((64, 48))).enhance(1.06)
            yield likeness(again)


def _picture(chance: random.Random) -> Image.Image:
    """Some light and dark, as smooth or as busy as photos are."""
    across = chance.choice((4, 7, 12, 20))
    size = across, across * 3 // 4
    light, spread = chance.gauss(120, 35), chance.uniform(20, 60)
    pixels = (chance.gauss(light, spread) for _ in range(size[0] * size[1] * 3))
    rough = Image.frombytes("RGB", size, bytes(min(max(round(one), 0), 255) for one in pixels))
    return rough.resize((96, 72), Image.Resampling.BICUBIC)
