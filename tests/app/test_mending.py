"""Mending what preflight finds: what helps is done in one step, what would not is not done."""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID

import pytest

from lifestory.app.arranging_book import add_page, blocks_of, fill_slot
from lifestory.app.books import editions
from lifestory.app.mending import NothingHelps, mend
from lifestory.app.open_case import FoundChild
from lifestory.app.preflight import fitting, preflight, product_of
from lifestory.app.products import PLAIN, remember_copy
from lifestory.app.stories import add_passage, keep_edit, write_text, write_translation
from lifestory.domain.arrangement import Block, Edition
from lifestory.domain.findings import Finding, Fix
from lifestory.domain.media import Original, Photo
from lifestory.domain.readers import Band
from lifestory.domain.stories import Passage, Translation

SHORT = "We had a garden. It had a swing."
LONG = "\n\n".join(["We had a garden with a swing. Dad put it up. I swung."] * 8)


class Desk:
    """A child, and one edition of their book."""

    def __init__(self, robin: FoundChild) -> None:
        self.robin, self.case = robin, robin.case
        edition = Edition(about=frozenset({robin.id}), child=robin.id, name="tried")
        with self.case.change("Add an edition") as change:
            change.add(edition)
        self.edition = edition.id

    def page(self, kind: str, slot: str, *filled: UUID) -> Block:
        made = add_page(self.case, self.edition, kind)
        assert made is not None
        fill_slot(self.case, self.edition, made.id, slot, filled)
        return made

    def photo(self, pixels: int) -> UUID:
        original = Original(width=pixels, height=pixels * 3 // 4)
        photo = Photo(original=original.id, about=frozenset({self.robin.id}))
        with self.case.change("Add a photo") as change:
            change.add(original)
            change.add(photo)
        return photo.id

    @property
    def standing(self) -> Edition:
        found = self.case.records.find(Edition, self.edition)
        assert found is not None
        return found

    def found(self, check: str, product: str = PLAIN) -> tuple[Finding, ...]:
        every = preflight(self.case, self.standing, product=product)
        return tuple(one for one in every if one.check == check)

    def mend(self, finding: Finding, product: str = PLAIN) -> None:
        mend(self.case, self.edition, finding, product)


@pytest.fixture
def desk(robin: FoundChild) -> Desk:
    return Desk(robin)


def test_a_soft_photo_gets_as_much_less_room_as_it_needs(desk: Desk) -> None:
    few, many = desk.photo(700), desk.photo(2400)
    page = desk.page("photos", "photos", few, many)
    (soft,) = desk.found("resolution")
    desk.mend(soft)
    assert not desk.found("resolution")
    (block,) = blocks_of(desk.standing)
    assert (block.id, block.weights.get(str(few), 3) < 3 or bool(block.layout)) == (page.id, True)
    desk.case.undo()
    assert desk.found("resolution") == (soft,)


def test_what_would_not_help_is_not_done(desk: Desk) -> None:
    desk.page("photos", "photos", desk.photo(60), desk.photo(2400))
    before = desk.standing
    (soft,) = desk.found("resolution")
    with pytest.raises(NothingHelps) as trouble:
        desk.mend(soft)
    assert "Nothing has been changed" in trouble.value.remedy
    assert desk.standing == before


def test_too_many_words_are_told_in_the_younger_ones(desk: Desk) -> None:
    passage = add_passage(desk.robin, "The garden", LONG, Band.FIRST_READER)
    write_text(desk.case, passage, Band.READ_TO_ME, SHORT)
    desk.page("story", "passage", passage.id)
    many = desk.found("words")
    assert {one.fix for one in many} == {Fix.YOUNGER_WORDS}
    desk.mend(many[0])
    assert not desk.found("words")
    desk.case.undo()
    assert desk.found("words") == many


def test_too_many_words_go_on_overleaf(desk: Desk) -> None:
    passage = add_passage(desk.robin, "The garden", LONG, Band.FIRST_READER)
    desk.page("story", "passage", passage.id)
    many = desk.found("words")
    assert many[0].fix is Fix.OVERLEAF
    desk.mend(many[0])
    assert not desk.found("words")


def test_an_empty_page_is_taken_out(desk: Desk) -> None:
    desk.page("photos", "photos")
    (empty,) = desk.found("slots")
    desk.mend(empty)
    assert not blocks_of(desk.standing)
    desk.mend(empty)  # it has gone meanwhile


def test_a_booklet_of_small_print_is_set_for_its_size(desk: Desk) -> None:
    passage = add_passage(desk.robin, "The garden", SHORT, Band.OLDER)
    desk.page("story", "passage", passage.id)
    with desk.case.change("Change an edition") as change:
        change.replace(desk.standing, replace(desk.standing, band=Band.OLDER))
    (small,) = desk.found("small-type", "booklet")
    desk.mend(small, "booklet")
    assert desk.standing.size == "a5"
    assert not desk.found("small-type", "booklet")


def test_a_translation_is_of_the_words_it_was_made_from_until_one_says_it_still_fits(
    desk: Desk,
) -> None:
    passage = add_passage(desk.robin, "The garden", SHORT, Band.FIRST_READER)
    write_translation(desk.case, passage, Band.FIRST_READER, "pl", "Mieliśmy ogród.")
    desk.page("bilingual", "passage", passage.id)
    assert not desk.found("translation")
    write_text(desk.case, passage, Band.FIRST_READER, "We had a yard. It had a swing.")
    (old,) = desk.found("translation")
    desk.mend(old)
    assert not desk.found("translation")
    kept = desk.case.records.find(Passage, passage.id)
    assert kept is not None
    assert kept.translations[0].texts[Band.FIRST_READER] == "Mieliśmy ogród."


def test_a_translation_typed_beside_the_words_is_of_the_words_that_stood_then(desk: Desk) -> None:
    passage = add_passage(desk.robin, "The garden", SHORT, Band.FIRST_READER)
    polish = Translation(language="pl", texts={Band.FIRST_READER: "Mieliśmy ogród."})
    keep_edit(desk.case, "Translate", passage, replace(passage, translations=(polish,)))
    desk.page("bilingual", "passage", passage.id)
    assert not desk.found("translation")
    kept = desk.case.records.find(Passage, passage.id)
    assert kept is not None
    older = {Band.FIRST_READER: "Mieliśmy ogród.", Band.OLDER: "Ogród był mały."}
    both = replace(kept.translations[0], texts=older)
    write_text(desk.case, passage, Band.FIRST_READER, "We had a yard. It had a swing.")
    keep_edit(desk.case, "Translate", kept, replace(kept, translations=(both,)))
    assert desk.found("translation")  # the one not touched is still of the words before


def test_a_book_is_looked_at_as_it_was_printed_last(desk: Desk) -> None:
    assert product_of(desk.case, desk.standing) == PLAIN
    remember_copy(desk.case, desk.standing, "booklet", ())
    assert product_of(desk.case, desk.standing) == "booklet"
    assert fitting(replace(desk.standing, size="a4-landscape"), "booklet") == PLAIN


def test_every_finding_about_the_sample_is_known(sampled: tuple[object, FoundChild]) -> None:
    _, robin = sampled
    checks = {
        (edition.name, one.check)
        for edition in editions(robin)
        for one in preflight(robin.case, edition)
    }
    assert checks <= {("first-book", "words")}


def test_no_finding_says_a_name(desk: Desk) -> None:
    passage = add_passage(desk.robin, "Wilhelmina", LONG.replace("Dad", "Wilhelmina \U0001d11e"),
                          Band.FIRST_READER)  # fmt: skip
    desk.page("story", "passage", passage.id)
    found = preflight(desk.case, desk.standing)
    assert {one.check for one in found} >= {"words", "letters"}
    assert not [one for one in found if "Wilhelmina" in one.found + one.remedy]
