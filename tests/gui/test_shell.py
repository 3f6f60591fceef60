"""The shell: it hides itself when nobody is there, says how things stand, and fits the screen."""

# mypy: allow-untyped-calls
from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QMenu, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from lifestory.app.backups import back_up
from lifestory.app.open_store import open_store
from lifestory.gui import look
from lifestory.gui.idle import Idle
from lifestory.gui.jobs import Jobs, Task
from lifestory.gui.models.backup_words import Stands
from lifestory.gui.seats import SEATS
from lifestory.gui.widgets.flow import Flow
from lifestory.gui.widgets.rail import Rail
from lifestory.gui.widgets.status import StatusLine, day_in_words
from lifestory.gui.window import Window

pytestmark = pytest.mark.styled

Kept = tuple[Path, str]
Enter = Callable[[Window, Kept], None]


@pytest.fixture(autouse=True)
def _usual_text(qapp: QApplication) -> Iterator[None]:
    yield
    look.set_text_percent(qapp, 100)


@pytest.fixture
def idle(qapp: QApplication) -> Iterator[Idle]:
    made = Idle(qapp, minutes=10)
    made.start()
    yield made
    made.stop()


def type_in(field: QWidget, idle: Idle) -> None:
    """A key as it comes from the keyboard: through the window that has it."""
    there = field.windowHandle()
    assert there is not None
    idle.listen_at(there)
    QTest.keyClick(there, Qt.Key.Key_A)


def test_ten_minutes_without_anybody_are_noticed_once(idle: Idle, qtbot: QtBot) -> None:
    now = time.time()
    with qtbot.assertNotEmitted(idle.passed):
        idle.look(now + 9 * 60)
    with qtbot.waitSignal(idle.passed):
        idle.look(now + 10 * 60 + 1)
    with qtbot.assertNotEmitted(idle.passed):
        idle.look(now + 30 * 60)


def test_a_key_says_that_somebody_is_there(idle: Idle, qtbot: QtBot) -> None:
    field = QWidget()
    qtbot.addWidget(field)
    field.show()
    idle._last -= 9 * 60
    type_in(field, idle)
    with qtbot.assertNotEmitted(idle.passed):
        idle.look(time.time() + 9 * 60)


def test_the_first_key_after_a_long_sleep_does_not_hide_that_it_was_long(
    idle: Idle, qtbot: QtBot
) -> None:
    field = QWidget()
    qtbot.addWidget(field)
    field.show()
    idle._last -= 3 * 60 * 60
    with qtbot.waitSignal(idle.passed):
        type_in(field, idle)


def test_it_listens_where_the_keyboard_is(idle: Idle, qtbot: QtBot) -> None:
    field = QWidget()
    qtbot.addWidget(field)
    field.show()
    field.activateWindow()
    qtbot.waitUntil(field.isActiveWindow)
    idle._last -= 3 * 60 * 60
    with qtbot.waitSignal(idle.passed):
        QTest.mouseMove(field.windowHandle(), QPoint(9, 9))


def test_a_sleep_shorter_than_the_idle_minutes_locks_too(idle: Idle, qtbot: QtBot) -> None:
    idle._looked -= 31
    with qtbot.waitSignal(idle.passed):
        idle._watch.timeout.emit()


def test_the_first_movement_after_a_short_sleep_locks(idle: Idle, qtbot: QtBot) -> None:
    field = QWidget()
    qtbot.addWidget(field)
    field.show()
    idle._looked -= 31
    with qtbot.waitSignal(idle.passed):
        type_in(field, idle)


def test_a_clock_put_back_does_not_hide_that_nobody_is_there(idle: Idle, qtbot: QtBot) -> None:
    idle._last += 24 * 60 * 60
    idle._looked += 24 * 60 * 60
    with qtbot.assertNotEmitted(idle.passed):
        idle._watch.timeout.emit()
    idle._last_steady -= 10 * 60
    with qtbot.waitSignal(idle.passed):
        idle._watch.timeout.emit()


def test_the_end_of_the_session_closes_the_store(
    window: Window, sample_store: Kept, enter: Enter, qapp: QApplication, qtbot: QtBot
) -> None:
    enter(window, sample_store)
    qapp.commitDataRequest.emit(None)
    assert window.unlock.isVisible(), "hidden before the session is allowed to end"
    qtbot.waitUntil(lambda: not window.desk.is_closing, timeout=30_000)
    open_store(*sample_store).close()


def test_a_system_that_suspends_us_is_heard(idle: Idle, qapp: QApplication, qtbot: QtBot) -> None:
    with qtbot.waitSignal(idle.leaving):
        qapp.applicationStateChanged.emit(Qt.ApplicationState.ApplicationSuspended)


def test_when_idle_everything_is_hidden_but_what_runs_is_finished(
    window: Window, sample_store: Kept, enter: Enter, qtbot: QtBot
) -> None:
    enter(window, sample_store)
    assert window.status.idle.text() == "Locks after 10 idle minutes"
    ended: list[bool] = []
    job = window.jobs.read("Making the PDF", lambda task: ended.append(task.cancelled()))
    window.idle.look(time.time() + 11 * 60)
    assert window.unlock.isVisible()
    qtbot.waitUntil(lambda: not window.desk.is_closing, timeout=30_000)
    assert ended == [False]
    assert job is not None


def test_after_how_many_minutes_it_locks_is_chosen_where_it_is_said(
    window: Window, sample_store: Kept, enter: Enter
) -> None:
    enter(window, sample_store)
    window.status.idle.click()
    menu = window.status.findChild(QMenu)
    assert menu is not None
    menu.actions()[1].trigger()
    menu.close()
    assert window.status.idle.text() == "Locks after 5 idle minutes"
    assert window.idle.minutes == window.settings.idle_minutes() == 5


@pytest.fixture
def status(qtbot: QtBot) -> Iterator[tuple[StatusLine, Jobs]]:
    jobs = Jobs()
    made = StatusLine(jobs)
    qtbot.addWidget(made)
    made.resize(1366, 29)
    made.show_open(10)
    made.show()
    yield made, jobs
    jobs.close()


@pytest.mark.parametrize(
    ("at", "words"),
    [
        (datetime(2026, 11, 19, 9, 15), "today 09:15"),
        (datetime(2026, 11, 18, 16, 50), "yesterday 16:50"),
        (datetime(2026, 11, 3, 8, 0), "Tue 3 Nov"),
        (datetime(2025, 12, 31, 8, 0), "Wed 31 Dec 2025"),
    ],
)
def test_a_backup_is_dated_as_one_says_it(at: datetime, words: str) -> None:
    assert day_in_words(at, datetime(2026, 11, 19, 14, 2)) == words


def test_without_a_backup_the_line_offers_to_choose_where_they_go(
    status: tuple[StatusLine, Jobs], qtbot: QtBot
) -> None:
    line, _ = status
    line.show_backup(Stands())
    with qtbot.waitSignal(line.backup_asked):
        line.no_backup.click()
    line.show_backup(Stands(datetime.now()))
    assert line.backup.text().startswith("Backed up today")
    assert not line.no_backup.isVisible()
    line.show_locked()
    assert line.backup.text() == ""


def test_the_one_that_runs_is_named_with_its_count_and_can_be_cancelled(
    status: tuple[StatusLine, Jobs], qtbot: QtBot
) -> None:
    line, jobs = status
    assert line.running.text() == "Nothing running"
    assert not line.cancel.isVisible()
    job = jobs.read("Bringing in photos", wait_for_cancel)
    qtbot.waitUntil(lambda: line.running.text() == "Bringing in photos 12 of 40")
    with qtbot.waitSignal(job.finished):
        line.cancel.click()
    assert line.running.text() == "Nothing running"


def wait_for_cancel(task: Task) -> None:
    task.progress(12, 40)
    while not task.cancelled():
        time.sleep(0.002)


def test_of_several_that_run_one_is_chosen_to_be_cancelled(
    status: tuple[StatusLine, Jobs], qtbot: QtBot
) -> None:
    line, jobs = status
    first, second = (jobs.read(title, wait_for_cancel) for title in ("A book", "An archive"))
    assert line.running.text() == "2 jobs running"
    line.cancel.click()
    menu = line.findChild(QMenu)
    assert menu is not None
    with qtbot.waitSignal(second.finished):
        menu.actions()[1].trigger()
    menu.close()
    with qtbot.waitSignal(first.finished):
        first.cancel()


def test_the_last_backup_is_known_after_a_restart(
    window: Window, sample_store: Kept, enter: Enter, qtbot: QtBot, tmp_path: Path
) -> None:
    with open_store(*sample_store) as store:
        back_up(store, tmp_path / "backup")
    enter(window, sample_store)
    qtbot.waitUntil(lambda: window.status.backup.text().startswith("Backed up today"))


def test_a_backup_is_made_from_the_board_and_renewed_where_it_lies(
    window: Window, sample_store: Kept, enter: Enter, qtbot: QtBot, tmp_path: Path
) -> None:
    enter(window, sample_store)
    messages = window.place.messages
    target = tmp_path / "drive" / "Lifestory backup"
    for _ in range(2):
        with qtbot.waitSignal(window.backups.known, timeout=30_000):
            window.backups.back_up(target, messages)
    assert any(one.startswith("Backed up and verified") for one in messages.standing)
    assert window.status.backup.text().startswith("Backed up today")
    messages.clear()
    window.act("back-up")  # it knows where; nothing is asked
    qtbot.waitUntil(lambda: bool(messages.standing) and "It lies" in messages.standing[0])
    assert (target / "lifestory.json").is_file()


def test_text_grows_to_twice_its_size_and_the_window_still_fits(
    window: Window, sample_store: Kept, enter: Enter, qapp: QApplication
) -> None:
    enter(window, sample_store)
    look.set_text_percent(qapp, look.TEXT_SIZES[-3])
    for _ in range(3):
        window.act("larger")
    assert look.text_percent() == 200, "and no larger"
    assert window.settings.text_percent() == 200
    window.resize(1366, 768)
    QApplication.processEvents()
    assert window.size() == QSize(1366, 768)
    window.act("usual-size")
    assert look.text_percent() == 100


def test_a_bar_too_narrow_for_its_buttons_goes_on_below(qtbot: QtBot) -> None:
    bar = QWidget()
    qtbot.addWidget(bar)
    flow = Flow(bar)
    flow.setContentsMargins(0, 0, 0, 0)
    title, buttons = QLabel("Children"), [QPushButton(f"Button {n}") for n in range(4)]
    flow.leading.addWidget(title)
    for button in buttons:
        flow.addWidget(button)
    bar.resize(900, flow.heightForWidth(900))
    bar.show()
    assert len({one.y() for one in buttons}) == 1
    assert buttons[-1].geometry().right() == bar.rect().right()
    assert title.x() == 0
    bar.resize(220, flow.heightForWidth(220))
    QApplication.processEvents()
    assert len({one.y() for one in buttons}) > 1
    assert all(bar.rect().contains(one.geometry()) for one in (title, *buttons))


def test_with_every_place_built_and_text_twice_as_large_the_rail_can_be_scrolled(
    qtbot: QtBot, qapp: QApplication
) -> None:
    rail = Rail(tuple(seat.name for seat in SEATS))
    qtbot.addWidget(rail)
    look.set_text_percent(qapp, 200)
    rail.resize(rail.width(), 560)
    rail.show()
    QApplication.processEvents()
    assert rail.minimumSizeHint().height() < 560
    rail.show_at("help")
    entry = rail.entries["help"]
    assert entry.visibleRegion().boundingRect() == entry.rect()
    assert entry.width() >= entry.sizeHint().width()
