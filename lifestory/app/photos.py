"""Taking photos in: every good one, each refused one by name, and the small pictures of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from uuid import UUID

from lifestory.app.open_store import Store
from lifestory.app.progress import Cancelled, Progress, never, silent
from lifestory.domain.dates import HonestDate
from lifestory.domain.media import Photo
from lifestory.store.vault import OpenCase


class Status(StrEnum):
    """What became of a file."""

    ADDED = "added"
    DUPLICATE = "duplicate"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class PhotoOutcome:
    """What became of one file. `photo` is None when refused; a duplicate names the photo that
    is already there. Width and height are pixels once upright."""

    file: Path
    status: Status
    reason: str = ""
    photo: UUID | None = None
    width: int = 0
    height: int = 0
    taken: HonestDate = HonestDate()
    had_gps: bool = False


def add_photos(
    store: Store,
    case: OpenCase,
    paths: Iterable[Path],
    progress: Progress = silent,
    cancelled: Cancelled = never,
) -> Iterator[PhotoOutcome]:
    """Take in files and whole folders; yields an outcome per file, in order, as each is kept.

    Never stops at a bad file. What was yielded as added stays, also after a cancel; all of it is
    one undo.
    """
    raise NotImplementedError


def thumbnail(store: Store, photo: Photo) -> bytes:
    """A JPEG of the photo as it would be printed, at most 320 px either way; slow the first
    time (tens of ms), from the cache after."""
    raise NotImplementedError


def photos(case: OpenCase) -> tuple[Photo, ...]:
    """The photos that are not in the bin, by the date they were taken, unknown ones last."""
    raise NotImplementedError


def change_photo(case: OpenCase, photo: Photo) -> None:
    """Keep a changed photo (caption, people, date, crop ...)."""
    raise NotImplementedError


def bin_photo(case: OpenCase, photo: UUID) -> None:
    """Lay a photo in the bin; undo brings it back."""
    raise NotImplementedError
