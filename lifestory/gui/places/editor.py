"""What the editors of the timeline's inspector share: a heading, fields one under the other, and
one record that they say anew when a field is left."""

from __future__ import annotations

from dataclasses import replace
from typing import Generic, Protocol, TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from lifestory.domain.life import Evidence, Fact, Home, Milestone, Source
from lifestory.domain.people import Child
from lifestory.domain.records import Record
from lifestory.gui.models.life import Life
from lifestory.gui.widgets import parts
from lifestory.gui.widgets.evidence import EvidenceField

T = TypeVar("T", Home, Milestone, Fact, Child)
E = TypeVar("E", Home, Milestone, Fact)


class Forgetful(Protocol):
    """A field that can let go of what it holds."""

    def forget(self) -> None:
        """Hold nothing of anybody."""


class Editor(QWidget, Generic[T]):
    """`edited` carries the record as it now is; `brought` the record and a new source, place or
    person that it names; `taken_out` the record that is to go."""

    edited = Signal(object)
    brought = Signal(object, object)
    taken_out = Signal(object)

    def __init__(self, what: str) -> None:
        super().__init__()
        self.record: T | None = None
        self.life = Life()
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(16, 16, 16, 16)
        self.column.setSpacing(8)
        self.column.addWidget(parts.label(what, "minor", "quiet"))
        self.headline = parts.label(kind="title", wrap=True)
        self.column.addWidget(self.headline)
        self.column.addSpacing(8)

    def show_record(self, record: T, life: Life) -> None:
        """Show one; what is being typed into the same record is left alone, what was typed into
        another is said first."""
        if self.record is not None and self.record.id != record.id:
            self.say()
            self.drop()
        self.record, self.life = record, life
        self.headline.setText(self.heading(record))
        self.fill(record)

    def heading(self, record: T) -> str:
        """What stands large over the fields."""
        raise NotImplementedError

    def fill(self, record: T) -> None:
        """Put a record into the fields."""
        raise NotImplementedError

    def say(self) -> None:
        """Say what was typed, if it is not yet said."""

    def drop(self) -> None:
        """Forget what was typed and cannot be said."""

    @property
    def fields(self) -> tuple[Forgetful, ...]:
        """Everything that holds something of the record."""
        raise NotImplementedError

    def forget(self) -> None:
        """Show nothing any more, and hold nothing."""
        if self.record is None:
            return
        self.record, self.life = None, Life()
        for field in self.fields:
            field.forget()
        self.headline.setText("")

    def is_empty(self, record: T) -> bool:  # noqa: ARG002
        """True when nothing is said in a record yet, and Escape takes it out again."""
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.record is not None:
            self.say()
            if self.is_empty(self.record):
                self.taken_out.emit(self.record)
                return
        super().keyPressEvent(event)

    def keep(self, record: T, *new: Record) -> None:
        """Say what the record now is, and what else is new in the case, if it has changed."""
        if record == self.record:
            return
        self.record = record
        self.headline.setText(self.heading(record))
        self.fill(record)
        if new:
            self.brought.emit(record, new[0])
        else:
            self.edited.emit(record)

    def labelled(self, title: str, field: QWidget) -> QLabel:
        """Add a field under its label, which is given back."""
        words = parts.label(title, "field", "quiet", wrap=True)
        words.setBuddy(field)
        self.column.addWidget(words)
        self.column.addWidget(field)
        self.column.addSpacing(8)
        return words

    def finish(self) -> None:
        """Close the column with the way to take the record out."""
        self.column.addStretch(1)
        out = parts.button(self.tr("Take it out"), "trash-2", "quiet")
        out.clicked.connect(lambda: self.taken_out.emit(self.record))
        self.column.addWidget(out, alignment=Qt.AlignmentFlag.AlignRight)


class EvidencedEditor(Editor[E]):
    """An editor of something that is known from somewhere."""

    def __init__(self, what: str) -> None:
        super().__init__(what)
        self.evidence = EvidenceField()
        self.evidence.edited.connect(self._set_evidence)
        self.evidence.source_named.connect(self._add_source)

    def _set_evidence(self, evidence: Evidence) -> None:
        if self.record:
            self.keep(replace(self.record, evidence=evidence))

    def _add_source(self, title: str) -> None:
        if self.record:
            source = Source(about=self.record.about, title=title)
            evidence = replace(self.record.evidence, source=source.id)
            self.keep(replace(self.record, evidence=evidence), source)
