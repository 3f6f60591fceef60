"""The timeline: a life on one line, as a list, and what is true of the child at any time; what is
chosen is edited beside."""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum
from uuid import UUID

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from lifestory.app.chronology import Line
from lifestory.domain.life import Fact, Home, Milestone
from lifestory.gui.models.life import Life
from lifestory.gui.models.pictures import PicturesModel
from lifestory.gui.models.rows import ROW, LifeModel, Row, Thing, fact_rows, rows_of
from lifestory.gui.places.chronology import Chronology
from lifestory.gui.places.moving import Moving
from lifestory.gui.places.timeline_inspector import Inspector
from lifestory.gui.places.timeline_pages import empty_about, empty_life, list_of
from lifestory.gui.widgets import parts
from lifestory.gui.widgets.lifeline import Lifeline
from lifestory.gui.widgets.place import INSPECTOR, Place
from lifestory.gui.widgets.row_filter import RowFilter
from lifestory.gui.widgets.strip import Strip

_ANY_HEIGHT = 16_777_215
"""Qt's own word for no limit."""


class View(IntEnum):
    """The ways to look at a life."""

    LINE = 0
    LIST = 1
    ABOUT = 2


class Timeline(Place):
    """Says what a home, milestone, fact or birth now is, that one is to be added or taken out.

    `edited` and `taken_out` carry the record; `brought` the record and a new source or place it
    names; `named` a Gap and its words; `home_asked` the Gap it is to fill, or None; `fact_asked`
    the topic. `chronology_pasted` and `chronology_kept` are those of `Chronology`.
    """

    edited = Signal(object)
    brought = Signal(object, object)
    taken_out = Signal(object)
    named = Signal(object, str)
    add_asked = Signal()
    home_asked = Signal(object)
    fact_asked = Signal(str)
    chronology_pasted = Signal(str)
    chronology_kept = Signal(object, str, object)

    def __init__(self) -> None:
        super().__init__("")
        self.title.setText(self.tr("Timeline"))
        self.setAccessibleName(self.tr("Timeline"))
        self._life = Life()
        self.moving = Moving(self)
        self.model, self.about_model = LifeModel(), LifeModel()
        self.pictures = PicturesModel()
        self.line = Lifeline(self.model, self.pictures)
        self.list = list_of(self.model, self.tr("Homes and milestones by date"))
        self.list.setSelectionModel(self.line.selectionModel())
        self.about = list_of(self.about_model, self.tr("Facts about the child, by topic"))
        self.strip = Strip(self.model)
        self.undated, self.chips = self.strip.undated, self.strip.chips
        self._pages = QStackedWidget()
        self.chronology = Chronology()
        self._line_page = self._make_line()
        self._pasting: UUID | None = None
        pages = (
            self._line_page, self.list, self.about, empty_life(self.paste, self._ask_add),
            empty_about(self._ask_add), self.chronology,
        )  # fmt: skip
        for page in pages:
            self._pages.addWidget(page)
        self._fill_bar()
        self.edge_to_edge()
        self.work.addWidget(self._pages, 1)
        self.inspector_of = Inspector(self.pictures)
        self.editor = self.inspector_of.milestone
        column = self.inspector(INSPECTOR)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.inspector_of)
        self._connect()
        self.starts_at = self.line
        self.show_life(self._life)

    def _fill_bar(self) -> None:
        words = (self.tr("Line"), self.tr("List"), self.tr("About"))
        self.view = parts.Choice(self.tr("View"), words)
        self.left_bar.addWidget(self.view)
        self.shows = RowFilter()
        self.left_bar.addWidget(self.shows)
        self.smaller = parts.button("−", "", "")
        self.smaller.setAccessibleName(self.tr("Zoom out"))
        self.larger = parts.button("+", "", "")
        self.larger.setAccessibleName(self.tr("Zoom in"))
        for button in (self.smaller, self.larger):
            button.setToolTip(button.accessibleName())
            self.left_bar.addWidget(button)
        self.smaller.setEnabled(False)
        self.paste_button = parts.button(self.tr("Paste a chronology"), "clipboard-paste")
        self.paste_button.setToolTip(self.tr("Ctrl+Shift+V"))
        self.bar.addWidget(self.paste_button)
        self.add_home = parts.button(self.tr("Add a home"), "house")
        self.bar.addWidget(self.add_home)
        self.set_primary(parts.button(self.tr("Add a milestone"), "plus", "primary"))

    def _make_line(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.line, 1)
        self.invitation = empty_life(self.paste, self._ask_add)
        column.addWidget(self.invitation, 2)
        column.addWidget(self.strip)
        return page

    def _connect(self) -> None:
        assert self.primary is not None
        self.primary.clicked.connect(self._ask_add)
        self.add_home.clicked.connect(lambda: self.home_asked.emit(None))
        self.paste_button.clicked.connect(self.paste)
        self.chronology.pasted.connect(self.chronology_pasted)
        self.chronology.kept.connect(self.chronology_kept)
        self.chronology.left.connect(lambda: self.look_at(self._view))
        self.shows.activated.connect(lambda _: self._filter())
        self.view.chosen.connect(lambda at: self.look_at(View(at)))
        self.larger.clicked.connect(lambda: self.line.zoom_by(1))
        self.smaller.clicked.connect(lambda: self.line.zoom_by(-1))
        self.line.zoomed.connect(self._show_zoom)
        self.line.dragged.connect(self._draw)
        self.line.dropped.connect(self.moving.rest)
        self.moving.going.connect(self._show_going)
        self.moving.arrived.connect(self.edited)
        self.line.selectionModel().currentChanged.connect(lambda *_: self._choose_here())
        self.about.selectionModel().currentChanged.connect(lambda *_: self._edit())
        self.chips.selectionModel().currentChanged.connect(self._choose_undated)
        for view in (self.line, self.list, self.about, self.chips):
            view.activated.connect(lambda _: self.inspector_of.write())
        for keys, act in (
            ("Alt+Left", lambda: self._move(-1)),
            ("Alt+Right", lambda: self._move(1)),
            ("Alt+Shift+Left", lambda: self._move(-1, end=True)),
            ("Alt+Shift+Right", lambda: self._move(1, end=True)),
            ("Delete", self._take_out),
        ):
            context = Qt.ShortcutContext.WidgetWithChildrenShortcut
            for page in (self._line_page, self.list, self.about):
                # A chronology that is looked over has its own keys.
                QShortcut(QKeySequence(keys), page, act, context=context)
        QShortcut(QKeySequence("Ctrl+Shift+V"), self, self.paste, context=context)
        one = self.inspector_of
        # The keyboard goes on first: hidden, the editor would hand it to nobody.
        one.taken_out.connect(lambda _: self._shown.setFocus())
        for told, here in (
            (one.edited, self.edited), (one.brought, self.brought),
            (one.taken_out, self.taken_out), (one.named, self.named),
            (one.home_asked, self.home_asked),
        ):  # fmt: skip
            told.connect(here)

    def show_life(self, life: Life) -> None:
        """Show this life; what is chosen stays chosen, what is being typed stays typed."""
        chosen = self.chosen
        self._life = self.moving.in_life(life)
        self._show_rows()
        count = len(life.homes) + len(life.milestones) + len(life.facts)
        counted = self.tr("1 fact") if count == 1 else self.tr("{count} facts")
        self.count.setText(counted.format(count=count) if count else "")
        about = self.tr("About {name}").format(name=life.name) if life.name else self.tr("About")
        self.view.rename(View.ABOUT, about)
        if life.child is not None and life.child.id == self._pasting:
            return
        # Chosen before it is looked at: an inspector hidden for a moment loses the keyboard.
        if chosen is None or not self._point_at(chosen.id):
            self._choose_first()
        self.look_at(self._view)

    def _show_rows(self) -> None:
        at = self.chosen.id if self.chosen else None
        rows, facts = self.shows.fitting(rows_of(self._life), fact_rows(self._life), at)
        self.model.show(rows)
        self.about_model.show(facts)
        self.line.show_life(self._life)
        self.strip.settle()
        nothing = not (self._life.homes or self._life.milestones)
        self.invitation.setVisible(nothing)
        off, needed = Qt.ScrollBarPolicy.ScrollBarAlwaysOff, Qt.ScrollBarPolicy.ScrollBarAsNeeded
        self.line.setVerticalScrollBarPolicy(off if nothing else needed)
        self.line.setMaximumHeight(self.line.least_high if nothing else _ANY_HEIGHT)

    def _filter(self) -> None:
        """Show what one wants to see; what is chosen gives way when it is not among it."""
        self.line.setCurrentIndex(QModelIndex())
        self.about.setCurrentIndex(QModelIndex())
        self._show_rows()
        self._choose_first()
        self.look_at(self._view)

    def paste(self) -> None:
        """Look over what the clipboard holds, if it is a chronology; else ask for one."""
        self.flush()
        text = QGuiApplication.clipboard().text()
        if self._life.child is None:
            return
        self._pasting = self._life.child.id
        self.chronology.begin(self._life, offered=True)
        self._pages.setCurrentWidget(self.chronology)
        self.pane(1).hide()
        self._offer_more(False)
        self.starts_at = self.chronology
        self.chronology.setFocus()
        if text.strip():
            self.chronology_pasted.emit(text)

    def _offer_more(self, more: bool) -> None:
        """One thing at a time: while a chronology is looked over nothing else is added."""
        assert self.primary is not None
        self.primary.setEnabled(more)
        others = (self.primary, self.paste_button, self.add_home, self.shows)
        for one in (*others, self.smaller, self.larger):
            one.setVisible(more)

    def show_chronology(self, lines: Sequence[Line]) -> None:
        """Show the lines that were read."""
        if self._pasting:
            self.chronology.show_lines(lines)

    @property
    def _view(self) -> View:
        return View(self.view.index)

    @property
    def _shown(self) -> QAbstractItemView:
        return {View.LINE: self.line, View.LIST: self.list, View.ABOUT: self.about}[self._view]

    def look_at(self, view: View) -> None:
        """Look at the life this way."""
        if self._pasting:
            self._pasting = None
            self.chronology.begin(Life())
            self._offer_more(True)
        self.view.choose(view)
        rows = self.about_model.rows if view is View.ABOUT else self.model.rows
        nothing = not rows
        self._pages.setCurrentIndex((4 if view is View.ABOUT else 3) if nothing else view)
        self.starts_at = self._shown
        for button in (self.larger, self.smaller):
            button.setVisible(view is View.LINE and not nothing)
        self.add_home.setVisible(view is not View.ABOUT)
        assert self.primary is not None
        words = self.tr("Add a fact") if view is View.ABOUT else self.tr("Add a milestone")
        self.primary.setText(words)
        self.primary.setAccessibleName(words)
        self._edit()

    @property
    def chosen(self) -> Thing | None:
        """What one looks at; None for nothing."""
        row = self._shown.currentIndex().data(ROW)
        return row.record if isinstance(row, Row) else None

    def choose(self, key: UUID, *, write: bool = False) -> None:
        """Go to a record; with `write`, straight into its words."""
        fact = self.about_model.row_of(key) >= 0
        if not fact and self.model.row_of(key) < 0:
            self.shows.clear_filter()
            self._show_rows()
        if self._pasting or fact != (self._view is View.ABOUT):
            self.look_at(View.ABOUT if fact else View.LINE)
        self._point_at(key)
        if write:
            self.inspector_of.write()

    def flush(self) -> None:
        """Say what was typed and where a milestone was moved."""
        self.moving.rest()
        self.inspector_of.say()

    def _point_at(self, key: UUID) -> bool:
        for view, model in ((self._shown, self._shown.model()),):
            at = model.row_of(key) if isinstance(model, LifeModel) else -1
            if at >= 0:
                view.setCurrentIndex(model.index(at, 0))
                view.scrollTo(model.index(at, 0))
                return True
        return False

    def _choose_first(self) -> None:
        rows = self.model.rows
        at = next((n for n, row in enumerate(rows) if isinstance(row.record, Milestone)), 0)
        if rows:
            self.line.setCurrentIndex(self.model.index(at))
        if self.about_model.rows and not self.about.currentIndex().isValid():
            self.about.setCurrentIndex(self.about_model.index(0))

    def _choose_here(self) -> None:
        """The line or the list has moved: the strip follows."""
        chosen, going = self.chosen, self.moving.now
        if going is not None and (chosen is None or chosen.id != going.id):
            self.moving.rest()
        here = self.undated.mapFromSource(self.line.currentIndex())
        if here != self.chips.currentIndex():
            self.chips.setCurrentIndex(here)
            if not here.isValid():
                self.chips.clearSelection()
        self._edit()

    def _choose_undated(self, index: QModelIndex) -> None:
        if index.isValid():
            self.line.setCurrentIndex(self.undated.mapToSource(index))

    def _edit(self) -> None:
        chosen = self.chosen
        self.pane(1).setVisible(chosen is not None and not self._pasting)
        self.inspector_of.show_thing(chosen, self._life)
        self.pane(1).setMinimumWidth(max(INSPECTOR, self.inspector_of.minimumSizeHint().width()))

    def _ask_add(self) -> None:
        if self._view is View.ABOUT:
            chosen = self.chosen
            self.fact_asked.emit(chosen.topic if isinstance(chosen, Fact) else "loves")
        else:
            self.add_asked.emit()

    def _take_out(self) -> None:
        chosen = self.chosen
        if isinstance(chosen, Home | Milestone | Fact):
            self.taken_out.emit(chosen)

    def _move(self, steps: int, *, end: bool = False) -> None:
        """Move a milestone, or the day a home began or, with `end`, ended, along the line."""
        if isinstance(self.chosen, Milestone | Home):
            self.inspector_of.say()
        chosen = self.chosen
        if isinstance(chosen, Milestone | Home):
            self.moving.step(chosen, steps, self._life, end=end)

    def _draw(self, days: float, end: bool) -> None:
        """It is drawn along to so many days from where it was."""
        chosen = self.chosen
        if isinstance(chosen, Milestone | Home):
            self.moving.draw(chosen, days, self._life, end=end)

    def _show_going(self, record: Milestone | Home) -> None:
        self._life = self.moving.in_life(self._life)
        self._show_rows()
        self._point_at(record.id)
        self._edit()

    def _show_zoom(self, further: bool, back: bool) -> None:
        self.larger.setEnabled(further)
        self.smaller.setEnabled(back)
