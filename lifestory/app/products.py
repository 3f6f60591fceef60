"""A book as a print product: which pages are drawn, on which sheets they stand, what changed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from lifestory.app.open_case import OpenCase
from lifestory.app.page_ranges import choose_pages
from lifestory.book.compose import compose
from lifestory.book.cover_sheet import cover_sheet
from lifestory.book.for_paper import block_of, ready
from lifestory.book.imposition import imposed, turned_on
from lifestory.book.padding import padded
from lifestory.book.printers import PLAIN, Printer, WrongSize, printer, printers
from lifestory.book.proof import as_proof
from lifestory.book.trial import trial
from lifestory.domain.arrangement import Edition
from lifestory.domain.copies import PrintedCopy
from lifestory.domain.errors import LifestoryError
from lifestory.domain.plans import PagePlan
from lifestory.domain.sheets import PaperSheet, Side
from lifestory.sharing.shared import SharedEdition

__all__ = [
    "CHANGED", "PLAIN", "NothingChanged", "Printer", "Prints", "WrongSize", "last_copy",
    "made_ready", "printers", "remember_copy", "trial_ready",
]  # fmt: skip

CHANGED = "changed"
"""In place of a range of pages: only the sheets that are not in the copy printed last."""

Sheets = tuple[tuple[str, ...], ...]
"""The digests of the pages on each sheet of a copy."""


class NothingChanged(LifestoryError):
    """Only changed sheets were asked for, and none has."""

    message = "No page has changed since the last copy was printed so."
    remedy = "Nothing was printed. To print all of it again, leave the choice of pages out."


@dataclass(frozen=True, slots=True)
class Prints:
    """What is drawn, and how it lies on paper. `sides` is empty where every page is a side of its
    own; `cover` is there for a product that has it in a file of its own. `sheets` are those of the
    whole copy, printed now or before, and `left_over` is how many of the last copy it has no more;
    `duplex` is how a print dialog should turn them. With it in hand the copy is `whole`: all of it
    was printed, or all that had changed."""

    plans: tuple[PagePlan, ...]
    sides: tuple[Side, ...]
    cover: PagePlan | None
    sheets: Sheets
    left_over: int
    duplex: str
    whole: bool

    @property
    def by_side(self) -> tuple[tuple[PagePlan, ...], ...]:
        """The pages on each side of the paper, to be read back."""
        if not self.sides:
            return tuple((plan,) for plan in self.plans)
        return tuple(tuple(self.plans[one.page] for one in side.pages) for side in self.sides)


def made_ready(
    shared: SharedEdition,
    product: str = PLAIN,
    pages: str = "",
    *,
    proof: bool = False,
    last: PrintedCopy | None = None,
) -> Prints:
    """The edition as a print product. `pages` is a range or `CHANGED`; where a page shares its
    sheet with others, the whole sheet is printed.

    Raises NoSuchPrinter, WrongSize, NoSuchPages, NothingChanged, BrokenStyle.
    """
    made_for = printer(product)
    made_for.takes(shared.size)
    composed = compose(shared)
    whole = ready(padded(shared, block_of(composed, made_for), made_for), made_for)
    cover = cover_sheet(shared, composed, len(whole), made_for) if made_for.cover else None
    paper = imposed(whole, made_for)
    sheets = _digests(whole, paper, cover)
    chosen = _chosen(whole, paper, sheets, made_for, pages, last)
    kept = sorted(chosen)
    plans = tuple(whole[number] for number in kept)
    sides = _sides(whole, paper, kept)
    if pages.strip() not in {"", CHANGED}:
        cover = None
    if proof:
        plans, cover = as_proof(plans), as_proof([cover])[0] if cover else None
    return Prints(
        plans=plans,
        sides=sides,
        cover=cover,
        sheets=sheets,
        left_over=max(0, len(last.sheets) - len(sheets)) if last else 0,
        duplex=_turned(paper, made_for),
        whole=pages.strip() in {"", CHANGED},
    )


def trial_ready(product: str) -> Prints:
    """The test print of a product: two numbered sheets with nothing of a child on them. Raises
    NoSuchPrinter, BrokenStyle."""
    made_for = printer(product)
    whole = ready(trial(made_for), made_for)
    paper = imposed(whole, made_for)
    sides, sheets = _sides(whole, paper, range(len(whole))), _digests(whole, paper, None)
    return Prints(whole, sides, None, sheets, 0, _turned(paper, made_for), True)


def last_copy(case: OpenCase, edition: Edition, product: str) -> PrintedCopy | None:
    """The copy of this edition that was printed last as this product."""
    copies = case.records.of(PrintedCopy)
    mine = (one for one in copies if (one.edition, one.printer) == (edition.id, product))
    return next(mine, None)


def remember_copy(case: OpenCase, edition: Edition, product: str, sheets: Sheets) -> None:
    """Note that this edition now stands on paper so, all of it. Undo does not take paper back."""
    before = last_copy(case, edition, product)
    now = datetime.now(UTC).replace(microsecond=0)
    with case.change("Note what was printed", for_good=True) as change:
        if before:
            change.replace(before, replace(before, printed_at=now, sheets=sheets))
        else:
            about = frozenset({edition.child}) if edition.child else frozenset()
            change.add(
                PrintedCopy(
                    about=about, edition=edition.id, printer=product, printed_at=now, sheets=sheets
                )
            )


def _digests(
    whole: Sequence[PagePlan], paper: Sequence[PaperSheet], cover: PagePlan | None
) -> Sheets:
    sheets = tuple(tuple(whole[page].digest for page in sheet.pages) for sheet in paper)
    return (*sheets, (cover.digest,)) if cover else sheets


def _chosen(
    whole: Sequence[PagePlan],
    paper: Sequence[PaperSheet],
    sheets: Sheets,
    product: Printer,
    pages: str,
    last: PrintedCopy | None,
) -> set[int]:
    """The pages to draw, counted from 0."""
    if pages.strip() == CHANGED:
        known = set(last.sheets) if last else set()
        new = {number for number, sheet in enumerate(sheets) if sheet not in known}
        if not new:
            raise NothingChanged
        if product.cover:  # a bound book cannot have single sheets exchanged
            return set(range(len(whole)))
        return {page for number in new for page in paper[number].pages}
    wanted = {plan.number for plan in choose_pages(whole, pages)}
    chosen = {number for number, plan in enumerate(whole) if plan.number in wanted}
    if not product.by_sheet:
        return chosen
    return {page for sheet in paper if chosen & set(sheet.pages) for page in sheet.pages}


def _sides(
    whole: Sequence[PagePlan], paper: Sequence[PaperSheet], kept: Sequence[int]
) -> tuple[Side, ...]:
    """The sides with these pages; none where each is just its page."""
    sides = [side for sheet in paper for side in sheet.sides]
    if all(_is_its_page(side, whole) for side in sides):
        return ()
    drawn = {number: at for at, number in enumerate(kept)}
    return tuple(
        replace(side, pages=tuple(replace(one, page=drawn[one.page]) for one in side.pages))
        for side in sides
        if all(one.page in drawn for one in side.pages)
    )


def _is_its_page(side: Side, whole: Sequence[PagePlan]) -> bool:
    (one, *others), plan = side.pages, whole[side.pages[0].page]
    size = max(abs(side.width - plan.width), abs(side.height - plan.height))
    return not others and one.scale == 1 and size < 0.01


def _turned(paper: Sequence[PaperSheet], product: Printer) -> str:
    """A sheet is turned like a page, about its upright side."""
    if product.sheet is None or not paper:
        return ""
    if product.sides == 1:
        return "Simplex"
    side = paper[0].sides[0]
    return f"DuplexFlip{turned_on(product, side.width, side.height).title()}Edge"
