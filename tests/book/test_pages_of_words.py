"""Pages that stand on words, with nothing told and with far too much: every word is there once,
nothing is clipped, no words lie on words or photos, and nobody is ever blamed."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import combinations
from uuid import UUID, uuid5

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lifestory.book.desk import Desk, Draft, Look
from lifestory.book.layouts import layout_for
from lifestory.book.pagetypes import page_type
from lifestory.domain.arrangement import Part
from lifestory.domain.dates import HonestDate
from lifestory.domain.life import Certainty
from lifestory.domain.plans import Art, Box, Picture, Role, Words
from lifestory.domain.readers import Band, Voice
from lifestory.letters import extents
from lifestory.sharing.shared import (
    SharedBlock,
    SharedChild,
    SharedFact,
    SharedMilestone,
    SharedNote,
    SharedPassage,
    SharedPerson,
    SharedPhoto,
)

MM = 72 / 25.4
OF_WORDS = ("what-children-need", "why-i-could-not-stay", "feelings", "family-time",
            "finding-my-family", "celebration-day", "my-promises", "growing-up", "questions",
            "letter", "document")  # fmt: skip
FOR_ADULTS = ("notes-for-grown-ups", "later-life-letter")
ALL = (*OF_WORDS, *FOR_ADULTS)
BANDS = (Band.READ_TO_ME, Band.FIRST_READER, Band.READER, Band.OLDER)
SIZES = ("a4", "a5", "square", "a4-landscape")
TOPICS = ("was", "will-be", "skills", "rights", "ask", "call", "sources", "other")


def key(name: object) -> UUID:
    return uuid5(UUID(int=7), str(name))


def photo(number: int, *, scan: bool = False, caption: str = "") -> SharedPhoto:
    wide, tall = ((1200, 900), (900, 1300), (1000, 1000))[number % 3]
    return SharedPhoto(
        key(number), key(f"file {number}"), wide, tall, caption=caption, alt="a day", scan=scan
    )


def passage(text: str, name: str = "told", title: str = "") -> SharedPassage:
    return SharedPassage(key(name), title, text, (), "", ())


def fact(
    topic: str, text: str, certainty: Certainty = Certainty.KNOWN, tried: str = ""
) -> SharedFact:
    return SharedFact(key(topic + text), topic, text, certainty, tried)


def full(kind: str, words: int, photos: int, facts: int) -> SharedBlock:
    """A block with as much in it as its slots take, every word another."""
    count = iter(range(100_000))
    slots = page_type(kind).slots

    def text(length: int) -> str:
        return " ".join(f"w{next(count)}x" for _ in range(length))

    def most(slot: str, wanted: int) -> range:
        return range(min(wanted, slots[slot].most) if slot in slots else 0)

    told = ["\n\n".join(text(words // 4) for _ in range(4)) for _ in most("passage", 2) if words]
    there = tuple(photo(n, scan=n % 2 == 0) for n in most("photos", photos))
    sure = list(Certainty)
    return SharedBlock(
        key(kind), kind, "", photos=there, weights=(3,) * len(there),
        passages=tuple(passage(one, str(n), text(3)) for n, one in enumerate(told)),
        facts=tuple(
            fact(TOPICS[n % len(TOPICS)], text(9), sure[n % 3], text(4) if n % 3 == 2 else "")
            for n in most("facts", facts)
        ),
        milestones=tuple(
            SharedMilestone(key(n), text(5), HonestDate.parse("3 February 2020"), None, None, None,
                            Certainty.KNOWN)
            for n in most("milestones", facts)
        ),
        people=tuple(
            SharedPerson(key(f"person {n}"), text(1), None, False, True)
            for n in most("people", facts)
        ),
        sources=(text(4), text(4)) if kind == "notes-for-grown-ups" else (),
    )  # fmt: skip


def bare(kind: str) -> SharedBlock:
    return SharedBlock(key(kind), kind, "")


def drawn(
    made: SharedBlock,
    band: Band = Band.FIRST_READER,
    size: str = "a4",
    theme: str = "meadow",
    voice: Voice = Voice.I,
    name: str = "Robin",
    *,
    right: bool = True,
    adopted: bool = False,
) -> tuple[Draft, ...]:
    child = SharedChild(
        name, 102, HonestDate(), "", "", "", None, None, "", None, None, adopted=adopted
    )
    if made.page_type in FOR_ADULTS:
        band = Band.ADULT
    look = Look(band, voice, theme, size, child)
    desk = Desk(look, Part.PAST, "Before", right=right)
    layout_for(made.page_type, look.style.reader.look)(desk, made)
    return desk.drafts()


def said(drafts: Sequence[Draft]) -> str:
    return " ".join(
        one.text for draft in drafts for one in draft.elements if isinstance(one, Words)
    )


def ink(words: Words) -> Box:
    low = min(line.y + extents.ink(line)[0] for line in words.lines)
    top = max(line.y + extents.ink(line)[1] for line in words.lines)
    return Box(words.box.x, low, words.box.width, top - low)


def overlap(one: Box, other: Box) -> bool:
    across = min(one.right, other.right) - max(one.x, other.x)
    return across > 1 and min(one.top, other.top) - max(one.y, other.y) > 1


def all_is_well(drafts: Sequence[Draft]) -> None:
    """Every word and photo on the page, none on another."""
    assert drafts
    for draft in drafts:
        ground = next(one for one in draft.elements if isinstance(one, Art)).box
        wide, tall = ground.width - 10 * MM, ground.height - 10 * MM
        boxes = [(one.text, ink(one)) for one in draft.elements if isinstance(one, Words)]
        boxes += [("a photo", one.box) for one in draft.elements if isinstance(one, Picture)]
        for text, box in boxes:
            assert min(box.x, box.y) >= -0.5, f"“{text}” leaves the page"
            assert box.right <= wide + 0.5, f"“{text}” leaves the page"
            assert box.top <= tall + 0.5, f"“{text}” leaves the page"
        for (one, here), (other, there) in combinations(boxes, 2):
            assert not overlap(here, there), f"“{one}” lies on “{other}”"


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("kind", ALL)
def test_a_page_of_words_works_with_nothing(kind: str, size: str) -> None:
    for band in BANDS:
        drafts = drawn(bare(kind), band, size, name="")
        all_is_well(drafts)
        assert "None" not in said(drafts)
        assert "?" not in said(drafts).replace("Shall we try to find out?", "")
        assert said(drafts)


@settings(max_examples=40, deadline=None)
@given(
    st.sampled_from(ALL), st.sampled_from([0, 8, 40, 400]), st.sampled_from([0, 1, 15]),
    st.sampled_from([0, 1, 15]), st.sampled_from(BANDS), st.sampled_from(SIZES),
)  # fmt: skip
def test_every_word_is_told_once_and_nothing_lies_on_anything(
    kind: str, words: int, photos: int, facts: int, band: Band, size: str
) -> None:
    made = full(kind, words, photos, facts)
    drafts = drawn(made, band, size)
    all_is_well(drafts)
    told = [one.text for one in made.passages] + [one.text for one in made.facts]
    told += [one.text for one in made.milestones] + list(made.sources)
    expected = Counter(re.findall(r"w\d+x", " ".join(told)))
    printed = Counter(re.findall(r"w\d+x", said(drafts)))
    assert {word: printed[word] for word in expected} == expected
    shown = {
        one.rendition.original
        for draft in drafts
        for one in draft.elements
        if isinstance(one, Picture)
    }
    assert shown == {one.original for one in made.photos}


@pytest.mark.parametrize("voice", list(Voice))
@pytest.mark.parametrize("kind", OF_WORDS)
def test_every_voice_and_band_has_its_words(kind: str, voice: Voice) -> None:
    for band in BANDS:
        text = said(drawn(bare(kind), band, voice=voice))
        assert "{" not in text
        if voice is not Voice.I:
            words = set(re.findall(r"\w+", text))
            assert not {"I", "my", "My", "me"} & words, f"{band}: {text}"


def test_a_child_whose_name_may_not_be_told_is_spoken_to() -> None:
    for kind in OF_WORDS:
        text = said(drawn(bare(kind), Band.READER, voice=Voice.NAME, name=""))
        assert "’s" not in text.split()[0]
        assert "  " not in text
    assert "Your feelings" in said(drawn(bare("feelings"), voice=Voice.NAME, name=""))


@pytest.mark.parametrize("band", BANDS)
def test_why_always_ends_on_that_it_was_never_the_childs_fault(band: Band) -> None:
    told = passage("A judge said I needed a safe home.")
    text = said(drawn(SharedBlock(key("w"), "why-i-could-not-stay", "", passages=(told,)), band))
    assert "not my fault" in text or "Nothing I did caused it" in text
    own = passage("A judge decided.\n\n**It was never my fault.**")
    text = said(drawn(SharedBlock(key("w"), "why-i-could-not-stay", "", passages=(own,)), band))
    assert text.count("fault") == 1, "what the worker said already is not said twice"
    assert "caused" not in text
    hers = passage("It was not Kelly’s fault, either.")
    text = said(drawn(SharedBlock(key("f"), "feelings", "", passages=(hers,)), band))
    assert "not my fault" in text or "Nothing I did caused it" in text


def test_no_page_of_words_uses_a_word_that_hurts() -> None:
    hurting = ("given up", "gave you", "gave me", "real mum", "want you", "naughty", "lucky",
               "chosen", "forever", "because I ", "because you ", "blame the")  # fmt: skip
    for kind in OF_WORDS:
        for band in BANDS:
            for voice in Voice:
                text = said(drawn(bare(kind), band, voice=voice)).casefold()
                assert not [word for word in hurting if word.casefold() in text], text


def test_what_is_not_known_is_told_with_how_we_tried() -> None:
    gap = fact("x", "We don’t know his name.", Certainty.NOT_KNOWN, "Denise asked at the hospital.")
    young, older = (
        said(drawn(SharedBlock(key("q"), "questions", "", facts=(gap,)), band))
        for band in (Band.FIRST_READER, Band.OLDER)
    )
    heads = ("What we don’t know yet", "We don’t know his name.", "We tried", "Denise asked")
    places = [young.index(one) for one in heads]
    assert places == sorted(places)
    assert "How we tried to find out" in older


def test_what_is_only_thought_is_told_so() -> None:
    thought = fact("was", "We met in the park.", Certainty.THOUGHT)
    for band in (Band.FIRST_READER, Band.OLDER):
        text = said(drawn(SharedBlock(key("f"), "family-time", "", facts=(thought,)), band))
        assert "We think so." in text


def test_a_letter_is_from_whom_it_is_from() -> None:
    nan = SharedPerson(key("nan"), "Nan", None, False, True)
    made = SharedBlock(key("l"), "letter", "", people=(nan,), passages=(passage("Dear you"),))
    assert "A letter from Nan" in said(drawn(made))
    unknown = SharedPerson(key("nan"), "somebody", None, False, False)
    made = SharedBlock(key("l"), "letter", "", people=(unknown,), passages=(passage("Dear you"),))
    assert "somebody" not in said(drawn(made))


def test_a_certificate_has_a_page_of_its_own_and_is_printed_fine() -> None:
    made = SharedBlock(key("d"), "document", "", weights=(3, 3),
                       photos=(photo(0, scan=True), photo(1, scan=True)))  # fmt: skip
    drafts = drawn(made)
    assert len(drafts) == 2
    for draft in drafts:
        (picture,) = (one for one in draft.elements if isinstance(one, Picture))
        assert picture.rendition.fine
        assert not picture.rendition.recipe.edits
        across = 186 if picture.box.width > picture.box.height else 170
        inner = max(picture.box.width / (across * MM), picture.box.height / (253 * MM))
        assert inner == pytest.approx(1.0, abs=0.02), "as large as the page lets it be"


def test_the_later_life_letter_greets_once_and_is_signed() -> None:
    jo = SharedPerson(key("jo"), "Denise", None, False, True)

    def letter(text: str) -> str:
        made = SharedBlock(key("l"), "later-life-letter", "", people=(jo,),
                           passages=(passage(text),))  # fmt: skip
        return said(drawn(made))

    assert letter("You asked me once.").startswith("Dear Robin,")
    assert letter("Dear Robin,\n\nyou asked me once.").count("Dear") == 1
    assert letter("You asked me once.").endswith("Denise")


@pytest.mark.parametrize("right", [True, False])
def test_notes_begin_on_a_right_hand_page_and_bear_no_number_of_the_book(*, right: bool) -> None:
    drafts = drawn(bare("notes-for-grown-ups"), right=right)
    first = next(one for one in drafts if one.title)
    assert first.side == "right"
    assert all(one.folio is None for one in drafts)
    assert "Keep these pages apart" in said((first,))


def test_margin_notes_stand_on_the_page_or_after_the_words() -> None:
    noted = SharedPassage(key("n"), "", "A judge decided.", (SharedNote("Who", "A judge."),), "",
                          ("the court papers",))  # fmt: skip
    made = SharedBlock(key("w"), "why-i-could-not-stay", "", passages=(noted,))
    drafts = drawn(made, Band.OLDER)
    assert "the court papers" in said(drafts)
    assert any(one.role is Role.NOTE and one.text == "Who" for one in drafts[0].elements
               if isinstance(one, Words))  # fmt: skip


def test_pages_of_words_are_the_same_every_time() -> None:
    for kind in ALL:
        made = full(kind, 40, 3, 4)
        assert drawn(made) == drawn(made)


@pytest.mark.parametrize("voice", list(Voice))
@pytest.mark.parametrize("band", [one for one in Band if one is not Band.ADULT])
def test_no_council_shares_in_bringing_up_a_child_who_was_adopted(band: Band, voice: Voice) -> None:
    made = SharedBlock(key("page"), "my-promises", "", facts=(fact("promise", "You are safe."),))
    lead = said(drawn(made, band, voice=voice))
    assert "council" in lead
    adopted = said(drawn(made, band, voice=voice, adopted=True))
    assert "council" not in adopted
    assert "in care" not in adopted
    assert "promise" in adopted
