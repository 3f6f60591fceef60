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
_ONLY_ONE = " If it is the only one there is, keep it: a poor photo is better than none."


def find(copy: Copy) -> Iterator[Finding]:
    """Photos with fewer dots to the inch than print well."""
    least, scale = limits().sharp, copy.scale
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
                        *_worded(int(dots)),
                        about=picture.caption or picture.alt,
                        block=block,
                        record=photo,
                        fix=Fix.LESS_ROOM if photo and others else None,
                    )


def _worded(dots: int) -> tuple[str, str]:
    """What is found, and what helps. It stops nothing. Source: PRACTICE §6."""
    sharp, blurred = limits().sharp, limits().blurred
    if dots < blurred:
        found = f"A photo prints at only {dots} dots an inch and will look blurred"
        return f"{found}: {sharp:g} are enough.", _REMEDY + _ONLY_ONE
    return f"A photo prints at {dots} dots an inch, a little soft: {sharp:g} are enough.", _REMEDY


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
