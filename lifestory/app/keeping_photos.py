"""A picture that was looked at becomes a sealed original and the photos on its pages."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from uuid import UUID

from lifestory.app.open_store import Store
from lifestory.app.renditions import THUMBNAIL
from lifestory.domain.dates import HonestDate
from lifestory.domain.edits import Recipe
from lifestory.domain.media import DateSource, Original, Photo, Rendition
from lifestory.photos.dating import from_file_name, to_come
from lifestory.photos.seen import Looked, Seen
from lifestory.store.originals import KeptFile

_GUESSED = {DateSource.NONE, DateSource.DOCUMENT}
"""What a folder's name is believed before: the day a certificate was scanned is not its day."""


def seal(
    store: Store, data: bytes, digest: str, file: Path, looked: Looked, about: frozenset[UUID]
) -> tuple[KeptFile, Original]:
    """Seal a file's bytes, and its record. Keep both in one change, or discard the file.

    Raises LifestoryError when the disk can hold no more.
    """
    kept = store.vault.originals.write(data, sha256=digest)
    original = Original(
        id=kept.id,
        about=about,
        file_name=writable(file.name),
        media_type=looked.media_type,
        bytes=kept.bytes,
        sha256=kept.sha256,
        width=looked.width,
        height=looked.height,
        more=looked.more,
        see_through=looked.see_through,
        had_gps=looked.had_gps,
    )
    return kept, original


def photos_on(
    original: Original, pages: Mapping[int, Seen], file: Path
) -> tuple[tuple[Photo, ...], dict[str, bytes]]:
    """A photo for each page that could be looked at, and their thumbnails by rendition key."""
    photos, thumbnails = [], {}
    taken, taken_from = when_taken(pages[0].looked, file)
    for number, seen in pages.items():
        photos.append(
            Photo(
                about=original.about,
                original=original.id,
                page=number,
                taken=taken,
                taken_from=taken_from,
                likeness=seen.looked.likeness,
            )
        )
        small = Rendition(original.id, Recipe(page=number), THUMBNAIL, THUMBNAIL)
        thumbnails[small.key] = seen.thumbnail
    return tuple(photos), thumbnails


def writable(name: str) -> str:
    """A file's name as it can be written down: on Linux one may hold bytes that are no letters."""
    return name.encode("utf-8", "replace").decode()


def when_taken(looked: Looked, file: Path) -> tuple[HonestDate, DateSource]:
    """What the file says of its date; else what the name of its folder says, no more exactly."""
    guessed = looked.taken_from in _GUESSED or to_come(looked.taken)
    if guessed and (named := from_file_name(file.parent.name)) is not None:
        return named, DateSource.FOLDER_NAME
    return looked.taken, looked.taken_from
