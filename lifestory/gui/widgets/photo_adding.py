"""The two ways to bring photos in without a mouse's drag: choose files, or a folder."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QPushButton, QWidget

from lifestory.gui.widgets import parts


class PhotoAdding(QObject):
    """`brought` carries a list of paths."""

    brought = Signal(list)

    def __init__(self, place: QWidget) -> None:
        super().__init__(place)
        self._place = place

    def buttons(self, size: str = "") -> tuple[QPushButton, QPushButton]:
        """Add photos, and add a folder."""
        add = parts.button(self.tr("Add photos"), "plus", "primary", size)
        add.clicked.connect(lambda: self._choose(QFileDialog.FileMode.ExistingFiles))
        folder = parts.button(self.tr("Add a folder"), "folder-open", size=size)
        folder.clicked.connect(lambda: self._choose(QFileDialog.FileMode.Directory))
        return add, folder

    def _choose(self, mode: QFileDialog.FileMode) -> None:
        dialog = QFileDialog(self._place, self.tr("Photos to bring in"))
        dialog.setFileMode(mode)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.filesSelected.connect(lambda names: self.brought.emit([Path(n) for n in names]))
        dialog.open()
