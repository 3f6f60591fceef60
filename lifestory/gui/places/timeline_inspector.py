"""The inspector of the timeline: the editor that fits what is chosen, and only that one."""

from __future__ import annotations

from functools import partial
from uuid import UUID

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from lifestory.app.gaps import Gap
from lifestory.domain.life import Fact, Home, Milestone
from lifestory.domain.people import Child
from lifestory.gui.models.life import Life
from lifestory.gui.models.pictures import PicturesModel
from lifestory.gui.models.rows import Thing
from lifestory.gui.places.birth import BirthEditor
from lifestory.gui.places.fact import FactEditor
from lifestory.gui.places.gap import GapEditor
from lifestory.gui.places.home import HomeEditor
from lifestory.gui.places.milestone import MilestoneEditor


class Inspector(QScrollArea):
    """The signals of its editors, as `Editor` and `GapEditor` tell them."""

    edited = Signal(object)
    brought = Signal(object, object)
    taken_out = Signal(object)
    named = Signal(object, str)
    home_asked = Signal(object)

    def __init__(self, pictures: PicturesModel) -> None:
        super().__init__()
        self.milestone = MilestoneEditor(pictures)
        self.home = HomeEditor()
        self.fact = FactEditor()
        self.birth = BirthEditor(pictures)
        self.gap = GapEditor()
        self._shown: UUID | None = None
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        for editor in self._records:
            editor.edited.connect(self.edited)
            editor.brought.connect(self.brought)
            editor.taken_out.connect(self.taken_out)
        self.gap.edited.connect(self.edited)
        self.gap.named.connect(self.named)
        self.gap.home_asked.connect(self.home_asked)
        for one in (*self._records, self.gap):
            one.hide()
            column.addWidget(one)
        self.setWidget(inner)
        for photo in (self.milestone.photo, self.birth.photo):
            photo.opened.connect(partial(self._bring_into_sight, photo.list))

    def _bring_into_sight(self, widget: QWidget) -> None:
        # Only after the layout has made room for it does it have a place.
        QTimer.singleShot(0, self, lambda: self.ensureWidgetVisible(widget))

    @property
    def _records(
        self,
    ) -> tuple[MilestoneEditor, HomeEditor, FactEditor, BirthEditor]:
        return self.milestone, self.home, self.fact, self.birth

    def minimumSizeHint(self) -> QSize:
        """Never narrower than what it shows: nothing is cut off at its right."""
        bar = self.verticalScrollBar().sizeHint().width()
        widest = max(one.minimumSizeHint().width() for one in (*self._records, self.gap))
        return QSize(widest + bar, 120)

    def show_thing(self, thing: Thing | None, life: Life) -> None:
        """Show the editor of this; of the others, what was typed is said first."""
        editor: QWidget | None = None
        match thing:
            case Milestone():
                editor = self.milestone
            case Home():
                editor = self.home
            case Fact():
                editor = self.fact
            case Child():
                editor = self.birth
            case Gap():
                editor = self.gap
        for other in (*self._records, self.gap):
            if other is not editor:
                other.say()
                other.forget()
                other.hide()
        match thing:
            case Milestone():
                self.milestone.show_record(thing, life)
            case Home():
                self.home.show_record(thing, life)
            case Fact():
                self.fact.show_record(thing, life)
            case Child():
                self.birth.show_record(thing, life)
            case Gap():
                self.gap.show_gap(thing, life)
        if editor is not None:
            editor.show()
        key = thing.id if thing is not None else None
        if key != self._shown:
            self._shown = key
            self.verticalScrollBar().setValue(0)

    def write(self) -> None:
        """Put the keyboard into the first field to fill of what was just added."""
        for editor, field in (
            (self.milestone, self.milestone.first),
            (self.home, self.home.name),
            (self.fact, self.fact.written.text),
            (self.gap, self.gap.words),
            (self.birth, self.birth.born),
        ):
            if editor.isVisibleTo(self):
                field.setFocus()

    def say(self) -> None:
        """Say what was typed."""
        for editor in (*self._records, self.gap):
            editor.say()
