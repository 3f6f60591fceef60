"""Locking, wherever one has been: not a word of the child's life is left in the window."""

# mypy: allow-untyped-calls
from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from lifestory.app.editions import change_edition, editions
from lifestory.app.gaps import Gap
from lifestory.app.open_case import FoundChild, find_child
from lifestory.app.open_store import open_store
from lifestory.app.people import add_person, change_person
from lifestory.app.photos import caption_photo, describe_photo, name_person, photos
from lifestory.app.stories import (
    add_own_words,
    add_passage,
    add_source,
    keep_edit,
    write_translation,
)
from lifestory.app.timeline import add_fact, add_home, add_milestone, change_event, name_gap
from lifestory.domain.dates import HonestDate
from lifestory.domain.life import Certainty, Evidence
from lifestory.domain.people import Person, Place, PlaceKind
from lifestory.domain.readers import Band
from lifestory.gui.clerks.children import ChildrenClerk
from lifestory.gui.models.life import life_of
from lifestory.gui.places.book import Book
from lifestory.gui.places.children import Children
from lifestory.gui.places.handover import HandOver
from lifestory.gui.places.photos import Photos
from lifestory.gui.places.story import Story
from lifestory.gui.places.timeline import Timeline
from lifestory.gui.widgets import parts
from lifestory.gui.widgets.new_person import SOMEONE_NEW
from lifestory.gui.window import Window
from tests.gui.betraying import betrayed

Kept = tuple[Path, str]
Enter = Callable[[Window, Kept], None]
Settled = Callable[[Window], None]
BAND = Band.FIRST_READER
WORD = "Zanzibarine"


@pytest.fixture(scope="module")
def store(sample_store: Kept) -> Kept:
    """The sample child with a word planted wherever one can be written."""
    with open_store(*sample_store) as opened:
        plant(find_child(opened, "SAMPLE-ROBIN"))
    return sample_store


def plant(robin: FoundChild) -> None:
    case = robin.case
    gap = next(iter(life_of(robin).gaps), None)
    if isinstance(gap, Gap):
        name_gap(robin, gap, f"{WORD} gap", BAND)
    assert robin.person is not None
    change_person(case, replace(robin.person, known_as=f"{WORD} child"))
    aunt = add_person(robin, Person(known_as=f"{WORD} aunt"), f"{WORD} friend")
    passage = add_passage(robin, f"{WORD} heading", f"[{WORD}](person:{aunt.id}) sang.", BAND)
    told = replace(
        passage,
        evidence=Evidence(certainty=Certainty.NOT_KNOWN, said_by=aunt.id, tried=WORD, page=WORD),
    )
    keep_edit(case, "Change", passage, told)
    write_translation(case, told, BAND, "pl", f"{WORD} po polsku", f"{WORD} who translated it")
    add_source(case, told, f"{WORD} papers")
    known = case.records.find(type(told), told.id)
    assert known is not None
    own = add_own_words(robin)
    keep_edit(case, "Change", own, replace(own, text=f"{WORD} own"))
    about = robin.case.records[own.id].about
    town = Place(about=about, name=f"{WORD} town", sort=PlaceKind.ADDRESS)
    home = add_home(robin, HonestDate.parse("2021"), HonestDate.parse("2022"))
    home_told = replace(home, name=f"{WORD} home", people=(aunt.id,), place=town.id)
    change_event(case, replace(home_told, evidence=known.evidence), town)
    seen = add_milestone(robin, f"{WORD} came with [{WORD}](person:{aunt.id})", _day(), BAND)
    change_event(case, replace(seen, people=(aunt.id,), evidence=known.evidence))
    fact = add_fact(robin, f"{WORD} topic", f"{WORD} fact", BAND)
    change_event(case, replace(fact, evidence=known.evidence))
    change_event(case, replace(robin.child, named_by=aunt.id, birth_place=town.id))
    for photo in photos(case)[:12]:
        caption_photo(case, photo.id, {BAND: f"{WORD} caption"})
        describe_photo(case, photo.id, f"{WORD} alt")
        name_person(case, [photo.id], aunt.id)
    for edition in editions(robin):
        change_edition(case, replace(edition, name=f"{WORD} {edition.name}"))


def _day() -> HonestDate:
    return HonestDate.parse("2020")


@pytest.fixture
def robin(window: Window, store: Kept, enter: Enter, settled: Settled) -> Window:
    enter(window, store)
    window.desk.choose(find_child(window.desk.store, "SAMPLE-ROBIN"))
    settled(window)
    return window


def lock(window: Window, settled: Settled, qtbot: QtBot) -> None:
    window.act("lock")
    qtbot.waitUntil(lambda: not window.desk.is_closing, timeout=30_000)
    settled(window)
    qtbot.wait(10)


def go(window: Window, name: str, settled: Settled) -> QWidget:
    window.go(name)
    settled(window)
    return window.place


def kinds(said: list[str]) -> set[str]:
    return {one.split()[0] for one in said}


def half_type(within: QWidget, qtbot: QtBot) -> None:
    """Type the word into every field that shows, and say it nowhere."""
    for field in within.findChildren(parts.Field):
        if field.isVisible() and not field.isReadOnly():
            field.setFocus()
            qtbot.keyClicks(field, WORD)
            qtbot.keyClick(field, Qt.Key.Key_Backspace)
            qtbot.keyClicks(field, "e")


def begin_someone_new(choice: parts.ChoiceBox) -> None:
    choice.choose(SOMEONE_NEW)
    choice.activated.emit(choice.currentIndex())


def test_nothing_of_the_timeline(robin: Window, settled: Settled, qtbot: QtBot) -> None:
    timeline = go(robin, "timeline", settled)
    assert isinstance(timeline, Timeline)
    life = timeline._life
    assert life.child is not None
    milestone = next(one for one in life.milestones if WORD in str(one.texts))
    begin_someone_new(timeline.editor.people.add)
    half_type(timeline.inspector_of, qtbot)
    keys = [life.child.id, *(one.id for one in life.homes if one.name)]
    keys += [one.id for one in life.facts] + [one.id for one in life.gaps]
    for key in (milestone.id, *keys, milestone.id):
        timeline.choose(key)
        settled(robin)
    timeline.choose(milestone.id)
    begin_someone_new(timeline.editor.people.add)
    half_type(timeline.inspector_of, qtbot)
    assert kinds(betrayed(WORD)) >= {"LifeModel", "Field", "ChoiceBox"}
    lock(robin, settled, qtbot)
    assert betrayed(WORD) == []


def test_nothing_of_a_chronology_that_is_looked_over(
    robin: Window, settled: Settled, qtbot: QtBot
) -> None:
    timeline = go(robin, "timeline", settled)
    assert isinstance(timeline, Timeline)
    QApplication.clipboard().setText(f"12/05/2020 {WORD}\n13/05/2020 {WORD} again\n")
    timeline.paste()
    settled(robin)
    half_type(timeline.chronology, qtbot)
    timeline.chronology.table.edit(timeline.chronology.model.index(0, 1))
    QApplication.clipboard().clear()
    assert "ChronologyModel" in kinds(betrayed(WORD))
    lock(robin, settled, qtbot)
    assert betrayed(WORD) == []


def test_nothing_of_a_chronology_that_is_typed(
    robin: Window, settled: Settled, qtbot: QtBot
) -> None:
    timeline = go(robin, "timeline", settled)
    assert isinstance(timeline, Timeline)
    timeline.paste()
    qtbot.keyClicks(timeline.chronology.paper, WORD)
    lock(robin, settled, qtbot)
    assert betrayed(WORD) == []


def test_nothing_of_the_photos(robin: Window, settled: Settled, qtbot: QtBot) -> None:
    place = go(robin, "photos", settled)
    assert isinstance(place, Photos)
    captioned = next(one.photo for one in place._album.looks if WORD in str(one.photo.captions))
    place.choose(captioned.id)
    settled(robin)
    begin_someone_new(place.closer.who.add)
    half_type(place.closer, qtbot)
    place.open_viewer()
    settled(robin)
    begin_someone_new(place.viewer.panel.who.add)
    half_type(place.viewer, qtbot)
    place.close_viewer()
    place.grid.selectAll()
    settled(robin)
    begin_someone_new(place.many.add)
    half_type(place.many, qtbot)
    assert kinds(betrayed(WORD)) >= {"Field", "ChoiceBox", "GridModel"}
    lock(robin, settled, qtbot)
    assert betrayed(WORD) == []


def test_nothing_of_the_book(robin: Window, settled: Settled, qtbot: QtBot) -> None:
    book = go(robin, "book", settled)
    assert isinstance(book, Book)
    for spread in range(1, 5):
        book.way.go(spread)
        settled(robin)
        for frame in book.view._frames:
            book.view.choose(frame)
    book.inspector_pane.show_findings()
    book.inspector_pane.open_first_slot()
    settled(robin)
    half_type(book.inspector_pane, qtbot)
    book.editions.ask_change()
    half_type(book.editions, qtbot)
    assert kinds(betrayed(WORD)) >= {"Field", "SpreadModel"}
    lock(robin, settled, qtbot)
    assert betrayed(WORD) == []


def test_nothing_of_handing_over(robin: Window, settled: Settled, qtbot: QtBot) -> None:
    place = go(robin, "handover", settled)
    assert isinstance(place, HandOver)
    place.seal.show()
    place.lock.ask()
    place.open_form.show()
    half_type(place, qtbot)
    assert kinds(betrayed(WORD)) >= {"ChoiceBox", "Field"}
    lock(robin, settled, qtbot)
    assert betrayed(WORD) == []


def test_nothing_of_the_board_and_the_search(robin: Window, settled: Settled, qtbot: QtBot) -> None:
    place = go(robin, "children", settled)
    assert isinstance(place, Children)
    card = next(one for one in robin.clerk(ChildrenClerk).cards if WORD in one.name)
    for ask in (place.ask_who, place.ask_which_archive, lambda: place.ask_what_is_due(card)):
        ask()
        half_type(place, qtbot)
    place.ask_what_is_right(card)
    qtbot.keyClicks(robin.head.search, WORD)
    settled(robin)
    assert kinds(betrayed(WORD)) >= {"BoardModel", "Field"}
    lock(robin, settled, qtbot)
    assert betrayed(WORD) == []


def test_nothing_of_the_story(robin: Window, settled: Settled, qtbot: QtBot) -> None:
    story = go(robin, "story", settled)
    assert isinstance(story, Story)
    for one in story.outline.model.written:
        story.choose(one.id)
        settled(robin)
        half_type(story, qtbot)
    assert kinds(betrayed(WORD)) >= {"OutlineModel", "TextField"}
    lock(robin, settled, qtbot)
    assert betrayed(WORD) == []


def test_nothing_of_the_settings_and_the_help(
    robin: Window, settled: Settled, qtbot: QtBot
) -> None:
    for name in ("settings", "help"):
        place = go(robin, name, settled)
        half_type(place, qtbot)
    lock(robin, settled, qtbot)
    assert betrayed(WORD) == []
