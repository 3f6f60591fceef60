"""Every page type in words, at its fullest and its emptiest, for each reader; and what holds for
all pages: nothing outside the page, nothing over anything else, nothing stretched."""

from __future__ import annotations

from collections.abc import Callable
from itertools import combinations
from pathlib import Path

import pytest

from lifestory.book.describe import describe
from lifestory.domain.plans import Box, PagePlan, Picture, Words
from lifestory.domain.readers import Band
from lifestory.letters import extents

PAGES = Path(__file__).parent.parent / "pages"

Pages = Callable[[str, str, Band], tuple[PagePlan, ...]]


def test_a_page_is_what_its_description_says(
    pages: Pages, page_type: str, fill: str, band: Band, request: pytest.FixtureRequest
) -> None:
    described = "\n".join(describe(plan) for plan in pages(page_type, fill, band))
    reader = {"5-7": "first-reader", "12+": "older"}[band.value]
    file = PAGES / f"{page_type}.{fill}.{reader}.txt"
    if request.config.getoption("--write-pages"):
        file.write_text(described, encoding="utf-8")
    assert described == file.read_text(encoding="utf-8")


def test_nothing_leaves_the_page(pages: Pages, page_type: str, fill: str, band: Band) -> None:
    for plan in pages(page_type, fill, band):
        elements: list[Words | Picture] = [*plan.words(), *plan.pictures()]
        for element in elements:
            box = ink(element) if isinstance(element, Words) else element.box
            assert box.x >= -0.5, describe(plan)
            assert box.y >= -0.5, describe(plan)
            assert box.right <= plan.width + 0.5, describe(plan)
            assert box.top <= plan.height + 0.5, describe(plan)


def test_words_stay_off_words_and_photos(
    pages: Pages, page_type: str, fill: str, band: Band
) -> None:
    for plan in pages(page_type, fill, band):
        boxes = [(words.text, ink(words)) for words in plan.words()]
        boxes += [("a photo", picture.box) for picture in plan.pictures()]
        for (one, here), (other, there) in combinations(boxes, 2):
            if one == "a photo" == other:
                continue
            assert not overlap(here, there), f"“{one}” lies on “{other}”\n{describe(plan)}"


def test_photos_stay_off_photos_and_keep_their_shape(
    pages: Pages, page_type: str, fill: str, band: Band
) -> None:
    for plan in pages(page_type, fill, band):
        for one, other in combinations(plan.pictures(), 2):
            couple = is_disc(one) and is_disc(other)
            assert couple or not overlap(one.box, other.box), describe(plan)
        for picture in plan.pictures():
            assert shape_kept(picture), describe(plan)


def test_pages_are_the_same_every_time(pages: Pages, page_type: str, fill: str, band: Band) -> None:
    first = [plan.digest for plan in pages(page_type, fill, band)]
    assert first == [plan.digest for plan in pages(page_type, fill, band)]
    assert len(first) == len(set(first))


def ink(words: Words) -> Box:
    """Where the letters' ink is, not the room the face might need."""
    low = min(line.y + extents.ink(line)[0] for line in words.lines)
    top = max(line.y + extents.ink(line)[1] for line in words.lines)
    return Box(words.box.x, low, words.box.width, top - low)


def overlap(one: Box, other: Box) -> bool:
    """True when two boxes share more than a point's breadth."""
    across = min(one.right, other.right) - max(one.x, other.x)
    up = min(one.top, other.top) - max(one.y, other.y)
    return across > 1 and up > 1


def is_disc(picture: Picture) -> bool:
    """True for a face in its round frame: a square, really cut out of its photo."""
    clip = picture.clip
    return clip is not None and clip.ops == "MCCCCZ" and bool(picture.rendition.recipe.edits)


def shape_kept(picture: Picture) -> bool:
    """True when the frame has the shape the rendition will have, to a hundredth."""
    shape = picture.box.width / picture.box.height
    sizes = {"wide": 1.5, "tall": 16 / 22, "cake": 18 / 22, "sea": 1.6, "square": 1.0,
             "newborn": 1.0, "portrait": 12 / 14, "drawing": 20 / 14}  # fmt: skip
    if is_disc(picture):
        return abs(shape - 1.0) < 0.01
    return abs(shape - sizes[picture.alt]) < 0.01
