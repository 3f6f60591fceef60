"""What an archive would bring, told before anything is written, and the choice that is left."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from lifestory.app.archives import Looked
from lifestory.app.comparing import Comparison
from lifestory.gui import look
from lifestory.gui.models.differences import DifferenceModel, how_many, shortened
from lifestory.gui.widgets import parts
from lifestory.gui.widgets.flow import in_a_row
from lifestory.gui.widgets.tick_list import TickList

_LEAST = 30
"""Pixels of the list of what is told differently, where there is no more room."""
_MINE, _THEIRS = 0, 1


class ArchiveReport(QWidget):
    """`agreed` carries what was looked into and the ids of what is taken as the archive tells it;
    `left` says that nothing is to be taken in."""

    agreed = Signal(object, object)
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._looked: Looked | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self.whose = parts.label(kind="title", wrap=True)
        column.addWidget(self.whose)
        self.says = parts.label(wrap=True)
        column.addWidget(self.says)
        self.model = DifferenceModel()
        self.model.chosen.connect(self._weigh)
        name = self.tr("What the archive tells differently")
        self.differing = QWidget()
        inner = QVBoxLayout(self.differing)
        inner.setContentsMargins(0, 8, 0, 0)
        inner.setSpacing(8)
        inner.addWidget(parts.label(name, "strong"))
        self.choice = parts.Choice(
            name, (self.tr("Keep what is here"), self.tr("Take what the archive says"))
        )
        self.choice.chosen.connect(self._choose)
        self.choice.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        inner.addWidget(self.choice)
        inner.addWidget(
            parts.label(
                self.tr("Or one by one: what has a tick becomes as the archive tells it."),
                "minor", "quiet", wrap=True,
            )
        )  # fmt: skip
        self.list = TickList(name)
        self.list.setModel(self.model)
        self.list.setMinimumHeight(look.larger(_LEAST))
        inner.addWidget(self.list, 1)
        column.addWidget(self.differing, 1)
        self.take = parts.button(self.tr("Take it in"), "package-open", "primary")
        self.take.clicked.connect(self._say)
        self.cancel = parts.button(self.tr("Not now"))
        self.cancel.clicked.connect(self.left)
        column.addWidget(in_a_row(self.take, self.cancel))

    def show_looked(self, looked: Looked) -> None:
        """Tell what was found; nothing is chosen yet."""
        self._looked = looked
        self.whose.setText(self._whose(looked.names))
        self.says.setText(" ".join(self._sentences(looked.compared, looked)))
        self.model.show(looked.compared.differing)
        self.differing.setVisible(bool(looked.compared.differing))
        self.choice.choose(_MINE)
        self._weigh()

    def forget(self) -> None:
        """Let go of everything."""
        self._looked = None
        self.model.show(())
        for one in (self.whose, self.says):
            one.setText("")

    @property
    def starts_at(self) -> QWidget:
        """Where the keyboard goes when it is shown."""
        return self.take if self.take.isVisibleTo(self) else self.cancel

    def _whose(self, names: tuple[str, ...]) -> str:
        if not any(names):
            return self.tr("A story")
        all_of_them = self.tr(" and ").join(map(shortened, filter(None, names)))
        return self.tr("The story of {names}").format(names=all_of_them)

    def _sentences(self, found: Comparison, looked: Looked) -> list[str]:
        said = []
        new = ", ".join(
            how_many(many, kind) for kind, (many, _, _) in found.kinds().items() if many
        )
        if not found.here:
            said.append(self.tr("It is not in this store yet: {new}.").format(new=new))
        else:
            said.append(self.tr("It is in this store already."))
            said.append(
                self.tr("New in the archive: {new}.").format(new=new)
                if found.new
                else self.tr("The archive has nothing that is new here.")
            )
            said.append(self.tr("The same in both: {many}.").format(many=f"{len(found.same):,}"))
        if many := len(found.differing):
            said.append(self.tr("Told differently: {many}.").format(many=f"{many:,}"))
        said += _counted(
            len(found.returning),
            self.tr("One of the new had been taken out here and would come back."),
            self.tr("{many} of the new had been taken out here and would come back."),
        )
        said += _counted(
            len(found.erased),
            self.tr("One thing was erased here; it stays erased and is left out."),
            self.tr("{many} were erased here; they stay erased and are left out."),
        )
        if looked.trail and looked.trail.broken:
            said.append(
                self.tr("Its record of who changed what is not as it was written. Ask whoever sent"
                        " it before you rely on it.")
            )  # fmt: skip
        said.append(self.tr("Nothing has been changed so far."))
        return said

    def _choose(self, index: int) -> None:
        self.model.take(self.model.every if index == _THEIRS else ())

    def _weigh(self) -> None:
        """What the button does now; away where there is nothing to take."""
        if self._looked is None:
            return
        found, theirs = self._looked.compared, self.model.theirs
        if theirs == self.model.every and theirs:
            self.choice.choose(_THEIRS)
        elif not theirs:
            self.choice.choose(_MINE)
        if not found.here:
            words = self.tr("Take it in")
        elif theirs:
            words = self.tr("Take it in, {many} as the archive says").format(many=len(theirs))
        else:
            words = self.tr("Take in what is new")
        self.take.setText(words)
        self.take.setAccessibleName(words)
        self.take.setVisible(bool(found.new or theirs))

    def _say(self) -> None:
        if self._looked is not None and self.isVisible():
            self.agreed.emit(self._looked, self.model.theirs)


def _counted(many: int, one: str, several: str) -> list[str]:
    if not many:
        return []
    return [one if many == 1 else several.format(many=f"{many:,}")]
