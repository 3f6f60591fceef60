"""Beside the grid: one photo, many at once, or the large one; and below, what to do with it."""

from __future__ import annotations

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from lifestory.gui.places.many_photos import ManyPhotos
from lifestory.gui.places.photo_panel import PhotoPanel
from lifestory.gui.places.viewer import Viewer
from lifestory.gui.widgets import parts
from lifestory.gui.widgets.place import INSPECTOR
from lifestory.gui.widgets.scrolled import Scrolled
from lifestory.gui.widgets.tool import Tool


class PhotoSide(QFrame):
    """Three panels of which one shows, over two buttons that stay when the panel scrolls. What is
    said of photos in any of them carries the list of their ids first; the others are of what is
    chosen."""

    opened = Signal()
    binned = Signal()
    put_back = Signal()
    dated = Signal(list, object)
    dates_confirmed = Signal(list)
    told_from = Signal(list, int)
    named = Signal(list, object)
    taken_out = Signal(list, object)
    turned = Signal(list, int)
    edges_kept = Signal(list, bool)
    portrait_chosen = Signal(object)
    erase_asked = Signal()
    person_erase_asked = Signal(object)

    def __init__(self, viewer: Viewer) -> None:
        super().__init__()
        self.one = PhotoPanel()
        self.many = ManyPhotos()
        self._viewer, self._close = viewer, viewer.panel
        self.setProperty("part", "side")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._stack = QStackedWidget()
        for panel in (self.one, self.many):
            self._stack.addWidget(Scrolled(panel, INSPECTOR))
        self._stack.addWidget(self._close)
        column.addWidget(self._stack, 1)
        self._foot = QWidget()
        below = QVBoxLayout(self._foot)
        below.setContentsMargins(0, 0, 0, 0)
        below.setSpacing(0)
        below.addWidget(parts.rule())
        row = QHBoxLayout()
        row.setContentsMargins(16, 12, 16, 12)
        self.closer = Tool(self.tr("Look closer"), "maximize-2", self.tr("Space"), "")
        self.to_bin = parts.button(self.tr("Bin"), "trash-2", "quiet")
        self.to_bin.setAccessibleName(self.tr("Put in the bin"))
        self.from_bin = parts.button(self.tr("Put back"), "undo-2")
        row.addWidget(self.closer)
        row.addStretch(1)
        row.addWidget(self.to_bin)
        row.addWidget(self.from_bin)
        self.erase = parts.button(self.tr("Erase…"), "trash-2", "quiet")
        self.erase.setAccessibleName(self.tr("Erase this photo for good"))
        row.addWidget(self.erase)
        below.addLayout(row)
        column.addWidget(self._foot)
        self.closer.clicked.connect(self.opened)
        self.to_bin.clicked.connect(self.binned)
        self.from_bin.clicked.connect(self.put_back)
        self.erase.clicked.connect(self.erase_asked)
        self._listen()

    def _listen(self) -> None:
        for panel in (self.one, self.many):
            panel.dated.connect(lambda when, of=panel: self.dated.emit(of.ids, when))
            panel.date_confirmed.connect(lambda of=panel: self.dates_confirmed.emit(of.ids))
            panel.told_from.connect(lambda age, of=panel: self.told_from.emit(of.ids, age))
        self.many.turned.connect(lambda by: self.turned.emit(self.many.ids, by))
        self.one.edges_kept.connect(lambda on: self.edges_kept.emit(self.one.ids, on))
        for people, of in (
            (self.one.who, self.one),
            (self.many, self.many),
            (self._close.who, self._viewer),
        ):
            people.added.connect(lambda who, of=of: self.named.emit(of.ids, who))
            people.taken_out.connect(lambda who, of=of: self.taken_out.emit(of.ids, who))
        for who in (self.one.who, self._close.who):
            who.portrait_chosen.connect(self.portrait_chosen)
            who.erase_asked.connect(self.person_erase_asked)

    def sizeHint(self) -> QSize:
        """No wider than it must be: the room is the grid's."""
        return QSize(self.minimumSizeHint().width(), super().sizeHint().height())

    def show_close(self) -> None:
        """What belongs to the large photo."""
        self._stack.setCurrentWidget(self._close)
        self._foot.hide()

    def show_chosen(self, *, many: bool, in_bin: bool) -> None:
        """What belongs to one photo of the grid, or to many."""
        self._stack.setCurrentIndex(1 if many else 0)
        self._foot.show()
        self.closer.setVisible(not many)
        self.to_bin.setVisible(not in_bin)
        self.from_bin.setVisible(in_bin)
        self.erase.setVisible(in_bin and not many)
