"""The check boxes of the guides; each shows its guide's own line, so that they are the legend."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QWidget

from lifestory.app.measures import Measures
from lifestory.gui import look
from lifestory.gui.widgets.flow import Flow
from lifestory.gui.widgets.overlay import Guide, sample
from lifestory.gui.widgets.tick_box import TickBox


class GuideBoxes(QWidget):
    """`chosen` carries the frozenset of guides to be shown."""

    chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        row = Flow(self)
        row.setContentsMargins(8, 0, 8, 0)
        row.setSpacing(16)
        self.boxes: dict[Guide, QCheckBox] = {}
        for guide, words, says in self._named():
            box = TickBox(words)
            box.setToolTip(says)
            box.setAccessibleName(self.tr("Show the guide: {name}").format(name=words))
            box.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
            box.setIconSize(QSize(24, 16))
            box.toggled.connect(self._say)
            self.boxes[guide] = box
            row.lead_with(box)
        self._draw()

    def _named(self) -> Iterator[tuple[Guide, str, str]]:
        yield Guide.TRIM, self.tr("Cut (trim)"), self.tr("Where the paper is cut")
        yield Guide.SAFE, self.tr("Safe"), self.tr("Words inside this line are never cut off")
        fold = self.tr("The strip the fold of the book hides")
        yield Guide.BINDING, self.tr("Fold (binding)"), fold

    def show_measures(self, measures: Measures) -> None:
        """Say of each guide for which product it is, and how much it keeps free."""
        for guide, _, says in self._named():
            many = {Guide.SAFE: measures.safe, Guide.BINDING: measures.binding}.get(guide)
            many = measures.bleed or None if guide is Guide.TRIM else many
            said = [says, measures.called, f"{many:g} mm" if many else ""]
            self.boxes[guide].setToolTip(" · ".join(one for one in said if one))

    def turn(self) -> None:
        """Show all guides, or none where any is shown."""
        shown = any(box.isChecked() for box in self.boxes.values())
        for box in self.boxes.values():
            box.setChecked(not shown)

    def _say(self) -> None:
        self.chosen.emit(frozenset(one for one, box in self.boxes.items() if box.isChecked()))

    def _draw(self) -> None:
        for guide, box in self.boxes.items():
            box.setIcon(sample(guide, self.devicePixelRatioF()))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in look.SCHEME_EVENTS and hasattr(self, "boxes"):
            self._draw()
