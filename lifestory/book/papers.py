"""The sizes a book can have, read from resources/rules/sizes.toml and checked.

Pages are drawn in units: whatever the paper, a page is 297 units tall, as A4 is in millimetres, so
that what is drawn at a height on A4 stands at the same height of every page. Pages differ in width
alone, and in how large type is set. Source: LOOK §1 "Page", mockups/book/SPEC "Grid".
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from lifestory.book.mistakes import Where

TALL = 297.0
"""The height of every page, in units."""

_FILE = ("rules", "sizes.toml")
_SIDE = (50.0, 1000.0)
"""Millimetres: a page is longer than the one either way, and not longer than the other."""


@dataclass(frozen=True, slots=True)
class Paper:
    """A page size: `width`, `height`, `inner` and `outer` margin in mm. `type` is the share of the
    sizes of type for A4 that are set on it; `spread` how many pages a spread takes."""

    name: str
    called: str
    width: float
    height: float
    type: float
    inner: float
    outer: float
    spread: int

    @property
    def scale(self) -> float:
        """Millimetres to the unit."""
        return self.height / TALL

    @property
    def across(self) -> float:
        """The width of a page in units."""
        return self.width / self.scale

    @property
    def grown(self) -> float:
        """How much larger type is drawn, in units, than on A4."""
        return self.type / self.scale

    @property
    def margins(self) -> tuple[float, float]:
        """The inner and the outer margin in units."""
        return self.inner / self.scale, self.outer / self.scale


@cache
def paper(name: str) -> Paper:
    """A size by name. Raises BrokenStyle naming file, line and what was expected."""
    where = Where(_FILE, name)
    if name not in where.read():
        raise where.mistake("", f"There is no size “{name}”.")
    rows = where.rows()
    for key in ("width", "height"):
        where.number(rows, key, *_SIDE)
    where.number(rows, "type", 0.0, 4.0)
    for key in ("inner", "outer"):
        where.number(rows, key, 0.0, rows["width"] / 4)
    where.text(rows, "called")
    where.check(rows, "spread", lambda one: type(one) is int and one in (1, 2), "1 or 2")
    where.only(rows, set(Paper.__dataclass_fields__) - {"name"})
    return Paper(name=name, **rows)


@cache
def papers() -> tuple[Paper, ...]:
    """Every size there is, in the order of the file."""
    where = Where(_FILE)
    if not where.read():
        raise where.mistake("", "the sizes are missing, each a table such as [a4]")
    return tuple(paper(name) for name in where.read())
