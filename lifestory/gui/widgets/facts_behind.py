"""The facts behind a page: each with how sure it is and where it is known from."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QPointF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from lifestory.app.facts_behind import Known
from lifestory.domain.dates import HonestDate, date_in_words
from lifestory.domain.life import Certainty, Fact, Home
from lifestory.gui.models.life import Life, fact_in_words, milestone_in_words
from lifestory.gui.widgets import parts
from lifestory.gui.widgets.lifeline_paint import paint_mark

translate = QCoreApplication.translate


def in_words(known: Known, life: Life) -> str:
    """ "Pat and Errol, from 2 November 2020", "I took my first steps, June 2020"."""
    if isinstance(known, Fact):
        return fact_in_words(known)
    if isinstance(known, Home):
        said, when, dated = (
            life.home_name(known),
            known.start,
            translate("FactsBehind", "{what}, from {when}"),
        )
    else:
        said, when = milestone_in_words(known).rstrip("."), known.when
        dated = translate("FactsBehind", "{what}, {when}")
    if when == HonestDate.unknown():
        return said
    return dated.format(what=said, when=date_in_words(when))


class FactsBehind(QWidget):
    """Hidden while there are none."""

    def __init__(self) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(
            parts.label(self.tr("Facts behind this page"), "field", "quiet", wrap=True)
        )
        self._rows = QVBoxLayout()
        self._rows.setSpacing(8)
        column.addLayout(self._rows)
        self._shown: tuple[tuple[str, str, Certainty], ...] = ()
        self.hide()

    def show_facts(self, facts: Sequence[Known], life: Life) -> None:
        """Show these."""
        shown = tuple(
            (
                in_words(one, life),
                life.certainty_in_words(one.evidence).replace(", ", " · ", 1),
                one.evidence.certainty,
            )
            for one in facts
        )
        self.setVisible(bool(shown))
        if shown == self._shown:
            return
        self._shown = shown
        while (item := self._rows.takeAt(0)) is not None:
            if (row := item.widget()) is not None:
                row.hide()
                row.setParent(None)
                row.deleteLater()
        for said, known, certainty in shown:
            self._rows.addWidget(self._row(said, known, certainty))

    @staticmethod
    def _row(said: str, known: str, certainty: Certainty) -> QWidget:
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        line.addWidget(_Mark(certainty))
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(parts.label(said, wrap=True))
        words.addWidget(parts.label(known, "minor", "quiet", wrap=True))
        line.addLayout(words, 1)
        return row


class _Mark(QWidget):
    """Filled, a ring, or a dashed ring: as on the timeline. The words beside it say the same."""

    def __init__(self, certainty: Certainty) -> None:
        super().__init__()
        self._certainty = certainty
        self.setFixedWidth(16)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_mark(painter, QPointF(8, 10), self._certainty)
