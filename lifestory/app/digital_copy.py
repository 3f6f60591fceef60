"""A copy for the screen under a password, for families who want a file.

The book is locked in memory: what is written was never on disk in the clear. The password must
travel by another road than the file. Source: PRACTICE §7.
"""

from __future__ import annotations

import time
from dataclasses import replace
from pathlib import Path

from lifestory.app.books import BookReport, make_book, write_book
from lifestory.app.copies import Form, remember_file
from lifestory.app.open_case import OpenCase
from lifestory.app.open_store import Store
from lifestory.app.progress import Cancelled, Progress, Stopped, never, silent
from lifestory.app.strength import Holds, holds
from lifestory.app.writing import refuse_inside_store
from lifestory.domain.arrangement import Edition
from lifestory.domain.errors import LifestoryError
from lifestory.pdf.locking import lock, opens, prepared

__all__ = ["WeakPassword", "write_digital_copy"]

LONGEST = 1600
"""Pixels of a photo's longer side: sharp on any screen, and a book that still goes as a mail."""

ENOUGH = Holds.FOR_GOOD
"""A PDF's password is tried some thousand times faster than a key slot's, and the file may lie in
a mailbox for as long as there are mailboxes."""


class WeakPassword(LifestoryError):
    """A password that would be guessed while the child is still a child."""

    message = "This password would be guessed too soon."
    remedy = "Nothing has been written. Take four or more words that do not belong together."


class NotLocked(LifestoryError):
    """What was locked opens without its password, or not with it."""

    message = "The file could not be locked as it should be."
    remedy = "Nothing has been written. Tell whoever looks after Lifestory."


def write_digital_copy(
    store: Store,
    case: OpenCase,
    edition: Edition,
    target: Path,
    password: str,
    progress: Progress = silent,
    cancelled: Cancelled = never,
    pages: str = "",
) -> BookReport:
    """Write the edition to `target` (a PDF that opens only with the password) with photos of
    screen size, note it in the case, and report as for a printed book.

    Raises LifestoryError: a weak password or one that can't be typed, a target inside a store, no
    such pages, a missing original, a full disk, Stopped.
    """
    refuse_inside_store(target)
    if holds(prepared(password)) < ENOUGH:
        raise WeakPassword
    began = time.perf_counter()
    book = make_book(store, case, edition, progress, cancelled, pages, longest=LONGEST)
    locked = lock(book.pdf, password)
    if opens(locked) or not opens(locked, password):
        raise NotLocked
    if cancelled():
        raise Stopped
    report = write_book(replace(book, pdf=locked), target, began)
    remember_file(case, Form.LOCKED_PDF, target, edition.child, edition=edition)
    return report
