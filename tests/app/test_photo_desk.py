"""Scans split, better scans put under a photo, copies found, dates from folders, permissions."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from PIL import Image, ImageEnhance
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from lifestory.app.album import May, album, pages_with
from lifestory.app.allowing import allow, forget_permission, heard_of
from lifestory.app.doubles import doubles
from lifestory.app.editions import add_edition
from lifestory.app.open_case import FoundChild, Gone
from lifestory.app.open_store import Store
from lifestory.app.people import add_person
from lifestory.app.photos import (
    add_photos,
    bin_photo,
    bin_photos,
    caption_photo,
    cover_photo,
    crop_photo,
    mark_face,
    name_person,
    photos,
    restore_photo,
    straighten_photo,
    thumbnail,
    use_as_portrait,
)
from lifestory.app.replacing import OtherShape, replace_photo
from lifestory.app.splitting import prints_on, split_photo
from lifestory.domain.arrangement import Block, Edition, Part, Section
from lifestory.domain.dates import HonestDate
from lifestory.domain.edits import Hid, Hidden, Piece, Region, Straighten
from lifestory.domain.media import DateSource, Original, Permission, Photo
from lifestory.domain.people import Person
from lifestory.domain.readers import Band
from lifestory.photos.refusals import NotAPicture

Take = Callable[..., list[Photo]]


@pytest.fixture
def take(store: Store, robin: FoundChild) -> Take:
    """Takes files in and gives their photos."""

    def taken(*files: Path) -> list[Photo]:
        added = list(add_photos(store, robin.case, files, about=frozenset({robin.id})))
        return [found for one in added if (found := robin.case.records.find(Photo, one.photo))]

    return taken


def now(robin: FoundChild, photo: Photo) -> Photo:
    found = robin.case.records.find(Photo, photo.id)
    assert found is not None
    return found


def picture(seed: int, size: tuple[int, int] = (480, 320)) -> Image.Image:
    """A soft picture of its own."""
    rough = Image.new("RGB", (9, 6))
    rough.putdata([((n * 73 + seed * 41) % 256, (n * seed * 29) % 256, n * 4) for n in range(54)])
    return rough.resize(size, Image.Resampling.BICUBIC)


def scan(folder: Path) -> Path:
    """Two prints on the glass of a scanner."""
    sheet = Image.new("RGB", (1000, 1000), (251, 250, 248))
    sheet.paste(picture(3), (60, 80))
    sheet.paste(
        picture(5, (400, 300)).rotate(-5, expand=True, fillcolor=(251, 250, 248)), (500, 560)
    )
    file = folder / "sheet.png"
    sheet.save(file)
    return file


def test_a_scan_of_two_prints_becomes_two_photos_and_undo_one_again(
    store: Store, robin: FoundChild, take: Take, tmp_path: Path
) -> None:
    (sheet,) = take(scan(tmp_path))
    pieces = prints_on(store, sheet)
    assert [round(one.lean) for one in pieces] == [0, 5]

    first, second = split_photo(robin.case, sheet.id, pieces)

    assert {one.id for one in photos(robin.case)} == {first, second}
    assert now(robin, sheet).binned
    small = Image.open(BytesIO(thumbnail(store, robin.case.records[first])))  # type: ignore[arg-type]
    assert small.width / small.height == pytest.approx(1.5, abs=0.03)
    robin.case.undo()
    assert [one.id for one in photos(robin.case)] == [sheet.id]


def test_what_was_hidden_on_the_sheet_stays_hidden_on_its_prints(
    store: Store, robin: FoundChild, take: Take, tmp_path: Path
) -> None:
    (sheet,) = take(scan(tmp_path))
    door = Hidden(100, 100, 50, 50, what=Hid.DOOR_NUMBER)
    cover_photo(robin.case, sheet.id, [door])
    (only,) = split_photo(robin.case, sheet.id, [Piece(60, 80, 480, 320)])
    found = robin.case.records.find(Photo, only)
    assert found is not None
    assert found.covered == (door,)


def test_who_is_on_the_sheet_is_on_its_prints_unless_the_face_is_marked_elsewhere(
    robin: FoundChild, take: Take, tmp_path: Path
) -> None:
    (sheet,) = take(scan(tmp_path))
    kit, sue, zed = (
        add_person(robin, Person(given=name, about=frozenset({robin.id})))
        for name in ("Kit", "Sue", "Zed")
    )
    name_person(robin.case, [sheet.id], kit.id)
    mark_face(robin.case, sheet.id, sue.id, Region(100, 100, 50, 50))
    mark_face(robin.case, sheet.id, zed.id, Region(900, 900, 50, 50))
    left, right = split_photo(
        robin.case, sheet.id, [Piece(60, 80, 480, 320), Piece(520, 600, 440, 380, 5)]
    )
    there = [
        {one.person for one in found.people}
        for key in (left, right)
        if (found := robin.case.records.find(Photo, key))
    ]
    assert there == [{kit.id, sue.id}, {kit.id, zed.id}]


def test_a_print_stands_only_on_the_pages_that_show_that_print(
    robin: FoundChild, take: Take, tmp_path: Path
) -> None:
    (sheet,) = take(scan(tmp_path))
    left, right = split_photo(
        robin.case, sheet.id, [Piece(60, 80, 480, 320), Piece(520, 600, 440, 380, 5)]
    )
    block = Block(page_type="photos", slots={"photos": (left,)})
    add_edition(robin, Edition(name="one", sections=(Section(part=Part.PAST, blocks=(block,)),)))
    found = {key: robin.case.records.find(Photo, key) for key in (left, right)}
    pages = {key: pages_with(robin, photo) for key, photo in found.items() if photo}
    assert [numbers for _, numbers in pages[left]] == [(1,)]
    assert pages[right] == ()


def test_a_better_scan_keeps_all_that_was_said_of_the_photo(
    store: Store, robin: FoundChild, take: Take, tmp_path: Path
) -> None:
    small, large = tmp_path / "old.png", tmp_path / "new.png"
    picture(3).save(small)
    picture(3, (960, 640)).save(large)
    (photo,) = take(small)
    caption_photo(robin.case, photo.id, {Band.READER: "At the sea"})
    cover_photo(robin.case, photo.id, [Hidden(10, 20, 30, 40)])
    mark_face(robin.case, photo.id, robin.child.person, Region(100, 50, 60, 60))
    crop_photo(robin.case, photo.id, (0, 0, 0.5, 1))

    replace_photo(store, robin.case, photo.id, large)

    after = now(robin, photo)
    assert after.captions == {Band.READER: "At the sea"}
    assert after.covered == (Hidden(20, 40, 60, 80),)
    assert after.people[0].region == Region(200, 100, 120, 120)
    assert after.recipe.size(960, 640) == (480, 640)
    assert after.original != photo.original
    assert store.vault.originals.read(photo.original or photo.id) == small.read_bytes()
    robin.case.undo()
    assert now(robin, photo).original == photo.original


def test_a_scan_of_another_shape_never_uncovers_what_was_hidden(
    store: Store, robin: FoundChild, take: Take, tmp_path: Path
) -> None:
    small, other = tmp_path / "old.png", tmp_path / "new.png"
    picture(3).save(small)
    picture(3, (700, 700)).save(other)
    (photo,) = take(small)
    cover_photo(robin.case, photo.id, [Hidden(10, 20, 30, 40)])
    before = now(robin, photo)
    with pytest.raises(OtherShape):
        replace_photo(store, robin.case, photo.id, other)
    assert now(robin, photo) == before
    assert len(robin.case.records.of(Original)) == 1
    cover_photo(robin.case, photo.id, [])
    crop_photo(robin.case, photo.id, (0, 0, 0.5, 1))
    with pytest.raises(OtherShape):
        replace_photo(store, robin.case, photo.id, other)
    crop_photo(robin.case, photo.id, (0, 0, 1, 1), 2.0)
    replace_photo(store, robin.case, photo.id, other)
    assert now(robin, photo).recipe.size(700, 700) == (700, 700)


def test_a_photo_that_was_taken_out_meanwhile_is_told_of(
    store: Store, robin: FoundChild, take: Take, tmp_path: Path
) -> None:
    small = tmp_path / "old.png"
    picture(3).save(small)
    (photo,) = take(small)
    (other,) = take(scan(tmp_path))
    gran = add_person(robin, Person(given="Gran"))
    robin.case.erase([photo.id])
    for verb in (
        lambda case: replace_photo(store, case, photo.id, small),
        lambda case: split_photo(case, photo.id, [Piece(60, 80, 48, 32)]),
        lambda case: crop_photo(case, photo.id, (0, 0, 0.5, 1)),
        lambda case: cover_photo(case, photo.id, [Hidden(10, 20, 30, 40)]),
        lambda case: use_as_portrait(case, photo.id, gran.id),
        lambda case: forget_permission(case, photo.id),
    ):
        with pytest.raises(Gone):
            verb(robin.case)
    bin_photos(robin.case, [photo.id, other.id])  # of several, those that are still there
    assert now(robin, other).binned
    assert len(robin.case.records.of(Original)) == 2


def test_no_picture_replaces_none(
    store: Store, robin: FoundChild, take: Take, tmp_path: Path
) -> None:
    small = tmp_path / "old.png"
    picture(3).save(small)
    (photo,) = take(small)
    (tmp_path / "letter.txt").write_text("Dear Robin")
    with pytest.raises(NotAPicture):
        replace_photo(store, robin.case, photo.id, tmp_path / "letter.txt")
    assert now(robin, photo) == photo


def test_copies_are_offered_with_the_best_on_top(
    robin: FoundChild, take: Take, tmp_path: Path
) -> None:
    files = []
    for name, made in {
        "a": picture(7, (240, 160)),
        "b": picture(7, (960, 640)),
        "c": picture(12),
        "d": ImageEnhance.Brightness(picture(7)).enhance(1.08),
    }.items():
        files.append(tmp_path / f"{name}.jpg")
        made.save(files[-1], quality=70)
    a, b, c, d = take(*files)
    assert doubles(robin) == ((b.id, d.id, a.id),)
    bin_photo(robin.case, d.id)
    assert doubles(robin) == ((b.id, a.id),)
    assert not now(robin, c).binned


def test_a_folder_says_the_date_where_the_file_does_not(take: Take, tmp_path: Path) -> None:
    for folder in ("summer 2019", "Robin aged 3", "no date"):
        (tmp_path / folder).mkdir()
        picture(len(folder)).save(tmp_path / folder / "scan.png")
    dates = {one.taken: one.taken_from for one in take(tmp_path)}
    assert dates == {
        HonestDate.parse("summer 2019"): DateSource.FOLDER_NAME,
        HonestDate.parse("aged 3"): DateSource.FOLDER_NAME,
        HonestDate.unknown(): DateSource.NONE,
    }


def test_every_page_of_a_document_is_a_photo_of_the_one_file(
    store: Store, robin: FoundChild, take: Take, tmp_path: Path
) -> None:
    canvas = Canvas(str(tmp_path / "certificate.pdf"), pagesize=(300, 200))
    for seed in (1, 2, 3):
        canvas.drawImage(ImageReader(picture(seed)), 0, 0, 300, 200)
        canvas.showPage()
    canvas.save()
    pages = take(tmp_path / "certificate.pdf")
    assert [one.page for one in pages] == [0, 1, 2]
    assert len({one.original for one in pages}) == 1
    assert len({thumbnail(store, one) for one in pages}) == 3
    assert take(tmp_path / "certificate.pdf") == [pages[0]]  # here already
    assert len(photos(robin.case)) == 3


def test_straightened_and_restored_are_one_undo_each(
    robin: FoundChild, take: Take, tmp_path: Path
) -> None:
    picture(4).save(tmp_path / "a.png")
    (photo,) = take(tmp_path / "a.png")
    straighten_photo(robin.case, photo.id, 3.5)
    restore_photo(robin.case, photo.id, 0.6)
    straighten_photo(robin.case, photo.id, -2)
    assert [edit for edit in now(robin, photo).edits if isinstance(edit, Straighten)] == [
        Straighten(-2)
    ]
    for _ in range(3):
        robin.case.undo()
    assert now(robin, photo) == photo


def test_a_refusal_heard_later_outdoes_the_permission(
    robin: FoundChild, take: Take, tmp_path: Path
) -> None:
    kit = add_person(robin, Person(given="Kit", about=frozenset({robin.id})))
    assert album(robin).may[kit.id] is May.NOT_ASKED
    given = Permission(
        about=frozenset({robin.id}),
        person=kit.id,
        given_by="Kit's mum",
        given_on=HonestDate.parse("May 2024"),
        how="by letter",
    )
    allow(robin, given)
    assert album(robin).may[kit.id] is May.GIVEN
    refused = Permission(person=kit.id, given=False, given_on=HonestDate.parse("June 2024"))
    allow(robin, refused)
    refused = replace(refused, about=frozenset({robin.id}))
    assert album(robin).heard[kit.id] == (given, refused)
    assert album(robin).may[kit.id] is May.REFUSED
    assert heard_of(robin.case, kit.id) == (given, refused)
    forget_permission(robin.case, refused.id)
    assert album(robin).may[kit.id] is May.GIVEN
    allow(robin, replace(given, until=HonestDate.parse("1 June 2024")))
    assert album(robin).may[kit.id] is May.ENDED


def test_a_picture_is_taken_in_whatever_it_is_called(take: Take, tmp_path: Path) -> None:
    made: Any = picture(2)
    for name, kind in (("a.jpg", "BMP"), ("b.txt", "GIF"), ("فرح.heic", "AVIF"), ("смех", "PNG")):
        made.save(tmp_path / name, kind)
        made = made.rotate(7)
    assert len(take(tmp_path)) == 4
