"""The message bars of a place."""

# mypy: allow-untyped-calls
from __future__ import annotations

from collections.abc import Iterator
from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QProgressBar, QPushButton
from pytestqt.qtbot import QtBot

from lifestory.domain.errors import NewerFormat
from lifestory.gui.jobs import Jobs, Task
from lifestory.gui.messages import Messages
from lifestory.gui.models.time_left import left_in_words


@pytest.fixture
def messages(qtbot: QtBot) -> Messages:
    made = Messages()
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def jobs(qtbot: QtBot) -> Iterator[Jobs]:
    made = Jobs()
    yield made
    made.close()


def button(messages: Messages, word: str) -> QPushButton:
    return next(one for one in messages.findChildren(QPushButton) if one.text() == word)


def test_trouble_says_what_happened_and_what_to_do(messages: Messages) -> None:
    messages.trouble(NewerFormat())
    assert messages.standing == (f"{NewerFormat.message} {NewerFormat.remedy}",)


def test_close_takes_a_bar_down(messages: Messages, qtbot: QtBot) -> None:
    messages.tell("Two dates.", "Choose one.", "look")
    qtbot.mouseClick(button(messages, "Close"), Qt.MouseButton.LeftButton)
    assert messages.standing == ()
    assert not messages.isVisible()


def test_a_third_bar_waits_and_is_counted(messages: Messages) -> None:
    for sentence in ("One.", "Two.", "Three."):
        messages.tell(sentence)
    assert messages.standing == ("Three.", "Two.", "One.")
    assert messages._more.text() == "1 more"


def test_the_same_sentence_twice_stands_once(messages: Messages) -> None:
    messages.trouble(NewerFormat())
    messages.trouble(NewerFormat())
    assert len(messages.standing) == 1


def test_what_a_file_is_called_is_never_read_as_markup(messages: Messages) -> None:
    strip = messages.tell("<img src=x>", "<b>bold</b>")
    assert "&lt;img" in strip.words.text()


def test_an_answer_does_its_work_and_closes(messages: Messages, qtbot: QtBot) -> None:
    done = []
    messages.tell("Photos are in.", answers=[("Undo", lambda: done.append(True))])
    qtbot.mouseClick(button(messages, "Undo"), Qt.MouseButton.LeftButton)
    assert done
    assert messages.standing == ()


def test_a_job_is_counted_cancelled_and_gone(messages: Messages, jobs: Jobs, qtbot: QtBot) -> None:
    go = Event()

    def work(task: Task) -> None:
        task.progress(212, 348, "photos")
        while not task.cancelled():
            go.wait(0.01)

    job = jobs.read("Bringing in photos", work)
    messages.follow(job, "Bringing in photos")
    qtbot.waitUntil(lambda: messages.standing == ("Bringing in photos 212 of 348",))
    line = messages.findChildren(QProgressBar)[0]
    assert (line.value(), line.maximum()) == (212, 348)
    qtbot.mouseClick(button(messages, "Cancel"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: messages.standing == ())


def test_a_bar_counts_in_the_words_of_its_work(
    messages: Messages, jobs: Jobs, qtbot: QtBot
) -> None:
    go = Event()

    def work(task: Task) -> None:
        task.progress(1_212, 5_000)
        go.wait(5)

    job = jobs.read("Bringing in photos", work)
    counted = "Bringing in {done} of {total} photos."
    messages.follow(job, "Bringing in photos", counted, "You can go on working.")
    said = "Bringing in 1,212 of 5,000 photos. You can go on working."
    qtbot.waitUntil(lambda: messages.standing == (said,))
    go.set()
    qtbot.waitUntil(lambda: messages.standing == ())


@pytest.mark.parametrize(
    ("elapsed", "done", "total", "said"),
    [
        (1.0, 10, 100, ""),
        (10.0, 212, 348, "About 10 seconds left."),
        (60.0, 60, 100, "About 40 seconds left."),
        (60.0, 50, 100, "About a minute left."),
        (60.0, 100, 800, "About 7 minutes left."),
        (60.0, 99, 100, ""),
        (60.0, 0, 0, ""),
    ],
)
def test_the_time_left_is_said_roughly(elapsed: float, done: int, total: int, said: str) -> None:
    assert left_in_words(elapsed, done, total) == said
