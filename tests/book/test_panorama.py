"""A very wide picture runs on from row to row and from page to page, and no pixel is lost."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from itertools import pairwise
from uuid import UUID

import pytest
from PIL import Image

from lifestory.domain.arrangement import Block
from lifestory.domain.edits import Crop, Restore, Straighten
from lifestory.domain.media import Original, Photo
from lifestory.domain.plans import PagePlan
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
