"""Where pages stand on sheets: folded, the sheets must read like a book."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as some

from lifestory.book.imposition import imposed
from lifestory.book.printers import printer
from lifestory.book.setting import MM
from lifestory.domain.plans import PagePlan
from lifestory.domain.sheets import PaperSheet, Side

SIZES = {"a5": (148, 210), "a4": (210, 297), "square": (210, 210), "a4-landscape": (297, 210)}


def pages(count: int, size: str = "a5") -> tuple[PagePlan, ...]:
    """So many empty pages."""
    width, height = (round(side * MM, 3) for side in SIZES[size])
    return tuple(
        PagePlan(width, height, n, ("left", "right")[n % 2], "", "story", "", "", ())
        for n in range(1, count + 1)
    )


def leafed_through(sheets: tuple[PaperSheet, ...]) -> list[int]:
    """The pages in the order in which a reader of the folded sheets meets them: the right halves
    of each leaf going in, the left halves coming out."""

    def halves(side: Side) -> tuple[int, int]:
        left, right = sorted(side.pages, key=lambda one: one.clip.x)
        return left.page, right.page

    going_in: list[int] = []
    coming_out: list[int] = []
    for sheet in sheets:
        (last, first), (second, before_last) = (halves(side) for side in sheet.sides)
        going_in += [first, second]
        coming_out = [before_last, last, *coming_out]
    return going_in + coming_out


@given(some.integers(1, 30), some.sampled_from(["a5", "a4", "square"]))
def test_a_folded_book_reads_from_first_to_last(sheets: int, size: str) -> None:
    made = imposed(pages(4 * sheets, size), printer("booklet"))
    assert len(made) == sheets
    assert leafed_through(made) == list(range(4 * sheets))
    for sheet in made:
        for side in sheet.sides:
            fold = side.width / 2
            left, right = side.pages
            assert left.clip.right <= fold + 0.001 <= right.clip.x + 0.002
            for one in side.pages:
                assert one.clip.x >= -0.001
                assert one.clip.right <= side.width + 0.001
                assert one.clip.y >= -0.001
                assert one.clip.top <= side.height + 0.001


def test_each_inner_sheet_creeps_towards_the_fold_by_the_paper_around_it() -> None:
    booklet = replace(printer("booklet"), paper=0.2)
    for inside, sheet in enumerate(imposed(pages(16), booklet)):
        for side in sheet.sides:
            left, right = side.pages
            fold = side.width / 2
            assert fold - right.x == pytest.approx(0.2 * inside * MM, abs=0.001)
            assert left.x + 148 * MM - fold == pytest.approx(0.2 * inside * MM, abs=0.01)


def test_a_larger_page_is_made_smaller_to_half_a_sheet_and_a_smaller_one_keeps_its_size() -> None:
    (sheet,) = imposed(pages(4, "a4"), printer("booklet"))
    assert {round(one.scale, 3) for side in sheet.sides for one in side.pages} == {0.707}
    (sheet,) = imposed(pages(4, "a5"), printer("booklet"))
    assert {one.scale for side in sheet.sides for one in side.pages} == {1.0}


def test_a_small_page_stands_in_the_middle_of_its_sheet_on_both_sides() -> None:
    (sheet,) = imposed(pages(2, "a5"), printer("duplex"))
    for side in sheet.sides:
        (one,) = side.pages
        assert one.scale == 1.0
        assert one.x == pytest.approx((210 - 148) / 2 * MM, abs=0.01)
        assert one.y == pytest.approx((297 - 210) / 2 * MM, abs=0.01)


def test_the_sheet_lies_as_the_page_lies() -> None:
    (sheet,) = imposed(pages(1, "a4-landscape"), printer("office"))
    assert sheet.sides[0].width > sheet.sides[0].height
    assert sheet.sides[0].pages[0].scale == 1.0


def test_both_sides_of_a_sheet_belong_together() -> None:
    assert [sheet.pages for sheet in imposed(pages(6, "a4"), printer("duplex"))] == [
        (0, 1), (2, 3), (4, 5),
    ]  # fmt: skip
    assert [sheet.pages for sheet in imposed(pages(3, "a4"), printer("office"))] == [
        (0,),
        (1,),
        (2,),
    ]
