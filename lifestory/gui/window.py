"""The window: head, rail, places, status line. It knows no task; the clerks do those."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TypeVar
from uuid import UUID

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QMainWindow,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from lifestory.app.backups import USUAL_NAME
from lifestory.app.open_store import StoreVanished
from lifestory.domain.errors import LifestoryError
from lifestory.gui import actions, icons, look
from lifestory.gui.clerks.backing_up import BackupClerk
from lifestory.gui.clerks.book import BookClerk
from lifestory.gui.clerks.children import ChildrenClerk
from lifestory.gui.clerks.clerk import Clerk
from lifestory.gui.clerks.handover import HandOverClerk
from lifestory.gui.clerks.head import HeadClerk
from lifestory.gui.clerks.leaving import LeavingClerk
from lifestory.gui.clerks.photos import PhotosClerk
from lifestory.gui.clerks.search import Aim, SearchClerk
from lifestory.gui.clerks.seating import BUILT, Seated
from lifestory.gui.clerks.unlock import UnlockClerk
from lifestory.gui.desk import Desk
from lifestory.gui.idle import Idle
from lifestory.gui.jobs import Job, Jobs
from lifestory.gui.places.choices import Choices
from lifestory.gui.places.closing import Closing
from lifestory.gui.places.help import Help
from lifestory.gui.places.unlock import Unlock
from lifestory.gui.seats import FEET, seat
from lifestory.gui.settings import Settings
from lifestory.gui.widgets.head import Head
from lifestory.gui.widgets.place import Place
from lifestory.gui.widgets.rail import Rail
from lifestory.gui.widgets.status import StatusLine
from lifestory.gui.widgets.words_clipboard import take_back

TITLE = "Lifestory"
"""Never a child's name: a title is read over shoulders and in lists of windows."""
C = TypeVar("C", bound=Clerk)
P = TypeVar("P", bound=Place)
_ASIDE = frozenset(one.name for one in FEET)
"""One looks there and goes back to where one was."""
LEAST = QSize(1100, 640)
SIZES = {"larger": +1, "smaller": -1, "usual-size": 0}
"""Steps of the text's size; they serve before a store is open too."""


class Window(QMainWindow):
    """The whole program on the screen."""

    def __init__(self, settings: Settings, store_folder: Path | None = None) -> None:
        super().__init__()
        self._worn = look.worn()
        self._came_from = "children"
        self.setWindowTitle(TITLE)
        self.setMinimumSize(LEAST)
        self.resize(1366, 768)
        self.settings = settings
        self.jobs = Jobs(self)
        self.desk = Desk(self.jobs)
        self.backups = BackupClerk(self.desk, settings)
        self.closing = Closing()
        self.leaving = LeavingClerk(self.backups, self.closing)
        self.actions_by_name = actions.make(self, self.act)
        self.unlock = Unlock()
        self.unlock_clerk = UnlockClerk(self.desk, self.unlock, settings)
        if store_folder is not None:
            self.unlock_clerk.offer(store_folder)
        self.head = Head()
        self.head.asked.connect(self.act)
        self.head.search.chosen.connect(self._go_for)
        self.head.search.left.connect(self._back_to_work)
        self.rail = Rail(tuple(BUILT))
        self.rail.chosen.connect(self.go)
        self.stack = QStackedWidget()
        self.seated: dict[str, Seated] = {}
        self._seat_everyone()
        self.head_clerk = self._serve_head()
        self.status = self._serve_status()
        self.pages = QStackedWidget()
        self.setCentralWidget(self._whole())
        self.desk.opened.connect(self._enter)
        self.desk.hiding.connect(self._hide)
        self.desk.chosen.connect(self._show_whether_chosen)
        self.desk.saved.connect(lambda: self.status.show_saved(datetime.now()))
        self.idle = self._watch_idleness()
        self.jobs.ended.connect(self._offer_to_reopen)
        self._serve_choices()
        self._show_locked()

    def _serve_status(self) -> StatusLine:
        status = StatusLine(self.jobs)
        status.backup_asked.connect(lambda: self.act("back-up"))
        status.help_asked.connect(lambda: self.act("go:help"))
        status.minutes_chosen.connect(self._lock_after)
        self.backups.known.connect(status.show_backup)
        self.backups.told.connect(self._tell_of_backup)
        self.leaving.ready.connect(self.close)
        self.leaving.stayed.connect(lambda: self.pages.setCurrentIndex(1))
        return status

    def _whole(self) -> QWidget:
        self.pages.addWidget(self.unlock)
        self.pages.addWidget(self._shell())
        self.pages.addWidget(self.closing)
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.pages, 1)
        column.addWidget(self.status)
        return whole

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
        clerk = HeadClerk(self.desk, self.head, steps)
        commands = tuple(
            (self.actions_by_name[name], icon, name) for name, icon in actions.COMMANDS.items()
        )
        self.search_clerk = SearchClerk(self.desk, self.head.search, tuple(BUILT), commands)
        self.desk.chosen.connect(self._allow_commands)
        self._allow_commands()
        board = self.clerk(ChildrenClerk)
        for hears in (clerk.show_cards, self.search_clerk.show_cards):
            board.counted.connect(hears)
        self.clerk(HandOverClerk).backup_asked.connect(
            lambda folder: self.backups.back_up(folder / USUAL_NAME, self.place.messages)
        )
        return clerk

    def _allow_commands(self) -> None:
        for name in actions.OF_A_CHILD:
            self.actions_by_name[name].setEnabled(self.desk.found is not None)

    def _serve_choices(self) -> None:
        """The settings are the window's own: it shows them there, and does what is chosen."""
        choices = self._place_of(Choices)
        choices.percent_chosen.connect(self._set_text)
        choices.minutes_chosen.connect(self._lock_after)
        self.backups.serve(choices)
        choices.show_minutes(self.idle.minutes)
        choices.show_percent(look.text_percent())
        for pages in (self.unlock.help, self._place_of(Help).pages):
            pages.places = tuple(BUILT)
        for place in (choices, self._place_of(Help)):
            place.left.connect(self._go_back)

    def _place_of(self, kind: type[P]) -> P:
        return next(one.place for one in self.seated.values() if isinstance(one.place, kind))

    def _go_back(self) -> None:
        """From Settings or Help to where one came from."""
        self.go(self._came_from)

    def _watch_idleness(self) -> Idle:
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        idle = Idle(application, self.settings.idle_minutes())
        idle.setParent(self)
        # What runs is finished: nobody asked for it to stop.
        for leave in (idle.passed, idle.leaving):
            leave.connect(lambda: self.desk.lock(finish_jobs=True))
        return idle

    def clerk(self, kind: type[C]) -> C:
        """The clerk of that kind."""
        return next(one.clerk for one in self.seated.values() if isinstance(one.clerk, kind))

    @property
    def at(self) -> str:
        """The name of the place one is in."""
        return next(name for name, one in self.seated.items() if one.place is self.place)

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
        if seated.place is not self.place:
            self.place.messages.leave()
        if name in _ASIDE:
            self._came_from = self._came_from if self.at in _ASIDE else self.at
        else:
            self.head_clerk.show_whose(board=not seat(name).of_a_child)
        self.stack.setCurrentWidget(seated.place)
        self.rail.show_at(name)
        if aim is not None:
            seated.clerk.aim_at(aim)
        seated.clerk.enter()
        seated.place.take_keyboard()

    def _back_to_work(self) -> None:
        self.place.take_keyboard()

    def _go_for(self, what: object) -> None:
        """Go where a find leads: to a record in its place, or to do a command."""
        if isinstance(what, Aim):
            self.go(what.place, what.record)
        else:
            self.act(str(what))

    @property
    def _entered(self) -> bool:
        """False also while the recovery phrase of a new store is shown: to lock would lose it."""
        return self.desk.is_open and self.pages.currentIndex() == 1

    def act(self, name: str) -> None:
        """Do what a key, a button or the search asked for."""
        kind, _, rest = name.partition(":")
        if not self._entered and kind not in SIZES:
            if name == "go:help" and self.unlock.isVisible():
                self.unlock.begin_help()
            return
        match kind:
            case "go":
                self.go(rest)
            case "child":
                self.clerk(ChildrenClerk).open_child(UUID(rest))
            case "undo" | "redo":
                self.place.flush()
                step = self.desk.undo if kind == "undo" else self.desk.redo
                step(self.place.messages)
            case "back-up":
                self.backups.ask(self, self.place.messages)
            case "find-doubles":
                self.go("photos")
                self.clerk(PhotosClerk).doubles.find()
            case "notes-for-grown-ups":
                self.go("book")
                self.clerk(BookClerk).place.editions.ask_notes()
            case "later-life-letter":
                self.go("book")
                self.clerk(BookClerk).place.editions.ask_letter()
            case "lock":
                self.desk.lock()
            case "search":
                self.head.search.setFocus()
                self.head.search.selectAll()
            case "larger" | "smaller" | "usual-size":
                self._resize_text(SIZES[kind])
            case "add":
                if self.place.primary and self.place.primary.isVisible():
                    self.place.primary.click()
            case "next-pane":
                self._next_pane()

    def tell_trouble(self, trouble: LifestoryError) -> None:
        """Tell of something that went wrong outside any job, where the work is."""
        messages = self.place.messages if self.desk.is_open else self.unlock.messages
        messages.trouble(trouble)

    def _tell_of_backup(self, what: str, remedy: str, tone: str) -> None:
        again = (self.tr("Back up now"), lambda: self.act("back-up"))
        self.place.messages.tell(what, remedy, tone, (again,))

    def _offer_to_reopen(self, job: Job) -> None:
        """The store has gone from under us: what is typed stays to be seen until one asks."""
        if isinstance(job.trouble, StoreVanished) and self.desk.is_open:
            trouble = job.trouble
            again = (self.tr("Open it again"), self.desk.lock)
            self.place.messages.tell(trouble.message, trouble.remedy, "stop", (again,))

    def _enter(self) -> None:
        self.pages.setCurrentIndex(1)
        self.status.show_open(self.idle.minutes)
        self.idle.start()
        self._show_whether_chosen()
        self.go("children")

    def _lock_after(self, minutes: int) -> None:
        self.idle.minutes = minutes
        self.settings.remember_idle_minutes(minutes)
        self.status.show_open(minutes)
        self._place_of(Choices).show_minutes(minutes)

    def _resize_text(self, step: int) -> None:
        sizes = look.TEXT_SIZES
        at = sizes.index(look.text_percent()) + step if step else 0
        self._set_text(sizes[max(0, min(at, len(sizes) - 1))])

    def _set_text(self, percent: int) -> None:
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        look.set_text_percent(application, percent)
        self.settings.remember_text_percent(percent)
        self._place_of(Choices).show_percent(percent)

    def _hide(self) -> None:
        take_back()
        self._close_what_stands_open()
        self._show_locked()

    def _close_what_stands_open(self) -> None:
        """Menus and dialogs lie over the window, and would be answered for another child."""
        for one in QApplication.topLevelWidgets():
            if one is not self and one.isVisible():
                one.close()

    def _show_locked(self) -> None:
        self.idle.stop()
        self.pages.setCurrentIndex(0)
        self.status.show_locked()
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

    def close(self) -> bool:
        """Close it from within, at once. Who closes the frame is shown the last backup first."""
        self.leaving.hurry()
        return super().close()

    def closeEvent(self, event: QCloseEvent) -> None:
        self.settings.remember_geometry(self.saveGeometry())
        for seated in self.seated.values():
            seated.place.flush()
        if self.leaving.waits():
            self.pages.setCurrentWidget(self.closing)
            event.ignore()
            return
        self.hide()
        take_back()
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
