"""What the pages that lie open measure: their words, and what is worth a look."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from lifestory.app.preflight import limit_on, words_on
from lifestory.domain.findings import Finding, Weight
from lifestory.domain.plans import PagePlan
from lifestory.gui.models import wishes
from lifestory.gui.models.fix_words import (
    fix_words,
    is_of_people,
    is_of_photo,
    is_of_words,
    where_words,
)
from lifestory.gui.widgets import parts
from lifestory.gui.widgets.flow import in_a_row
from lifestory.gui.widgets.meter import Meter


class PageNotes(QWidget):
    """`asked` carries a wish; `wanted` the Finding one wants to be led to; `words_wanted` the one
    whose passage one wants to change; `photo_wanted` the id of a photo, to see who is in it and
    what they said."""

    asked = Signal(object)
    wanted = Signal(object)
    words_wanted = Signal(object)
    photo_wanted = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self._shown: object = None
        self.meters: tuple[Meter, ...] = ()
        self.findings: tuple[Finding, ...] = ()

    def show_pages(
        self, plans: Sequence[PagePlan], findings: Sequence[Finding], limit: int
    ) -> None:
        """Show the words of each page, of those its reader takes, and what is found there."""
        shown = (tuple(plan.digest for plan in plans), tuple(findings), limit)
        if shown == self._shown:
            return
        self._shown = shown
        while item := self._column.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        self.findings = tuple(findings)
        if plans or findings:
            self._column.addWidget(parts.rule())
        self.meters = tuple(self._meter(plan, limit) for plan in plans)
        for one in (*self.meters, *(self._line(finding) for finding in self.findings)):
            self._column.addWidget(one)

    def _meter(self, plan: PagePlan, limit: int) -> Meter:
        meter = Meter(self.tr("Words on page {page}").format(page=plan.number))
        meter.show_value(words_on(plan), limit_on(plan, limit))
        return meter

    def _line(self, finding: Finding) -> QFrame:
        must = finding.weight is Weight.MUST
        tone, icon = ("stop", "circle-alert") if must else ("look", "triangle-alert")
        line = parts.panel("message")
        line.setProperty("tone", tone)
        row = QHBoxLayout(line)
        row.setContentsMargins(10, 8, 8, 8)
        row.setSpacing(8)
        row.addWidget(parts.picture(icon, tone), alignment=Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout()
        column.setSpacing(6)
        says = finding.found
        if finding.page is not None:
            says = f"{where_words(finding)}: {says}"
        column.addWidget(parts.label(says, wrap=True))
        if finding.about and not is_of_photo(finding):
            about = parts.Elided("minor", "quiet")
            about.setText(finding.about)
            column.addWidget(about)
        if buttons := self._buttons(finding):
            column.addWidget(in_a_row(*buttons))
        line.setToolTip(finding.remedy)
        row.addLayout(column, 1)
        return line

    def _buttons(self, finding: Finding) -> list[QWidget]:
        said: list[tuple[str, SignalInstance, object]] = []
        if finding.fix is not None:
            said.append((fix_words(finding.fix), self.asked, wishes.Mend(finding)))
        if is_of_words(finding):
            said.append((self.tr("Go to the words"), self.words_wanted, finding))
        elif is_of_people(finding):
            said.append((self.tr("Who is in it"), self.photo_wanted, finding.record))
        elif is_of_photo(finding) or finding.slot:
            said.append((self.tr("Show"), self.wanted, finding))
        made: list[QWidget] = []
        for words, signal, carried in said:
            button = parts.button(words, size="small")
            name = self.tr("{what}: {found}").format(what=words, found=finding.found)
            button.setAccessibleName(name)
            button.clicked.connect(lambda _=False, to=signal, what=carried: to.emit(what))
            made.append(button)
        return made
