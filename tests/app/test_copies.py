"""Only the sheets that changed: what was printed last is remembered, and told from what is now."""

from __future__ import annotations

import pytest

from lifestory.app.arranging_book import add_page, blocks_of, remove_page
from lifestory.app.books import find_edition, make_book
from lifestory.app.editions import add_edition
from lifestory.app.open_case import FoundChild, find_child
from lifestory.app.open_store import Store, open_store
from lifestory.app.products import (
    CHANGED,
    NothingChanged,
    Prints,
    last_copy,
    made_ready,
    remember_copy,
)
from lifestory.app.stories import add_passage, write_text
from lifestory.domain.arrangement import Block, Edition, Part, Section
from lifestory.domain.readers import Band
from lifestory.domain.stories import Passage
from lifestory.sharing.lens import share

PASSPHRASE = "a lamp in the window"
BAND = Band.READER
Told = tuple[FoundChild, list[Passage]]


@pytest.fixture
def told(robin: FoundChild) -> Told:
    """A book of a cover and nine short passages, a page each."""
    passages = [add_passage(robin, f"Part {n}", f"It was day {n}.", BAND) for n in range(9)]
    pages = [Block(page_type="story", slots={"passage": (one.id,)}) for one in passages]
    cover = Section(part=Part.FRONT, blocks=(Block(page_type="cover"),))
    told = Section(part=Part.BACK, blocks=tuple(pages))
    add_edition(robin, Edition(name="first-book", band=BAND, sections=(cover, told)))
    return robin, passages


def changed(robin: FoundChild, product: str) -> Prints:
    """What is printed of the book when only changed sheets are asked for."""
    edition = find_edition(robin, "first-book")
    last = last_copy(robin.case, edition, product)
    return made_ready(share(robin.case.records, edition), product, CHANGED, last=last)


def numbers(prints: Prints) -> list[int]:
    """The pages printed."""
    return [plan.number for plan in prints.plans]


def remember(robin: FoundChild, product: str) -> None:
    """All that is asked for was printed."""
    edition = find_edition(robin, "first-book")
    remember_copy(robin.case, edition, product, changed(robin, product).sheets)


def test_the_first_time_every_sheet_is_new(told: Told) -> None:
    robin, _ = told
    assert numbers(changed(robin, "office")) == list(range(1, 11))
    assert numbers(changed(robin, "booklet")) == list(range(1, 13))


@pytest.mark.parametrize(
    ("product", "pages"),
    [("plain", [4]), ("office", [4]), ("duplex", [3, 4]), ("booklet", [3, 4, 9, 10])],
)
def test_one_edit_prints_just_its_sheet_with_all_that_stands_on_it(
    told: Told, product: str, pages: list[int]
) -> None:
    robin, passages = told
    remember(robin, product)
    with pytest.raises(NothingChanged):
        changed(robin, product)
    write_text(robin.case, passages[2], BAND, "It was a very good day.")
    prints = changed(robin, product)
    assert numbers(prints) == pages
    assert "a very good day" in "".join(
        words.text for plan in prints.plans for words in plan.words()
    )
    remember(robin, product)
    with pytest.raises(NothingChanged):
        changed(robin, product)


def test_an_edit_that_is_taken_back_leaves_nothing_to_print(
    told: Told,
) -> None:
    robin, passages = told
    remember(robin, "duplex")
    write_text(robin.case, passages[2], BAND, "It was a very good day.")
    robin.case.undo()
    with pytest.raises(NothingChanged):
        changed(robin, "duplex")


def test_each_product_has_a_copy_of_its_own(told: Told) -> None:
    robin, _ = told
    remember(robin, "duplex")
    assert len(changed(robin, "booklet").plans) == 12


def test_pages_added_and_taken_out_are_told(told: Told) -> None:
    robin, _ = told
    remember(robin, "office")
    edition = find_edition(robin, "first-book")
    last = blocks_of(edition)[-1]
    added = add_page(robin.case, edition.id, "draw-here", last.id)
    assert added is not None
    assert numbers(changed(robin, "office")) == [11]
    remember(robin, "office")
    remove_page(robin.case, edition.id, added.id)
    remove_page(robin.case, edition.id, last.id)
    edition = find_edition(robin, "first-book")
    copy = last_copy(robin.case, edition, "office")
    shared = share(robin.case.records, edition)
    assert made_ready(shared, "office", last=copy).left_over == 2


def test_a_bound_book_is_printed_whole_when_a_word_of_it_changed(
    told: Told,
) -> None:
    robin, passages = told
    remember(robin, "print-shop")
    with pytest.raises(NothingChanged):
        changed(robin, "print-shop")
    write_text(robin.case, passages[2], BAND, "It was a very good day.")
    prints = changed(robin, "print-shop")
    said = "".join(words.text for plan in prints.plans for words in plan.words())
    assert [f"Part {n}" in said for n in range(9)] == [True] * 9
    assert [plan.side for plan in prints.plans[:2]] == ["right", "left"]
    assert prints.cover is not None


def test_a_proof_of_what_changed_has_the_same_pages(
    told: Told,
) -> None:
    robin, passages = told
    remember(robin, "duplex")
    write_text(robin.case, passages[0], BAND, "It was a very good day.")
    edition = find_edition(robin, "first-book")
    last = last_copy(robin.case, edition, "duplex")
    shared = share(robin.case.records, edition)
    proof = made_ready(shared, "duplex", CHANGED, proof=True, last=last)
    assert numbers(proof) == numbers(changed(robin, "duplex"))
    assert proof.sheets == changed(robin, "duplex").sheets, "what is remembered is the book"


def test_what_was_printed_is_still_known_when_the_store_is_opened_again(
    store: Store, told: Told
) -> None:
    robin, _ = told
    remember(robin, "duplex")
    sheets, folder = every_sheet(robin), store.folder
    store.close()
    with open_store(folder, PASSPHRASE) as again:
        found = find_child(again, robin.id)
        copy = last_copy(found.case, find_edition(found, "first-book"), "duplex")
        assert copy is not None
        assert copy.sheets == sheets
        assert copy.printed_at.tzinfo is not None
        assert copy.about == {robin.id}


def test_what_was_printed_does_not_stand_in_the_way_of_undo(told: Told) -> None:
    robin, passages = told
    write_text(robin.case, passages[0], BAND, "It was a very good day.")
    step = robin.case.undo_title
    remember(robin, "duplex")
    assert robin.case.undo_title == step
    robin.case.undo()
    remember(robin, "office")
    assert robin.case.redo_title == step
    assert numbers(changed(robin, "duplex")) == [1, 2], "the paper is as it was printed"


def every_sheet(robin: FoundChild) -> tuple[tuple[str, ...], ...]:
    """The sheets of the whole book."""
    edition = find_edition(robin, "first-book")
    return made_ready(share(robin.case.records, edition), "duplex").sheets


def test_the_changed_sheet_is_a_file_of_its_two_sides(store: Store, told: Told) -> None:
    robin, passages = told
    remember(robin, "duplex")
    write_text(robin.case, passages[5], BAND, "It was a very good day.")
    edition = find_edition(robin, "first-book")
    book = make_book(store, robin.case, edition, pages=CHANGED, printer="duplex")
    assert (book.pages, book.whole, book.findings) == (2, True, ())
    again = make_book(store, robin.case, edition, pages="1", printer="duplex")
    assert (again.pages, again.whole) == (2, False)
