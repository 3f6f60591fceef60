"""Writing: edits that meet, versions, the outline of the book, and how hard words are to read."""

from __future__ import annotations

from dataclasses import replace
from uuid import uuid4

from lifestory import assets
from lifestory.app.caseload import add_from_open_folder
from lifestory.app.open_case import FoundChild, find_child
from lifestory.app.open_store import Store
from lifestory.app.outline import outline
from lifestory.app.placing_words import take_out_words
from lifestory.app.reading import Measure, limits, measure, sentences
from lifestory.app.stories import (
    add_own_words,
    add_passage,
    keep_edit,
    own_words,
    passages,
)
from lifestory.app.versions import go_back, versions
from lifestory.domain.arrangement import Block, Edition, Part, Section
from lifestory.domain.readers import Band
from lifestory.domain.stories import Passage

YOUNG, OLDER = Band.FIRST_READER, Band.OLDER


def test_two_edits_of_one_passage_both_stay(robin: FoundChild) -> None:
    shown = add_passage(robin, "Home", "We live here.", YOUNG)
    keep_edit(robin.case, "Write", shown, replace(shown, texts={**shown.texts, OLDER: "Since."}))
    keep_edit(robin.case, "Tell later", shown, replace(shown, tell_from_age=9))
    kept = passages(robin)[0]
    assert kept.texts == {YOUNG: "We live here.", OLDER: "Since."}
    assert kept.tell_from_age == 9


def test_words_typed_into_a_passage_that_has_gone_bring_it_back(robin: FoundChild) -> None:
    shown = add_passage(robin, "Home", "We live here.", YOUNG)
    take_out_words(robin.case, shown.id)
    typed = replace(shown, texts={YOUNG: "We live here now."})
    keep_edit(robin.case, "Write", shown, typed)
    assert passages(robin) == (typed,)


def test_what_is_typed_in_one_go_is_one_step_and_one_version(robin: FoundChild) -> None:
    first = add_passage(robin, "Home", "We", YOUNG)
    group, now = uuid4(), first
    for text in ("We live", "We live here"):
        before, now = now, replace(now, texts={YOUNG: text})
        keep_edit(robin.case, "Write in a passage", before, now, group)
    assert [one.passage.texts[YOUNG] for one in versions(robin.case, first.id)] == [
        "We live here",
        "We",
    ]
    assert versions(robin.case, first.id)[0].who == "Alex"
    robin.case.undo()
    assert passages(robin) == (first,)


def test_going_back_is_a_change_of_its_own_and_keeps_what_is_no_words(robin: FoundChild) -> None:
    first = add_passage(robin, "Home", "We lived here.", YOUNG)
    later = replace(first, texts={YOUNG: "Gone."}, tell_from_age=8)
    keep_edit(robin.case, "Write in a passage", first, later)
    go_back(robin.case, versions(robin.case, first.id)[-1])
    assert passages(robin) == (replace(later, texts=first.texts),)
    robin.case.undo()
    assert passages(robin) == (later,)


def test_the_childs_own_words_come_and_go(robin: FoundChild) -> None:
    words = add_own_words(robin)
    keep_edit(robin.case, "Write", words, replace(words, text="He snors. *hole* world"))
    assert [one.text for one in own_words(robin)] == ["He snors. *hole* world"]
    assert own_words(robin)[0].said_by == robin.child.person
    take_out_words(robin.case, words.id)
    assert own_words(robin) == ()


def test_the_outline_follows_the_book_and_ends_with_what_no_book_uses(robin: FoundChild) -> None:
    one, two, three, four = (add_passage(robin, t, "", YOUNG) for t in "1234")
    for name, order in (("first", (two, one)), ("teen", (two, three, one))):
        blocks = tuple(Block(page_type="story", slots={"passage": (p.id,)}) for p in order)
        section = Section(part=Part.PAST, title="Before", blocks=blocks)
        with robin.case.change("Make a book") as change:
            change.add(Edition(name=name, child=robin.id, sections=(section,)))
    told = [(chapter.part, chapter.words) for chapter in outline(robin)]
    assert told == [(Part.PAST, (two, three, one)), (None, (four,))]


def test_the_outline_of_the_sample_holds_every_passage_once(store: Store) -> None:
    taken = add_from_open_folder(store, assets.path("sample", "robin"))
    found = find_child(store, taken.children[0])
    listed = [one.id for chapter in outline(found) for one in chapter.words]
    assert sorted(listed) == sorted(one.id for one in (*passages(found), *own_words(found)))
    assert [one.title for one in outline(found)][:2] == ["Now", "Before"]
    assert all(isinstance(one, Passage) for one in outline(found)[1].words[:3])


def test_words_and_sentences_are_measured_as_one_reads() -> None:
    assert measure("") == Measure(0, 0)
    assert measure("I was 3.5 kg. “Hello!” said Pat\nThe end") == Measure(9, 4)
    assert sentences("I was one. “Hello!” said Pat.") == ("I was one.", "“Hello!”", "said Pat.")
    assert limits(YOUNG) == Measure(50, 12)
