"""Naming somebody while one writes: a list under the cursor of whom the letters may mean."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QCoreApplication,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    Qt,
    Signal,
)
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent
from PySide6.QtWidgets import QListView, QWidget

from lifestory.gui import icons, look
from lifestory.gui.models.mentions import Named, Names
from lifestory.gui.widgets.mention_chips import LETTER

NAMED = Qt.ItemDataRole.UserRole + 1
MOST = 8
LONGEST = 40
"""Letters after @ or [ in which a name is looked for."""
MOST_OF_A_NAME = 3
"""Words that the name of somebody new can have."""
BREAK = "\u2028"
Index = QModelIndex | QPersistentModelIndex


def matching(names: Names, letters: str) -> tuple[Named, ...]:
    """Whom the letters may mean: names that begin so first, then those with a word that does."""
    wanted = letters.casefold()

    def rank(named: Named) -> int:
        name = named.called.casefold()
        if name.startswith(wanted):
            return 0
        return 1 if any(word.startswith(wanted) for word in name.split()) else 2

    ranked = sorted(
        (rank(one), one.is_place, one.called.casefold(), one.says, one.target) for one in
        names.values() if one.called
    )  # fmt: skip
    return tuple(names[target] for at, _, _, _, target in ranked if at < 2)


def exactly(names: Names, called: str) -> Named | None:
    """The one who is called just so, if there is but one."""
    found = [one for one in names.values() if one.called == called]
    return found[0] if len(found) == 1 else None


def question(before: str) -> str:
    """The @ or [ before the cursor behind which a name is being typed, and its letters; "" when
    nothing asks. An @ within a word is an address."""
    tail = before[-LONGEST - 1 :]
    at = max(tail.rfind("@"), tail.rfind("["))
    asked = tail[at:] if at >= 0 else ""
    address = asked.startswith("@") and tail[:at][-1:].isalnum()
    ended = asked[1:2].isspace() or any(one in asked for one in (LETTER, BREAK))
    return "" if address or ended else asked


def someone_new(names: Names, asked: str) -> tuple[Named, ...]:
    """Somebody of the name behind an @, to be met, unless somebody is called so already. They have
    no target yet. What is longer than a name is a sentence that goes on."""
    called = asked[1:]
    words = called.split()
    ended = not words or called[-1] in " .,;:!?)…"
    if not asked.startswith("@") or ended or len(words) > MOST_OF_A_NAME:
        return ()
    known = any(one.called.casefold() == called.casefold() for one in names.values())
    says = QCoreApplication.translate("Naming", "add as someone new")
    return () if known else (Named("", called, says),)


class NamedModel(QAbstractListModel):
    """The names offered."""

    def __init__(self) -> None:
        super().__init__()
        self.offered: tuple[Named, ...] = ()

    def show(self, offered: Sequence[Named]) -> None:
        """Offer these."""
        self.beginResetModel()
        self.offered = tuple(offered)
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.offered)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not 0 <= index.row() < len(self.offered):
            return None
        named = self.offered[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.AccessibleTextRole:
                return f"{named.called} · {named.says}" if named.says else named.called
            case Qt.ItemDataRole.DecorationRole:
                return icons.icon("map-pin" if named.is_place else "users", "quiet")
            case _ if role == NAMED:
                return named
            case _:
                return None


class Naming(QListView):
    """Stands within the text it serves and never takes the keyboard from it."""

    named = Signal(object)

    def __init__(self, text: QWidget) -> None:
        super().__init__(text)
        self._text = text
        self.setProperty("part", "offers")
        self.setAccessibleName(self.tr("People and places to name"))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setUniformItemSizes(True)
        self.offers = NamedModel()
        self.setModel(self.offers)
        self.clicked.connect(lambda index: self.named.emit(index.data(NAMED)))
        self.hide()

    @property
    def chosen(self) -> Named | None:
        """The one Enter takes."""
        found = self.currentIndex().data(NAMED)
        return found if isinstance(found, Named) else None

    def offer(self, offered: Sequence[Named], beside: QRect) -> None:
        """Show these under a cursor, over it where there is more room; none hides the list."""
        if not offered:
            self.hide()
            return
        if offered != self.offers.offered or not self.isVisible():
            self.offers.show(offered)
            self.setFont(look.font())
            self.setCurrentIndex(self.offers.index(0))
        host = self._text
        row = max(self.sizeHintForRow(0), look.larger(28))
        wide = min(look.larger(304), host.width() - 8)
        high = row * min(len(offered), MOST) + 2 * self.frameWidth() + 8
        below, above = host.height() - beside.bottom() - 4, beside.top() - 4
        under = high <= below or below >= above
        high = min(high, below if under else above)
        left = min(max(0, beside.left()), host.width() - wide)
        top = beside.bottom() + 2 if under else beside.top() - high - 2
        self.setGeometry(left, top, wide, high)
        self.show()
        self.raise_()
        self._tell()

    def take_key(self, event: QKeyEvent) -> bool:
        """Use a key meant for the list; False when it is the text's."""
        if not self.isVisible():
            return False
        match event.key():
            case Qt.Key.Key_Down | Qt.Key.Key_Up:
                step = 1 if event.key() == Qt.Key.Key_Down else -1
                count = len(self.offers.offered)
                row = (self.currentIndex().row() + step) % count
                self.setCurrentIndex(self.offers.index(row))
                self._tell()
            case Qt.Key.Key_Return | Qt.Key.Key_Enter | Qt.Key.Key_Tab if self.chosen:
                self.named.emit(self.chosen)
            case Qt.Key.Key_Escape:
                self.hide()
            case _:
                return False
        return True

    def _tell(self) -> None:
        said = self.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole)
        if said:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, said))
