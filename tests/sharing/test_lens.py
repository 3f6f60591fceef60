"""The lens: what a reader may have, and never more."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from uuid import UUID, uuid4

import pytest

from lifestory.book.words import parse
from lifestory.domain.arrangement import Block, Edition, Part, Section
from lifestory.domain.dates import HonestDate
from lifestory.domain.edits import Crop, Hid, Hidden, Region, Turn
from lifestory.domain.life import Evidence, Fact, Home, Milestone, Source
from lifestory.domain.media import InPhoto, Original, Permission, Photo
from lifestory.domain.people import Child, Person, Place, PlaceKind
from lifestory.domain.readers import Band, Format, Recipient, text_for
from lifestory.domain.records import Record, Records
from lifestory.domain.stories import ChildWords, Passage, SideNote, Translation
from lifestory.sharing.lens import share
from lifestory.sharing.names import resolve_in_markup, resolve_mentions
from lifestory.sharing.shared import SharedBlock, SharedEdition

CHILD, ROBIN, KELLY, KIT = (uuid4() for _ in range(4))
ORIGINAL = uuid4()
FACE = Region(10, 20, 30, 40)
TODAY = date(2025, 12, 1)

PEOPLE: tuple[Record, ...] = (
    Person(id=ROBIN, given="Robin", surname="Marsh", known_as="Robin"),
    Person(id=KELLY, given="Kelly", surname="Marsh", known_as="Kelly"),
    Person(id=KIT, given="Kit", surname="Brook", known_as="Kit"),
    Child(id=CHILD, person=ROBIN, born=HonestDate.on(date(2017, 3, 14))),
    Original(id=ORIGINAL, width=400, height=300),
)


def shared(
    *records: Record, block: Block, band: Band = Band.FIRST_READER,
    recipient: Recipient = Recipient.CHILD_AND_ADOPTERS, language: str = "",
) -> SharedEdition:  # fmt: skip
    """The edition with one block, as the lens lets it through."""
    edition = Edition(
        child=CHILD, band=band, recipient=recipient, told_on=date(2025, 10, 5), language=language,
        sections=(Section(part=Part.PAST, blocks=(block,)),),
    )  # fmt: skip
    return share(Records([*PEOPLE, *records]), edition, TODAY)


def block(page_type: str, **slots: UUID) -> Block:
    """A block with one thing in each slot."""
    return Block(page_type=page_type, slots={name: (key,) for name, key in slots.items()})


def only(edition: SharedEdition) -> SharedBlock:
    """The one block that came through."""
    return edition.sections[0].blocks[0]


@pytest.mark.parametrize(
    ("band", "expected"),
    [
        (Band.READ_TO_ME, ""),
        (Band.FIRST_READER, "young"),
        (Band.READER, "young"),
        (Band.OLDER, "older"),
        (Band.ADULT, "older"),
    ],
)
def test_a_text_falls_back_to_the_nearest_younger_one_never_an_older(
    band: Band, expected: str
) -> None:
    assert text_for({Band.FIRST_READER: "young", Band.OLDER: "older"}, band) == expected


def test_a_passage_is_told_in_the_text_of_its_band_with_names_as_they_are_called_now() -> None:
    passage = Passage(texts={Band.FIRST_READER: f"[Kel](person:{KELLY}) sang."})
    edition = shared(passage, block=block("story", passage=passage.id))
    assert only(edition).passages[0].text == "Kelly sang."


def test_the_council_file_reads_full_names_and_the_child_does_not() -> None:
    passage = Passage(texts={Band.FIRST_READER: f"[Kelly](person:{KELLY}) sang."})
    story = block("story", passage=passage.id)
    council = shared(passage, block=story, recipient=Recipient.COUNCIL_FILE)
    child = shared(passage, block=story)
    assert only(council).passages[0].text == "Kelly Marsh sang."
    assert only(child).passages[0].text == "Kelly sang."


def test_a_name_with_markup_in_it_stays_a_name() -> None:
    odd = Person(known_as="K*e_l[l]y")
    said, records = f"[x](person:{odd.id})", Records([odd])
    read = resolve_in_markup(said, records, Recipient.CHILD_AND_ADOPTERS)
    assert "".join(part.text for part in parse(read)) == "K*e_l[l]y"
    assert resolve_mentions(said, records, Recipient.CHILD_AND_ADOPTERS) == "K*e_l[l]y"


def test_someone_whose_record_is_gone_is_named_no_more() -> None:
    said = resolve_mentions(
        f"[Gran Brackley](person:{uuid4()}) sang.", Records(), Recipient.CHILD_AND_ADOPTERS
    )
    assert said == "someone sang."


def test_what_only_looks_like_a_mention_prints_as_typed() -> None:
    typed = f"[x](person:{'-' * 36})"
    assert resolve_mentions(typed, Records(), Recipient.CHILD_AND_ADOPTERS) == typed


@pytest.mark.parametrize(
    ("place", "printed"),
    [
        (Place(name="Derby", sort=PlaceKind.TOWN), "Derby"),
        (Place(name="Derby", sort=PlaceKind.TOWN, protected=True), ""),
        (Place(name="12 Elm Road", sort=PlaceKind.ADDRESS), ""),
        (Place(name="12 Elm Road", sort=PlaceKind.ADDRESS, printed_as="a house"), "a house"),
        (
            Place(name="St Ann’s Primary", sort=PlaceKind.SCHOOL, printed_as="my school"),
            "my school",
        ),
    ],
)
def test_nothing_finer_than_a_town_is_printed(place: Place, printed: str) -> None:
    said = resolve_mentions(
        f"[{place.name}](place:{place.id})", Records([place]), Recipient.CHILD_AND_ADOPTERS
    )
    assert said == printed


def test_a_translation_is_told_of_the_version_this_reader_has_and_of_no_other() -> None:
    urdu = Translation(
        language="ur",
        texts={Band.FIRST_READER: f"[Kel](person:{KELLY}) گاتی تھی۔", Band.ADULT: "سب کچھ"},
        by="Nadia",
    )
    polish = Translation(language="pl", texts={Band.OLDER: "Kelly śpiewała."})
    passage = Passage(
        texts={Band.FIRST_READER: "Kelly sang.", Band.OLDER: "Kelly sang well."},
        translations=(urdu, polish),
    )
    page = block("bilingual", passage=passage.id)
    (older,) = only(shared(passage, block=page, band=Band.OLDER)).passages[0].translations
    assert older.language == "pl"  # the Urdu is of what younger readers are told
    (there,) = only(shared(passage, block=page)).passages[0].translations
    assert (there.language, there.text, there.by) == ("ur", "Kelly گاتی تھی۔", "Nadia")


def test_of_several_translations_an_edition_has_the_one_in_its_own_second_language() -> None:
    there = tuple(Translation(language=tag, texts={Band.FIRST_READER: tag}) for tag in ("pl", "ur"))
    passage = Passage(texts={Band.FIRST_READER: "Kelly sang."}, translations=there)
    page = block("bilingual", passage=passage.id)

    def told(language: str) -> list[str]:
        shown = shared(passage, block=page, language=language)
        return [one.language for one in only(shown).passages[0].translations]

    assert told("ur") == ["ur"]
    assert told("") == ["pl", "ur"]
    assert told("cy") == [], "none at all rather than a language its reader does not read"


@pytest.mark.parametrize("slot", ["passage", "facts", "milestones", "words"])
def test_nothing_is_told_before_its_age_and_the_worker_hears_why(slot: str) -> None:
    texts = {Band.FIRST_READER: "A hard thing."}
    told: Mapping[str, Record] = {
        "passage": Passage(texts=texts, tell_from_age=12),
        "facts": Fact(texts=texts, tell_from_age=12),
        "milestones": Milestone(texts=texts, tell_from_age=12),
        "words": ChildWords(text="A hard thing.", tell_from_age=12),
    }
    hard = told[slot]
    page = block("timeline" if slot == "milestones" else "story", **{slot: hard.id})
    young = shared(hard, block=page)
    assert young.sections[0].blocks == () or not only(young).milestones
    assert [held.id for held in young.held_back] == [hard.id]
    assert "hard thing" in str(only(shared(hard, block=page, band=Band.OLDER)))


def test_what_is_about_a_brother_or_sister_stays_in_their_book() -> None:
    other = Passage(texts={Band.FIRST_READER: "About Skye."}, about=frozenset({uuid4()}))
    edition = shared(other, block=block("story", passage=other.id))
    assert "About Skye" not in str(edition.sections)


def _pictured(*, region: Region | None = None) -> Photo:
    return Photo(original=ORIGINAL, people=(InPhoto(person=KIT, region=region),))


def test_a_face_without_permission_is_covered_where_it_was_marked() -> None:
    photo = _pictured(region=FACE)
    shown = only(shared(photo, block=block("photos", photos=photo.id))).photos
    assert shown[0].recipe.covered == (Hidden.over(FACE, Hid.FACE),)


def test_a_photo_of_someone_without_permission_and_unmarked_is_left_out() -> None:
    photo = _pictured()
    edition = shared(photo, block=block("photos", photos=photo.id))
    assert edition.sections[0].blocks == ()
    assert [held.kind for held in edition.held_back] == ["photo"]


@pytest.mark.parametrize(
    ("permission", "shown"),
    [
        (Permission(person=KIT), True),
        (Permission(person=KIT, given=False), False),
        (Permission(person=KIT, recipients=frozenset({Recipient.CHILD_AND_ADOPTERS})), True),
        (Permission(person=KIT, recipients=frozenset({Recipient.FOSTER_HOME})), False),
        (Permission(person=KIT, until=HonestDate.on(TODAY)), True),
        (Permission(person=KIT, until=HonestDate.on(date(2025, 11, 30))), False),
    ],
)
def test_a_permission_holds_for_its_recipients_and_its_time(
    permission: Permission, shown: bool
) -> None:
    photo = _pictured()
    edition = shared(photo, permission, block=block("photos", photos=photo.id))
    assert bool(edition.sections[0].blocks) is shown


@pytest.mark.parametrize(
    ("given", "refused", "shown"),
    [
        ("1 January 2023", "1 January 2024", False),
        ("1 March 2024", "2024", False),
        ("1 March 2024", "not known", False),
        ("1 March 2024", "2023", True),
    ],
)
def test_the_newest_word_counts_and_in_doubt_the_refusal(
    given: str, refused: str, shown: bool
) -> None:
    photo = _pictured()
    yes = Permission(person=KIT, given_on=HonestDate.parse(given))
    no = Permission(person=KIT, given=False, given_on=HonestDate.parse(refused))
    edition = shared(photo, yes, no, block=block("photos", photos=photo.id))
    assert bool(edition.sections[0].blocks) is shown


@pytest.mark.parametrize(
    "region", [Region(0, 0, 0, 0), Region(400, 300, 50, 50), Region(-9, 0, 9, 9)]
)
def test_a_mark_that_covers_no_pixel_is_no_mark(region: Region) -> None:
    photo = _pictured(region=region)
    assert not shared(photo, block=block("photos", photos=photo.id)).sections[0].blocks


def test_someone_in_a_photo_whose_record_is_gone_is_covered() -> None:
    photo = Photo(original=ORIGINAL, people=(InPhoto(person=uuid4(), region=FACE),))
    shown = only(shared(photo, block=block("photos", photos=photo.id))).photos
    assert shown[0].recipe.covered == (Hidden.over(FACE, Hid.FACE),)


def test_a_brother_or_sister_needs_a_permission_like_anyone() -> None:
    sister = Child(person=KIT)
    photo = _pictured()
    photos = block("photos", photos=photo.id)
    assert not shared(photo, sister, block=photos).sections[0].blocks
    assert shared(photo, sister, Permission(person=KIT), block=photos).sections[0].blocks


def test_a_photo_about_a_sister_alone_is_in_her_book_alone() -> None:
    photo = Photo(original=ORIGINAL, about=frozenset({uuid4()}))
    edition = shared(photo, block=block("photos", photos=photo.id))
    assert not edition.sections[0].blocks
    assert [held.reason for held in edition.held_back] == ["It is about another child."]


def test_a_portrait_needs_the_permission_of_whom_it_shows() -> None:
    photo = Photo(original=ORIGINAL)
    who = Person(known_as="Kit", portrait=photo.id)
    people = block("about-me", people=who.id)
    assert only(shared(photo, who, block=people)).people[0].portrait is None
    allowed = shared(photo, who, Permission(person=who.id), block=people)
    assert only(allowed).people[0].portrait is not None


def test_a_child_reads_of_a_document_only_what_is_meant_for_them() -> None:
    source = Source(title="Report on Kelly Marsh, 12 Mill Lane", printed_as="the court papers")
    told = Passage(texts={Band.FIRST_READER: "x"}, evidence=Evidence(source=source.id))
    story = block("story", passage=told.id)
    assert only(shared(source, told, block=story)).passages[0].sources == ("the court papers",)
    unsaid = replace(source, printed_as="")
    assert only(shared(unsaid, told, block=story)).passages[0].sources == ()
    council = shared(source, told, block=story, recipient=Recipient.COUNCIL_FILE)
    assert "Mill Lane" in only(council).passages[0].sources[0]


def test_mentions_in_the_margin_are_names_too() -> None:
    note = SideNote(heading=f"[x](person:{KELLY})", text=f"[x](person:{KELLY}) sang.")
    told = Passage(texts={Band.FIRST_READER: "x"}, notes=(note,))
    page = block("story", passage=told.id)
    shown = only(shared(told, block=page, band=Band.OLDER)).passages[0].notes[0]
    assert (shown.heading, shown.text) == ("Kelly", "Kelly sang.")


def test_what_stands_in_the_margin_for_older_readers_is_neither_told_nor_explained_to_younger() -> (
    None
):
    note = SideNote(heading="Words", text="Addiction is an illness.")
    told = Passage(texts={Band.FIRST_READER: "Kelly was poorly."}, notes=(note,))
    page = block("story", passage=told.id)
    glossary = Block(page_type="words-explained")
    for band, explained in ((Band.READER, ("poorly",)), (Band.OLDER, ("addiction", "poorly"))):
        past = Section(part=Part.PAST, blocks=(page, glossary))
        edition = share(Records([told]), Edition(band=band, sections=(past,)))
        story, words = edition.sections[0].blocks
        assert bool(story.passages[0].notes) == (band is Band.OLDER)
        assert words.terms == explained


def test_the_council_file_shows_every_face() -> None:
    photo = _pictured(region=FACE)
    edition = shared(
        photo, block=block("photos", photos=photo.id), recipient=Recipient.COUNCIL_FILE
    )
    assert only(edition).photos[0].recipe.covered == ()


def test_what_the_worker_covered_stays_covered_for_everyone() -> None:
    photo = replace(_pictured(), people=(), covered=(Hidden.over(FACE),))
    for recipient in Recipient:
        edition = shared(photo, block=block("photos", photos=photo.id), recipient=recipient)
        assert only(edition).photos[0].recipe.covered == (Hidden.over(FACE),)


def test_a_binned_photo_is_in_no_book() -> None:
    photo = Photo(original=ORIGINAL, binned=True)
    assert not shared(photo, block=block("photos", photos=photo.id)).sections[0].blocks


def test_a_photo_has_the_size_its_edits_leave() -> None:
    photo = Photo(original=ORIGINAL, edits=(Turn(1), Crop(0.0, 0.0, 0.5, 1.0)))
    shown = only(shared(photo, block=block("photos", photos=photo.id))).photos[0]
    assert (shown.width, shown.height) == (150, 400)


def test_milestones_stand_in_the_order_they_happened_each_in_its_home() -> None:
    first = Home(
        name="First", start=HonestDate.parse("14 March 2017"), end=HonestDate.parse("2018")
    )
    today = Home(name="Home", start=HonestDate.parse("February 2020"))
    texts = {Band.FIRST_READER: "x"}
    late = Milestone(texts=texts, when=HonestDate.parse("2021"))
    early = Milestone(texts=texts, when=HonestDate.parse("June 2017"))
    unknown = Milestone(texts=texts)
    told = only(shared(late, unknown, early, first, today, block=Block(page_type="timeline")))
    assert [one.id for one in told.milestones] == [early.id, late.id, unknown.id]
    assert [one.home for one in told.milestones] == [0, 1, None]


def test_an_age_stands_in_the_home_of_its_middle_and_a_month_in_the_one_it_led_to() -> None:
    first = Home(start=HonestDate.parse("14 March 2017"), end=HonestDate.parse("January 2021"))
    today = Home(start=HonestDate.parse("20 January 2021"))
    texts = {Band.FIRST_READER: "x"}
    at_three = Milestone(texts=texts, when=HonestDate.parse("aged 3"))
    came = Milestone(texts=texts, when=HonestDate.parse("January 2021"))
    told = only(shared(at_three, came, first, today, block=Block(page_type="timeline")))
    assert [one.home for one in told.milestones] == [0, 1]


@pytest.mark.parametrize(
    ("name", "of_people"),
    [
        ("Mum Kelly", True), ("Kelly", True), ("Auntie Kelly & Kelly", True), ("Kelly's", False),
        ("Mum Kelly's flat", False), ("A short stay", False), ("Mum", False),
    ],
)  # fmt: skip
def test_a_home_is_of_people_when_its_name_says_only_who(name: str, of_people: bool) -> None:
    home = Home(name=name, start=HonestDate.parse("14 March 2017"))
    (told,) = only(shared(home, block=Block(page_type="moves-path"))).homes
    assert (told.name, told.of_people) == (name, of_people)


def test_an_empty_block_keeps_its_page_and_an_emptied_one_goes() -> None:
    assert shared(block=Block(page_type="about-me")).sections[0].blocks
    gone = Passage(texts={Band.FIRST_READER: "x"}, tell_from_age=18)
    assert not shared(gone, block=block("story", passage=gone.id)).sections[0].blocks


def test_every_name_that_may_stand_in_the_book_is_listed() -> None:
    named = block("about-me", people=KELLY)
    assert shared(block=named).names == ("Robin", "Kelly")


def easy(band: Band, **texts: str) -> tuple[str, ...]:
    """What the reader of an easy read book of a band is told, of a passage with these versions."""
    bands = {one.name.lower(): one for one in Band}
    passage = Passage(texts={bands[name]: text for name, text in texts.items()})
    edition = Edition(
        child=CHILD, band=band, format=Format.EASY_READ, told_on=TODAY,
        sections=(Section(part=Part.PAST, blocks=(block("story", passage=passage.id),)),),
    )  # fmt: skip
    told = share(Records([*PEOPLE, passage]), edition, TODAY)
    return tuple(one.text for block in told.sections[0].blocks for one in block.passages)


def test_easy_read_takes_the_words_of_the_next_younger_band() -> None:
    versions = {"first_reader": "young", "reader": "middle", "older": "old"}
    assert easy(Band.OLDER, **versions) == ("middle",)
    assert easy(Band.READER, **versions) == ("young",)
    assert easy(Band.ADULT, **versions) == ("old",), "that is younger already"
    assert easy(Band.OLDER, older="old") == ("old",), "there is no younger one"
    assert easy(Band.FIRST_READER, **versions) == ("young",)
    assert easy(Band.FIRST_READER, reader="middle") == (), "never an older one"


def test_easy_read_still_tells_by_the_age_of_the_reader() -> None:
    passage = Passage(
        texts={Band.READER: "middle", Band.OLDER: "old"}, tell_from_age=Band.OLDER.least_age
    )
    slots = block("story", passage=passage.id)

    def told(band: Band) -> int:
        edition = Edition(
            child=CHILD, band=band, format=Format.EASY_READ, told_on=TODAY,
            sections=(Section(part=Part.PAST, blocks=(slots,)),),
        )  # fmt: skip
        sections = share(Records([*PEOPLE, passage]), edition, TODAY).sections
        return sum(len(one.passages) for section in sections for one in section.blocks)

    assert told(Band.OLDER) == 1
    assert told(Band.READER) == 0
