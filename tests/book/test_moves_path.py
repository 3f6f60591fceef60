"""The moves path at every length: words keep clear of path, houses, fold and each other."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations
from uuid import UUID, uuid5

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lifestory.book.desk import Desk, Draft, Look
from lifestory.book.layouts import layout_for
from lifestory.domain.arrangement import Part
from lifestory.domain.dates import HonestDate
from lifestory.domain.life import House
from lifestory.domain.plans import Art, Box, Words
from lifestory.domain.readers import Band, Voice
from lifestory.letters import extents
from lifestory.sharing.shared import SharedBlock, SharedChild, SharedHome, SharedPerson

MM = 72 / 25.4
PATH = "#FBF1D9"
CHILD = SharedChild("Robin", 102, HonestDate(), "", "", "", None, None, "", None, None)
NAMES = ("Mum Kelly", "Auntie Bev", "Pat and Errol", "Mum Kelly", "Dee", "Hospital", "Ann and Joe",
         "Zosia")  # fmt: skip
KINDS = (House.TERRACE, House.COTTAGE, House.SEMI, House.TERRACE, House.COTTAGE, House.FLAT,
         House.SEMI, House.HOME)  # fmt: skip


def key(name: str) -> UUID:
    return uuid5(UUID(int=1), name)


def homes(names: Sequence[str], *, unknown: Sequence[int] = (), pet: bool = True) -> SharedBlock:
    """The homes before today's by name, nine months each, and today's."""
    found = []
    for order, name in enumerate(names):
        known = order not in unknown
        start, end = (order * 9, order * 9 + 9) if known else (None, None)
        kind = KINDS[order % len(KINDS)]
        found.append(SharedHome(key(f"{order}"), name, (), kind, order, start, end, False))
    people = (SharedPerson(key("Biscuit"), "Biscuit", None, pet, True),)
    start = len(names) * 9
    found.append(
        SharedHome(key("today"), "Home", people, House.HOME, len(names), start, None, True)
    )
    return SharedBlock(key("block"), "moves-path", "", homes=tuple(found))


def drawn(block: SharedBlock, band: Band = Band.FIRST_READER) -> tuple[Draft, ...]:
    theme = "paper" if band in (Band.OLDER, Band.ADULT) else "meadow"
    look = Look(band, Voice.I, theme, "a4", CHILD)
    desk = Desk(look, Part.PAST, "Before", right=False)
    layout_for("moves-path", look.style.reader.look)(desk, block)
    return desk.drafts()


def words_of(draft: Draft) -> list[tuple[str, Box]]:
    found = []
    for one in draft.elements:
        if isinstance(one, Words):
            low = min(line.y + extents.ink(line)[0] for line in one.lines)
            top = max(line.y + extents.ink(line)[1] for line in one.lines)
            found.append((one.text, Box(one.box.x, low, one.box.width, top - low)))
    return found


def art_of(draft: Draft, name: str) -> list[Art]:
    return [one for one in draft.elements if isinstance(one, Art) and one.name == name]


def solid(art: Art) -> Box:
    """A house without its shadow on the ground."""
    points = [shape.outline.points for shape in art.shapes if shape.opacity == 1.0]
    xs = [x for one in points for x in one[0::2]]
    ys = [y for one in points for y in one[1::2]]
    return Box(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys))


def paths_of(draft: Draft) -> list[list[tuple[float, float]]]:
    """The corners of every piece of the path, dots among them."""
    return [
        list(zip(shape.outline.points[0::2], shape.outline.points[1::2], strict=True))
        for art in art_of(draft, "path")
        for shape in art.shapes
        if shape.fill == PATH
    ]


def apart(one: Box, other: Box) -> bool:
    return one.right <= other.x or other.right <= one.x or one.top <= other.y or other.top <= one.y


def crosses(box: Box, outline: list[tuple[float, float]]) -> bool:
    """True when a piece of path comes into the box, or the box lies within it."""
    if any(box.x < x < box.right and box.y < y < box.top for x, y in outline):
        return True
    inside = False
    x, y = box.x + box.width / 2, box.y + box.height / 2
    for (ax, ay), (bx, by) in zip(outline, [*outline[1:], outline[0]], strict=True):
        if (ay > y) != (by > y) and x < ax + (y - ay) / (by - ay) * (bx - ax):
            inside = not inside
    return inside


def keeps_clear(drafts: tuple[Draft, ...]) -> None:
    for draft in drafts:
        width = 210 * MM
        words = words_of(draft)
        houses = [solid(art) for art in art_of(draft, "house")]
        for said, box in words:
            if draft.side == "left":
                assert box.right <= width - 10 * MM, f"“{said}” comes too near the fold"
                assert box.x >= 8 * MM
            else:
                assert box.x >= 10 * MM, f"“{said}” comes too near the fold"
            assert not any(crosses(box, outline) for outline in paths_of(draft)), said
            assert all(apart(box, house) for house in houses), f"“{said}” lies on a house"
        for (one, here), (other, there) in combinations(words, 2):
            assert apart(here, there), f"“{one}” lies on “{other}”"


@pytest.mark.parametrize("band", [Band.READ_TO_ME, Band.FIRST_READER, Band.READER])
@pytest.mark.parametrize("earlier", range(9))
def test_words_keep_clear_of_path_houses_fold_and_each_other(earlier: int, band: Band) -> None:
    keeps_clear(drawn(homes(NAMES[:earlier]), band))


@settings(max_examples=15, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            ["Konstantynopolitańczykowianka i Wilhelmina Anna", "عائشہ بیگم", "আনোয়ারা বেগম", "Jo",
             "Wilhelmina and Bartholomew Featherstonehaugh"]
        ),
        min_size=1,
        max_size=5,
    )
)  # fmt: skip
def test_long_names_and_names_of_other_scripts_find_room(names: list[str]) -> None:
    keeps_clear(drawn(homes([f"{name} {number}" for number, name in enumerate(names)])))


def test_every_home_is_named_with_when_it_was_home() -> None:
    said = " ".join(text for draft in drawn(homes(NAMES[:3])) for text, _ in words_of(draft))
    for words in ("My path home", "I have lived in four homes.", "Mum Kelly", "Auntie Bev",
                  "until I was 9 months", "Pat and Errol", "Home", "since I was"):  # fmt: skip
        assert words in said


def test_a_second_stay_repeats_house_and_colour_and_counts_once() -> None:
    drafts = drawn(homes(["Mum Kelly", "Dee", "Mum Kelly"]))
    said = " ".join(text for text, _ in words_of(drafts[0]))
    assert "three homes" in said
    doors = [
        frozenset(shape.fill for shape in art.shapes if shape.fill)
        for draft in drafts
        for art in art_of(draft, "house")
    ]
    assert len(doors) == 3
    assert len(set(doors)) == 2


def test_a_stay_whose_time_is_not_known_is_dotted_and_says_so() -> None:
    whole, dotted = drawn(homes(NAMES[:3])), drawn(homes(NAMES[:3], unknown=[2]))
    assert len(paths_of(dotted[0])) > len(paths_of(whole[0])) + 5
    assert "We don’t know yet when." in " ".join(text for text, _ in words_of(dotted[0]))


def test_a_dog_sits_by_the_door_only_when_a_pet_lives_there() -> None:
    assert art_of(drawn(homes(NAMES[:2]))[1], "dog")
    assert not art_of(drawn(homes(NAMES[:2], pet=False))[1], "dog")


def test_more_than_eight_earlier_homes_go_over_two_spreads_and_none_is_lost() -> None:
    names = [f"Home number {number}" for number in range(11)]
    drafts = drawn(homes(names))
    assert [draft.side for draft in drafts] == ["left", "right"] * 2
    said = " ".join(text for draft in drafts for text, _ in words_of(draft))
    assert all(name in said for name in names)
    keeps_clear(drafts)


@pytest.mark.parametrize("earlier", [0, 1, 3, 8, 12, 20])
def test_older_readers_see_every_home_on_one_line_clear_of_the_fold(earlier: int) -> None:
    names = [f"{NAMES[number % 8]} {number}" for number in range(earlier)]
    drafts = drawn(homes(names), Band.OLDER)
    assert drafts[0].side == "left"
    said = " ".join(text for draft in drafts for text, _ in words_of(draft))
    assert all(name in said for name in names)
    for draft in drafts:
        words = words_of(draft)
        for one, other in combinations(words, 2):
            assert apart(one[1], other[1]), f"“{one[0]}” lies on “{other[0]}”"
        for text, box in words:
            assert box.x >= 10 * MM, text
            assert box.right <= 200 * MM, text
