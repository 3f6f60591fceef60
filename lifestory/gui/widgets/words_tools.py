"""What one can do to the words beside typing them: strong, lists, naming somebody. Each tool shows
whether it holds where the cursor stands."""

from __future__ import annotations

from PySide6.QtWidgets import QPushButton, QWidget

from lifestory.app.words import BULLET
from lifestory.gui.widgets import parts
from lifestory.gui.widgets.flow import Flow
from lifestory.gui.widgets.words_edit import WordsEdit

STRONG_KEY, POINTS_KEY, NUMBERS_KEY = "Ctrl+B", "Ctrl+Shift+8", "Ctrl+Shift+7"


class WordsTools(QWidget):
    """The tools of one text, and at their left whatever `lead` is."""

    def __init__(self, text: WordsEdit, lead: QWidget) -> None:
        super().__init__()
        self._text = text
        self._row = Flow(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(4)
        self._row.leading.addWidget(lead)
        self.strong = self._tool(self.tr("Strong"), "bold", STRONG_KEY)
        self.points = self._tool(self.tr("List"), "list", POINTS_KEY)
        self.numbers = self._tool(self.tr("Numbers"), "list-ordered", NUMBERS_KEY)
        self.name = self._tool(self.tr("Name someone"), "users", "@")
        self.name.setCheckable(False)
        self.strong.clicked.connect(text.toggle_strong)
        self.points.clicked.connect(lambda: text.toggle_list(BULLET))
        self.numbers.clicked.connect(lambda: text.toggle_list("1."))
        self.name.clicked.connect(text.ask_for_name)
        for tool in (self.strong, self.points, self.numbers, self.name):
            # The tool one has pressed shows what holds, and writing goes on.
            tool.clicked.connect(self._show)
            tool.clicked.connect(text.setFocus)
        text.stands.connect(self._show)

    def set_read_only(self, *, only: bool) -> None:
        """Nothing can be done to words that are only looked at."""
        for tool in (self.strong, self.points, self.numbers, self.name):
            tool.setEnabled(not only)

    def _tool(self, word: str, icon: str, key: str) -> QPushButton:
        made = parts.button(word, icon, "quiet", "small")
        made.setToolTip(f"{word} ({key})")
        made.setAccessibleDescription(key)
        made.setCheckable(True)
        self._row.addWidget(made)
        return made

    def _show(self) -> None:
        bullet = self._text.bullet
        self.strong.setChecked(self._text.is_strong)
        self.points.setChecked(bullet == BULLET)
        self.numbers.setChecked(bullet not in ("", BULLET))
