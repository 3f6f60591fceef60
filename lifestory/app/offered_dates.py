"""When a photo may have been taken, offered where nobody knows or what its file says cannot be."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from itertools import islice

from lifestory.app.album import Album, PhotoLook
from lifestory.domain.dates import HonestDate, Precision
from lifestory.domain.media import DateSource
from lifestory.photos.dating import from_file_name

_NEAR = 10
"""So many files away a photo is still of the same roll of film, more or less."""


class Hint(StrEnum):
    """What a date is offered from."""

    FILE_NAME = "file-name"
    NEIGHBOURS = "neighbours"


@dataclass(frozen=True, slots=True)
class OfferedDate:
    """A date that may be right, and what says so."""

    when: HonestDate
    hint: Hint


def offered_dates(album: Album, look: PhotoLook) -> tuple[OfferedDate, ...]:
    """What its file's name says, and the months of those brought in just before and after it; each
    once, none that cannot be. Some milliseconds for ten thousand photos."""
    offered: dict[HonestDate, OfferedDate] = {}
    name = look.original.file_name if look.original else ""
    named = from_file_name(name)
    if named is not None and look.photo.taken_from is not DateSource.FILE_NAME:
        span = named.span(album.born)
        if span is not None and (album.born is None or span.last >= album.born):
            offered[named] = OfferedDate(named, Hint.FILE_NAME)
    for when in _months_beside(album, look):
        offered.setdefault(when, OfferedDate(when, Hint.NEIGHBOURS))
    return tuple(offered.values())


def _months_beside(album: Album, look: PhotoLook) -> list[HonestDate]:
    if look.photo.id not in album.came:
        return []
    at = album.came.index(look.photo.id)
    beside = (album.came[max(at - _NEAR, 0) : at][::-1], album.came[at + 1 : at + 1 + _NEAR])
    # Numbers: thousands of ids are hashed ten times as slowly.
    wanted = {key.int for side in beside for key in side}
    looks = {one.photo.id: one for one in album.looks if one.photo.id.int in wanted}
    months: list[HonestDate] = []
    for side in beside:
        near = (_month(looks[key]) for key in side if key in looks)
        months += islice((month for month in near if month is not None), 1)
    return months


def _month(look: PhotoLook) -> HonestDate | None:
    """The month of a photo that may be its neighbours' too: a document was often made on the day
    it was scanned, which says nothing of what was brought in beside it."""
    when = look.photo.taken
    if look.photo.taken_from is DateSource.DOCUMENT or look.questioned:
        return None
    if when.precision not in {Precision.DAY, Precision.MONTH}:
        return None
    return HonestDate(Precision.MONTH, when.iso[:7], about=True)
