"""A scan of several prints becomes a photo for each of them; the scan itself stays as it came."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from uuid import UUID, uuid4

from lifestory.app.open_case import OpenCase, standing
from lifestory.app.open_store import Store
from lifestory.domain.edits import Piece
from lifestory.domain.media import InPhoto, Photo
from lifestory.domain.standing import Standing

SPLITTING = "Split a scan"
"""The title of that step in the journal."""


def prints_on(store: Store, photo: Photo) -> tuple[Piece, ...]:
    """Where the prints lie on the page a photo shows, in reading order, as a suggestion; none when
    it is one picture. Some tens of ms. Raises LifestoryError when its file is missing."""
    if photo.original is None:
        return ()
    data = store.vault.originals.read(photo.original)
    return store.workers.prints_on(data, photo.page)


def split_photo(case: OpenCase, key: UUID, pieces: Sequence[Piece]) -> tuple[UUID, ...]:
    """A photo for each of these pieces, and the photo of the whole page laid in the bin; one step.
    What was hidden on the page stays hidden, and what is known of the page (date, who it is about,
    from which age) is known of each. Who is in it is in every piece, but for those whose face is
    marked elsewhere: dropped, someone without permission would be printed. Returns the ids of the
    new photos, in that order. Raises Gone."""
    page = standing(case, Photo, key)
    if not pieces:
        return ()
    made = [
        replace(
            page,
            id=uuid4(),
            piece=piece,
            edits=(),
            focus=None,
            people=tuple(one for one in page.people if _may_be_in(piece, one)),
            likeness="",
        )
        for piece in pieces
    ]
    with case.change(SPLITTING) as change:
        for photo in made:
            change.add(photo)
        change.replace(page, replace(page, binned=True))
    return tuple(photo.id for photo in made)


def _may_be_in(piece: Piece, who: InPhoto) -> bool:
    """False only where a marked face lies wholly outside the piece."""
    if who.region is None:
        return True
    return Standing(piece).sees(who.region, piece.width, piece.height)
