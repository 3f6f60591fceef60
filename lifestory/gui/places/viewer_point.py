"""The point that matters in a photo: where a page needs another shape, it is never cut away."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QPointF, QRectF, Signal

from lifestory.domain.media import Focus
from lifestory.gui.places.viewer_bench import Bench
from lifestory.gui.places.viewer_craft import Craft
from lifestory.gui.widgets.frame import Frame, Kind
from lifestory.gui.widgets.frame_shapes import LEAST

_POINT = "point"


class Point(Craft):
    """`focused` carries the photo's id and its Focus, or None. Until one says otherwise the cross
    stands in the middle, and nothing is kept."""

    focused = Signal(object, object)
    draws = True

    def __init__(self, bench: Bench) -> None:
        super().__init__(bench)
        self.title = self.tr("What matters")
        self.hint = self.tr(
            "Click on what matters most, or move the cross with the arrows: a page of another "
            "shape never cuts it away. Delete forgets it. Enter is done."
        )

    def frames(self) -> list[Frame]:
        photo, whole = self.bench.photo, self.bench.stage.whole
        focus = photo.focus if photo and photo.focus else Focus(0.5, 0.5)
        at = QPointF(focus.across * whole.width(), focus.down * whole.height())
        return [Frame(Kind.POINT, self._round(at), whole, self.tr("What matters"), _POINT)]

    def lay(self, box: QRectF) -> object:
        self._keep(self._focus(box.center()))
        return _POINT

    def click(self, at: QPointF) -> object:
        self._keep(self._focus(at))
        return _POINT

    def settle(self, frame: Frame) -> None:
        self._keep(self._focus(frame.box.center()))

    def remove(self, frame: Frame) -> None:  # noqa: ARG002
        self.forget()

    def forget(self) -> None:
        """Nothing matters more than the rest."""
        self._keep(None)

    def _focus(self, at: QPointF) -> Focus:
        whole = self.bench.stage.whole
        across, down = at.x() / whole.width(), at.y() / whole.height()
        return Focus(round(min(max(across, 0), 1), 4), round(min(max(down, 0), 1), 4))

    def _round(self, at: QPointF) -> QRectF:
        whole = self.bench.stage.whole
        side = max(whole.width(), whole.height()) * LEAST
        return QRectF(at.x() - side / 2, at.y() - side / 2, side, side)

    def _keep(self, focus: Focus | None) -> None:
        photo = self.bench.photo
        if photo is not None and focus != photo.focus:
            self.focused.emit(photo.id, focus)
            self.bench.alter(replace(photo, focus=focus))
