"""Photos that look alike, group under group, with the best one on top of each."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from lifestory.app.album import Album, PhotoLook
from lifestory.domain.media import Photo
from lifestory.gui.widgets import parts
from lifestory.gui.widgets.double_group import DoubleGroup
from lifestory.gui.widgets.flow import Flow
from lifestory.gui.widgets.place import MARGIN
from lifestory.gui.widgets.scrolled import Scrolled
from lifestory.gui.widgets.tool import Tool

_AT_ONCE = 20
"""Groups that are laid out at a time; a button brings more."""


class Doubles(QWidget):
    """`kept` and `different` are those of a DoubleGroup; `left` goes back to all photos; `wanted`
    asks for the small picture of a Photo, which `put` gives back. `bar` is placed by whoever shows
    it. What is settled goes, and an undo brings it back."""

    kept = Signal(object, list, bool)
    different = Signal(list)
    left = Signal()
    wanted = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(self.tr("Doubles"))
        self._found: tuple[tuple[UUID, ...], ...] = ()
        self._album = Album()
        self._most = _AT_ONCE
        self._images: dict[UUID, QImage] = {}
        self.groups: list[DoubleGroup] = []
        self.bar = self._make_bar()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(MARGIN, 8, MARGIN, 24)
        column.setSpacing(12)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(12)
        column.addLayout(self._rows)
        self.none = parts.label(
            self.tr("No photos look alike any more. What went is in the bin."), wrap=True
        )
        self.none.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column.addWidget(self.none)
        self.more = parts.button(self.tr("Show more"), "plus")
        self.more.clicked.connect(self._show_more)
        column.addWidget(self.more, alignment=Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        self._scrolled = Scrolled(inner, 0)
        outer.addWidget(self._scrolled)

    def _make_bar(self) -> QFrame:
        bar = parts.panel("bar")
        bar.setMinimumHeight(57)
        row = Flow(bar)
        row.setContentsMargins(MARGIN - 8, 12, MARGIN, 12)
        row.setSpacing(8)
        self.back = Tool(self.tr("All photos"), "arrow-left", "Esc")
        self.back.clicked.connect(self.left)
        self.count = parts.label(tone="quiet")
        for widget in (self.back, parts.label(self.tr("Doubles"), "title"), self.count):
            row.leading.addWidget(widget)
        hint = self.tr("The ticked ones stay. Nothing goes until you say so.")
        row.addWidget(parts.label(hint, tone="quiet"))
        return bar

    def show_groups(self, groups: Sequence[Sequence[UUID]], album: Album) -> None:
        """Show these groups of photos, each with the best one first."""
        self._found, self._most = tuple(tuple(group) for group in groups), _AT_ONCE
        self._scrolled.verticalScrollBar().setValue(0)
        self.show_album(album)

    def show_album(self, album: Album) -> None:
        """Show what is left of the groups as the photos stand now."""
        self._album = album
        if not self._found:
            return
        looks = {look.photo.id: look for look in album.looks if not look.photo.binned}
        left = [
            [looks[key] for key in group if key in looks]
            for group in self._found
            if not _settled([looks[key] for key in group if key in looks])
        ]
        self._lay_out(left[: self._most])
        one, many = self.tr("one group"), self.tr("{count} groups").format(count=len(left))
        self.count.setText(one if len(left) == 1 else many)
        self.none.setVisible(not left)
        further = min(len(left) - self._most, _AT_ONCE)
        self.more.setText(self.tr("Show {count} more").format(count=further))
        self.more.setAccessibleName(self.more.text())
        self.more.setVisible(further > 0)

    def put(self, photo: Photo, image: QImage) -> None:
        """The small picture of a photo has come."""
        self._images[photo.id] = image
        for group in self.groups:
            for one in group.photos:
                if one.look.photo.id == photo.id:
                    one.show_image(image)

    def forget(self) -> None:
        """Show nothing any more."""
        self._found, self._images, self._album = (), {}, Album()
        self._lay_out([])

    def take_keyboard(self) -> None:
        """The keyboard goes to the first thing to do."""
        (self.groups[0].photos[0] if self.groups else self.back).setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
            return
        super().keyPressEvent(event)

    def _show_more(self) -> None:
        self._most += _AT_ONCE
        at = len(self.groups)
        self.show_album(self._album)
        if at < len(self.groups):
            self.groups[at].photos[0].setFocus()

    def _lay_out(self, wanted: Sequence[Sequence[PhotoLook]]) -> None:
        """What stands already stays as it is, with what was ticked in it."""
        standing = {group.looks: group for group in self.groups}
        before = [group.looks for group in self.groups]
        held = next((at for at, group in enumerate(self.groups) if _holds_focus(group)), -1)
        self.groups = []
        for at, looks in enumerate(wanted):
            group = standing.pop(tuple(looks), None) or self._make(looks)
            self.groups.append(group)
            if self._rows.indexOf(group) != at:
                self._rows.removeWidget(group)
                self._rows.insertWidget(at, group)
        gone = held >= 0 and before[held] in standing
        if gone:
            # The keyboard goes on first: hidden, the group would hand it to nobody.
            next_one = self.groups[min(held, len(self.groups) - 1)].keep if self.groups else None
            (next_one or self.back).setFocus()
        for group in standing.values():
            self._rows.removeWidget(group)
            group.hide()
            group.deleteLater()

    def _make(self, looks: Sequence[PhotoLook]) -> DoubleGroup:
        group = DoubleGroup(looks)
        group.kept.connect(self.kept)
        group.different.connect(self.different)
        for one in group.photos:
            if one.look.photo.id in self._images:
                one.show_image(self._images[one.look.photo.id])
            else:
                self.wanted.emit(one.look.photo)
        return group


def _settled(looks: Sequence[PhotoLook]) -> bool:
    """True when nothing is left to be said of a group."""
    return all(
        one.photo.id in other.photo.unlike or other.photo.id in one.photo.unlike
        for one, other in combinations(looks, 2)
    )


def _holds_focus(group: DoubleGroup) -> bool:
    held = group.window().focusWidget()
    return held is not None and group.isAncestorOf(held)
