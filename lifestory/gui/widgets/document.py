"""The words of the book in a text document, and back: each paragraph a block, each mention a chip.

Positions are Qt's; `words_in` is what the document says, not yet tidy.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import (
    QFont,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextListFormat,
)

from lifestory.app.words import BULLET, Mention, Paragraph, Piece, Words
from lifestory.gui.widgets.mention_chips import LETTER, chip_format, mention_in

BREAK = "\u2028"
"""Qt's letter for a line break within a paragraph."""
LEADING = 1.64
"""From line to line, of the letters' size."""
APART, APART_IN_LIST = 0.5, 0.1
"""Of the letters' size between two paragraphs, and two items of a list."""


def block_format(
    document: QTextDocument, *, single: bool = False, item: bool = False
) -> QTextBlockFormat:
    """How a paragraph stands; `single` for a heading, which has but one; `item` in a list."""
    made = QTextBlockFormat()
    if not single:
        size = document.defaultFont().pixelSize()
        made.setLineHeight(size * LEADING, QTextBlockFormat.LineHeightTypes.MinimumHeight.value)
        apart = APART_IN_LIST if item else APART
        made.setBottomMargin(size * apart)
    return made


def char_format(*, strong: bool) -> QTextCharFormat:
    """How letters stand."""
    made = QTextCharFormat()
    made.setFontWeight(QFont.Weight.Bold if strong else QFont.Weight.Normal)
    return made


def fill(document: QTextDocument, words: Words, *, single: bool = False) -> None:
    """Show these words and nothing else; there is nothing to undo afterwards."""
    document.setUndoRedoEnabled(False)
    document.clear()
    cursor = QTextCursor(document)
    cursor.setBlockFormat(block_format(document, single=single))
    cursor.setBlockCharFormat(char_format(strong=single))
    cursor.setCharFormat(char_format(strong=single))
    insert(cursor, words, strong=single)
    document.setUndoRedoEnabled(True)
    document.setModified(False)


def insert(
    cursor: QTextCursor, words: Words, *, strong: bool = False, goes_on: bool = False
) -> None:
    """Put words in at the cursor, as one step. The first paragraph goes on in the one the cursor
    is in, unless it begins a list there or these words go on (`goes_on`) with the step before."""
    if goes_on:
        cursor.joinPreviousEditBlock()
    else:
        cursor.beginEditBlock()
    cursor.removeSelectedText()
    for number, paragraph in enumerate(words):
        if number or goes_on or (paragraph.bullet and cursor.block().length() > 1):
            cursor.insertBlock(block_format(cursor.document()))
            if (standing := cursor.currentList()) is not None and not paragraph.bullet:
                standing.remove(cursor.block())
        if paragraph.bullet:
            set_list(cursor, paragraph.bullet)
        _insert_pieces(cursor, paragraph.pieces, strong=strong)
    cursor.endEditBlock()


def _insert_pieces(cursor: QTextCursor, pieces: Sequence[Piece], *, strong: bool) -> None:
    for piece in pieces:
        form = char_format(strong=piece.strong or strong)
        if isinstance(piece.what, Mention):
            cursor.insertText(LETTER, chip_format(piece.what, form))
        else:
            cursor.insertText(piece.what.replace("\n", BREAK), form)
    cursor.setCharFormat(char_format(strong=strong))


def set_list(cursor: QTextCursor, bullet: str) -> None:
    """Make the paragraphs of the cursor items of a list, or none with "" ; an item goes on with
    the list of its kind just above it."""
    cursor.beginEditBlock()
    document = cursor.document()
    block = document.findBlock(cursor.selectionStart())
    last = document.findBlock(cursor.selectionEnd())
    while block.isValid():
        _set_bullet(block, bullet)
        if block == last:
            break
        block = block.next()
    cursor.endEditBlock()


def _set_bullet(block: QTextBlock, bullet: str) -> None:
    at = QTextCursor(block)
    if (standing := at.currentList()) is not None:
        if bullet_of(block)[-1:] == bullet[-1:]:
            return
        standing.remove(block)
    at.setBlockFormat(block_format(at.document(), item=bool(bullet)))
    if not bullet:
        return
    above = block.previous()
    if above.isValid() and above.textList() and bullet_of(above)[-1:] == bullet[-1:]:
        above.textList().add(block)
        return
    form = QTextListFormat()
    styles = QTextListFormat.Style
    form.setStyle(styles.ListDisc if bullet == BULLET else styles.ListDecimal)
    if bullet != BULLET:
        form.setStart(int(bullet[:-1]))
    at.createList(form)


def bullet_of(block: QTextBlock) -> str:
    """What stands before a block: "•", "1." and so on, "" when it is in no list."""
    standing = block.textList()
    if standing is None:
        return ""
    if standing.format().style() != QTextListFormat.Style.ListDecimal:
        return BULLET
    return f"{standing.format().start() + standing.itemNumber(block)}."


def before(cursor: QTextCursor) -> str:
    """What stands before a cursor in its paragraph."""
    probe = QTextCursor(cursor)
    probe.setPosition(cursor.block().position())
    probe.setPosition(cursor.position(), QTextCursor.MoveMode.KeepAnchor)
    return probe.selectedText()


def words_in(document: QTextDocument, *, plain: bool = False) -> list[Paragraph]:
    """What the document says. `plain` leaves weights out, as for a heading."""
    found = []
    block = document.firstBlock()
    while block.isValid():
        found.append(Paragraph(tuple(_pieces(block, plain=plain)), bullet_of(block)))
        block = block.next()
    return found


def _pieces(block: QTextBlock, *, plain: bool) -> list[Piece]:
    made = []
    step = block.begin()
    while not step.atEnd():
        fragment = step.fragment()
        step += 1
        form, text = fragment.charFormat(), fragment.text()
        strong = not plain and form.fontWeight() >= QFont.Weight.DemiBold
        mention = mention_in(form)
        if mention is None:
            made.append(Piece(text.replace(BREAK, "\n"), strong))
        else:
            # Chips of one person side by side come as one fragment.
            made.extend(Piece(mention, strong) for letter in text if letter == LETTER)
    return made
