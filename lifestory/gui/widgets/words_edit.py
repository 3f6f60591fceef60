"""A text of the book as one writes it: words, chips for whom it names, strong, lists, line breaks.

What comes from the clipboard is brought down to just that. Undo is the field's own as long as it
has any, then the window's.
"""

from __future__ import annotations

from collections.abc import Sequence
from uuid import uuid4

from PySide6.QtCore import QEvent, QMimeData, QModelIndex, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QFocusEvent,
    QFont,
    QInputMethodEvent,
    QKeyEvent,
    QResizeEvent,
    QTextCursor,
)
from PySide6.QtWidgets import QTextEdit

from lifestory.app.words import BULLET, Mention, Paragraph, Piece, Words, label_for, plain, tidy
from lifestory.gui import look
from lifestory.gui.models.mentions import Named, Names
from lifestory.gui.widgets import document, words_clipboard
from lifestory.gui.widgets.list_keys import list_asked, take_list_key
from lifestory.gui.widgets.long_paste import LongPaste
from lifestory.gui.widgets.mention_chips import LETTER, Chips, chip_format, mention_in
from lifestory.gui.widgets.naming import Naming, exactly, matching, question, someone_new
from lifestory.gui.widgets.parts import steps_aside

_LISTENS = {
    Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab,
    Qt.Key.Key_Escape,
}  # fmt: skip
"""The keys the list of names takes while it is open."""


class WordsEdit(QTextEdit):
    """`edited` says that the words changed under somebody's hands, `left` that one went away,
    `stands` that what holds at the cursor may have changed; `met` carries a Named, somebody new.
    `single` makes it a heading: one paragraph, no weights, Enter goes on."""

    edited = Signal()
    left = Signal()
    entered = Signal()
    stands = Signal()
    met = Signal(object)

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
        self.pasting = LongPaste(self)
        self.pasting.ended.connect(self._changed)
        self._said_pasting = False
        self._read: tuple[int, Words] = (-1, ())
        self.textChanged.connect(self._changed)
        self.cursorPositionChanged.connect(self._moved)
        self.cursorPositionChanged.connect(self.stands)
        self.currentCharFormatChanged.connect(lambda _: self.stands.emit())
        self._settle = QTimer(self, interval=0, singleShot=True)
        self._settle.timeout.connect(self._fit)

    def show_words(self, words: Words, names: Names, *, anew: bool = True) -> None:
        """Show these words; unless they are shown `anew`, the cursor goes behind what changed."""
        self.pasting.finish()
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
        self.pasting.finish()
        if self._read[0] != self.document().revision():
            found = tidy(document.words_in(self.document(), plain=self._single))
            if self._single and found:
                space = Piece(" ")
                pieces = [one for part in found for one in (*_on_one_line(part.pieces), space)]
                found = tidy([Paragraph(tuple(pieces))])
            self._read = (self.document().revision(), found)
        return self._read[1]

    def spoken(self) -> str:
        """The words alone, chips by the names they show."""
        names = {target: named.called for target, named in self.chips.names.items()}
        return plain(self.words(), names)

    # What one can do to the words

    def name(self, named: Named) -> None:
        """Put in a chip for somebody, in place of the letters that asked for it. Who has no
        record yet is met here."""
        self.naming.hide()
        if not named.target:
            named = Named(f"person:{uuid4()}", named.called)
            self.chips.names = {**self.chips.names, named.target: named}
            self.met.emit(named)
        cursor = self.textCursor()
        form = document.char_format(strong=self.is_strong)
        asked = question(document.before(self.textCursor()))
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
        if not question(document.before(self.textCursor())):
            self.textCursor().insertText(
                " @" if document.before(self.textCursor())[-1:].isalnum() else "@"
            )
        self._offer()

    def toggle_strong(self) -> None:
        """Make the chosen words, or what is typed next, strong or no longer so."""
        if self._has_looks:
            self.mergeCurrentCharFormat(document.char_format(strong=not self.is_strong))

    def toggle_list(self, bullet: str = BULLET) -> None:
        """Make the chosen paragraphs a list ("•" or "1."), or no longer one."""
        if self._has_looks:
            standing = document.bullet_of(self.textCursor().block())
            same = bool(standing) and standing[-1:] == bullet[-1:]
            document.set_list(self.textCursor(), "" if same else bullet)
            self.stands.emit()

    @property
    def _has_looks(self) -> bool:
        """True where words can be made strong or a list."""
        return not self._single and not self.isReadOnly()

    @property
    def is_strong(self) -> bool:
        """True where what is typed next stands strong."""
        return not self._single and self.currentCharFormat().fontWeight() >= QFont.Weight.DemiBold

    @property
    def bullet(self) -> str:
        """What stands before the paragraph of the cursor: "•", "2." or nothing."""
        return document.bullet_of(self.textCursor().block())

    # The clipboard

    def createMimeDataFromSelection(self) -> QMimeData:
        return words_clipboard.copied(self.textCursor(), self.chips.names, single=self._single)

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        return words_clipboard.has_words(source)

    def insertFromMimeData(self, source: QMimeData) -> None:
        slices = words_clipboard.words_from(source)
        if self._single:
            self.put_in(words_clipboard.together(slices))
        else:
            self.pasting.begin(self.textCursor(), slices)

    def put_in(self, words: Words) -> None:
        """Put words in at the cursor, as one step."""
        self.pasting.finish()
        if self._single:
            pieces = [one for part in words for one in (*_on_one_line(part.pieces), Piece(" "))]
            words = tidy([Paragraph(tuple(Piece(one.what) for one in pieces))])
        cursor = self.textCursor()
        document.insert(cursor, words, strong=self._single)
        self.setTextCursor(cursor)
        self.ensureCursorVisible()

    def put_after(self, sentence: str) -> None:
        """Put a sentence in at the cursor, a space or a new paragraph away from what is there."""
        before = document.before(self.textCursor())
        if before and not before[-1].isspace():
            self.textCursor().insertText(" ")
        self.put_in((Paragraph((Piece(sentence),)),))

    def forget(self) -> None:
        """Hold no words and no names."""
        self.naming.offer((), self.cursorRect())
        self.naming.offers.show(())
        self.show_words((), {})

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
        self.pasting.finish()
        if self.naming.take_key(event):
            return
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        match event.key():
            case _ if bullet := list_asked(event):
                self.toggle_list(bullet)
            case Qt.Key.Key_B if control:
                self.toggle_strong()
            case Qt.Key.Key_Return | Qt.Key.Key_Enter if self._single:
                self.entered.emit()
            case _ if self._has_looks and take_list_key(self.textCursor(), event):
                self.stands.emit()
            case _:
                super().keyPressEvent(event)
                self._offer()

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        self.pasting.finish()
        super().inputMethodEvent(event)
        self._offer()

    def _offer(self) -> None:
        asking = not self.isReadOnly() and not self.textCursor().hasSelection()
        asked = question(document.before(self.textCursor())) if asking else ""
        names = self.chips.names
        if asked.endswith("]"):
            if (named := exactly(names, asked[1:-1])) is not None:
                self.name(named)
            asked = ""
        place = self.cursorRect().translated(self.viewport().pos())
        offered = matching(names, asked[1:]) if asked else ()
        self.naming.offer((*offered, *someone_new(names, asked)), place)
        if self.naming.isVisible() and not offered:
            # Enter ends the paragraph; somebody new is made only when one goes to their row.
            self.naming.setCurrentIndex(QModelIndex())

    # What happens to it

    def _changed(self) -> None:
        if not self._filling and not (self.pasting.isActive() and self._said_pasting):
            self._said_pasting = self.pasting.isActive()
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
