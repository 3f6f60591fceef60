"""The pages of a book as pairs that lie open together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractListModel,
    QCoreApplication,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QImage

from lifestory.domain.plans import PagePlan

SPREAD = Qt.ItemDataRole.UserRole + 1
IMAGE = Qt.ItemDataRole.UserRole + 2

Index = QModelIndex | QPersistentModelIndex
translate = QCoreApplication.translate


@dataclass(frozen=True)
class Spread:
    """One or two pages that lie open together."""

    plans: tuple[PagePlan, ...]

    @property
    def key(self) -> str:
        """Names these very pages."""
        return "+".join(plan.digest for plan in self.plans)

    @property
    def numbers(self) -> str:
        """ "12–13", or "1"."""
        return "–".join(str(plan.number) for plan in self.plans)

    @property
    def title(self) -> str:
        """What begins here."""
        return " · ".join(dict.fromkeys(plan.title for plan in self.plans if plan.title))


def spreads_of(plans: Sequence[PagePlan]) -> tuple[Spread, ...]:
    """A left page and the right one beside it make a spread; any other stands alone."""
    spreads: list[Spread] = []
    for plan in plans:
        before = spreads[-1].plans if spreads else ()
        if plan.side == "right" and len(before) == 1 and before[0].side == "left":
            spreads[-1] = Spread((*before, plan))
        else:
            spreads.append(Spread((plan,)))
    return tuple(spreads)


class SpreadModel(QAbstractListModel):
    """The spreads with their small pictures. `wanted` asks for one, once."""

    wanted = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.spreads: tuple[Spread, ...] = ()
        self._images: dict[str, QImage] = {}
        self._asked: set[str] = set()

    @property
    def page_count(self) -> int:
        """How many pages there are."""
        return sum(len(spread.plans) for spread in self.spreads)

    def show(self, spreads: Sequence[Spread]) -> None:
        """Show these; a small picture is kept while its pages stay as they are."""
        keys = {spread.key for spread in spreads}
        kept = {key: image for key, image in self._images.items() if key in keys}
        if [one.key for one in spreads] == [one.key for one in self.spreads]:
            return
        self.beginResetModel()
        self.spreads = tuple(spreads)
        self._images = kept
        self._asked = set(kept)
        self.endResetModel()

    def put(self, spread: Spread, image: QImage) -> None:
        """A small picture has arrived."""
        for row, one in enumerate(self.spreads):
            if one.key == spread.key:
                self._images[spread.key] = image
                self.dataChanged.emit(self.index(row), self.index(row), [IMAGE])

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.spreads)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not 0 <= index.row() < len(self.spreads):
            return None
        spread = self.spreads[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return spread.numbers
            case Qt.ItemDataRole.AccessibleTextRole:
                pages = translate("Spreads", "Pages {numbers}").format(numbers=spread.numbers)
                return f"{pages}, {spread.title}" if spread.title else pages
            case _ if role == SPREAD:
                return spread
            case _ if role == IMAGE:
                return self._image(spread)
            case _:
                return None

    def _image(self, spread: Spread) -> QImage | None:
        if spread.key not in self._asked:
            self._asked.add(spread.key)
            self.wanted.emit(spread)
        return self._images.get(spread.key)
