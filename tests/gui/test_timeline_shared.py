"""What every editor of the timeline shares: people who are new, the band words begin in, what
stands under a field."""

# mypy: allow-untyped-calls
from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLineEdit
from pytestqt.qtbot import QtBot

from lifestory.domain.dates import HonestDate
from lifestory.domain.life import Home, Milestone
from lifestory.domain.people import Child, Person
from lifestory.domain.readers import Band
from lifestory.gui.models.life import Life
from lifestory.gui.places.timeline import Timeline

Key = Qt.Key


@pytest.fixture
def whole(life: Life) -> Life:
    """A life with a birth and two homes."""
    robin, sue = Person(given="Robin"), Person(given="Sue")
    child = Child(person=robin.id, born=HonestDate.parse("12 May 2019"))
    gran = life.people[0]
    first = Home(
        people=(gran.id,),
        start=HonestDate.parse("12 May 2019"),
        end=HonestDate.parse("3 March 2021"),
    )
    second = Home(people=(sue.id,), start=HonestDate.parse("1 June 2021"))
    return replace(
        life,
        child=child,
        people=(gran, robin, sue),
        homes=(first, second),
        today=date(2026, 11, 21),
    )


@pytest.fixture
def timeline(qtbot: QtBot, whole: Life) -> Timeline:
    made = Timeline()
    qtbot.addWidget(made)
    made.resize(1278, 650)
    made.show()
    made.show_life(whole)
    return made


def type_into(qtbot: QtBot, field: QLineEdit, words: str) -> None:
    field.selectAll()
    qtbot.keyClicks(field, words)
    qtbot.keyClick(field, Key.Key_Return)


def pick(box: QComboBox, words: str) -> None:
    """Choose an item as a worker does."""
    at = box.findText(words)
    assert at >= 0, [box.itemText(n) for n in range(box.count())]
    box.setCurrentIndex(at)
    box.activated.emit(at)


# People who are not there yet.


@pytest.mark.parametrize("which", ["home", "milestone"])
def test_somebody_new_is_named_in_one_step(
    timeline: Timeline, whole: Life, qtbot: QtBot, which: str
) -> None:
    record = whole.homes[0] if which == "home" else whole.milestones[0]
    timeline.choose(record.id)
    people = getattr(timeline.inspector_of, which).people
    pick(people.add, "Someone new…")
    assert people.new.isVisible()
    assert timeline.focusWidget() is people.new.given
    qtbot.keyClicks(people.new.given, "Beverley")
    qtbot.keyClicks(people.new.called, " Auntie  Bev ")
    with qtbot.waitSignal(timeline.brought) as said:
        qtbot.keyClick(people.new.called, Key.Key_Return)
    changed, person = said.args
    assert (person.given, person.called, person.about) == ("Beverley", "Auntie Bev", record.about)
    assert changed == replace(record, people=(*record.people, person.id))
    assert not people.new.isVisible()


def test_escape_gives_somebody_new_up(timeline: Timeline, whole: Life, qtbot: QtBot) -> None:
    timeline.show_life(replace(whole, people=whole.people[1:2]))
    timeline.choose(whole.homes[1].id)
    people = timeline.inspector_of.home.people
    assert people.add.isEnabled()
    pick(people.add, "Someone new…")
    qtbot.keyClicks(people.new.given, "No")
    with qtbot.assertNotEmitted(timeline.brought):
        qtbot.keyClick(people.new.given, Key.Key_Escape)
    assert not people.new.isVisible()
    assert people.add.currentText() == "Add someone"


# The band of the words.


def test_new_words_begin_in_the_band_the_child_reads_in_today(
    timeline: Timeline, whole: Life, qtbot: QtBot
) -> None:
    blank = Milestone(when=HonestDate.parse("2022"))
    told = whole.milestones[0]
    timeline.show_life(replace(whole, milestones=(told, blank), band=Band.READER))
    words = timeline.editor.written
    timeline.choose(blank.id)
    with qtbot.waitSignal(timeline.edited) as said:
        qtbot.keyClicks(words.text, "I rode a bike.")
        timeline.flush()
    assert said.args[0].texts == {Band.READER: "I rode a bike."}
    timeline.choose(told.id)
    assert words.text.toPlainText() == "I took my first steps."
    words.band.findChildren(QAbstractButton)[3].click()
    assert words.text.toPlainText() == ""


def test_a_name_in_brackets_is_explained_under_the_words(
    timeline: Timeline, whole: Life, qtbot: QtBot
) -> None:
    timeline.choose(whole.milestones[0].id)
    words = timeline.editor.written
    assert not words.named.isVisible()
    words.text.selectAll()
    qtbot.keyClicks(words.text, "I was with [Gran] at [nobody].")
    assert words.named.isVisible()
    assert words.named.text().startswith("[Gran]: the book puts there the name")


def test_nothing_jumps_while_a_date_is_typed(timeline: Timeline, whole: Life, qtbot: QtBot) -> None:
    timeline.choose(whole.homes[0].id)
    editor = timeline.inspector_of.home
    type_into(qtbot, editor.start.field, "not known")
    qtbot.wait(1)
    before = editor.here.y()
    editor.start.field.selectAll()
    for letter in "June 2019":
        qtbot.keyClicks(editor.start.field, letter)
        assert editor.here.y() == before
