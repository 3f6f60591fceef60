"""The sample: a store with the sample child in it, and every edition of their book."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from lifestory import assets
from lifestory.app.books import BookReport, editions, print_book
from lifestory.app.caseload import add_from_open_folder
from lifestory.app.open_case import FoundChild
from lifestory.app.open_store import Store, create_store, open_store
from lifestory.app.progress import Progress, silent
from lifestory.app.writing import make_folder
from lifestory.domain.arrangement import Edition
from lifestory.domain.errors import LifestoryError
from lifestory.domain.people import Child
from lifestory.sealing.troubles import WrongPassphrase

PASSPHRASE = "robin demo passphrase"  # noqa: S105 - printed for everyone: the child is invented


class NotOurs(LifestoryError):
    """There is something in the folder that the demo did not make."""

    message = "There is something in this folder that the demo did not make."
    remedy = "Nothing has been changed. Name another folder: lifestory demo DIR"


@dataclass(frozen=True, slots=True)
class Demo:
    """A demo: where its store is, whether it was there before, and its books as they come."""

    store: Path
    was_there: bool
    books: Iterator[BookReport]


def make_demo(folder: Path, progress: Progress = silent) -> Demo:
    """Make the sample store in `folder`/store, or take up the one an earlier demo made there;
    its books are printed to `folder`/books as they are asked for, over those of an earlier demo.

    Raises NotOurs where either would touch what the demo did not make.
    """
    kept, books = folder / "store", folder / "books"
    was_there = kept.exists()
    if not was_there and books.exists() and any(books.iterdir()):
        raise NotOurs
    make_folder(books)
    return Demo(kept, was_there, _printed(kept, books, was_there, progress))


def _printed(kept: Path, books: Path, was_there: bool, progress: Progress) -> Iterator[BookReport]:
    with _opened(kept, was_there) as store:
        for found in _sample_children(store, progress):
            for edition in editions(found):
                target = books / f"{_file_name(edition)}.pdf"
                yield print_book(store, found.case, edition, target, progress)


def _opened(kept: Path, was_there: bool) -> Store:
    if not was_there:
        return create_store(kept, PASSPHRASE)[0]
    try:
        return open_store(kept, PASSPHRASE)
    except WrongPassphrase as someone_elses:
        raise NotOurs from someone_elses


def _sample_children(store: Store, progress: Progress) -> Iterator[FoundChild]:
    """The children in the demo's store; the sample is taken in first where it is not there."""
    if not store.vault.case_ids():
        for folder in sorted(assets.path("sample").iterdir()):
            if (folder / "child.json").is_file():
                add_from_open_folder(store, folder, progress)
    for case_id in store.vault.case_ids():
        case = store.vault.case(case_id)
        yield from (FoundChild(case, child.id) for child in case.records.of(Child))


def _file_name(edition: Edition) -> str:
    """The edition's name with nothing in it that a file may not be called."""
    return "".join(one if one.isalnum() or one in "-_ " else "-" for one in edition.name) or "book"
