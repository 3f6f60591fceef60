"""The story and its editor, alone with real records."""

# mypy: allow-untyped-calls
from __future__ import annotations

from dataclasses import replace
from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QInputMethodEvent
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from lifestory.domain.readers import Band
from lifestory.domain.stories import Passage
from lifestory.gui.models.mentions import lengthen, plain, shorten, targets
from lifestory.gui.places.story import Story, Words, word_count

GRAN = f"person:{uuid4()}"
HOME = Passage(
    titles={Band.FIRST_READER: "Why I could not stay"},
    texts={Band.FIRST_READER: f"[Gran]({GRAN}) came at once.\n\nIt was **not** my fault."},
)
MOVES = Passage(titles={Band.FIRST_READER: "My moves"})


@pytest.fixture
def story(qtbot: QtBot) -> Story:
    made = Story()
    qtbot.addWidget(made)
    made.resize(1278, 650)
    made.show()
    made.show_words(Words((HOME, MOVES), {"Gran": GRAN}))
    return made


def test_a_pause_says_the_words_with_their_mentions(story: Story, qtbot: QtBot) -> None:
    text = story.editor.text
    assert text.toPlainText() == "[Gran] came at once.\n\nIt was **not** my fault."
    text.selectAll()
    with qtbot.waitSignal(story.edited, timeout=3000) as said:
        qtbot.keyClicks(text, "[Gran] knew.")
    texts = {Band.FIRST_READER: f"[Gran]({GRAN}) knew."}
    assert said.args == [replace(HOME, texts=texts)]


def test_a_letter_no_keyboard_has_goes_in_too(story: Story, qtbot: QtBot) -> None:
    event = QInputMethodEvent()
    event.setCommitString("Zażółć অনন্যা عائشہ 🙂 ")
    QCoreApplication.sendEvent(story.editor.text, event)
    with qtbot.waitSignal(story.edited) as said:
        story.flush()
    assert said.args[0].texts[Band.FIRST_READER].startswith("Zażółć অনন্যা عائشہ 🙂 [Gran](")


def test_going_to_another_passage_says_what_was_typed(story: Story, qtbot: QtBot) -> None:
    story.editor.text.selectAll()
    qtbot.keyClicks(story.editor.text, "Short.")
    with qtbot.waitSignal(story.edited) as said:
        story.choose(MOVES.id)
    assert said.args[0].texts == {Band.FIRST_READER: "Short."}
    assert story.editor.text.toPlainText() == ""


def test_an_older_band_is_written_beside_the_younger(story: Story, qtbot: QtBot) -> None:
    story.editor.bands.setCurrentIndex(list(Band).index(Band.OLDER))
    assert story.editor.text.toPlainText() == ""
    assert "nearest younger" in story.borrowed.text()
    qtbot.keyClicks(story.editor.text, "A judge decided.")
    with qtbot.waitSignal(story.edited) as said:
        story.flush()
    assert said.args[0].texts == {**HOME.texts, Band.OLDER: "A judge decided."}


def test_a_band_emptied_is_left_to_the_younger_one(story: Story, qtbot: QtBot) -> None:
    story.editor.text.selectAll()
    qtbot.keyClicks(story.editor.text, " ")
    with qtbot.waitSignal(story.edited) as said:
        story.flush()
    assert said.args[0].texts == {}


def test_nothing_typed_is_nothing_said(story: Story, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(story.edited):
        story.choose(MOVES.id)
        story.choose(HOME.id)
        story.flush()


def test_news_leaves_what_is_being_typed_alone(story: Story, qtbot: QtBot) -> None:
    qtbot.keyClicks(story.editor.text, "x")
    story.show_words(Words((replace(HOME, tell_from_age=7), MOVES), {"Gran": GRAN}))
    assert story.editor.text.toPlainText().startswith("x[Gran]")


def test_news_of_an_undo_is_shown(story: Story) -> None:
    story.show_words(Words((replace(HOME, texts={Band.FIRST_READER: "Before."}), MOVES), {}))
    assert story.editor.text.toPlainText() == "Before."


def test_the_words_are_counted_as_a_reader_reads_them(story: Story) -> None:
    assert word_count(HOME.texts[Band.FIRST_READER]) == 9
    assert story.count_words.text() == "9"


def test_an_empty_story_offers_the_first_passage(qtbot: QtBot) -> None:
    place = Story()
    qtbot.addWidget(place)
    place.show()
    assert place.empty.isVisible()
    with qtbot.waitSignal(place.add_asked) as said:
        place._ask_add()
    assert said.args == [Band.FIRST_READER]


def test_the_model_keeps_qts_rules(story: Story, qtmodeltester: ModelTester) -> None:
    qtmodeltester.check(story.model)


LABELS = st.sampled_from(["Gran", "Pat", "Łucja", "عائشہ", "Gran Sue"])
TARGETS = st.sampled_from([f"person:{uuid4()}" for _ in range(3)] + [f"place:{uuid4()}"])
MENTION = st.builds(lambda label, target: f"[{label}]({target})", LABELS, TARGETS)
PLAIN = st.one_of(st.text(alphabet="ab []()\n*", max_size=8), LABELS.map(lambda one: f"[{one}]"))
TEXTS = st.lists(st.one_of(MENTION, PLAIN), max_size=8).map("".join)


@given(TEXTS, st.dictionaries(LABELS, TARGETS))
def test_a_text_comes_back_as_it_was_unless_one_types(text: str, known: dict[str, str]) -> None:
    table = targets(text, known)
    assert lengthen(shorten(text, table), table) == text


def test_a_name_for_two_people_is_never_guessed() -> None:
    text = f"[Sam](person:{uuid4()}) and [Sam](person:{uuid4()})"
    table = targets(text, {})
    assert shorten(text, table) == text
    assert plain(text) == "Sam and Sam"
