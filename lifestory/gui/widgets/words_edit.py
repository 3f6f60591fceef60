"""A text of the book as one writes it: words, chips for whom it names, strong, lists, line breaks.

What comes from the clipboard is brought down to just that. Undo is the field's own as long as it
has any, then the window's.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QMimeData, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QFocusEvent,
    QFont,
    QInputMethodEvent,
    QKeyEvent,
    QResizeEvent,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtWidgets import QTextEdit

from lifestory.app.pasting import words_of_html, words_of_text
from lifestory.app.words import (
    BULLET,
    Mention,
    Paragraph,
    Piece,
    Words,
    label_for,
    plain,
    read,
    tidy,
    write,
)
from lifestory.gui import look
from lifestory.gui.models.mentions import Named, Names
from lifestory.gui.widgets import document
from lifestory.gui.widgets.mention_chips import LETTER, Chips, chip_format, mention_in
from lifestory.gui.widgets.naming import Naming, exactly, matching, question
from lifestory.gui.widgets.parts import steps_aside

OURS = "application/x-lifestory-words"
"""What we put on the clipboard beside plain words, so that chips stay chips."""
_LISTENS = {
    Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab,
    Qt.Key.Key_Escape,
}  # fmt: skip
"""The keys the list of names takes while it is open."""


class WordsEdit(QTextEdit):
    """`edited` says that the words changed under somebody's hands, `left` that one went away.
    `single` makes it a heading: one paragraph, no weights, Enter goes on."""

    edited = Signal()
    left = Signal()
    entered = Signal()

    def __init__(self, name: str, *, single: bool = False) -> None:
        super().__init__()
        self._single = single
        self._filling = False
        self.setProperty("part", "heading" if single else "story")
        self.setAccessibleName(name)
        self.setTabChangesFocus(True)
        self.setFrameShape(QTextEdit.Shape.NoFrame)
        self.document().setDocumentMargin(0)
        self.document().setIndentWidth(28)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        if single:
            self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.chips = Chips(self.document())
        self.naming = Naming(self)
        self.naming.named.connect(self.name)
        self.textChanged.connect(self._changed)
        self.cursorPositionChanged.connect(self._moved)
        self._settle = QTimer(self, interval=0, singleShot=True)
        self._settle.timeout.connect(self._fit)

    def show_words(self, words: Words, names: Names, *, anew: bool = True) -> None:
        """Show these words; unless they are shown `anew`, the cursor goes behind what changed."""
        before, was = self.toPlainText(), self.textCursor().position()
        self.chips.names = names
        self._filling = True
        document.fill(self.document(), words, single=self._single)
        self._filling = False
        now = self.toPlainText()
        cursor = self.textCursor()
        cursor.setPosition(0 if anew else _same_place(before, now, was))
        self.setTextCursor(cursor)
        self._settle.start()

    def rename(self, names: Names) -> None:
        """People are called otherwise: draw the chips anew, the words stay as they are."""
        if names != self.chips.names:
            self.chips.names = names
            whole = self.document()
            whole.markContentsDirty(0, whole.characterCount())
            self._settle.start()

    def words(self) -> Words:
        """What it says, tidy. A heading is one paragraph."""
        found = tidy(document.words_in(self.document(), plain=self._single))
        if self._single and found:
            space = Piece(" ")
            pieces = [one for part in found for one in (*_on_one_line(part.pieces), space)]
            return tidy([Paragraph(tuple(pieces))])
        return found

    def spoken(self) -> str:
        """The words alone, chips by the names they show."""
        names = {target: named.called for target, named in self.chips.names.items()}
        return plain(self.words(), names)

    # What one can do to the words

    def name(self, named: Named) -> None:
        """Put in a chip for somebody, in place of the letters that asked for it."""
        self.naming.hide()
        cursor = self.textCursor()
        form = document.char_format(strong=self._is_strong)
        asked = question(self._before())
        cursor.beginEditBlock()
        if asked and not cursor.hasSelection():
            start = cursor.position() - _units(asked)
            cursor.setPosition(start, QTextCursor.MoveMode.KeepAnchor)
        mention = Mention(named.target, label_for(named.called))
        cursor.insertText(LETTER, chip_format(mention, form))
        cursor.endEditBlock()
        self.setTextCursor(cursor)
        self.setCurrentCharFormat(form)

    def ask_for_name(self) -> None:
        """Begin to name somebody, as @ does."""
        self.setFocus()
        if not question(self._before()):
            self.textCursor().insertText(" @" if self._before()[-1:].isalnum() else "@")
        self._offer()

    def toggle_strong(self) -> None:
        """Make the chosen words, or what is typed next, strong or no longer so."""
        if not self._single and not self.isReadOnly():
            self.mergeCurrentCharFormat(document.char_format(strong=not self._is_strong))

    def toggle_list(self, bullet: str = BULLET) -> None:
        """Make the chosen paragraphs a list ("•" or "1."), or no longer one."""
        if not self._single and not self.isReadOnly():
            standing = document.bullet_of(self.textCursor().block())
            same = bool(standing) and standing[-1:] == bullet[-1:]
            document.set_list(self.textCursor(), "" if same else bullet)

    @property
    def _is_strong(self) -> bool:
        return not self._single and self.currentCharFormat().fontWeight() >= QFont.Weight.DemiBold

    # The clipboard

    def createMimeDataFromSelection(self) -> QMimeData:
        copied = QTextDocument()
        QTextCursor(copied).insertFragment(self.textCursor().selection())
        chosen = document.words_in(copied, plain=self._single)
        data = QMimeData()
        names = {target: named.called for target, named in self.chips.names.items()}
        data.setText(plain(tidy(chosen), names))
        data.setData(OURS, write(chosen).encode())
        return data

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        return source.hasFormat(OURS) or source.hasHtml() or source.hasText()

    def insertFromMimeData(self, source: QMimeData) -> None:
        if source.hasFormat(OURS):
            words = read(bytes(source.data(OURS).data()).decode(errors="replace"))
        elif source.hasHtml():
            words = words_of_html(source.html())
        elif source.hasUrls():
            return
        else:
            words = words_of_text(source.text())
        self.put_in(words)

    def put_in(self, words: Words) -> None:
        """Put words in at the cursor, as one step."""
        if self._single:
            pieces = [one for part in words for one in (*_on_one_line(part.pieces), Piece(" "))]
            words = tidy([Paragraph(tuple(Piece(one.what) for one in pieces))])
        cursor = self.textCursor()
        document.insert(cursor, words, strong=self._single)
        self.setTextCursor(cursor)
        self.ensureCursorVisible()

    # Keys

    def event(self, event: QEvent) -> bool:
        if steps_aside(self, event):
            event.ignore()
            return True
        overrides = event.type() == QEvent.Type.ShortcutOverride and self.naming.isVisible()
        if overrides and isinstance(event, QKeyEvent) and event.key() in _LISTENS:
            event.accept()
            return True
        return super().event(event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        return not self.naming.isVisible() and super().focusNextPrevChild(forward)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.naming.take_key(event):
            return
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        match event.key():
            case Qt.Key.Key_B if control:
                self.toggle_strong()
            case Qt.Key.Key_Return | Qt.Key.Key_Enter if self._single:
                self.entered.emit()
            case Qt.Key.Key_Return if self._in_empty_item():
                document.set_list(self.textCursor(), "")
            case Qt.Key.Key_Backspace if self._at_start_of_item():
                document.set_list(self.textCursor(), "")
            case _:
                super().keyPressEvent(event)
                self._offer()

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        super().inputMethodEvent(event)
        self._offer()

    def _in_empty_item(self) -> bool:
        block = self.textCursor().block()
        return block.length() == 1 and block.textList() is not None

    def _at_start_of_item(self) -> bool:
        cursor = self.textCursor()
        at_start = cursor.atBlockStart() and not cursor.hasSelection()
        return at_start and cursor.block().textList() is not None

    def _before(self) -> str:
        """What stands before the cursor in its paragraph."""
        probe = self.textCursor()
        probe.setPosition(probe.block().position())
        probe.setPosition(self.textCursor().position(), QTextCursor.MoveMode.KeepAnchor)
        return probe.selectedText()

    def _offer(self) -> None:
        asking = not self.isReadOnly() and not self.textCursor().hasSelection()
        asked = question(self._before()) if asking else ""
        names = self.chips.names
        if asked.endswith("]"):
            if (named := exactly(names, asked[1:-1])) is not None:
                self.name(named)
            asked = ""
        place = self.cursorRect().translated(self.viewport().pos())
        self.naming.offer(matching(names, asked[1:]) if asked else (), place)

    # What happens to it

    def _changed(self) -> None:
        if not self._filling:
            self._settle.start()
            self.edited.emit()

    def _moved(self) -> None:
        if not self.hasFocus():
            return
        mention = mention_in(self.textCursor().charFormat())
        if mention is not None and not self._filling:
            said = self.chips.name_of(mention)
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, said))

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.naming.hide()
            self.left.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._settle.start()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in look.SCHEME_EVENTS:
            self.viewport().update()

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self._height())

    def _height(self) -> int:
        return round(self.document().size().height()) + 4

    def _fit(self) -> None:
        """A heading is as high as its lines."""
        if self._single and self.height() != self._height():
            self.setFixedHeight(self._height())


def _on_one_line(pieces: Sequence[Piece]) -> list[Piece]:
    return [
        Piece(one.what.replace("\n", " ") if isinstance(one.what, str) else one.what)
        for one in pieces
    ]


def _units(text: str) -> int:
    """Its length as Qt counts, in UTF-16."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def _same_place(before: str, now: str, was: int) -> int:
    """Where the cursor goes when the words change under it: behind what changed."""
    if before == now:
        return was
    alike = 0
    least = min(len(before), len(now))
    while alike < least and before[-1 - alike] == now[-1 - alike]:
        alike += 1
    return _units(now[: len(now) - alike])
