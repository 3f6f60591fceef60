"""Key slots: the store's random key, wrapped once for each way to open it.

Each slot is an age file in keys/, named by its sort and a random id. Whose it is stands in the
database, for a name must not lie about in a folder. Removing a slot does not change the key:
someone who kept both an old copy of the folder and the passphrase can still open that copy.

A slot is written whole under another name and then renamed, so that a change cut off anywhere
leaves the old one or the new one. What is replaced is tried first: the new must open.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from uuid import UUID, uuid4

from sqlalchemy import delete, select
from sqlalchemy.dialects.sqlite import insert

from lifestory.sealing import passphrase as wrapping
from lifestory.sealing.recovery import is_phrase, normalise
from lifestory.sealing.streams import Identity, WrongKey, check_recipient, seal, unseal
from lifestory.sealing.troubles import Damaged
from lifestory.store.database import KEY_BYTES, Database
from lifestory.store.system import PART, sync_folder, write_file
from lifestory.store.tables import meta, slot
from lifestory.store.troubles import (
    DamagedSlot,
    DamagedStore,
    LastSlot,
    NoPassphrase,
    NoSuchSlot,
    WrongPassphrase,
    explained,
)


class SlotKind(StrEnum):
    """How a slot is opened."""

    PASSPHRASE = "passphrase"  # noqa: S105 - the sort of a slot
    RECOVERY = "recovery"
    RECIPIENT = "recipient"


@dataclass(frozen=True, slots=True)
class SlotFile:
    """A slot as it lies in the folder."""

    kind: SlotKind
    id: UUID

    @property
    def name(self) -> str:
        """E.g. passphrase-0b5c….age."""
        return f"{self.kind}-{self.id.hex}.age"


@dataclass(frozen=True, slots=True)
class KeySlot:
    """One way to open the store, and whose it is."""

    id: UUID
    kind: SlotKind
    label: str
    recipient: str = ""
    """Of a public key: age1..., where it was noted. The slot itself does not tell whose it is."""


@dataclass(frozen=True, slots=True)
class Holder:
    """Someone with a public key, such as a council's records team."""

    label: str
    recipient: str


RECOVERY_LABEL = "Recovery phrase"
_OF = "recipient: "
"""What stands before a slot's id where its public key is noted."""


def slot_files(folder: Path) -> Iterator[SlotFile]:
    """Every slot of a store's keys folder."""
    for path in sorted(folder.glob("*.age")):
        kind, _, rest = path.stem.partition("-")
        if kind in set(SlotKind) and len(rest) == 32:
            yield SlotFile(SlotKind(kind), UUID(rest))


def clear_unfinished(folder: Path) -> None:
    """Removes what a slot was being written to when the program was killed."""
    with explained():
        for left in folder.glob(f"*.age{PART}"):
            left.unlink(missing_ok=True)


def write_slot(folder: Path, one: SlotFile, key: bytes, opener: str, work_factor: int) -> None:
    """Wraps the store's key for a passphrase, a recovery phrase or a recipient."""
    if one.kind is SlotKind.RECIPIENT:
        sealed = seal(key, [opener])
    else:
        typed = normalise(opener) if one.kind is SlotKind.RECOVERY else opener
        if not typed.strip():
            raise NoPassphrase
        sealed = wrapping.wrap(key, typed, work_factor=work_factor)
        if (folder / one.name).exists() and wrapping.unwrap(sealed, typed) != key:
            raise DamagedSlot
    with explained():
        write_file(folder / one.name, sealed)


def unlock(
    folder: Path, opener: str | Identity, only: UUID | None = None
) -> tuple[bytes, SlotFile]:
    """The store's key and the slot that gave it; with `only`, no other slot is tried.

    `opener` is a passphrase, the recovery phrase or the secret key of a recipient. Raises
    WrongPassphrase, WrongKey, DamagedSlot, NoSuchSlot, DamagedStore (when there is no slot at all).
    """
    slots, damaged = list(slot_files(folder)), False
    if not slots:
        raise DamagedStore
    if only is not None:
        slots = [one for one in slots if one.id == only]
        if not slots:
            raise NoSuchSlot
    for one in _worth_trying(slots, opener):
        try:
            with explained():
                key = _opened((folder / one.name).read_bytes(), one.kind, opener)
        except (wrapping.WrongPassphrase, WrongKey):
            continue
        except Damaged:
            damaged = True
            continue
        if len(key) == KEY_BYTES:
            return key, one
        damaged = True
    if damaged:
        raise DamagedSlot
    raise WrongKey if isinstance(opener, Identity) else WrongPassphrase


def _worth_trying(slots: list[SlotFile], opener: str | Identity) -> list[SlotFile]:
    """Each try of a passphrase takes a second, so the likeliest come first."""
    if isinstance(opener, Identity):
        return [one for one in slots if one.kind is SlotKind.RECIPIENT]
    passphrases = [one for one in slots if one.kind is SlotKind.PASSPHRASE]
    if not is_phrase(opener):
        return passphrases
    return [one for one in slots if one.kind is SlotKind.RECOVERY] + passphrases


def _opened(sealed: bytes, kind: SlotKind, opener: str | Identity) -> bytes:
    if isinstance(opener, Identity):
        return unseal(sealed, opener)
    typed = normalise(opener) if kind is SlotKind.RECOVERY else opener
    return wrapping.unwrap(sealed, typed)


class KeySlots:
    """The slots of an open store."""

    def __init__(
        self, database: Database, folder: Path, key: bytes, opened: SlotFile, work_factor: int
    ) -> None:
        """`opened` is the slot that opened the store."""
        self._database = database
        self._folder = folder
        self._key = bytearray(key)
        self._opened = opened
        self._work_factor = work_factor

    def list(self) -> tuple[KeySlot, ...]:
        """Every slot with its label. The files are what counts; a row is only a name."""
        with self._database.reading() as connection:
            labels = dict(connection.execute(select(slot.c.id, slot.c.label)).all())
            noted = select(meta.c.name, meta.c.value).where(meta.c.name.startswith(_OF))
            recipients = dict(connection.execute(noted).all())
        return tuple(
            KeySlot(one.id, one.kind, labels.get(one.id, ""), recipients.get(_noted_as(one), ""))
            for one in slot_files(self._folder)
        )

    @property
    def opened(self) -> KeySlot:
        """The slot that opened the store."""
        return next(one for one in self.list() if one.id == self._opened.id)

    def add_passphrase(self, label: str, passphrase: str) -> KeySlot:
        """A slot for one more person. Raises NoPassphrase."""
        return self._add(SlotKind.PASSPHRASE, label, passphrase)

    def add_recipient(self, label: str, recipient: str) -> KeySlot:
        """A slot for a public key, e.g. the council's. Raises NotARecipient."""
        return self._add(SlotKind.RECIPIENT, label, check_recipient(recipient))

    def add_recovery(self, phrase: str) -> KeySlot:
        """A slot for a new recovery phrase, which has to be on paper. The one before stays until it
        is removed."""
        assert is_phrase(phrase)
        return self._add(SlotKind.RECOVERY, RECOVERY_LABEL, phrase)

    def which(self, opener: str | Identity) -> KeySlot:
        """The slot that this opens; nothing is changed. Raises as `unlock` does, and DamagedSlot
        where a slot opens and does not hold the key of this store."""
        key, one = unlock(self._folder, opener)
        if key != self._key:
            raise DamagedSlot
        return next(slot for slot in self.list() if slot.id == one.id)

    def forget(self) -> None:
        """The store is closed: the key is written over."""
        self._key[:] = bytes(len(self._key))

    def remove(self, key: UUID) -> None:
        """Takes a slot away. Raises NoSuchSlot, LastSlot."""
        one = self._file(key)
        typed = [each for each in slot_files(self._folder) if each.kind is not SlotKind.RECIPIENT]
        if typed == [one]:
            raise LastSlot
        with explained():
            (self._folder / one.name).unlink()
            sync_folder(self._folder)
        with self._database.writing() as connection:
            connection.execute(delete(slot).where(slot.c.id == key))
            connection.execute(delete(meta).where(meta.c.name == _noted_as(one)))

    def change_passphrase(self, passphrase: str) -> None:
        """A new passphrase for the slot that opened the store; the old one is gone.

        After opening with a recovery phrase or a key it is for the one passphrase slot there is.
        Raises NoPassphrase, NoSuchSlot (when there are several, or none).
        """
        one = self._file(self._opened.id)
        if one.kind is not SlotKind.PASSPHRASE:
            kind = SlotKind.PASSPHRASE
            choices = [each for each in slot_files(self._folder) if each.kind is kind]
            if len(choices) != 1:
                raise NoSuchSlot(
                    "It is not clear whose passphrase is to be changed.",
                    "Add a new passphrase, then remove the one that was forgotten.",
                )
            one = choices[0]
        write_slot(self._folder, one, bytes(self._key), passphrase, self._work_factor)

    def _add(self, kind: SlotKind, label: str, opener: str) -> KeySlot:
        one = SlotFile(kind, uuid4())
        recipient = opener if kind is SlotKind.RECIPIENT else ""
        # The label first: a crash in between leaves a name without a slot, not the other way.
        label_slot(self._database, one, label, recipient)
        write_slot(self._folder, one, bytes(self._key), opener, self._work_factor)
        return KeySlot(one.id, kind, label, recipient)

    def _file(self, key: UUID) -> SlotFile:
        found = next((one for one in slot_files(self._folder) if one.id == key), None)
        if found is None:
            raise NoSuchSlot
        return found


def label_slot(database: Database, one: SlotFile, label: str, recipient: str = "") -> None:
    """Notes whose a slot is, and for which public key."""
    with database.writing() as connection:
        row = insert(slot).values(id=one.id, label=label)
        connection.execute(row.on_conflict_do_update(set_={"label": label}))
        if recipient:
            connection.execute(insert(meta).values(name=_noted_as(one), value=recipient))


def missing_holders(slots: Sequence[KeySlot], holders: Sequence[Holder]) -> tuple[Holder, ...]:
    """Those of `holders` for whose public key there is no slot that is known to be theirs."""
    there = {one.recipient for one in slots}
    return tuple(one for one in holders if one.recipient not in there)


def _noted_as(one: SlotFile) -> str:
    return f"{_OF}{one.id.hex}"
