"""All that is worth a look in the book, by page, and what helps against the one at hand."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from lifestory.domain.findings import Finding
from lifestory.gui.models import wishes
from lifestory.gui.models.finding_rows import FindingModel
from lifestory.gui.models.fix_words import fix_words, is_of_people, is_of_words
from lifestory.gui.widgets import parts
from lifestory.gui.widgets.finding_list import FindingList
from lifestory.gui.widgets.flow import in_a_row


class BookFindings(QWidget):
    """`asked` carries a wish; `wanted` the Finding one wants to be led to; `words_wanted` the one
    whose passage one wants to change; `photo_wanted` the id of a photo, to see who is in it;
    `done` closes the list."""

    asked = Signal(object)
    wanted = Signal(object)
    words_wanted = Signal(object)
    photo_wanted = Signal(object)
    done = Signal()

    def __init__(self) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self.model = FindingModel()
        self.heading = parts.label(self.tr("Worth a look"), "title")
        self.none = parts.label(self.tr("Nothing is open."), tone="quiet", wrap=True)
        self.list = FindingList(self.model)
        self.list.wanted.connect(self.wanted)
        self.list.mended.connect(self._mend)
        self.list.selectionModel().currentChanged.connect(lambda *_: self._show_current())
        self.remedy = parts.label(tone="quiet", wrap=True)
        self.fix = parts.button(self.tr("Put it right"), kind="primary")
        self.fix.clicked.connect(lambda: self._mend(self.list.finding))
        self.words = parts.button(self.tr("Go to the words"))
        self.words.clicked.connect(lambda: self.words_wanted.emit(self.list.finding))
        self.who = parts.button(self.tr("Who is in it"))
        self.who.clicked.connect(self._ask_who)
        self.close_button = parts.button(self.tr("Done"))
        self.close_button.clicked.connect(self.done)
        column.addWidget(self.heading)
        self.none.setAlignment(Qt.AlignmentFlag.AlignTop)
        column.addWidget(self.none, 1)
        column.addWidget(self.list, 1)
        column.addWidget(parts.rule())
        column.addWidget(self.remedy)
        column.addWidget(in_a_row(self.fix, self.words, self.who))
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.close_button)
        column.addLayout(row)
        self.show_findings(())

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """Show these; the one at hand stays so, or the one that takes its row."""
        at, row = self.list.finding, self.list.currentIndex().row()
        if self.model.show(findings) and findings:
            kept = self.model.row_of(at)
            self._choose(kept if kept >= 0 else max(1, row))
        self.none.setVisible(not findings)
        self.list.setVisible(bool(findings))
        self._show_current()

    def reach_help(self) -> None:
        """Put the keyboard on what helps against the one at hand, where anything does."""
        for button in (self.words, self.fix, self.who):
            if button.isVisible():
                button.setFocus()
                return

    def _choose(self, row: int) -> None:
        """Be at this row, or at the nearest that is a finding."""
        last = self.model.rowCount() - 1
        row = min(row, last)
        for near in (row, row + 1, row - 1):
            index = self.model.index(near)
            if self.model.flags(index) & Qt.ItemFlag.ItemIsSelectable:
                self.list.setCurrentIndex(index)
                return

    def _show_current(self) -> None:
        finding = self.list.finding
        self.remedy.setText(finding.remedy if finding else "")
        self.fix.setVisible(finding is not None and finding.fix is not None)
        self.words.setVisible(finding is not None and is_of_words(finding))
        self.who.setVisible(finding is not None and is_of_people(finding))
        if finding is not None and finding.fix is not None:
            self.fix.setText(fix_words(finding.fix))
            self.fix.setAccessibleName(
                self.tr("{fix}: {found}").format(fix=fix_words(finding.fix), found=finding.found)
            )

    def _ask_who(self) -> None:
        if self.list.finding is not None:
            self.photo_wanted.emit(self.list.finding.record)

    def _mend(self, finding: Finding | None) -> None:
        if finding is not None and finding.fix is not None:
            self.asked.emit(wishes.Mend(finding))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.done.emit()
        else:
            super().keyPressEvent(event)
