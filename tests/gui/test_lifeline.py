"""The line of life, alone with real records and real keys."""

# mypy: allow-untyped-calls
from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, QSize, Qt
from PySide6.QtGui import QAccessible, QColor, QImage, QMouseEvent, QPainter
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from lifestory.domain.dates import HonestDate
from lifestory.domain.life import Home, Milestone
from lifestory.domain.media import Photo
from lifestory.domain.people import Child, Person
from lifestory.domain.readers import Band
from lifestory.gui import look
from lifestory.gui.models.life import Life
from lifestory.gui.models.rows import ROW, rows_of
from lifestory.gui.places.timeline import Timeline
from lifestory.gui.widgets.lifeline_layout import lay_out

TODAY = date(2026, 11, 21)
Key = Qt.Key


def what(words: str, when: str) -> Milestone:
    return Milestone(texts={Band.FIRST_READER: words}, when=HonestDate.parse(when))


def stay(name: str, start: str, end: str | None) -> Home:
    left = HonestDate.parse(end) if end else None
    return Home(name=name, start=HonestDate.parse(start), end=left)


@pytest.fixture
def whole(life: Life) -> Life:
    """A life with a birth, a gap between two homes, and a milestone without a date."""
    child = Child(person=Person().id, born=HonestDate.parse("12 May 2019"))
    homes = (stay("Gran", "12 May 2019", "3 March 2021"), stay("Sue", "1 June 2021", None))
    more = (*life.milestones, what("Rode a bike.", "2025"), what("First tooth.", "not known"))
    return replace(life, child=child, homes=homes, milestones=more, today=TODAY)


@pytest.fixture
def timeline(qtbot: QtBot, whole: Life) -> Timeline:
    made = Timeline()
    qtbot.addWidget(made)
    made.resize(1278, 650)
    made.show()
    made.activateWindow()
    made.show_life(whole)
    made.line.setFocus()
    return made


def test_long_words_stay_between_the_heads_and_today_where_there_is_little_room(
    life: Life,
) -> None:
    long = "Everyone came to the fifth birthday and stayed until the last of the cake was gone"
    told = tuple(what(long, f"{year}") for year in (2019, 2021, 2023, 2025))
    narrow = replace(life, milestones=told, homes=(), today=TODAY)
    rows = rows_of(narrow)
    laid = lay_out(narrow, rows, QSize(480, 400), 1.0)
    words = [box.words for box in laid.boxes.values() if box.label and box.words]
    assert len(words) == len(told)
    assert all(laid.head <= one.left() <= one.right() <= laid.scale.x(TODAY) for one in words)


def here(timeline: Timeline) -> str:
    return str(timeline.line.currentIndex().data())


def press(timeline: Timeline, qtbot: QtBot, *keys: Key) -> list[str]:
    """What is chosen after each key."""
    seen = []
    for key in keys:
        qtbot.keyClick(timeline.line, key)
        seen.append(here(timeline))
    return seen


def test_left_and_right_go_along_a_lane_and_up_and_down_to_the_next(
    timeline: Timeline, whole: Life, qtbot: QtBot
) -> None:
    timeline.choose(whole.milestones[0].id)
    assert press(timeline, qtbot, Key.Key_Right, Key.Key_Right, Key.Key_Right) == [
        "I had chicken pox, badly.", "Rode a bike.", "Rode a bike.",
    ]  # fmt: skip
    assert press(timeline, qtbot, Key.Key_Up, Key.Key_Left, Key.Key_Left, Key.Key_Up) == [
        "Sue", "Between homes: not named yet", "Gran", "Robin was born",
    ]  # fmt: skip
    assert press(timeline, qtbot, Key.Key_Down, Key.Key_End, Key.Key_Down) == [
        "Gran", "Sue", "Rode a bike.",
    ]  # fmt: skip


def test_a_letter_goes_to_what_begins_with_it(timeline: Timeline, qtbot: QtBot) -> None:
    qtbot.keyClicks(timeline.line, "Rode")
    assert here(timeline) == "Rode a bike."


def test_a_click_chooses_a_band_or_a_point(timeline: Timeline, whole: Life, qtbot: QtBot) -> None:
    for record in (whole.homes[1], whole.milestones[1], whole.homes[0]):
        row = timeline.model.index(timeline.model.row_of(record.id))
        middle = timeline.line.visualRect(row).center()
        qtbot.mouseClick(timeline.line.viewport(), Qt.MouseButton.LeftButton, pos=middle)
        assert timeline.chosen == record
    beside = QPoint(4, 4)
    assert not timeline.line.indexAt(beside).isValid()


def test_plus_and_minus_zoom_and_what_is_chosen_stays_where_it_was(
    timeline: Timeline, whole: Life, qtbot: QtBot
) -> None:
    timeline.choose(whole.milestones[1].id)
    line, index = timeline.line, timeline.line.currentIndex()
    before = line.visualRect(index).left()
    assert not timeline.smaller.isEnabled()
    qtbot.keyClicks(line, "++")
    assert line.zoom == pytest.approx(2.25)
    assert abs(line.visualRect(index).left() - before) <= 2
    timeline.smaller.click()
    timeline.smaller.click()
    assert line.zoom == 1
    assert line.horizontalScrollBar().maximum() == 0
    qtbot.keyClicks(line, "+++0")
    assert line.zoom == 1


def test_going_to_something_out_of_sight_brings_it_into_sight(
    timeline: Timeline, whole: Life, qtbot: QtBot
) -> None:
    qtbot.keyClicks(timeline.line, "++++++")
    for record in (whole.milestones[0], whole.milestones[2]):
        timeline.choose(record.id)
        seen = timeline.line.visualRect(timeline.line.currentIndex())
        assert timeline.line.viewport().rect().contains(seen)


def test_no_label_lies_on_another_at_any_zoom_nor_at_200_percent(
    timeline: Timeline, qapp: QApplication, qtbot: QtBot
) -> None:
    many = tuple(what(f"Something that happened, number {n}", f"{1 + n % 28} {month} 2021")
                 for n, month in enumerate(["March", "April", "May"] * 12))  # fmt: skip
    crowded = Life(name="Robin", born=date(2019, 5, 12), milestones=many, today=TODAY)
    for pixels in (None, 28):
        qapp.setProperty("system-pixels", pixels)
        timeline.show_life(crowded)
        for _ in range(3):
            boxes = [timeline.line.visualRect(timeline.model.index(row))
                     for row in range(timeline.model.rowCount())]  # fmt: skip
            shown = [box for box in boxes if not box.isEmpty()]
            assert len(shown) == len(many) + 1
            overlap = [(a, b) for n, a in enumerate(shown) for b in shown[:n] if a.intersects(b)]
            assert not overlap
            timeline.line.zoom_by(2)
        timeline.line.zoom_to_all()
    qapp.setProperty("system-pixels", None)


def test_a_stay_too_short_for_its_name_has_it_underneath(
    timeline: Timeline, whole: Life, qtbot: QtBot
) -> None:
    short = stay("Auntie Bev and Uncle Joe", "5 March 2021", "20 March 2021")
    timeline.show_life(replace(whole, homes=(*whole.homes, short)))
    line = timeline.line
    index = timeline.model.index(timeline.model.row_of(short.id))
    under = line.visualRect(index).bottomRight() - QPoint(12, 8)
    assert line.indexAt(under) == index
    qtbot.mouseClick(line.viewport(), Qt.MouseButton.LeftButton, pos=under)
    assert timeline.chosen == short


def test_a_life_of_months_and_one_of_many_homes_are_seen_whole(timeline: Timeline) -> None:
    born = date(2026, 8, 20)
    child = Child(person=Person().id, born=HonestDate.on(born))
    baby = Life(name="Wren", born=born, child=child, today=TODAY,
                milestones=(what("First smile", "12 October 2026"),))  # fmt: skip
    timeline.show_life(baby)
    birth, smile = (timeline.line.visualRect(timeline.model.index(row)) for row in (0, 2))
    assert smile.left() - birth.left() > timeline.line.viewport().width() / 3
    starts = [(1 + n % 12, n // 12 + 1, 2010 + n // 2) for n in range(25)]
    homes = tuple(
        stay(f"A home for {n}", f"{day}/{month}/{year}", f"{day}/{month + 2}/{year}")
        for n, (day, month, year) in enumerate(starts)
    )
    many = tuple(
        what(f"Number {n} of all that happened", f"{1 + n % 28}/{1 + n % 12}/{2010 + n % 16}")
        for n in range(200)
    )
    timeline.show_life(replace(whole_of(homes, many), today=TODAY))
    timeline.line.resize(10_000, 600)
    for width in (10_000, 900):
        timeline.line.resize(width, 600)
        boxes = [timeline.line.visualRect(timeline.model.index(row))
                 for row in range(timeline.model.rowCount())]  # fmt: skip
        assert all(not box.isEmpty() for box in boxes)
        assert timeline.line.horizontalScrollBar().maximum() == 0


def whole_of(homes: tuple[Home, ...], milestones: tuple[Milestone, ...]) -> Life:
    return Life(name="عائشہ", born=date(2009, 11, 1), homes=homes, milestones=milestones)


def test_what_has_no_date_stands_in_the_strip(
    timeline: Timeline, whole: Life, qtbot: QtBot
) -> None:
    strip = timeline.chips
    assert [strip.model().index(row, 0).data() for row in range(strip.model().rowCount())] == [
        "First tooth."
    ]
    strip.setFocus()
    strip.setCurrentIndex(strip.model().index(0, 0))
    assert timeline.chosen == whole.milestones[3]
    assert timeline.editor.record == whole.milestones[3]
    timeline.choose(whole.milestones[0].id)
    assert not strip.currentIndex().isValid()


def test_every_thing_is_said_aloud_as_sight_says_it(timeline: Timeline) -> None:
    face = QAccessible.queryAccessibleInterface(timeline.line)
    said = [face.child(n).text(QAccessible.Text.Name) for n in range(face.childCount())]
    assert said == [
        "Born: 12 May 2019",
        "Home: Gran, 12 May 2019 to 3 March 2021",
        "Known: I took my first steps, June 2020, aged 1, hospital notes",
        "Gap: Between homes: not named yet, from 4 March 2021 to 31 May 2021",
        "Home: Sue, 1 June 2021 to today",
        "Thought: I had chicken pox, badly, about February 2022, aged 2, Gran",
        "Known: Rode a bike, 2025, aged 6",
        "Known: First tooth, no date yet",
    ]


def test_alt_and_arrows_move_a_milestone_by_its_own_precision_as_one_change(
    timeline: Timeline, whole: Life, qtbot: QtBot
) -> None:
    bike = whole.milestones[2]
    timeline.choose(bike.id)
    with qtbot.waitSignal(timeline.edited) as said:
        for key in (Key.Key_Left, Key.Key_Left, Key.Key_Right):
            qtbot.keyClick(timeline.line, key, Qt.KeyboardModifier.AltModifier)
    assert said.args == [replace(bike, when=HonestDate.parse("2024"))]
    assert timeline.editor.when.field.text() == "2024"
    with qtbot.waitSignal(timeline.edited) as said:
        qtbot.keyClick(timeline.line, Key.Key_Right, Qt.KeyboardModifier.AltModifier)
        timeline.flush()
    assert said.args == [replace(bike, when=HonestDate.parse("2025"))]


def test_a_milestone_is_drawn_along_with_the_mouse_as_one_change(
    timeline: Timeline, whole: Life, qtbot: QtBot
) -> None:
    pox, line = whole.milestones[1], timeline.line
    row = timeline.model.index(timeline.model.row_of(pox.id))
    start = line.visualRect(row).center()
    year = line.viewport().width() // 9
    view, left = line.viewport(), Qt.MouseButton.LeftButton
    said: list[Milestone] = []
    timeline.edited.connect(said.append)
    qtbot.mousePress(view, left, pos=start)
    for along in (year // 3, year // 2, year):
        to = QPointF(start + QPoint(along, 0))
        none = Qt.KeyboardModifier.NoModifier
        move = QMouseEvent(QEvent.Type.MouseMove, to, view.mapToGlobal(to), left, left, none)
        QApplication.sendEvent(view, move)
    assert not said
    qtbot.mouseRelease(view, left, pos=start + QPoint(year, 0))
    (moved,) = said
    span = moved.when.span()
    assert moved.when.precision is pox.when.precision
    assert moved.when.about
    assert span is not None
    assert date(2022, 11, 1) <= span.first <= date(2023, 6, 1)


def test_alt_and_arrows_move_the_days_of_a_home(
    timeline: Timeline, whole: Life, qtbot: QtBot
) -> None:
    sue, gran = whole.homes[1], whole.homes[0]
    alt, shift = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ShiftModifier
    timeline.choose(sue.id)
    with qtbot.waitSignal(timeline.edited) as said:
        qtbot.keyClick(timeline.line, Key.Key_Right, alt)
        qtbot.keyClick(timeline.line, Key.Key_Right, alt)
        timeline.flush()
    assert said.args == [replace(sue, start=HonestDate.parse("3 June 2021"))]
    with qtbot.assertNotEmitted(timeline.edited):
        qtbot.keyClick(timeline.line, Key.Key_Right, alt | shift)  # she lives there still
        timeline.flush()
    timeline.choose(gran.id)
    with qtbot.waitSignal(timeline.edited) as said:
        qtbot.keyClick(timeline.line, Key.Key_Left, alt | shift)
        timeline.flush()
    assert said.args == [replace(gran, end=HonestDate.parse("2 March 2021"))]


def test_a_home_is_drawn_by_its_edges(timeline: Timeline, whole: Life, qtbot: QtBot) -> None:
    gran, line = whole.homes[0], timeline.line
    box = line.visualRect(timeline.model.index(timeline.model.row_of(gran.id)))
    view, left = line.viewport(), Qt.MouseButton.LeftButton
    said: list[Home] = []
    timeline.edited.connect(said.append)
    for start in (box.center(), QPoint(box.right() - 3, box.center().y())):
        qtbot.mousePress(view, left, pos=start)
        to = QPointF(start - QPoint(60, 0))
        none = Qt.KeyboardModifier.NoModifier
        move = QMouseEvent(QEvent.Type.MouseMove, to, view.mapToGlobal(to), left, left, none)
        QApplication.sendEvent(view, move)
        qtbot.mouseRelease(view, left, pos=to.toPoint())
    (moved,) = said
    assert moved.start == gran.start
    assert moved.end is not None
    assert moved.end.iso < "2020-12"


def test_a_click_moves_nothing(timeline: Timeline, whole: Life, qtbot: QtBot) -> None:
    row = timeline.model.index(timeline.model.row_of(whole.milestones[1].id))
    with qtbot.assertNotEmitted(timeline.edited):
        middle = timeline.line.visualRect(row).center()
        qtbot.mouseClick(timeline.line.viewport(), Qt.MouseButton.LeftButton, pos=middle)


def test_delete_takes_out_what_is_chosen_but_never_the_birth(
    timeline: Timeline, whole: Life, qtbot: QtBot
) -> None:
    timeline.choose(whole.homes[0].id)
    with qtbot.waitSignal(timeline.taken_out) as said:
        qtbot.keyClick(timeline.line, Key.Key_Delete)
    assert said.args == [whole.homes[0]]
    assert whole.child is not None
    timeline.choose(whole.child.id)
    with qtbot.assertNotEmitted(timeline.taken_out):
        qtbot.keyClick(timeline.line, Key.Key_Delete)


def test_enter_goes_into_the_words(timeline: Timeline, whole: Life, qtbot: QtBot) -> None:
    timeline.choose(whole.milestones[0].id)
    qtbot.waitUntil(timeline.isActiveWindow)
    qtbot.keyClick(timeline.line, Key.Key_Return)
    assert timeline.focusWidget() is timeline.editor.written.text


def test_a_band_shows_the_marked_face_and_not_the_middle_of_the_photo(
    timeline: Timeline, whole: Life
) -> None:
    portrait = Photo()
    sue = Person(given="Sue", portrait=portrait.id)
    crowd = QImage(300, 100, QImage.Format.Format_RGB32)
    crowd.fill(QColor("#0000cc"))
    painter = QPainter(crowd)
    painter.fillRect(200, 0, 100, 100, QColor("#cc0000"))
    painter.end()
    home = replace(whole.homes[1], people=(sue.id,))
    faces = {sue.id: (2 / 3, 0.0, 1 / 3, 1.0)}
    timeline.pictures.show((portrait,))
    timeline.pictures.put(portrait, crowd)
    timeline.show_life(
        replace(whole, homes=(whole.homes[0], home), people=(sue,), photos=(portrait,), faces=faces)
    )
    box = timeline.line.visualRect(timeline.model.index(timeline.model.row_of(home.id)))
    drawn = timeline.line.viewport().grab(box).toImage()
    seen = {drawn.pixelColor(x, drawn.height() // 2).name() for x in range(drawn.width())}
    assert "#cc0000" in seen
    assert "#0000cc" not in seen


@pytest.mark.parametrize("scheme", list(look.Scheme))
def test_known_thought_and_not_known_differ_by_shape_in_every_scheme(
    timeline: Timeline, whole: Life, qapp: QApplication, scheme: look.Scheme
) -> None:
    look.wear(qapp, scheme)
    inks = {}
    for at in (0, 1):
        row = timeline.model.index(timeline.model.row_of(whole.milestones[at].id))
        assert row.data(ROW).certainty is whole.milestones[at].evidence.certainty
        box = timeline.line.visualRect(row)
        drawn = timeline.line.viewport().grab().toImage()
        ratio = drawn.devicePixelRatio()
        inks[at] = drawn.pixelColor(
            round((box.left() + 7) * ratio), round(box.center().y() * ratio)
        )
    assert inks[0].name() == look.colour("text").name()
    assert inks[1].name() == look.colour("ground").name()
