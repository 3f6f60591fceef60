"""A made-up child with everything, and one with next to nothing, for pages to be tried on."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from uuid import UUID, uuid5

import pytest

from lifestory.book.compose import compose
from lifestory.domain.arrangement import Block, Edition, Part, Section
from lifestory.domain.dates import HonestDate
from lifestory.domain.life import Certainty, Evidence, Fact, Home, House, Milestone, Source
from lifestory.domain.media import Original, Permission, Photo
from lifestory.domain.people import Child, Person, Place, PlaceKind, Relationship
from lifestory.domain.plans import PagePlan
from lifestory.domain.readers import Band, Format
from lifestory.domain.records import Record, Records
from lifestory.domain.stories import ChildWords, Passage, SideNote, Translation
from lifestory.sharing.lens import share

YOUNG, OLDER = Band.FIRST_READER, Band.OLDER


def key(name: str) -> UUID:
    """The same id for the same name, in every run."""
    return uuid5(UUID(int=0), name)


def _photo(
    name: str, width: int, height: int, caption: str = "", *, scan: bool = False
) -> list[Record]:
    captions = {YOUNG: caption} if caption else {}
    return [
        Original(id=key(f"file {name}"), width=width, height=height),
        Photo(id=key(name), original=key(f"file {name}"), captions=captions, alt=name, scan=scan),
    ]


def _person(name: str, *, pet: bool = False, portrait: str = "") -> Person:
    return Person(
        id=key(name),
        known_as=name,
        given=name,
        pet=pet,
        portrait=key(portrait) if portrait else None,
    )


def _home(name: str, people: list[str], start: str, end: str | None, house: House) -> Home:
    return Home(
        id=key(f"home {name}"),
        name=name,
        people=tuple(key(person) for person in people),
        start=HonestDate.parse(start),
        end=HonestDate.parse(end) if end else None,
        house=house,
    )


_MILESTONES = (
    ("14 March 2017", "Born", "newborn"),
    ("December 2017", "Nan helped us.", ""),
    ("January 2018", "I came to Ann and Łukasz.", ""),
    ("spring 2018", "I walked across the kitchen.", "wide"),
    ("February 2020", "I came home.", "tall"),
    ("14 November 2020", "Adoption day", "cake"),
    ("2021", "Biscuit came.", ""),
    ("aged 6", "I learned to swim.", "sea"),
    ("October 2025", "Me now", "portrait"),
)


def _full() -> Records:
    records: list[Record] = [
        *_photo("portrait", 1200, 1400),
        *_photo("newborn", 1500, 1500, "The first photo of me"),
        *_photo("wide", 2400, 1600, "A long walk by the river in spring"),
        *_photo("tall", 1600, 2200, "My red wellies"),
        *_photo("cake", 1800, 2200, "I was 5."),
        *_photo("sea", 2400, 1500, "The sea was so cold!"),
        *_photo("square", 2000, 2000, "Pancakes"),
        *_photo("drawing", 2000, 1400, scan=True),
        _person("Robin", portrait="portrait"),
        _person("Kelly"), _person("Nan"), _person("Ann"), _person("Łukasz"),
        _person("Mum"), _person("Dad"), _person("Biscuit", pet=True), _person("عائشہ"),
        Place(id=key("Derby"), name="Derby", sort=PlaceKind.TOWN),
        Child(
            id=key("child"), person=key("Robin"), born=HonestDate.parse("14 March 2017"),
            born_at="06:25", weight_grams=3200, length_cm=51, named_by=key("Kelly"),
            birth_place=key("Derby"), birth_photo=key("newborn"),
        ),
        _home("Mum Kelly", ["Kelly"], "14 March 2017", "December 2017", House.TERRACE),
        _home("Nan", ["Nan"], "December 2017", "January 2018", House.COTTAGE),
        _home("Ann and Łukasz", ["Ann", "Łukasz"], "January 2018", "February 2020", House.SEMI),
        _home("Home", ["Mum", "Dad", "Biscuit"], "February 2020", None, House.HOME),
        Source(id=key("notes"), title="Notes, 12 Mill Lane", printed_as="the hospital notes, 2017"),
        *(
            Milestone(
                id=key(text), texts={YOUNG: text}, when=HonestDate.parse(when),
                photo=key(photo) if photo else None,
                evidence=Evidence(
                    certainty=Certainty.THOUGHT if "walked" in text else Certainty.KNOWN
                ),
            )
            for when, text, photo in _MILESTONES
        ),
        *(
            Fact(id=key(f"{topic} {text}"), topic=topic, texts={YOUNG: text})
            for topic, text in _FACTS
        ),
        Passage(
            id=key("why"), titles={YOUNG: "Why I could not stay"},
            texts={
                YOUNG: "Babies need food, cuddles and someone to keep them safe.\n\n"
                f"[Kelly](person:{key('Kelly')}) was poorly. Even with help, she could not do it"
                " all.\n\nA judge said I needed a safe home.\n\n**It was not my fault.**",
                OLDER: _LONG,
            },
            quote="Nothing I did caused it.",
            notes=(
                SideNote(heading="Who decided", text="A family court judge, in December 2017."),
                SideNote(heading="Words", text="Addiction: when the body cannot stop needing it."),
            ),
            evidence=Evidence(source=key("notes")),
            translations=(
                Translation(
                    language="ur", titles={YOUNG: "میں کیوں نہیں رہ سکا"}, by="ترجمہ: نادیہ خان",
                    texts={YOUNG: _URDU.format(key=key("Kelly")), OLDER: _LONG_URDU},
                ),
            ),
        ),
        Passage(
            id=key("there"), titles={YOUNG: "There"},
            texts={
                YOUNG: "Ann had a red kettle.\n\nŁukasz sang in the kitchen.\n\nI learned to walk."
            },
        ),
        ChildWords(
            id=key("words"), said_by=key("Robin"), said_on=HonestDate.parse("June 2024"),
            text="I like it when Biscuit sleeps on my feet. *He snors.*", picture=key("drawing"),
        ),
        ChildWords(id=key("bare words"), text="My bed is mine."),
        *_relatives(),
    ]  # fmt: skip
    return Records(records)


_KIN = (
    ("Kelly", "birth mother"), ("Nan", "maternal grandmother"), ("Ann", "foster carer"),
    ("Łukasz", "foster carer"), ("Mum", "adoptive mother"), ("Dad", "adoptive father"),
    ("Biscuit", "pet"), ("عائشہ", "sister"), ("Birth dad", "birth father"),
    ("Dee", "social worker"), ("Judge Hale", "judge"),
)  # fmt: skip


def _relatives() -> list[Record]:
    """What everyone is to the child, and a few who are on the pages of people alone."""
    unknown = Person(id=key("Birth dad"), known_as="Birth dad", name_known=False, pronouns="he")
    ties: list[Record] = [
        Relationship(id=key(f"tie {name}"), person=key(name), to=key("Robin"), is_a=is_a)
        for name, is_a in _KIN
    ]
    return [
        unknown, _person("Dee"), _person("Judge Hale"), *ties,
        Permission(id=key("permission"), person=key("عائشہ")),
        Place(id=key("Jamaica"), name="Jamaica", sort=PlaceKind.COUNTRY),
        Fact(id=key("looks"), topic="looks", texts={YOUNG: "Kelly has long brown hair."}),
        Fact(id=key("language"), topic="language", texts={YOUNG: "Nan said good night in Patwa."}),
        Fact(id=key("court"), topic="court", texts={YOUNG: "The place where the judge works."}),
    ]  # fmt: skip


_LONG = "\n\n".join(
    [
        "Kelly was twenty when I was born. She had grown up in care herself, and there were few"
        " people she could ask.",
        "She was living with addiction. Addiction is an illness. It made it hard for her to do the"
        " ordinary things that a baby needs every day.",
        "Help was offered. Kelly took me to a parents’ group each week, and Nan came to stay. For"
        " some weeks it went better. Then it became too much again.",
        "When I was nine months old, a judge decided that it was not safe enough for me to stay."
        " Nothing I did caused it.",
    ]
)
_URDU = (
    "بچوں کو کھانے، پیار اور کسی ایسے شخص کی ضرورت ہوتی ہے جو انہیں محفوظ رکھے۔\n\n"
    "[Kelly](person:{key}) بیمار تھیں۔ مدد (Derby میں) کے باوجود وہ سب کچھ نہیں کر سکتی تھیں۔\n\n"
    "ایک جج نے کہا کہ مجھے ایک محفوظ گھر کی ضرورت ہے۔\n\n**اس میں میری کوئی غلطی نہیں تھی۔**"
)
_LONG_URDU = "\n\n".join(
    [
        "جب میں پیدا ہوا تو Kelly کی عمر 20 سال تھی۔ وہ خود بھی نگہداشت میں پلی بڑھی تھیں۔",
        "وہ نشے کی لت کے ساتھ جی رہی تھیں۔ لت ایک بیماری ہے۔ اس کی وجہ سے ان کے لیے وہ روزمرہ کے"
        " کام مشکل تھے جن کی ایک بچے کو ہر روز ضرورت ہوتی ہے۔",
        "مدد کی پیشکش کی گئی۔ کچھ ہفتوں تک حالات بہتر رہے۔ پھر سب کچھ دوبارہ بہت مشکل ہو گیا۔",
        "جب میں نو ماہ کا تھا تو ایک جج نے فیصلہ کیا کہ میرا رہنا محفوظ نہیں۔ اس میں میری کوئی غلطی"
        " نہیں تھی۔",
    ]
)
_FACTS = (
    ("loves", "swimming and pancakes"),
    ("good-at", "drawing maps"),
    ("laughs-at", "Dad’s jokes"),
    ("best-colour", "yellow"),
    ("friends", "Zosia, عائشہ and অনন্যা"),
    ("best-food", "noodles"),
    ("birth-day", "A robin was singing at the window."),
    ("hopes", "I hope we swim in a warm sea."),
    ("hopes", "I hope I draw a map of the whole world."),
    ("hopes", "I hope Biscuit lives to be very old."),
)


def _slots(**names: list[str]) -> Mapping[str, tuple[UUID, ...]]:
    return {slot: tuple(key(name) for name in filled) for slot, filled in names.items()}


_HOPES = [f"hopes {text}" for topic, text in _FACTS if topic == "hopes"]
_CARDS = [f"{topic} {text}" for topic, text in _FACTS[:6]]
_PHOTOS = ["wide", "tall", "cake", "sea", "square", "newborn", "portrait"]

CASES: Mapping[tuple[str, str], Mapping[str, tuple[UUID, ...]]] = {
    ("cover", "fullest"): _slots(photo=["wide"]),
    ("cover", "emptiest"): {},
    ("title", "fullest"): {},
    ("title", "emptiest"): {},
    ("about-me", "fullest"): _slots(
        photo=["portrait"], people=["Mum", "Dad", "Biscuit"], facts=_CARDS
    ),
    ("about-me", "emptiest"): {},
    ("about-me", "told"): _slots(passage=["there"]),
    ("day-i-was-born", "fullest"): _slots(
        photo=["newborn"], facts=["birth-day A robin was singing at the window."], passage=["why"]
    ),
    ("day-i-was-born", "emptiest"): {},
    ("home-along-the-way", "fullest"): _slots(
        home=["home Ann and Łukasz"], passage=["there"], photos=["tall", "wide", "square", "sea"]
    ),
    ("home-along-the-way", "emptiest"): _slots(home=["home Nan"]),
    ("moves-path", "fullest"): {},
    ("moves-path", "emptiest"): _slots(homes=["home Home"]),
    ("timeline", "fullest"): {},
    ("timeline", "emptiest"): _slots(milestones=["Born"]),
    ("story", "fullest"): _slots(passage=["why"], photos=["wide", "square"]),
    ("story", "emptiest"): _slots(passage=["there"]),
    ("bilingual", "fullest"): _slots(passage=["why"], photos=["wide"]),
    ("bilingual", "emptiest"): _slots(passage=["there"]),
    ("photos", "fullest"): _slots(photos=_PHOTOS),
    ("photos", "emptiest"): _slots(photos=["tall"]),
    ("my-words", "fullest"): _slots(words=["words"]),
    ("my-words", "emptiest"): _slots(words=["bare words"]),
    ("hopes", "fullest"): _slots(facts=_HOPES, photo=["sea"]),
    ("hopes", "emptiest"): {},
    ("family-tree", "fullest"): {},
    ("family-tree", "emptiest"): {},
    ("circles-of-people", "fullest"): {},
    ("circles-of-people", "emptiest"): {},
    ("genogram", "fullest"): {},
    ("genogram", "emptiest"): {},
    ("my-family-now", "fullest"): _slots(passage=["there"], photos=["sea"]),
    ("my-family-now", "emptiest"): {},
    ("birth-parent", "fullest"): _slots(
        people=["Kelly"], facts=["looks"], passage=["why"], photos=["tall", "wide", "square"]
    ),
    ("birth-parent", "emptiest"): {},
    ("brothers-and-sisters", "fullest"): _slots(passage=["there"], photos=["sea"]),
    ("brothers-and-sisters", "emptiest"): {},
    ("wider-family", "fullest"): _slots(passage=["why"], photos=["sea"]),
    ("wider-family", "emptiest"): {},
    ("people-who-helped", "fullest"): _slots(passage=["why"], photos=["sea"]),
    ("people-who-helped", "emptiest"): {},
    ("the-judge", "fullest"): _slots(
        passage=["why"], milestones=["Adoption day"], photos=["cake", "sea"]
    ),
    ("the-judge", "emptiest"): {},
    ("memory-box", "fullest"): _slots(passage=["why"], photos=["square", "tall", "wide"]),
    ("memory-box", "emptiest"): {},
    ("heritage", "fullest"): _slots(facts=["language"], passage=["there"], photos=["sea"]),
    ("heritage", "emptiest"): {},
    ("words-explained", "fullest"): _slots(facts=["court"]),
    ("words-explained", "emptiest"): {},
    ("what-children-need", "fullest"): _slots(passage=["there"], photos=["wide", "square"]),
    ("what-children-need", "emptiest"): {},
    ("why-i-could-not-stay", "fullest"): _slots(
        passage=["why"], milestones=["Nan helped us."], photos=["wide"]
    ),
    ("why-i-could-not-stay", "emptiest"): {},
    ("feelings", "fullest"): _slots(passage=["there"], photos=["wide"]),
    ("feelings", "emptiest"): {},
    ("family-time", "fullest"): _slots(passage=["there", "why"], photos=["wide"]),
    ("family-time", "emptiest"): {},
    ("finding-my-family", "fullest"): _slots(
        passage=["there"], milestones=["I came home."], photos=["wide", "tall"]
    ),
    ("finding-my-family", "emptiest"): {},
    ("celebration-day", "fullest"): _slots(
        passage=["there"], milestones=["Adoption day"], photos=["wide", "cake"]
    ),
    ("celebration-day", "emptiest"): {},
    ("my-promises", "fullest"): _slots(facts=[*_CARDS, *_HOPES], passage=["there"]),
    ("my-promises", "emptiest"): {},
    ("growing-up", "fullest"): _slots(facts=_HOPES, people=["Mum", "Dad"], passage=["there"]),
    ("growing-up", "emptiest"): {},
    ("questions", "fullest"): _slots(facts=_HOPES, passage=["there"]),
    ("questions", "emptiest"): {},
    ("letter", "fullest"): _slots(people=["Nan"], passage=["there"], photos=["wide", "drawing"]),
    ("letter", "emptiest"): {},
    ("document", "fullest"): _slots(photos=["drawing", "tall"]),
    ("document", "emptiest"): {},
}
"""For each page type, its slots at their fullest and at their emptiest."""

_OF_PEOPLE = {
    "family-tree", "circles-of-people", "genogram", "my-family-now", "birth-parent",
    "brothers-and-sisters", "wider-family", "people-who-helped", "the-judge", "memory-box",
    "heritage", "words-explained",
}  # fmt: skip

THEMES = {YOUNG: "meadow", OLDER: "paper"}


def _bare() -> Records:
    """A child of whom only the first name is known."""
    return Records([_person("Robin"), Child(id=key("child"), person=key("Robin"))])


def _edition(band: Band, *blocks: Block) -> Edition:
    return Edition(
        id=key("edition"),
        child=key("child"),
        band=band,
        theme=THEMES[band],
        told_on=date(2025, 10, 5),
        sections=(Section(id=key("section"), part=Part.PAST, blocks=blocks),),
    )


Pages = Callable[[str, str, Band], tuple[PagePlan, ...]]


@pytest.fixture
def full_case() -> Records:
    """The child with everything."""
    return _full()


@pytest.fixture
def pages() -> Pages:
    """The pages of one page type, at its fullest or emptiest, for a band."""

    def made(page_type: str, fill: str, band: Band) -> tuple[PagePlan, ...]:
        bare = fill == "emptiest" and page_type in {
            "cover",
            "title",
            "about-me",
            "day-i-was-born",
            "hopes",
            *_OF_PEOPLE,
        }
        block = Block(id=key(page_type), page_type=page_type, slots=CASES[page_type, fill])
        return compose(share(_bare() if bare else _full(), _edition(band, block)))

    return made


@pytest.fixture
def book_of() -> Callable[..., tuple[PagePlan, ...]]:
    """The pages of some records as a book of given blocks."""

    def made(records: Records, band: Band, *blocks: Block) -> tuple[PagePlan, ...]:
        return compose(share(records, _edition(band, *blocks)))

    return made


@pytest.fixture
def every_page() -> Callable[[Band, Format, str], tuple[PagePlan, ...]]:
    """One book with every page type at its fullest, in a format and on a paper."""

    def made(band: Band, format_: Format, size: str) -> tuple[PagePlan, ...]:
        fullest = ((kind, slots) for (kind, fill), slots in CASES.items() if fill == "fullest")
        blocks = (Block(id=key(kind), page_type=kind, slots=slots) for kind, slots in fullest)
        edition = replace(_edition(band, *blocks), format=format_, size=size)
        return compose(share(_full(), edition))

    return made


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Every page type, filled both ways, for both readers of this first road."""
    if {"page_type", "fill", "band"} <= set(metafunc.fixturenames):
        metafunc.parametrize(
            ("page_type", "fill", "band"),
            [(page_type, fill, band) for page_type, fill in CASES for band in (YOUNG, OLDER)],
        )
