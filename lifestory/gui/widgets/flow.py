"""A bar that wraps: what does not fit beside the rest at 200 % text goes on in a line below."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget


class Flow(QLayout):
    """A row of widgets, the leading ones at the left, the others at the right end. In a line too
    narrow for them all, the rest stand below, from the left."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._leading = 0
        self._heights: dict[int, int] = {}
        self.leading = Leading(self)

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def lead_with(self, widget: QWidget) -> None:
        """Add a widget after those at the left."""
        self.addWidget(widget)
        self._items.insert(self._leading, self._items.pop())
        self._leading += 1

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        if not 0 <= index < len(self._items):
            return None
        self._leading -= index < self._leading
        return self._items.pop(index)

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, wide: int) -> int:
        # Whatever changes in the window, Qt asks every bar in it, and for several widths.
        if wide not in self._heights:
            self._heights[wide] = self._lay_out(QRect(0, 0, wide, 0), move=False)
        return self._heights[wide]

    def invalidate(self) -> None:
        self._heights = {}
        super().invalidate()

    def sizeHint(self) -> QSize:
        items = self._shown(self._items)
        wide = sum(one.sizeHint().width() for one in items) + self.spacing() * (len(items) - 1)
        return self._with_margins(wide, max((one.sizeHint().height() for one in items), default=0))

    def minimumSize(self) -> QSize:
        items = self._shown(self._items)
        return self._with_margins(
            max((one.minimumSize().width() for one in items), default=0),
            max((one.minimumSize().height() for one in items), default=0),
        )

    def setGeometry(self, box: QRect) -> None:
        super().setGeometry(box)
        self._lay_out(box, move=True)

    def _with_margins(self, wide: int, high: int) -> QSize:
        edge = self.contentsMargins()
        return QSize(wide + edge.left() + edge.right(), high + edge.top() + edge.bottom())

    @staticmethod
    def _shown(items: list[QLayoutItem]) -> list[QLayoutItem]:
        return [one for one in items if not one.isEmpty()]

    def _lay_out(self, box: QRect, *, move: bool) -> int:
        inside = box.marginsRemoved(self.contentsMargins())
        lines = self._lines(inside.width())
        y = inside.top()
        for line in lines:
            high = max(one.sizeHint().height() for one in line)
            if move:
                self._place(line, QRect(inside.left(), y, inside.width(), high))
            y += high + self.spacing()
        edge = self.contentsMargins()
        return (y - self.spacing() if lines else y) - box.top() + edge.bottom()

    def _lines(self, room: int) -> list[list[QLayoutItem]]:
        lines: list[list[QLayoutItem]] = []
        used = room + 1
        for item in self._shown(self._items):
            wide = item.sizeHint().width()
            if used + self.spacing() + wide > room:
                lines.append([])
                used = -self.spacing()
            lines[-1].append(item)
            used += self.spacing() + wide
        return lines

    def _place(self, line: list[QLayoutItem], box: QRect) -> None:
        last = self._items[self._leading :]
        wide = sum(one.sizeHint().width() + self.spacing() for one in line) - self.spacing()
        free = max(0, box.width() - wide)
        x = box.left()
        for item in line:
            if free and item in last and item is not line[0]:
                x, free = x + free, 0
            size = item.sizeHint()
            narrow = min(size.width(), box.width())
            item.setGeometry(
                QRect(
                    QPoint(x, box.top() + (box.height() - size.height()) // 2),
                    QSize(narrow, size.height()),
                )
            )
            x += narrow + self.spacing()


class Leading:
    """The left part of a bar, as a place adds to it."""

    def __init__(self, flow: Flow) -> None:
        self._flow = flow

    def addWidget(self, widget: QWidget) -> None:
        """Add a widget after the title."""
        self._flow.lead_with(widget)


def in_a_row(*widgets: QWidget, end: QWidget | None = None) -> QWidget:
    """Widgets in a row, one of them at its end; it goes on in a line below where text is large."""
    made = QWidget()
    row = Flow(made)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(6)
    for widget in widgets:
        row.lead_with(widget)
    if end is not None:
        row.addWidget(end)
    return made
