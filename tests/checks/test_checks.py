"""Each question of preflight, asked of a book that has the fault and of one that has not."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

import pytest

from lifestory.checks import contrast, letters, safe_area
from lifestory.checks.contrast import ratio
from lifestory.checks.copy import Copy
from lifestory.checks.page import Page
from lifestory.checks.sentences import sentences
from lifestory.checks.under import PHOTO, colour_under
from lifestory.domain.findings import Finding, Fix, Weight
from lifestory.domain.plans import Art, Box, Outline, PagePlan, Shape, Words
from lifestory.domain.readers import Band, Format
from lifestory.domain.stories import Translation, words_digest

Look = Callable[..., tuple[Finding, ...]]
Made = Mapping[str, Callable[..., Any]]
SHORT = "We had a garden. It had a swing."
LONG = " ".join(["We had a garden with a swing."] * 12)
"""84 words in sentences of seven."""


def test_a_photo_of_few_dots_looks_soft_and_one_of_many_does_not(look: Look, made: Made) -> None:
    photo, block = made["photo"], made["block"]
    few, many = photo("few", 500, 400), photo("many", 2400, 1800)
    page = block("photos", photos="few many")
    (found,) = look("resolution", *few, *many, page)
    assert (found.page, found.record, found.fix) == (1, few[1].id, Fix.LESS_ROOM)
    assert "dots an inch and will look blurred" in found.found
    assert not look("resolution", *photo("few", 2400, 1800), *many, page)


def test_a_little_soft_is_said_more_mildly_than_blurred_and_neither_stops_anything(
    look: Look, made: Made
) -> None:
    page = made["block"]("photos", photos="one")
    (soft,) = look("resolution", *made["photo"]("one", 1150, 860), page)
    (blurred,) = look("resolution", *made["photo"]("one", 800, 600), page)
    assert "a little soft" in soft.found
    assert "better than none" not in soft.remedy
    assert "blurred" in blurred.found
    assert "better than none" in blurred.remedy
    assert soft.weight is blurred.weight is Weight.LOOK


def test_a_photo_alone_on_its_page_cannot_be_given_less_room(look: Look, made: Made) -> None:
    few = made["photo"]("few", 500, 400)
    (found,) = look("resolution", *few, made["block"]("photos", photos="few"))
    assert found.fix is None


def test_a_photo_too_small_for_a4_is_sharp_enough_in_a_booklet(look: Look, made: Made) -> None:
    some = made["photo"]("some", 1100, 830)
    page = made["block"]("photos", photos="some")
    assert look("resolution", *some, page)
    assert not look("resolution", *some, page, product="booklet")


def test_a_page_has_no_more_words_than_its_reader_takes(look: Look, made: Made) -> None:
    page = made["block"]("story", passage="garden")
    (found,) = look("words", made["passage"]("garden", {Band.FIRST_READER: LONG}), page)
    assert found.found == "84 words on this page; 50 suit this reader."
    assert (found.record, found.fix) == (page.slots["passage"][0], Fix.OVERLEAF)
    assert not look("words", made["passage"]("garden", {Band.FIRST_READER: SHORT}), page)
    older = made["passage"]("garden", {Band.FIRST_READER: LONG})
    assert not look("words", older, page, band=Band.READER)


def test_words_that_go_on_overleaf_are_no_more_than_the_reader_takes(
    look: Look, made: Made
) -> None:
    page = replace(made["block"]("story", passage="garden"), overleaf=True)
    text = "\n\n".join(["We had a garden with a swing. Dad put it up. I swung."] * 8)
    long = made["passage"]("garden", {Band.FIRST_READER: text})
    assert look("words", long, replace(page, overleaf=False))
    assert not look("words", long, page)


def test_younger_words_are_offered_where_there_are_some(look: Look, made: Made) -> None:
    page = made["block"]("story", passage="garden")
    two = made["passage"]("garden", {Band.READ_TO_ME: SHORT, Band.FIRST_READER: LONG})
    (found,) = look("words", two, page)
    assert found.fix is Fix.YOUNGER_WORDS
    assert not look("words", two, replace(page, younger=True))


def test_easy_read_takes_as_few_words_as_its_format_says(look: Look, made: Made) -> None:
    page = made["block"]("story", passage="garden")
    some = made["passage"]("garden", {Band.READER: " ".join([SHORT] * 2)})
    assert not look("sentences", some, page, band=Band.READER)
    text = "We had a garden with a swing and with an apple tree and a shed."
    long = made["passage"]("garden", {Band.READER: text})
    assert not look("sentences", long, page, band=Band.READER)
    assert look("sentences", long, page, band=Band.READER, format=Format.EASY_READ)


def test_long_sentences_are_counted_and_the_first_is_told(look: Look, made: Made) -> None:
    page = made["block"]("story", passage="garden")
    text = f"{SHORT} And then we went down to the river and looked at all of the boats there."
    (found,) = look("sentences", made["passage"]("garden", {Band.FIRST_READER: text}), page)
    assert found.found == (
        "A sentence is longer than the 12 words that suit this reader; the longest has 16."
    )
    assert found.about.startswith("And then we went")
    assert "river" not in found.found + found.remedy
    assert not look("sentences", made["passage"]("garden", {Band.FIRST_READER: SHORT}), page)


def test_sentences_end_where_a_reader_stops() -> None:
    text = "“Come in!” she said. Was it cold? Yes…\n\n- a bed\n- a lamp\n\nIt cost 3.50 pounds."
    assert sentences(text) == (
        "“Come in!” she said.", "Was it cold?", "Yes…", "a bed", "a lamp", "It cost 3.50 pounds.",
    )  # fmt: skip


def test_a_letter_that_no_face_has_must_be_cleared_and_is_not_repeated(
    look: Look, made: Made
) -> None:
    page = made["block"]("story", passage="song")
    (found,) = look(
        "letters", made["passage"]("song", {Band.FIRST_READER: "La \U0001d11e la"}), page
    )
    assert (found.weight, found.record) == (Weight.MUST, page.slots["passage"][0])
    assert "\U0001d11e" in found.about
    assert "\U0001d11e" not in found.found + found.remedy
    assert not look("letters", made["passage"]("song", {Band.FIRST_READER: "La عائشہ la"}), page)


def test_a_page_without_what_it_needs_is_found_with_its_slot(look: Look, made: Made) -> None:
    (found,) = look("slots", made["block"]("photos"))
    assert found.found == "This page needs a photo, and has none."
    assert (found.slot, found.fix) == ("photos", Fix.REMOVE_PAGE)
    sea = made["photo"]("sea", 2400, 1800)
    assert not look("slots", *sea, made["block"]("photos", photos="sea"))
    assert not look("slots", made["block"]("family-tree"))  # it fills itself


def test_a_page_of_which_this_reader_may_have_nothing_is_found(look: Look, made: Made) -> None:
    page = made["block"]("story", passage="later")
    later = made["passage"]("later", {Band.FIRST_READER: SHORT}, tell_from_age=12)
    (found,) = look("slots", later, page)
    assert (found.page, found.block, found.fix) == (None, page.id, Fix.REMOVE_PAGE)
    assert not look("slots", replace(later, tell_from_age=0), page)


def test_a_book_that_does_not_fill_its_sheets_says_what_is_added(look: Look, made: Made) -> None:
    sea = made["photo"]("sea", 2400, 1800)
    page = made["block"]("photos", photos="sea")
    (found,) = look("sheets", *sea, page, product="booklet")
    assert found.page is None
    assert "2 pages to draw and write on" in found.found
    assert not look("sheets", *sea, page)


def test_what_is_made_smaller_for_a_booklet_is_better_set_for_it(look: Look, made: Made) -> None:
    page = made["block"]("story", passage="garden")
    some = made["passage"]("garden", {Band.OLDER: SHORT})
    (found,) = look("small-type", some, page, band=Band.OLDER, product="booklet")
    assert found.fix is Fix.SET_FOR_A5
    assert "71%" in found.found
    assert not look("small-type", some, page, band=Band.OLDER)
    assert not look("small-type", some, page, band=Band.OLDER, product="booklet", size="a5")


def test_large_print_that_is_folded_is_no_longer_large(look: Look, made: Made) -> None:
    page = made["block"]("story", passage="garden")
    some = made["passage"]("garden", {Band.READER: SHORT})
    how = {"band": Band.READER, "format": Format.LARGE_PRINT}
    assert not look("small-type", some, page, **how)
    assert look("small-type", some, page, product="booklet", **how)


def test_a_page_for_two_languages_has_both(look: Look, made: Made) -> None:
    page = made["block"]("bilingual", passage="garden")
    texts = {Band.FIRST_READER: SHORT}
    (found,) = look("translation", made["passage"]("garden", texts), page)
    assert "no translation" in found.found
    polish = Translation(language="pl", texts={Band.FIRST_READER: "Mieliśmy ogród. Miał huśtawkę."})
    both = made["passage"]("garden", texts, translations=(polish,))
    assert not look("translation", both, page)
    assert look("translation", both, page, language="ur"), "this edition prints another one"


def test_a_translation_of_words_that_have_changed_is_found(look: Look, made: Made) -> None:
    page = made["block"]("bilingual", passage="garden")

    def told(made_from: str) -> Any:
        polish = Translation(
            language="pl",
            texts={Band.FIRST_READER: "Mieliśmy ogród."},
            made_from={Band.FIRST_READER: words_digest(made_from)},
        )
        return made["passage"]("garden", {Band.FIRST_READER: SHORT}, translations=(polish,))

    (found,) = look("translation", told("We had a yard."), page)
    assert (found.fix, found.page) == (Fix.STILL_FITS, 1)
    assert not look("translation", told(SHORT), page)


def test_a_translation_stands_beside_its_words_paragraph_by_paragraph(
    look: Look, made: Made
) -> None:
    polish = Translation(language="pl", texts={Band.FIRST_READER: "Mieliśmy ogród."})
    two = made["passage"](
        "garden", {Band.FIRST_READER: "We had a garden.\n\nIt had a swing."}, translations=(polish,)
    )
    (found,) = look("translation", two, made["block"]("bilingual", passage="garden"))
    assert "paragraphs" in found.found


@pytest.fixture
def story(book: Callable[..., Copy], made: Made) -> Copy:
    """A story of two pages' words."""
    return book(
        made["passage"]("garden", {Band.FIRST_READER: SHORT}),
        made["block"]("story", passage="garden"),
    )


def test_words_near_the_cut_must_be_cleared(story: Copy) -> None:
    assert not list(safe_area.find(story))
    plan = story.plans[0]
    body = next(one for one in plan.words() if "swing" in one.text)
    near = replace(body, box=Box(4.0, body.box.y, 100.0, 20.0))
    (found,) = safe_area.find(replace(story, plans=(_with(plan, body, near),)))
    assert (found.page, found.weight) == (plan.number, Weight.MUST)


def test_pale_words_and_words_over_a_photo_are_found(story: Copy) -> None:
    assert not list(contrast.find(story))
    plan = story.plans[0]
    body = next(one for one in plan.words() if "swing" in one.text)
    lines = tuple(
        replace(line, runs=tuple(replace(run, colour="#B8B8B0") for run in line.runs))
        for line in body.lines
    )
    pale = _with(plan, body, replace(body, lines=lines))
    (found,) = contrast.find(replace(story, plans=(pale,)))
    assert "too pale: 1." in found.found


def _with(plan: PagePlan, old: Words, new: Words) -> PagePlan:
    elements = tuple(new if one is old else one for one in plan.elements)
    return replace(plan, elements=elements)


def test_words_over_a_photo_are_found(book: Callable[..., Copy], made: Made) -> None:
    copy = book(*made["photo"]("sea", 2400, 1800), made["block"]("photos", photos="sea"))
    (plan,) = copy.plans
    (picture,) = plan.pictures()
    title = plan.words()[0]
    up = replace(picture, box=replace(title.box, x=0.0, y=title.box.y - 40, width=590, height=100))
    under = replace(plan, elements=(up, *(one for one in plan.elements if one is not picture)))
    assert colour_under((up,), title.box.x, title.box.y) == PHOTO
    drawn = [one for one in under.elements if not isinstance(one, Art)]
    (found,) = contrast.find(replace(copy, plans=(replace(under, elements=tuple(drawn)),)))
    assert found.found == "Words on this page lie over a photo."


def test_what_lies_under_a_point_is_the_uppermost_and_half_seen_through_mixed() -> None:
    square = Outline("MLLLZ", (0, 0, 10, 0, 10, 10, 0, 10))
    round_ = Outline("MCCZ", (8, 5, 8, 9, 2, 9, 2, 5, 2, 1, 8, 1, 8, 5))
    ground = Art("ground", Box(0, 0, 10, 10), (Shape(square, "#000000"),))
    disc = Art("disc", Box(2, 1, 6, 8), (Shape(round_, "#FFFFFF", opacity=0.5),))
    assert colour_under((ground,), 5, 5) == "#000000"
    assert colour_under((ground, disc), 5, 5) == "#808080"
    assert colour_under((ground, disc), 2.2, 8.5) == "#000000"
    assert colour_under((ground, disc), 11, 5) == "#FFFFFF"


def test_contrast_is_that_of_wcag() -> None:
    assert ratio("#000000", "#FFFFFF") == pytest.approx(21)
    assert ratio("#767676", "#FFFFFF") == pytest.approx(4.54, abs=0.01)


def test_a_page_that_did_not_change_is_not_looked_at_again(story: Copy) -> None:
    before = contrast.lowest_contrast.cache_info().misses, letters._lost.cache_info().misses
    list(contrast.find(story))
    list(letters.find(story))
    once = contrast.lowest_contrast.cache_info().misses, letters._lost.cache_info().misses
    again = replace(story, plans=tuple(replace(plan) for plan in story.plans))
    list(contrast.find(again))
    list(letters.find(again))
    twice = contrast.lowest_contrast.cache_info().misses, letters._lost.cache_info().misses
    assert once == twice
    assert before[0] <= once[0]
    assert Page(story.plans[0]) == Page(replace(story.plans[0]))


def test_letters_of_other_writings_and_emoji_are_measured_as_large_as_they_look(
    look: Look, made: Made
) -> None:
    page = made["block"]("story", passage="garden")
    told = made["passage"]("garden", {Band.FIRST_READER: "We met অনন্যা. \N{GRINNING FACE}"})
    for band, size in ((Band.OLDER, "a4"), (Band.ADULT, "a5"), (Band.READER, "square")):
        for format_ in (Format.STANDARD, Format.LARGE_PRINT, Format.EASY_READ):
            assert not look("small-type", told, page, band=band, size=size, format=format_)


@pytest.mark.parametrize("format_", list(Format))
def test_a_name_beside_a_photo_that_reaches_the_edge_stands_clear_of_the_rings(
    look: Look, made: Made, format_: Format
) -> None:
    cover = made["block"]("cover", photo="one")
    how = {"band": Band.OLDER, "size": "a4-landscape", "theme": "paper", "format": format_}
    assert not look(
        "safe-area", *made["photo"]("one", 2400, 2400), cover, product="ring-binder", **how
    )


@pytest.mark.parametrize("size", ["a4", "a5", "square", "a4-landscape"])
@pytest.mark.parametrize("format_", list(Format))
def test_words_that_a_page_ends_on_stay_on_it_in_every_format(
    look: Look, made: Made, format_: Format, size: str
) -> None:
    page = made["block"]("what-children-need")
    assert not look("safe-area", page, band=Band.OLDER, theme="paper", size=size, format=format_)
