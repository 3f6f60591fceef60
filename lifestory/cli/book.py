"""`lifestory book`: composes an edition and prints it to a PDF, as the print product asked for."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from lifestory.app.books import BookReport, find_edition, print_book
from lifestory.app.digital_copy import write_digital_copy
from lifestory.app.editions import add_edition
from lifestory.app.first_book import first_book_if_none
from lifestory.app.open_case import OpenCase, find_child
from lifestory.app.open_store import Store
from lifestory.app.products import CHANGED, PLAIN, remember_copy
from lifestory.app.trial_prints import print_trial
from lifestory.cli.asking import first_line, opened
from lifestory.cli.options import Commands, add_child, add_store, command
from lifestory.cli.speaking import Speaker
from lifestory.domain.arrangement import Edition
from lifestory.domain.errors import LifestoryError
from lifestory.domain.findings import Finding


class NotForPaper(LifestoryError):
    """A print product was asked for of a copy for a screen."""

    message = "A copy under a password is for a screen, and not for a print product or a proof."
    remedy = "Nothing has been written. Leave --printer and --proof out, or --password-file."


class TestPrintAlone(LifestoryError):
    """A test print was asked for together with what only a book has."""

    message = "A test print is two numbered sheets of a print product, and nothing of the book."
    remedy = "Nothing has been written. Leave --proof, --pages and --password-file out."


def add_to(commands: Commands) -> None:
    """Put this command on the command line."""
    made = command(commands, "book", "compose an edition and print it to a PDF", _book)
    add_store(made)
    add_child(made)
    made.add_argument("--edition", required=True, metavar="NAME")
    product = "a print product such as duplex, booklet or print-shop (default: page by page)"
    made.add_argument("--printer", default=PLAIN, metavar="PROFILE", help=product)
    made.add_argument("--proof", action="store_true", help="grey, with DRAFT on every page")
    some = f"for example 1-4,9; or {CHANGED}: the sheets that are not in the copy printed last"
    made.add_argument("--pages", default="", metavar="RANGE", help=some)
    locked = "a copy for a screen that opens with the first line of FILE"
    made.add_argument("--password-file", type=Path, metavar="FILE", help=locked)
    trial = "in place of the book two numbered sheets, which show how to set the printer for it"
    made.add_argument("--test-print", action="store_true", help=trial)
    made.add_argument("-o", dest="target", required=True, type=Path, metavar="FILE")


def _book(args: Namespace, speaker: Speaker) -> bool:
    if args.test_print:
        return _try(args, speaker)
    with opened(args) as store:
        found = find_child(store, args.child)
        first = first_book_if_none(found, args.edition)
        edition = first or find_edition(found, args.edition)
        report = _made(args, store, found.case, edition, speaker)
        if first:  # only now, so that a trouble in printing leaves the story as it was
            add_edition(found, first)
            speaker.aside(f"There was no book yet: {first.name} was made from what is known.")
        if report.whole and not args.proof and not args.password_file:
            remember_copy(found.case, edition, args.printer, report.sheets)
    _say(report, speaker)
    if report.cover:
        _say(report.cover, speaker)
    if report.left_over:
        speaker.aside(f"The book is shorter now: take the last {report.left_over} sheets out.")
    name_findings(report, speaker)
    return bool(report.findings or (report.cover and report.cover.findings))


def _try(args: Namespace, speaker: Speaker) -> bool:
    """The test print. Nothing of a child is on it, so no store is opened for it."""
    if args.proof or args.pages or args.password_file:
        raise TestPrintAlone
    _say(print_trial(args.printer, args.target), speaker)
    return False


def _made(
    args: Namespace, store: Store, case: OpenCase, edition: Edition, speaker: Speaker
) -> BookReport:
    """The book on paper; or, with a password, for a screen."""
    target, progress = args.target, speaker.progress
    if args.password_file:
        if args.printer != PLAIN or args.proof:
            raise NotForPaper
        password = first_line(args.password_file)
        return write_digital_copy(
            store, case, edition, target, password, progress, pages=args.pages
        )
    return print_book(
        store,
        case,
        edition,
        target,
        progress,
        pages=args.pages,
        printer=args.printer,
        proof=args.proof,
    )


def _say(report: BookReport, speaker: Speaker) -> None:
    speaker.say(
        {
            "pages": report.pages,
            "bytes": report.bytes,
            "findings": len(report.findings),
            "seconds": round(report.seconds, 3),
        },
        in_words(report),
    )


def name_findings(report: BookReport, speaker: Speaker) -> None:
    """Name each finding, and say when the lens held something back from this reader."""
    for finding in (*report.findings, *(report.cover.findings if report.cover else ())):
        speaker.found(_finding(finding))
    if report.worth_a_look:
        count = len(report.worth_a_look)
        speaker.note(f"Worth a look: {count}; `lifestory check` names them.")
    if report.held_back:
        speaker.note(f"Held back from this reader: {report.held_back}")


def in_words(report: BookReport) -> str:
    """How the printing went, in a line."""
    return f"{report.target}: {report.pages} pages, {report.bytes:,} bytes, {report.seconds:.1f} s"


def _finding(finding: Finding) -> str:
    place = f"page {finding.page}: " if finding.page else ""
    return f"Found: {place}{finding.found} {finding.remedy}"
