"""What every clerk does: re-read when a kind it shows has changed, and only while one looks."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any, ClassVar
from uuid import UUID

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from lifestory.app.open_case import FoundChild, with_its_step
from lifestory.app.photos import thumbnail
from lifestory.domain.changes import Changes
from lifestory.domain.media import Photo
from lifestory.gui.desk import Desk, Whose
from lifestory.gui.jobs import Job
from lifestory.gui.messages import Answer, TakeBack
from lifestory.gui.widgets.place import Place


class Clerk(QObject):
    """`go` asks the window for another place; `aim` is the record to go to there, if any."""

    go = Signal(str, object)
    kinds: ClassVar[frozenset[str]] = frozenset()

    def __init__(self, desk: Desk, place: Place) -> None:
        super().__init__(place)
        self.desk = desk
        self.seen: Place = place
        self._stale = True
        self._untold: list[tuple[Whose | None, Callable[[], object]]] = []
        desk.chosen.connect(self.renew)
        desk.changed.connect(self.on_changed)
        desk.changed.connect(self._hear_of_undo)
        desk.hiding.connect(self.hide)

    def refresh(self) -> None:
        """Give the place what it shows."""
        raise NotImplementedError

    def forget(self) -> None:
        """Let the place show nothing: the store is locked or another child lies on the desk."""
        raise NotImplementedError

    def aim_at(self, record: object) -> None:
        """One has come here for this record."""

    def enter(self) -> None:
        """One comes to this place."""
        if self._stale and self.desk.is_open:
            self._stale = False
            self.refresh()

    def renew(self) -> None:
        """Another child lies on the desk."""
        self.forget()
        self.seen.messages.clear()
        self._tell_what_waited()
        self.touch()

    def touch(self) -> None:
        """What is shown is out of date; read it again as soon as one looks."""
        self._stale = True
        if self.seen.isVisible():
            self.enter()

    def on_changed(self, changes: Changes) -> None:
        """A commit changed something."""
        if any(changes.touches(kind) for kind in self.kinds):
            self.touch()

    def _hear_of_undo(self, changes: Changes) -> None:
        if changes.undoes is not None:
            self.seen.messages.undone(changes.undoes)

    def hide(self) -> None:
        """Everything must be hidden: say what was typed, then show nothing."""
        self.seen.flush()

    def write_undoable(
        self, found: FoundChild, work: Callable[[], Any], tell: Callable[[Any, Answer], object]
    ) -> Job:
        """Write something one may wish to take back at once. `tell` hears what `work` returned,
        and the button that takes back that step and no other; beside another child it is not
        told at all."""

        def hear(done: tuple[Any, UUID | None]) -> None:
            made, step = done
            if self.desk.is_open and self.desk.found is found:
                tell(made, self.undo_of(step))

        job = self.desk.write(self.seen.messages, lambda: with_its_step(found.case, work))
        job.done.connect(hear)
        return job

    def undo_of(self, step: UUID | None) -> Answer:
        """The button of a message that takes back that step and no other."""
        return self.tr("Undo"), TakeBack(step, partial(self.desk.undo_only, self.seen.messages))

    def beside(
        self, tell: Callable[..., object], elsewhere: Callable[..., object]
    ) -> Callable[..., None]:
        """`tell`, but never beside another child than the one on the desk now, who is long there
        no more when slow work ends. Then it is told as soon as that child lies on the desk again,
        also after the store was locked; until then it is held in memory alone. Beside another
        child `elsewhere` is told at once, which names nobody."""
        whose = self.desk.whose

        def hear(*said: object) -> None:
            if self.desk.whose == whose is not None:
                tell(*said)
                return
            self._untold.append((whose, partial(tell, *said)))
            if self.desk.whose is not None:
                elsewhere(*said)

        return hear

    def _tell_what_waited(self) -> None:
        whose = self.desk.whose
        if whose is None:
            return
        waiting, self._untold = self._untold, []
        for of, tell in waiting:
            if of == whose:
                tell()
            else:
                self._untold.append((of, tell))

    def read_thumbnail(self, photo: Photo) -> Job:
        """Read the small picture of a photo; `done` carries a QImage."""
        store = self.desk.store

        def work(_task: object) -> QImage:
            return QImage.fromData(thumbnail(store, photo))

        return self.desk.jobs.read("", work, quiet=True)

    @property
    def about(self) -> frozenset[UUID]:
        """The child on the desk, as new records say whom they are about."""
        return frozenset({self.desk.found.id}) if self.desk.found else frozenset()
