"""The message bar of a place: what happened, what to do, at most two small buttons.

Two bars at most stand at once; how many more wait is said under them. Slow work has a bar of its
own, with a count that is announced at its start, at each quarter and at its end.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from html import escape
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QPlainTextEdit,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from lifestory.domain.errors import LifestoryError
from lifestory.gui.jobs import Job
from lifestory.gui.models.time_left import left_in_words
from lifestory.gui.widgets import parts

_MOST = 2
_ICONS = {"stop": "circle-alert", "look": "triangle-alert", "good": "circle-check", "": "info"}

Answer = tuple[str, Callable[[], None]]


@dataclass(frozen=True, slots=True)
class TakeBack:
    """What *Undo* in a message does: it takes back this step and no other."""

    step: UUID | None
    undo: Callable[[UUID | None], object]

    def __call__(self) -> None:
        self.undo(self.step)


class Strip(QFrame):
    """One message. `tone` is stop, look, good or "" for plain news."""

    def __init__(self, what: str, remedy: str, tone: str, answers: Sequence[Answer]) -> None:
        super().__init__()
        self.setProperty("part", "message")
        self.setProperty("tone", tone)
        self.setMinimumHeight(40)
        self.what, self.remedy = what, remedy
        self.tone = tone
        self.works = False
        """True while it shows how far something is."""
        self.steps = {act.step for _, act in answers if isinstance(act, TakeBack)} - {None}
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 6, 8, 6)
        row.setSpacing(12)
        top = Qt.AlignmentFlag.AlignVCenter
        row.addWidget(parts.picture(_ICONS[tone], tone or "accent"), alignment=top)
        self.middle = QVBoxLayout()
        self.middle.setSpacing(4)
        self.words = parts.Wrapped()
        self.words.setTextFormat(Qt.TextFormat.RichText)
        self.words.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        self.middle.addWidget(self.words)
        row.addLayout(self.middle, 1)
        for words, act in answers:
            answer = parts.button(words, size="small")
            # A click leaves the keyboard where one works: the bar is gone the next moment.
            answer.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            answer.clicked.connect(lambda _=False, act=act: act())
            row.addWidget(answer)
        self.say(what, remedy)

    def say(self, what: str, remedy: str) -> None:
        """Change the words in place."""
        self.what, self.remedy = what, remedy
        self.words.setText(f"<b>{escape(what)}</b> {escape(remedy)}".strip())
        self.words.setAccessibleName(f"{what} {remedy}".strip())


def _details(lines: Sequence[str]) -> QPlainTextEdit:
    shown = QPlainTextEdit("\n".join(lines))
    shown.setProperty("part", "details")
    shown.setReadOnly(True)
    shown.setAccessibleName(" ".join(lines))
    shown.setTabChangesFocus(True)
    shown.setFixedHeight(shown.fontMetrics().lineSpacing() * min(len(lines), 5) + 12)
    return shown


class Messages(QWidget):
    """The bars of one place, newest on top. `left` tells that the keyboard was in one that closed:
    it belongs back at the work."""

    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self._strips: list[Strip] = []
        self._more = parts.label(kind="minor", tone="quiet")
        self._column.addWidget(self._more)
        self._settle()

    @property
    def standing(self) -> tuple[str, ...]:
        """What every bar says, newest first."""
        return tuple(f"{one.what} {one.remedy}".strip() for one in self._strips)

    def tell(
        self,
        what: str,
        remedy: str = "",
        tone: str = "",
        answers: Sequence[Answer] = (),
        details: Sequence[str] = (),
    ) -> Strip:
        """Show a bar with Close as its last button. The same sentence twice is shown once.

        `details` are lines under it, of which some five are seen at a time.
        """
        for standing in [one for one in self._strips if (one.what, one.remedy) == (what, remedy)]:
            self.take_down(standing)
        strip = Strip(what, remedy, tone, (*answers, (self.tr("Close"), lambda: None)))
        for answer in strip.findChildren(QPushButton):
            answer.clicked.connect(lambda: self.take_down(strip))
        if details:
            strip.middle.addWidget(_details(details))
        self._put_up(strip)
        self._announce(f"{what} {remedy}")
        return strip

    def trouble(self, trouble: LifestoryError) -> None:
        """Show a known trouble: its sentence and its way forward."""
        self.tell(trouble.message, trouble.remedy, "stop")

    def follow(self, job: Job, title: str, counted: str = "", meanwhile: str = "") -> None:
        """Show how far a job is and how long it takes, with Cancel, until it ends. `title` is
        "Bringing in photos"; once it counts, `counted` takes its place: "Bringing in {done} of
        {total} photos", and `meanwhile` what one can do."""
        strip = Strip(title, "", "", ((self.tr("Cancel"), job.cancel),))
        strip.works = True
        line = QProgressBar()
        line.setTextVisible(False)
        line.setRange(0, 0)
        line.setAccessibleName(title)
        strip.middle.addWidget(line)
        told, began = 0, 0.0

        def count(done: int, total: int, _what: str) -> None:
            nonlocal told, began
            if strip not in self._strips:  # it was closed, as when the window is locked
                return
            line.setRange(0, total)
            line.setValue(done)
            words = counted or f"{title} " + self.tr("{done} of {total}")
            said = words.format(done=f"{done:,}", total=f"{total:,}") if total else title
            began = began or time.monotonic()  # not while it waited for its turn
            left = left_in_words(time.monotonic() - began, done, total)
            strip.say(said, f"{meanwhile} {left}".strip())
            if total and done * 4 // total > told:
                told = done * 4 // total
                self._announce(said)

        job.progress.connect(count)
        job.finished.connect(lambda: self.take_down(strip))
        self._put_up(strip)
        self._announce(title)

    def take_down(self, strip: Strip) -> None:
        """Close a bar."""
        if strip in self._strips:
            self._strips.remove(strip)
            was_there = strip.isAncestorOf(self.window().focusWidget() or self)
            self._column.removeWidget(strip)
            strip.hide()
            strip.deleteLater()
            self._settle()
            if was_there:
                self.left.emit()

    def undone(self, step: UUID) -> None:
        """A step was taken back elsewhere: what a bar says of it is true no more."""
        for strip in [one for one in self._strips if step in one.steps]:
            self.take_down(strip)

    def leave(self) -> None:
        """One goes to another place: news that was seen is not told again when one comes back;
        what asks for something, and what still works, stays."""
        for strip in [one for one in self._strips if one.isVisible()]:
            if strip.tone in {"", "good"} and not strip.works:
                self.take_down(strip)

    def clear(self) -> None:
        """Close all of them."""
        for strip in list(self._strips):
            self.take_down(strip)

    def _put_up(self, strip: Strip) -> None:
        self._strips.insert(0, strip)
        self._column.insertWidget(0, strip)
        self._settle()

    def _settle(self) -> None:
        for place, strip in enumerate(self._strips):
            strip.setVisible(place < _MOST)
        waiting = len(self._strips) - _MOST
        self._more.setText(self.tr("{count} more").format(count=waiting))
        self._more.setVisible(waiting > 0)
        self.setVisible(bool(self._strips))

    def _announce(self, sentence: str) -> None:
        event = QAccessibleAnnouncementEvent(self, sentence)
        QAccessible.updateAccessibility(event)
