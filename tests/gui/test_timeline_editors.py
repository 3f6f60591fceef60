"""The editors of the timeline, through the fields and keys a worker uses."""

# mypy: allow-untyped-calls
from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLabel, QLineEdit, QPushButton
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from lifestory.app.gaps import Gap
from lifestory.domain.dates import HonestDate
from lifestory.domain.life import Certainty, Fact, Home, House, Milestone, Source
from lifestory.domain.media import Photo
from lifestory.domain.people import Child, Person, Place, PlaceKind
from lifestory.domain.readers import Band
from lifestory.gui.models.life import Life
from lifestory.gui.models.pictures import PHOTO, PicturesModel
from lifestory.gui.places.timeline import Timeline, View
from lifestory.gui.widgets.photo_field import PhotoField

TODAY = date(2026, 11, 21)
Key = Qt.Key


@pytest.fixture
def whole(life: Life) -> Life:
    """A life with a birth, two homes with a gap between them, places, facts and photos."""
    robin, sue = Person(given="Robin"), Person(given="Sue")
    derby = Place(name="Derby", sort=PlaceKind.TOWN)
    ward = Place(name="City Hospital", sort=PlaceKind.HOSPITAL)
    child = Child(person=robin.id, born=HonestDate.parse("12 May 2019"), birth_place=derby.id)
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
        places=(derby, ward),
        facts=(Fact(topic="loves", texts={Band.FIRST_READER: "pancakes"}),),
        photos=(Photo(alt="A paddling pool"), Photo(alt="A red hat")),
        today=TODAY,
    )


@pytest.fixture
def timeline(qtbot: QtBot, whole: Life) -> Timeline:
    made = Timeline()
    qtbot.addWidget(made)
    made.resize(1278, 650)
    made.pictures.show(whole.photos)
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


# Homes.


def test_a_home_is_changed_field_by_field(timeline: Timeline, whole: Life, qtbot: QtBot) -> None:
    home, editor = whole.homes[0], timeline.inspector_of.home
    said: list[Home] = []
    timeline.edited.connect(said.append)
    timeline.choose(home.id)
    assert editor.headline.text() == "Gran"
    pick(editor.people.add, "Sue")
    type_into(qtbot, editor.name, "Gran and Sue")
    type_into(qtbot, editor.start.field, "June 2019")
    type_into(qtbot, editor.end.field, "spring 2021")
    pick(editor.house, "A cottage")
    pick(editor.place.box, "Derby")
    editor.evidence.sure.button(1).click()
    last = said[-1]
    assert last == replace(
        home,
        people=(*home.people, whole.people[2].id),
        name="Gran and Sue",
        start=HonestDate.parse("June 2019"),
        end=HonestDate.parse("spring 2021"),
        house=House.COTTAGE,
        place=whole.places[0].id,
        evidence=replace(home.evidence, certainty=Certainty.THOUGHT),
    )
    assert len(said) == 7


def test_who_lives_there_can_be_taken_out(timeline: Timeline, whole: Life, qtbot: QtBot) -> None:
    timeline.choose(whole.homes[0].id)
    people = timeline.inspector_of.home.people
    out = next(one for one in people.findChildren(QPushButton)
               if one.accessibleName() == "Take out Gran")  # fmt: skip
    with qtbot.waitSignal(timeline.edited) as said:
        out.click()
    assert said.args == [replace(whole.homes[0], people=())]


def test_a_home_that_ended_and_one_where_the_child_is_still(
    timeline: Timeline, whole: Life, qtbot: QtBot
) -> None:
    editor = timeline.inspector_of.home
    timeline.choose(whole.homes[1].id)
    assert editor.here.isChecked()
    assert not editor.end.isVisible()
    with qtbot.waitSignal(timeline.edited) as said:
        editor.here.click()
    assert said.args == [replace(whole.homes[1], end=HonestDate.unknown())]
    assert editor.end.isVisible()
    with qtbot.waitSignal(timeline.edited) as said:
        editor.here.click()
    assert said.args == [whole.homes[1]]


@pytest.mark.parametrize(
    ("which", "words", "sentence"),
    [
        ("start", "1 April 2021", "after the day of leaving"),
        ("end", "2018", "before the day of coming"),
        ("start", "2017", "before Robin was born"),
        ("end", "2031", "not come yet"),
        ("start", "30 February 2020", "doesn't exist"),
    ],
)
def test_a_date_that_cannot_be_is_told_in_red_and_not_kept(
    timeline: Timeline, whole: Life, qtbot: QtBot, which: str, words: str, sentence: str
) -> None:
    timeline.choose(whole.homes[0].id)
    field = getattr(timeline.inspector_of.home, which)
    with qtbot.assertNotEmitted(timeline.edited):
        type_into(qtbot, field.field, words)
    assert sentence in field.under.text()
    assert field.under.property("tone") == "stop"
    assert field.field.property("trouble")
    assert field.field.text() == words


def test_an_address_is_added_in_place(timeline: Timeline, whole: Life, qtbot: QtBot) -> None:
    timeline.choose(whole.homes[0].id)
    place = timeline.inspector_of.home.place
    pick(place.box, "Add an address…")
    assert place.new.isVisible()
    with qtbot.waitSignal(timeline.brought) as said:
        type_into(qtbot, place.new, "  4 Mill Lane ")
    home, new = said.args
    assert (new.name, new.sort) == ("4 Mill Lane", PlaceKind.ADDRESS)
    assert home == replace(whole.homes[0], place=new.id)
    assert not place.new.isVisible()


# Milestones.


def test_what_was_understood_stands_under_the_date_while_one_types(
    timeline: Timeline, whole: Life, qtbot: QtBot
) -> None:
    timeline.choose(whole.milestones[0].id)
    when = timeline.editor.when
    when.field.selectAll()
    qtbot.keyClicks(when.field, "4/9/2020")
    assert when.under.text() == "Friday 4 September 2020 · Robin was 1, at Gran."
    qtbot.keyClicks(when.field, "1")
    assert when.under.text() == "…"
    assert when.under.property("tone") == "quiet"


def test_a_milestone_may_be_before_birth_but_not_tomorrow(
    timeline: Timeline, whole: Life, qtbot: QtBot
) -> None:
    timeline.choose(whole.milestones[0].id)
    when = timeline.editor.when
    with qtbot.waitSignal(timeline.edited):
        type_into(qtbot, when.field, "2018")
    assert when.under.text() == "Before Robin was born."
    with qtbot.assertNotEmitted(timeline.edited):
        type_into(qtbot, when.field, "22 November 2026")
    assert "has not come yet" in when.under.text()


def test_a_source_is_added_in_place_and_given_up_with_escape(
    timeline: Timeline, whole: Life, qtbot: QtBot
) -> None:
    milestone = whole.milestones[1]
    timeline.choose(milestone.id)
    source = timeline.editor.evidence.source
    pick(source.box, "Add a source document…")
    qtbot.keyClicks(source.new, "no")
    with qtbot.assertNotEmitted(timeline.brought):
        qtbot.keyClick(source.new, Key.Key_Escape)
    assert source.box.currentText() == "No source yet"
    pick(source.box, "Add a source document…")
    with qtbot.waitSignal(timeline.brought) as said:
        type_into(qtbot, source.new, "letter from Sue")
    changed, new = said.args
    assert isinstance(new, Source)
    assert new.title == "letter from Sue"
    evidence = replace(milestone.evidence, source=new.id)
    assert changed == replace(milestone, evidence=evidence)


def test_who_said_so_and_what_was_tried_are_asked_when_they_matter(
    timeline: Timeline, whole: Life, qtbot: QtBot
) -> None:
    timeline.choose(whole.milestones[0].id)
    evidence = timeline.editor.evidence
    assert not evidence.said_by.isVisible()
    assert not evidence.tried.isVisible()
    evidence.sure.button(1).click()
    assert evidence.said_by.isVisible()
    evidence.sure.button(2).click()
    assert evidence.tried.isVisible()
    with qtbot.waitSignal(timeline.edited) as said:
        type_into(qtbot, evidence.tried, "Asked the ward")
    assert said.args[0].evidence.tried == "Asked the ward"
    assert said.args[0].evidence.certainty is Certainty.NOT_KNOWN


def test_words_are_said_after_a_pause_and_a_space_stays_under_the_fingers(
    timeline: Timeline, whole: Life, qtbot: QtBot
) -> None:
    milestone = whole.milestones[0]
    timeline.choose(milestone.id)
    text = timeline.editor.written.text
    text.selectAll()
    with qtbot.waitSignal(timeline.edited, timeout=3000) as said:
        qtbot.keyClicks(text, "I walked ")
    changed = said.args[0]
    assert changed.texts[Band.FIRST_READER] == "I walked"
    timeline.show_life(replace(whole, milestones=(changed, whole.milestones[1])))
    qtbot.keyClicks(text, "far.")
    assert text.toPlainText() == "I walked far."


def test_photos_for_the_birth_stand_nearest_to_that_day_first(
    qtbot: QtBot, qtmodeltester: ModelTester
) -> None:
    days = ("June 2024", "", "20 May 2019", "12 May 2019", "2018")
    photos = [Photo(alt=one, taken=HonestDate.parse(one) if one else HonestDate()) for one in days]
    pictures = PicturesModel()
    pictures.show(photos)
    field = PhotoField("Birth", pictures)
    qtbot.addWidget(field)
    field.near.sort_near(date(2019, 5, 12))
    field.choose.click()
    model = field.list.model()
    for one in (pictures, model):
        qtmodeltester.check(one)
    shown = [model.index(row, 0).data(PHOTO).alt for row in range(model.rowCount())]
    assert shown == ["12 May 2019", "20 May 2019", "2018", "June 2024", ""]


def test_a_photo_is_chosen_by_keyboard_and_taken_away(
    timeline: Timeline, whole: Life, qtbot: QtBot
) -> None:
    milestone = whole.milestones[0]
    timeline.choose(milestone.id)
    photo = timeline.editor.photo
    asked: list[Photo] = []
    timeline.pictures.wanted.connect(asked.append)
    photo.choose.click()
    assert photo.list.isVisible()
    qtbot.keyClick(photo.list, Key.Key_Right)
    with qtbot.waitSignal(timeline.edited) as said:
        qtbot.keyClick(photo.list, Key.Key_Return)
    assert said.args == [replace(milestone, photo=whole.photos[1].id)]
    assert not photo.list.isVisible()
    assert photo.shown.accessibleName() == "Photo, not known, A red hat"
    red = QImage(8, 8, QImage.Format.Format_RGB32)
    red.fill(QColor("red"))
    timeline.pictures.put(whole.photos[1], red)
    assert photo.shown.grab().toImage().pixelColor(20, 60).red() == 255
    assert whole.photos[1] in asked
    with qtbot.waitSignal(timeline.edited) as said:
        photo.none.click()
    assert said.args == [milestone]


def test_another_thing_is_shown_from_its_beginning(
    timeline: Timeline, whole: Life, qtbot: QtBot
) -> None:
    timeline.choose(whole.milestones[0].id)
    bar = timeline.inspector_of.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    bar.setValue(bar.maximum())
    timeline.show_life(whole)
    assert bar.value() == bar.maximum()
    timeline.choose(whole.milestones[1].id)
    assert bar.value() == 0


# Facts.


def test_a_fact_has_a_seat_of_its_own_with_topic_and_words(
    timeline: Timeline, whole: Life, qtbot: QtBot
) -> None:
    fact, editor = whole.facts[0], timeline.inspector_of.fact
    timeline.choose(fact.id)
    assert timeline.about.isVisible()
    assert timeline.view.findChildren(QAbstractButton)[View.ABOUT].text() == "About Robin"
    assert timeline.about.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole) == (
        "Loves: pancakes, known"
    )
    assert editor.goes.text() == "For the page “All about me”."
    with qtbot.waitSignal(timeline.edited) as said:
        pick(editor.topic.box, "Hopes")
    assert said.args == [replace(fact, topic="hopes")]
    pick(editor.topic.box, "Another topic…")
    with qtbot.waitSignal(timeline.edited) as said:
        type_into(qtbot, editor.topic.new, "Bedtime")
    assert said.args == [replace(fact, topic="Bedtime")]
    with qtbot.waitSignal(timeline.edited) as said:
        editor.written.text.selectAll()
        qtbot.keyClicks(editor.written.text, "two stories")
        editor.say()
    assert said.args[0].texts == {Band.FIRST_READER: "two stories"}


def test_add_adds_what_one_looks_at(timeline: Timeline, qtbot: QtBot) -> None:
    assert timeline.primary is not None
    with qtbot.waitSignal(timeline.add_asked):
        timeline.primary.click()
    with qtbot.waitSignal(timeline.home_asked) as asked:
        timeline.add_home.click()
    assert asked.args == [None]
    timeline.look_at(View.ABOUT)
    assert timeline.primary.text() == "Add a fact"
    with qtbot.waitSignal(timeline.fact_asked) as asked:
        timeline.primary.click()
    assert asked.args == ["loves"]


def test_where_nothing_is_said_yet_the_first_step_is_offered(
    timeline: Timeline, whole: Life, qtbot: QtBot
) -> None:
    timeline.show_life(replace(whole, facts=()))
    timeline.look_at(View.ABOUT)
    first = next(one for one in timeline.findChildren(QPushButton)
                 if one.text() == "Add a fact" and one.property("scale") == "large")  # fmt: skip
    assert first.isVisible()
    assert not timeline.pane(1).isVisible()
    with qtbot.waitSignal(timeline.fact_asked):
        first.click()


# The birth.


def test_the_facts_of_the_birth_are_typed_as_one_says_them(
    timeline: Timeline, whole: Life, qtbot: QtBot
) -> None:
    child, editor = whole.child, timeline.inspector_of.birth
    assert child is not None
    said: list[Child] = []
    timeline.edited.connect(said.append)
    timeline.choose(child.id)
    type_into(qtbot, editor.at.field, "6.25 pm")
    type_into(qtbot, editor.weight.field, "7 lb 1 oz")
    assert editor.weight.field.text() == "7 lb 1 oz"
    assert editor.weight.under.text() == "3.203 kg"
    type_into(qtbot, editor.length.field, "51")
    pick(editor.hospital.box, "City Hospital")
    pick(editor.named_by, "Gran")
    assert said[-1] == replace(
        child,
        born_at="18:25",
        weight_grams=3203,
        length_cm=51.0,
        birth_hospital=whole.places[1].id,
        named_by=whole.people[0].id,
    )
    type_into(qtbot, editor.weight.field, "32 kg")
    assert "newborn" in editor.weight.under.text()
    type_into(qtbot, editor.born.field, "aged 3")
    assert "not an age" in editor.born.under.text()
    assert len(said) == 5


def test_a_town_is_added_in_place(timeline: Timeline, whole: Life, qtbot: QtBot) -> None:
    assert whole.child is not None
    timeline.choose(whole.child.id)
    town = timeline.inspector_of.birth.town
    pick(town.box, "Add a town…")
    with qtbot.waitSignal(timeline.brought) as said:
        type_into(qtbot, town.new, "Leeds")
    assert said.args[1].sort is PlaceKind.TOWN
    assert said.args[0].birth_place == said.args[1].id


# Gaps.


def test_a_gap_is_named_and_named_again(timeline: Timeline, whole: Life, qtbot: QtBot) -> None:
    (gap,) = whole.gaps
    timeline.choose(gap.id)
    editor = timeline.inspector_of.gap
    assert editor.headline.text() == "Between Gran and Sue"
    assert editor.days.text() == "4 March 2021 to 31 May 2021"
    with qtbot.waitSignal(timeline.named) as said:
        qtbot.keyClicks(editor.words, "Somewhere near the sea.")
        timeline.flush()
    assert said.args == [gap, "Somewhere near the sea."]
    named = Milestone(
        texts={Band.FIRST_READER: "Somewhere near the sea."},
        when=gap.when,
        evidence=replace(whole.milestones[0].evidence, certainty=Certainty.NOT_KNOWN),
    )
    timeline.show_life(replace(whole, milestones=(*whole.milestones, named)))
    assert isinstance(timeline.chosen, Gap)
    assert editor.headline.text() == "Somewhere near the sea."
    with qtbot.waitSignal(timeline.edited) as said:
        editor.words.selectAll()
        qtbot.keyClicks(editor.words, "At Auntie Bev")
        timeline.flush()
    assert said.args == [replace(named, texts={Band.FIRST_READER: "At Auntie Bev"})]


def test_a_home_can_be_put_into_a_gap(timeline: Timeline, whole: Life, qtbot: QtBot) -> None:
    (gap,) = whole.gaps
    timeline.choose(gap.id)
    add = next(one for one in timeline.inspector_of.gap.findChildren(QPushButton))
    with qtbot.waitSignal(timeline.home_asked) as asked:
        add.click()
    assert asked.args == [gap]


# Boxes that add.


def test_an_arrow_on_a_closed_box_adds_nobody_but_opens_its_list(
    timeline: Timeline, whole: Life, qtbot: QtBot
) -> None:
    timeline.choose(whole.homes[0].id)
    people = timeline.inspector_of.home.people
    for key in (Key.Key_Down, Key.Key_End, Key.Key_S):
        with qtbot.assertNotEmitted(timeline.edited):
            qtbot.keyClick(people.add, key)
        assert people.add.view().isVisible()
        qtbot.keyClick(people.add.view(), Key.Key_Escape)
    qtbot.keyClick(people.add, Key.Key_Down)
    qtbot.keyClick(people.add.view(), Key.Key_Down)
    with qtbot.waitSignal(timeline.edited) as said:
        qtbot.keyClick(people.add.view(), Key.Key_Return)
    assert said.args[0].people == (*whole.homes[0].people, whole.people[2].id)


def test_someone_new_is_reached_by_arrows(timeline: Timeline, whole: Life, qtbot: QtBot) -> None:
    timeline.choose(whole.homes[0].id)
    people = timeline.inspector_of.home.people
    qtbot.keyClick(people.add, Key.Key_Down)
    qtbot.keyClick(people.add.view(), Key.Key_Down)
    qtbot.keyClick(people.add.view(), Key.Key_Down)
    qtbot.keyClick(people.add.view(), Key.Key_Return)
    assert people.new.isVisible()


def test_someone_new_can_have_chosen_the_name(
    timeline: Timeline, whole: Life, qtbot: QtBot
) -> None:
    assert whole.child is not None
    timeline.choose(whole.child.id)
    editor = timeline.inspector_of.birth
    pick(editor.named_by, "Someone new…")
    qtbot.keyClicks(editor.namer.given, "Kelly")
    with qtbot.waitSignal(timeline.brought) as said:
        qtbot.keyClick(editor.namer.given, Key.Key_Return)
    child, person = said.args
    assert person.given == "Kelly"
    assert child == replace(whole.child, named_by=person.id)
    assert not editor.namer.isVisible()


# Something new.


def test_a_new_milestone_begins_at_its_date_and_tab_goes_down_from_there(
    timeline: Timeline, whole: Life, qtbot: QtBot
) -> None:
    new = Milestone()
    timeline.show_life(replace(whole, milestones=(*whole.milestones, new)))
    timeline.choose(new.id, write=True)
    editor = timeline.editor
    assert editor.when.field.hasFocus()
    tops = []
    for _ in range(4):
        focused = timeline.focusWidget()
        assert focused is not None
        tops.append(focused.mapTo(editor, focused.rect().topLeft()).y())
        qtbot.keyClick(focused, Key.Key_Tab)
    assert tops == sorted(tops)


def test_escape_takes_a_new_milestone_out_but_never_one_with_words(
    timeline: Timeline, whole: Life, qtbot: QtBot
) -> None:
    new = Milestone()
    timeline.show_life(replace(whole, milestones=(*whole.milestones, new)))
    timeline.choose(new.id, write=True)
    with qtbot.waitSignal(timeline.taken_out) as said:
        qtbot.keyClick(timeline.editor.when.field, Key.Key_Escape)
    assert said.args == [new]
    timeline.choose(whole.milestones[0].id, write=True)
    assert timeline.editor.written.text.hasFocus()
    with qtbot.assertNotEmitted(timeline.taken_out):
        qtbot.keyClick(timeline.editor.written.text, Key.Key_Escape)


def test_nothing_is_said_to_stand_in_a_document_while_no_source_is_named(
    timeline: Timeline, whole: Life
) -> None:
    known = timeline.editor.evidence.sure.button(0)
    new = Milestone()
    timeline.show_life(replace(whole, milestones=(*whole.milestones, new)))
    timeline.choose(new.id)
    assert "no source yet" in known.accessibleName()
    timeline.choose(whole.milestones[0].id)
    assert known.accessibleName() == "Known: a document says so"


def test_a_day_of_leaving_that_is_not_known_says_so_and_has_no_heading_while_one_stays(
    timeline: Timeline, whole: Life, qtbot: QtBot
) -> None:
    editor = timeline.inspector_of.home
    timeline.choose(whole.homes[1].id)
    headings = [one for one in editor.findChildren(QLabel) if one.text() == "Left"]
    assert not any(one.isVisible() for one in headings)
    editor.here.click()
    assert all(one.isVisible() for one in headings)
    type_into(qtbot, editor.end.field, "not known")
    type_into(qtbot, editor.start.field, "May 2021")
    assert editor.end.field.text() == "not known"
