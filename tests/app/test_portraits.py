"""Faces in round frames."""

from __future__ import annotations

from dataclasses import replace

from lifestory.app.portraits import about_portrait
from lifestory.domain.edits import Crop, Region, Turn
from lifestory.domain.media import InPhoto, Original, Photo
from lifestory.domain.people import Person
from lifestory.domain.records import Records

FILE = Original(width=2000, height=1000)
GRAN, KIT = Person(given="Gran"), Person(given="Kit")
BOTH = Photo(
    original=FILE.id,
    people=(
        InPhoto(person=KIT.id, region=Region(200, 300, 300, 400)),
        InPhoto(person=GRAN.id, region=Region(1400, 300, 300, 400)),
    ),
)
SHOWN = replace(GRAN, portrait=BOTH.id)


def test_a_portrait_is_laid_about_the_face_of_whom_it_shows() -> None:
    box = about_portrait(Records([FILE, BOTH, SHOWN]), SHOWN)
    assert box is not None
    left, top, wide, high = box
    assert 1000 < left * 2000 < 1400
    assert 1700 < (left + wide) * 2000 <= 2000
    assert abs(wide * 2000 - high * 1000) < 1
    assert top >= 0


def test_without_a_marked_face_or_with_it_cut_away_it_stays_as_it_is() -> None:
    assert about_portrait(Records([FILE, BOTH]), GRAN) is None
    for photo in (
        replace(BOTH, people=BOTH.people[:1]),
        replace(BOTH, people=(InPhoto(person=GRAN.id),)),
        replace(BOTH, edits=(Crop(0.0, 0.0, 0.5, 1.0),)),
    ):
        assert about_portrait(Records([FILE, photo, SHOWN]), SHOWN) is None


def test_the_face_is_found_in_a_photo_that_was_turned() -> None:
    turned = replace(BOTH, edits=(Turn(1),))
    box = about_portrait(Records([FILE, turned, SHOWN]), SHOWN)
    assert box is not None
    assert box[1] * 2000 < 1400 < 1700 < (box[1] + box[3]) * 2000
