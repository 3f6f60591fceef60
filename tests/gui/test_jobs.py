"""Slow work: in order, counted, stopped when asked, and told of where the window lives."""

# mypy: allow-untyped-calls
from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from threading import Event, current_thread, main_thread

import pytest
from pytestqt.qtbot import QtBot

from lifestory.app.progress import Stopped
from lifestory.domain.errors import LifestoryError, NewerFormat
from lifestory.gui import jobs as jobs_module
from lifestory.gui.jobs import Jobs, OurMistake, Task


@pytest.fixture
def jobs(qtbot: QtBot) -> Iterator[Jobs]:
    made = Jobs()
    yield made
    made.close()


def test_the_result_arrives_in_the_windows_thread(jobs: Jobs, qtbot: QtBot) -> None:
    threads = []
    job = jobs.read("Adding", lambda _: current_thread())
    job.done.connect(lambda worked_in: threads.append((worked_in, current_thread())))
    qtbot.waitUntil(lambda: bool(threads))
    worked_in, arrived_in = threads[0]
    assert worked_in is not main_thread()
    assert arrived_in is main_thread()


def test_writes_run_one_after_another_in_the_order_they_were_asked_for(
    jobs: Jobs, qtbot: QtBot
) -> None:
    written: list[int] = []
    for number in range(20):
        jobs.write("", partial(lambda one, _: written.append(one), number), quiet=True)
    qtbot.waitUntil(lambda: not jobs.running)
    assert written == list(range(20))


def test_a_field_is_written_while_photos_come_in(jobs: Jobs, qtbot: QtBot) -> None:
    hold = Event()
    coming = jobs.bring("Bringing in", lambda _: hold.wait(5))
    with qtbot.waitSignal(jobs.write("", lambda _: None, quiet=True).done):
        pass
    assert coming in jobs.running
    with qtbot.waitSignal(coming.done):
        hold.set()


def test_the_last_count_always_arrives(jobs: Jobs, qtbot: QtBot) -> None:
    counts = []

    def work(task: Task) -> None:
        for done in range(1, 301):
            task.progress(done, 300, "photos")

    job = jobs.read("Counting", work)
    job.progress.connect(lambda done, total, text: counts.append((done, total, text)))
    qtbot.waitUntil(lambda: not jobs.running)
    assert counts[-1] == (300, 300, "photos")
    assert len(counts) < 50, "the window must not drown in counts"


def test_a_cancelled_job_stops_after_its_item(jobs: Jobs, qtbot: QtBot) -> None:
    begun = Event()

    def work(task: Task) -> None:
        begun.set()
        while not task.cancelled():
            pass
        raise Stopped

    job = jobs.read("Long", work)
    assert begun.wait(5)
    with qtbot.waitSignal(job.stopped):
        job.cancel()


def test_what_is_cancelled_before_its_turn_never_begins(jobs: Jobs, qtbot: QtBot) -> None:
    hold, begun = Event(), []
    jobs.write("First", lambda _: hold.wait(5))
    second = jobs.write("Second", lambda _: begun.append(True))
    with qtbot.waitSignal(second.stopped):
        second.cancel()
        hold.set()
    assert not begun


def test_a_known_trouble_arrives_as_it_is(jobs: Jobs, qtbot: QtBot) -> None:
    def work(_task: Task) -> None:
        raise NewerFormat

    job = jobs.read("Reading", work)
    with qtbot.waitSignal(job.failed) as said:
        pass
    assert isinstance(said.args[0], NewerFormat)


def test_our_own_mistake_is_noted_and_apologised_for(
    jobs: Jobs, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    noted: list[BaseException] = []
    monkeypatch.setattr(jobs_module, "note_mistake", noted.append)
    job = jobs.read("Dividing", lambda _: 1 / 0)
    with qtbot.waitSignal(job.failed) as said:
        pass
    assert isinstance(said.args[0], OurMistake)
    assert isinstance(said.args[0], LifestoryError)
    assert [type(one) for one in noted] == [ZeroDivisionError]


def test_locking_still_writes_what_was_typed(jobs: Jobs, qtbot: QtBot) -> None:
    hold, written = Event(), []
    jobs.write("Importing", lambda _: hold.wait(5))
    jobs.write("", lambda _: written.append("typed"), quiet=True)
    jobs.cancel_all(but_writes=True)
    hold.set()
    qtbot.waitUntil(lambda: not jobs.running)
    assert written == ["typed"]


def test_closing_waits_for_what_is_being_written(qtbot: QtBot) -> None:
    jobs, written = Jobs(), []
    jobs.write("", lambda _: written.append("typed"), quiet=True)
    jobs.close()
    assert written == ["typed"]
