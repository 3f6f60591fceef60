"""The true page, large: the pages of a spread side by side, as the PDF draws them, and the photos
on them to be chosen, dropped on, and given room."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, QSizeF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPen,
    QPixmap,
    QResizeEvent,
)
from PySide6.QtWidgets import QGraphicsPixmapItem, QGraphicsRectItem, QGraphicsScene, QGraphicsView

from lifestory.app.album import PhotoLook
from lifestory.app.measures import Measures
from lifestory.gui import look
from lifestory.gui.models.frames import Frame
from lifestory.gui.models.photo_words import spoken
from lifestory.gui.widgets.letter_keys import LetterKeys
from lifestory.gui.widgets.overlay import Guide, Overlay, Page
from lifestory.gui.widgets.pdf_pages import PdfPages
from lifestory.gui.widgets.photo_drops import PhotoDrops

_MARGIN = 16
_SETTLE = 80
"""Milliseconds a size must hold before the pages are drawn anew for it."""
_KEYS = {
    Qt.Key.Key_S: "shuffle", Qt.Key.Key_K: "lock", Qt.Key.Key_X: "reject", Qt.Key.Key_G: "guides",
    Qt.Key.Key_1: "room:1", Qt.Key.Key_2: "room:2", Qt.Key.Key_3: "room:3", Qt.Key.Key_4: "room:4",
    Qt.Key.Key_5: "room:5",
}  # fmt: skip
_WITH_ALT = {
    Qt.Key.Key_Left: "swap:-1", Qt.Key.Key_Right: "swap:+1",
    Qt.Key.Key_Up: "step:-1", Qt.Key.Key_Down: "step:+1",
}  # fmt: skip


class SpreadView(QGraphicsView):
    """Shows one spread. `turned` carries +1 or -1 when an arrow key turns the page; `asked` what
    another key means ("shuffle", "room:4" ...); `chosen` tells that another photo or page is
    chosen; `drops` tells what is carried over the pages and where it is let go."""

    turned = Signal(int)
    drawn = Signal()
    asked = Signal(str)
    chosen = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(self.tr("The pages as they will print"))
        self.setFrameShape(QGraphicsView.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        self.setProperty("part", "desk")
        self.setScene(QGraphicsScene(self))
        self.drops = PhotoDrops(self, self)
        self.letters = LetterKeys(self)
        self.letters.meant.connect(self.asked)
        self.page = 0
        self.frame: Frame | None = None
        self._frames: tuple[Frame, ...] = ()
        self.alone = self._grey = self._binds_left = False
        self._guides: frozenset[Guide] = frozenset()
        self._measures = Measures()
        self._pages = PdfPages(self)
        self._pages.drawn.connect(self._place)
        self._items: list[QGraphicsPixmapItem] = []
        self._sheets: list[QGraphicsRectItem] = []
        self._overlay: Overlay | None = None
        self._missing = 0
        self._settle = QTimer(self, interval=_SETTLE, singleShot=True)
        self._settle.timeout.connect(self._draw)

    def show_pdf(
        self, pdf: bytes, frames: Sequence[Frame] = (), *, binds_left: bool = False
    ) -> None:
        """Show every page of this PDF side by side; none for an empty one. What stood there stays
        until the new pages are drawn. `binds_left` is for a right-hand page that stands alone."""
        was = self.frame
        self._pages.load(pdf)
        self._binds_left = binds_left
        self._frames = tuple(frames)
        self.frame = next((one for one in frames if was and _same(one, was)), None)
        self.page = self.frame.page if self.frame else min(self.page, max(0, self.pages - 1))
        self._lay_out(self._pages.sizes)
        self._draw()
        self._tell()

    def show_draft(self, image: QImage, sizes: Sequence[QSizeF]) -> None:
        """Show these pages (in points) at once from one small picture of them all, until their
        PDF has come."""
        self._pages.load(b"")
        self._frames, self.frame = (), None
        self._lay_out(sizes)
        wide = sum(size.width() for size in sizes)
        x = 0.0
        for item, size in zip(self._items, sizes, strict=True):
            left, right = (round(one / wide * image.width()) for one in (x, x + size.width()))
            part = image.copy(left, 0, right - left, image.height())
            item.setPixmap(QPixmap.fromImage(part))
            item.setScale(size.width() / max(1, part.width()))
            x += size.width()

    @property
    def pages(self) -> int:
        """How many pages lie open."""
        return len(self._pages.sizes)

    @property
    def complete(self) -> bool:
        """True once every page shown has been drawn."""
        return bool(self._items) and not self._missing

    def view_as(self, *, alone: bool, grey: bool) -> None:
        """Show one page alone, or all that lie open; in grey as a laser printer prints them."""
        self.alone, self._grey = alone, grey
        self._fit()
        self._mark()
        self._draw()

    def show_guides(self, guides: frozenset[Guide]) -> None:
        """Show these guides over the pages."""
        self._guides = guides
        self._mark()

    def show_measures(self, measures: Measures) -> None:
        """What the guides show must stay free."""
        self._measures = measures
        self._mark()

    def choose_page(self, page: int) -> None:
        """Be at this page of those that lie open, at none of its photos."""
        self.page, self.frame = page, None
        self._fit()
        self._mark()
        self._tell()

    def choose_photo(self, photo: UUID) -> None:
        """Be at this photo, if it is here."""
        for frame in self._frames:
            if frame.photo and frame.photo.id == photo:
                self.choose(frame)

    def choose(self, frame: Frame) -> None:
        """Be at this frame."""
        self.frame, self.page = frame, frame.page
        self._fit()
        self._mark()
        self._tell()

    def _tell(self) -> None:
        said = self.tr("No photo is chosen. Tab goes from photo to photo.")
        if self.frame is not None and self.frame.photo is not None:
            at, many = self._frames.index(self.frame) + 1, len(self._frames)
            said = self.tr("{at} of {many}: {photo}, {dpi} dots per inch").format(
                at=at, many=many, photo=spoken(PhotoLook(self.frame.photo)), dpi=self.frame.dpi
            )
        self.setAccessibleDescription(said)
        self.chosen.emit()

    def _lay_out(self, sizes: Sequence[QSizeF]) -> None:
        if [one.rect().size() for one in self._sheets] != list(sizes):
            self._lay_sheets(sizes)
        self._fit()
        self._mark()

    def _lay_sheets(self, sizes: Sequence[QSizeF]) -> None:
        scene = self.scene()
        scene.clear()
        self._items, self._sheets = [], []
        x = 0.0
        for size in sizes:
            sheet = QGraphicsRectItem(0, 0, size.width(), size.height())
            sheet.setPos(x, 0)
            sheet.setBrush(Qt.GlobalColor.white)
            edge = QPen(look.colour("button-edge"), 1)
            edge.setCosmetic(True)
            sheet.setPen(edge)
            scene.addItem(sheet)
            item = QGraphicsPixmapItem(sheet)
            item.setTransformationMode(Qt.TransformationMode.SmoothTransformation)
            self._items.append(item)
            self._sheets.append(sheet)
            x += size.width()
        self._overlay = Overlay()
        scene.addItem(self._overlay)

    def _boxes(self) -> list[QRectF]:
        """Where the pages lie in the scene, in points, y down."""
        return [sheet.rect().translated(sheet.pos()) for sheet in self._sheets]

    def _shown(self) -> list[int]:
        pages = range(len(self._sheets))
        return [self.page] if self.alone and self.page in pages else list(pages)

    def _fit(self) -> None:
        whole = QRectF()
        for number, box in enumerate(self._boxes()):
            here = number in self._shown()
            self._sheets[number].setVisible(here)
            whole = whole.united(box) if here else whole
        if whole.isEmpty():
            return
        self.setSceneRect(whole)
        room = QRectF(self.viewport().rect()).adjusted(_MARGIN, _MARGIN, -_MARGIN, -_MARGIN)
        scale = min(room.width() / whole.width(), room.height() / whole.height())
        self.resetTransform()
        self.scale(max(scale, 0.05), max(scale, 0.05))

    def _mark(self) -> None:
        """Lay guides, the chosen frame and nothing to drop over the pages."""
        if self._overlay is None:
            return
        boxes, several = self._boxes(), len(self._sheets) > 1
        self._overlay.cover(
            [
                Page(
                    boxes[n],
                    binds_left=bool(n) if several else self._binds_left,
                    measures=self._measures,
                )
                for n in self._shown()
            ]
        )
        self._overlay.guides = self._guides
        self._overlay.chosen = self._box_of(self.frame) if self.frame else None
        self._overlay.has_keyboard = self.hasFocus()
        here = self.page in self._shown() and len(self._shown()) > 1
        self._overlay.at = boxes[self.page] if here else None
        self._overlay.update()

    def _box_of(self, frame: Frame) -> QRectF | None:
        boxes = self._boxes()
        if frame.page >= len(boxes):
            return None
        page, box = boxes[frame.page], frame.box
        return QRectF(page.left() + box.x, page.height() - box.top, box.width, box.height)

    def _draw(self) -> None:
        scale = self.transform().m11() * self.devicePixelRatioF()
        self._missing = len(self._items)
        for number, size in enumerate(self._pages.sizes):
            pixels = QSize(round(size.width() * scale), round(size.height() * scale))
            self._pages.draw(number, pixels)

    def _place(self, page: int, image: QImage) -> None:
        if page >= len(self._items):
            return
        item, size = self._items[page], self._pages.sizes[page]
        if self._grey:
            image = image.convertToFormat(QImage.Format.Format_Grayscale8)
        item.setPixmap(QPixmap.fromImage(image))
        item.setScale(size.width() / max(1, image.width()))
        self._missing -= 1
        if not self._missing:
            self.drawn.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()
        self._settle.start()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if event.modifiers() & Qt.KeyboardModifier.AltModifier and key in _WITH_ALT:
            self.asked.emit(_WITH_ALT[key])
        elif event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
        elif event.text().isprintable() and event.text().strip():
            self.letters.press(event.text(), _KEYS.get(key, ""))
        elif key == Qt.Key.Key_Space and self.letters.in_words:
            self.letters.press(" ")
        elif key == Qt.Key.Key_Delete:
            self.asked.emit("off")
        elif key in {Qt.Key.Key_Right, Qt.Key.Key_PageDown, Qt.Key.Key_Space}:
            self.turned.emit(+1)
        elif key in {Qt.Key.Key_Left, Qt.Key.Key_PageUp}:
            self.turned.emit(-1)
        elif key in {Qt.Key.Key_Home, Qt.Key.Key_End} and self.pages:
            self.choose_page(0 if key == Qt.Key.Key_Home else self.pages - 1)
        elif key == Qt.Key.Key_Escape and self.frame is not None:
            self.choose_page(self.page)
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, onwards: bool) -> bool:
        """Tab goes from photo to photo, and after the last one out of the pages."""
        there = [one for one in self._frames if one.page in self._shown() or not self.alone]
        at = there.index(self.frame) if self.frame in there else (-1 if onwards else len(there))
        at += 1 if onwards else -1
        if self.hasFocus() and 0 <= at < len(there):
            self.choose(there[at])
            return True
        return super().focusNextPrevChild(onwards)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() == Qt.FocusReason.TabFocusReason and self._frames and not self.frame:
            self.choose(self._frames[0])
        self._mark()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.letters.forget()
        self._mark()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        page, frame = self.at(event.position())
        if frame is not None:
            self.choose(frame)
        elif page is not None:
            self.choose_page(page)

    def at(self, point: QPointF) -> tuple[int | None, Frame | None]:
        """The page and the frame under a point of the viewport."""
        there = self.mapToScene(point.toPoint())
        shown = self._shown()
        page = next((n for n in shown if self._boxes()[n].contains(there)), None)
        for frame in self._frames:
            box = self._box_of(frame)
            if frame.page in shown and box is not None and box.contains(there):
                return frame.page, frame
        return page, None

    def seen(self, frame: Frame) -> QRectF:
        """Where a frame stands, in pixels of the viewport."""
        box = self._box_of(frame) or QRectF()
        return QRectF(self.mapFromScene(box).boundingRect())

    def block_at(self, page: int) -> UUID | None:
        """The block whose photos are on a page; None where there are none."""
        return next((one.block for one in self._frames if one.page == page), None)

    def show_drop(self, page: int | None, frame: Frame | None, words: str) -> None:
        """Show where a photo in the hand would land, and what it would do there."""
        if self._overlay is not None:
            box = self._box_of(frame) if frame else None
            self._overlay.drop = box or (self._boxes()[page] if page is not None else None)
            self._overlay.drop_words = words
            self._overlay.update()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in look.SCHEME_EVENTS and self._overlay is not None:
            self._mark()


def _same(one: Frame, other: Frame) -> bool:
    """The same photo of the same block, wherever it now stands."""
    return one.block == other.block and one.photo is not None and one.photo == other.photo
