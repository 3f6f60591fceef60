"""The timeline: words and photos keep clear of the ribbon and of each other, at any length."""

from __future__ import annotations

from itertools import combinations
from uuid import UUID, uuid5

import pytest

from lifestory.book.desk import Desk, Draft, Look
from lifestory.book.layouts import layout_for
from lifestory.domain.arrangement import Part
from lifestory.domain.dates import HonestDate
from lifestory.domain.life import Certainty, House
from lifestory.domain.plans import Art, Box, Picture, Words
from lifestory.domain.readers import Band, Voice
from lifestory.letters import extents
from lifestory.sharing.shared import (
    SharedBlock,
    SharedChild,
    SharedHome,
    SharedMilestone,
    SharedPhoto,
)

MM = 72 / 25.4
BORN = HonestDate.parse("14 March 2017")
CHILD = SharedChild("Robin", 102, BORN, "", "", "", None, None, "", None, None)
TEXTS = (
    "I was born.", "Auntie Bev helped us.", "I came to Pat and Errol.", "My best boots",
    "I came home.", "Adoption day", "Biscuit came to live with us.", "I learned to swim.", "Me now",
)  # fmt: skip


def key(name: str) -> UUID:
    return uuid5(UUID(int=2), name)


def homes(count: int = 4) -> tuple[SharedHome, ...]:
    step = 102 // count
    return tuple(
        SharedHome(
            key(f"home {n}"), f"Family {n}", (), House.SEMI, n, n * step,
            None if n == count - 1 else (n + 1) * step, n == count - 1, of_people=True,
        )
        for n in range(count)
    )  # fmt: skip


def milestone(
    number: int, of: int, *, text: str = "", photo: bool = False, when: str = "",
    certainty: Certainty = Certainty.KNOWN,
) -> SharedMilestone:  # fmt: skip
    age = number * 100 // max(1, of)
    year, month = 2017 + (age + 2) // 12, (age + 2) % 12 + 1
    date = HonestDate.parse(when) if when else HonestDate.parse(f"{year}-{month:02}")
    ratio = (1200, 900, 1600)[number % 3]
    picture = SharedPhoto(key(f"photo {number}"), key(f"file {number}"), ratio, 1200)
    return SharedMilestone(
        key(f"milestone {number}"), text or f"{TEXTS[number % 9]}", BORN if not number else date,
        age if when != "not known" else None, number * 4 // max(1, of), picture if photo else None,
        certainty,
    )  # fmt: skip


def drawn(
    milestones: list[SharedMilestone],
    band: Band = Band.FIRST_READER,
    homes_: tuple[SharedHome, ...] | None = None,
) -> tuple[Draft, ...]:
    quiet = band in (Band.OLDER, Band.ADULT)
    look = Look(band, Voice.I, "paper" if quiet else "meadow", "a4", CHILD)
    desk = Desk(look, Part.PAST, "Before", right=False)
    block = SharedBlock(
        key("block"), "timeline", "", milestones=tuple(milestones), homes=homes_ or homes()
    )
    layout_for("timeline", look.style.reader.look)(desk, block)
    return desk.drafts()


def words_of(draft: Draft) -> list[tuple[str, Box]]:
    found = []
    for one in draft.elements:
        if isinstance(one, Words):
            low = min(line.y + extents.ink(line)[0] for line in one.lines)
            top = max(line.y + extents.ink(line)[1] for line in one.lines)
            found.append((one.text, Box(one.box.x, low, one.box.width, top - low)))
    return found


def photos_of(draft: Draft) -> list[Box]:
    return [one.box for one in draft.elements if isinstance(one, Picture)]


def ribbon_points(draft: Draft) -> list[tuple[float, float]]:
    return [
        point
        for one in draft.elements
        if isinstance(one, Art) and one.name == "ribbon"
        for shape in one.shapes
        if shape.fill
        for point in zip(shape.outline.points[0::2], shape.outline.points[1::2], strict=True)
    ]


def apart(one: Box, other: Box) -> bool:
    return one.right <= other.x or other.right <= one.x or one.top <= other.y or other.top <= one.y


def holds(box: Box, point: tuple[float, float]) -> bool:
    return box.x < point[0] < box.right and box.y < point[1] < box.top


def said(drafts: tuple[Draft, ...]) -> str:
    return " ".join(text for draft in drafts for text, _ in words_of(draft))


def keeps_clear(drafts: tuple[Draft, ...]) -> None:
    for draft in drafts:
        words, photos, ribbon = words_of(draft), photos_of(draft), ribbon_points(draft)
        boxes = [*words, *(("a photo", box) for box in photos)]
        for (one, here), (other, there) in combinations(boxes, 2):
            assert apart(here, there), f"“{one}” lies on “{other}”"
        for name, box in boxes:
            assert not any(holds(box, point) for point in ribbon), f"“{name}” lies on the ribbon"
            assert box.x >= 8 * MM, name
            assert box.right <= 202 * MM, name
            assert box.y >= 8 * MM, name
            assert box.top <= 289 * MM, name


@pytest.mark.parametrize("band", [Band.READ_TO_ME, Band.FIRST_READER, Band.READER])
@pytest.mark.parametrize("count", [1, 3, 5, 9, 10, 12, 16])
def test_nothing_lies_on_the_ribbon_or_on_each_other(count: int, band: Band) -> None:
    milestones = [milestone(number, count, photo=number % 3 != 1) for number in range(count)]
    drafts = drawn(milestones, band)
    assert [draft.side for draft in drafts] == ["left", "right"]
    keeps_clear(drafts)
    assert all(one.text in said(drafts) for one in milestones)


@pytest.mark.parametrize("band", [Band.FIRST_READER, Band.OLDER])
@pytest.mark.parametrize("count", [17, 30, 40])
def test_a_long_life_is_a_list_and_none_of_it_is_lost(count: int, band: Band) -> None:
    texts = [f"Milestone number {number} of them all." for number in range(count)]
    milestones = [
        milestone(number, count, text=text, photo=number % 4 == 0)
        for number, text in enumerate(texts)
    ]
    drafts = drawn(milestones, band)
    keeps_clear(drafts)
    assert all(text in said(drafts) for text in texts)
    assert sum(len(photos_of(draft)) for draft in drafts) == len(range(0, count, 4))


def test_no_page_of_the_list_has_more_than_fourteen_rows() -> None:
    drafts = drawn(
        [milestone(number, 30, text=f"Row {number}.") for number in range(30)], Band.OLDER
    )
    assert all(sum("Row" in text for text, _ in words_of(draft)) <= 14 for draft in drafts)


def test_long_words_find_room_and_photos_give_way() -> None:
    long = "Wolfeschlegelsteinhausenbergerdorff came, and we made a very long paper chain together."
    milestones = [milestone(number, 7, text=long, photo=True) for number in range(7)]
    drafts = drawn(milestones)
    keeps_clear(drafts)
    assert said(drafts).count("very long paper chain") == 7


def test_names_of_other_scripts_keep_clear_of_the_line_above() -> None:
    texts = ["عائشہ بیگم sang to me.", "আনোয়ারা বেগম came to stay.", "Małgorzata weighed me."]
    keeps_clear(drawn([milestone(n, 3, text=text) for n, text in enumerate(texts)]))


def test_what_is_thought_or_not_known_is_said_gently() -> None:
    milestones = [
        milestone(0, 3),
        milestone(1, 3, certainty=Certainty.THOUGHT),
        milestone(2, 3, certainty=Certainty.NOT_KNOWN, when="not known"),
    ]
    for band in (Band.FIRST_READER, Band.OLDER):
        words = said(drawn(milestones, band))
        assert "we think" in words
        assert "We don’t know this for sure yet." in words
        assert "We don’t know yet when." in words
        assert "14 March" in words


def test_the_key_names_every_home_even_when_there_are_nine() -> None:
    drafts = drawn([milestone(number, 9) for number in range(9)], homes_=homes(9))
    keeps_clear(drafts)
    words = said(drafts)
    assert all(f"with Family {number}" in words for number in range(8))
    assert "at home" in words


def test_every_colour_of_the_key_is_on_the_ribbon_in_the_order_of_the_homes() -> None:
    for shown in ({0, 3}, {0}, {1, 2}, {3}, {0, 2, 3}):
        drafts = drawn([one for one in map(plain_milestone, range(4)) if one.home in shown])
        keeps_clear(drafts)
        ribbon = next(e for e in drafts[0].elements if isinstance(e, Art) and e.name == "ribbon")
        keys = [e for one in drafts for e in one.elements if isinstance(e, Art) and e.name == "key"]
        colours = [shape.fill for shape in ribbon.shapes if shape.fill][:4]
        assert colours == [one.shapes[0].fill for one in keys]


def plain_milestone(number: int) -> SharedMilestone:
    return milestone(number, 4)


def test_a_milestone_whose_home_is_not_known_stays_in_the_home_before_it() -> None:
    lost = SharedMilestone(
        key("lost"), "We went to the sea.", HonestDate(), None, None, None, Certainty.KNOWN
    )
    keeps_clear(drawn([milestone(0, 2), milestone(1, 2), lost]))


def test_years_stand_where_they_begin_and_photos_keep_their_order() -> None:
    milestones = [milestone(number, 12, photo=number in (5, 6, 11)) for number in range(12)]
    (page,) = drawn(milestones, Band.OLDER)
    years = [text for text, _ in words_of(page) if text.isdigit()]
    assert years == sorted(set(years))
    tops = [box.top for box in photos_of(page)]
    assert tops == sorted(tops, reverse=True)
