"""Photos that look like copies of one another, offered as groups; nothing is thrown away."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType
from uuid import UUID

from lifestory.app.doubted_dates import doubted
from lifestory.app.open_case import FoundChild, OpenCase, about, standing
from lifestory.app.open_store import Store
from lifestory.app.progress import Cancelled, Progress, never, silent, stoppable
from lifestory.app.replacing import carried, same_shape
from lifestory.domain.arrangement import Block, Edition
from lifestory.domain.dates import HonestDate
from lifestory.domain.errors import LifestoryError
from lifestory.domain.life import Milestone
from lifestory.domain.media import InPhoto, Original, Photo
from lifestory.domain.people import Child, Person
from lifestory.domain.records import Record, Records
from lifestory.domain.standing import WHOLE, Standing
from lifestory.domain.stories import ChildWords
from lifestory.photos.doubles import alike
from lifestory.store.journal import Change

_Sizes = tuple[tuple[int, int], tuple[int, int]]
"""Width and height in pixels of the page of a copy, and of that of the photo."""
_NONE: Mapping[UUID, str] = MappingProxyType({})

KEEPING_BEST = "Keep the best of some doubles"
"""The title of that step in the journal."""


class HiddenInAnother(LifestoryError):
    """What is hidden in a copy, or cut away, would show in the one that is to stay."""

    message = "What is hidden or cut away in one would be seen in the one you keep."
    remedy = "Nothing has been changed. Hide it or cut it away there first, or keep them both."


def look_again(
    store: Store, found: FoundChild, progress: Progress = silent, cancelled: Cancelled = never
) -> dict[UUID, str]:
    """How those photos look of which it is not known, as they came in an archive or from an older
    Lifestory: for `doubles`. A tenth of a second each the first time, kept beside the small
    pictures. One whose file is missing or can't be read is left out. Raises Stopped."""
    cache, told = store.vault.cache, stoppable(progress, cancelled)
    unknown = [
        photo
        for photo in about(found, Photo)
        if not (photo.likeness or photo.binned or photo.piece) and photo.original
    ]
    looks = {}
    for done, photo in enumerate(unknown):
        told(done, len(unknown), "Looking at photos")
        key = f"likeness {photo.original} {photo.page}"
        known = cache.get(key)
        if known is None and photo.original is not None:
            try:
                data = store.vault.originals.read(photo.original)
                known = store.workers.look(data, "", photo.page).looked.likeness.encode()
            except LifestoryError:
                continue
            cache.put_all({key: known})
        looks[photo.id] = (known or b"").decode()
    return looks


def doubles(
    found: FoundChild,
    progress: Progress = silent,
    cancelled: Cancelled = never,
    looks: Mapping[UUID, str] = _NONE,
) -> tuple[tuple[UUID, ...], ...]:
    """Groups of photos that look alike, the best one first: most pixels, then the bigger file.
    Those in the bin, single prints of a scan, and what the worker said to be different are left
    out. `looks` has how photos look that do not know it themselves. A second or two for 5,000.
    Raises Stopped once it is cancelled."""
    originals = {one.id: one for one in found.case.records.of(Original)}
    told = stoppable(progress, cancelled)
    kept = {
        photo.id: photo
        for photo in about(found, Photo)
        if not photo.binned and photo.piece is None and photo.original in originals
    }

    def best_first(key: UUID) -> tuple[int, int]:
        photo = kept[key]
        original = originals[photo.original] if photo.original else Original()
        width, height = original.size(photo.page)
        return -width * height, -original.bytes

    groups = alike(
        {key: photo.likeness or looks.get(key, "") for key, photo in kept.items()},
        {frozenset((key, other)) for key, photo in kept.items() for other in photo.unlike},
        lambda done, total: told(done, total, "Comparing photos"),
    )
    return tuple(tuple(sorted(group, key=best_first)) for group in groups)


def say_different(case: OpenCase, group: Sequence[UUID]) -> None:
    """These only look alike: none is offered as a copy of another of them again."""
    photos = [one for key in group if (one := case.records.find(Photo, key)) is not None]
    with case.change("Say that photos are different") as change:
        for photo in photos:
            others = {one.id for one in photos} - {photo.id}
            change.replace(photo, replace(photo, unlike=photo.unlike | others))


def keep_best(
    case: OpenCase, best: UUID, others: Sequence[UUID], *, in_their_places: bool = True
) -> None:
    """Keep one of several copies and lay the others in the bin; one step.

    What is known of the others is known of it too: who is in them, what is hidden, the higher age,
    and where it has none itself the edits, captions and date; so it never shows what they hid or
    cut away.
    With `in_their_places` it also stands wherever they stood. Raises Gone, HiddenInAnother.
    """
    records = case.records
    stays = standing(case, Photo, best)
    copies = [one for key in others if (one := records.find(Photo, key)) is not None]
    if best in others:
        return
    after = stays
    for copy in copies:
        after = _with_what_is_known(records, after, copy)
    with case.change(KEEPING_BEST) as change:
        change.replace(stays, after)
        for copy in copies:
            change.replace(copy, replace(copy, binned=True))
        if in_their_places:
            _take_places(change, records, {copy.id for copy in copies}, best)


def _knows_less(records: Records, photo: Photo, copy: Photo) -> bool:
    """True where the copy's date is the better one: nobody knows the photo's, or it cannot be."""
    if photo.taken == HonestDate():
        return True
    born = [one.born.day() for one in records.of(Child) if not photo.about or one.id in photo.about]
    first = min((day for day in born if day), default=None)
    kept = copy.taken != HonestDate() and not doubted(copy, first)
    return kept and bool(doubted(photo, first))


def _with_what_is_known(records: Records, photo: Photo, copy: Photo) -> Photo:
    """The photo with what is known of a copy of it. Raises HiddenInAnother."""
    sizes = _size(records, copy), _size(records, photo)
    alike = _lie_alike(photo, copy, sizes)
    edited = photo if photo.edits else copy
    if copy.covered and not alike:
        raise HiddenInAnother
    hidden = carried(copy.covered, *sizes)
    dated = copy if _knows_less(records, photo, copy) else photo
    known = replace(
        photo,
        captions=photo.captions or copy.captions,
        alt=photo.alt or copy.alt,
        taken=dated.taken,
        taken_from=dated.taken_from,
        people=_everyone(photo, copy, sizes if alike else None),
        covered=(*photo.covered, *(one for one in hidden if one not in photo.covered)),
        edits=edited.edits,
        focus=edited.focus,
        tell_from_age=max(photo.tell_from_age, copy.tell_from_age),
    )
    shows, showed = Standing.of(known.recipe), Standing.of(copy.recipe)
    if alike:
        hides = (showed.cut, showed.piece) != (WHOLE, None)
        seen = hides and not shows.lies_within(showed, sizes[1], sizes[0])
    else:
        seen = showed.cut != WHOLE
    if seen:
        raise HiddenInAnother
    return known


def _lie_alike(photo: Photo, copy: Photo, sizes: _Sizes) -> bool:
    """True when what is on the page of one lies at the same place on that of the other. The glass
    of a scanner holds prints anywhere, so a print of it is only like others of that page."""
    if photo.piece or copy.piece:
        return (photo.original, photo.page) == (copy.original, copy.page)
    return same_shape(*sizes)


def _size(records: Records, photo: Photo) -> tuple[int, int]:
    file = records.find(Original, photo.original)
    return file.size(photo.page) if file else (1, 1)


def _everyone(photo: Photo, copy: Photo, sizes: _Sizes | None) -> tuple[InPhoto, ...]:
    """Whoever is in either. A face that can't be found again (no `sizes`) is not marked; then its
    owner keeps the photo out of the book until they may be shown."""
    there = {one.person: one for one in photo.people}
    for one in copy.people:
        known = there.get(one.person)
        if known is None or (known.region is None and one.region is not None):
            region = carried((one.region,), *sizes)[0] if one.region and sizes else None
            there[one.person] = replace(one, region=region)
    return tuple(there.values())


def _take_places(change: Change, records: Records, gone: set[UUID], best: UUID) -> None:
    """Put the best one wherever one of the others stood: on pages, as a portrait, at a milestone,
    beside the child's words."""

    def instead(record: Record) -> Record:
        match record:
            case Edition():
                sections = (
                    replace(section, blocks=tuple(_exchanged(one, gone, best)
                                                  for one in section.blocks))
                    for section in record.sections
                )  # fmt: skip
                return replace(record, sections=tuple(sections))
            case Person(portrait=key) if key in gone:
                return replace(record, portrait=best)
            case Milestone(photo=key) if key in gone:
                return replace(record, photo=best)
            case ChildWords(picture=key) if key in gone:
                return replace(record, picture=best)
            case Child(birth_photo=key) if key in gone:
                return replace(record, birth_photo=best)
        return record

    for kind in (Edition, Person, Milestone, ChildWords, Child):
        for record in records.of(kind):
            if (after := instead(record)) != record:
                change.replace(record, after)


def _exchanged(block: Block, gone: set[UUID], best: UUID) -> Block:
    """The best one in the seats of the others, with the room they had; once on a page."""
    slots = {
        name: tuple(dict.fromkeys(best if key in gone else key for key in keys))
        for name, keys in block.slots.items()
    }
    if slots == dict(block.slots):
        return block
    weights = {
        (str(best) if key in {str(one) for one in gone} else key): weight
        for key, weight in block.weights.items()
    }
    layout = block.layout if block.locked or _as_many(slots, block) else ""
    return replace(block, slots=slots, weights=weights, layout=layout)


def _as_many(slots: dict[str, tuple[UUID, ...]], block: Block) -> bool:
    return all(len(keys) == len(block.slots[name]) for name, keys in slots.items())
