"""Garbage that belongs to Qt is never destroyed in a worker's thread."""

from __future__ import annotations

import subprocess
import sys

PROGRAM = """
import gc, threading
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from lifestory.gui.tidying import Tidying, tidy

application = QApplication([])
gc.set_threshold(50, 2, 2)
Tidying(application)

class Dialog(QWidget):
    def __init__(self):
        super().__init__()
        self.itself = self  # garbage only a collector finds
        self.menu = QMenu(self)

def work():
    kept = []
    for number in range(20_000):
        kept.append([number])

for _ in range(30):
    Dialog()
    worker = threading.Thread(target=work)
    worker.start()
    worker.join()
assert len(application.allWidgets()) >= 30, "no worker destroyed a widget"
for _ in range(5):
    tidy()
gc.collect()
assert not application.allWidgets(), "and yet they go"
"""


def test_a_worker_that_asks_for_memory_destroys_no_dialog() -> None:
    told = subprocess.run(
        [sys.executable, "-X", "faulthandler", "-c", PROGRAM],
        capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip
    assert told.returncode == 0, told.stderr
