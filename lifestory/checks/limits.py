"""What pages are held up to, read from resources/rules/checks.toml and checked."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from lifestory.book.mistakes import Where


@dataclass(frozen=True, slots=True)
class Limits:
    """`sharp` and `blurred` are dots an inch of a photo as printed: from the one on it is sharp,
    under the other plainly not. The `contrast` of words to their ground; the `safe` distance from
    the cut and that of a `binding` in mm; `least_type` in points as printed."""

    sharp: float
    blurred: float
    contrast: float
    safe: float
    binding: float
    least_type: float


@cache
def limits() -> Limits:
    """The limits as the file has them. Raises BrokenStyle naming file, line and expected."""
    where = Where(("rules", "checks.toml"))
    rows = where.read()
    names = set(Limits.__dataclass_fields__)
    for name in sorted(names):
        where.number(rows, name, 0.0)
    where.only(rows, names)
    return Limits(**rows)
