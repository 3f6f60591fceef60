"""Preflight: what a book should be looked at for before it is printed, and mending it where one
knows how. What needs the finished PDF is in lifestory.app.reading_back."""

from __future__ import annotations

from collections.abc import Sequence

from lifestory.app.no_consent import findings, unallowed
from lifestory.app.open_case import OpenCase
from lifestory.app.products import PLAIN
from lifestory.book.compose import compose
from lifestory.book.printers import printer
from lifestory.checks.asking import ask
from lifestory.checks.copy import Copy
from lifestory.checks.words_a_page import limit_on, words_on
from lifestory.domain.arrangement import Edition
from lifestory.domain.copies import PrintedCopy
from lifestory.domain.findings import Finding, by_page
from lifestory.domain.plans import PagePlan
from lifestory.sharing.lens import share
from lifestory.sharing.shared import SharedEdition

__all__ = ["Finding", "fitting", "limit_on", "look_over", "preflight", "product_of", "words_on"]


def preflight(
    case: OpenCase, edition: Edition, plans: Sequence[PagePlan] | None = None, product: str = ""
) -> tuple[Finding, ...]:
    """What is found about an edition, in the order of its pages; `plans` are its pages where they
    are composed already. Without a product it is looked at as it was printed last.

    Raises NoSuchPrinter, WrongSize, BrokenStyle.
    """
    shared = share(case.records, edition)
    pages = tuple(plans) if plans is not None else compose(shared)
    return look_over(case, edition, shared, pages, product or product_of(case, edition))


def look_over(
    case: OpenCase,
    edition: Edition,
    shared: SharedEdition,
    plans: tuple[PagePlan, ...],
    product: str,
) -> tuple[Finding, ...]:
    """What is found about an edition that is shared and composed already."""
    made_for = printer(product)
    made_for.takes(edition.size)
    unseen = findings(unallowed(case.records, edition, shared, plans))
    asked = ask(Copy(case.records, edition, shared, plans, made_for))
    return tuple(sorted((*unseen, *asked), key=by_page))


def fitting(edition: Edition, product: str) -> str:
    """The product where it is made for the edition's size; else page by page."""
    return product if edition.size in printer(product).sizes else PLAIN


def product_of(case: OpenCase, edition: Edition) -> str:
    """The product this edition was printed as last; page by page where it never was, or where its
    size is another one now."""
    copies = [one for one in case.records.of(PrintedCopy) if one.edition == edition.id]
    last = max(copies, key=lambda one: one.printed_at, default=None)
    return fitting(edition, last.printer) if last else PLAIN
