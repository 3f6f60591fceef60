"""A photo in words, for someone who cannot see it: what the worker wrote, else who, where, when.

It may say no more than the photo shows: nobody whose face is covered, cut away, or on another print
of the same scan.
"""

from __future__ import annotations

from collections.abc import Iterator

from lifestory.domain.dates import HonestDate, Precision, date_in_words
from lifestory.domain.edits import Crop, Hidden, Region
from lifestory.domain.media import InPhoto, Photo
from lifestory.domain.people import Person, Place
from lifestory.sharing.names import listed, person_name, place_name, resolve_mentions
from lifestory.sharing.permissions import Permissions


def told(photo: Photo, permissions: Permissions) -> str:
    """The words that stand for a photo; never empty."""
    records, recipient = permissions.records, permissions.recipient
    if photo.alt.strip():
        return resolve_mentions(photo.alt, records, recipient)
    place = records.find(Place, photo.place)
    where = place_name(place, recipient) if place else ""
    who = listed(list(_names(photo, permissions)))
    said = "A drawing or document" if photo.scan else "A photo"
    said += f" of {who}" if who else ""
    said += f" in {where}" if where else ""
    return f"{said}{_when(photo.taken)}."


def _when(taken: HonestDate) -> str:
    return "" if taken.precision is Precision.UNKNOWN else f", {date_in_words(taken)}"


def _names(photo: Photo, permissions: Permissions) -> Iterator[str]:
    for one in photo.people:
        person = permissions.records.find(Person, one.person)
        if person is None or not permissions.may_show(person.id) or not _is_seen(one, photo):
            continue
        name = person_name(person, permissions.recipient)
        if name:
            yield name


def _is_seen(one: InPhoto, photo: Photo) -> bool:
    """True where nothing was taken away, or what was taken away is not where they are. Where that
    cannot be told, they are not said to be there."""
    if photo.piece is not None:
        return False
    cut = any(isinstance(edit, Crop) for edit in photo.edits)
    if one.region is None:
        return not cut and not photo.covered
    return not cut and not any(_meet(one.region, hidden) for hidden in photo.covered)


def _meet(region: Region, hidden: Hidden) -> bool:
    across = min(region.left + region.width, hidden.left + hidden.width)
    down = min(region.top + region.height, hidden.top + hidden.height)
    return across > max(region.left, hidden.left) and down > max(region.top, hidden.top)
