"""Pages that stand on people, with nobody and with far too many: all are there, nothing is clipped,
and no words lie on words or faces."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace
from itertools import combinations
from uuid import UUID, uuid5

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lifestory.book.desk import Desk, Draft, Look
from lifestory.book.layouts import layout_for
from lifestory.domain.arrangement import Part
from lifestory.domain.dates import HonestDate
from lifestory.domain.life import Certainty, House
from lifestory.domain.plans import Art, Box, Picture, Words
from lifestory.domain.readers import Band, Format, Voice
from lifestory.letters import extents
from lifestory.sharing.shared import (
    Family,
    SharedBlock,
    SharedChild,
    SharedFact,
    SharedHome,
    SharedPassage,
    SharedPerson,
    SharedPhoto,
)
from lifestory.sharing.terms import terms

MM = 72 / 25.4
OF_PEOPLE = ("family-tree", "circles-of-people", "genogram", "my-family-now", "wider-family",
             "brothers-and-sisters", "people-who-helped", "birth-parent", "the-judge")  # fmt: skip
ALL = (*OF_PEOPLE, "heritage", "memory-box", "words-explained")
NAMES = ("Mum Kelly", "Jo", "Auntie Bev", "Pat", "Wilhelmina Featherstonehaugh", "Łukasz",
         "عائشہ بیگم", "আনোয়ারা", "Great-gran Maud", "Biscuit", "Sam", "Uncle Theophilus",
         "Konstantynopolitanka", "Dee", "Grandpa George", "Zosia")  # fmt: skip
KIN = (("birth-mother", Family.BIRTH, 1), ("birth-father", Family.BIRTH, 1),
       ("mother", Family.NOW, 1), ("father", Family.NOW, 1), ("grandmother", Family.NOW, 2),
       ("foster-carer", Family.CARE, 1), ("sister", Family.BIRTH, 0), ("friend", Family.FRIEND, 0),
       ("social-worker", Family.HELPER, 1), ("aunt", Family.BIRTH, 1))  # fmt: skip
BANDS = (Band.READ_TO_ME, Band.FIRST_READER, Band.READER, Band.OLDER)
SIZES = ("a4", "a5", "square", "a4-landscape")


def key(name: object) -> UUID:
    return uuid5(UUID(int=3), str(name))


def photo(name: object, width: int = 900, height: int = 900) -> SharedPhoto:
    return SharedPhoto(key(name), key(f"file {name}"), width, height, alt="somebody")


def person(number: int, kin: tuple[str, Family, int], *, face: bool = False) -> SharedPerson:
    pet = kin[1] is Family.NOW and number % 7 == 6
    return SharedPerson(
        key(number), f"{NAMES[number % len(NAMES)]}", None, pet, number % 9 != 4, kin[0], kin[1],
        kin[2], ("she", "he", "they")[number % 3], photo(number) if face else None,
        number % 4 if kin[1] in {Family.NOW, Family.CARE} else None, kin[1] is Family.NOW,
    )  # fmt: skip


def people(count: int, *, face: bool = False) -> tuple[SharedPerson, ...]:
    return tuple(person(n, KIN[n % len(KIN)], face=face) for n in range(count))


def child(name: str = "Robin") -> SharedChild:
    return SharedChild(name, 102, HonestDate(), "", "", "", None, None, "", None, None,
                       person=key("child"))  # fmt: skip


def block(page_type: str, count: int = 0, *, face: bool = False, words: int = 0) -> SharedBlock:
    told = "\n\n".join("We walk to the sea and back again." for _ in range(words))
    passage = SharedPassage(key("told"), "", told, (), "", ()) if words else None
    home = SharedHome(key("home"), "Home", (), House.HOME, 0, 0, None, True)
    return SharedBlock(
        key(page_type), page_type, "", people=people(count, face=face), homes=(home,),
        passages=(passage,) if passage else (),
    )  # fmt: skip


def drawn(
    made: SharedBlock,
    band: Band = Band.FIRST_READER,
    size: str = "a4",
    theme: str = "meadow",
    voice: Voice = Voice.I,
    whose: SharedChild | None = None,
) -> tuple[Draft, ...]:
    look = Look(band, voice, theme, size, whose or child())
    desk = Desk(look, Part.PAST, "Before", right=True)
    layout_for(made.page_type, look.style.reader.look)(desk, made)
    return desk.drafts()


def ink(words: Words) -> Box:
    low = min(line.y + extents.ink(line)[0] for line in words.lines)
    top = max(line.y + extents.ink(line)[1] for line in words.lines)
    return Box(words.box.x, low, words.box.width, top - low)


def said(drafts: Sequence[Draft]) -> str:
    return " ".join(
        one.text for draft in drafts for one in draft.elements if isinstance(one, Words)
    )


def overlap(one: Box, other: Box) -> bool:
    across = min(one.right, other.right) - max(one.x, other.x)
    return across > 1 and min(one.top, other.top) - max(one.y, other.y) > 1


def on_disc(box: Box, disc: Box) -> bool:
    """True when a box comes into the disc within a square box, by more than a point."""
    cx, cy = disc.x + disc.width / 2, disc.y + disc.height / 2
    x, y = min(max(cx, box.x), box.right), min(max(cy, box.y), box.top)
    return math.hypot(x - cx, y - cy) < disc.width / 2 - 1


def all_is_well(drafts: Sequence[Draft], size: str = "a4") -> None:
    """Every word and face on the page, none on another."""
    assert drafts
    for draft in drafts:
        ground = next(one for one in draft.elements if isinstance(one, Art)).box
        wide, tall = ground.width - 10 * MM, ground.height - 10 * MM
        words = [(one.text, ink(one)) for one in draft.elements if isinstance(one, Words)]
        discs = [one for one in draft.elements if isinstance(one, Picture)]
        for text, box in words:
            assert box.x >= 4, f"“{text}” leaves the page"
            assert box.y >= 4, f"“{text}” leaves the page"
            assert box.right <= wide - 4, f"“{text}” leaves the page: {box.right} of {wide}"
            assert box.top <= tall - 4, f"“{text}” leaves the page"
            for one in discs:
                hit = on_disc(box, one.box) if one.clip else overlap(box, one.box)
                assert not hit, f"“{text}” lies on a face"
        for (one_text, here), (other_text, there) in combinations(words, 2):
            assert not overlap(here, there), f"“{one_text}” lies on “{other_text}”"
        for one in discs:
            assert one.box.x >= 0
            assert one.box.right <= wide + 0.5


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("page_type", ALL)
def test_a_page_of_people_works_with_nobody(page_type: str, size: str) -> None:
    for band in (Band.FIRST_READER, Band.OLDER):
        drafts = drawn(block(page_type), band, size)
        all_is_well(drafts, size)
        assert "None" not in said(drafts)
        assert "?" not in said(drafts)


@settings(max_examples=20, deadline=None)
@given(
    st.sampled_from(OF_PEOPLE), st.integers(1, 15), st.sampled_from(BANDS),
    st.sampled_from(SIZES), st.booleans(), st.sampled_from([0, 1, 4]),
)  # fmt: skip
def test_everyone_is_there_and_nothing_lies_on_anything(
    page_type: str, count: int, band: Band, size: str, face: bool, words: int
) -> None:
    count = 1 if page_type in {"birth-parent", "the-judge"} else count
    made = block(page_type, count, face=face, words=words)
    drafts = drawn(made, band, size)
    all_is_well(drafts, size)
    printed = "".join(said(drafts).split())
    for one in made.people:
        shown = page_type != "the-judge" or band is Band.OLDER or one.name
        assert not shown or "".join(one.name.split()) in printed, one.name
    if face and page_type not in {"birth-parent"}:
        shown_faces = {
            one.rendition.original
            for draft in drafts
            for one in draft.elements
            if isinstance(one, Picture)
        }
        assert shown_faces == {one.face.original for one in made.people if one.face}


@pytest.mark.parametrize(("width", "height"), [(500, 900), (900, 500)])
@pytest.mark.parametrize("page_type", ["family-tree", "circles-of-people", "genogram"])
def test_a_face_that_has_no_square_about_it_is_not_cut_at_the_sides_of_its_round(
    page_type: str, width: int, height: int
) -> None:
    one = replace(person(1, KIN[0]), face=photo(1, width, height))
    made = replace(block(page_type), people=(one,))
    (picture,) = (one for one in drawn(made)[0].elements if isinstance(one, Picture))
    assert picture.clip is not None
    across, up = picture.clip.points[0::2], picture.clip.points[1::2]
    assert picture.box.x >= min(across) - 0.01
    assert picture.box.right <= max(across) + 0.01
    assert picture.box.y >= min(up) - 0.01
    assert picture.box.top <= max(up) + 0.01
    assert picture.box.x + picture.box.right == pytest.approx(min(across) + max(across), abs=0.02)
    assert picture.box.y + picture.box.top == pytest.approx(min(up) + max(up), abs=0.02)


@pytest.mark.parametrize("voice", list(Voice))
@pytest.mark.parametrize("page_type", ALL)
def test_every_voice_has_its_words(page_type: str, voice: Voice) -> None:
    text = said(drawn(block(page_type, 3), voice=voice))
    if voice is not Voice.I:
        assert not {"I", "my", "My", "me"} & set(text.replace("’", " ").replace(".", "").split())
    assert "{" not in text


def test_too_many_for_a_tree_stand_in_circles() -> None:
    drafts = drawn(block("family-tree", 30))
    assert any(one.name == "circles" for d in drafts for one in d.elements if isinstance(one, Art))
    all_is_well(drafts)


def of_short_names(page_type: str, count: int) -> SharedBlock:
    """A page of so many, whose names are as short as most."""
    short = ("Mum", "Auntie Bev", "Kelly", "Pat", "Zosia", "Łukasz", "Dee")
    named = (replace(one, name=short[n % 7]) for n, one in enumerate(people(count, face=True)))
    return replace(block(page_type), people=tuple(named))


def faces_of(draft: Draft) -> list[Picture]:
    """The photos of a page, the largest first."""
    shown = [one for one in draft.elements if isinstance(one, Picture)]
    return sorted(shown, key=lambda one: -one.box.width)


@pytest.mark.parametrize("theme", ["meadow", "paper"])
@pytest.mark.parametrize("band", [Band.FIRST_READER, Band.OLDER])
def test_a_parent_of_whom_there_is_a_photo_and_little_to_say_has_it_large(
    band: Band, theme: str
) -> None:
    one = replace(person(0, KIN[0]), portrait=photo("portrait"))
    (page,) = drawn(replace(block("birth-parent"), people=(one,)), band, theme=theme)
    (picture,) = faces_of(page)
    assert picture.box.width > 105 * MM


@pytest.mark.parametrize("band", [Band.FIRST_READER, Band.OLDER])
@pytest.mark.parametrize("page_type", ["brothers-and-sisters", "my-family-now"])
def test_a_few_people_and_a_few_words_share_a_page(page_type: str, band: Band) -> None:
    words = 4 if page_type == "brothers-and-sisters" else 1
    (page,) = drawn(block(page_type, 1, face=True, words=words), band)
    assert "We walk to the sea" in said([page])


@pytest.mark.parametrize("size", ["a4", "square", "a4-landscape"])
def test_fifteen_people_stand_in_circles_on_one_page_with_faces_one_can_see(size: str) -> None:
    for band in (Band.FIRST_READER, Band.OLDER):
        (page,) = drawn(of_short_names("circles-of-people", 15), band, size)
        scale = page.elements[0].box.height / (307 * MM)
        assert min(one.box.width for one in faces_of(page)) > 16 * MM * scale


def test_a_genogram_of_ten_fills_its_page() -> None:
    (page,) = drawn(of_short_names("genogram", 10), Band.OLDER)
    spots = [one.box for one in page.elements if isinstance(one, Art) and one.name == "sign"]
    assert max(one.top for one in spots) - min(one.y for one in spots) > 120 * MM
    assert min(one.width for one in spots) > 16 * MM


def test_a_generation_too_full_for_a_row_stands_in_two() -> None:
    everyone = tuple(replace(person(n, KIN[9]), name="Auntie Bev") for n in range(11))
    (page,) = drawn(replace(block("genogram"), people=everyone), Band.OLDER)
    signs = [one for one in page.elements if isinstance(one, Art) and one.name == "sign"]
    assert len(signs) == 12
    assert len({round(one.box.y + one.box.height / 2) for one in signs}) == 3
    all_is_well([page])


@pytest.mark.parametrize("format_", list(Format))
@pytest.mark.parametrize("page_type", OF_PEOPLE)
def test_no_name_is_smaller_than_its_reader_reads(page_type: str, format_: Format) -> None:
    long = replace(person(3, KIN[2]), name="Wilhelmina Alexandra Featherstonehaugh-Smyth")
    for count, size, band in ((12, "a5", Band.FIRST_READER), (5, "a4", Band.OLDER)):
        people_ = (*people(count)[1:], long)
        single = page_type in {"birth-parent", "the-judge"}
        made = replace(block(page_type), people=people_[:1] if single else people_)
        look = Look(band, Voice.I, "meadow", size, child(), format_)
        desk = Desk(look, Part.PAST, "Before", right=True)
        layout_for(page_type, look.style.reader.look)(desk, made)
        least = max(9.0, look.style.manner.least) - 0.1
        for draft in desk.drafts():
            for words in draft.elements:
                if isinstance(words, Words):
                    sizes = [run.size for line in words.lines for run in line.runs]
                    assert min(sizes) >= least, words.text


def test_what_older_readers_read_of_the_judge_ends_on_whose_job_it_was() -> None:
    (page,) = drawn(block("the-judge"), Band.OLDER)
    assert any(one.name == "court" and one.alt for one in page.elements if isinstance(one, Art))
    shown = [one for one in page.elements if isinstance(one, Words)]
    moral = next(one for one in shown if "never mine" in one.text)
    assert moral.lines[0].runs[0].size > 20


def test_someone_nobody_knows_the_name_of_is_told_so_without_a_question_mark() -> None:
    unknown = SharedPerson(key("dad"), "Birth dad", None, False, False, "birth-father",
                           Family.BIRTH, 1, "he")  # fmt: skip
    made = SharedBlock(key("tree"), "family-tree", "", people=(unknown,))
    text = said(drawn(made))
    assert "We don’t know his name yet." in text
    assert "?" not in text


@pytest.mark.parametrize("band", BANDS)
@pytest.mark.parametrize(("words", "times"), [
    ("I have a birth dad too. Nobody can tell me his name.", 0),
    ("We don’t know what he is called. We asked Kelly.", 0),
    ("He liked trains. He did not like rain. His name is a secret.", 1),
])  # fmt: skip
def test_that_a_name_is_not_known_is_told_once(band: Band, words: str, times: int) -> None:
    unknown = SharedPerson(key("dad"), "Birth dad", None, False, False, "birth-father",
                           Family.BIRTH, 1, "he")  # fmt: skip
    told = SharedPassage(key("told"), "", words, (), "", ())
    made = SharedBlock(key("page"), "birth-parent", "", people=(unknown,), passages=(told,))
    assert said(drawn(made, band)).count("We don’t know his name yet.") == times


def test_someone_who_may_not_be_named_is_still_a_sister() -> None:
    sister = SharedPerson(key("sister"), "", None, False, True, "sister", Family.BIRTH)
    for page_type in ("family-tree", "brothers-and-sisters", "circles-of-people", "genogram"):
        made = SharedBlock(key("page"), page_type, "", people=(sister,))
        assert "my sister" in said(drawn(made)), page_type


def test_a_word_of_the_glossary_is_explained_for_the_reader() -> None:
    made = SharedBlock(key("words"), "words-explained", "", terms=("judge", "adoption"))
    young, older = said(drawn(made)), said(drawn(made, Band.OLDER))
    assert "A judge says this is my family now." in young
    assert "weighs what is known" in older
    assert "your family now" in said(drawn(made, voice=Voice.YOU))


@pytest.mark.parametrize("band", BANDS)
def test_a_whole_glossary_takes_as_many_pages_as_it_needs(band: Band) -> None:
    made = SharedBlock(key("words"), "words-explained", "", terms=tuple(terms()))
    drafts = drawn(made, band)
    all_is_well(drafts)
    printed = said(drafts)
    assert all(term.called in printed for term in terms().values())


@pytest.mark.parametrize("places", [("Pakistan",), ("Poland", "Ireland"), ("Fiji", "Chile", "USA")])
def test_countries_are_drawn_in_outline_with_their_names(places: tuple[str, ...]) -> None:
    for band in (Band.FIRST_READER, Band.OLDER):
        drafts = drawn(SharedBlock(key("h"), "heritage", "", places=places), band)
        all_is_well(drafts)
        lands = [one for one in drafts[0].elements if isinstance(one, Art)]
        assert any(one.name == "countries" for one in lands)
        assert all(place in said(drafts) for place in places)


def test_a_country_that_has_no_outline_is_still_told() -> None:
    drafts = drawn(SharedBlock(key("h"), "heritage", "", places=("a land by the sea",)))
    assert "a land by the sea" in said(drafts)
    assert not any(one.name == "countries" for one in drafts[0].elements if isinstance(one, Art))


def test_kind_facts_come_before_what_is_only_thought() -> None:
    thought = SharedFact(key("t"), "likes", "She liked jazz.", Certainty.THOUGHT)
    known = SharedFact(key("k"), "looks", "She has brown hair.", Certainty.KNOWN)
    made = SharedBlock(key("p"), "birth-parent", "", people=people(1), facts=(thought, known))
    text = said(drawn(made))
    assert text.index("brown hair") < text.index("jazz")
    assert "We think so." in text


def test_pages_of_people_are_the_same_every_time() -> None:
    for page_type in ALL:
        made = block(page_type, 5, face=True, words=2)
        assert drawn(made) == drawn(made)
