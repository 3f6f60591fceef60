"""The child's own words: as they were said or written, never corrected, never parsed."""

from __future__ import annotations

from dataclasses import replace
from typing import Any
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from lifestory.domain.dates import HonestDate
from lifestory.domain.stories import ChildWords
from lifestory.gui import look
from lifestory.gui.models.life import Life
from lifestory.gui.models.pictures import PicturesModel
from lifestory.gui.places.sheet import LINE, STORY_PIXELS
from lifestory.gui.widgets import parts
from lifestory.gui.widgets.band_words import TellFrom
from lifestory.gui.widgets.breath import Breath
from lifestory.gui.widgets.dates import DateField
from lifestory.gui.widgets.photo_field import PhotoField


class OwnWords(QWidget):
    """`edited` carries the words before, as they now are, and the group of the change; `taken_out`
    those that are to go."""

    edited = Signal(object, object, object)
    taken_out = Signal(object)

    def __init__(self, pictures: PicturesModel) -> None:
        super().__init__()
        self._said: ChildWords | None = None
        inner = parts.panel("paper")
        column = QVBoxLayout(inner)
        column.setContentsMargins(40, 24, 24, 16)
        column.setSpacing(8)
        self.title = parts.label(kind="hero")
        column.addWidget(self.title)
        says = self.tr(
            "Printed just as they stand here: nothing is corrected, nothing is left out."
        )
        column.addWidget(parts.label(says, tone="quiet", wrap=True))
        self.text = parts.TextField(self.tr("The child's own words"), "story")
        letters = look.font(STORY_PIXELS / look.LEAST_PIXELS)
        letters.setFamily(look.STORY_FAMILY)
        self.text.setFont(letters)
        self.text.setMaximumWidth(look.larger(LINE))
        self.text.setMinimumHeight(look.larger(160))
        self.text.setPlaceholderText(self.tr("Write what was said, word for word"))
        column.addWidget(self.text, 1)
        self.when = DateField(self.tr("When it was said"))
        self.from_age = TellFrom()
        self.picture = PhotoField(self.tr("The picture that goes with them"), pictures)
        row = QHBoxLayout()
        row.setSpacing(24)
        fields = QVBoxLayout()
        fields.setSpacing(8)
        fields.addLayout(parts.under(self.tr("When"), self.when))
        fields.addLayout(parts.under(self.tr("Show from age"), self.from_age))
        row.addLayout(fields, 1)
        row.addLayout(parts.under(self.tr("Picture"), self.picture), 1)
        column.addLayout(row)
        out = parts.button(self.tr("Take them out"), "trash-2", "quiet")
        out.clicked.connect(lambda: self.taken_out.emit(self._said))
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(out)
        column.addLayout(foot)
        self._scroll(inner)
        self._breath = Breath(self)
        self._breath.due.connect(self._say_text)
        self.text.textChanged.connect(self._typed)
        self.text.left.connect(self._say_text)
        self.when.edited.connect(lambda when: self._say(None, said_on=when))
        self.from_age.edited.connect(lambda age: self._say(None, tell_from_age=age))
        self.picture.edited.connect(lambda picture: self._say(None, picture=picture))

    def _scroll(self, inner: QWidget) -> None:
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(inner)
        outer.addWidget(scroll)

    def show_words(self, said: ChildWords | None, life: Life) -> None:
        """Show the child's words, or none; what is being typed into the same ones stays."""
        if self._said is not None and (said is None or said.id != self._said.id):
            self.say()
            self.text.document().setModified(False)
        self._said = said
        if said is None:
            self.text.clear()
            self.title.setText("")
            for field in (self.when, self.from_age, self.picture):
                field.forget()
            return
        name = life.name or self.tr("The child")
        self.title.setText(self.tr("{name}, in own words").format(name=name))
        changed = self.text.document().isModified()
        if not changed and self.text.toPlainText() != said.text:
            self.text.setPlainText(said.text)
            self.text.document().setModified(False)
        self.when.show_date(said.said_on, self._age(said.said_on, life))
        self.from_age.show_age(said.tell_from_age)
        self.picture.show_photo(said.picture)

    def say(self) -> None:
        """Say what was typed."""
        self._say_text()
        self.when.say()

    def _age(self, when: HonestDate, life: Life) -> str:
        age = life.age_in_words(when)
        return self.tr("{name} was {age}.").format(name=life.name, age=age) if age else ""

    def _typed(self) -> None:
        if self.text.document().isModified():
            self._breath.typed()

    def _say_text(self) -> None:
        group = self._breath.group
        self._breath.said()
        if self.text.document().isModified():
            self.text.document().setModified(False)
            self.text.document().clearUndoRedoStacks()
            self._say(group, text=self.text.toPlainText())

    def _say(self, group: UUID | None, **changed: Any) -> None:
        if self._said is not None:
            before, self._said = self._said, replace(self._said, **changed)
            if before != self._said:
                self.edited.emit(before, self._said, group)
