"""What a book can be printed as: print products, read from resources/printers and checked."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any, Literal

from lifestory import assets
from lifestory.book.mistakes import Where
from lifestory.book.papers import papers
from lifestory.domain.errors import LifestoryError

PLAIN = "plain"
"""The pages as they are."""

_ORDER = ("plain", "office", "duplex", "ring-binder", "ring-binder-holes", "booklet", "print-shop")
"""The simplest first; those a council adds come after them."""


class NoSuchPrinter(LifestoryError):
    """There is no print product of that name."""

    message = "There is no print product of that name."


class WrongSize(LifestoryError):
    """The pages of the edition have a size that the product is not made for."""

    message = "This book's pages have a size that cannot be printed so."


@dataclass(frozen=True, slots=True)
class CoverPaper:
    """What a spine is computed from, in mm: how thick a leaf of the block is, and the cover."""

    paper: float
    board: float


@dataclass(frozen=True, slots=True)
class Printer:
    """A print product. `called` and `says` are what the worker reads: a few words, a sentence.

    Measures in mm. `sheet` is the paper, lying as the pages lie; None for paper the size of the
    page. `sides` and `pages_a_side` are 1 or 2. The pages come to a multiple of `multiple`.
    `bleed` is what is cut off all round; `binding` stays free along the edge that is bound;
    `holes_in` and `holes` say where it is punched, from that edge and from its middle. `paper` is
    how thick a folded sheet is. With `back` the last page is the outside of the book. `cover` is
    there when the cover is a file of its own.
    """

    name: str
    called: str
    says: str
    sheet: tuple[float, float] | None
    sides: Literal[1, 2]
    pages_a_side: Literal[1, 2]
    sizes: tuple[str, ...]
    multiple: int
    bleed: float = 0.0
    binding: float = 0.0
    holes_in: float = 0.0
    holes: tuple[float, ...] = ()
    paper: float = 0.0
    back: bool = False
    cover: CoverPaper | None = None

    @property
    def folded(self) -> bool:
        """True for sheets folded into each other, which makes a booklet."""
        return self.pages_a_side == 2

    @property
    def by_sheet(self) -> bool:
        """True when a page cannot be printed without the others of its sheet."""
        return self.sheet is not None and self.sides == 2

    def takes(self, size: str) -> None:
        """Raises WrongSize for an edition of a size that it is not made for."""
        if size not in self.sizes:
            called = {paper.name: paper.called for paper in papers()}
            made_for = ", ".join(called[one] for one in self.sizes)
            raise WrongSize(
                remedy=f"Nothing has been changed. “{self.called}” is made for {made_for}:"
                " choose another product, or give the edition another size."
            )


@cache
def printer(name: str) -> Printer:
    """A print product by name. Raises NoSuchPrinter; BrokenStyle naming file, line and what was
    expected."""
    file = ("printers", f"{name}.toml")
    if name not in _names():
        raise NoSuchPrinter(remedy=f"Nothing has been changed. There is: {', '.join(_names())}.")
    where = Where(file)
    rows = where.read()
    where.only(rows, set(Printer.__dataclass_fields__) - {"name"})
    for key in ("called", "says"):
        where.text(rows, key)
    where.check(rows, "sheet", _is_sheet, "[width, height] in mm, or “page”")
    for key in ("sides", "pages_a_side"):
        where.check(rows, key, lambda one: one in (1, 2) and not isinstance(one, bool), "1 or 2")
    sizes = [paper.name for paper in papers()]
    where.check(rows, "sizes", lambda one: _is_some_of(one, sizes), f"some of {sizes}")
    where.check(rows, "multiple", lambda one: _is_whole(one) and one > 0, "a whole number over 0")
    for key in {"bleed", "binding", "holes_in", "paper"} & set(rows):
        where.check(rows, key, _is_measure, "a number of mm, 0 to 50")
    if "holes" in rows:
        where.check(rows, "holes", _is_row, "a list of numbers of mm, such as [-40, 40]")
    if "back" in rows:
        where.check(rows, "back", lambda one: isinstance(one, bool), "true or false")
    _agree(where, rows)
    return Printer(
        **{
            **rows,
            "name": name,
            "sheet": None if rows["sheet"] == "page" else tuple(rows["sheet"]),
            "sizes": tuple(rows["sizes"]),
            "holes": tuple(rows.get("holes", ())),
            "cover": _cover(file, rows),
        }
    )


def printers() -> tuple[Printer, ...]:
    """Every print product, the simplest first. Raises BrokenStyle."""
    return tuple(printer(name) for name in _names())


def _names() -> tuple[str, ...]:
    there = sorted(file.stem for file in assets.path("printers").glob("*.toml"))
    known = [name for name in _ORDER if name in there]
    return (*known, *(name for name in there if name not in _ORDER))


def _agree(where: Where, rows: dict[str, Any]) -> None:
    """What one key asks of another."""
    if rows["pages_a_side"] == 2:
        if rows["sheet"] == "page" or rows["sides"] != 2:
            raise where.mistake("pages_a_side", "can be 2 only with a sheet and with sides = 2")
        if rows["multiple"] % 4:
            raise where.mistake("multiple", "should be a multiple of 4, for sheets that are folded")
    elif rows["sides"] == 2 and rows["multiple"] % 2:
        raise where.mistake("multiple", "should be a multiple of 2, for sheets with two sides")
    if rows.get("back") and rows["multiple"] % 2:
        raise where.mistake("back", "needs a multiple of 2, so that the last page is a left one")


def _cover(file: tuple[str, ...], rows: dict[str, Any]) -> CoverPaper | None:
    if "cover" not in rows:
        return None
    where, cover = Where(file, "cover"), rows["cover"]
    if not isinstance(cover, dict):
        raise Where(file).mistake("cover", "should be a table, with paper and board")
    where.only(cover, CoverPaper.__dataclass_fields__)
    for key in ("paper", "board"):
        where.check(cover, key, _is_measure, "a number of mm, 0 to 50")
    return CoverPaper(cover["paper"], cover["board"])


def _is_whole(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)


def _is_number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _is_measure(value: Any) -> bool:
    return _is_number(value) and 0 <= value <= 50


def _is_row(value: Any) -> bool:
    return isinstance(value, list) and all(_is_number(one) for one in value)


def _is_sheet(value: Any) -> bool:
    return value == "page" or (_is_row(value) and len(value) == 2 and min(value) > 50)


def _is_some_of(value: Any, known: list[str]) -> bool:
    return isinstance(value, list) and bool(value) and all(one in known for one in value)
