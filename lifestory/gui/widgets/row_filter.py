"""Which rows of a life are shown: all, milestones, homes, or those without a source."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from uuid import UUID

from PySide6.QtCore import QCoreApplication

from lifestory.gui.models.rows import Row, Show, fits, without_source
from lifestory.gui.widgets import parts


class RowFilter(parts.ChoiceBox):
    """A choice box; `activated` says that one has chosen."""

    def __init__(self) -> None:
        super().__init__(QCoreApplication.translate("RowFilter", "What is shown"))
        self.setMinimumContentsLength(9)
        for show in Show:
            self.addItem("", show)
        self._count(0)

    @property
    def show_only(self) -> Show:
        """What one wants to see."""
        return Show(self.currentData())

    def clear_filter(self) -> None:
        """Show everything again, without saying so."""
        self.setCurrentIndex(Show.ALL)

    def fitting(
        self, rows: Sequence[Row], facts: Sequence[Row], at: UUID | None
    ) -> tuple[tuple[Row, ...], tuple[Row, ...]]:
        """Those of the rows and facts one wants to see. The record one is `at` stays, also when it
        has just been given its source."""
        self._count(sum(without_source(row) for row in (*rows, *facts)))
        of_facts = self.show_only if self.show_only is Show.UNSOURCED else Show.ALL
        return self._kept(rows, self.show_only, at), self._kept(facts, of_facts, at)

    @staticmethod
    def _kept(rows: Iterable[Row], show: Show, at: UUID | None) -> tuple[Row, ...]:
        return tuple(row for row in rows if row.record.id == at or fits(row, show))

    def _count(self, unsourced: int) -> None:
        without = self.tr("Without a source {count}").format(count=unsourced)
        said = (self.tr("All"), self.tr("Milestones"), self.tr("Homes"), without)
        for show, words in zip(Show, said, strict=True):
            self.setItemText(show, words)
