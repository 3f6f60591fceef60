"""What is hidden, by the worker or for want of a permission, is in no byte of a finished book."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from PIL import Image

from lifestory.app.allowing import allow
from lifestory.app.books import compose_edition, make_book, preview_pdf
from lifestory.app.editions import add_edition
from lifestory.app.open_case import FoundChild
from lifestory.app.open_store import Store
from lifestory.app.people import add_person
from lifestory.app.photos import (
    add_photos,
    cover_photo,
    mark_face,
    restore_photo,
    straighten_photo,
    thumbnail,
)
from lifestory.domain.arrangement import Block, Edition, Part, Section
from lifestory.domain.dates import HonestDate
from lifestory.domain.edits import Hid, Hidden, Hiding, Region
from lifestory.domain.media import Permission, Photo
from lifestory.domain.people import Person
from lifestory.domain.readers import Band

FACE = Region(420, 160, 180, 220)
DOOR = Hidden(60, 420, 120, 90, Hiding.COVER, Hid.DOOR_NUMBER)


def twin(folder: Path, name: str, inside: str) -> Path:
    """A picture that differs from its twin under the face and on the door alone."""
    image = Image.radial_gradient("L").resize((900, 600)).convert("RGB")
    image.putpixel((0, 0), (1, 2, 3))
    for region in (FACE, DOOR):
        box = (region.left, region.top, region.left + region.width, region.top + region.height)
        image.paste(inside, box)
    file = folder / f"{name}.png"
    image.save(file)
    return file


@pytest.fixture
def twins(store: Store, robin: FoundChild, tmp_path: Path) -> tuple[Photo, Photo]:
    """Two photos of Kit, of whom nobody was asked, each with a door number hidden."""
    kit = add_person(robin, Person(given="Kit", about=frozenset({robin.id})))
    made = []
    for name, inside in (("one", "red"), ("two", "yellow")):
        file = twin(tmp_path, name, inside)
        (added,) = add_photos(store, robin.case, [file], about=frozenset({robin.id}))
        assert added.photo is not None
        mark_face(robin.case, added.photo, kit.id, FACE)
        cover_photo(robin.case, added.photo, [DOOR])
        straighten_photo(robin.case, added.photo, 2.5)
        restore_photo(robin.case, added.photo, 0.8)
        found = robin.case.records.find(Photo, added.photo)
        assert found is not None
        made.append(found)
    return made[0], made[1]


def edition(robin: FoundChild, photo: Photo) -> Edition:
    """A book of that photo alone."""
    page = Block(page_type="photos", slots={"photos": (photo.id,)})
    made = Edition(
        name=str(photo.id), about=frozenset({robin.id}), child=robin.id, band=Band.READER,
        sections=(Section(part=Part.PRESENT, blocks=(page,)),),
    )  # fmt: skip
    add_edition(robin, made)
    return made


def pictures(pdf: bytes) -> list[bytes]:
    """The bytes of every picture in a PDF, as they lie in it."""
    with pikepdf.open(BytesIO(pdf)) as opened:
        return sorted(
            one.read_raw_bytes()
            for one in opened.objects
            if isinstance(one, pikepdf.Stream) and one.get("/Subtype") == pikepdf.Name.Image
        )


def colours(jpeg: bytes) -> list[Any]:
    return Image.open(BytesIO(jpeg)).convert("RGB").getcolors(1 << 24) or []


def vivid(jpeg: bytes) -> bool:
    """True when a red or a yellow is in it; all that is seen of the pictures is grey."""
    return any(max(colour) - min(colour) > 90 for _, colour in colours(jpeg))


def test_a_face_without_permission_and_a_hidden_door_are_in_no_byte_of_the_book(
    store: Store, robin: FoundChild, twins: tuple[Photo, Photo]
) -> None:
    books = [make_book(store, robin.case, edition(robin, one)) for one in twins]
    first, second = (pictures(book.pdf) for book in books)
    assert [[one.check for one in book.findings] for book in books] == [["no-consent"]] * 2
    assert first
    assert first == second
    assert not any(map(vivid, first))


def test_nor_in_the_preview_and_what_the_worker_hid_is_not_in_the_thumbnail(
    store: Store, robin: FoundChild, twins: tuple[Photo, Photo]
) -> None:
    shown = [preview_pdf(store, compose_edition(robin.case, edition(robin, one))) for one in twins]
    assert pictures(shown[0]) == pictures(shown[1])
    cover_photo(robin.case, twins[0].id, [DOOR, Hidden.over(FACE)])
    cover_photo(robin.case, twins[1].id, [DOOR, Hidden.over(FACE)])
    after = [robin.case.records.find(Photo, one.id) for one in twins]
    small = {thumbnail(store, one) for one in after if one is not None}
    assert len(small) == 1
    assert not vivid(small.pop())


def test_once_it_is_allowed_the_face_is_printed_and_the_door_still_is_not(
    store: Store, robin: FoundChild, twins: tuple[Photo, Photo]
) -> None:
    kit = twins[0].people[0].person
    allow(robin, Permission(person=kit, given_by="Mum", given_on=HonestDate.parse("May 2024")))
    book = make_book(store, robin.case, edition(robin, twins[0]))
    (picture,) = pictures(book.pdf)
    assert vivid(picture)
    assert book.findings == ()
    cover_photo(robin.case, twins[0].id, [DOOR, Hidden.over(FACE)])
    again = edition(robin, twins[0])
    assert not any(map(vivid, pictures(make_book(store, robin.case, again).pdf)))


def test_of_a_range_only_its_own_pages_are_told_of(
    store: Store, robin: FoundChild, twins: tuple[Photo, Photo]
) -> None:
    book = edition(robin, twins[0])
    (now,) = book.sections
    two = replace(book, sections=(replace(now, blocks=(Block(page_type="hopes"), *now.blocks)),))

    def told(pages: str) -> list[int | None]:
        return [one.page for one in make_book(store, robin.case, two, pages=pages).findings]

    (page,) = told("")
    assert page is not None
    assert (told("1"), told(str(page))) == ([], [page])
    mark_face(robin.case, twins[0].id, twins[0].people[0].person, None)
    assert (told("1"), told("")) == ([], [None])
