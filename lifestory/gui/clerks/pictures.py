"""Brings small pictures to a grid: those one looks at now before those that have gone by."""

from __future__ import annotations

from collections import deque

from PySide6.QtCore import QObject
from PySide6.QtGui import QImage

from lifestory.app.photos import thumbnail
from lifestory.domain.media import Photo
from lifestory.gui.desk import Desk
from lifestory.gui.messages import Messages
from lifestory.gui.models.grid import GridModel

_WAITING = 96
"""Two screens of a large window; what was asked for before that has been scrolled away."""
_AT_ONCE = 2


class Pictures(QObject):
    """Serves one model's `wanted`, newest first."""

    def __init__(self, desk: Desk, model: GridModel, messages: Messages) -> None:
        super().__init__(model)
        self._desk, self._model, self._messages = desk, model, messages
        self._waiting: deque[Photo] = deque()
        self._running = 0
        model.wanted.connect(self._want)

    def forget(self) -> None:
        """Bring none of those any more."""
        self._waiting.clear()

    def _want(self, photo: Photo) -> None:
        self._waiting.append(photo)
        if len(self._waiting) > _WAITING:
            self._model.unask(self._waiting.popleft())
        self._bring()

    def _bring(self) -> None:
        while self._waiting and self._running < _AT_ONCE and self._desk.is_open:
            self._read(self._waiting.pop())

    def _read(self, photo: Photo) -> None:
        store = self._desk.store
        job = self._desk.jobs.read(
            "", lambda _: QImage.fromData(thumbnail(store, photo)), quiet=True
        )
        self._running += 1
        job.done.connect(lambda image: self._model.put(photo, image))
        job.failed.connect(self._messages.trouble)
        job.stopped.connect(lambda: self._model.unask(photo))
        job.finished.connect(self._go_on)

    def _go_on(self) -> None:
        self._running -= 1
        self._bring()
