"""What the window remembers between days: where it stood, how large its text is, after how many
idle minutes it locks, and which folders hold stores.

Never anything about a child: not a name, not which child was open.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings

from lifestory.gui.idle import DEFAULT, OFFERED
from lifestory.gui.look import TEXT_SIZES

MOST = 8


class Settings:
    """A few things, in the system's own place for them."""

    def __init__(self, kept: QSettings | None = None) -> None:
        self._kept = kept or QSettings("Lifestory", "Lifestory")

    def stores(self) -> list[Path]:
        """The folders of stores that were opened, the last one first."""
        value = self._kept.value("stores", [])
        names = [value] if isinstance(value, str) else list(value or [])  # type: ignore[call-overload]
        return [Path(str(name)) for name in names]

    def remember_store(self, folder: Path) -> None:
        """The store in this folder has been opened."""
        others = [one for one in self.stores() if one != folder]
        self._kept.setValue("stores", [str(one) for one in [folder, *others][:MOST]])

    def geometry(self) -> QByteArray:
        """How the window stood; empty the first time."""
        value = self._kept.value("geometry")
        return value if isinstance(value, QByteArray) else QByteArray()

    def remember_geometry(self, geometry: QByteArray) -> None:
        """How the window stands now."""
        self._kept.setValue("geometry", geometry)

    def idle_minutes(self) -> int:
        """After how many minutes without a key or a movement it locks."""
        return self._number("idle-minutes", DEFAULT, OFFERED)

    def remember_idle_minutes(self, minutes: int) -> None:
        """It shall lock after so many."""
        self._kept.setValue("idle-minutes", minutes)

    def text_percent(self) -> int:
        """How large text is, of the system's size."""
        return self._number("text-percent", TEXT_SIZES[0], TEXT_SIZES)

    def remember_text_percent(self, percent: int) -> None:
        """Text shall be so large."""
        self._kept.setValue("text-percent", percent)

    def _number(self, name: str, usual: int, offered: tuple[int, ...]) -> int:
        try:
            found = int(str(self._kept.value(name, usual)))
        except ValueError:
            return usual
        return found if found in offered else usual
