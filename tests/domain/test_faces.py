"""A frame about a face never cuts it, wherever it lies and however the photo stands."""

from __future__ import annotations

from math import cos, hypot, pi, sin
from uuid import uuid4

from hypothesis import given
from hypothesis import strategies as st

from lifestory.domain.edits import Crop, Piece, Region, Straighten, Turn
from lifestory.domain.faces import about_face, faces_in
from lifestory.domain.media import InPhoto, Photo
from lifestory.domain.standing import Box

SIDE = st.integers(40, 5000)
STARTS, LENGTHS = st.floats(0, 0.95), st.floats(0.02, 1)


@st.composite
def faces(draw: st.DrawFn) -> Box:
    left, top = draw(STARTS), draw(STARTS)
    return left, top, min(draw(LENGTHS), 1 - left), min(draw(LENGTHS), 1 - top)


@given(faces(), SIDE, SIDE)
def test_the_whole_oval_of_a_face_lies_in_its_round_frame_and_the_frame_in_the_picture(
    face: Box, width: int, height: int
) -> None:
    left, top, wide, high = about_face(face, width, height)
    assert min(left, top) > -1e-9
    assert max(left + wide, top + high) < 1 + 1e-9
    x, y = (left + wide / 2) * width, (top + high / 2) * height
    radius = max(wide * width, high * height) / 2
    for turn in range(200):
        across = (face[0] + face[2] * (1 + cos(turn * pi / 100)) / 2) * width
        down = (face[1] + face[3] * (1 + sin(turn * pi / 100)) / 2) * height
        assert hypot(across - x, down - y) <= radius * 1.005
        assert left * width - 1e-6 <= across <= (left + wide) * width + 1e-6
        assert top * height - 1e-6 <= down <= (top + high) * height + 1e-6


def test_a_face_with_room_about_it_has_hair_and_shoulders_in_a_square() -> None:
    left, top, wide, high = about_face((0.4, 0.3, 0.2, 0.2), 2000, 2000)
    assert abs(wide - high) < 1e-9
    assert 0.3 < wide < 0.36
    assert abs(left + wide / 2 - 0.5) < 1e-9
    assert 0.4 < top + high / 2 < 0.42


def test_a_tiny_face_is_not_blown_up() -> None:
    _, _, wide, high = about_face((0.5, 0.5, 0.01, 0.01), 4000, 3000)
    assert (round(wide * 4000), round(high * 3000)) == (320, 320)


def seen(photo: Photo) -> tuple[Box, ...]:
    return faces_in(photo, photo.people, 1000, 500)


def test_faces_are_found_however_the_photo_was_turned_cut_straightened_or_split() -> None:
    who = (InPhoto(person=uuid4(), region=Region(100, 100, 200, 100)),)
    turned = Photo(people=who, edits=(Turn(1),))
    assert seen(turned) == ((0.6, 0.1, 0.2, 0.2),)
    cut = Photo(people=who, edits=(Crop(0.2, 0, 0.5, 1),))
    assert seen(cut) == ((0.0, 0.2, 0.2, 0.2),)
    assert not seen(Photo(people=who, edits=(Crop(0.5, 0, 0.5, 1),)))
    print_of_it = Photo(people=who, piece=Piece(100, 100, 400, 400))
    assert seen(print_of_it) == ((0.0, 0.0, 0.5, 0.25),)
    (leaning,) = seen(Photo(people=who, edits=(Straighten(5.0),)))
    assert leaning[2] > 0.2
    assert not seen(Photo(people=(InPhoto(person=uuid4()),)))
