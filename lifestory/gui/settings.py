"""What the window remembers between days: where it stood, and which folders hold stores.

Never anything about a child: not a name, not which child was open.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings

MOST = 8


class Settings:
    """Two things, in the system's own place for them."""

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
