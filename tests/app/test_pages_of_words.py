"""Pages that stand on words in a first book, and the documents made beside it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from uuid import UUID

import pytest

from lifestory.app.books import compose_edition, editions
from lifestory.app.first_words import page_for, pages_of
from lifestory.app.for_grown_ups import make_letter, make_notes
from lifestory.app.open_case import FoundChild
from lifestory.domain.arrangement import Block, Edition, Part, Section
from lifestory.domain.life import Certainty, Evidence, Fact, Source
from lifestory.domain.people import Child, Person
from lifestory.domain.readers import Band
from lifestory.domain.records import Record, Records
from lifestory.domain.stories import Passage
from lifestory.sharing.lens import share
from lifestory.sharing.shared import SharedEdition


def passage(title: str) -> Passage:
    return Passage(titles={Band.FIRST_READER: title}, texts={Band.FIRST_READER: "Once."})


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("Why I couldn’t stay with Kelly", "why-i-could-not-stay"),
        ("What all babies need", "what-children-need"),
        ("How I feel about it", "feelings"),
        ("Our celebration", "celebration-day"),
        ("A letter from Pat", "letter"),
        ("My promises", "my-promises"),
        ("The red wellies", "story"),
        ("", "story"),
    ],
)
def test_a_passage_has_the_page_its_heading_is_about(title: str, kind: str) -> None:
    assert page_for(passage(title)) == kind


def test_why_stands_between_what_children_need_and_feelings() -> None:
    kinds = [one.page_type for one in pages_of([passage("There"), passage("Why I could not stay")])]
    assert kinds == ["story", "what-children-need", "why-i-could-not-stay", "feelings"]
    told = [passage("Why I could not stay"), passage("My feelings")]
    kinds = [one.page_type for one in pages_of(told)]
    assert kinds == ["what-children-need", "why-i-could-not-stay", "feelings"]


def shared(band: Band, kind: str, *more: Record, slots: Sequence[UUID] = ()) -> SharedEdition:
    robin = Person(known_as="Robin", given="Robin")
    child = Child(person=robin.id)
    page = Block(page_type=kind, slots={"facts": tuple(slots)} if slots else {})
    edition = Edition(child=child.id, band=band, told_on=date(2025, 10, 5),
                      sections=(Section(part=Part.BACK, blocks=(page,)),))  # fmt: skip
    return share(Records([robin, child, *more]), edition)


@pytest.mark.parametrize("band", list(Band))
def test_notes_for_grown_ups_are_never_bound_in_a_childs_copy(band: Band) -> None:
    for kind, readers in (("notes-for-grown-ups", {Band.ADULT}),
                          ("later-life-letter", {Band.OLDER, Band.ADULT})):  # fmt: skip
        found = shared(band, kind)
        assert bool(found.sections[0].blocks) is (band in readers)
        assert bool(found.held_back) is (band not in readers)


def test_notes_and_letter_are_documents_beside_the_childs_book(robin: FoundChild) -> None:
    before = editions(robin)
    notes, letter = make_notes(robin), make_letter(robin)
    assert editions(robin) == (*before, notes, letter)
    for made in (notes, letter):
        pages = compose_edition(robin.case, made)
        assert pages[0].side == "right"
        assert {page.page_type for page in pages} == {made.name}
        assert (made.band, made.size) == (Band.ADULT, "a4")
    told = " ".join(words.text for words in compose_edition(robin.case, letter)[0].words())
    assert told.startswith("Dear ")


def test_the_notes_say_where_the_story_comes_from_in_words_that_may_be_read() -> None:
    known = Source(title="Case file 12 Mill Lane", printed_as="the hospital notes")
    silent = Source(title="Police log")
    (notes,) = shared(Band.ADULT, "notes-for-grown-ups", known, silent).sections[0].blocks
    assert notes.sources == ("the hospital notes",)


def test_how_we_tried_to_find_out_comes_with_what_is_not_known() -> None:
    gap = Fact(texts={Band.FIRST_READER: "We don’t know his name."},
               evidence=Evidence(certainty=Certainty.NOT_KNOWN, tried="We asked."))  # fmt: skip
    (page,) = shared(Band.FIRST_READER, "questions", gap, slots=[gap.id]).sections[0].blocks
    assert [one.tried for one in page.facts] == ["We asked."]
