"""A photo in words, for a reader who cannot see it; and never more words than the photo shows."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from uuid import uuid4

import pytest

from lifestory.domain.arrangement import Block, Edition, Part, Section
from lifestory.domain.dates import HonestDate
from lifestory.domain.edits import Crop, Hidden, Piece, Region
from lifestory.domain.media import InPhoto, Original, Permission, Photo
from lifestory.domain.people import Child, Person, Place, PlaceKind
from lifestory.domain.records import Record, Records
from lifestory.sharing.lens import share

CHILD, ROBIN, KELLY, SAM, DERBY, ORIGINAL = (uuid4() for _ in range(6))
FACE, BESIDE = Region(10, 20, 30, 40), Region(200, 20, 30, 40)

CASE: tuple[Record, ...] = (
    Person(id=ROBIN, given="Robin", known_as="Robin"),
    Person(id=KELLY, given="Kelly", surname="Marsh", known_as="Mum Kelly"),
    Person(id=SAM, given="Sam", known_as="Sam"),
    Child(id=CHILD, person=ROBIN, born=HonestDate.on(date(2017, 3, 14))),
    Place(id=DERBY, name="Derby", sort=PlaceKind.TOWN),
    Original(id=ORIGINAL, width=400, height=300),
    Permission(person=KELLY, given=True),
)
BOTH = Photo(
    original=ORIGINAL,
    people=(InPhoto(person=ROBIN, region=BESIDE), InPhoto(person=KELLY, region=FACE)),
    place=DERBY,
    taken=HonestDate.parse("spring 2018"),
)


def said(photo: Photo) -> str:
    """What stands for the photo in a book."""
    block = Block(page_type="photos", slots={"photos": (photo.id,)})
    edition = Edition(child=CHILD, sections=(Section(part=Part.PAST, blocks=(block,)),))
    shared = share(Records([*CASE, photo]), edition, date(2025, 12, 1))
    return shared.sections[0].blocks[0].photos[0].alt


def test_a_photo_nobody_described_says_who_where_and_when() -> None:
    assert said(BOTH) == "A photo of Robin and Mum Kelly in Derby, spring 2018."
    assert said(Photo(original=ORIGINAL)) == "A photo."
    assert said(Photo(original=ORIGINAL, scan=True)) == "A drawing or document."


def test_the_words_of_the_worker_come_first_with_names_as_they_are_called_now() -> None:
    photo = replace(BOTH, alt=f"[Kel](person:{KELLY}) holds me up to the window.")
    assert said(photo) == "Mum Kelly holds me up to the window."


@pytest.mark.parametrize(
    "photo",
    [
        replace(BOTH, people=(*BOTH.people, InPhoto(person=SAM, region=Region(300, 9, 9, 9)))),
        replace(BOTH, covered=(Hidden(300, 0, 50, 50),)),
    ],
)
def test_someone_whose_face_is_covered_for_want_of_permission_is_not_named(photo: Photo) -> None:
    assert said(photo) == "A photo of Robin and Mum Kelly in Derby, spring 2018."


def test_someone_the_worker_covered_or_cut_away_is_not_named() -> None:
    hidden = replace(BOTH, covered=(Hidden(15, 25, 5, 5),))
    assert said(hidden) == "A photo of Robin in Derby, spring 2018."
    unmarked = replace(hidden, people=(InPhoto(person=KELLY),))
    for photo in (
        unmarked,
        replace(BOTH, edits=(Crop(0.5, 0, 0.5, 1),)),
        replace(BOTH, piece=Piece(150, 0, 200, 300)),
    ):
        assert said(photo) == "A photo in Derby, spring 2018."
