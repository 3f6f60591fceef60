"""How long a passphrase would hold against someone who has the laptop and time: an honest estimate.

The guessing order of words, names, dates, keyboard runs and their usual disguises is zxcvbn's; the
time for one guess is ours, from the price of a key slot. It knows English and nothing of the
worker: a child's name or a street would be guessed much sooner than it says.
"""

from __future__ import annotations

from enum import IntEnum

GUESSES_A_SECOND = 10_000
"""What a determined attacker with many machines may try; one of them manages one or two a second
against a slot of work factor 18."""

_MOST = 72
"""Characters zxcvbn looks at: what comes later only makes it better."""

_DAY = 86_400
_YEAR = 365 * _DAY


class Holds(IntEnum):
    """For how long a passphrase would hold."""

    NOTHING_TYPED = 0
    LESS_THAN_A_DAY = 1
    MONTHS = 2
    YEARS = 3
    FOR_GOOD = 4


ENOUGH = Holds.YEARS
"""A store that keeps children safe is not made with less: a laptop may be gone for months before
anybody misses it."""


def holds(passphrase: str) -> Holds:
    """For how long it would hold: less than a day, up to a year, up to a lifetime of 80, longer."""
    if not passphrase.strip():
        return Holds.NOTHING_TYPED
    from zxcvbn import zxcvbn  # its lists of words are heavy, and few who open a store need them

    seconds = float(zxcvbn(passphrase[:_MOST])["guesses"]) / GUESSES_A_SECOND
    if seconds < _DAY:
        return Holds.LESS_THAN_A_DAY
    if seconds < _YEAR:
        return Holds.MONTHS
    return Holds.YEARS if seconds < 80 * _YEAR else Holds.FOR_GOOD
