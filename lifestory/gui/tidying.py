"""Garbage is collected in the window's thread alone.

Python collects in whichever thread happens to ask for memory. When a worker did so and a closed
dialog lay in the garbage, Qt was made to destroy it in that thread, and the whole program fell:
tried with 6.11, a widget, a menu and a text document do it each time. So the collector of Python
is switched off, and what is due is collected here, a few times a second.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

_EVERY = 100
"""Milliseconds: short enough that what the workers leave behind in between is soon gone through."""


class Tidying(QObject):
    """Collects for as long as its owner lives; Python's own collector stays off for good, since
    what belongs to Qt may be left over then as well."""

    def __init__(self, owner: QObject) -> None:
        super().__init__(owner)
        gc.disable()
        watch = QTimer(self, interval=_EVERY)
        watch.timeout.connect(tidy)
        watch.start()


def tidy() -> None:
    """Collect the oldest generation that is due by Python's own measure, if any is."""
    counts = zip(gc.get_count(), gc.get_threshold(), strict=True)
    due = [generation for generation, (count, most) in enumerate(counts) if count > most]
    if due:
        gc.collect(due[-1])
