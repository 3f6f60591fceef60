"""Copies of a photo: offered, kept apart, and the best of them put where the others stood."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from uuid import UUID, uuid4

import pytest
from PIL import Image

from lifestory.app.doubles import HiddenInAnother, doubles, keep_best, say_different
from lifestory.app.editions import add_edition
from lifestory.app.open_case import FoundChild, Gone, OpenCase, keep_changed
from lifestory.app.open_store import Store
from lifestory.app.people import add_person, change_person
from lifestory.app.photos import (
    add_photos,
    caption_photo,
    cover_photo,
    crop_photo,
    date_photos,
    grey_photo,
    mark_face,
    tell_photos_from,
    turn_photo,
)
from lifestory.app.progress import Stopped
from lifestory.domain.arrangement import Block, Edition, Part, Section
from lifestory.domain.dates import HonestDate
from lifestory.domain.edits import Crop, Hidden, Piece, Region
from lifestory.domain.media import DateSource, InPhoto, Original, Photo
from lifestory.domain.people import Person
from lifestory.domain.readers import Band

Now = Callable[[Photo], Photo]


@pytest.fixture
def copies(store: Store, robin: FoundChild, tmp_path: Path) -> tuple[Photo, Photo]:
    """A photo at 960 × 640, and the copy of it at 240 × 160 that was sent round."""
    rough = Image.new("RGB", (9, 6))
    rough.putdata([((n * 73 + 41) % 256, (n * 29) % 256, n * 4) for n in range(54)])
    for name, size in (("best", (960, 640)), ("sent", (240, 160))):
        rough.resize(size, Image.Resampling.BICUBIC).save(tmp_path / f"{name}.jpg")
    files = [tmp_path / "best.jpg", tmp_path / "sent.jpg"]
    list(add_photos(store, robin.case, files, about=frozenset({robin.id})))
    best, sent = robin.case.records.of(Photo)
    assert doubles(robin) == ((best.id, sent.id),)
    return best, sent


@pytest.fixture
def now(robin: FoundChild) -> Now:
    """A photo as it stands now."""

    def found(photo: Photo) -> Photo:
        kept = robin.case.records.find(Photo, photo.id)
        assert kept is not None
        return kept

    return found


def test_what_is_said_to_be_different_is_not_offered_again(
    robin: FoundChild, copies: tuple[Photo, Photo]
) -> None:
    say_different(robin.case, [one.id for one in copies])
    assert doubles(robin) == ()
    robin.case.undo()
    assert len(doubles(robin)) == 1


def test_a_new_copy_of_one_of_two_that_differ_is_offered(
    robin: FoundChild, copies: tuple[Photo, Photo]
) -> None:
    best, sent = copies
    say_different(robin.case, [best.id, sent.id])
    keep_changed(robin.case, "Look another way", replace(sent, likeness="0" * 78,
                                                         unlike=frozenset({best.id})))  # fmt: skip
    third = Photo(original=best.original, likeness=best.likeness, about=best.about)
    with robin.case.change("Add photos") as change:
        change.add(third)
    assert [set(group) for group in doubles(robin)] == [{best.id, third.id}]


def test_comparing_can_be_stopped(robin: FoundChild, copies: tuple[Photo, Photo]) -> None:
    with pytest.raises(Stopped):
        doubles(robin, cancelled=lambda: True)


def test_the_best_takes_every_place_of_the_others_and_one_undo_gives_them_back(
    robin: FoundChild, copies: tuple[Photo, Photo], now: Now
) -> None:
    best, sent = copies
    gran = add_person(robin, Person(given="Gran", portrait=sent.id))
    page = Block(page_type="photos", slots={"photos": (sent.id,)}, weights={str(sent.id): 5})
    both = Block(page_type="photos", slots={"photos": (best.id, sent.id)}, layout="two")
    book = add_edition(
        robin, Edition(name="first", sections=(Section(part=Part.PAST, blocks=(page, both)),))
    )
    before = dict(robin.case.records)

    keep_best(robin.case, best.id, [sent.id])

    kept = robin.case.records.find(Edition, book.id)
    assert kept is not None
    first, second = kept.sections[0].blocks
    assert (first.slots["photos"], first.weights) == ((best.id,), {str(best.id): 5})
    assert (second.slots["photos"], second.layout) == ((best.id,), "")
    person = robin.case.records.find(Person, gran.id)
    assert person is not None
    assert person.portrait == best.id
    assert now(sent).binned
    assert not now(best).binned
    robin.case.undo()
    assert dict(robin.case.records) == before


def test_places_are_left_alone_where_one_wishes(
    robin: FoundChild, copies: tuple[Photo, Photo]
) -> None:
    best, sent = copies
    gran = add_person(robin, Person(given="Gran", portrait=sent.id))
    keep_best(robin.case, best.id, [sent.id], in_their_places=False)
    assert robin.case.records[gran.id] == gran
    change_person(robin.case, gran)


def test_the_best_never_shows_what_a_copy_hid(
    robin: FoundChild, copies: tuple[Photo, Photo], now: Now
) -> None:
    best, sent = copies
    kit = add_person(robin, Person(given="Kit"))
    cover_photo(robin.case, sent.id, [Hidden(10, 20, 30, 40)])
    crop_photo(robin.case, sent.id, (0.0, 0.0, 0.5, 1.0))
    mark_face(robin.case, sent.id, kit.id, Region(50, 60, 20, 20))
    tell_photos_from(robin.case, [sent.id], 9)
    caption_photo(robin.case, sent.id, {Band.READER: "At the sea"})
    date_photos(robin.case, [sent.id], HonestDate.parse("summer 2019"))

    keep_best(robin.case, best.id, [sent.id])

    kept = now(best)
    assert kept.covered == (Hidden(40, 80, 120, 160),)
    assert kept.edits == now(sent).edits
    assert kept.people == (InPhoto(person=kit.id, region=Region(200, 240, 80, 80)),)
    assert kept.tell_from_age == 9
    assert kept.captions == {Band.READER: "At the sea"}
    assert (kept.taken, kept.taken_from) == (HonestDate.parse("summer 2019"), DateSource.WORKER)


def test_a_date_that_cannot_be_gives_way_to_that_of_a_copy(
    robin: FoundChild, copies: tuple[Photo, Photo], now: Now
) -> None:
    best, sent = copies
    date_photos(robin.case, [sent.id], HonestDate.parse("summer 2019"))
    ahead = replace(now(best), taken=HonestDate.parse("2131-05-04"), taken_from=DateSource.CAMERA)
    keep_changed(robin.case, "Set the clock", ahead)
    keep_best(robin.case, best.id, [sent.id])
    assert now(best).taken == HonestDate.parse("summer 2019")


def test_what_was_hidden_in_another_shape_keeps_both(
    robin: FoundChild, copies: tuple[Photo, Photo], now: Now
) -> None:
    best, sent = copies
    file = robin.case.records.find(Original, best.original)
    assert file is not None
    keep_changed(robin.case, "Make it wide", replace(file, width=1200))
    cover_photo(robin.case, sent.id, [Hidden(10, 20, 30, 40)])
    with pytest.raises(HiddenInAnother):
        keep_best(robin.case, best.id, [sent.id])
    assert not now(sent).binned
    cover_photo(robin.case, sent.id, [])
    crop_photo(robin.case, sent.id, (0.0, 0.0, 0.5, 1.0))
    with pytest.raises(HiddenInAnother):
        keep_best(robin.case, best.id, [sent.id])
    assert not now(sent).binned


def test_the_best_with_a_crop_of_its_own_never_shows_what_a_copy_cut_away(
    robin: FoundChild, copies: tuple[Photo, Photo], now: Now
) -> None:
    best, sent = copies
    crop_photo(robin.case, sent.id, (0.0, 0.0, 0.5, 1.0))
    crop_photo(robin.case, best.id, (0.2, 0.1, 0.6, 0.8))
    before = dict(robin.case.records)
    with pytest.raises(HiddenInAnother):
        keep_best(robin.case, best.id, [sent.id])
    assert dict(robin.case.records) == before

    crop_photo(robin.case, best.id, (0.2, 0.1, 0.3, 0.8))
    own = now(best).edits
    keep_best(robin.case, best.id, [sent.id])
    assert now(best).edits == own
    assert now(sent).binned


@pytest.mark.parametrize("edit", [turn_photo, partial(grey_photo, grey=True)])
def test_the_best_that_is_only_turned_or_grey_shows_all_that_a_copy_cut_away(
    robin: FoundChild, copies: tuple[Photo, Photo], edit: Callable[[OpenCase, UUID], None]
) -> None:
    best, sent = copies
    edit(robin.case, best.id)
    crop_photo(robin.case, sent.id, (0.0, 0.0, 0.5, 1.0))
    with pytest.raises(HiddenInAnother):
        keep_best(robin.case, best.id, [sent.id])


def test_a_crop_is_held_against_the_other_however_either_is_turned(
    robin: FoundChild, copies: tuple[Photo, Photo], now: Now
) -> None:
    best, sent = copies
    crop_photo(robin.case, sent.id, (0.0, 0.0, 0.5, 1.0), 3.0)
    turn_photo(robin.case, best.id)
    crop_photo(robin.case, best.id, (0.1, 0.6, 0.8, 0.3))  # the left, which is now below
    with pytest.raises(HiddenInAnother):
        keep_best(robin.case, best.id, [sent.id])
    crop_photo(robin.case, best.id, (0.1, 0.1, 0.8, 0.3))
    keep_best(robin.case, best.id, [sent.id])
    assert now(sent).binned


def test_of_two_crops_of_copies_neither_is_widened(
    robin: FoundChild, copies: tuple[Photo, Photo], now: Now
) -> None:
    best, sent = copies
    third = replace(sent, id=uuid4())
    with robin.case.change("Add photos") as change:
        change.add(third)
    crop_photo(robin.case, sent.id, (0.0, 0.0, 0.5, 1.0))
    crop_photo(robin.case, third.id, (0.1, 0.1, 0.2, 0.2))
    with pytest.raises(HiddenInAnother):
        keep_best(robin.case, best.id, [sent.id, third.id])
    keep_best(robin.case, best.id, [third.id, sent.id])
    assert now(best).edits == (Crop(0.1, 0.1, 0.2, 0.2),)


def test_a_whole_scan_never_stands_for_one_of_its_prints(
    robin: FoundChild, copies: tuple[Photo, Photo]
) -> None:
    best, sent = copies
    piece = replace(best, id=uuid4(), piece=Piece(0, 0, 400, 600))
    with robin.case.change("Split a scan") as change:
        change.add(piece)
    with pytest.raises(HiddenInAnother):
        keep_best(robin.case, best.id, [piece.id])
    keep_best(robin.case, piece.id, [best.id])
    # what lies where on the glass says nothing of another page
    cover_photo(robin.case, sent.id, [Hidden(10, 20, 30, 40)])
    with pytest.raises(HiddenInAnother):
        keep_best(robin.case, piece.id, [sent.id])


def test_a_face_marked_on_another_scan_is_not_looked_for_at_the_same_place(
    robin: FoundChild, copies: tuple[Photo, Photo], now: Now
) -> None:
    best, sent = copies
    kit = add_person(robin, Person(given="Kit"))
    mark_face(robin.case, sent.id, kit.id, Region(50, 60, 20, 20))
    keep_changed(robin.case, "Split a scan", replace(best, piece=Piece(0, 0, 400, 600)))
    keep_best(robin.case, best.id, [sent.id])
    assert now(best).people == (InPhoto(person=kit.id),)


def test_the_best_that_was_taken_out_meanwhile_is_no_trouble_of_ours(
    robin: FoundChild, copies: tuple[Photo, Photo]
) -> None:
    best, sent = copies
    robin.case.erase([best.id])
    with pytest.raises(Gone):
        keep_best(robin.case, best.id, [sent.id])
