"""The book: an edition's pages as they will print, one spread at a time."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QHBoxLayout, QListView, QVBoxLayout, QWidget

from lifestory.domain.arrangement import Edition
from lifestory.domain.plans import PagePlan
from lifestory.gui import icons
from lifestory.gui.models.spreads import SPREAD, Spread, SpreadModel, spreads_of
from lifestory.gui.places.milestone import band_word
from lifestory.gui.widgets import parts
from lifestory.gui.widgets.empty import Empty
from lifestory.gui.widgets.place import Place
from lifestory.gui.widgets.spread import SpreadView
from lifestory.gui.widgets.thumb import THUMB, ThumbDelegate


class Book(Place):
    """Says which edition is wanted, and which spread is to be seen. `edition_chosen` carries an
    Edition, `wanted` a Spread."""

    edition_chosen = Signal(object)
    wanted = Signal(object)
    export_asked = Signal()

    def __init__(self) -> None:
        super().__init__("")
        self.title.setText(self.tr("Book"))
        self.setAccessibleName(self.tr("Book"))
        self.edition = parts.ChoiceBox(self.tr("Edition"))
        self.edition.activated.connect(
            lambda _: self.edition_chosen.emit(self.edition.currentData())
        )
        self.left_bar.addWidget(self.edition)
        export = parts.button(self.tr("Hand it over"), "hand-helping", "primary")
        export.clicked.connect(self.export_asked)
        self.set_primary(export)
        self.model = SpreadModel()
        self.edge_to_edge()
        self._pages_pane = self._list_pane()
        self.panes.insertWidget(0, self._pages_pane)
        self.empty = Empty(
            self.tr("No book yet"),
            self.tr(
                "A book is made from what is known: photos, milestones and words. This child has "
                "no edition to show yet."
            ),
        )
        self.desk = self._desk()
        self.work.addWidget(self.empty, 1)
        self.work.addWidget(self.desk, 1)
        self._add_inspector()
        self.panes.setSizes([216, 10_000, 264])
        self.panes.setStretchFactor(0, 0)
        self.panes.setStretchFactor(1, 1)
        self.starts_at = self.view
        self.show_editions((), None)

    def _list_pane(self) -> QWidget:
        pane = parts.panel("list")
        pane.setMinimumWidth(THUMB.width() + 48)
        column = QVBoxLayout(pane)
        column.setContentsMargins(0, 8, 0, 0)
        self.list = QListView()
        self.list.setAccessibleName(self.tr("Pages"))
        self.list.setModel(self.model)
        self.list.setItemDelegate(ThumbDelegate(self.list))
        self.list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.selectionModel().currentChanged.connect(lambda *_: self._turned())
        column.addWidget(self.list)
        return pane

    def _desk(self) -> QWidget:
        desk = parts.panel("desk")
        column = QVBoxLayout(desk)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.view = SpreadView()
        self.view.turned.connect(self.turn)
        column.addWidget(self.view, 1)
        row = QHBoxLayout()
        row.setContentsMargins(24, 4, 24, 12)
        self.back = parts.button(self.tr("Back"), "chevron-left", "quiet")
        self.next = parts.button(self.tr("Next"), "chevron-right", "quiet")
        self.next.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        icons.dress(self.next, "chevron-right")
        self.where = parts.label(kind="minor", tone="quiet")
        self.back.clicked.connect(lambda: self.turn(-1))
        self.next.clicked.connect(lambda: self.turn(+1))
        row.addStretch(1)
        for widget in (self.back, self.where, self.next):
            row.addWidget(widget)
        row.addStretch(1)
        column.addLayout(row)
        return desk

    def _add_inspector(self) -> None:
        column = self.inspector(264)
        self.heading = parts.label(kind="title")
        self.what = parts.label(tone="quiet", wrap=True)
        self.words = parts.label(wrap=True)
        self.reader = parts.label(tone="quiet", wrap=True)
        column.addWidget(self.heading)
        column.addWidget(self.what)
        column.addSpacing(12)
        column.addWidget(parts.label(self.tr("On these pages"), "field", "quiet"))
        column.addWidget(self.words)
        column.addSpacing(12)
        column.addWidget(parts.label(self.tr("This edition"), "field", "quiet"))
        column.addWidget(self.reader)
        column.addStretch(1)
        true = self.tr("The pages are drawn by what prints them. What you see is what is printed.")
        column.addWidget(parts.label(true, "minor", "quiet", wrap=True))

    def show_editions(self, editions: Sequence[Edition], chosen: Edition | None) -> None:
        """Offer these editions."""
        self.edition.clear()
        for edition in editions:
            self.edition.addItem(edition_words(edition), edition)
        at = [one.id for one in editions].index(chosen.id) if chosen else -1
        self.edition.setCurrentIndex(at)
        self.edition.setVisible(bool(editions))
        self._show_whether(bool(editions))
        if chosen:
            says = self.tr("For a reader of {band}, theme {theme}.")
            self.reader.setText(says.format(band=band_word(chosen.band), theme=chosen.theme))
        else:
            self.show_plans(())

    def show_plans(self, plans: Sequence[PagePlan]) -> None:
        """Show these pages; the spread one was at stays, or the nearest there is."""
        at = max(0, self.list.currentIndex().row())
        self.model.show(spreads_of(plans))
        self.count.setText(self.tr("{count} pages").format(count=len(plans)) if plans else "")
        if plans:
            at = min(at, self.model.rowCount() - 1)
            self.list.setCurrentIndex(self.model.index(at))
            self._turned()
        else:
            self.view.show_pdf(b"")

    def show_spread(self, spread: Spread, pdf: bytes) -> None:
        """The PDF of a spread has been made; it is shown if it is still the one wanted."""
        if spread == self.spread:
            self.view.show_pdf(pdf)

    def show_thumb(self, spread: Spread, image: QImage) -> None:
        """The small picture of a spread has been drawn."""
        self.model.put(spread, image)

    @property
    def spread(self) -> Spread | None:
        """The spread one looks at."""
        spread = self.list.currentIndex().data(SPREAD)
        return spread if isinstance(spread, Spread) else None

    def turn(self, step: int) -> None:
        """Turn the page on or back."""
        at = self.list.currentIndex().row() + step
        if 0 <= at < self.model.rowCount():
            self.list.setCurrentIndex(self.model.index(at))

    def go_to(self, blocks: frozenset[UUID]) -> None:
        """Turn to the first page that any of these blocks made."""
        names = {str(one) for one in blocks}
        for row, spread in enumerate(self.model.spreads):
            if any(plan.block in names for plan in spread.plans):
                self.list.setCurrentIndex(self.model.index(row))
                return

    def _turned(self) -> None:
        spread = self.spread
        if spread is None:
            return
        at, last = self.list.currentIndex().row(), self.model.rowCount() - 1
        self.back.setEnabled(at > 0)
        self.next.setEnabled(at < last)
        total = self.model.page_count
        said = self.tr("Pages {pages} of {total}") if len(spread.plans) > 1 else ""
        said = said or self.tr("Page {pages} of {total}")
        self.where.setText(said.format(pages=spread.numbers, total=total))
        self.heading.setText(self.where.text().split(self.tr(" of "))[0])
        self.what.setText(spread.title)
        words = sum(len(one.text.split()) for plan in spread.plans for one in plan.words())
        pictures = sum(len(plan.pictures()) for plan in spread.plans)
        self.words.setText(
            self.tr("{words} words, {photos} photos").format(words=words, photos=pictures)
        )
        self.wanted.emit(spread)

    def _show_whether(self, there: bool) -> None:
        self.empty.setVisible(not there)
        self.desk.setVisible(there)
        for at in (0, 2):
            self.pane(at).setVisible(there)
        if self.primary:
            self.primary.setVisible(there)

    def thumb_size(self) -> QSize:
        """How large the small pictures are, in pixels."""
        return THUMB * self.devicePixelRatioF()


def edition_words(edition: Edition) -> str:
    """An edition as the window calls it: "first-book" becomes "First book"."""
    return edition.name.replace("-", " ").strip().capitalize() or "…"
