"""What the pages that lie open measure: their words, and what is worth a look."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from lifestory.app.books import Unallowed
from lifestory.domain.plans import PagePlan
from lifestory.gui.models.frames import Frame
from lifestory.gui.models.page_notes import Note, limit_on, notes_on, words_on
from lifestory.gui.widgets import parts
from lifestory.gui.widgets.meter import Meter


class PageNotes(QWidget):
    """`wanted` carries the Frame one wants to see; `photo_wanted` the id of a photo, to see who is
    in it and what they said."""

    wanted = Signal(object)
    photo_wanted = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self._shown: object = None
        self.meters: tuple[Meter, ...] = ()
        self.notes: tuple[Note, ...] = ()

    def show_pages(
        self,
        plans: Sequence[PagePlan],
        frames: Sequence[Frame],
        limit: int,
        unallowed: Sequence[Unallowed] = (),
    ) -> None:
        """Show the words of each page, of those its reader takes, and what is worth a look."""
        shown = (tuple(plan.digest for plan in plans), tuple(frames), limit, tuple(unallowed))
        if shown == self._shown:
            return
        self._shown = shown
        while item := self._column.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        self.notes = notes_on(plans, frames, limit, unallowed)
        if plans or self.notes:
            self._column.addWidget(parts.rule())
        self.meters = tuple(self._meter(plan, limit) for plan in plans)
        for one in (*self.meters, *(self._line(note) for note in self.notes)):
            self._column.addWidget(one)

    def _meter(self, plan: PagePlan, limit: int) -> Meter:
        meter = Meter(self.tr("Words on page {page}").format(page=plan.number))
        meter.show_value(words_on(plan), limit_on(plan, limit))
        return meter

    def _line(self, note: Note) -> QFrame:
        line = parts.panel("message")
        line.setProperty("tone", "look")
        row = QHBoxLayout(line)
        row.setContentsMargins(10, 6, 8, 6)
        row.setSpacing(8)
        top = Qt.AlignmentFlag.AlignVCenter
        row.addWidget(parts.picture("triangle-alert", "look"), alignment=top)
        row.addWidget(parts.label(note.says, wrap=True), 1)
        if note.frame is not None:
            see = parts.button(self.tr("Show"), size="small")
            see.setAccessibleName(self.tr("Show: {what}").format(what=note.says))
            see.clicked.connect(lambda: self.wanted.emit(note.frame))
            row.addWidget(see, alignment=top)
        if note.photo is not None:
            who = parts.button(self.tr("Who is in it"), size="small")
            who.setAccessibleName(self.tr("Who is in it: {what}").format(what=note.says))
            who.clicked.connect(lambda: self.photo_wanted.emit(note.photo))
            row.addWidget(who, alignment=top)
        return line
