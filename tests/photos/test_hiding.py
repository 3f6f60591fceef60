"""What lies under a hidden region is nowhere in what comes out: two originals that differ there
alone, whatever is done to them, give the very same bytes."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from typing import Any
from uuid import UUID

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image, ImageChops

from lifestory.domain.edits import (
    Crop,
    Grey,
    Hidden,
    Hiding,
    Piece,
    Recipe,
    Restore,
    Straighten,
    Turn,
)
from lifestory.domain.media import Rendition
from lifestory.photos.fitting import render

WIDE, HIGH = 160, 112
BLOCK = 16
"""A JPEG mixes the colours of so many pixels either way; a decoder smooths over one more."""

parts = st.floats(0, 0.6)
edits = st.lists(
    st.one_of(
        st.builds(Turn, st.integers(1, 3)),
        st.builds(Straighten, st.floats(-15, 15)),
        st.builds(Crop, parts, parts, st.floats(0.2, 1), st.floats(0.2, 1)),
        st.builds(Restore, st.floats(0, 1)),
        st.builds(Grey),
    ),
    max_size=4,
)
pieces = st.none() | st.builds(
    Piece, st.integers(-20, 80), st.integers(-20, 60), st.integers(20, 140), st.integers(20, 100),
    st.one_of(st.just(0.0), st.floats(-45, 45)),
)  # fmt: skip
regions = st.lists(
    st.builds(
        Hidden, st.integers(-9, 150), st.integers(-9, 100), st.integers(1, 120),
        st.integers(1, 90), st.sampled_from(Hiding),
    ),
    min_size=1, max_size=3,
)  # fmt: skip


def noise(seed: int, size: tuple[int, int] = (WIDE, HIGH), low: int = 0) -> Image.Image:
    """Rough colours of their own for every seed."""
    value, out = seed * 7919 + 1, bytearray()
    for _ in range(size[0] * size[1] * 3):
        value = (value * 1103515245 + 12345) & 0x7FFFFFFF
        out.append(low + (value >> 16) % (256 - low))
    return Image.frombytes("RGB", size, bytes(out))


ROUGH = [noise(seed) for seed in range(3)]


def under(image: Image.Image, face: Image.Image, regions: list[Hidden], inset: int) -> Image.Image:
    """The picture with another one where it is hidden, but for a margin inside each region."""
    changed = image.copy()
    for one in regions:
        box = (
            max(0, one.left + inset), max(0, one.top + inset),
            min(WIDE, one.left + one.width - inset), min(HIGH, one.top + one.height - inset),
        )  # fmt: skip
        if box[0] < box[2] and box[1] < box[3]:
            changed.paste(face.crop(box), box[:2])
    return changed


def as_png(image: Image.Image) -> bytes:
    out = BytesIO()
    image.save(out, "PNG", compress_level=1)
    return out.getvalue()


def as_jpeg(image: Image.Image) -> bytes:
    """Blocks that are the same stay the same bytes once decoded: none mixes with the next."""
    out = BytesIO()
    image.save(out, "JPEG", quality=90, subsampling="4:2:0")
    return out.getvalue()


def printed(data: bytes, recipe: Recipe, box: int) -> bytes:
    return render(data, Rendition(UUID(int=1), recipe, box, box))


@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    edits=edits, piece=pieces, regions=regions, box=st.integers(8, 220),
    rough=st.sampled_from([0, 1]), jpeg=st.booleans(),
)  # fmt: skip
def test_two_originals_that_differ_only_where_it_is_hidden_come_out_the_same(
    edits: list[Any], piece: Piece | None, regions: list[Hidden], box: int, rough: int, jpeg: bool
) -> None:
    check(edits, piece, regions, box, rough, as_jpeg if jpeg else as_png)


@pytest.mark.torture
@settings(max_examples=3000, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    edits=edits, piece=pieces, regions=regions, box=st.integers(8, 220),
    rough=st.sampled_from([0, 1]), jpeg=st.booleans(),
)  # fmt: skip
def test_and_that_three_thousand_times(
    edits: list[Any], piece: Piece | None, regions: list[Hidden], box: int, rough: int, jpeg: bool
) -> None:
    check(edits, piece, regions, box, rough, as_jpeg if jpeg else as_png)


def check(
    edits: list[Any], piece: Piece | None, regions: list[Hidden], box: int, rough: int,
    file: Callable[[Image.Image], bytes],
) -> None:  # fmt: skip
    one = ROUGH[rough]
    inset = 2 * BLOCK if file is as_jpeg else 0
    other = under(one, ROUGH[2], regions, inset)
    recipe = Recipe(piece=piece, edits=tuple(edits), covered=tuple(regions))
    assert printed(file(one), recipe, box) == printed(file(other), recipe, box)


def test_the_check_can_fail() -> None:
    """Uncovered, the same two give other bytes."""
    hidden = [Hidden(30, 20, 90, 80)]
    other = under(ROUGH[0], ROUGH[2], hidden, 0)
    assert ImageChops.difference(ROUGH[0], other).getbbox()
    assert printed(as_png(ROUGH[0]), Recipe(), 160) != printed(as_png(other), Recipe(), 160)


@pytest.mark.parametrize("how", Hiding)
def test_a_faded_print_is_brought_back_by_what_is_seen_of_it_alone(how: Hiding) -> None:
    """A face far lighter than the print round it would move the white of the whole."""
    dull = Image.new("RGB", (WIDE, HIGH), (90, 80, 70))
    dull.paste(noise(5, (60, 60)).point(lambda v: 60 + v // 4), (0, 0))
    recipe = Recipe(edits=(Restore(1.0),), covered=(Hidden(70, 30, 40, 40, how),))
    outs = set()
    for face in ("white", "black", "red"):
        image = dull.copy()
        image.paste(face, (70, 30, 110, 70))
        outs.add(printed(as_png(image), recipe, 160))
    assert len(outs) == 1


@pytest.mark.parametrize("mode", ["RGBA", "LA", "P", "I;16", "1"])
@pytest.mark.parametrize("how", Hiding)
def test_neither_what_is_see_through_nor_the_depth_tells_what_was_there(
    mode: str, how: Hiding
) -> None:
    outs = set()
    for seed in (1, 2):
        image = Image.linear_gradient("L").resize((WIDE, HIGH))
        image.paste(noise(seed, (60, 50)).convert("L"), (40, 30))
        if mode in {"RGBA", "LA"}:
            image = image.convert(mode)
            image.putalpha(
                under(
                    Image.new("RGB", (WIDE, HIGH), "white"), noise(seed + 7),
                    [Hidden(40, 30, 60, 50)], 0,
                ).convert("L")
            )  # fmt: skip
        elif mode == "I;16":
            image = image.point(lambda v: v * 257, "I").convert("I;16")
        else:
            image = image.convert(mode, dither=Image.Dither.NONE)
        recipe = Recipe(covered=(Hidden(40, 30, 60, 50, how),))
        outs.add(printed(as_png(image), recipe, 100))
    assert len(outs) == 1
