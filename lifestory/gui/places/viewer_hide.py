"""Hiding what must never be seen: a face, a door number, a number plate, a badge."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QRectF, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from lifestory.domain.edits import Hid, Hidden, Hiding
from lifestory.gui.models.hidden_words import all_in_words, what_in_words
from lifestory.gui.places.viewer_bench import Bench
from lifestory.gui.places.viewer_craft import Craft
from lifestory.gui.widgets import parts
from lifestory.gui.widgets.frame import Frame, Kind

_HOW = (Hiding.BLUR, Hiding.COVER)
_WHAT = (Hid.DOOR_NUMBER, Hid.NUMBER_PLATE, Hid.FACE, Hid.BADGE, Hid.OTHER)


class Hide(Craft):
    """`covered` carries the photo's id and every Hidden it has now. What is chosen holds for the
    frame one was at last, and for the next new one."""

    covered = Signal(object, object)
    draws = True

    def __init__(self, bench: Bench) -> None:
        super().__init__(bench)
        self.title = self.tr("Hide")
        self.hint = self.tr("Draw over what must never be seen: an address, a number plate.")
        self.add = self.tr("Hide a part")
        self._at: int | None = None
        self.what = parts.ChoiceBox(self.tr("What is hidden"))
        for what in _WHAT:
            self.what.addItem(what_in_words(what), what)
        self.what.choose(Hid.OTHER)
        self.how = parts.Choice(self.tr("How it is hidden"), (self.tr("Blur"), self.tr("Cover")))
        self.controls = QWidget()
        column = QVBoxLayout(self.controls)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.what)
        column.addWidget(self.how)
        self.what.activated.connect(self._choose)
        self.how.chosen.connect(self._choose)

    def begin(self) -> None:
        self._at = None

    def tell(self) -> None:
        if self._at is not None and self._at >= len(self._hidden):
            self._at = None

    @property
    def _hidden(self) -> tuple[Hidden, ...]:
        return self.bench.photo.covered if self.bench.photo else ()

    def frames(self) -> list[Frame]:
        whole, made = self.bench.stage.whole, []
        words = all_in_words(self._hidden)
        for number, one in enumerate(self._hidden):
            box = self.bench.box(one)
            if box.intersects(whole):
                made.append(Frame(Kind.HIDE, box, whole, words[number], number))
        return made

    def lay(self, box: QRectF) -> object:
        self._at = len(self._hidden)
        self._keep((*self._hidden, self._dressed(Hidden.over(self.bench.region(box)))))
        return self._at

    def settle(self, frame: Frame) -> None:
        if isinstance(frame.key, int):
            hidden = list(self._hidden)
            hidden[frame.key] = hidden[frame.key].at(self.bench.region(frame.box))
            self._keep(tuple(hidden))

    def remove(self, frame: Frame) -> None:
        if isinstance(frame.key, int):
            self.uncover(frame.key)

    def uncover(self, number: int) -> None:
        """That one may be seen."""
        self._at = None
        self._keep(tuple(one for n, one in enumerate(self._hidden) if n != number))

    def reached(self, frame: Frame) -> None:
        if isinstance(frame.key, int):
            self._at = frame.key
            one = self._hidden[frame.key]
            self.what.choose(one.what)
            self.how.choose(_HOW.index(one.how))

    def _choose(self) -> None:
        self.finish()
        if self._at is not None:
            hidden = list(self._hidden)
            hidden[self._at] = self._dressed(hidden[self._at])
            self._keep(tuple(hidden))

    def _dressed(self, one: Hidden) -> Hidden:
        return replace(one, what=Hid(self.what.currentData()), how=_HOW[self.how.index])

    def _keep(self, hidden: tuple[Hidden, ...]) -> None:
        photo = self.bench.photo
        if photo is not None and hidden != photo.covered:
            self.covered.emit(photo.id, hidden)
            self.bench.alter(replace(photo, covered=hidden))
