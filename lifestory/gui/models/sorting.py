"""The album sorted as one wishes to see it: how many of each kind, of whom, under which headings.

It touches no widget, so that for thousands of photos it is done away from the window's thread.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from lifestory.app.album import Album
from lifestory.gui.models.groups import By, Row, rows_of
from lifestory.gui.models.shown import Show, counted
from lifestory.gui.models.steps import Steps, steps


@dataclass(frozen=True, slots=True)
class Wish:
    """Which photos are shown, of whom (None for anyone), and what the headings are."""

    show: Show = Show.ALL
    who: UUID | None = None
    by: By = By.DATE


@dataclass(frozen=True, slots=True)
class Sorted:
    """What a wish comes to: how many photos each choice shows, the names and ids of those who are
    in any, and the way from the rows shown before."""

    wish: Wish
    counts: Mapping[Show, int]
    people: tuple[tuple[str, UUID], ...]
    way: Steps


def sort_out(album: Album, wish: Wish, before: Sequence[Row] = ()) -> Sorted:
    """Sort an album; a tenth of a second for ten thousand photos."""
    there = {one.person for look in album.looks for one in look.photo.people}
    people = sorted(
        (one.called, key) for key, one in album.people.items() if key in there and one.called
    )
    rows = rows_of(album, wish.show, wish.who, wish.by)
    return Sorted(wish, counted(album.looks), tuple(people), steps(before, rows))
