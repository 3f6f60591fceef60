"""Who can open a store: its key slots."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

from lifestory.app.council_keys import MistakenKeys, council_keys
from lifestory.app.open_store import Store
from lifestory.domain.errors import LifestoryError
from lifestory.sealing.recovery import new_phrase
from lifestory.sealing.streams import Identity, NotAnIdentity, read_identity
from lifestory.store.checking import CheckLine
from lifestory.store.folder import StoreFolder
from lifestory.store.keyslots import Holder, KeySlot, SlotKind, missing_holders, unlock
from lifestory.store.troubles import NoSuchSlot, WrongPassphrase

__all__ = [
    "KeepsPolicy", "KeySlot", "Opener", "SlotKind", "Tried", "add_passphrase_slot",
    "add_recipient_slot", "add_recovery_slot", "change_passphrase", "check_council_keys",
    "council_slots", "key_in_file", "key_slots", "missing_council_keys", "new_phrase",
    "remove_slot", "replace_forgotten", "replace_recovery", "slot_opened_by", "try_slot",
]  # fmt: skip

Opener = str | Identity
"""A passphrase, a recovery phrase, or the secret key of a recipient."""
_MOST_KEY_BYTES = 64 * 1024


class KeepsPolicy(LifestoryError):
    """A slot that the council set as a rule for every store."""

    message = "Your council has set that key for every store, so it stays."
    remedy = "Nothing has been changed. Ask whoever looks after Lifestory for you."


@dataclass(frozen=True, slots=True)
class Tried:
    """What a slot was found to be when it was tried from outside: whose it is stands inside."""

    slot: UUID
    kind: SlotKind


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
    """Take away the slot with that id. The key of the store stays the same: an old copy of the
    folder still opens with what opened it. Raises NoSuchSlot, LastSlot, KeepsPolicy."""
    key = _id_of(slot)
    if key in council_slots(store):
        raise KeepsPolicy
    store.vault.slots.remove(key)


def missing_council_keys(store: Store) -> tuple[Holder, ...]:
    """Those who should be able to open this store, and for whom it has no slot. Raises
    MistakenKeys."""
    return missing_holders(key_slots(store), council_keys())


def check_council_keys(store: Store) -> Iterator[CheckLine]:
    """A line when the council has set keys for every store: does this one have their slots? That
    the council still has the secret halves, only they can try."""
    what = "keys that the council has set"
    try:
        if council_keys():
            missing = ", ".join(f"no slot for {one.label}" for one in missing_council_keys(store))
            yield CheckLine(what, not missing, missing)
    except MistakenKeys as mistake:
        yield CheckLine(what, ok=False, detail=mistake.message)


def council_slots(store: Store) -> set[UUID]:
    """The slots that stay, for the council has set them. Raises MistakenKeys."""
    theirs = {one.recipient for one in council_keys()}
    return {one.id for one in key_slots(store) if one.recipient in theirs}


def add_recovery_slot(store: Store, phrase: str) -> KeySlot:
    """A slot for a `new_phrase`. The one before opens the store until its slot is removed."""
    return store.vault.slots.add_recovery(phrase)


def replace_recovery(store: Store, phrase: str) -> None:
    """From now on this `new_phrase`, which is on paper already, opens the store, and none that was
    made before."""
    before = [one for one in key_slots(store) if one.kind is SlotKind.RECOVERY]
    store.vault.slots.add_recovery(phrase)
    for one in before:
        store.vault.slots.remove(one.id)


def slot_opened_by(store: Store, opener: Opener) -> KeySlot:
    """Which slot of an open store a passphrase, a recovery phrase or a key opens; nothing is
    changed. Raises WrongPassphrase, WrongKey, DamagedSlot."""
    return store.vault.slots.which(opener)


def try_slot(folder: Path, opener: Opener, slot: str = "") -> Tried:
    """Which slot of the store in `folder` this opens, or whether it opens that one; the store is
    not opened and nothing is changed. Raises NotAStore, NoSuchSlot, WrongPassphrase, WrongKey,
    DamagedSlot, DamagedStore."""
    place = StoreFolder(folder)
    place.expect_store()
    _, one = unlock(place.keys, opener, _id_of(slot) if slot else None)
    return Tried(one.id, one.kind)


def key_in_file(file: Path) -> Identity:
    """The secret key in a file as age-keygen writes it. Raises NotAnIdentity."""
    try:
        with file.open("rb") as opened:
            return read_identity(opened.read(_MOST_KEY_BYTES).decode("utf-8-sig"))
    except (OSError, UnicodeDecodeError):
        raise NotAnIdentity from None


def _id_of(slot: str) -> UUID:
    try:
        return UUID(slot)
    except ValueError:
        raise NoSuchSlot from None


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
