"""The timeline: homes and milestones in the order they happened; a milestone is edited beside."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QListView, QScrollArea, QStackedWidget

from lifestory.domain.life import Milestone
from lifestory.gui.models.life import ROW, Life, LifeModel, rows_of
from lifestory.gui.places.milestone import MilestoneEditor
from lifestory.gui.widgets import parts
from lifestory.gui.widgets.empty import Empty
from lifestory.gui.widgets.life_row import LifeDelegate
from lifestory.gui.widgets.place import Place


class Timeline(Place):
    """Says what a milestone now is, that one is to be added, or which is taken out. `edited` and
    `taken_out` carry a Milestone."""

    edited = Signal(object)
    taken_out = Signal(object)
    add_asked = Signal()

    def __init__(self) -> None:
        super().__init__("")
        self.title.setText(self.tr("Timeline"))
        self.setAccessibleName(self.tr("Timeline"))
        add = parts.button(self.tr("Add a milestone"), "plus", "primary")
        add.clicked.connect(self.add_asked)
        self.set_primary(add)
        self._life = Life()
        self.model = LifeModel()
        self.list = QListView()
        self.list.setAccessibleName(self.tr("Homes and milestones by date"))
        self.list.setModel(self.model)
        self.list.setItemDelegate(LifeDelegate(self.list))
        self.list.setMouseTracking(True)
        self.list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.list.selectionModel().currentChanged.connect(lambda *_: self._edit())
        first = parts.button(self.tr("Add a milestone"), "plus", "primary", "large")
        first.clicked.connect(self.add_asked)
        self._pages = QStackedWidget()
        self._pages.addWidget(self.list)
        self._pages.addWidget(
            Empty(
                self.tr("A life, day by day, goes here"),
                self.tr(
                    "First steps, a new home, a seaside holiday. A date may be as vague as what "
                    "is known: a day, a season, an age, or not known yet."
                ),
                first,
            )
        )
        self.edge_to_edge()
        self.work.addWidget(self._pages, 1)
        self.editor = MilestoneEditor()
        self.editor.edited.connect(self.edited)
        self.editor.taken_out.connect(self.taken_out)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setWidget(self.editor)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        column = self.inspector(336)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(scroll)
        self.starts_at = self.list
        self.starts_at = self.list
        self.show_life(self._life)

    def show_life(self, life: Life) -> None:
        """Show this life; what is chosen stays chosen, what is being typed stays typed."""
        chosen = self.chosen
        self._life = life
        rows = rows_of(life)
        self.model.show(rows)
        self.count.setText(self.tr("{count} facts").format(count=len(rows)) if rows else "")
        self._pages.setCurrentIndex(0 if rows else 1)
        at = self.model.row_of(chosen.id) if chosen else -1
        if at < 0:
            at = next((n for n, row in enumerate(rows) if isinstance(row.record, Milestone)), -1)
        self.list.setCurrentIndex(self.model.index(at))
        self._edit()

    @property
    def chosen(self) -> Milestone | None:
        """The milestone one looks at; None for a home or nothing."""
        row = self.list.currentIndex().data(ROW)
        return row.record if row and isinstance(row.record, Milestone) else None

    def choose(self, key: UUID, *, write: bool = False) -> None:
        """Go to a record; with `write`, straight into its words."""
        at = self.model.row_of(key)
        if at >= 0:
            self.list.setCurrentIndex(self.model.index(at))
            self.list.scrollTo(self.model.index(at))
        if write:
            self.editor.words.setFocus()

    def flush(self) -> None:
        """Say what was typed."""
        self.editor.say()

    def _edit(self) -> None:
        chosen = self.chosen
        self.pane(1).setVisible(chosen is not None)
        if chosen is not None:
            self.editor.show_milestone(chosen, self._life)
