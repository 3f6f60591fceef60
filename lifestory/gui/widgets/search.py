"""The search box: one index of places, children and commands."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QCompleter, QLineEdit

from lifestory.gui import icons

_WHAT = Qt.ItemDataRole.UserRole + 1


class Search(QLineEdit):
    """Type a part of a name; Enter goes there. `chosen` carries what the index gave: "go:photos",
    "child:ID", "undo"."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setFixedWidth(376)
        self.setPlaceholderText(self.tr("Find a child, a place or a command"))
        self.setAccessibleName(self.tr("Search"))
        self.setToolTip("Ctrl+K")
        self._index = QStandardItemModel(self)
        finder = QCompleter(self._index, self)
        finder.setFilterMode(Qt.MatchFlag.MatchContains)
        finder.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        finder.setMaxVisibleItems(8)
        popup = finder.popup()
        assert popup is not None
        popup.setIconSize(QSize(16, 16))
        popup.setAccessibleName(self.tr("What was found"))
        finder.activated[QModelIndex].connect(self._choose)  # type: ignore[index]
        self.setCompleter(finder)
        self._glass = self.addAction(
            icons.icon("search", "quiet"), QLineEdit.ActionPosition.LeadingPosition
        )

    def fill(self, things: Iterable[tuple[str, str, str]]) -> None:
        """What can be found: (words, icon, what to send when it is chosen)."""
        self._index.clear()
        for words, icon, what in things:
            item = QStandardItem(icons.icon(icon), words)
            item.setData(what, _WHAT)
            self._index.appendRow(item)

    def repaint_icons(self) -> None:
        """The scheme has changed."""
        self._glass.setIcon(icons.icon("search", "quiet"))

    def found(self) -> tuple[str, ...]:
        """The words that fit what is typed now."""
        model = self.completer().completionModel()
        return tuple(str(model.index(row, 0).data()) for row in range(model.rowCount()))

    def _choose(self, index: QModelIndex) -> None:
        self.chosen.emit(index.data(_WHAT))
        self.clear()
