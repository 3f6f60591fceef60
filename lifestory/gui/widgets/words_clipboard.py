"""Words on the clipboard: ours with their chips, and everyone else's brought down to just words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QClipboard, QGuiApplication, QTextCursor, QTextDocument

from lifestory.app.pasting import SLICE, slices_of_html, words_of_html, words_of_text
from lifestory.app.words import Words, plain, read, tidy, write
from lifestory.gui.models.mentions import Names
from lifestory.gui.widgets import document

OURS = "application/x-lifestory-words"
"""What we put on the clipboard beside plain words, so that chips stay chips."""


def copied(chosen: QTextCursor, names: Names, *, single: bool = False) -> QMimeData:
    """What is chosen, as words with chips and as plain words."""
    apart = QTextDocument()
    QTextCursor(apart).insertFragment(chosen.selection())
    words = document.words_in(apart, plain=single)
    data = QMimeData()
    data.setText(plain(tidy(words), {target: one.called for target, one in names.items()}))
    data.setData(OURS, write(words).encode())
    return data


def has_words(source: QMimeData) -> bool:
    """True where there is something one can paste among words."""
    return source.hasFormat(OURS) or source.hasHtml() or source.hasText()


def words_from(source: QMimeData) -> Iterator[Words]:
    """The words of the clipboard, in slices where they are many. Files and pictures have none."""
    if source.hasFormat(OURS):
        return iter((read(bytes(source.data(OURS).data()).decode(errors="replace")),))
    if source.hasHtml():
        html = source.html()
        return slices_of_html(html) if len(html) > SLICE else iter((words_of_html(html),))
    if source.hasUrls():
        return iter(())
    return _sliced(words_of_text(source.text()))


def _sliced(words: Words, most: int = 40) -> Iterator[Words]:
    return (words[at : at + most] for at in range(0, len(words), most))


def together(slices: Iterable[Words]) -> Words:
    """The words of all slices."""
    return tidy(paragraph for words in slices for paragraph in words)


def take_back() -> None:
    """Leave nothing of ours on the clipboard, from whatever field: the store is hidden, or the
    program ends. What another program put there stays.

    At the end it is a must: Qt lets go of the clipboard after Python has gone, and falls over
    what Python made (6.11).
    """
    clipboard = QGuiApplication.clipboard()
    for mode in (QClipboard.Mode.Clipboard, QClipboard.Mode.Selection):
        held = clipboard.mimeData(mode)
        if _owns(clipboard, mode) or (held is not None and held.hasFormat(OURS)):
            clipboard.clear(mode)


def _owns(clipboard: QClipboard, mode: QClipboard.Mode) -> bool:
    if mode is QClipboard.Mode.Selection:
        return clipboard.ownsSelection()
    return clipboard.ownsClipboard()
