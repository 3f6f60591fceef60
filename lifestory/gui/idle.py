"""Notices that nobody is there any more: no key and no mouse for some minutes, or the computer
sleeps or the session ends.

Qt does not tell of sleep on every system, so the clock on the wall is compared as well: after
waking, the minutes slept have passed, and it is locked before anything is seen.
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

_SIGNS = frozenset({
    QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress, QEvent.Type.MouseMove, QEvent.Type.Wheel,
    QEvent.Type.TouchBegin, QEvent.Type.TabletMove, QEvent.Type.InputMethod, QEvent.Type.Drop,
    QEvent.Type.DragMove,
})  # fmt: skip


class Idle(QObject):
    """`passed` when nobody has been there for `minutes`; `leaving` when the session ends or the
    system puts the program to sleep.

    It listens at the windows that have had the keyboard, where every key and movement comes in.
    To listen at the application would carry each event of each widget through Python, and widgets
    that are just being destroyed with them.
    """

    passed = Signal()
    leaving = Signal()

    def __init__(self, application: QGuiApplication, minutes: int = DEFAULT) -> None:
        super().__init__()
        self.minutes = minutes
        self._last = time.time()
        self._watch = QTimer(self, interval=_LOOK)
        self._watch.timeout.connect(self.look)
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
        self._last = time.time()
        self._watch.start()

    def stop(self) -> None:
        """There is nothing to hide any more."""
        self._watch.stop()

    def look(self, now: float | None = None) -> None:
        """Look at the clock; `now` in seconds as time.time() gives them."""
        if self._watch.isActive() and (now or time.time()) - self._last >= self.minutes * 60:
            self._watch.stop()
            self.passed.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _SIGNS:
            self.look()  # the first movement after a long sleep must not hide that it was long
            self._last = time.time()
        return super().eventFilter(watched, event)

    def _leave(self) -> None:
        self.leaving.emit()

    def _hear_state(self, state: Qt.ApplicationState) -> None:
        if state == Qt.ApplicationState.ApplicationSuspended:
            self.leaving.emit()
        else:
            self.look()
