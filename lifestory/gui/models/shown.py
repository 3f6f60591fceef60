"""Which photos are shown: all, or those that ask for one thing; and what each choice is called."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from enum import IntEnum

from PySide6.QtCore import QCoreApplication

from lifestory.app.album import PhotoLook


class Show(IntEnum):
    """Which photos are shown, in the order they are offered. Those of `ASIDE` are found by the
    search and stand in the bar only while they are shown."""

    ALL = 0
    UNUSED = 1
    NEEDS_A_LOOK = 2
    UNDATED = 3
    NO_PERMISSION = 4
    LOW = 5
    LOCATED = 6
    HELD = 7
    BIN = 8


ASIDE = (Show.NO_PERMISSION, Show.LOW, Show.LOCATED, Show.HELD)


_ASKS: Mapping[Show, Callable[[PhotoLook], object]] = {
    Show.ALL: lambda _: True,
    Show.UNUSED: lambda look: not look.used,
    Show.NEEDS_A_LOOK: lambda look: look.needs_a_look,
    Show.UNDATED: lambda look: look.questioned,
    Show.NO_PERMISSION: lambda look: look.no_permission,
    Show.LOW: lambda look: look.low,
    Show.LOCATED: lambda look: look.original is not None and look.original.had_gps,
    Show.HELD: lambda look: look.held_until,
}
"""What each asks of a photo that is not in the bin."""


def is_shown(look: PhotoLook, show: Show) -> bool:
    """Whether a choice shows a photo."""
    if look.photo.binned or show is Show.BIN:
        return look.photo.binned and show is Show.BIN
    return bool(_ASKS[show](look))


def counted(looks: Iterable[PhotoLook]) -> Counter[Show]:
    """How many photos each choice shows."""
    all_of_them = tuple(looks)
    kept = [one for one in all_of_them if not one.photo.binned]
    counts = Counter({show: sum(map(bool, map(asks, kept))) for show, asks in _ASKS.items()})
    counts[Show.BIN] = len(all_of_them) - len(kept)
    return counts


def choice_in_words(show: Show) -> str:
    """What a choice is called in the bar."""
    return {
        Show.ALL: _tr("All"),
        Show.UNUSED: _tr("Unused"),
        Show.NEEDS_A_LOOK: _tr("Needs a look"),
        Show.UNDATED: _tr("Undated"),
        Show.NO_PERMISSION: _tr("No permission"),
        Show.LOW: _tr("Low res"),
        Show.LOCATED: _tr("Location"),
        Show.HELD: _tr("Held back"),
        Show.BIN: _tr("Bin"),
    }[show]


def sought_in_words(show: Show) -> tuple[str, str]:
    """What a choice is called where one looks for it, and other words one may type for it."""
    return {
        Show.ALL: (_tr("All photos"), ""),
        Show.UNUSED: (_tr("Unused photos"), _tr("not used, on no page yet")),
        Show.NEEDS_A_LOOK: (_tr("Photos that need a look"), _tr("needs attention, problems")),
        Show.UNDATED: (_tr("Undated photos"), _tr("no date, without a date, wrong date")),
        Show.NO_PERMISSION: (
            _tr("Photos with someone without permission"),
            _tr("no permission refused consent, not asked, blurred faces"),
        ),
        Show.LOW: (_tr("Photos of low resolution"), _tr("low res, too small, not sharp")),
        Show.LOCATED: (_tr("Photos with a location inside"), _tr("GPS, place, where taken")),
        Show.HELD: (_tr("Photos held back until an age"), _tr("hold back, too early, later")),
        Show.BIN: (_tr("Photos in the bin"), _tr("deleted, thrown away, put back")),
    }[show]


def nothing_in_words(show: Show, *, of_someone: bool = False) -> str:
    """Why no photo is shown, where there are some."""
    if of_someone:
        return _tr("None of the photos of this person is here.")
    return {
        Show.ALL: _tr("All photos are in the bin."),
        Show.UNUSED: _tr("Every photo is on a page of a book."),
        Show.NEEDS_A_LOOK: _tr("No photo needs a look. All is well."),
        Show.UNDATED: _tr("Every photo has a date that can be."),
        Show.NO_PERMISSION: _tr("Everyone who is named in a photo may be shown."),
        Show.LOW: _tr("Every photo is large enough to print well."),
        Show.LOCATED: _tr("No photo has a location inside."),
        Show.HELD: _tr("No photo is held back until an age."),
        Show.BIN: _tr("The bin is empty."),
    }[show]


def _tr(words: str) -> str:
    return QCoreApplication.translate("Photos", words)
