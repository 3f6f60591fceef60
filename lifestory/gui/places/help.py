"""Help: what to do first, which keys there are, what is kept where, and what to do when …"""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut

from lifestory.gui.widgets import parts
from lifestory.gui.widgets.help_pages import HelpPages
from lifestory.gui.widgets.place import Place


class Help(Place):
    """`left` when one goes back to the work."""

    left = Signal()

    def __init__(self) -> None:
        super().__init__(self.tr("Help"))
        back = parts.button(self.tr("Back"), "arrow-left")
        back.clicked.connect(self.left)
        self.bar.addWidget(back)
        self.pages = HelpPages()
        self.work.addWidget(self.pages, 1)
        self.starts_at = self.pages.topics
        context = Qt.ShortcutContext.WidgetWithChildrenShortcut
        QShortcut(QKeySequence(Qt.Key.Key_Escape), self, self.left.emit, context=context)
