"""Making a store, opening it, and what goes with it while it is open."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType

from lifestory.app.council_keys import council_keys
from lifestory.app.writing import refuse_inside_store
from lifestory.domain.errors import LifestoryError
from lifestory.photos.workers import Workers
from lifestory.store.folder import StoreFolder
from lifestory.store.keyslots import Holder
from lifestory.store.troubles import DamagedSlot, DamagedStore
from lifestory.store.vault import Vault

__all__ = [
    "DamagedSlot", "DamagedStore", "Store", "StoreVanished", "create_store", "open_store",
    "store_within",
]  # fmt: skip


class StoreVanished(LifestoryError):
    """The folder of an open store is no longer where it was: a drive was pulled out, or somebody
    moved it."""

    message = "The folder of the store is no longer there."
    remedy = (
        "Connect the drive, or move the folder back, and open the store again."
        " What was saved is in it; copy what you typed just now, to be safe."
    )


class Store:
    """An open store: its vault, and two photo workers that start when they are first needed.

    A context manager; closing it ends the workers and lets go of the folder.
    """

    def __init__(self, folder: Path, vault: Vault) -> None:
        self.folder = folder
        self.vault = vault
        self._workers: Workers | None = None
        self._starting = threading.Lock()

    @property
    def is_there(self) -> bool:
        """False once its folder has gone from where it was opened."""
        return StoreFolder(self.folder).marker.is_file()

    @property
    def workers(self) -> Workers:
        """The photo workers, started now if they are not running."""
        with self._starting:
            if self._workers is None:
                self._workers = Workers()
                self._workers.__enter__()
            return self._workers

    def close(self) -> None:
        """End the workers and close the vault; harmless a second time."""
        with self._starting:
            workers, self._workers = self._workers, None
        if workers is not None:
            workers.__exit__(None, None, None)
        self.vault.close()

    def __enter__(self) -> Store:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()


def create_store(
    folder: Path,
    passphrase: str,
    worker: str = "",
    *,
    work_factor: int | None = None,
    holders: Sequence[Holder] = (),
) -> tuple[Store, str]:
    """A new store in `folder`, open, and its recovery phrase, which is never shown again.

    Those whom `council_keys` names can open it with their keys, and so can `holders`.
    `work_factor` is scrypt's (log2 N) and stays as it is outside tests.
    Raises LifestoryError when the folder cannot be used or lies in another store; an existing store
    is left as it is.
    """
    refuse_inside_store(folder)
    vault, phrase = Vault.create(
        folder, passphrase, worker, work_factor=work_factor, holders=(*council_keys(), *holders)
    )
    return Store(folder, vault), phrase


def open_store(folder: Path, passphrase: str) -> Store:
    """The store in `folder`. A recovery phrase opens it too.

    Raises LifestoryError: wrong passphrase, no store, in use, newer, damaged.
    """
    return Store(folder, Vault.open(folder, passphrase))


def store_within(folder: Path) -> Path:
    """The store that someone means who names this folder: itself, or, for the folder of a demo,
    the one inside it."""
    inside = folder / "store"
    return inside if StoreFolder(inside).marker.is_file() else folder
