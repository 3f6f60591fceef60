"""What is found about a book, under the pages it is found on."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QCoreApplication, QModelIndex, Qt
from PySide6.QtCore import QPersistentModelIndex as Persistent

from lifestory.domain.findings import Finding, Weight, by_page
from lifestory.gui.models.fix_words import where_words

FINDING = Qt.ItemDataRole.UserRole + 1
translate = QCoreApplication.translate
Index = QModelIndex | Persistent
_SAID = {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}


class FindingModel(QAbstractListModel):
    """A row for each finding, and over those of a page a row with its number."""

    def __init__(self) -> None:
        super().__init__()
        self.findings: tuple[Finding, ...] = ()
        self._rows: tuple[Finding | str, ...] = ()

    def show(self, findings: Sequence[Finding]) -> bool:
        """Show these; True when they are others than before."""
        fresh = tuple(sorted(findings, key=by_page))
        if fresh == self.findings:
            return False
        rows: list[Finding | str] = []
        for at, one in enumerate(fresh):
            if not at or where_words(fresh[at - 1]) != where_words(one):
                rows.append(where_words(one))
            rows.append(one)
        self.beginResetModel()
        self.findings, self._rows = fresh, tuple(rows)
        self.endResetModel()
        return True

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def row_of(self, finding: Finding | None) -> int:
        """The row of a finding; -1 where it is found no more."""
        return self._rows.index(finding) if finding in self._rows and finding else -1

    def flags(self, index: Index) -> Qt.ItemFlag:
        if isinstance(index.data(FINDING), Finding):
            return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return Qt.ItemFlag.NoItemFlags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not 0 <= index.row() < len(self._rows):
            return None
        row = self._rows[index.row()]
        if isinstance(row, str):
            return row if role in _SAID else None
        if role == FINDING:
            return row
        return _spoken(row) if role in _SAID else None


def _spoken(finding: Finding) -> str:
    weight = translate("Findings", "Worth a look")
    if finding.weight is Weight.MUST:
        weight = translate("Findings", "Must be cleared")
    return f"{weight}, {where_words(finding)}, {finding.found}"
