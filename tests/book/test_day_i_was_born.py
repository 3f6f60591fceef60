"""The day I was born: what is known is drawn, what is not known is left out gently."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations
from uuid import UUID, uuid5

import pytest

from lifestory.book.desk import Desk, Draft, Look
from lifestory.book.layouts import layout_for
from lifestory.book.layouts.clock import spoken_time
from lifestory.book.layouts.measures import pounds
from lifestory.domain.arrangement import Part
from lifestory.domain.dates import HonestDate
from lifestory.domain.life import Certainty
from lifestory.domain.plans import Art, Box, Picture, Words
from lifestory.domain.readers import Band, Voice
from lifestory.letters import extents
from lifestory.sharing.shared import (
    SharedBlock,
    SharedChild,
    SharedFact,
    SharedPassage,
    SharedPhoto,
)


def key(name: str) -> UUID:
    return uuid5(UUID(int=3), name)


PHOTO = SharedPhoto(key("photo"), key("file"), 1500, 1500, caption="The first photo of me")
CHILD = SharedChild(
    "Robin", 102, HonestDate.parse("14 March 2017"), "06:25", "Derby", "", 3200, 51.0, "Mum Kelly",
    None, PHOTO,
)  # fmt: skip
FACT = SharedFact(key("fact"), "birth-day", "A robin was singing at the window.", Certainty.KNOWN)
LONG = "\n\n".join(
    f"This is paragraph {number}. It was windy and bright, and the midwife sang all night long."
    for number in range(14)
)


def drawn(
    child: SharedChild = CHILD,
    *,
    band: Band = Band.FIRST_READER,
    voice: Voice = Voice.I,
    facts: tuple[SharedFact, ...] = (FACT,),
    text: str = "",
) -> tuple[Draft, ...]:
    quiet = band in (Band.OLDER, Band.ADULT)
    look = Look(band, voice, "paper" if quiet else "meadow", "a4", child)
    desk = Desk(look, Part.PAST, "Before", right=False)
    passages = (
        (SharedPassage(key("told"), "", text, (), "", ("the hospital notes, 2017",)),)
        if text
        else ()
    )
    block = SharedBlock(key("block"), "day-i-was-born", "", facts=facts, passages=passages)
    layout_for("day-i-was-born", look.style.reader.look)(desk, block)
    return desk.drafts()


def words_of(draft: Draft) -> list[tuple[str, Box]]:
    found = []
    for one in draft.elements:
        if isinstance(one, Words):
            low = min(line.y + extents.ink(line)[0] for line in one.lines)
            top = max(line.y + extents.ink(line)[1] for line in one.lines)
            found.append((one.text, Box(one.box.x, low, one.box.width, top - low)))
    return found


def said(drafts: tuple[Draft, ...]) -> str:
    return " ".join(text for draft in drafts for text, _ in words_of(draft))


def arts(drafts: tuple[Draft, ...]) -> set[str]:
    return {one.name for one in drafts[0].elements if isinstance(one, Art)}


def keeps_in_place(drafts: tuple[Draft, ...]) -> None:
    """Within the page's text area, and nothing over anything else."""
    mm = 72 / 25.4
    for draft in drafts:
        boxes = words_of(draft)
        boxes += [("a photo", one.box) for one in draft.elements if isinstance(one, Picture)]
        for name, box in boxes:
            assert box.x >= 12 * mm, name
            assert box.right <= 198 * mm, name
            assert box.y >= 20 * mm, name
            assert box.top <= 285 * mm, name
        for (one, here), (other, there) in combinations(boxes, 2):
            clear = (
                here.right <= there.x or there.right <= here.x
                or here.top <= there.y or there.top <= here.y
            )  # fmt: skip
            assert clear, f"“{one}” lies on “{other}”"


@pytest.mark.parametrize(
    ("at", "words"),
    [
        ((6, 25), "25 past 6 in the morning"),
        ((13, 45), "quarter to 2 in the afternoon"),
        ((12, 0), "midday"),
        ((0, 0), "midnight"),
        ((0, 30), "half past 12 at night"),
        ((18, 15), "quarter past 6 in the evening"),
        ((23, 7), "7 minutes past 11 at night"),
        ((11, 59), "1 minute to 12 in the morning"),
        ((20, 0), "8 o’clock in the evening"),
    ],
)
def test_a_time_is_said_as_a_child_says_it(at: tuple[int, int], words: str) -> None:
    assert spoken_time(*at) == words


def test_pounds_and_ounces_never_reach_sixteen_ounces() -> None:
    assert pounds(3200) == "7 lb 1 oz"
    assert all("16 oz" not in pounds(grams) for grams in range(400, 6000))


def test_a_whole_birth_card_tells_day_hour_weight_length_and_name() -> None:
    drafts = drawn()
    assert len(drafts) == 1
    words = said(drafts)
    for line in ("The day I was born", "Tuesday 14 March 2017, at 25 past 6 in the morning",
                 "I weighed 3.2 kg.", "7 lb 1 oz", "I was 51 cm long.", "Mum Kelly chose my name.",
                 FACT.text):  # fmt: skip
        assert line in words
    assert {"clock", "hands", "dial", "tape", "pin"} <= arts(drafts)
    keeps_in_place(drafts)


def test_without_a_time_a_sun_stands_where_the_clock_would() -> None:
    drafts = drawn(replace(CHILD, born_at=""))
    assert "sun" in arts(drafts)
    assert "clock" not in arts(drafts)
    assert "We don’t know yet what time it was." in said(drafts)


def test_without_a_day_it_says_so() -> None:
    drafts = drawn(replace(CHILD, born=HonestDate(), born_at="", birth_photo=None))
    assert "We don’t know the day yet." in said(drafts)
    assert "what time" not in said(drafts)


def test_a_very_small_baby_is_told_in_words_without_a_dial() -> None:
    drafts = drawn(replace(CHILD, weight_grams=1450, length_cm=40))
    assert "dial" not in arts(drafts)
    assert "tape" in arts(drafts)
    assert "I was born early" in said(drafts)
    assert "I weighed 1.45 kg." in said(drafts)


def test_one_instrument_alone_stands_in_the_middle() -> None:
    drafts = drawn(replace(CHILD, length_cm=None))
    (dial,) = (one for one in drafts[0].elements if isinstance(one, Art) and one.name == "dial")
    middle = (16 + 178 / 2 - 4) * 72 / 25.4
    assert dial.box.x + dial.box.width / 2 == pytest.approx(middle, abs=1)


def test_with_neither_weight_nor_length_the_lines_move_up() -> None:
    def height(child: SharedChild) -> float:
        return next(box.top for text, box in words_of(drawn(child)[0]) if "chose my name" in text)

    bare = replace(CHILD, weight_grams=None, length_cm=None)
    assert height(bare) > height(CHILD) + 80


@pytest.mark.parametrize("band", list(Band))
@pytest.mark.parametrize("ratio", [0.6, 0.75, 1.0, 1.5, 2.2])
def test_photos_of_every_shape_and_texts_of_every_length_keep_in_place(
    ratio: float, band: Band
) -> None:
    photo = replace(PHOTO, width=int(1500 * ratio), height=1500)
    child = replace(CHILD, birth_photo=photo, named_by="আনোয়ারা বেগম")
    for text in ("", "Auntie Bev held me first.", LONG):
        drafts = drawn(child, band=band, text=text)
        keeps_in_place(drafts)
        if text == LONG:
            assert all(f"paragraph {number}." in said(drafts) for number in range(14))


def test_a_name_of_forty_letters_still_fits() -> None:
    child = replace(CHILD, name="Wilhelmina-Aleksandra Konstantynopolska ")
    drafts = drawn(child, voice=Voice.NAME)
    keeps_in_place(drafts)
    assert "Mum Kelly chose" in said(drafts)


def test_older_readers_read_rows_and_where_it_is_known_from() -> None:
    words = said(drawn(band=Band.OLDER, text="I was born early on a windy morning."))
    for line in ("14", "March 2017", "a Tuesday", "6.25", "in the morning", "Weight", "3.2 kg",
                 "7 lb 1 oz", "51 cm", "20 in", "Named by", "Derby",
                 "From the hospital notes, 2017."):  # fmt: skip
        assert line in words


@pytest.mark.parametrize("about", ["spring 2017", "2017", "about 2016", "March 2017"])
def test_a_date_is_no_more_exact_than_it_is_known(about: str) -> None:
    for band in (Band.FIRST_READER, Band.OLDER):
        drafts = drawn(replace(CHILD, born=HonestDate.parse(about)), band=band)
        assert about in said(drafts)
        assert "Tuesday" not in said(drafts)
