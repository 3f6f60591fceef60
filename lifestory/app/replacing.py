"""A better scan takes the place of a photo's file, in every place where the photo is used."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from pathlib import Path
from uuid import UUID

from lifestory.app.finding_files import why_not
from lifestory.app.keeping_photos import seal
from lifestory.app.open_case import OpenCase
from lifestory.app.open_store import Store
from lifestory.domain.edits import Hidden, Region
from lifestory.domain.errors import LifestoryError
from lifestory.domain.media import Original, Photo

REPLACING = "Replace a photo by a better scan"
"""The title of that step in the journal."""
_SAME_SHAPE = 0.02
"""By how much width over height may differ: a scanner's hand is not steady."""


class OtherShape(LifestoryError):
    """What is hidden in the old picture can't be found in the new one."""

    message = "The new picture has another shape, and something is hidden or marked in the old one."
    remedy = "Nothing has been changed. Cut the new scan to the same edges, or add it by itself."


class CannotRead(LifestoryError):
    """The file of the better scan can't be read."""

    message = "That file cannot be read."
    remedy = "Nothing has been changed. Copy it to this laptop first."


def replace_photo(store: Store, case: OpenCase, key: UUID, file: Path) -> None:
    """Put a better scan under a photo: caption, people, date and every place it is used stay. What
    is hidden and marked goes along, scaled, where the shape is the same; then so do the edits,
    else they are left behind. The old file is kept, and undo brings it back.

    Raises OtherShape, CannotRead, Refused when it is no picture, LifestoryError on a full disk.
    """
    photo = case.records[key]
    assert isinstance(photo, Photo)
    try:
        data = file.read_bytes()
    except OSError as trouble:
        raise CannotRead(why_not(trouble)) from trouble
    seen = store.workers.look(data, file.name)
    kept, now = seal(store, data, hashlib.sha256(data).hexdigest(), file, seen.looked, photo.about)
    try:
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
    if abs(before[0] * after[1] / (before[1] * after[0]) - 1) > _SAME_SHAPE or photo.piece:
        if photo.covered or any(one.region for one in photo.people):
            raise OtherShape
        return replace(fresh, piece=None, edits=(), focus=None)
    across, down = after[0] / before[0], after[1] / before[1]

    def moved(region: Region) -> Region:
        left, top = int(region.left * across), int(region.top * down)
        right = -int(-(region.left + region.width) * across // 1)
        bottom = -int(-(region.top + region.height) * down // 1)
        return Region(left, top, right - left, bottom - top)

    def hidden(one: Hidden) -> Hidden:
        return one.at(moved(one))

    people = (replace(one, region=moved(one.region)) if one.region else one for one in photo.people)
    covered = tuple(hidden(one) for one in photo.covered)
    return replace(fresh, covered=covered, people=tuple(people))
