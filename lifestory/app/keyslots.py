"""Who can open a store: its key slots."""

from __future__ import annotations

from uuid import UUID

from lifestory.app.open_store import Store
from lifestory.store.folder import StoreFolder
from lifestory.store.keyslots import KeySlot, SlotKind, unlock
from lifestory.store.troubles import NoSuchSlot, WrongPassphrase

__all__ = [
    "KeySlot", "add_passphrase_slot", "add_recipient_slot", "change_passphrase", "key_slots",
    "remove_slot", "replace_forgotten",
]  # fmt: skip


def key_slots(store: Store) -> tuple[KeySlot, ...]:
    """Every slot: a passphrase for each person, the recovery phrase, public keys."""
    return store.vault.slots.list()


def add_passphrase_slot(store: Store, label: str, passphrase: str) -> KeySlot:
    """A slot for one more person. Raises NoPassphrase."""
    return store.vault.slots.add_passphrase(label, passphrase)


def add_recipient_slot(store: Store, label: str, recipient: str) -> KeySlot:
    """A slot for a public key (age1...), e.g. the council's. Raises NotARecipient."""
    return store.vault.slots.add_recipient(label, recipient)


def remove_slot(store: Store, slot: str) -> None:
    """Take away the slot with that id. Raises NoSuchSlot, LastSlot."""
    try:
        key = UUID(slot)
    except ValueError:
        raise NoSuchSlot from None
    store.vault.slots.remove(key)


def change_passphrase(store: Store, passphrase: str, now: str | None = None) -> None:
    """A new passphrase for the slot that opened the store. `now` is the one it has, asked of
    whoever sits at an open window: it may be somebody else. Raises NoPassphrase, NoSuchSlot, and
    WrongPassphrase when `now` does not open this slot."""
    if now is not None:
        _, opened = unlock(StoreFolder(store.folder).keys, now)
        mine = store.vault.slots.opened
        if opened.kind is SlotKind.PASSPHRASE is mine.kind and opened.id != mine.id:
            raise WrongPassphrase
    store.vault.slots.change_passphrase(passphrase)


def replace_forgotten(store: Store, passphrase: str) -> None:
    """A new passphrase for whoever opened the store with its recovery phrase. Where several people
    have one and nobody can tell whose is forgotten, it is added to theirs. Raises NoPassphrase."""
    try:
        store.vault.slots.change_passphrase(passphrase)
    except NoSuchSlot:
        store.vault.slots.add_passphrase("", passphrase)
