"""A child's books: composed, shown on the screen, printed and read back.

A product whose cover is a file of its own makes two files, the second named after the first.
"""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from uuid import UUID

from lifestory.app.copies import Form, remember_file
from lifestory.app.open_case import FoundChild, OpenCase
from lifestory.app.open_store import Store
from lifestory.app.preflight import look_over
from lifestory.app.products import PLAIN, Prints, Sheets, last_copy, made_ready
from lifestory.app.progress import Cancelled, Progress, Stopped, never, silent
from lifestory.app.reading_back import compare
from lifestory.app.renditions import THUMBNAIL, Pixels
from lifestory.app.writing import refuse_inside_store, write_whole
from lifestory.book.compose import compose
from lifestory.book.suggesting import Suggestion, Suggestions, suggest
from lifestory.domain.arrangement import Edition
from lifestory.domain.errors import LifestoryError
from lifestory.domain.findings import Finding, Weight
from lifestory.domain.media import Rendition
from lifestory.domain.plans import PagePlan, Picture
from lifestory.pdf.imposing import on_sheets
from lifestory.pdf.readback import read_back
from lifestory.sharing.lens import share
from lifestory.sharing.shared import SharedEdition

__all__ = [
    "Book", "BookReport", "Finding", "NoSuchEdition", "NothingToPrint", "Suggestion", "Suggestions",
    "beside", "compose_edition", "editions", "find_edition", "make_book", "preview_pdf",
    "print_book", "shared_and_composed", "suggest_layouts", "write_book",
]  # fmt: skip

TITLE = "Life story"
"""What the PDF says of itself: neutral, as every title is that a stranger may see."""
LANGUAGE = "en-GB"


class NoSuchEdition(LifestoryError):
    """The child has no edition of that name."""

    message = "This child has no edition of that name."


@dataclass(frozen=True, slots=True)
class BookReport:
    """What was printed: pages, bytes, what must not stay so and what is `worth_a_look`, how long it
    took in seconds, how many words were read back, and how much the lens held back from this
    reader. `cover` is the report of a cover in a file of its own; `sheets` is the whole copy as it
    stands on paper when `whole`, and `left_over` how many sheets of the one before it has no more.
    """

    target: Path
    pages: int
    bytes: int
    findings: tuple[Finding, ...]
    seconds: float
    words: int
    held_back: int
    cover: BookReport | None = None
    sheets: Sheets = ()
    left_over: int = 0
    whole: bool = True
    worth_a_look: tuple[Finding, ...] = ()


class NothingToPrint(LifestoryError):
    """Not one page comes of the edition."""

    message = "This edition has no page to print."
    remedy = (
        "Nothing has been written. Put pages into it, under Book; one of which this reader may have"
        " nothing does not count."
    )


def editions(found: FoundChild) -> tuple[Edition, ...]:
    """The editions of this child's book, in the order they were made."""
    everyones = found.case.records.of(Edition)
    return tuple(one for one in everyones if one.child in {None, found.id})


def find_edition(found: FoundChild, name: str) -> Edition:
    """The edition with that name or id. Raises NoSuchEdition naming those there are."""
    for edition in editions(found):
        if name.strip().casefold() in {edition.name.casefold(), str(edition.id)}:
            return edition
    raise NoSuchEdition(remedy=_those_there_are(editions(found)))


def _those_there_are(there: Sequence[Edition]) -> str:
    if not there:
        return (
            "Nothing has been changed. It has none yet: `--edition first-book` makes one from what"
            " is known, or make one in the window, under Book."
        )
    names = ", ".join(sorted(edition.name for edition in there))
    return f"Nothing has been changed. There is: {names}."


def compose_edition(case: OpenCase, edition: Edition) -> tuple[PagePlan, ...]:
    """Every page of the edition as it stands; quick when little has changed since."""
    return shared_and_composed(case, edition)[1]


def shared_and_composed(
    case: OpenCase, edition: Edition
) -> tuple[SharedEdition, tuple[PagePlan, ...]]:
    """What its reader may have, and every page made of it."""
    shared = share(case.records, edition)
    return shared, compose(shared)


def suggest_layouts(case: OpenCase, edition: Edition, block: UUID) -> Suggestions:
    """The layouts that fit a block with photos, each with its pages; slow the first time (tens of
    ms each)."""
    shared = share(case.records, edition)
    return suggest(shared, compose(shared), block)


def preview_pdf(store: Store, plans: Sequence[PagePlan], width: int = 700) -> bytes:
    """A PDF of just these pages for the screen, in memory, photos at most `width` px either way.

    A photo has one of two sizes, whatever its frame: moved or weighed, it is there already.
    """
    from lifestory.pdf.draw import draw

    small = [_for_screen(plan, width) for plan in plans]
    return draw(small, Pixels(store, _renditions(small)), title=TITLE, language=LANGUAGE)


def _for_screen(plan: PagePlan, width: int) -> PagePlan:
    elements = (
        replace(one, rendition=_no_wider(one.rendition, width)) if isinstance(one, Picture) else one
        for one in plan.elements
    )
    return replace(plan, elements=tuple(elements))


def _no_larger(plan: PagePlan, longest: int) -> PagePlan:
    """The page with its large photos made smaller; the others are there already, for print."""
    elements = (
        replace(one, rendition=replace(one.rendition, width=longest, height=longest))
        if isinstance(one, Picture) and max(one.rendition.width, one.rendition.height) > longest
        else one
        for one in plan.elements
    )
    return replace(plan, elements=tuple(elements))


def _no_wider(rendition: Rendition, width: int) -> Rendition:
    tiny = max(rendition.width, rendition.height) <= THUMBNAIL
    side = min(width, THUMBNAIL) if tiny else width
    return replace(rendition, width=side, height=side)


def _renditions(plans: Sequence[PagePlan]) -> list[Rendition]:
    return [picture.rendition for plan in plans for picture in plan.pictures()]


@dataclass(frozen=True, slots=True)
class Book:
    """A finished book in memory, and what is found about it; the rest as in its report."""

    pdf: bytes
    pages: int
    words: int
    findings: tuple[Finding, ...]
    held_back: int
    cover: Book | None = None
    sheets: Sheets = ()
    left_over: int = 0
    whole: bool = True
    worth_a_look: tuple[Finding, ...] = ()


def make_book(
    store: Store,
    case: OpenCase,
    edition: Edition,
    progress: Progress = silent,
    cancelled: Cancelled = never,
    pages: str = "",
    *,
    printer: str = PLAIN,
    proof: bool = False,
    longest: int = 0,
) -> Book:
    """Compose, draw and finish the edition as a print product, and read it back; the same bytes
    for the same case. `longest` is how many pixels a photo may have either way, 0 for print.
    Among the findings are also the pages with someone who has not allowed it.

    Raises LifestoryError: no page at all, no such pages or product, nothing changed, a missing
    original, Stopped.
    """
    progress(0, 0, "Composing")
    shared = share(case.records, edition)
    if not compose(shared):
        raise NothingToPrint
    last = last_copy(case, edition, printer)
    prints = made_ready(shared, printer, pages, proof=proof, last=last)
    if longest:
        prints = replace(prints, plans=tuple(_no_larger(plan, longest) for plan in prints.plans))
    every = (*prints.plans, prints.cover) if prints.cover else prints.plans
    pixels = _Watched(Pixels(store, _renditions(every)), every, progress, cancelled)
    looked = _looked_over(case, edition, shared, prints, printer)
    book = _finished(shared, prints, pixels, progress)
    book = replace(
        book,
        findings=(*(one for one in looked if one.weight is Weight.MUST), *book.findings),
        worth_a_look=tuple(one for one in looked if one.weight is Weight.LOOK),
    )
    if prints.cover is None:
        return book
    alone = replace(prints, plans=(prints.cover,), sides=())
    return replace(book, cover=_finished(shared, alone, pixels, progress))


def _looked_over(
    case: OpenCase, edition: Edition, shared: SharedEdition, prints: Prints, product: str
) -> tuple[Finding, ...]:
    """What preflight finds: of the pages that are printed and, where it is all of them, of the
    book as a whole."""
    plans = compose(shared)
    numbers = {plan.number for plan in prints.plans}
    numbers |= {prints.cover.number} if prints.cover else set()
    return tuple(
        one
        for one in look_over(case, edition, shared, plans, product)
        if one.page in numbers or (one.page is None and prints.whole)
    )


def _finished(shared: SharedEdition, prints: Prints, pixels: _Watched, progress: Progress) -> Book:
    from lifestory.pdf.draw import draw  # ReportLab is loaded when something is to be drawn

    pdf = draw(prints.plans, pixels, title=TITLE, language=LANGUAGE, duplex=prints.duplex)
    if prints.sides:
        pdf = on_sheets(pdf, prints.sides)
    progress(0, 0, "Reading it back")
    read = read_back(pdf)
    return Book(
        pdf=pdf,
        pages=len(prints.plans),
        words=sum(len(page.text.split()) for page in read.pages),
        findings=compare(prints.by_side, read, shared.names, TITLE),
        held_back=len(shared.held_back),
        sheets=prints.sheets,
        left_over=prints.left_over,
        whole=prints.whole,
    )


def print_book(
    store: Store,
    case: OpenCase,
    edition: Edition,
    target: Path,
    progress: Progress = silent,
    cancelled: Cancelled = never,
    pages: str = "",
    *,
    printer: str = PLAIN,
    proof: bool = False,
) -> BookReport:
    """Print the edition to `target` (a PDF), read it back, and report.

    `pages` is a range such as "1-4,9", or "changed" for the sheets that are not in the copy printed
    last; empty for all. The files appear whole or not at all, also with findings: it is a draft
    until it is released. That they were written is noted in the case.
    Raises LifestoryError: a target inside a store, no page at all, no such pages or product,
    nothing changed, a missing original, a full disk, Stopped.
    """
    refuse_inside_store(target)
    began = time.perf_counter()
    book = make_book(store, case, edition, progress, cancelled, pages, printer=printer, proof=proof)
    if cancelled():
        raise Stopped
    cover = write_book(book.cover, beside(target), began) if book.cover else None
    report = replace(write_book(book, target, began), cover=cover)
    remember_file(case, Form.PDF, target, edition.child, edition=edition)
    return report


def beside(target: Path) -> Path:
    """Where the cover of a book goes that is written to `target`: "book.pdf", "book-cover.pdf"."""
    return target.with_name(f"{target.stem}-cover{target.suffix}")


def write_book(book: Book, target: Path, began: float) -> BookReport:
    """Write what was made of a book and report; `began` is when that began, by `perf_counter`.
    Raises CannotWrite."""
    write_whole(target, book.pdf)
    return BookReport(
        target=target,
        pages=book.pages,
        bytes=len(book.pdf),
        findings=book.findings,
        seconds=time.perf_counter() - began,
        words=book.words,
        held_back=book.held_back,
        sheets=book.sheets,
        left_over=book.left_over,
        whole=book.whole,
        worth_a_look=book.worth_a_look,
    )


class _Watched:
    """Gives pixels as asked, says how many photos are done, and stops when told to."""

    def __init__(
        self, pixels: Pixels, plans: Sequence[PagePlan], progress: Progress, cancelled: Cancelled
    ) -> None:
        self._pixels, self._progress, self._cancelled = pixels, progress, cancelled
        self._total, self._done = len(set(_renditions(plans))), 0

    def __call__(self, rendition: Rendition) -> bytes:
        if self._cancelled():
            raise Stopped
        pixels = self._pixels(rendition)
        self._done += 1
        self._progress(self._done, self._total, "Printing photos")
        return pixels
