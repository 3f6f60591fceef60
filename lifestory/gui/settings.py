"""What the window remembers between days: where it stood, how large its text is, after how many
idle minutes it locks, how often it backs up, and which folders hold stores.

Never anything about a child: not a name, not which child was open.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings

from lifestory.gui.idle import DEFAULT, OFFERED
from lifestory.gui.look import TEXT_SIZES

MOST = 8
BACKUP_HOURS = (0, 1, 24, 7 * 24)
"""Never, every hour, every day, every week."""
USUAL_BACKUP = 24


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

    def backup_hours(self) -> int:
        """After how many hours a backup is made by itself; 0 for never."""
        return self._number("backup-hours", USUAL_BACKUP, BACKUP_HOURS)

    def remember_backup_hours(self, hours: int) -> None:
        """One shall be made after so many."""
        self._kept.setValue("backup-hours", hours)

    def backs_up_on_closing(self) -> bool:
        """Whether one is made when the window is closed."""
        return self._number("backup-on-closing", 1, (0, 1)) == 1

    def remember_backup_on_closing(self, *, wanted: bool) -> None:
        """One shall be made then, or not."""
        self._kept.setValue("backup-on-closing", int(wanted))

    def _number(self, name: str, usual: int, offered: tuple[int, ...]) -> int:
        try:
            found = int(str(self._kept.value(name, usual)))
        except ValueError:
            return usual
        return found if found in offered else usual
