"""Splitting a scan: a frame round each print that lies on it, found for the worker or drawn."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import QRectF, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from lifestory.domain.edits import Piece
from lifestory.domain.standing import Standing
from lifestory.gui.places.viewer_bench import Bench
from lifestory.gui.places.viewer_craft import Craft
from lifestory.gui.widgets import parts
from lifestory.gui.widgets.frame import Frame, Kind


class Split(Craft):
    """`wanted` carries the Photo whose prints are to be looked for, which `show_prints` gives
    back; `split` its id and the Pieces it becomes. Until then nothing is kept."""

    wanted = Signal(object)
    split = Signal(object, object)
    draws = tries = True

    def __init__(self, bench: Bench) -> None:
        super().__init__(bench)
        self.title = self.tr("Split into prints")
        self.hint = self.tr(
            "Draw round a print that was missed. Alt+← → leans a frame, so does its round handle."
        )
        self.add = self.tr("Add a frame")
        self.ends = self.tr("Enter makes the photos, Esc none.")
        self._pieces: list[Piece] = []
        self._awaited: UUID | None = None
        self.said = parts.label(wrap=True)
        self.make = parts.button("", "scissors", "primary")
        self.make.clicked.connect(self.done)
        self.controls = QWidget()
        column = QVBoxLayout(self.controls)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.said)
        column.addWidget(self.make)
        self._count()

    def begin(self) -> None:
        self._pieces = []
        self._count()
        photo = self.bench.photo
        if photo is not None:
            self._awaited = photo.id
            self.said.setText(self.tr("Looking for the prints on this page…"))
            self.wanted.emit(photo)

    def show_prints(self, photo: UUID, pieces: Sequence[Piece]) -> None:
        """Where prints were found on a photo's page; what was drawn meanwhile stays."""
        if photo != self._awaited or self.bench.photo is None or self.bench.photo.id != photo:
            return
        self._awaited = None
        self._pieces = [*pieces, *self._pieces]
        found = self.tr("{count} prints were found. Put each frame right, then make the photos.")
        if len(pieces) == 1:
            found = self.tr("One print was found. Put its frame right, and draw round the others.")
        none = self.tr("No separate prints were found. Draw a frame round each.")
        words = found.format(count=len(pieces)) if pieces else none
        self.said.setText(words)
        self.bench.stage.announce(words)
        self._count()
        self.bench.lies.emit()

    def stands(self, standing: Standing) -> Standing:  # noqa: ARG002
        """The whole page, as it came."""
        return Standing()

    def frames(self) -> list[Frame]:
        whole, words = self.bench.stage.whole, self.tr("Print {number}")
        return [
            Frame(
                Kind.PRINT,
                QRectF(one.left, one.top, one.width, one.height),
                whole, words.format(number=number + 1), number, one.lean,
            )
            for number, one in enumerate(self._pieces)
        ]  # fmt: skip

    def lay(self, box: QRectF) -> object:
        self._pieces.append(_piece(box, 0.0))
        self._count()
        self.bench.lies.emit()
        return len(self._pieces) - 1

    def settle(self, frame: Frame) -> None:
        if isinstance(frame.key, int) and frame.key < len(self._pieces):
            self._pieces[frame.key] = _piece(frame.box, frame.lean)

    def moved(self, frame: Frame) -> None:
        self.settle(frame)

    def remove(self, frame: Frame) -> None:
        if isinstance(frame.key, int):
            del self._pieces[frame.key]
            self._count()
            self.bench.lies.emit()

    def done(self) -> None:
        self.finish()
        photo, pieces = self.bench.photo, tuple(self._pieces)
        self._pieces = []
        if photo is not None and pieces:
            self.split.emit(photo.id, pieces)

    def _count(self) -> None:
        count = len(self._pieces)
        many = self.tr("Make {count} photos").format(count=count)
        words = self.tr("Make one photo") if count == 1 else many
        self.make.setText(words)
        self.make.setAccessibleName(words)
        self.make.setVisible(bool(count))


def _piece(box: QRectF, lean: float) -> Piece:
    return Piece(
        round(box.left()), round(box.top()),
        max(1, round(box.width())), max(1, round(box.height())), lean,
    )  # fmt: skip
