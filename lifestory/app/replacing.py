"""A better scan takes the place of a photo's file, in every place where the photo is used."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import TypeVar
from uuid import UUID

from lifestory.app.finding_files import why_not
from lifestory.app.keeping_photos import seal
from lifestory.app.open_case import OpenCase, standing
from lifestory.app.open_store import Store
from lifestory.domain.edits import Region
from lifestory.domain.errors import LifestoryError
from lifestory.domain.media import Original, Photo
from lifestory.domain.standing import WHOLE, Standing
from lifestory.photos.framing import MOST_BYTES
from lifestory.photos.refusals import TooBig

REPLACING = "Replace a photo by a better scan"
"""The title of that step in the journal."""
_SAME_SHAPE = 0.02
"""By how much width over height may differ: a scanner's hand is not steady."""


class OtherShape(LifestoryError):
    """What is hidden in the old picture, or cut away, can't be found in the new one."""

    message = (
        "The new picture has another shape, and something is hidden, marked or cut away in the old"
        " one."
    )
    remedy = "Nothing has been changed. Cut the new scan to the same edges, or add it by itself."


class HasOtherShape(ValueError):
    """What is marked in one picture can't be found in another of another shape."""


class CannotRead(LifestoryError):
    """The file of the better scan can't be read."""

    message = "That file cannot be read."
    remedy = "Nothing has been changed. Copy it to this laptop first."


def replace_photo(store: Store, case: OpenCase, key: UUID, file: Path) -> None:
    """Put a better scan under a photo: caption, people, date and every place it is used stay. What
    is hidden and marked goes along, scaled, where the shape is the same; then so do the edits,
    else they are left behind, but never a crop. The old file is kept, and undo brings it back.

    Raises Gone, OtherShape, CannotRead, Refused when it is no picture, LifestoryError on a full
    disk.
    """
    photo = standing(case, Photo, key)
    try:
        if file.stat().st_size > MOST_BYTES:
            raise TooBig
        data = file.read_bytes()
    except OSError as trouble:
        raise CannotRead(why_not(trouble)) from trouble
    seen = store.workers.look(data, file.name)
    kept, now = seal(store, data, hashlib.sha256(data).hexdigest(), file, seen.looked, photo.about)
    try:
        photo = standing(case, Photo, key)  # as it stands after so long a look
        was = case.records.find(Original, photo.original)
        after = _moved(photo, was, now, seen.looked.likeness)
        with case.change(REPLACING) as change:
            change.keep(kept)
            change.add(now)
            change.replace(photo, after)
    except LifestoryError:
        store.vault.originals.discard([kept])
        raise


def _moved(photo: Photo, was: Original | None, now: Original, likeness: str) -> Photo:
    before, after = was.size(photo.page) if was else (1, 1), now.size()
    fresh = replace(photo, original=now.id, page=0, likeness=likeness)
    if not same_shape(before, after) or photo.piece:
        cut = Standing.of(photo.recipe).cut != WHOLE
        if photo.covered or cut or any(one.region for one in photo.people):
            raise OtherShape
        return replace(fresh, piece=None, edits=(), focus=None)
    people = (
        replace(one, region=carried((one.region,), before, after)[0]) if one.region else one
        for one in photo.people
    )
    covered = carried(photo.covered, before, after)
    return replace(fresh, covered=covered, people=tuple(people))


def same_shape(one: tuple[int, int], other: tuple[int, int]) -> bool:
    """True when pictures of these sizes (width and height) show the same, larger or smaller."""
    return abs(one[0] * other[1] / (one[1] * other[0]) - 1) <= _SAME_SHAPE


R = TypeVar("R", bound=Region)


def carried(regions: Iterable[R], before: tuple[int, int], after: tuple[int, int]) -> tuple[R, ...]:
    """Regions of one picture where they lie in a copy of another size (width and height in pixels,
    both upright), not a pixel less. Raises HasOtherShape where there are any and it is none."""
    there = tuple(regions)
    if not there:
        return ()
    if not same_shape(before, after):
        raise HasOtherShape
    across, down = after[0] / before[0], after[1] / before[1]

    def moved(one: R) -> R:
        left, top = int(one.left * across), int(one.top * down)
        right = -int(-(one.left + one.width) * across // 1)
        bottom = -int(-(one.top + one.height) * down // 1)
        return replace(one, left=left, top=top, width=right - left, height=bottom - top)

    return tuple(moved(one) for one in there)
