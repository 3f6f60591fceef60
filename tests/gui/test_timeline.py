"""The timeline and the editor of a milestone, alone with real records."""

# mypy: allow-untyped-calls
from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from lifestory.domain.dates import HonestDate
from lifestory.domain.life import Certainty, Milestone
from lifestory.domain.readers import Band
from lifestory.gui.models.life import Life
from lifestory.gui.places.timeline import Timeline


@pytest.fixture
def timeline(qtbot: QtBot, life: Life) -> Timeline:
    made = Timeline()
    qtbot.addWidget(made)
    made.resize(1278, 650)
    made.show()
    made.show_life(life)
    return made


def pox(life: Life) -> Milestone:
    return life.milestones[1]


def test_homes_and_milestones_stand_in_the_order_they_happened(timeline: Timeline) -> None:
    said = [row.words for row in timeline.model.rows]
    assert said == ["Gran", "I took my first steps.", "I had chicken pox, badly."]


def test_a_row_says_aloud_what_sight_says(timeline: Timeline) -> None:
    aloud = timeline.model.index(2).data(Qt.ItemDataRole.AccessibleTextRole)
    assert aloud == "Thought: I had chicken pox, badly, about February 2022, aged 2, Gran"


def test_words_are_said_when_one_leaves_the_field(
    timeline: Timeline, life: Life, qtbot: QtBot
) -> None:
    timeline.choose(pox(life).id)
    words = timeline.editor.written.text
    with qtbot.waitSignal(timeline.edited) as said:
        words.selectAll()
        qtbot.keyClicks(words, "I was poorly at [Gran]")
        qtbot.keyClicks(words, "'s.")
        timeline.editor.when.field.setFocus()
        timeline.editor.say()
    gran = life.people[0]
    texts = {**pox(life).texts, Band.FIRST_READER: f"I was poorly at [Gran](person:{gran.id})'s."}
    assert said.args == [replace(pox(life), texts=texts)]


def test_a_date_and_a_certainty_are_said_at_once(
    timeline: Timeline, life: Life, qtbot: QtBot
) -> None:
    timeline.choose(pox(life).id)
    when = timeline.editor.when.field
    with qtbot.waitSignal(timeline.edited) as said:
        when.selectAll()
        qtbot.keyClicks(when, "spring 2022")
        qtbot.keyClick(when, Qt.Key.Key_Return)
    moved = replace(pox(life), when=HonestDate.parse("spring 2022"))
    assert said.args == [moved]
    with qtbot.waitSignal(timeline.edited) as said:
        timeline.editor.evidence.sure.button(0).click()
    known = replace(moved.evidence, certainty=Certainty.KNOWN)
    assert said.args == [replace(moved, evidence=known)]


def test_the_age_then_stands_under_the_date(timeline: Timeline, life: Life) -> None:
    timeline.choose(life.milestones[0].id)
    assert timeline.editor.when.under.text() == "Robin was 1, at Gran."


def test_a_band_without_words_shows_what_the_book_borrows(timeline: Timeline, life: Life) -> None:
    timeline.choose(life.milestones[0].id)
    written = timeline.editor.written
    written.band.findChildren(QAbstractButton)[2].click()
    assert written.text.toPlainText() == ""
    assert "I took my first steps." in written.borrowed.text()


def test_going_to_another_milestone_says_what_was_typed(
    timeline: Timeline, life: Life, qtbot: QtBot
) -> None:
    timeline.choose(pox(life).id)
    timeline.editor.written.text.selectAll()
    qtbot.keyClicks(timeline.editor.written.text, "Spots!")
    with qtbot.waitSignal(timeline.edited) as said:
        timeline.choose(life.milestones[0].id)
    assert said.args[0].id == pox(life).id
    assert said.args[0].texts[Band.FIRST_READER] == "Spots!"
    assert timeline.editor.written.text.toPlainText() == "I took my first steps."


def test_news_leaves_what_is_being_typed_alone(
    timeline: Timeline, life: Life, qtbot: QtBot
) -> None:
    timeline.choose(pox(life).id)
    timeline.editor.written.text.selectAll()
    qtbot.keyClicks(timeline.editor.written.text, "Spo")
    other = replace(life, milestones=(life.milestones[0], replace(pox(life), tell_from_age=5)))
    timeline.show_life(other)
    assert timeline.editor.written.text.toPlainText() == "Spo"
    assert timeline.editor.from_age.currentData() == 5


def test_an_empty_life_offers_the_first_step(qtbot: QtBot) -> None:
    place = Timeline()
    qtbot.addWidget(place)
    place.show()
    with qtbot.waitSignal(place.add_asked):
        assert place.primary is not None
        place.primary.click()
    assert not place.pane(1).isVisible()


def test_the_model_keeps_qts_rules(timeline: Timeline, qtmodeltester: ModelTester) -> None:
    for model in (timeline.model, timeline.strip.undated, timeline.pictures):
        qtmodeltester.check(model)


def test_the_list_is_called_by_name(timeline: Timeline) -> None:
    named = QAccessible.queryAccessibleInterface(timeline.list).text(QAccessible.Text.Name)
    assert named == "Homes and milestones by date"
