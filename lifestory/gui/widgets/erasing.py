"""The one question before something goes for good: what goes, who still holds it, and that it can't
be undone. It is a dialog of its own, for nothing else in the window is irreversible."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from lifestory.app.erasing import Erased, Erasure
from lifestory.gui import look
from lifestory.gui.widgets import parts

_WIDE, _HIGH = 560, 520


class ErasingDialog(QDialog):
    """`accepted` when it shall be erased. With a `reference` that has to be typed first."""

    def __init__(self, parent: QWidget, erasure: Erasure, called: str, reference: str = "") -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setModal(True)
        title = self._title(erasure.what, called)
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self._reference = reference
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        column.addWidget(parts.label(title, "title", wrap=True))
        column.addWidget(parts.label(self.tr("This cannot be undone."), "strong", "stop"))
        column.addWidget(self._told(erasure), 1)
        self.typed = parts.Field(self.tr("Type the reference of the child"))
        if reference:
            ask = self.tr("Type {reference} to erase").format(reference=reference)
            column.addLayout(parts.under(ask, self.typed))
            self.typed.textChanged.connect(lambda _: self._settle())
        column.addLayout(self._ending())
        self.resize(look.larger(_WIDE), look.larger(_HIGH))
        self._settle()
        (self.typed if reference else self.keep).setFocus()

    def _title(self, what: Erased, called: str) -> str:
        if what is Erased.PHOTO:
            return self.tr("Erase this photo for good?")
        if what is Erased.PERSON:
            return self.tr("Erase {name} for good?").format(name=called)
        return self.tr("Erase {name}'s whole story for good?").format(name=called)

    def _told(self, erasure: Erasure) -> QScrollArea:
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 12, 0)
        column.setSpacing(6)
        self._list(column, self.tr("Here, at once"), erasure.here)
        held = [one.words for one in erasure.held]
        nobody = self.tr("Nobody that this store knows of.")
        self._list(column, self.tr("Who still holds it"), held or [nobody])
        if held:
            stays = self.tr(
                "What only a person can do stays on a list on Children until it is done."
            )
            column.addWidget(parts.label(stays, "minor", "quiet", wrap=True))
        column.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setAccessibleName(self.tr("What goes, and who still holds it"))
        area.setWidget(inner)
        return area

    @staticmethod
    def _list(column: QVBoxLayout, heading: str, lines: Sequence[str]) -> None:
        column.addWidget(parts.label(heading, "field", "quiet"))
        for line in lines:
            row = QHBoxLayout()
            row.setSpacing(8)
            row.addWidget(parts.label("•"), alignment=Qt.AlignmentFlag.AlignTop)
            words = parts.Wrapped()
            words.setText(line)
            row.addWidget(words, 1)
            column.addLayout(row)
        column.addSpacing(8)

    def _ending(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        self.keep = parts.button(self.tr("Keep it"))
        self.erase = parts.button(self.tr("Erase for good"), "trash-2", "primary")
        for button in (self.keep, self.erase):
            button.setAutoDefault(False)
        self.keep.clicked.connect(self.reject)
        self.erase.clicked.connect(self.accept)
        row.addStretch(1)
        row.addWidget(self.keep)
        row.addWidget(self.erase)
        return row

    def _settle(self) -> None:
        said = self.typed.text().strip().casefold() == self._reference.casefold()
        self.erase.setEnabled(said)
