"""Notices that nobody is there any more: no key and no mouse for some minutes, or the computer
sleeps or the session ends.

Qt tells of sleep on telephones alone, and of the end of a session where the system asks programs
first (Windows, macOS, X11 with a session manager). So the clock on the wall is looked at every few
seconds: where more than half a minute is missing between two looks, the computer slept, and it is
locked a few seconds after waking, or at the first key or movement if that is sooner. Until then the
keys were in memory: against that the disk's own encryption has to hold. Whoever locks the screen
alone does not lock this, for no system tells Qt; nor does a session that just ends the program,
which takes its keys with it.
"""

from __future__ import annotations

import time

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QWindow

DEFAULT = 10
"""Minutes."""
OFFERED = (2, 5, 10, 15, 30)

_LOOK = 5_000
"""Milliseconds between two looks at the clock."""
_SLEPT = 30
"""Seconds between two looks that only sleep explains."""

_SIGNS = frozenset({
    QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress, QEvent.Type.MouseMove, QEvent.Type.Wheel,
    QEvent.Type.TouchBegin, QEvent.Type.TabletMove, QEvent.Type.InputMethod, QEvent.Type.Drop,
    QEvent.Type.DragMove,
})  # fmt: skip


class Idle(QObject):
    """`passed` when nobody has been there for `minutes`, or the computer has slept; `leaving` when
    the session ends or the system puts the program to sleep.

    It listens at the windows that have had the keyboard, where every key and movement comes in.
    To listen at the application would carry each event of each widget through Python, and widgets
    that are just being destroyed with them.
    """

    passed = Signal()
    leaving = Signal()

    def __init__(self, application: QGuiApplication, minutes: int = DEFAULT) -> None:
        super().__init__()
        self.minutes = minutes
        self._somebody_is_there()
        self._watch = QTimer(self, interval=_LOOK)
        self._watch.timeout.connect(self._look_up)
        application.focusWindowChanged.connect(self.listen_at)
        self.listen_at(application.focusWindow())
        application.applicationStateChanged.connect(self._hear_state)
        application.commitDataRequest.connect(self._leave, Qt.ConnectionType.DirectConnection)

    def listen_at(self, window: QWindow | None) -> None:
        """A window has the keyboard: whoever is there types and moves in it."""
        if window is not None:
            window.installEventFilter(self)

    def start(self) -> None:
        """Somebody is there: the store has been opened."""
        self._somebody_is_there()
        self._watch.start()

    def stop(self) -> None:
        """There is nothing to hide any more."""
        self._watch.stop()

    def look(self, now: float | None = None) -> None:
        """Look at the clock; `now` in seconds as time.time() gives them.

        And at one that nobody sets: a clock put back by a day would else hide for a day that
        nobody is there.
        """
        gone = max((now or time.time()) - self._last, time.monotonic() - self._last_steady)
        if gone >= self.minutes * 60:
            self._pass()

    def _look_up(self) -> None:
        since = time.time() - self._looked
        self._looked += since
        if since >= _SLEPT:
            self._pass()
        self.look()

    def _pass(self) -> None:
        if self._watch.isActive():
            self._watch.stop()
            self.passed.emit()

    def _somebody_is_there(self) -> None:
        self._last: float = time.time()
        self._looked: float = self._last
        self._last_steady = time.monotonic()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _SIGNS:
            self._look_up()  # the first movement after a sleep must not hide it
            self._somebody_is_there()
        return super().eventFilter(watched, event)

    def _leave(self) -> None:
        self.leaving.emit()

    def _hear_state(self, state: Qt.ApplicationState) -> None:
        if state == Qt.ApplicationState.ApplicationSuspended:
            self.leaving.emit()
        else:
            self._look_up()
