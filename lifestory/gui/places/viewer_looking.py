"""Looking at a photo, and what is done to all of it: restored, or replaced by a better scan."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from lifestory.domain.standing import Standing
from lifestory.gui.places.viewer_bench import Bench
from lifestory.gui.places.viewer_craft import Craft
from lifestory.gui.widgets import parts
from lifestory.gui.widgets.kinds import Mode
from lifestory.gui.widgets.slide import Slide
from lifestory.gui.widgets.tool import Tool

_PAUSE = 120
"""Milliseconds the knob stands still before the picture is made anew: one takes about as long."""


class Looking(Craft):
    """`restored` carries the photo's id and a strength from 0 to 1, `replaced` the id and the Path
    of a better scan, `asked` the Mode to go to."""

    restored = Signal(object, float)
    replaced = Signal(object, object)
    asked = Signal(object)

    def __init__(self, bench: Bench) -> None:
        super().__init__(bench)
        self._strength: float | None = None
        self.restore = Slide(self.tr("Restore a faded print"), 0, 100, self._in_words)
        self.restore.line.setSingleStep(5)
        self.restore.setToolTip(self.tr("V goes here; O held shows it as it came"))
        self.point = Tool(self.tr("What matters"), "crosshair", "M", "")
        self.split = Tool(self.tr("Split into prints"), "scissors", "S", "")
        self.better = parts.button(self.tr("Replace by a better scan"), "replace")
        self.controls = QWidget()
        column = QVBoxLayout(self.controls)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(parts.rule())
        column.addWidget(self.restore)
        column.addSpacing(4)
        for button in (self.point, self.split, self.better):
            button.setProperty("scale", "small")
            column.addWidget(button, alignment=Qt.AlignmentFlag.AlignLeft)
        self._pause = QTimer(self, interval=_PAUSE, singleShot=True)
        self._pause.timeout.connect(self.bench.lies)
        self.restore.moved.connect(self._try)
        self.restore.settled.connect(self._keep)
        self.point.clicked.connect(lambda: self.asked.emit(Mode.POINT))
        self.split.clicked.connect(lambda: self.asked.emit(Mode.SPLIT))
        self.better.clicked.connect(self._choose)

    def tell(self) -> None:
        photo = self.bench.photo
        # A print of a scan is not split again; what came as one page may be.
        self.split.setVisible(photo is not None and photo.piece is None)
        if self._strength is None:
            self.restore.show_value(round(self.bench.stands.strength * 100))

    def stands(self, standing: Standing) -> Standing:
        return standing if self._strength is None else replace(standing, strength=self._strength)

    def press(self, event: QKeyEvent) -> bool:
        if event.key() != Qt.Key.Key_V or event.modifiers():
            return False
        self.restore.line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        return True

    def finish(self) -> None:
        super().finish()
        self.restore.say()

    def fade(self) -> None:
        """As it came, after all."""
        self._keep(0)

    def _try(self, percent: int) -> None:
        self._strength = percent / 100
        self._pause.start()

    def _keep(self, percent: int) -> None:
        photo, strength = self.bench.photo, percent / 100
        self._pause.stop()
        self._strength = None
        if photo is not None:
            self.restored.emit(photo.id, strength)
            self.bench.stand(replace(self.bench.stands, strength=strength))

    def _choose(self) -> None:
        photo = self.bench.photo
        if photo is None:
            return
        dialog = QFileDialog(self.controls, self.tr("The better scan"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        key = photo.id
        dialog.fileSelected.connect(lambda name: self.replaced.emit(key, Path(name)))
        dialog.open()

    def _in_words(self, percent: int) -> str:
        return f"{percent} %" if percent else self.tr("not at all")
