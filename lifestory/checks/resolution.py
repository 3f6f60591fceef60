"""Is every photo sharp at the size it is printed?"""

from __future__ import annotations

from collections.abc import Iterator
from uuid import UUID

from lifestory.checks.copy import Copy
from lifestory.checks.limits import limits
from lifestory.domain.findings import Finding, Fix
from lifestory.domain.plans import Picture
from lifestory.sharing.shared import SharedBlock, SharedPhoto

CHECK = "resolution"
_INCH = 72.0
_REMEDY = (
    "Give it less room, take another photo, or scan the print again, larger; the better scan takes"
    " the place of this one under Photos."
)


def find(copy: Copy) -> Iterator[Finding]:
    """Photos with fewer dots to the inch than print well."""
    least, scale = limits().dots_an_inch, copy.scale
    shared = {block.id: block for block in copy.shared_blocks}
    for block, pages in copy.pages.items():
        for plan in pages:
            for picture in plan.pictures():
                dots = dots_an_inch(picture, scale)
                if dots < least:
                    photo, others = _among(shared.get(block), picture)
                    yield Finding(
                        CHECK,
                        plan.number,
                        f"A photo prints at {int(dots)} dots an inch and will look soft:"
                        f" {least:g} are enough.",
                        _REMEDY,
                        about=picture.caption or picture.alt,
                        block=block,
                        record=photo,
                        fix=Fix.LESS_ROOM if photo and others else None,
                    )


def dots_an_inch(picture: Picture, scale: float = 1.0) -> float:
    """The dots to the inch of a photo on a page that is printed at a scale. A rendition has what
    its frame needs, or all that the photo has, if that is less."""
    return picture.rendition.width / (picture.box.width * scale / _INCH)


def _among(block: SharedBlock | None, picture: Picture) -> tuple[UUID | None, bool]:
    """Which of a block's photos a picture is, and whether there are others to give room to."""
    photos: tuple[SharedPhoto, ...] = block.photos if block else ()
    shown = picture.rendition
    for one in photos:
        if (one.original, one.recipe) == (shown.original, shown.recipe):
            return one.id, len(photos) > 1
    return None, False
