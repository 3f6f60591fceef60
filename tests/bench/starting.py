"""The window from cold: a new process until it stands there, painted."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from tests.bench.figures import Figure
from tests.bench.place import Place

_TRIES = 3
_START = """
import time
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
application = QApplication([])
def stands():
    for window in application.topLevelWidgets():
        window.repaint()
    print(time.time())
    application.quit()
QTimer.singleShot(0, stands)
from lifestory.__main__ import window
window()
"""


def measure(place: Place) -> Iterator[Figure]:
    """The best of a few tries; the first reads everything from the disk and compiles it."""
    tries = [_started(place.folder / "compiled") for _ in range(_TRIES)]
    yield Figure("window from cold", min(tries), 1.5, "s")


def _started(compiled: Path) -> float:
    """Python keeps there what it has compiled, as it does wherever it is installed; a shell that
    forbids it would have all our modules compiled at every start."""
    settings = {**os.environ, "PYTHONPYCACHEPREFIX": str(compiled)}
    settings.pop("PYTHONDONTWRITEBYTECODE", None)
    began = time.time()
    done = subprocess.run(
        [sys.executable, "-c", _START], capture_output=True, text=True, check=True, env=settings
    )
    return float(done.stdout) - began
