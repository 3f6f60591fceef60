"""What is known of every photo: use, home, permission; and changes of them that are one undo."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any
from uuid import uuid4

import pytest

from lifestory.app.album import Doubt, May, PhotoLook, album, pages_with, sharp_to
from lifestory.app.allowing import allow
from lifestory.app.editions import add_edition
from lifestory.app.offered_dates import offered_dates
from lifestory.app.open_case import FoundChild, keep_changed
from lifestory.app.open_store import Store
from lifestory.app.people import add_person
from lifestory.app.photos import (
    add_photos,
    bin_photos,
    caption_photo,
    confirm_dates,
    cover_photo,
    crop_photo,
    date_photos,
    mark_face,
    name_person,
    put_back,
    take_person_out,
    tell_photos_from,
    turn_photo,
    use_as_portrait,
)
from lifestory.domain.arrangement import Edition
from lifestory.domain.dates import HonestDate
from lifestory.domain.edits import Crop, Hidden, Region, Turn
from lifestory.domain.life import Home
from lifestory.domain.media import DateSource, Permission, Photo
from lifestory.domain.people import Person
from lifestory.domain.readers import Band, Recipient


@pytest.fixture
def pictures(store: Store, robin: FoundChild, album: Any) -> list[Photo]:
    """Three photos of Robin."""
    files = [album.photo(f"{name}.jpg") for name in "abc"]
    added = list(add_photos(store, robin.case, files, about=frozenset({robin.id})))
    found = [robin.case.records.find(Photo, one.photo) for one in added]
    return [one for one in found if one is not None]


def now(robin: FoundChild, photo: Photo) -> Photo:
    found = robin.case.records.find(Photo, photo.id)
    assert found is not None
    return found


def look_of(robin: FoundChild, photo: Photo) -> PhotoLook:
    return next(one for one in album(robin).looks if one.photo.id == photo.id)


def test_the_newest_stands_first_and_what_is_undated_last(
    robin: FoundChild, pictures: list[Photo]
) -> None:
    first, second, third = pictures
    date_photos(robin.case, [first.id], HonestDate.parse("aged 3"))
    date_photos(robin.case, [third.id], HonestDate.parse("spring 2022"))
    assert [one.photo.id for one in album(robin).looks] == [third.id, first.id, second.id]


def test_one_date_for_many_photos_is_one_undo(robin: FoundChild, pictures: list[Photo]) -> None:
    date_photos(robin.case, [one.id for one in pictures], HonestDate.parse("about 2020"))
    assert {now(robin, one).taken_from for one in pictures} == {DateSource.WORKER}
    robin.case.undo()
    assert [now(robin, one) for one in pictures] == pictures


def test_a_photo_was_taken_where_the_child_lived_then(
    robin: FoundChild, pictures: list[Photo]
) -> None:
    homes = [
        Home(name="Pat's", start=HonestDate.parse("2017"), end=HonestDate.parse("June 2020")),
        Home(name="Sue's", start=HonestDate.parse("June 2020")),
    ]
    with robin.case.change("Add homes") as change:
        for home in homes:
            change.add(home)
    date_photos(robin.case, [pictures[0].id], HonestDate.parse("aged 2"))
    date_photos(robin.case, [pictures[1].id], HonestDate.parse("2022"))
    assert look_of(robin, pictures[0]).home == homes[0].id
    assert look_of(robin, pictures[1]).home == homes[1].id
    assert list(album(robin).homes.values()) == ["Sue's", "Pat's"]


def test_who_may_be_shown_is_known_with_the_reason(
    robin: FoundChild, pictures: list[Photo]
) -> None:
    kit = add_person(robin, Person(given="Kit"))
    dog = add_person(robin, Person(given="Biscuit", pet=True))
    name_person(robin.case, [pictures[0].id], kit.id)
    read = album(robin)
    assert read.may[robin.child.person] is May.OWN_STORY
    assert read.may[dog.id] is May.ANIMAL
    assert read.may[kit.id] is May.NOT_ASKED
    assert look_of(robin, pictures[0]).no_permission

    for given, until, then in (
        (True, None, May.GIVEN),
        (True, HonestDate.parse("2001"), May.ENDED),
        (False, None, May.REFUSED),
    ):
        permission = Permission(person=kit.id, given=given, until=until)
        with robin.case.change("Say who may be shown") as change:
            change.add(permission)
        assert album(robin).may[kit.id] is then
        robin.case.undo()


def test_what_was_said_for_a_sisters_book_says_nothing_for_this_one(
    robin: FoundChild, pictures: list[Photo]
) -> None:
    kit = add_person(robin, Person(given="Kit"))
    of_wren = Permission(about=frozenset({uuid4()}), person=kit.id)
    with robin.case.change("Keep a permission") as change:
        change.add(of_wren)
    read = album(robin)
    assert read.may[kit.id] is May.NOT_ASKED
    assert kit.id not in read.heard


def test_a_permission_that_leaves_out_a_reader_of_a_book_is_not_enough(robin: FoundChild) -> None:
    kit = add_person(robin, Person(given="Kit"))
    for recipient in (
        Recipient.CHILD_AND_ADOPTERS,
        Recipient.FOSTER_HOME,
        Recipient.COUNCIL_FILE,
    ):
        add_edition(robin, Edition(name=str(recipient), recipient=recipient))
    assert album(robin).may[kit.id] is May.NOT_ASKED
    allow(robin, Permission(person=kit.id, recipients=frozenset({Recipient.FOSTER_HOME})))
    assert album(robin).may[kit.id] is May.PARTLY
    assert not May.PARTLY.shown


def test_a_date_that_cannot_be_is_questioned_until_the_worker_says_so(
    robin: FoundChild, pictures: list[Photo]
) -> None:
    today = date(2026, 11, 22)
    for when, doubt in (
        ("2 January 2012", Doubt.BEFORE_BIRTH),
        ("2016", Doubt.BEFORE_BIRTH),
        ("March 2017", Doubt.NONE),
        ("23 November 2026", Doubt.NONE),
        ("1 January 2038", Doubt.TO_COME),
        ("not known", Doubt.NONE),
    ):
        clock = replace(
            now(robin, pictures[0]), taken=HonestDate.parse(when), taken_from=DateSource.CAMERA
        )
        keep_changed(robin.case, "Set the clock", clock)
        read = next(one for one in album(robin, today).looks if one.photo.id == clock.id)
        assert (read.doubt, read.needs_a_look) == (doubt, True)
        assert read.questioned == (doubt is not Doubt.NONE or when == "not known")
        confirm_dates(robin.case, [clock.id])
        assert album(robin, today).looks[0].doubt is Doubt.NONE
        assert now(robin, clock).taken == clock.taken


def test_a_day_that_cannot_be_is_of_no_home_and_offered_to_nobody(
    robin: FoundChild, pictures: list[Photo]
) -> None:
    about = frozenset({robin.id})
    with robin.case.change("Add a home") as change:
        change.add(Home(about=about, name="The mill", start=HonestDate.parse("2017")))
    for clock, source in (
        ("2012-01-02", DateSource.CAMERA),
        ("2131-05-04", DateSource.CAMERA),
        ("2026-11-22", DateSource.DOCUMENT),
    ):
        photo = replace(now(robin, pictures[0]), taken=HonestDate.parse(clock), taken_from=source)
        keep_changed(robin.case, "Set the clock", photo)
        read = album(robin, date(2026, 11, 22))
        beside = next(one for one in read.looks if one.photo.id == pictures[1].id)
        assert offered_dates(read, beside) == ()
        there = next(one for one in read.looks if one.photo.id == photo.id)
        assert (there.home is None) == (source is DateSource.CAMERA)


def test_a_photo_is_held_back_while_the_child_is_younger(
    robin: FoundChild, pictures: list[Photo]
) -> None:
    tell_photos_from(robin.case, [pictures[0].id], 11)
    held = {
        day.year: next(
            one.held_until for one in album(robin, day).looks if one.photo.id == pictures[0].id
        )
        for day in (date(2026, 11, 22), date(2028, 3, 14))
    }
    assert held == {2026: 11, 2028: 0}


def test_a_photo_is_used_as_often_as_blocks_name_it(sampled: Any) -> None:
    _, robin = sampled
    used = [one for one in album(robin).looks if one.used]
    assert used
    pages = pages_with(robin, used[0].photo)
    assert pages
    assert all(number > 0 for _, numbers in pages for number in numbers)


def test_turning_and_cropping_come_to_the_shortest_recipe(
    robin: FoundChild, pictures: list[Photo]
) -> None:
    photo = pictures[0]
    crop_photo(robin.case, photo.id, (0.0, 0.0, 0.5, 1.0))
    turn_photo(robin.case, photo.id)
    assert now(robin, photo).edits == (Turn(1), Crop(0.0, 0.0, 1.0, 0.5))
    assert look_of(robin, photo).size == (80, 60)
    turn_photo(robin.case, photo.id, 3)
    assert now(robin, photo).edits == (Crop(0.0, 0.0, 0.5, 1.0),)


def test_two_hands_at_one_photo_lose_nothing(robin: FoundChild, pictures: list[Photo]) -> None:
    photo = pictures[0]
    caption_photo(robin.case, photo.id, {Band.READER: "At the sea", Band.ADULT: " "})
    cover_photo(robin.case, photo.id, [Hidden(1, 2, 3, 4)])
    mark_face(robin.case, photo.id, robin.child.person, Region(5, 6, 7, 8))
    kept = now(robin, photo)
    assert kept.captions == {Band.READER: "At the sea"}
    assert kept.covered == (Hidden(1, 2, 3, 4),)
    assert [(one.person, one.region) for one in kept.people] == [
        (robin.child.person, Region(5, 6, 7, 8))
    ]
    take_person_out(robin.case, [photo.id], robin.child.person)
    assert now(robin, photo).people == ()


def test_the_bin_gives_back(robin: FoundChild, pictures: list[Photo]) -> None:
    keys = [one.id for one in pictures]
    bin_photos(robin.case, keys)
    assert all(one.photo.binned for one in album(robin).looks)
    put_back(robin.case, keys[:1])
    assert [one.photo.binned for one in (look_of(robin, p) for p in pictures)] == [
        False, True, True,
    ]  # fmt: skip


def test_a_photo_becomes_a_portrait(robin: FoundChild, pictures: list[Photo]) -> None:
    use_as_portrait(robin.case, pictures[0].id, robin.child.person)
    assert robin.person is not None
    assert robin.person.portrait == pictures[0].id


def test_what_it_prints_sharply_is_at_200_dots_to_the_inch() -> None:
    assert sharp_to((2016, 1512)) == (256, 192)
