"""What people are to the child, whom a page is about, and who may be named on it."""

from __future__ import annotations

from uuid import UUID, uuid5

import pytest

from lifestory.domain.arrangement import Block, Edition, Part, Section
from lifestory.domain.dates import HonestDate
from lifestory.domain.edits import Crop, Region
from lifestory.domain.life import Home
from lifestory.domain.media import InPhoto, Original, Permission, Photo
from lifestory.domain.people import Child, Person, Place, PlaceKind, Relationship
from lifestory.domain.readers import Band
from lifestory.domain.records import Record, Records
from lifestory.domain.stories import Passage
from lifestory.sharing.kin import understood
from lifestory.sharing.lens import share
from lifestory.sharing.shared import Family, SharedBlock


def key(name: str) -> UUID:
    return uuid5(UUID(int=5), name)


def case(*people: tuple[str, str], more: tuple[Record, ...] = ()) -> Records:
    """Robin, with people by name and by what they are to Robin."""
    records: list[Record] = [
        Person(id=key("Robin"), known_as="Robin"),
        Child(id=key("child"), person=key("Robin"), born=HonestDate.parse("14 March 2017")),
    ]
    for name, is_a in people:
        records.append(Person(id=key(name), known_as=name))
        records.append(
            Relationship(id=key(f"tie {name}"), person=key(name), to=key("Robin"), is_a=is_a)
        )
    return Records([*records, *more])


def page(records: Records, page_type: str, **slots: tuple[UUID, ...]) -> SharedBlock:
    made = Block(id=key("block"), page_type=page_type, slots=slots)
    section = Section(id=key("section"), part=Part.PAST, blocks=(made,))
    return share(records, Edition(child=key("child"), sections=(section,))).sections[0].blocks[0]


def names(block: SharedBlock) -> list[str]:
    return [one.name for one in block.people]


@pytest.mark.parametrize(
    ("said", "kin", "family"),
    [
        ("birth mother", "birth-mother", Family.BIRTH),
        ("Half-sister", "sister", Family.BIRTH),
        ("adoptive father", "father", Family.NOW),
        ("maternal grandmother", "grandmother", Family.BIRTH),
        ("great-grandmother", "great-grandmother", None),
        ("grandmother", "grandmother", None),
        ("foster carer", "foster-carer", Family.CARE),
        ("foster brother", "brother", Family.CARE),
        ("IRO", "reviewing-officer", Family.HELPER),
        ("children’s guardian", "guardian", Family.HELPER),
    ],
)
def test_what_a_worker_writes_is_understood(said: str, kin: str, family: Family | None) -> None:
    found, side = understood(said)
    assert found is not None
    assert (found.name, side) == (kin, family)


def test_words_nobody_knows_are_no_kin() -> None:
    assert understood("the man with the van") == (None, None)


def test_a_page_fills_itself_with_those_it_is_about() -> None:
    home = Home(people=(key("Mum"),), start=HonestDate.parse("2020"))
    records = case(
        ("Kelly", "birth mother"), ("Mum", "adoptive mother"), ("Pat", "foster carer"),
        ("Bev", "aunt"), ("Dee", "social worker"), ("Judge Hale", "judge"), ("Zosia", "friend"),
        more=(home,),
    )  # fmt: skip
    assert names(page(records, "my-family-now")) == ["Mum"]
    assert names(page(records, "birth-parent")) == ["Kelly"]
    assert names(page(records, "wider-family")) == ["Bev"]
    assert names(page(records, "people-who-helped")) == ["Dee"]
    assert names(page(records, "the-judge")) == ["Judge Hale"]
    assert set(names(page(records, "family-tree"))) == {"Kelly", "Mum", "Pat", "Bev"}


def test_whoever_lives_with_the_child_is_family_now_whatever_they_are() -> None:
    home = Home(people=(key("Ann"), key("Gran")), start=HonestDate.parse("2020"))
    records = case(("Ann", "foster carer"), ("Gran", "maternal grandmother"), more=(home,))
    assert {one.family for one in page(records, "family-tree").people} == {Family.NOW}


def test_a_grandmother_belongs_with_her_daughter() -> None:
    tie = Relationship(person=key("Gran"), to=key("Mum"), is_a="mother")
    records = case(("Mum", "adoptive mother"), ("Gran", "grandmother"), more=(tie,))
    sides = {one.name: one.family for one in page(records, "family-tree").people}
    assert sides == {"Mum": Family.NOW, "Gran": Family.NOW}


def test_the_worker_says_who_is_a_root_and_who_a_branch() -> None:
    records = case(("Kelly", "birth mother"), ("Bev", "aunt"))
    made = page(records, "family-tree", branches=(key("Bev"),), roots=(key("Kelly"),))
    sides = {one.name: one.family for one in made.people}
    assert sides == {"Bev": Family.NOW, "Kelly": Family.BIRTH}


def test_another_child_is_named_only_with_permission() -> None:
    records = case(("Skye", "sister"))
    assert names(page(records, "brothers-and-sisters")) == [""]
    allowed = Permission(person=key("Skye"), given=True)
    assert names(page(records.with_changes([allowed]), "brothers-and-sisters")) == ["Skye"]
    refused = Permission(person=key("Skye"), given=False)
    assert names(page(records.with_changes([refused]), "brothers-and-sisters")) == [""]


def test_a_sister_of_another_book_is_not_in_this_one() -> None:
    records = case(("Skye", "sister"))
    other = Person(id=key("Skye"), known_as="Skye", about=frozenset({key("another child")}))
    assert names(page(records.with_changes([other]), "brothers-and-sisters")) == []


def test_a_face_is_really_cut_out_and_nothing_beside_it_is_in_the_book() -> None:
    original = Original(id=key("file"), width=2000, height=1000)
    photo = Photo(
        id=key("photo"), original=original.id,
        people=(InPhoto(person=key("Kelly"), region=Region(1400, 200, 300, 300)),),
    )  # fmt: skip
    allowed = Permission(person=key("Kelly"), given=True)
    kelly = Person(id=key("Kelly"), known_as="Kelly", portrait=photo.id)
    records = case(("Kelly", "birth mother")).with_changes([original, photo, allowed, kelly])
    face = page(records, "family-tree").people[0].face
    assert face is not None
    cut = face.recipe.edits[-1]
    assert isinstance(cut, Crop)
    assert face.width == face.height == 480
    assert cut.left <= 0.7
    assert cut.left + cut.width >= 0.85


def test_a_face_needs_permission() -> None:
    original = Original(id=key("file"), width=800, height=800)
    photo = Photo(id=key("photo"), original=original.id)
    kelly = Person(id=key("Kelly"), known_as="Kelly", portrait=photo.id)
    records = case(("Kelly", "birth mother")).with_changes([original, photo, kelly])
    assert page(records, "family-tree").people[0].face is None


def test_heritage_tells_countries_and_nothing_finer_or_protected() -> None:
    records = case(
        more=(
            Place(id=key("pk"), name="Pakistan", sort=PlaceKind.COUNTRY),
            Place(id=key("town"), name="Lahore", sort=PlaceKind.TOWN),
            Place(id=key("no"), name="Norway", sort=PlaceKind.COUNTRY, protected=True),
        )
    )
    assert page(records, "heritage").places == ("Pakistan",)
    assert page(records, "heritage", places=(key("town"), key("pk"))).places == ("Pakistan",)


def test_a_glossary_has_the_words_that_stand_in_the_book() -> None:
    told = Passage(id=key("told"), texts={Band.FIRST_READER: "The judge spoke of Adoption."})
    blocks = (
        Block(id=key("story"), page_type="story", slots={"passage": (told.id,)}),
        Block(id=key("words"), page_type="words-explained"),
    )
    section = Section(id=key("section"), part=Part.BACK, blocks=blocks)
    shared = share(case(more=(told,)), Edition(child=key("child"), sections=(section,)))
    assert shared.sections[0].blocks[1].terms == ("adoption", "judge")
