"""Labels, buttons, rules and fields, each made one way everywhere."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QSizePolicy,
    QStyleOption,
    QTextEdit,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from lifestory.gui import icons
from lifestory.gui.widgets.choice_box import ChoiceBox as ChoiceBox  # noqa: PLC0414 - a part too


def label(text: str = "", kind: str = "body", tone: str = "", *, wrap: bool = False) -> QLabel:
    """A label. `kind` is minor, body, strong, title, hero or field; `tone` as in window.toml."""
    made = Wrapped(text) if wrap else QLabel(text)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setProperty("type", kind)
    made.setProperty("tone", tone)
    return made


class Wrapped(QLabel):
    """A label of several lines. Nested layouts forget to ask how high it must be for its width,
    so it sees to that itself."""

    def __init__(self, text: str = "") -> None:
        super().__init__(text)
        self.setWordWrap(True)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._settle()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._settle()

    def setText(self, text: str) -> None:
        super().setText(text)
        self._settle()

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self.minimumHeight())

    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width(), self.minimumHeight())

    def _settle(self) -> None:
        self.setMinimumHeight(0)  # what Qt answers is never less than this
        high = self.heightForWidth(self.width()) if self.text() else 0
        self.setMinimumHeight(max(0, high))


class Roomy(Wrapped):
    """A label under a field that has something to say now and then: the room of one line is kept
    for it, and while one types it takes up no less than it did, so that nothing jumps."""

    def __init__(self, kind: str, tone: str) -> None:
        self._held = 0
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("type", kind)
        self.setProperty("tone", tone)

    def hold(self) -> None:
        """Get no smaller."""
        self._held = max(self._held, self.height())

    def let_go(self) -> None:
        """Be as small as the words."""
        self._held = 0
        self._settle()

    def _settle(self) -> None:
        super()._settle()
        self.setMinimumHeight(max(self.minimumHeight(), self.fontMetrics().height(), self._held))


class Elided(QLabel):
    """A label of one line that gives way: too long a line ends in an ellipsis, and its tool tip
    says the whole."""

    def __init__(self, kind: str = "body", tone: str = "") -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("type", kind)
        self.setProperty("tone", tone)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def setText(self, text: str) -> None:
        super().setText(text)
        self.setToolTip(text)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter = QPainter(self)
        wide = self.contentsRect().width()
        fitted = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, wide)
        option = QStyleOption()
        option.initFrom(self)
        self.style().drawItemText(
            painter,
            self.contentsRect(),
            Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft,
            option.palette,
            self.isEnabled(),
            fitted,
            self.foregroundRole(),
        )


def set_tone(widget: QWidget, tone: str) -> None:
    """Change the tone a widget has, and its look with it."""
    if widget.property("tone") != tone:
        widget.setProperty("tone", tone)
        widget.style().unpolish(widget)
        widget.style().polish(widget)


def picture(name: str, tone: str = "text", size: int = 16) -> QLabel:
    """An icon that is no button. Decoration: the word beside it says the same."""
    made = QLabel()
    icons.dress(made, name, tone, size)
    return made


class Once(QPushButton):
    """A button of which a double click is one click, and a key that is held one press: two were
    not meant, and one makes a child, a book, a home. Small and quiet buttons, which one presses
    again and again to step or to turn, are not of this kind."""

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not event.isAutoRepeat():
            super().keyPressEvent(event)


def button(text: str, icon: str = "", kind: str = "", size: str = "") -> QPushButton:
    """A button. `kind` is "", primary, quiet or link; `size` is "", small or large."""
    acts = kind == "primary" or bool(icon and not kind and size != "small")
    made = Once(text) if acts else QPushButton(text)
    made.setProperty("kind", kind)
    made.setProperty("scale", size)
    made.setAccessibleName(text)
    made.setCursor(Qt.CursorShape.PointingHandCursor)
    # Enter presses the button one is on, as Space does.
    made.setAutoDefault(True)
    if icon:
        tone = {"primary": "on-accent", "link": "accent"}.get(kind, "text")
        icons.dress(made, icon, tone)
    return made


def rule() -> QFrame:
    """A line one pixel thick across its layout."""
    made = QFrame()
    made.setProperty("part", "rule")
    made.setFixedHeight(1)
    return made


def panel(part: str) -> QFrame:
    """A frame the style sheet knows by its part."""
    made = QFrame()
    made.setProperty("part", part)
    return made


class Choice(QWidget):
    """A few choices side by side, one of which holds."""

    chosen = Signal(int)

    def __init__(self, name: str, words: tuple[str, ...], *, narrow: bool = False) -> None:
        super().__init__()
        self.setAccessibleName(name)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.setAlignment(Qt.AlignmentFlag.AlignLeft)
        self._group = QButtonGroup(self)
        for index, word in enumerate(words):
            segment = QToolButton()
            segment.setProperty("part", "segment")
            segment.setProperty("end", _end(index, len(words)))
            segment.setProperty("narrow", narrow)
            segment.setCheckable(True)
            segment.setText(word)
            segment.setAccessibleName(f"{name}: {word}")
            # As high as the highest beside it: letters such as Urdu's need more room.
            segment.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
            self._group.addButton(segment, index)
            row.addWidget(segment)
        self._group.buttonToggled.connect(self._take_keyboard)
        self.choose(0)
        self._group.idClicked.connect(self.chosen)

    def choose(self, index: int) -> None:
        """Show one as chosen, without saying so."""
        self._group.button(index).setChecked(True)

    def offer(self, index: int, *, offered: bool) -> None:
        """Let one between others be there to choose, or not."""
        self._group.button(index).setVisible(offered)

    def rename(self, index: int, words: str) -> None:
        """Change the words of one, for a count in them."""
        segment = self._group.button(index)
        segment.setText(words)
        segment.setAccessibleName(f"{self.accessibleName()}: {words}")

    def _take_keyboard(self, segment: QAbstractButton, holds: bool) -> None:
        if holds:
            self.setFocusProxy(segment)

    @property
    def index(self) -> int:
        """Which one holds."""
        return self._group.checkedId()


def _end(index: int, count: int) -> str:
    if count == 1:
        return "only"
    return {0: "first", count - 1: "last"}.get(index, "middle")


def steps_aside(widget: QLineEdit | QPlainTextEdit | QTextEdit, event: QEvent) -> bool:
    """True for an undo or redo key when the field has nothing of its own to take back: then the
    key is the window's."""
    if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
        return False
    if isinstance(widget, QLineEdit):
        undo, redo = widget.isUndoAvailable(), widget.isRedoAvailable()
    else:
        undo = widget.document().isUndoAvailable()
        redo = widget.document().isRedoAvailable()
    key = QKeySequence.StandardKey
    return (event.matches(key.Undo) and not undo) or (event.matches(key.Redo) and not redo)


class Field(QLineEdit):
    """A field of one line that says so when one leaves it or presses Enter."""

    left = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.editingFinished.connect(self.left)

    def clear(self) -> None:
        """Empty, for good: Qt's own way leaves what stood there to undo, a passphrase too."""
        self.setText("")

    def setPlaceholderText(self, text: str) -> None:
        super().setPlaceholderText(text)
        self.setToolTip(text)  # a narrow field shows its beginning only

    def event(self, event: QEvent) -> bool:
        if steps_aside(self, event):
            event.ignore()
            return True
        return super().event(event)


class TextField(QPlainTextEdit):
    """A text of a few lines that says so when one leaves it."""

    left = Signal()

    def __init__(self, name: str, part: str = "field") -> None:
        super().__init__()
        self.setProperty("part", part)
        self.setAccessibleName(name)
        self.setTabChangesFocus(True)

    def event(self, event: QEvent) -> bool:
        if steps_aside(self, event):
            event.ignore()
            return True
        return super().event(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.left.emit()


def mark_trouble(field: QLineEdit, *, trouble: bool) -> None:
    """Show by its edge that a field holds something that cannot be."""
    if field.property("trouble") != trouble:
        field.setProperty("trouble", trouble)
        field.style().unpolish(field)
        field.style().polish(field)


def under(title: str, field: QWidget) -> QVBoxLayout:
    """A field under its label."""
    column = QVBoxLayout()
    column.setSpacing(6)
    words = label(title, "field", "quiet")
    words.setBuddy(field)
    column.addWidget(words)
    column.addWidget(field)
    column.addStretch(1)
    return column


def stacked(title: str, field: QWidget) -> QWidget:
    """A field under its label, as one thing that wraps in a bar."""
    made = QWidget()
    column = under(title, field)
    column.setContentsMargins(0, 0, 0, 0)
    made.setLayout(column)
    return made
