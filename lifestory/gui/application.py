"""Where the window begins: the application, what it wears, and the way our mistakes are told."""

from __future__ import annotations

import gc
import sys
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QLoggingCategory, Qt
from PySide6.QtWidgets import QApplication, QMessageBox

from lifestory.app.mistakes import note_mistake
from lifestory.domain.errors import LifestoryError
from lifestory.gui import look
from lifestory.gui.jobs import OurMistake
from lifestory.gui.settings import Settings
from lifestory.gui.tidying import Tidying
from lifestory.gui.window import TITLE, Window


def prepare(application: QApplication) -> None:
    """Dress the application as the system asks, and again whenever it asks for something else."""
    application.setApplicationName(TITLE)
    application.setOrganizationName(TITLE)
    look.load_fonts()
    look.wear(application, look.system_scheme())
    hints = application.styleHints()
    hints.colorSchemeChanged.connect(lambda _: look.wear(application, look.system_scheme()))
    hints.accessibility().contrastPreferenceChanged.connect(
        lambda _: look.wear(application, look.system_scheme())
    )
    # A full collection took 50 ms for what was only loaded, in the middle of a keystroke; what
    # stays for good need not be looked through.
    gc.freeze()
    Tidying(application)


def start(store_folder: Path | None = None) -> int:
    """Open the window, on the store in this folder if one is named, until it is closed; returns
    the exit status, which is 2 where a file of resources/ has a mistake: it is told."""
    # A desktop writes what Qt warns of to a log of its own, and it may name a file.
    QLoggingCategory.setFilterRules("*.debug=false\n*.info=false\n*.warning=false")
    existing = QApplication.instance()
    application = existing if isinstance(existing, QApplication) else QApplication(sys.argv[:1])
    prepare(application)
    settings = Settings()
    look.set_text_percent(application, settings.text_percent())
    try:
        with look.undressed(application):
            window = Window(settings, store_folder)
    except LifestoryError as trouble:
        return _closed_by(application, trouble)
    if geometry := settings.geometry():
        window.restoreGeometry(geometry)
    _tell_mistakes(window)
    window.show()
    return application.exec()


def _closed_by(application: QApplication, trouble: LifestoryError) -> int:
    """Tell a known trouble that lets no window open, there being none to tell it in."""
    box = QMessageBox(QMessageBox.Icon.Warning, TITLE, trouble.message)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setInformativeText(trouble.remedy)
    box.open()
    application.exec()
    return 2


def _tell_mistakes(window: Window) -> None:
    """An exception in a slot is ours: noted without what it was about, apologised for."""

    def tell(
        _kind: type[BaseException], mistake: BaseException, _trace: TracebackType | None
    ) -> None:
        note_mistake(mistake)
        window.tell_trouble(OurMistake())

    sys.excepthook = tell
