"""The pages of Help: what to read at the left, the text beside it."""

from __future__ import annotations

import re
from collections.abc import Collection
from html import escape

from PySide6.QtCore import QEvent, QStringListModel, Qt
from PySide6.QtGui import QFont, QTextBlockFormat, QTextCursor, QTextTable
from PySide6.QtWidgets import QHBoxLayout, QListView, QTextBrowser, QWidget

from lifestory import assets
from lifestory.gui import look
from lifestory.gui.actions import everywhere

TOPICS, TEXT = 232, 760
_HEADINGS = {1: look.HERO, 2: look.TITLE}
_PROOFS = re.compile(r"(?: *\[✓\]\([^)]*\))+")
"""Links to the tests that hold what is said; in the window a tick says that there are some."""


def pages(places: Collection[str] = ()) -> tuple[tuple[str, str], ...]:
    """Each page of Help in the order in which one reads: its title, and all of it as Markdown.
    `places` are those whose keys it tells."""
    texts = [
        file.read_text(encoding="utf-8") for file in sorted(assets.path("help").glob("[0-9]-*.md"))
    ]
    rows = (f"| **{key}** | {word} |" for word, key in everywhere(places))
    keys = "| | |\n|-|-|\n" + "\n".join(rows)
    return tuple(
        (text.partition("\n")[0].removeprefix("# "), text.replace("{everywhere}", keys))
        for text in (_PROOFS.sub("\N{NO-BREAK SPACE}✓", one) for one in texts)
    )


class HelpPages(QWidget):
    """A list of topics and the page that is chosen. Read from disk when first shown."""

    def __init__(self) -> None:
        super().__init__()
        self.places: Collection[str] = ()
        """Those one can go to: Help tells of no other."""
        self._texts: tuple[str, ...] = ()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(24)
        self.topics = QListView()
        self.topics.setProperty("part", "rows")
        self.topics.setAccessibleName(self.tr("Topics"))
        self.topics.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.text = QTextBrowser()
        self.text.setAccessibleName(self.tr("Help"))
        self.text.setOpenLinks(False)
        self.text.setTabChangesFocus(True)
        self._names = QStringListModel(self)
        self.topics.setModel(self._names)
        self.topics.selectionModel().currentChanged.connect(lambda *_: self._show())
        row.addWidget(self.topics)
        row.addWidget(self.text, 1)
        row.addStretch(0)
        self._fit()

    def read(self) -> None:
        """Read the pages, once."""
        if not self._texts:
            titles, self._texts = zip(*pages(self.places), strict=True)
            self._names.setStringList(list(titles))
            self.topics.setCurrentIndex(self._names.index(0))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in look.SCHEME_EVENTS:
            self._fit()
            self._show()

    def _fit(self) -> None:
        self.topics.setFixedWidth(look.larger(TOPICS))
        self.text.setMaximumWidth(look.larger(TEXT))

    def _show(self) -> None:
        at = self.topics.currentIndex().row()
        if not 0 <= at < len(self._texts):
            return
        document = self.text.document()
        document.setDefaultFont(look.font())
        document.setDocumentMargin(8)
        document.setMarkdown(self._texts[at])
        self._set_type()
        self.text.moveCursor(QTextCursor.MoveOperation.Start)
        self.text.setAccessibleDescription(escape(self._names.stringList()[at]))

    def _set_type(self) -> None:
        """Headings in the sizes of the window, lines that can be read, tables without boxes."""
        document = self.text.document()
        block = document.begin()
        while block.isValid():
            cursor = QTextCursor(block)
            cursor.select(QTextCursor.SelectionType.BlockUnderCursor)
            level = block.blockFormat().headingLevel()
            kind = QTextBlockFormat()
            kind.setLineHeight(120, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
            kind.setTopMargin(look.larger(16 if level else 0))
            kind.setBottomMargin(look.larger(4))
            QTextCursor(block).mergeBlockFormat(kind)
            if level in _HEADINGS:
                letters = cursor.charFormat()
                letters.setFont(look.font(_HEADINGS[level], QFont.Weight.DemiBold))
                letters.clearProperty(letters.Property.FontSizeAdjustment)
                cursor.setCharFormat(letters)
            block = block.next()
        for frame in document.rootFrame().childFrames():
            if isinstance(frame, QTextTable):
                form = frame.format()
                form.setBorder(0)
                form.setCellPadding(look.larger(3))
                form.setCellSpacing(0)
                frame.setFormat(form)

    def take_keyboard(self) -> None:
        """The keyboard goes to the topics."""
        self.topics.setFocus(Qt.FocusReason.OtherFocusReason)
