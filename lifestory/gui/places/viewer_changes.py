"""What is changed for the printed copy of a photo, in words, each with a button to take it back."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from lifestory.app.album import PhotoLook
from lifestory.domain.standing import WHOLE, Standing
from lifestory.gui.models.hidden_words import all_in_words, icon_of
from lifestory.gui.widgets import parts


class Changes(QWidget):
    """`unturned` carries the quarters that take a turn back, `uncovered` the number of what is
    hidden; the others say only what is not to be any more."""

    uncut = Signal()
    levelled = Signal()
    unturned = Signal(int)
    faded = Signal()
    coloured = Signal()
    unpointed = Signal()
    uncovered = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(8)
        self._shown: object = None

    def show_photo(self, look: PhotoLook) -> None:
        """Show what is changed in this one."""
        shown = (look.photo.recipe, look.photo.focus, look.photo.people)
        if shown == self._shown:
            return
        self._shown = shown
        self._clear()
        self._tell_shape(look)
        standing, photo = Standing.of(look.photo.recipe), look.photo
        if standing.strength:
            note = f"{standing.strength:.0%}".replace("%", " %")
            self._add("sun-medium", self.tr("Restored"), note, self.faded.emit)
        if standing.grey:
            self._add("contrast", self.tr("Black and white"), "", self.coloured.emit)
        if photo.focus is not None:
            note = self.tr("never cut away on a page")
            self._add("crosshair", self.tr("What matters is marked"), note, self.unpointed.emit)
        for number, words in enumerate(all_in_words(photo.covered)):
            self._add(
                icon_of(photo.covered[number].what),
                words,
                self.tr("in every book"),
                lambda number=number: self.uncovered.emit(number),  # type: ignore[misc]
            )
        if not self._rows.count():
            self._rows.addWidget(parts.label(self.tr("None: it prints as it is."), wrap=True))

    def _tell_shape(self, look: PhotoLook) -> None:
        standing = Standing.of(look.photo.recipe)
        if standing.piece is not None:
            self._add("scissors", self.tr("One print of a scan"), "", None)
        if standing.cut != WHOLE:
            kept = _faces_kept(look, standing)
            note = self.tr("every face kept") if kept else self.tr("a face is cut")
            self._add("crop", self.tr("Cropped"), note, self.uncut.emit, good=kept)
        if standing.lean:
            right, left = self.tr("{degrees}° to the right"), self.tr("{degrees}° to the left")
            note = (right if standing.lean > 0 else left).format(
                degrees=f"{abs(standing.lean):.1f}"
            )
            self._add("ruler", self.tr("Straightened"), note, self.levelled.emit)
        if standing.quarters:
            note = {
                1: self.tr("a quarter to the right"),
                2: self.tr("by half, upside down"),
                3: self.tr("a quarter to the left"),
            }[standing.quarters]
            back = -standing.quarters % 4
            self._add("rotate-cw", self.tr("Turned"), note, lambda: self.unturned.emit(back))

    def forget(self) -> None:
        """Say nothing of any photo."""
        self._shown = None
        self._clear()

    def _clear(self) -> None:
        while (item := self._rows.takeAt(0)) is not None:
            if (row := item.widget()) is not None:
                row.hide()
                row.deleteLater()

    def _add(
        self,
        icon: str,
        words: str,
        note: str,
        back: Callable[[], object] | None,
        *,
        good: bool = True,
    ) -> None:
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(12)
        line.addWidget(parts.picture(icon), alignment=Qt.AlignmentFlag.AlignTop)
        said = QVBoxLayout()
        said.setSpacing(0)
        said.addWidget(parts.label(words, wrap=True))
        if note:
            said.addWidget(parts.label(note, "minor", "quiet" if good else "look", wrap=True))
        line.addLayout(said, 1)
        if back is not None:
            remove = parts.button(self.tr("Remove"), size="small")
            remove.setAccessibleName(self.tr("Remove: {what}").format(what=words))
            remove.clicked.connect(lambda _=False: back())
            line.addWidget(remove)
        self._rows.addWidget(row)


def _faces_kept(look: PhotoLook, standing: Standing) -> bool:
    """True when every face that is marked lies wholly inside what is kept."""
    if look.original is None:
        return True
    size = look.original.size(look.photo.page)
    boxes = [standing.shows(one.region, *size) for one in look.photo.people if one.region]
    rim = 0.001
    return all(
        left >= -rim and top >= -rim and left + wide <= 1 + rim and top + high <= 1 + rim
        for left, top, wide, high in boxes
    )
