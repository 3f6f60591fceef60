"""What a passage was before: its versions, to look at and to go back to."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtWidgets import QListView, QVBoxLayout, QWidget

from lifestory.app.versions import Version
from lifestory.domain.dates import MONTHS
from lifestory.gui.widgets import parts
from lifestory.gui.widgets.flow import Flow

VERSION = Qt.ItemDataRole.UserRole + 1
Index = QModelIndex | QPersistentModelIndex


def moment_in_words(at: datetime, now: datetime) -> str:
    """A moment (UTC) on this computer's clock: "today 14:02", "3 May 2025, 09:10"."""
    here, today = at.astimezone(), now.astimezone()
    if here.date() == today.date():
        return f"{here:%H:%M}"
    return f"{here.day} {MONTHS[here.month - 1]} {here.year}, {here:%H:%M}"


class VersionModel(QAbstractListModel):
    """The versions, newest first."""

    def __init__(self) -> None:
        super().__init__()
        self.versions: tuple[Version, ...] = ()

    def show(self, versions: Sequence[Version]) -> None:
        """Show these."""
        self.beginResetModel()
        self.versions = tuple(versions)
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.versions)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not 0 <= index.row() < len(self.versions):
            return None
        version = self.versions[index.row()]
        match role:
            case (
                Qt.ItemDataRole.DisplayRole
                | Qt.ItemDataRole.AccessibleTextRole
                | Qt.ItemDataRole.ToolTipRole
            ):
                when = moment_in_words(version.at, datetime.now(version.at.tzinfo))
                if index.row() == 0:
                    when = self.tr("{when}, as it is now").format(when=when)
                return f"{when}\n{version.who} · {version.title}"
            case _ if role == VERSION:
                return version
            case _:
                return None


class Versions(QWidget):
    """`looked` carries the Version one looks at, `wanted` the one to go back to; `closed` that
    one goes on writing."""

    looked = Signal(object)
    wanted = Signal(object)
    closed = Signal()

    def __init__(self) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(8)
        column.addWidget(parts.label(self.tr("Versions"), "title"))
        says = self.tr("What this passage was before. Going back is a change like any other.")
        column.addWidget(parts.label(says, tone="quiet", wrap=True))
        self.model = VersionModel()
        self.list = QListView()
        self.list.setProperty("part", "rows")
        self.list.setAccessibleName(self.tr("Versions"))
        self.list.setWordWrap(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setModel(self.model)
        self.list.selectionModel().currentChanged.connect(lambda *_: self._look())
        column.addWidget(self.list, 1)
        foot = QWidget()
        row = Flow(foot)
        row.setSpacing(8)
        self.back = parts.button(self.tr("Go back to this"), "undo-2")
        self.back.clicked.connect(lambda: self.wanted.emit(self.chosen))
        close = parts.button(self.tr("Close"), "", "quiet")
        close.setAccessibleName(self.tr("Close the versions"))
        close.clicked.connect(self.closed)
        row.leading.addWidget(self.back)
        row.leading.addWidget(close)
        column.addWidget(foot)

    @property
    def chosen(self) -> Version | None:
        """The version one looks at."""
        found = self.list.currentIndex().data(VERSION)
        return found if isinstance(found, Version) else None

    def show_versions(self, versions: Sequence[Version]) -> None:
        """Show these, newest first, and look at the newest."""
        self.model.show(versions)
        self.list.setCurrentIndex(self.model.index(0))
        self.list.setFocus()

    def _look(self) -> None:
        self.back.setEnabled(self.list.currentIndex().row() > 0)
        if self.chosen is not None:
            self.looked.emit(self.chosen)
