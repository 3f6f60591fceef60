"""What the search offers, as a list wants it: under the heading of each group its offers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractListModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

Index = QModelIndex | QPersistentModelIndex
OFFER = Qt.ItemDataRole.UserRole + 1


@dataclass(frozen=True, slots=True)
class Offer:
    """One thing to choose: the group it stands in, its icon, its words, a hint beside them, and
    what it leads to."""

    group: str
    icon: str
    words: str
    hint: str
    what: object


class OfferModel(QAbstractListModel):
    """Headings are rows without an offer that cannot be chosen."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.offers: tuple[Offer, ...] = ()
        self._rows: tuple[Offer | str, ...] = ()

    def show(self, offers: Sequence[Offer]) -> None:
        """Show these; those of a group stand together already."""
        self.beginResetModel()
        self.offers = tuple(offers)
        rows: list[Offer | str] = []
        group = ""
        for offer in offers:
            if offer.group != group:
                group = offer.group
                rows.append(group)
            rows.append(offer)
        nothing = QCoreApplication.translate("Search", "Nothing here has these words.")
        self._rows = tuple(rows) or (nothing,)
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not 0 <= index.row() < len(self._rows):
            return None
        row = self._rows[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return row.words if isinstance(row, Offer) else row
            case Qt.ItemDataRole.AccessibleTextRole | Qt.ItemDataRole.ToolTipRole:
                return (
                    ", ".join(filter(None, (row.words, row.hint)))
                    if isinstance(row, Offer)
                    else row
                )
            case _ if role == OFFER:
                return row if isinstance(row, Offer) else None
            case _:
                return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not 0 <= index.row() < len(self._rows):
            return Qt.ItemFlag.NoItemFlags
        chosen = isinstance(self._rows[index.row()], Offer)
        enabled = Qt.ItemFlag.ItemIsEnabled
        return enabled | Qt.ItemFlag.ItemIsSelectable if chosen else enabled
