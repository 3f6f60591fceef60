"""`lifestory check`: everything that is found about an edition, the finished PDF read back."""

from __future__ import annotations

from argparse import Namespace

from lifestory.app.books import find_edition, make_book
from lifestory.app.open_case import find_child
from lifestory.app.preflight import product_of
from lifestory.cli.asking import opened
from lifestory.cli.options import Commands, add_child, add_store, command
from lifestory.cli.speaking import Speaker
from lifestory.domain.findings import Finding, worst_first

OPEN = "open"
"""The state of a finding that is there: what is mended is found no more."""


def add_to(commands: Commands) -> None:
    """Put this command on the command line."""
    made = command(commands, "check", "find what is wrong with an edition before printing", _check)
    add_store(made)
    add_child(made)
    made.add_argument("--edition", required=True, metavar="NAME")
    product = "the print product it is for (default: the one it was printed as last)"
    made.add_argument("--printer", default="", metavar="PROFILE", help=product)


def _check(args: Namespace, speaker: Speaker) -> bool:
    with opened(args) as store:
        found = find_child(store, args.child)
        edition = find_edition(found, args.edition)
        product = args.printer or product_of(found.case, edition)
        book = make_book(store, found.case, edition, speaker.progress, printer=product)
    findings = [*book.findings, *book.worth_a_look, *(book.cover.findings if book.cover else ())]
    for one in sorted(findings, key=worst_first):
        speaker.say(_line(one), _in_words(one))
    if not findings:
        speaker.note(f"Nothing is open. {book.pages} pages read back.")
    return bool(findings)


def _line(one: Finding) -> dict[str, object]:
    return {
        "check": one.check,
        "page": one.page,
        "found": one.found,
        "remedy": one.remedy,
        "state": OPEN,
    }


def _in_words(one: Finding) -> str:
    place = f"page {one.page}" if one.page else "the book"
    return f"{place}, {one.check}: {one.found} {one.remedy}"
