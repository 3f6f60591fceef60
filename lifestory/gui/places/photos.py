"""The photos: drop files or whole folders, see them all, look at one beside the grid."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFileDialog, QListView, QStackedWidget, QVBoxLayout, QWidget

from lifestory.app.photos import PhotoOutcome, Status
from lifestory.domain.dates import date_in_words
from lifestory.domain.media import Original, Photo
from lifestory.domain.people import Person
from lifestory.gui import look
from lifestory.gui.models import grid
from lifestory.gui.models.grid import GridModel
from lifestory.gui.widgets import parts
from lifestory.gui.widgets.empty import Empty
from lifestory.gui.widgets.photo_cell import FOOT, GAP, HIGH, WIDE, PhotoDelegate, paint_photo
from lifestory.gui.widgets.place import MARGIN, Place


class Photos(Place):
    """Says which files are brought in, and which photo goes to the bin. `brought` carries a list
    of paths, `binned` a Photo."""

    brought = Signal(list)
    binned = Signal(object)
    undo_asked = Signal()

    def __init__(self) -> None:
        super().__init__("")
        self.title.setText(self.tr("Photos"))
        self.setAccessibleName(self.tr("Photos"))
        self.setAcceptDrops(True)
        self.model = GridModel(self)
        folder = parts.button(self.tr("Add a folder"), "folder-open")
        folder.clicked.connect(lambda: self._choose(QFileDialog.FileMode.Directory))
        self.bar.addWidget(folder)
        add = parts.button(self.tr("Add photos"), "plus", "primary")
        add.clicked.connect(lambda: self._choose(QFileDialog.FileMode.ExistingFiles))
        self.set_primary(add)
        self.grid = _Grid()
        self.grid.setAccessibleName(self.tr("Photos"))
        self.grid.setModel(self.model)
        self.model.dataChanged.connect(lambda *_: self._look_at())
        self.grid.selectionModel().currentChanged.connect(lambda *_: self._look_at())
        first = parts.button(self.tr("Add photos"), "plus", "primary", "large")
        first.clicked.connect(add.click)
        self._pages = QStackedWidget()
        self._pages.addWidget(self.grid)
        self._pages.addWidget(
            Empty(
                self.tr("Drag a folder here"),
                self.tr(
                    "Photos, scans and screenshots, as they are. Dates are found, doubles set "
                    "aside, and every original is kept exactly as it came."
                ),
                first,
            )
        )
        # The grid has half a gap round every cell, and its scroll bar at the edge.
        self.work.setContentsMargins(MARGIN - GAP // 2, 8, 4, 0)
        self.messages.setContentsMargins(GAP // 2, 0, MARGIN - 4, 0)
        self.work.addWidget(self._pages, 1)
        self.closer = PhotoPanel()
        self.closer.to_bin.clicked.connect(self._bin)
        self.inspector().addWidget(self.closer)
        self.starts_at = self.grid
        self.starts_at = self.grid
        self.show_photos((), {}, {})

    def show_photos(
        self,
        photos: Sequence[Photo],
        originals: Mapping[UUID, Original],
        people: Mapping[UUID, Person],
    ) -> None:
        """Show these; the one looked at stays so."""
        looked_at = self.chosen
        self.closer.people = people
        self.model.show(photos, originals)
        self.count.setText(str(len(photos)) if photos else "")
        self._pages.setCurrentIndex(0 if photos else 1)
        self.pane(1).setVisible(bool(photos))
        row = self.model.row_of(looked_at.id) if looked_at else -1
        if photos:
            self.grid.setCurrentIndex(self.model.index(max(0, row)))
        self._look_at()

    @property
    def chosen(self) -> Photo | None:
        """The photo one looks at."""
        photo = self.grid.currentIndex().data(grid.PHOTO)
        return photo if isinstance(photo, Photo) else None

    def tell_outcomes(self, outcomes: Sequence[PhotoOutcome]) -> None:
        """Say what became of the files: how many are in, and each refused one with its reason."""
        added = sum(one.status is Status.ADDED for one in outcomes)
        doubles = sum(one.status is Status.DUPLICATE for one in outcomes)
        refused = [one for one in outcomes if one.status is Status.REFUSED]
        what = self.tr("{count} photos are in.").format(count=added)
        if added == 1:
            what = self.tr("One photo is in.")
        remedy = self.tr("{count} were here already.").format(count=doubles) if doubles else ""
        undo = ((self.tr("Undo"), self.undo_asked.emit),) if added else ()
        self.messages.tell(what, remedy, "good" if added else "", undo)
        if refused:
            many = self.tr("{count} files could not be taken in.").format(count=len(refused))
            self.messages.tell(
                self.tr("One file could not be taken in.") if len(refused) == 1 else many,
                self.tr("They are where they were; nothing happened to them."),
                "look",
                details=[f"{one.file.name}: {one.reason}" for one in refused],
            )

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if _files(event):
            event.acceptProposedAction()
            self.grid.show_drop(over=True)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        super().dragLeaveEvent(event)
        self.grid.show_drop(over=False)

    def dropEvent(self, event: QDropEvent) -> None:
        self.grid.show_drop(over=False)
        if files := _files(event):
            event.acceptProposedAction()
            self.brought.emit(files)

    def _choose(self, mode: QFileDialog.FileMode) -> None:
        dialog = QFileDialog(self, self.tr("Photos to bring in"))
        dialog.setFileMode(mode)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.filesSelected.connect(lambda names: self.brought.emit([Path(n) for n in names]))
        dialog.open()

    def _look_at(self) -> None:
        index = self.grid.currentIndex()
        if photo := self.chosen:
            self.closer.show_photo(photo, index.data(grid.ORIGINAL), index.data(grid.IMAGE))

    def _bin(self) -> None:
        if self.chosen:
            self.binned.emit(self.chosen)


def _files(event: QDropEvent) -> list[Path]:
    return [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]


class _Grid(QListView):
    """The grid; while something is dragged over it, it says that it may be dropped."""

    def __init__(self) -> None:
        super().__init__()
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setMovement(QListView.Movement.Static)
        self.setUniformItemSizes(True)
        self.setLayoutMode(QListView.LayoutMode.Batched)
        self.setBatchSize(500)
        self.setGridSize(QSize(WIDE + GAP, HIGH + FOOT + GAP))
        self.setSelectionMode(QListView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setItemDelegate(PhotoDelegate(self))
        self._over = False

    def show_drop(self, *, over: bool) -> None:
        """Show, or stop showing, that files may be dropped."""
        self._over = over
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._over:
            painter = QPainter(self.viewport())
            pen = painter.pen()
            pen.setColor(look.colour("accent"))
            pen.setWidth(2)
            pen.setStyle(Qt.PenStyle.DashLine)
            painter.setPen(pen)
            painter.drawRoundedRect(self.viewport().rect().adjusted(2, 2, -2, -2), 8, 8)


class _Picture(QWidget):
    """The photo at the top of the inspector, all of it."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedHeight(200)
        self.image: object = None

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        paint_photo(painter, self.rect().toRectF(), self.image, whole=True)  # type: ignore[arg-type]


class PhotoPanel(QWidget):
    """What is known of one photo."""

    def __init__(self) -> None:
        super().__init__()
        self.people: Mapping[UUID, Person] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        self._picture = _Picture()
        column.addWidget(self._picture)
        column.addSpacing(8)
        self.caption = parts.label(kind="title", wrap=True)
        self.when = parts.label(tone="quiet", wrap=True)
        self.who = parts.label(wrap=True)
        self.sharp = parts.label(wrap=True)
        self.place = parts.label(kind="minor", tone="quiet", wrap=True)
        column.addWidget(self.caption)
        column.addWidget(self.when)
        for heading, words in (
            (self.tr("Who is in it"), self.who),
            (self.tr("Good enough to print"), self.sharp),
        ):
            column.addSpacing(12)
            column.addWidget(parts.label(heading, "field", "quiet"))
            column.addWidget(words)
        column.addWidget(self.place)
        column.addStretch(1)
        self.to_bin = parts.button(self.tr("Put in the bin"), "trash-2", "quiet")
        column.addWidget(self.to_bin, alignment=Qt.AlignmentFlag.AlignRight)

    def show_photo(self, photo: Photo, original: Original | None, image: object) -> None:
        """Show one photo."""
        self._picture.image = image
        self._picture.update()
        self.caption.setText(grid.caption(photo) or self.tr("No caption yet"))
        taken = date_in_words(photo.taken)
        self.when.setText(taken[:1].upper() + taken[1:])
        names = [
            self.people[one.person].called for one in photo.people if one.person in self.people
        ]
        self.who.setText(", ".join(names) or self.tr("Nobody named yet"))
        if original:
            # 200 dots to the inch, the least that looks sharp in print.
            wide, high = (round(side / 200 * 25.4) for side in (original.width, original.height))
            self.sharp.setText(
                self.tr("Sharp up to {wide} × {high} mm").format(wide=wide, high=high)
            )
        hidden = self.tr("Its location stays in the original, never in print.")
        self.place.setText(hidden if original and original.had_gps else "")
