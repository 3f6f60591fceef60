"""A very wide picture runs on from row to row and from page to page, and no pixel is lost."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from itertools import pairwise
from uuid import UUID

import pytest
from PIL import Image

from lifestory.domain.arrangement import Block
from lifestory.domain.edits import Crop, Region, Restore, Straighten
from lifestory.domain.media import InPhoto, Original, Photo
from lifestory.domain.plans import PagePlan, Picture
from lifestory.domain.readers import Band
from lifestory.domain.records import Records
from lifestory.photos.fitting import render

Book = Callable[..., tuple[PagePlan, ...]]
ROLL, FILE = UUID(int=7), UUID(int=8)


def book(
    book_of: Book, width: int, height: int, layout: str = "", **photo: object
) -> list[PagePlan]:
    records = Records(
        [
            Original(id=FILE, width=width, height=height),
            Photo(id=ROLL, original=FILE, alt="The roll", **photo),  # type: ignore[arg-type]
        ]
    )
    block = Block(page_type="panorama", slots={"photos": (ROLL,)}, layout=layout)
    return [
        plan for plan in book_of(records, Band.FIRST_READER, block) if plan.page_type == "panorama"
    ]


@pytest.mark.parametrize("layout", ["", "one-row", "three-rows", "four-rows"])
def test_every_row_begins_where_the_one_before_it_ended(book_of: Book, layout: str) -> None:
    plans = book(book_of, 10_007, 1_251, layout)
    rows = [picture for plan in plans for picture in plan.pictures()]
    on_a_page = {"": 2, "one-row": 1, "three-rows": 3, "four-rows": 4}[layout]
    assert [len(plan.pictures()) for plan in plans[:-1]] == [on_a_page] * (len(plans) - 1)
    ends = [0]
    for row in rows:
        cut = row.rendition.recipe.edits[-1]
        assert isinstance(cut, Crop)
        assert round(cut.left * 10_007) == ends[-1]
        assert (cut.top, cut.height) == (0, 1)
        ends.append(round((cut.left + cut.width) * 10_007))
    assert ends[-1] == 10_007
    assert len({round(row.box.width, 3) for row in rows}) == 1
    for plan in plans:
        for row in plan.pictures():
            assert row.box.y > 20 * 72 / 25.4
            assert row.box.width / row.box.height == pytest.approx(
                10_007 / 1_251 / len(rows), rel=0.01
            )


def test_no_face_is_cut_where_a_row_ends_and_all_rows_are_printed_as_large(book_of: Book) -> None:
    def people(*lefts: int) -> tuple[InPhoto, ...]:
        return tuple(
            InPhoto(person=UUID(int=left), region=Region(left, 300, 300, 400)) for left in lefts
        )

    unmarked = [p for plan in book(book_of, 10_000, 1_250) for p in plan.pictures()]
    joins = [round(_cut(one).left * 10_000) for one in unmarked[1:]]
    # one face right over the first join, two side by side over the second
    there = people(joins[0] - 150, joins[1] - 280, joins[1] + 20)
    plans = book(book_of, 10_000, 1_250, people=there)
    rows = [picture for plan in plans for picture in plan.pictures()]
    ends = [round(_cut(one).left * 10_000) for one in rows] + [10_000]
    assert ends[1] in (joins[0] - 150, joins[0] + 150)
    assert ends[2] == joins[1] + 20
    for one in there:
        assert one.region is not None
        assert not any(one.region.left < end < one.region.left + 300 for end in ends)
    assert len({round(row.box.height, 1) for row in rows}) == 1
    assert len({round(row.box.width) for row in rows}) > 1


def test_a_row_gives_only_so_much_for_a_face(book_of: Book) -> None:
    crowd = (InPhoto(person=ROLL, region=Region(100, 300, 9_800, 400)),)
    rows = [p for plan in book(book_of, 10_000, 1_250, people=crowd) for p in plan.pictures()]
    bare = [p for plan in book(book_of, 10_000, 1_250) for p in plan.pictures()]
    assert [_cut(one) for one in rows] == [_cut(one) for one in bare]


def _cut(picture: Picture) -> Crop:
    cut = picture.rendition.recipe.edits[-1]
    assert isinstance(cut, Crop)
    return cut


@pytest.mark.parametrize(
    "edits", [(), (Restore(0.4),), (Straighten(0.5), Crop(0.1, 0.1, 0.8, 0.8))]
)
def test_the_printed_rows_put_together_are_the_picture(
    book_of: Book, edits: tuple[object, ...]
) -> None:
    """Along the roll grey rises by a level every five pixels; a lost strip would be a step."""
    roll = Image.new("L", (1280, 160))
    roll.putdata([x // 5 for _ in range(160) for x in range(1280)])
    out = BytesIO()
    roll.convert("RGB").save(out, "PNG")
    plans = book(book_of, 1280, 160, edits=edits)
    rows = [
        Image.open(BytesIO(render(out.getvalue(), picture.rendition))).convert("L")
        for plan in plans
        for picture in plan.pictures()
    ]
    assert len(rows) > 2
    middle = rows[0].height // 2
    step = [
        abs(after.getpixel((1, middle)) - before.getpixel((before.width - 2, middle)))  # type: ignore[operator]
        for before, after in pairwise(rows)
    ]
    assert max(step) <= 4
    whole = sum(row.width for row in rows)
    assert abs(whole - 1280 * (0.8 * 0.93 if len(edits) == 2 else 1)) < 40


def test_a_picture_that_is_not_wide_stands_in_one_row(book_of: Book) -> None:
    (plan,) = book(book_of, 1500, 1000)
    assert len(plan.pictures()) == 1
