"""Whether someone may be shown, asked in place: what was heard so far, and what is heard now."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from uuid import UUID

from PySide6.QtCore import QCoreApplication, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from lifestory.app.working_days import today
from lifestory.domain.dates import HonestDate
from lifestory.domain.media import Permission
from lifestory.domain.readers import Recipient
from lifestory.gui.models.permission_words import heard_in_words, recipient_in_words
from lifestory.gui.widgets import parts
from lifestory.gui.widgets.dates import DateField
from lifestory.gui.widgets.tab_order import lead_through, stops_in
from lifestory.gui.widgets.tick_box import TickBox

_GIVEN, _REFUSED = range(2)
_ALL, _CHOSEN = range(2)


class PermissionForm(QWidget):
    """`kept` carries a Permission, new or put right, `forgotten` the id of one to be taken out;
    `closed` that one is done. Escape closes it."""

    kept = Signal(object)
    forgotten = Signal(object)
    closed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.person: UUID | None = None
        self._of: Permission | None = None
        self._heard: tuple[Permission, ...] | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 8)
        column.setSpacing(6)
        self._history = QVBoxLayout()
        self._history.setSpacing(6)
        column.addLayout(self._history)
        self.answer = parts.Choice(
            self.tr("What was said"), (self.tr("Given"), self.tr("Refused")), narrow=True
        )
        self.given_by = parts.Field(self.tr("Who gave or refused it"))
        self.given_by.setPlaceholderText(self.tr("Who said so, such as Kit's mum"))
        self.when = DateField(self.tr("When it was said"))
        self.when.field.setPlaceholderText(self.tr("14 March 2024, May 2024"))
        self.when.refuses = _not_to_come
        self.how = parts.Field(self.tr("How it was said"))
        self.how.setPlaceholderText(self.tr("How: by letter, by telephone"))
        self.scope = parts.Choice(
            self.tr("For which books"), (self.tr("All books"), self.tr("Only for…")), narrow=True
        )
        self.only = {one: TickBox(recipient_in_words(one)) for one in Recipient}
        self.until = DateField(self.tr("The last day it holds"))
        self.until.field.setPlaceholderText(self.tr("It does not end"))
        self._fill(column)
        self.answer.chosen.connect(lambda _: self._settle())
        self.scope.chosen.connect(lambda _: self._settle())
        self.keep.clicked.connect(self._say)
        self.never.clicked.connect(self.closed)

    def _fill(self, column: QVBoxLayout) -> None:
        self._heading = parts.label(kind="field", tone="quiet", wrap=True)
        for part in (self._heading, self.answer, self.given_by):
            column.addWidget(part)
        column.addWidget(parts.label(self.tr("When"), "minor", "quiet"))
        self.today = parts.button(self.tr("Today"), size="small")
        self.today.setAccessibleName(self.tr("It was said today"))
        self.today.clicked.connect(self._say_today)
        when = QHBoxLayout()
        when.setSpacing(8)
        when.addWidget(self.when, 1)
        when.addWidget(self.today, alignment=Qt.AlignmentFlag.AlignTop)
        column.addLayout(when)
        column.addWidget(self.how)
        column.addWidget(parts.label(self.tr("For which books"), "minor", "quiet"))
        column.addWidget(self.scope)
        for box in self.only.values():
            column.addWidget(box)
        self._until = parts.label(self.tr("Until when"), "minor", "quiet")
        column.addWidget(self._until)
        column.addWidget(self.until)
        row = QHBoxLayout()
        row.setSpacing(4)
        self.keep = parts.button(self.tr("Keep it"), "check", size="small")
        self.never = parts.button(self.tr("Close"), "", "quiet", "small")
        row.addWidget(self.keep)
        row.addWidget(self.never)
        row.addStretch(1)
        column.addLayout(row)
        column.addWidget(parts.rule())

    def begin(self, person: UUID, called: str, heard: Sequence[Permission]) -> None:
        """Ask about someone: what was heard, and an empty form for what is heard now."""
        self.person = person
        self.setAccessibleName(self.tr("Permission of {name}").format(name=called))
        self.keep.setAccessibleName(self.tr("Keep what was said of {name}").format(name=called))
        self._heard = None
        self.show_heard(heard)
        self._put(None)
        self.show()
        self.given_by.setFocus()
        QTimer.singleShot(0, self, self._come_into_sight)  # once it has its place

    def _come_into_sight(self) -> None:
        around: QWidget | None = self.parentWidget()
        while around is not None and not isinstance(around, QScrollArea):
            around = around.parentWidget()
        if around is not None and self.isVisible():
            for part in (self.keep, self.given_by):
                around.ensureWidgetVisible(part)

    def show_heard(self, heard: Sequence[Permission]) -> None:
        """Show what was said so far, the newest first; what is being typed is left alone."""
        if tuple(heard) == self._heard:
            return
        self._heard = tuple(heard)
        while (item := self._history.takeAt(0)) is not None:
            if (gone := item.widget()) is not None:
                gone.hide()
                gone.deleteLater()
        rows: list[QWidget] = []
        for said in reversed(self._heard):
            rows.append(self._row(said))
            self._history.addWidget(rows[-1])
        lead_through([stop for row in rows for stop in stops_in(row)], self.answer)
        if self._of is not None and self._of.id not in {one.id for one in self._heard}:
            self._put(None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
            return
        super().keyPressEvent(event)

    def _row(self, said: Permission) -> QWidget:
        row = QWidget()
        column = QVBoxLayout(row)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        words = heard_in_words(said)
        column.addWidget(parts.label(words, "minor", wrap=True))
        line = QHBoxLayout()
        line.setSpacing(4)
        for shown, spoken, act in (
            (self.tr("Put right"), self.tr("Put right: {said}"), lambda: self._put_right(said)),
            (
                self.tr("Take out"),
                self.tr("Take out: {said}"),
                lambda: self.forgotten.emit(said.id),
            ),
        ):
            button = parts.button(shown, "", "quiet", "small")
            button.setAccessibleName(spoken.format(said=words))
            button.clicked.connect(lambda _=False, act=act: act())
            line.addWidget(button)
        line.addStretch(1)
        column.addLayout(line)
        return row

    def _put_right(self, said: Permission) -> None:
        self._put(said)
        self.given_by.setFocus()

    def _put(self, said: Permission | None) -> None:
        """Fill the form: with what was said, or with nothing."""
        self._of = said
        empty = said or Permission(person=UUID(int=0))
        asked = self.tr("What was said?") if not self._heard else self.tr("What was said now?")
        self._heading.setText(self.tr("Put it right") if said else asked)
        self.answer.choose(_GIVEN if empty.given else _REFUSED)
        self.given_by.setText(empty.given_by)
        self.how.setText(empty.how)
        for field, when in ((self.when, empty.given_on), (self.until, empty.until)):
            field.drop()
            field.show_date(when or HonestDate())
        self.scope.choose(_CHOSEN if empty.recipients else _ALL)
        for one, box in self.only.items():
            box.setChecked(one in empty.recipients)
        self._settle()

    def _settle(self) -> None:
        for box in self.only.values():
            box.setVisible(self.scope.index == _CHOSEN)
        for part in (self._until, self.until):
            part.setVisible(self.answer.index == _GIVEN)

    def _say_today(self) -> None:
        self.when.drop()
        self.when.show_date(HonestDate.on(today()))
        self.how.setFocus()

    def _say(self) -> None:
        given = self.answer.index == _GIVEN
        for field in (self.when, self.until):
            field.say()
            if not field.understood:
                field.setFocus()
                return
        if self.person is None:
            return
        chosen = frozenset(one for one, box in self.only.items() if box.isChecked())
        known = self._of or Permission(person=self.person)
        self.kept.emit(
            replace(
                known,
                given=given,
                given_by=" ".join(self.given_by.text().split()),
                given_on=self.when.when,
                how=" ".join(self.how.text().split()),
                recipients=chosen if self.scope.index == _CHOSEN else frozenset(),
                until=None if not given or self.until.when == HonestDate() else self.until.when,
            )
        )
        self.closed.emit()


def _not_to_come(when: HonestDate) -> str:
    span = when.span()
    if span is None or span.first <= today():
        return ""
    return QCoreApplication.translate("PermissionForm", "That day is still to come.")
