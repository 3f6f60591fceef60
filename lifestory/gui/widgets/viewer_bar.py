"""The bar over the large photo: back to all, the one before and after, and the tools."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame

from lifestory.gui.widgets import parts
from lifestory.gui.widgets.flow import Flow
from lifestory.gui.widgets.kinds import Mode
from lifestory.gui.widgets.place import MARGIN
from lifestory.gui.widgets.tool import Tool


class ViewerBar(QFrame):
    """`chosen` carries the Mode whose tool was pressed, `held` whether the original is to be
    seen."""

    left = Signal()
    stepped = Signal(int)
    chosen = Signal(object)
    turned = Signal()
    greyed = Signal(bool)
    held = Signal(bool)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("part", "bar")
        self.setMinimumHeight(57)
        row = Flow(self)
        row.setContentsMargins(MARGIN - 8, 12, MARGIN, 12)
        row.setSpacing(4)
        back = Tool(self.tr("All photos"), "arrow-left", "Esc")
        back.clicked.connect(self.left)
        before = parts.button(self.tr("Back"), "chevron-left", "quiet")
        before.clicked.connect(lambda: self.stepped.emit(-1))
        self.place = parts.label(tone="quiet")
        after = parts.button(self.tr("Next"), "chevron-right", "quiet")
        after.clicked.connect(lambda: self.stepped.emit(+1))
        for widget in (back, before, self.place, after):
            row.leading.addWidget(widget)
        self._modes = {
            Mode.CROP: Tool(self.tr("Crop"), "crop", "C", stays=True),
            Mode.HIDE: Tool(self.tr("Hide"), "droplet", "B", stays=True),
            Mode.FACES: Tool(self.tr("Faces"), "scan-face", "F", stays=True),
        }
        for mode, tool in self._modes.items():
            tool.clicked.connect(lambda _=False, mode=mode: self.chosen.emit(mode))
        turn = Tool(self.tr("Turn"), "rotate-cw", "R")
        turn.clicked.connect(self.turned)
        self.grey = Tool(self.tr("Black and white"), "contrast", "", stays=True)
        self.grey.clicked.connect(self.greyed)
        self.original = Tool(self.tr("Original"), "eye", "O")
        self.original.pressed.connect(lambda: self.held.emit(True))
        self.original.released.connect(lambda: self.held.emit(False))
        crop, hide, faces = self._modes.values()
        for tool in (crop, turn, hide, faces, self.grey, self.original):
            row.addWidget(tool)

    def show_place(self, at: int, count: int) -> None:
        """Which photo of how many."""
        words = self.tr("{number} of {count}").format(number=at + 1, count=count)
        self.place.setText(words)

    def show_mode(self, mode: Mode) -> None:
        """Which tool is at work."""
        for one, tool in self._modes.items():
            tool.setChecked(one is mode)
