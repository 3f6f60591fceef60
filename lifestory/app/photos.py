"""The photos of a case: looked at, changed, laid in the bin. Every step is one undo.

What changes photos raises Gone when none of them is there any more.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from uuid import UUID

from lifestory.app.adding_photos import ADDING, PhotoOutcome, Status, add_photos
from lifestory.app.open_case import Gone, OpenCase, keep_changed, standing
from lifestory.app.open_store import Store
from lifestory.app.renditions import THUMBNAIL, pixels_of
from lifestory.domain.dates import HonestDate
from lifestory.domain.edits import Hidden, Region
from lifestory.domain.media import DateSource, Focus, InPhoto, Original, Photo, Rendition
from lifestory.domain.people import Person
from lifestory.domain.readers import Band
from lifestory.domain.standing import Box, Standing

__all__ = [
    "ADDING", "BINNING", "PhotoOutcome", "Status", "add_photos", "bin_photo", "bin_photos",
    "caption_photo", "confirm_dates", "cover_photo", "crop_photo", "date_photos",
    "describe_photo", "focus_photo", "grey_photo", "keep_edges", "mark_face", "name_person",
    "photos", "picture", "put_back", "restore_photo", "straighten_photo", "take_person_out",
    "tell_photos_from", "thumbnail", "turn_photo", "turn_photos", "use_as_portrait",
]  # fmt: skip

BINNING = "Lay photos in the bin"
"""The title of that step in the journal."""


def photos(case: OpenCase) -> tuple[Photo, ...]:
    """The photos that are not in the bin, by the date they were taken, unknown ones last."""
    kept = (photo for photo in case.records.of(Photo) if not photo.binned)
    return tuple(sorted(kept, key=lambda photo: photo.taken.sort_key()))


def thumbnail(store: Store, photo: Photo) -> bytes:
    """A JPEG of the photo as it would be printed, at most 320 px either way; slow the first
    time (tens of ms), from the cache after. Raises LifestoryError when its file is missing."""
    if photo.original is None:
        return b""
    small = Rendition(photo.original, photo.recipe, THUMBNAIL, THUMBNAIL)
    return pixels_of(store, small)


def picture(store: Store, rendition: Rendition) -> bytes:
    """The JPEG of a rendition, made by a photo worker unless it is in the cache.
    Raises LifestoryError when its file is missing."""
    return pixels_of(store, rendition)


def caption_photo(case: OpenCase, key: UUID, captions: Mapping[Band, str]) -> None:
    """Keep its captions; a band without words has none."""
    kept = {band: words for band, words in captions.items() if words.strip()}
    _alter(case, "Caption a photo", [key], lambda photo: replace(photo, captions=kept))


def describe_photo(case: OpenCase, key: UUID, alt: str) -> None:
    """What it shows, for someone who cannot see it."""
    _alter(case, "Describe a photo", [key], lambda photo: replace(photo, alt=alt))


def tell_photos_from(case: OpenCase, keys: Iterable[UUID], age: int) -> None:
    """The age in years from which these may be shown, 0 for any."""
    title = "Say from which age a photo may be shown"
    _alter(case, title, keys, lambda photo: replace(photo, tell_from_age=age))


def keep_edges(case: OpenCase, keys: Iterable[UUID], *, scan: bool) -> None:
    """These are drawings or documents, of which nothing is cut off; or they are not."""
    _alter(case, "Keep the edges of a photo", keys, lambda photo: replace(photo, scan=scan))


def date_photos(case: OpenCase, keys: Iterable[UUID], when: HonestDate) -> None:
    """One date for all of these, as the worker knows it."""
    known = DateSource.WORKER if when != HonestDate() else DateSource.NONE

    def change(photo: Photo) -> Photo:
        return photo if photo.taken == when else replace(photo, taken=when, taken_from=known)

    _alter(case, "Date photos", keys, change)


def confirm_dates(case: OpenCase, keys: Iterable[UUID]) -> None:
    """The dates of these are right, whatever speaks against them: the worker says so."""
    said = DateSource.WORKER
    _alter(case, "Say that a date is right", keys, lambda photo: replace(photo, taken_from=said))


def name_person(case: OpenCase, keys: Iterable[UUID], person: UUID) -> None:
    """Someone is in all of these."""

    def change(photo: Photo) -> Photo:
        if any(one.person == person for one in photo.people):
            return photo
        return replace(photo, people=(*photo.people, InPhoto(person=person)))

    _alter(case, "Say who is in a photo", keys, change)


def take_person_out(case: OpenCase, keys: Iterable[UUID], person: UUID) -> None:
    """Someone is not in these after all."""

    def change(photo: Photo) -> Photo:
        return replace(photo, people=tuple(one for one in photo.people if one.person != person))

    _alter(case, "Say who is not in a photo", keys, change)


def mark_face(case: OpenCase, key: UUID, person: UUID, region: Region | None) -> None:
    """Where someone's face is, in pixels of the upright original, or that it is not marked.
    Someone whose face is marked is in the photo."""

    def change(photo: Photo) -> Photo:
        if all(one.person != person for one in photo.people):
            photo = replace(photo, people=(*photo.people, InPhoto(person=person)))
        people = (
            replace(one, region=region) if one.person == person else one for one in photo.people
        )
        return replace(photo, people=tuple(people))

    _alter(case, "Mark a face", [key], change)


def cover_photo(case: OpenCase, key: UUID, regions: Iterable[Hidden]) -> None:
    """These regions of the upright original, and no others, are never shown."""
    covered = tuple(regions)
    _alter(case, "Cover part of a photo", [key], lambda photo: replace(photo, covered=covered))


def turn_photo(case: OpenCase, key: UUID, quarters: int = 1) -> None:
    """Turn the printed copy by so many quarters clockwise."""
    turn_photos(case, [key], quarters)


def turn_photos(case: OpenCase, keys: Iterable[UUID], quarters: int = 1) -> None:
    """Turn the printed copy of each of these by so many quarters clockwise."""

    def move(standing: Standing) -> Standing:
        for _ in range(quarters % 4):
            standing = standing.turned()
        return standing

    wanted = list(keys)
    _stand(case, "Turn a photo" if len(wanted) == 1 else "Turn photos", wanted, move)


def crop_photo(case: OpenCase, key: UUID, box: Box, lean: float | None = None) -> None:
    """Cut the printed copy to a box, in fractions of the whole picture as it is turned; with
    `lean`, straightened by so many degrees in the same step."""

    def move(standing: Standing) -> Standing:
        return (standing if lean is None else standing.straightened(lean)).cut_to(box)

    _stand(case, "Crop a photo", [key], move)


def straighten_photo(case: OpenCase, key: UUID, degrees: float) -> None:
    """Straighten the printed copy by so many degrees clockwise, 0 for not at all."""
    _stand(case, "Straighten a photo", [key], lambda standing: standing.straightened(degrees))


def restore_photo(case: OpenCase, key: UUID, strength: float) -> None:
    """Bring a faded print back; `strength` from 0, as it is, to 1."""
    kept = min(max(round(strength, 2), 0.0), 1.0)
    _stand(case, "Restore a photo", [key], lambda standing: replace(standing, strength=kept))


def focus_photo(case: OpenCase, key: UUID, focus: Focus | None) -> None:
    """What a frame must not cut away, or that it does not matter."""
    _alter(case, "Say what matters in a photo", [key], lambda photo: replace(photo, focus=focus))


def grey_photo(case: OpenCase, key: UUID, *, grey: bool) -> None:
    """Print it in black and white, or in colour."""
    title = "Black and white" if grey else "Back to colour"
    _stand(case, title, [key], lambda standing: replace(standing, grey=grey))


def bin_photos(case: OpenCase, keys: Iterable[UUID]) -> None:
    """Lay photos in the bin; undo brings them back, and so does `put_back`."""
    _alter(case, BINNING, keys, lambda photo: replace(photo, binned=True))


def bin_photo(case: OpenCase, photo: UUID) -> None:
    """Lay one photo in the bin."""
    bin_photos(case, [photo])


def put_back(case: OpenCase, keys: Iterable[UUID]) -> None:
    """Take photos out of the bin."""
    _alter(case, "Put photos back", keys, lambda photo: replace(photo, binned=False))


def use_as_portrait(case: OpenCase, photo: UUID, person: UUID) -> None:
    """This photo shows someone best. Raises Gone."""
    who, shows = standing(case, Person, person), standing(case, Photo, photo)
    keep_changed(case, "Choose a portrait", replace(who, portrait=shows.id))


def _stand(
    case: OpenCase, title: str, keys: Iterable[UUID], move: Callable[[Standing], Standing]
) -> None:
    def change(photo: Photo) -> Photo:
        original = case.records.find(Original, photo.original) if photo.original else None
        size = original.size(photo.page) if original else (1, 1)
        return move(Standing.of(photo.recipe)).worn_by(photo, *size)

    _alter(case, title, keys, change)


def _alter(
    case: OpenCase, title: str, keys: Iterable[UUID], change: Callable[[Photo], Photo]
) -> None:
    """Change each of these photos as it stands now, whatever the screen still shows; one step.
    Those gone meanwhile are passed over. Raises Gone when none of them is there any more."""
    wanted = tuple(dict.fromkeys(keys))
    with case.change(title) as step:
        there = [photo for key in wanted if (photo := case.records.find(Photo, key)) is not None]
        if wanted and not there:
            raise Gone
        for photo in there:
            step.replace(photo, change(photo))
