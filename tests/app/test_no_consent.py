"""Someone in a photo on a page who has not allowed it is found, and nobody is named."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from uuid import uuid4

import pytest

from lifestory.app.no_consent import CHECK, Unallowed, findings, unallowed
from lifestory.book.compose import compose
from lifestory.domain.arrangement import Block, Edition, Part, Section
from lifestory.domain.dates import HonestDate
from lifestory.domain.edits import Crop, Hidden, Region
from lifestory.domain.life import Milestone
from lifestory.domain.media import InPhoto, Original, Permission, Photo
from lifestory.domain.people import Child, Person
from lifestory.domain.readers import Band, Recipient
from lifestory.domain.records import Record, Records
from lifestory.sharing.lens import share

TODAY = date(2026, 11, 22)
ROBIN = Person(given="Robin")
KIT = Person(given="Kit")
DOG = Person(given="Rex", pet=True)
CHILD = Child(person=ROBIN.id, born=HonestDate.parse("14 March 2017"))
FILE = Original(width=400, height=300)
FACE = Region(20, 60, 80, 100)
PHOTO = Photo(original=FILE.id, people=(InPhoto(person=KIT.id, region=FACE),))
PAGE = Block(page_type="photos", slots={"photos": (PHOTO.id,)})
BOOK = Edition(child=CHILD.id, band=Band.READER)


def found(
    *more: Record, photo: Photo = PHOTO, pages: tuple[Block, ...] = (PAGE,), book: Edition = BOOK
) -> tuple[Unallowed, ...]:
    """Who is found in a book of these pages."""
    records = Records([ROBIN, KIT, DOG, CHILD, FILE, photo, *more])
    edition = replace(book, sections=(Section(part=Part.PRESENT, blocks=pages),))
    shared = share(records, edition, TODAY)
    return unallowed(records, edition, shared, compose(shared), TODAY)


def test_a_marked_face_without_permission_is_found_with_its_page() -> None:
    (one,) = there = found()
    assert one == Unallowed(PHOTO.id, PAGE.id, one.page, hidden=True)
    (said,) = findings(there)
    assert (said.check, said.page) == (CHECK, one.page)
    assert "Kit" not in said.found + said.remedy
    assert "hide the face" in said.remedy


@pytest.mark.parametrize(
    ("permission", "count"),
    [
        (Permission(person=KIT.id), 0),
        (Permission(person=KIT.id, given=False), 1),
        (Permission(person=KIT.id, until=HonestDate.on(date(2026, 11, 21))), 1),
        (Permission(person=KIT.id, until=HonestDate.on(TODAY)), 0),
        (Permission(person=KIT.id, recipients=frozenset({Recipient.FOSTER_HOME})), 1),
        (Permission(person=KIT.id, recipients=frozenset({Recipient.CHILD_AND_ADOPTERS})), 0),
        (Permission(person=KIT.id, about=frozenset({uuid4()})), 1),
    ],
)
def test_a_permission_ends_it_while_it_holds_for_this_reader(
    permission: Permission, count: int
) -> None:
    assert len(found(permission)) == count


def test_the_councils_own_file_the_child_and_animals_need_none() -> None:
    assert not found(book=replace(BOOK, recipient=Recipient.COUNCIL_FILE))
    for who in (ROBIN, DOG):
        there = replace(PHOTO, people=(InPhoto(person=who.id, region=FACE),))
        assert not found(photo=there)


def test_a_face_that_the_worker_hid_or_cut_away_is_none() -> None:
    assert not found(photo=replace(PHOTO, covered=(Hidden.over(FACE),)))
    assert not found(photo=replace(PHOTO, edits=(Crop(0.5, 0.0, 0.5, 1.0),)))
    assert found(photo=replace(PHOTO, covered=(Hidden(300, 60, 80, 100),)))
    assert found(photo=replace(PHOTO, edits=(Crop(0.2, 0.0, 0.8, 1.0),)))


def test_a_photo_that_is_left_out_is_found_even_where_no_page_is_left() -> None:
    unmarked = replace(PHOTO, people=(InPhoto(person=KIT.id),))
    assert found(photo=unmarked) == (Unallowed(PHOTO.id, PAGE.id, None, hidden=False),)
    other = Photo(original=FILE.id)
    both = replace(PAGE, slots={"photos": (PHOTO.id, other.id)})
    (one,) = found(other, photo=unmarked, pages=(both,))
    assert (one.page is not None, one.hidden) == (True, False)


def test_a_photo_held_back_as_a_portrait_and_shown_on_a_page_is_found_once() -> None:
    portrayed = replace(KIT, portrait=PHOTO.id)
    me = Block(page_type="about-me", slots={"photo": (PHOTO.id,), "people": (KIT.id,)})
    records = Records([ROBIN, portrayed, CHILD, FILE, PHOTO])
    book = replace(BOOK, sections=(Section(part=Part.PRESENT, blocks=(me,)),))
    shared = share(records, book, TODAY)
    there = unallowed(records, book, shared, compose(shared), TODAY)
    assert [one.hidden for one in there] == [True]


def test_a_photo_that_waits_for_its_age_is_another_matter() -> None:
    assert not found(photo=replace(PHOTO, tell_from_age=17))


def test_the_photo_of_a_milestone_is_found_too() -> None:
    unmarked = replace(PHOTO, people=(InPhoto(person=KIT.id),))
    moved = Milestone(texts={Band.READER: "We moved"}, photo=PHOTO.id)
    line = Block(page_type="timeline", slots={"milestones": (moved.id,)})
    (one,) = found(moved, photo=unmarked, pages=(line,))
    assert (one.photo, one.block, one.hidden) == (PHOTO.id, line.id, False)


def test_what_is_found_comes_in_the_order_of_the_pages_and_leads_to_the_photo() -> None:
    block = uuid4()
    several = (
        Unallowed(uuid4(), block, None, hidden=False),
        Unallowed(uuid4(), block, 7, hidden=True),
        Unallowed(uuid4(), block, 3, hidden=False),
    )
    said = findings(several)
    assert [one.page for one in said] == [3, 7, None]
    assert [one.record for one in said] == [several[at].photo for at in (2, 1, 0)]
