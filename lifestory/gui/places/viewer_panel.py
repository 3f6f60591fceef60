"""Beside the large photo: who is in it, how a craft is worked, and what is changed for print."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from lifestory.app.album import Album, PhotoLook
from lifestory.gui.models.photo_words import caption, taken_in_words
from lifestory.gui.places.viewer_changes import Changes
from lifestory.gui.places.viewer_craft import Craft
from lifestory.gui.widgets import parts
from lifestory.gui.widgets.kinds import Mode
from lifestory.gui.widgets.place import INSPECTOR
from lifestory.gui.widgets.scrolled import Scrolled
from lifestory.gui.widgets.tool import Tool
from lifestory.gui.widgets.who_field import WhoField


class ViewerPanel(QWidget):
    """`changes` takes a change back; `add_frame` lays a frame in the middle of the picture; `done`
    and `dropped` end what is being done, as Enter and Esc do."""

    add_frame = Signal()
    done = Signal()
    dropped = Signal()

    def __init__(self, crafts: Mapping[Mode, Craft]) -> None:
        super().__init__()
        self._crafts = crafts
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(8)
        self.title = parts.label(kind="title", wrap=True)
        self.when = parts.label(tone="quiet", wrap=True)
        column.addWidget(self.title)
        column.addWidget(self.when)
        column.addSpacing(8)
        column.addWidget(parts.label(self.tr("Who is in it"), "field", "quiet"))
        self.who = WhoField()
        column.addWidget(self.who)
        column.addSpacing(8)
        column.addWidget(parts.rule())
        self._add_doing(column)
        column.addSpacing(8)
        column.addWidget(parts.label(self.tr("Changes to the printed copy"), "field", "quiet"))
        self.changes = Changes()
        column.addWidget(self.changes)
        looking = crafts[Mode.LOOK].controls
        if looking is not None:
            column.addSpacing(8)
            column.addWidget(looking)
        column.addStretch(1)
        self._scrolled = Scrolled(inner, INSPECTOR)
        outer.addWidget(self._scrolled, 1)
        outer.addWidget(parts.rule())
        outer.addWidget(self._ending())
        outer.addWidget(self._promise())
        self.show_mode(Mode.LOOK)

    def _add_doing(self, column: QVBoxLayout) -> None:
        self._doing = parts.label(kind="strong")
        self._hint = parts.label(wrap=True)
        self._add = parts.button("", "plus", size="small")
        self._add.clicked.connect(self.add_frame)
        column.addWidget(self._doing)
        for mode, craft in self._crafts.items():
            if craft.controls is not None and mode is not Mode.LOOK:
                column.addWidget(craft.controls)
        column.addWidget(self._hint)
        column.addWidget(self._add, alignment=Qt.AlignmentFlag.AlignLeft)

    def _ending(self) -> QWidget:
        """The two keys that end a craft, as buttons; they stay when the panel scrolls."""
        self._end = QWidget()
        row = QHBoxLayout(self._end)
        row.setContentsMargins(16, 12, 16, 0)
        row.setSpacing(8)
        self.drop = Tool(self.tr("Cancel"), "undo-2", self.tr("Esc"))
        self.finish = Tool(self.tr("Done"), "check", self.tr("Enter"), "")
        self.drop.clicked.connect(self.dropped)
        self.finish.clicked.connect(self.done)
        row.addWidget(self.drop)
        row.addStretch(1)
        row.addWidget(self.finish)
        return self._end

    def _promise(self) -> QWidget:
        foot = QWidget()
        row = QHBoxLayout(foot)
        row.setContentsMargins(16, 12, 16, 12)
        row.setSpacing(8)
        row.addWidget(parts.picture("shield-check", "good"))
        said = self.tr(
            "The original is never changed. Crop and hide are made into a new picture for print."
        )
        row.addWidget(parts.label(said, "minor", "quiet", wrap=True), 1)
        return foot

    def show_mode(self, mode: Mode) -> None:
        """Say what is being done and how; the button lays a frame without a mouse."""
        craft = self._crafts[mode]
        keys = self.tr(
            "Arrows move a frame, Shift+arrows size it, Tab goes to the next, Delete takes it away."
        )
        ends = craft.ends or self.tr("Enter is done.")
        self._doing.setText(craft.title)
        self._hint.setText(f"{craft.hint} {keys} {ends}" if craft.add else craft.hint)
        self._add.setText(craft.add)
        self._add.setAccessibleName(craft.add or self.tr("Add a frame"))
        for part in (self._doing, self._hint):
            part.setVisible(bool(craft.title))
        self._add.setVisible(bool(craft.add))
        self._end.setVisible(bool(craft.title))
        self.drop.setVisible(craft.tries)
        self.finish.setVisible(not craft.ends)
        for one, other in self._crafts.items():
            if other.controls is not None:
                other.controls.setVisible(one is mode)
        # Once all of it is laid out.
        QTimer.singleShot(0, self, self._reveal)

    def _reveal(self) -> None:
        """Scroll no further than to what is being done, its heading before all."""
        for part in (self._add, self._hint, self._doing):
            if part.isVisible():
                self._scrolled.ensureWidgetVisible(part, 0, 8)

    def show_photo(self, look: PhotoLook, album: Album) -> None:
        """Show what is known of it and changed."""
        photo = look.photo
        self.title.setText(caption(photo) or self.tr("No caption yet"))
        self.when.setText(taken_in_words(photo))
        self.who.show_who(photo.people, album)
        self.changes.show_photo(look)

    def forget(self) -> None:
        """Say nothing of any photo."""
        self.title.setText("")
        self.when.setText("")
        self.who.forget()
        self.changes.forget()
