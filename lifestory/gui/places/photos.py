"""The photos: drop files or whole folders, look through all of them, look at one closely."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QImage, QKeyEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout

from lifestory.app.album import Album, PhotoLook
from lifestory.domain.arrangement import Edition
from lifestory.domain.copies import Erased
from lifestory.gui.models import grid
from lifestory.gui.models.grid import GridModel
from lifestory.gui.models.mentions import Targets
from lifestory.gui.models.shown import Show, nothing_in_words
from lifestory.gui.models.sorting import Sorted, sort_out
from lifestory.gui.places.doubles import Doubles
from lifestory.gui.places.photo_side import PhotoSide
from lifestory.gui.places.viewer import Viewer
from lifestory.gui.widgets import parts
from lifestory.gui.widgets.coming import Coming
from lifestory.gui.widgets.drop_veil import DropVeil
from lifestory.gui.widgets.empty import Empty
from lifestory.gui.widgets.photo_adding import PhotoAdding
from lifestory.gui.widgets.photo_cell import GAP
from lifestory.gui.widgets.photo_filters import PhotoFilters
from lifestory.gui.widgets.photo_grid import PhotoGrid
from lifestory.gui.widgets.photo_menu import PhotoMenu
from lifestory.gui.widgets.photo_news import PhotoNews
from lifestory.gui.widgets.place import MARGIN, Place

_REST = 300
"""Milliseconds one stays at a photo before its pages in the books are asked for."""
_GRID, _EMPTY, _NONE, _VIEWER, _DOUBLES, _COMING = range(6)


class Photos(Place):
    """Says which files are brought in and what the worker knows of the photos. A signal for many
    carries a list of ids, one for one photo its id; `pages_wanted` a Photo, `erase_asked` what and
    its id. The words of one photo are said by `closer`, what is done to the large one by
    `viewer`."""

    brought = Signal(list)
    binned = Signal(list)
    put_back = Signal(list)
    dated = Signal(list, object)
    dates_confirmed = Signal(list)
    named = Signal(list, object)
    taken_out = Signal(list, object)
    told_from = Signal(list, int)
    turned = Signal(list, int)
    edges_kept = Signal(list, bool)
    portrait_chosen = Signal(object, object)
    pages_wanted = Signal(object)
    doubles_asked = Signal()
    erase_asked = Signal(object, object)

    def __init__(self) -> None:
        super().__init__("")
        self.title.setText(self.tr("Photos"))
        self.setAccessibleName(self.tr("Photos"))
        self._album = Album()
        self._mentions: Targets = {}
        self._order: list[UUID] = []
        self._following = False
        self.news = PhotoNews(self.messages)
        self.model = GridModel(self)
        self.grid = PhotoGrid(self.model)
        self.grid.setAccessibleName(self.tr("Photos"))
        self.viewer = Viewer(self.model)
        self.doubles, self.coming = Doubles(), Coming()
        self.side = PhotoSide(self.viewer)
        self.closer, self.many = self.side.one, self.side.many
        self.filters = PhotoFilters(self)
        for control in self.filters.controls:
            self.left_bar.addWidget(control)
        self._adding = PhotoAdding(self)
        self._adding.brought.connect(self.brought)
        add, folder = self._adding.buttons()
        self.find_doubles = parts.button(self.tr("Find doubles"), "copy")
        self.find_doubles.clicked.connect(self.doubles_asked)
        for button in (self.find_doubles, folder):
            self.bar.addWidget(button)
        self.set_primary(add)
        self._make_work()
        self.panes.addWidget(self.side)
        self.panes.setStretchFactor(0, 1)
        veil = DropVeil(self, self.pane(0), self.tr("Let go to bring them in"))
        veil.dropped.connect(self.brought)
        self._pause = QTimer(self, interval=_REST, singleShot=True)
        self._pause.timeout.connect(self._ask_for_pages)
        self._listen()
        self.show_album(Album(), {})

    def _make_work(self) -> None:
        words = self.tr(
            "Photos, scans and screenshots, as they are. Dates are found, doubles set aside, and "
            "every original is kept exactly as it came."
        )
        self._none = parts.label(tone="quiet", wrap=True)
        self._none.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._pages = QStackedWidget()
        self._pages.addWidget(self.grid)
        self._pages.addWidget(
            Empty(self.tr("Drag a folder here"), words, *self._adding.buttons("large"))
        )
        self._pages.addWidget(self._none)
        for page in (self.viewer, self.doubles, self.coming):
            self._pages.addWidget(page)
        self.work.addWidget(self._pages, 1)
        column = self.layout()
        assert isinstance(column, QVBoxLayout)
        for bar in (self.viewer.bar, self.doubles.bar):
            column.insertWidget(1, bar)

    def _listen(self) -> None:
        chosen = self.grid.selectionModel()
        chosen.selectionChanged.connect(lambda *_: self._choice_changed())
        chosen.currentChanged.connect(lambda *_: self._choice_changed())
        self.model.dataChanged.connect(self._refresh_picture)
        self.grid.opened.connect(self.open_viewer)
        self.grid.binned.connect(self._bin)
        self.filters.changed.connect(lambda: self._fill(at=0))
        self.side.opened.connect(self.open_viewer)
        menu = PhotoMenu(self.grid)
        menu.closer.connect(self.open_viewer)
        for asks in (self.side, menu):
            asks.binned.connect(self._bin)
            asks.put_back.connect(lambda: self.put_back.emit(self.chosen_ids))
            # Their buttons go with the photo; one goes on at the next.
            asks.binned.connect(self.grid.setFocus)
            asks.put_back.connect(self.grid.setFocus)
            asks.erase_asked.connect(self._ask_to_erase)
        menu.turned.connect(lambda by: self.turned.emit(self.chosen_ids, by))
        menu.portrait_chosen.connect(self._use_as_portrait)
        menu.asked.connect(lambda: menu.show_for(self.chosen, self._album))
        side = self.side
        for heard, said in (
            (side.dated, self.dated),
            (side.dates_confirmed, self.dates_confirmed),
            (side.told_from, self.told_from),
            (side.named, self.named),
            (side.taken_out, self.taken_out),
            (side.turned, self.turned),
            (side.edges_kept, self.edges_kept),
            (side.portrait_chosen, self._use_as_portrait),
        ):
            heard.connect(said)
        side.person_erase_asked.connect(lambda key: self.erase_asked.emit(Erased.PERSON, key))
        self.closer.who.face_asked.connect(self._mark_face)
        self.viewer.left.connect(self.close_viewer)
        self.doubles.left.connect(self.close_doubles)
        self.viewer.stepped.connect(self._step)
        self.viewer.chosen.connect(self.choose)

    def show_album(self, album: Album, mentions: Targets, sorted_out: Sorted | None = None) -> None:
        """Show these photos, sorted out already where there are many; what is chosen stays chosen,
        what is being typed stays typed."""
        self._album, self._mentions = album, mentions
        self.doubles.show_album(album)
        self.find_doubles.setEnabled(len(album.looks) > 1)
        if sorted_out is None or sorted_out.wish != self.filters.wish:
            sorted_out = self._sort()
        kept = sorted_out.counts.get(Show.ALL, 0)
        self.filters.show_sorted(sorted_out)
        self.count.setText(f"{kept:,}" if album.looks else "")
        self._show_sorted(sorted_out)

    def show_pages(self, photo: UUID, pages: Sequence[tuple[Edition, tuple[int, ...]]]) -> None:
        """The pages a photo stands on, as was asked for."""
        if self.closer.look is not None and self.closer.look.photo.id == photo:
            self.closer.show_pages(pages)

    def show_face(self, person: UUID, image: QImage) -> None:
        """A small portrait has come."""
        for who in (self.closer.who, self.viewer.panel.who):
            who.show_face(person, image)

    def forget(self) -> None:
        """Show nothing any more: another child's photos, or none, lie on the desk."""
        self.viewer.finish()
        self.viewer.forget()
        self.close_viewer()
        self.close_doubles()
        self.doubles.forget()
        self.coming.expect(0)
        self.model.forget()
        self.closer.forget()
        self.many.forget()
        self.news.forget()
        self.filters.reset()
        self.show_album(Album(), {})

    def expect(self, photos: int) -> None:
        """So many files were let go, or are found by now, and none is in yet."""
        self.coming.expect(photos)
        if self._pages.currentIndex() in {_EMPTY, _COMING}:
            self._arrange(self._page_of_all)

    def show_doubles(self, groups: Sequence[Sequence[UUID]]) -> None:
        """Show the photos that look alike, or say that none do."""
        if not groups:
            self.news.offer_undo(self.tr("No two photos look alike."))
            return
        self.close_viewer()
        self.closer.say()
        self.doubles.show_groups(groups, self._album)
        self._arrange(_DOUBLES)
        self.doubles.take_keyboard()

    def close_doubles(self) -> None:
        """Back to all photos."""
        if self._pages.currentIndex() == _DOUBLES:
            self._arrange(self._page_of_all)
            self._fill()
            self.grid.setFocus()

    @property
    def _page_of_all(self) -> int:
        """The grid, or what stands in its place while it is empty."""
        if self.model.rows:
            return _GRID
        return _NONE if self._album.looks else _COMING if self.coming.count else _EMPTY

    @property
    def chosen(self) -> PhotoLook | None:
        """The photo one looks at."""
        return self.grid.chosen

    @property
    def chosen_looks(self) -> list[PhotoLook]:
        """All that are chosen, each once; in the viewer the one that is large."""
        if self.viewing and self.viewer.look is not None:
            return [self.viewer.look]
        return self.grid.all_chosen

    @property
    def chosen_ids(self) -> list[UUID]:
        """Their ids."""
        return [look.photo.id for look in self.chosen_looks]

    @property
    def viewing(self) -> bool:
        """True while one photo is large."""
        return self._pages.currentIndex() == _VIEWER

    def choose(self, photo: UUID) -> None:
        """Go to a photo, also to one that the filters hide."""
        self.close_doubles()
        if self.model.row_of(photo) < 0:
            self.filters.choose(Show.ALL)
        self.grid.go_to(photo)

    def show_only(self, show: Show) -> None:
        """Go to all photos of a kind, of everyone."""
        self.close_doubles()
        self.close_viewer()
        self.filters.choose(show)

    def open_viewer(self) -> None:
        """Look at the chosen photo closely."""
        if self.chosen is not None:
            self.closer.say()
            self._arrange(_VIEWER)
            self._look_at()
            self.viewer.stage.setFocus()

    def close_viewer(self) -> None:
        """Back to all photos."""
        if self.viewing:
            self.viewer.put_away()
            self._arrange(_GRID)
            self._fill()
            self.grid.setFocus()

    def flush(self) -> None:
        """Say what was typed and drawn."""
        self.closer.say()
        self.many.say()
        self.viewer.finish()

    def take_keyboard(self) -> None:
        if self._pages.currentIndex() == _DOUBLES:
            self.doubles.take_keyboard()
            return
        (self.viewer.stage if self.viewing else self.grid).setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not (self.viewing and self.viewer.press(event)):
            super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        if self.viewing:
            self.viewer.release(event)
        super().keyReleaseEvent(event)

    def _sort(self) -> Sorted:
        return sort_out(self._album, self.filters.wish, self.model.rows)

    def _fill(self, at: int | None = None) -> None:
        """Show what the filters let through."""
        self._show_sorted(self._sort(), at)

    def _show_sorted(self, found: Sorted, at: int | None = None) -> None:
        """What was chosen stays chosen while it is there; else what stands at that row, or where
        it stood."""
        before, chosen = self.chosen, self.chosen_ids
        at = self.grid.currentIndex().row() if at is None else at
        # Each run of rows that comes or goes moves the choice; one looks once all of them stand.
        self._following = True
        self.model.follow(found.way)
        self._order = self.model.order()
        if self._pages.currentIndex() not in {_VIEWER, _DOUBLES}:
            self._arrange(self._page_of_all)
        self._none.setText(nothing_in_words(found.wish.show, of_someone=bool(found.wish.who)))
        self.grid.keep_chosen(
            before.photo.id if before else None, [] if self.viewing else chosen, at
        )
        self._following = False
        self._look_at()

    def _arrange(self, page: int) -> None:
        """The bar, the edges and the side of what is shown."""
        self._pages.setCurrentIndex(page)
        close = page == _VIEWER
        self.bar_frame.setVisible(page not in {_VIEWER, _DOUBLES})
        self.viewer.bar.setVisible(close)
        self.doubles.bar.setVisible(page == _DOUBLES)
        self.pane(1).setVisible(page in {_GRID, _VIEWER})
        # The grid has half a gap round every cell, and its scroll bar at the edge.
        left = 0 if page in {_VIEWER, _DOUBLES} else MARGIN - GAP // 2
        self.work.setContentsMargins(left, 0 if close else 8, 0 if close else 4, 0)
        self.messages.setContentsMargins(MARGIN - left, 8 if close else 0, MARGIN - 4, 0)

    def _choice_changed(self) -> None:
        if not self._following:
            self._look_at()

    def _look_at(self) -> None:
        """Show beside the grid, or large, what is chosen."""
        look = self.chosen
        if look is None:
            return
        if self.viewing:
            self.side.show_close()
            self.viewer.show_look(look, self._album, self._order)
            return
        looks = self.chosen_looks
        self.side.show_chosen(many=len(looks) > 1, in_bin=look.photo.binned)
        if len(looks) > 1:
            self.closer.say()
            self.many.show_photos(looks, self._album)
        else:
            self.many.say()
            image = self.grid.currentIndex().data(grid.IMAGE)
            self.closer.show_photo(look, self._album, self._mentions, image)
            self._pause.start()

    def _refresh_picture(self, first: QModelIndex, last: QModelIndex) -> None:
        index, look = self.grid.currentIndex(), self.chosen
        if look is not None and not self.viewing and first.row() <= index.row() <= last.row():
            self.closer.picture.show_image(index.data(grid.IMAGE), whole=look.photo.scan)

    def _ask_for_pages(self) -> None:
        look = self.closer.look
        if look is not None and look.used and not self.viewing:
            self.pages_wanted.emit(look.photo)

    def _step(self, by: int) -> None:
        """To the photo before or after the large one."""
        look = self.viewer.look
        if look is None or look.photo.id not in self._order:
            return
        to = self._order.index(look.photo.id) + by
        if 0 <= to < len(self._order):
            self.choose(self._order[to])

    def _mark_face(self, person: UUID) -> None:
        self.open_viewer()
        self.viewer.mark(person)

    def _use_as_portrait(self, person: UUID) -> None:
        if self.chosen is not None:
            self.portrait_chosen.emit(self.chosen.photo.id, person)

    def _ask_to_erase(self) -> None:
        """The photo one is at, and no other: each is looked at before it goes for good."""
        if self.chosen is not None:
            self.erase_asked.emit(Erased.PHOTO, self.chosen.photo.id)

    def _bin(self) -> None:
        if self.filters.show is not Show.BIN and self.chosen_ids:
            self.binned.emit(self.chosen_ids)
