"""The window: head, rail, places, status line. It knows no task; the clerks do those."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TypeVar
from uuid import UUID

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QMainWindow,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from lifestory.domain.errors import LifestoryError
from lifestory.gui import actions, icons, look
from lifestory.gui.clerks.children import ChildrenClerk
from lifestory.gui.clerks.clerk import Clerk
from lifestory.gui.clerks.handover import HandOverClerk
from lifestory.gui.clerks.head import HeadClerk
from lifestory.gui.clerks.seating import BUILT, Seated
from lifestory.gui.clerks.unlock import UnlockClerk
from lifestory.gui.desk import Desk
from lifestory.gui.jobs import Jobs
from lifestory.gui.places.unlock import Unlock
from lifestory.gui.seats import seat
from lifestory.gui.settings import Settings
from lifestory.gui.widgets.head import Head
from lifestory.gui.widgets.place import Place
from lifestory.gui.widgets.rail import Rail
from lifestory.gui.widgets.status import StatusLine

TITLE = "Lifestory"
"""Never a child's name: a title is read over shoulders and in lists of windows."""
C = TypeVar("C", bound=Clerk)
LEAST = QSize(1100, 640)


class Window(QMainWindow):
    """The whole program on the screen."""

    def __init__(self, settings: Settings, store_folder: Path | None = None) -> None:
        super().__init__()
        self._worn = look.worn()
        self.setWindowTitle(TITLE)
        self.setMinimumSize(LEAST)
        self.resize(1366, 768)
        self.settings = settings
        self.jobs = Jobs(self)
        self.desk = Desk(self.jobs)
        self.actions_by_name = actions.make(self, self.act)
        self.unlock = Unlock()
        self.unlock_clerk = UnlockClerk(self.desk, self.unlock, settings)
        if store_folder is not None:
            self.unlock_clerk.offer(store_folder)
        self.head = Head()
        self.head.asked.connect(self.act)
        self.head.search.chosen.connect(self.act)
        self.rail = Rail(tuple(BUILT))
        self.rail.chosen.connect(self.go)
        self.stack = QStackedWidget()
        self.seated: dict[str, Seated] = {}
        self._seat_everyone()
        self.head_clerk = self._serve_head()
        self.status = StatusLine(self.jobs)
        self.pages = QStackedWidget()
        self.pages.addWidget(self.unlock)
        self.pages.addWidget(self._shell())
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.pages, 1)
        column.addWidget(self.status)
        self.setCentralWidget(whole)
        self.desk.opened.connect(self._enter)
        self.desk.hiding.connect(self._hide)
        self.desk.chosen.connect(self._show_whether_chosen)
        self.desk.changed.connect(lambda _: self.status.show_saved(datetime.now()))
        self._show_locked()

    def _shell(self) -> QWidget:
        shell = QWidget()
        column = QVBoxLayout(shell)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(self.rail)
        row.addWidget(self.stack, 1)
        column.addLayout(row, 1)
        return shell

    def _seat_everyone(self) -> None:
        for name, make in BUILT.items():
            seated = make(self.desk)
            seated.clerk.go.connect(self.go)
            self.stack.addWidget(seated.place)
            self.seated[name] = seated

    def _serve_head(self) -> HeadClerk:
        steps = (self.actions_by_name["undo"], self.actions_by_name["redo"])
        clerk = HeadClerk(self.desk, self.head, steps, tuple(BUILT))
        board = self.clerk(ChildrenClerk)
        board.counted.connect(clerk.show_cards)
        self.clerk(HandOverClerk).backed_up.connect(
            lambda at: self.status.show_backup(self.tr("Backed up {at}").format(at=f"{at:%H:%M}"))
        )
        return clerk

    def clerk(self, kind: type[C]) -> C:
        """The clerk of that kind."""
        return next(one.clerk for one in self.seated.values() if isinstance(one.clerk, kind))

    @property
    def place(self) -> Place:
        """The place one is in."""
        found = self.stack.currentWidget()
        assert isinstance(found, Place)
        return found

    def go(self, name: str, aim: object = None) -> None:
        """Go to a place, and there to a record."""
        if not self.desk.is_open or name not in self.seated:
            return
        if seat(name).of_a_child and self.desk.found is None:
            return
        self.place.flush()
        seated = self.seated[name]
        self.head_clerk.show_whose(board=not seat(name).of_a_child)
        self.stack.setCurrentWidget(seated.place)
        self.rail.show_at(name)
        if aim is not None:
            seated.clerk.aim_at(aim)
        seated.clerk.enter()
        seated.place.take_keyboard()

    def act(self, name: str) -> None:
        """Do what a key, a button or the search asked for."""
        if not self.desk.is_open:
            return
        kind, _, rest = name.partition(":")
        match kind:
            case "go":
                self.go(rest)
            case "child":
                self.clerk(ChildrenClerk).open_child(UUID(rest))
            case "undo" | "redo":
                self.place.flush()
                step = self.desk.undo if kind == "undo" else self.desk.redo
                step(self.place.messages)
            case "lock":
                self.desk.lock()
            case "search":
                self.head.search.setFocus()
                self.head.search.selectAll()
            case "add":
                if self.place.primary and self.place.primary.isVisible():
                    self.place.primary.click()
            case "next-pane":
                self._next_pane()

    def tell_trouble(self, trouble: LifestoryError) -> None:
        """Tell of something that went wrong outside any job, where the work is."""
        messages = self.place.messages if self.desk.is_open else self.unlock.messages
        messages.trouble(trouble)

    def _enter(self) -> None:
        self.pages.setCurrentIndex(1)
        self.status.show_locked(locked=False)
        self.status.show_backup(self.tr("No backup since you opened it"))
        self._show_whether_chosen()
        self.go("children")

    def _hide(self) -> None:
        self._show_locked()

    def _show_locked(self) -> None:
        self.pages.setCurrentIndex(0)
        self.status.show_locked(locked=True)
        self.unlock_clerk.wait()

    def _show_whether_chosen(self) -> None:
        self.rail.show_child(chosen=self.desk.found is not None)
        if not self.desk.is_open:
            self.unlock_clerk.wait()

    def _next_pane(self) -> None:
        panes = [self.rail, *(self.place.pane(at) for at in range(self.place.panes.count()))]
        panes = [pane for pane in (*panes, self.head) if pane.isVisible() and _first(pane)]
        inside = [pane.isAncestorOf(self.focusWidget() or self) for pane in panes]
        at = inside.index(True) + 1 if True in inside else 0
        if first := _first(panes[at % len(panes)]):
            first.setFocus(Qt.FocusReason.TabFocusReason)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in look.SCHEME_EVENTS and self._worn is not look.worn():
            self._worn = look.worn()
            icons.redress(self)
            self.head.search.repaint_icons()

    def closeEvent(self, event: QCloseEvent) -> None:
        self.settings.remember_geometry(self.saveGeometry())
        for seated in self.seated.values():
            seated.place.flush()
        self.hide()
        self.desk.close_now()
        super().closeEvent(event)


def _first(pane: QWidget) -> QWidget | None:
    """The first thing in a pane that takes the keyboard."""
    takers = (
        one
        for one in pane.findChildren(QWidget)
        if one.isVisible() and one.isEnabled() and one.focusPolicy() & Qt.FocusPolicy.TabFocus
    )
    return next(takers, None)
