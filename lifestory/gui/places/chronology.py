"""Pasting a chronology: its lines as they are understood, looked over and put right before anything
is kept."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractItemModel,
    QCoreApplication,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QKeySequence, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QHBoxLayout,
    QHeaderView,
    QStackedWidget,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from lifestory.app.chronology import Dates, Kind, Line
from lifestory.domain.readers import Band
from lifestory.gui import icons, look
from lifestory.gui.models.chronology import ChronologyModel, Column, kind_in_words
from lifestory.gui.models.life import Life
from lifestory.gui.widgets import parts
from lifestory.gui.widgets.band_words import band_word
from lifestory.gui.widgets.flow import Flow

Index = QModelIndex | QPersistentModelIndex
_WIDE = ((Column.WHEN, 270, 0.26), (Column.KIND, 130, 0.18), (Column.LOOK, 380, 0.3))
"""How wide a column would be in the 14 px design, and the part of the table it has at most."""


class Chronology(QWidget):
    """`pasted` carries the text that is to be read; `kept` the lines, the title of the document
    they come from and the Band their words are for; `left` says that there is nothing to keep."""

    pasted = Signal(str)
    kept = Signal(object, str, object)
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(self.tr("Paste a chronology"))
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 24, 16)
        column.setSpacing(8)
        self.headline = parts.label(kind="title", wrap=True)
        self.how = parts.label(tone="quiet", wrap=True)
        column.addWidget(self.headline)
        column.addWidget(self.how)
        column.addSpacing(8)
        self.paper = _Paper(self.tr("The chronology"))
        self.paper.setPlaceholderText(
            self.tr("12/05/2019  Moved to Sue and Dave\nMay 2019 – first word\naged 3: chicken pox")
        )
        self.model = ChronologyModel()
        self.table = _table(self.model, self.tr("Lines of the chronology"))
        self._pages = QStackedWidget()
        self._pages.addWidget(self.paper)
        self._pages.addWidget(self.table)
        column.addWidget(self._pages, 1)
        column.addWidget(self._make_of_all())
        column.addWidget(self._make_foot())
        self.paper.dropped.connect(self.pasted)
        self.model.edited.connect(self._count)
        self.keep.clicked.connect(self._keep)
        self.read.clicked.connect(lambda: self.pasted.emit(self.paper.toPlainText()))
        self.never.clicked.connect(self.left)
        self.paper.textChanged.connect(self._settle)
        self.begin(Life())

    def _make_of_all(self) -> QWidget:
        """What holds for every line."""
        self._of_all = QWidget()
        row = QHBoxLayout(self._of_all)
        row.setContentsMargins(0, 8, 0, 0)
        row.setSpacing(16)
        self.source = parts.Field(self.tr("Source of all of it"))
        self.source.setPlaceholderText(self.tr("Court chronology, 2021"))
        row.addLayout(parts.under(self.tr("Source of all of it"), self.source), 1)
        self.band = parts.ChoiceBox(self.tr("Words for a reader of"))
        for band in Band:
            self.band.addItem(band_word(band), band)
        row.addLayout(parts.under(self.tr("Words for a reader of"), self.band))
        self.band.activated.connect(lambda _: self._settle())
        return self._of_all

    def _make_foot(self) -> QWidget:
        foot = QWidget()
        bar = Flow(foot)
        bar.setContentsMargins(0, 0, 0, 0)
        bar.setSpacing(8)
        self.say = parts.label(kind="minor", tone="quiet")
        bar.leading.addWidget(self.say)
        self.whose = parts.label(
            self.tr("Only for the council's own reading until you choose a younger reader."),
            "strong",
            "look",
        )
        bar.leading.addWidget(self.whose)
        self.never = parts.button(self.tr("Not now"), "", "quiet")
        self.read = parts.button(self.tr("Read it"), "list", "primary")
        self.keep = parts.button(self.tr("Keep"), "check", "primary")
        for button in (self.never, self.read, self.keep):
            bar.addWidget(button)
        return foot

    def begin(self, life: Life, *, offered: bool = False) -> None:
        """A paste into the life of this child; nothing is read yet. What was `offered` is what
        happened to be on the clipboard: it may be something else altogether."""
        self.life, self._offered = life, offered
        self.paper.clear()
        self.model.show((), "", None, life.today)
        self.source.clear()
        self.band.choose(Band.ADULT)
        self._pages.setCurrentWidget(self.paper)
        self._settle()

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Show what was understood, to be looked over."""
        offered, self._offered = self._offered, False
        if not lines or (offered and all(line.dates == Dates() for line in lines)):
            return
        self.model.show(lines, self.life.name, self.life.born, self.life.today)
        self._pages.setCurrentWidget(self.table)
        self.table.setCurrentIndex(self.model.index(0, Column.WHEN))
        self._settle()
        self.table.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
            return
        super().keyPressEvent(event)

    def offer_again(self) -> None:
        """It could not be kept: let it be tried once more."""
        self._count()

    @property
    def _band(self) -> Band:
        return Band(self.band.currentData())

    @property
    def _kept(self) -> int:
        return sum(line.kind is not Kind.LEAVE_OUT for line in self.model.lines)

    def _settle(self) -> None:
        reading = self._pages.currentWidget() is self.paper
        self.setFocusProxy(self.paper if reading else self.table)
        self.headline.setText(
            self.tr("Paste a chronology") if reading else self.tr("Look it over before it is kept")
        )
        self.how.setText(
            self.tr("From a word processor or a table: a fact on each line, its date in front.")
            if reading
            else self.tr(
                "Every date, word and kind can be put right here. Nothing is kept yet, and Undo "
                "takes all of it back at once."
            )
        )
        self.read.setVisible(reading)
        self.read.setEnabled(bool(self.paper.toPlainText().strip()))
        self.keep.setVisible(not reading)
        self._of_all.setVisible(not reading)
        self._count()

    def _count(self) -> None:
        count, all_of_them = self._kept, len(self.model.lines)
        words = self.tr("Keep 1 fact") if count == 1 else self.tr("Keep {count} facts")
        self.keep.setText(words.format(count=count))
        self.keep.setAccessibleName(self.keep.text())
        self.keep.setEnabled(count > 0)
        self.say.setText(self._says(all_of_them - count) if all_of_them else "")
        self.whose.setVisible(bool(all_of_them) and self._band is Band.ADULT)

    def _says(self, out: int) -> str:
        said = []
        if out:
            said.append(
                self.tr("1 line is left out.")
                if out == 1
                else self.tr("{count} lines are left out.").format(count=out)
            )
        return " ".join(said)

    def _keep(self) -> None:
        self.table.setFocus()  # what is half typed in a cell is said first
        self.keep.setEnabled(False)  # two clicks where one was meant
        lines = self.model.lines
        self.kept.emit(lines, self.source.text(), self._band)


class _Paper(parts.TextField):
    """Where one pastes; what is pasted is read at once. `dropped` carries it."""

    dropped = Signal(str)

    def event(self, event: QEvent) -> bool:
        if (
            event.type() == QEvent.Type.KeyPress
            and isinstance(event, QKeyEvent)
            and event.matches(QKeySequence.StandardKey.Paste)
            and self.canPaste()
        ):
            self.paste()
            self.dropped.emit(self.toPlainText())
            return True
        return super().event(event)


class _KindDelegate(QStyledItemDelegate):
    """Edits what a line becomes: a choice of three."""

    def createEditor(
        self,
        parent: QWidget,
        option: QStyleOptionViewItem,
        index: Index,
    ) -> QWidget:
        if index.column() != Column.KIND:
            editor = super().createEditor(parent, option, index)
            editor.setAccessibleName(str(index.data(Qt.ItemDataRole.AccessibleTextRole)))
            return editor
        choice = parts.ChoiceBox(self.tr("What it becomes"))
        choice.setParent(parent)
        for kind in Kind:
            choice.addItem(kind_in_words(kind), kind)
        choice.activated.connect(lambda _: self._take(choice))
        return choice

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        super().paint(painter, option, index)
        if index.column() == Column.KIND:
            ratio = painter.device().devicePixelRatioF()
            arrow = icons.pixmap("chevron-down", look.colour("quiet"), 16, ratio)
            box = option.rect
            painter.drawPixmap(box.right() - 28, box.center().y() - 7, arrow)

    def _take(self, choice: QComboBox) -> None:
        self.commitData.emit(choice)
        self.closeEditor.emit(choice, QStyledItemDelegate.EndEditHint.NoHint)

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        if isinstance(editor, parts.ChoiceBox):
            editor.choose(index.data(Qt.ItemDataRole.EditRole))
        else:
            super().setEditorData(editor, index)

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        if isinstance(editor, parts.ChoiceBox):
            model.setData(index, editor.currentData())
        else:
            super().setModelData(editor, model, index)


class _Table(QTableView):
    """Delete leaves the line out, Enter edits a cell. What happened has the most room."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        wide = self.viewport().width()
        for column, wanted, part in _WIDE:
            self.setColumnWidth(column, min(look.larger(wanted), round(part * wide)))
        super().resizeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        index = self.currentIndex()
        if self.state() == QAbstractItemView.State.EditingState:
            return  # the field of a cell has the keyboard, and lets Enter through
        if event.key() == Qt.Key.Key_Delete and index.isValid():
            kind = index.siblingAtColumn(Column.KIND)
            self.model().setData(kind, Kind.LEAVE_OUT)
            return
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and index.isValid():
            self.edit(index)
            return
        super().keyPressEvent(event)


def _table(model: ChronologyModel, name: str) -> QTableView:
    made = _Table()
    made.setProperty("part", "lines")
    made.setAccessibleName(name)
    made.setModel(model)
    made.setItemDelegate(_KindDelegate(made))
    made.setShowGrid(False)
    made.setAlternatingRowColors(True)
    made.setTabKeyNavigation(False)
    made.setWordWrap(False)
    made.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    made.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    made.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    triggers = QAbstractItemView.EditTrigger
    made.setEditTriggers(
        triggers.DoubleClicked
        | triggers.SelectedClicked
        | triggers.EditKeyPressed
        | triggers.AnyKeyPressed
    )
    made.clicked.connect(lambda index: made.edit(index) if index.column() == Column.KIND else None)
    down = made.verticalHeader()
    down.setAccessibleName(QCoreApplication.translate("Chronology", "Lines of the chronology"))
    down.hide()
    # Qt's own button between the two heads, which nobody sees where one is hidden.
    for corner in made.findChildren(QAbstractButton):
        corner.setAccessibleName(QCoreApplication.translate("Chronology", "All lines"))
        corner.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    down.setDefaultSectionSize(look.larger(36))
    across = made.horizontalHeader()
    across.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    across.setHighlightSections(False)
    across.setAccessibleName(QCoreApplication.translate("Chronology", "Columns of the chronology"))
    across.setFocusProxy(made)  # nothing is done with it; the keyboard belongs to the lines
    across.setSectionResizeMode(Column.WHAT, QHeaderView.ResizeMode.Stretch)
    return made
