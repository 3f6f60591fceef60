"""Who is seen in a book without having allowed it. The lens hides them whatever happens; here the
worker is told, who may ask, hide the face on purpose, or take another photo.

The rule: PRACTICE §4 `no-consent`, `other-child`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from lifestory.app.arranging_book import blocks_of
from lifestory.domain.arrangement import Block, Edition
from lifestory.domain.edits import Recipe, Region
from lifestory.domain.findings import Finding, Weight, by_page
from lifestory.domain.life import Milestone
from lifestory.domain.media import InPhoto, Original, Photo
from lifestory.domain.plans import PagePlan
from lifestory.domain.records import Records
from lifestory.domain.standing import Standing
from lifestory.domain.stories import ChildWords
from lifestory.sharing.permissions import Permissions, allowed_in
from lifestory.sharing.pictures import NO_CONSENT
from lifestory.sharing.shared import SharedBlock, SharedEdition, SharedPhoto

CHECK = "no-consent"

_HIDDEN = "A face in a photo on this page is hidden: no permission holds for this book."
_LEFT_OUT = (
    "A photo of this page is left out: someone in it has no permission that holds for this book."
)
_REMEDY = (
    "Under Photos, ask and write the permission down, or hide the face there yourself; or take the"
    " photo off the page."
)


@dataclass(frozen=True, slots=True)
class Unallowed:
    """A photo with someone whom the reader of a book may not see: `hidden` where the page shows
    it with their face hidden, else it is left out of the page, as nobody marked where they are.
    `page` is None where the block made no page at all."""

    photo: UUID
    block: UUID
    page: int | None
    hidden: bool


def unallowed(
    records: Records,
    edition: Edition,
    shared: SharedEdition,
    plans: Sequence[PagePlan],
    today: date | None = None,
) -> tuple[Unallowed, ...]:
    """Every photo that the worker put into an edition, or that came with what they put there, with
    someone in it who has not allowed it; `shared` and `plans` are what became of that edition.

    A face that is cut away, or that the worker hid in the photo itself, is none of these.
    """
    allowed = allowed_in(records, edition, today or date.today())
    by_file: dict[UUID | None, list[Photo]] = {}
    for photo in records.of(Photo):
        if not photo.binned:
            by_file.setdefault(photo.original, []).append(photo)
    hidden = (
        Unallowed(photo.id, UUID(plan.block), plan.number, hidden=True)
        for plan in plans
        for photo, recipe in _photos_on(by_file, plan)
        if any(_hides(allowed, photo, recipe, one) for one in photo.people)
    )
    return (*dict.fromkeys(hidden), *_left_out(records, edition, shared, plans))


def findings(found: Iterable[Unallowed]) -> tuple[Finding, ...]:
    """The same as findings, in the order of the pages, naming nobody."""
    made = (
        Finding(
            CHECK,
            one.page,
            _HIDDEN if one.hidden else _LEFT_OUT,
            _REMEDY,
            Weight.MUST,
            block=one.block,
            record=one.photo,
        )
        for one in found
    )
    return tuple(sorted(made, key=by_page))


def _photos_on(
    by_file: Mapping[UUID | None, Sequence[Photo]], plan: PagePlan
) -> Iterator[tuple[Photo, Recipe]]:
    """The photos on a page, each with how it stands there."""
    for picture in plan.pictures():
        recipe = picture.rendition.recipe
        shown = (
            photo
            for photo in by_file.get(picture.rendition.original, ())
            if recipe.shows(photo.recipe)
        )
        photo = max(shown, key=lambda one: len(one.edits), default=None)
        if photo is not None:
            yield photo, recipe


def _hides(allowed: Permissions, photo: Photo, recipe: Recipe, one: InPhoto) -> bool:
    original = allowed.records.find(Original, photo.original)
    if original is None or one.region is None or allowed.may_show(one.person):
        return False
    seen = Standing.of(recipe).sees(one.region, *original.size(photo.page))
    return seen and not any(_is_most_of(one.region, by_hand) for by_hand in photo.covered)


def _is_most_of(region: Region, hidden: Region) -> bool:
    """True when the worker hid the better part of a face: whatever is left the lens hides."""
    across = min(region.left + region.width, hidden.left + hidden.width)
    down = min(region.top + region.height, hidden.top + hidden.height)
    wide, high = across - max(region.left, hidden.left), down - max(region.top, hidden.top)
    return wide > 0 and high > 0 and wide * high * 2 >= region.width * region.height


def _left_out(
    records: Records, edition: Edition, shared: SharedEdition, plans: Sequence[PagePlan]
) -> Iterator[Unallowed]:
    # Held back as somebody's portrait, a photo may yet stand on a page with the face hidden.
    gone = {one.id for one in shared.held_back if one.reason == NO_CONSENT}
    gone -= {photo.id for section in shared.sections for block in section.blocks
             for photo in _came_through(block)}  # fmt: skip
    pages: dict[str, int] = {}
    for plan in plans:
        pages.setdefault(plan.block, plan.number)
    for block in blocks_of(edition) if gone else ():
        for photo in dict.fromkeys(_put_on(records, block)):
            if photo in gone:
                yield Unallowed(photo, block.id, pages.get(str(block.id)), hidden=False)


def _came_through(block: SharedBlock) -> Iterator[SharedPhoto]:
    yield from block.photos
    for one in block.milestones:
        if one.photo is not None:
            yield one.photo
    for words in block.words:
        if words.picture is not None:
            yield words.picture


def _put_on(records: Records, block: Block) -> Iterator[UUID]:
    """The photos that a block holds, and those of the milestones and words it holds."""
    for key in (key for keys in block.slots.values() for key in keys):
        match records.get(key):
            case Photo(id=photo):
                yield photo
            case Milestone(photo=UUID() as photo) | ChildWords(picture=UUID() as photo):
                yield photo
