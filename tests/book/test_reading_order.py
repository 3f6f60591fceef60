"""Each page says how it is read aloud: all of it, once, its title first."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

from lifestory.domain.plans import Art, PagePlan, Picture, Role, Words, is_read
from lifestory.domain.readers import Band

Pages = Callable[[str, str, Band], tuple[PagePlan, ...]]


def test_all_that_can_be_read_is_read_once(
    pages: Pages, page_type: str, fill: str, band: Band
) -> None:
    for plan in pages(page_type, fill, band):
        readable = [place for place, one in enumerate(plan.elements) if is_read(one)]
        assert sorted(plan.order) == readable


def test_the_title_comes_first_and_a_caption_right_behind_its_photo(
    pages: Pages, page_type: str, fill: str, band: Band
) -> None:
    for plan in pages(page_type, fill, band):
        read = [plan.elements[place] for place in plan.order]
        roles = [one.role if isinstance(one, Words) else None for one in read]
        if Role.HEADING in roles:
            before = roles[: roles.index(Role.HEADING)]
            assert before in ([], [Role.LABEL])
        for one, following in pairwise(read):
            if isinstance(one, Picture) and one.caption:
                captions = [
                    other
                    for other in read
                    if isinstance(other, Words) and other.text.split() == one.caption.split()
                ]
                assert not captions or following in captions


def test_what_tells_nothing_by_itself_is_not_read(pages: Pages) -> None:
    plan, *_ = pages("day-i-was-born", "fullest", Band.FIRST_READER)
    read = [plan.elements[place] for place in plan.order]
    assert [one.alt for one in read if isinstance(one, Art)] == [
        "A clock: 25 past 6 in the morning.",
        "A weighing dial shows 3.2 kilograms.",
        "A tape measure shows 51 centimetres.",
    ]
    words = [one.text for one in read if isinstance(one, Words)]
    assert words[0] == "The day I was born"
    assert "12" not in words
    assert "7 lb 1 oz" in words
