"""Whatever a book is made of: nothing leaves the page, no words lie on words, none is lost."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import combinations, cycle, product
from uuid import UUID, uuid5

from hypothesis import HealthCheck, Phase, example, given, settings
from hypothesis import strategies as st

from lifestory.book.compose import compose
from lifestory.book.describe import describe
from lifestory.book.pagetypes import page_type, page_types
from lifestory.book.papers import papers
from lifestory.book.themes import theme
from lifestory.domain.arrangement import Block, Edition, Part, Section
from lifestory.domain.dates import HonestDate
from lifestory.domain.life import Fact, Home, House, Milestone
from lifestory.domain.media import Original, Photo
from lifestory.domain.people import Child, Person, Place, PlaceKind, Relationship
from lifestory.domain.plans import Box, PagePlan, Role, Words
from lifestory.domain.readers import Band, Format, Voice
from lifestory.domain.records import Record, Records
from lifestory.domain.stories import ChildWords, Passage
from lifestory.letters import extents
from lifestory.sharing.lens import READ_BY, share

THEMES = ("meadow", "seaside", "night-sky", "patchwork", "paper")
NAMES = (
    "", "R", "Robin", "عائشہ", "Anna-Maria Wawrzyniak-Ó Súilleabháin", "Ab" * 150,
    "Siân (7) Ольга [12] Χρήστος محمد 2016 (5) گُلناز প্রিয়া ਗੁਰਪ੍ਰੀਤ [8] मीरा தமிழ் (4) 王小明 9",
)  # fmt: skip
FORMS = (
    "{}", "{}.", "**{}**", "<b>{}</b>", "[{}](https://example.org)", "| {} | – |", "![{}](a.png)",
    "{}\N{GRINNING FACE}", "{}\x07", "{}\u202e", "- {}\n- ", "# {}\n\n", "{}\n\n", "&amp; {}",
)  # fmt: skip
"""What a word may stand in: marks, Markdown that we do not know, HTML, emoji, control letters."""
CAPTIONED = {"photos", "story", "home-along-the-way", "panorama"}
"""Page types whose photos have their captions under them."""
KINDS = tuple(one.name for one in page_types())
KIN = ("sister", "birth mother", "foster carer", "friend", "pet", "judge", "adoptive mother")
COUNTRIES = ("Jamaica", "Pakistan", "Nowhere at all that anybody has on a map")


@dataclass
class Life:
    """Records made of words no two of which are the same, so that each can be looked for."""

    records: list[Record] = field(default_factory=list)
    said: list[str] = field(default_factory=list)
    photos: set[UUID] = field(default_factory=set)

    def words(self, count: int, form: str = "{}", longest: int = 0) -> str:
        """So many words never used before, every third of them in a form of its own."""
        told = []
        for index in range(count):
            word = f"w{len(self.said)}x" + "q" * (longest if not index else 0)
            self.said.append(word)
            told.append(form.format(word) if index % 3 == 0 else word)
        return " ".join(told)

    def keep(self, record: Record) -> UUID:
        """Keeps a record; its id."""
        self.records.append(record)
        return record.id

    def id(self) -> UUID:
        """The next id, the same in every run."""
        return uuid5(UUID(int=1), str(len(self.records)))

    def photo(self, ratio: float, caption: str) -> UUID:
        """A photo of that shape."""
        original = Original(id=self.id(), width=round(1200 * ratio), height=1200)
        self.keep(original)
        self.photos.add(original.id)
        captions = {Band.READ_TO_ME: caption} if caption else {}
        return self.keep(Photo(id=self.id(), original=original.id, captions=captions))

    def person(self, number: int) -> UUID:
        """Somebody of the child's, with a name or, now and then, with one that nobody knows."""
        name, robin = NAMES[number % len(NAMES)], self.records[0].id
        known = self.keep(
            Person(id=self.id(), known_as=name, given=name, name_known=number % 5 != 4)
        )
        self.keep(Relationship(id=self.id(), person=known, to=robin, is_a=KIN[number % len(KIN)]))
        return known


@dataclass(frozen=True)
class Page:
    """What to fill a block with: how many photos and words, of which form and shape."""

    kind: str
    photos: int
    ratio: float
    words: int
    form: str
    longest: int
    caption: int
    people: int = 0


@dataclass(frozen=True)
class Told:
    """A book to compose."""

    size: str
    theme: str
    band: Band
    voice: Voice
    name: str
    pages: tuple[Page, ...]
    format: Format = Format.STANDARD


PAGES = st.builds(
    Page,
    kind=st.sampled_from(KINDS),
    photos=st.sampled_from([0, 0, 1, 2, 5, 13]),
    ratio=st.sampled_from([0.4, 0.75, 1.0, 1.5, 3.0]),
    words=st.sampled_from([0, 1, 7, 40, 300]),
    form=st.sampled_from(FORMS),
    longest=st.sampled_from([0, 0, 200]),
    caption=st.sampled_from([0, 3, 30]),
    people=st.sampled_from([0, 0, 1, 5, 15]),
)
BOOKS = st.builds(
    Told,
    size=st.sampled_from([one.name for one in papers()]),
    theme=st.sampled_from(THEMES),
    band=st.sampled_from(Band),
    voice=st.sampled_from(Voice),
    name=st.sampled_from(NAMES),
    pages=st.lists(PAGES, min_size=1, max_size=4).map(tuple),
    format=st.sampled_from(Format),
)
TELLING = Page("story", 2, 1.5, 40, "{}", 0, 3)
NOTHING = Page("", 0, 1.0, 0, "{}", 0, 0)
LITTLE = Page("", 1, 1.5, 1, "**{}**", 0, 30, people=1)
MUCH = Page("", 5, 3.0, 300, "- {}\n- ", 0, 3, people=4)
TALL = Page("", 13, 0.4, 7, "{}\x07", 200, 30, people=15)


def a_book(*pages: Page, size: str = "a4", band: Band = Band.FIRST_READER) -> Told:
    """A book with those pages."""
    return Told(size, "meadow", band, Voice.I, "Robin", pages)


@settings(
    max_examples=16,
    deadline=None,
    phases=(Phase.explicit, Phase.reuse, Phase.generate),  # shrinking a book takes minutes
    suppress_health_check=[HealthCheck.too_slow],
)
@given(BOOKS)
@example(a_book(Page("story", 0, 1.0, 20_000, "{}", 0, 0), band=Band.OLDER))
@example(a_book(Page("photos", 1000, 1.5, 0, "{}", 0, 0), size="a5"))
@example(a_book(Page("story", 0, 1.0, 9, "{}", 200, 0), size="a4-landscape", band=Band.OLDER))
def test_any_book_stands_on_its_pages_and_says_every_word_once(told: Told) -> None:
    _tells_all(told)


def test_every_page_type_takes_nothing_little_and_much() -> None:
    sizes, bands, voices, names = cycle(papers()), cycle(Band), cycle(Voice), cycle(NAMES)
    formats = cycle(Format)
    for kind, fill in product(KINDS, (NOTHING, LITTLE, MUCH, TALL)):
        page, size, name = replace(fill, kind=kind), next(sizes).name, next(names)
        _tells_all(Told(size, "meadow", next(bands), next(voices), name, (page,), next(formats)))


def _tells_all(told: Told) -> None:
    life = Life()
    plans = compose(share(*_case(life, told)))
    assert plans or not life.said
    for plan in plans:
        _stands_on_its_page(plan)
    shown = {one.rendition.original for plan in plans for one in plan.pictures()}
    assert life.photos <= shown
    printed = Counter(re.findall(r"w\d+x", "".join(_letters(plans))))
    assert printed == Counter(re.match(r"w\d+x", one)[0] for one in life.said)  # type: ignore[index]
    long = sum(one.count("q") for one in life.said)
    assert "".join(_letters(plans)).count("q") >= long


def _case(life: Life, told: Told) -> tuple[Records, Edition]:
    robin = Person(id=life.id(), known_as=told.name, given=told.name)
    life.keep(robin)
    child = Child(id=life.id(), person=robin.id, born=HonestDate.parse("14 March 2017"))
    life.keep(child)
    pages = [page for page in told.pages if _is_read_by(told.band, page)]
    blocks = tuple(_block(life, page, number) for number, page in enumerate(pages))
    edition = Edition(
        id=UUID(int=2), child=child.id, band=told.band, voice=told.voice, theme=told.theme,
        size=told.size, format=told.format, told_on=date(2025, 10, 5),
        sections=(Section(id=UUID(int=3), part=Part.PAST, blocks=blocks),),
    )  # fmt: skip
    return Records(life.records), edition


def _is_read_by(band: Band, page: Page) -> bool:
    return band in READ_BY.get(page.kind, tuple(Band))


def _block(life: Life, page: Page, number: int) -> Block:
    """A block with as much in each slot as the page has, and the slot takes."""
    slots = {
        name: tuple(_filled(life, page, slot.kind, slot.most))
        for name, slot in page_type(page.kind).slots.items()
    }
    slots = {name: keys for name, keys in slots.items() if keys}
    return Block(id=uuid5(UUID(int=4), str(number)), page_type=page.kind, slots=slots)


def _filled(life: Life, page: Page, kind: str, most: int) -> Iterator[UUID]:
    texts: dict[Band, str] = {}
    if page.words and kind in {"passage", "words", "fact", "milestone"}:
        texts[Band.READ_TO_ME] = life.words(page.words, page.form, page.longest)
    match kind:
        case "photo":
            for index in range(min(page.photos, most) if page.photos < 100 else page.photos):
                told = index < 3 and page.kind in CAPTIONED
                caption = life.words(page.caption) if told else ""
                yield life.photo(page.ratio, caption)
        case "passage" if texts:
            yield life.keep(Passage(id=life.id(), texts=texts))
        case "words" if texts:
            yield life.keep(ChildWords(id=life.id(), text=texts[Band.READ_TO_ME]))
        case "fact" if texts:
            yield life.keep(Fact(id=life.id(), topic="loves", texts=texts))
        case "home":
            name = "A house " * min(page.words, 20)
            yield life.keep(
                Home(id=life.id(), name=name, start=HonestDate.parse("2018"), house=House.SEMI)
            )
        case "milestone" if texts:
            yield life.keep(Milestone(id=life.id(), texts=texts, when=HonestDate.parse("May 2019")))
        case "person":
            for number in range(min(page.people, most)):
                yield life.person(number)
        case "place":
            for country in COUNTRIES[: page.people]:
                yield life.keep(Place(id=life.id(), name=country, sort=PlaceKind.COUNTRY))
        case _:
            return


def _stands_on_its_page(plan: PagePlan) -> None:
    boxes = [_ink(words) for words in plan.words() if words.text.strip()]
    for box in (*boxes, *(one.box for one in plan.pictures())):
        assert min(box.x, box.y) >= -0.5, describe(plan)
        assert box.right <= plan.width + 0.5, describe(plan)
        assert box.top <= plan.height + 0.5, describe(plan)
    for one, other in combinations(boxes, 2):
        across = min(one.right, other.right) - max(one.x, other.x)
        down = min(one.top, other.top) - max(one.y, other.y)
        assert min(across, down) <= 1, f"{one} {other}\n{describe(plan)}"


def _ink(words: Words) -> Box:
    low = min(line.y + extents.ink(line)[0] for line in words.lines)
    top = max(line.y + extents.ink(line)[1] for line in words.lines)
    return Box(words.box.x, low, words.box.width, top - low)


def _letters(plans: tuple[PagePlan, ...]) -> Iterator[str]:
    """What the pages say, page by page, without the spaces between; a word may be broken."""
    for plan in plans:
        for words in plan.words():
            if words.role is not Role.FOLIO:
                yield "".join(line.text for line in words.lines).replace(" ", "")


def test_the_same_facts_make_the_same_pages() -> None:
    for size in papers():
        books = [compose(share(*_case(Life(), a_book(TELLING, size=size.name)))) for _ in range(2)]
        assert [one.digest for one in books[0]] == [one.digest for one in books[1]]


def test_every_theme_is_whole() -> None:
    assert [theme(name).name for name in THEMES] == list(THEMES)
