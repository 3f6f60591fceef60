"""The vault: a store that is open, in this process alone."""

from __future__ import annotations

import secrets
from collections.abc import Collection, Sequence
from contextlib import ExitStack, suppress
from pathlib import Path
from types import TracebackType
from uuid import UUID, uuid4

from sqlalchemy import insert, select
from sqlalchemy.dialects.sqlite import insert as put

from lifestory.domain.errors import LifestoryError
from lifestory.domain.people import Case
from lifestory.domain.records import Record, Records
from lifestory.sealing import passphrase as wrapping
from lifestory.sealing.recovery import new_phrase
from lifestory.sealing.streams import Identity, new_identity, read_identity
from lifestory.store.cache import Cache
from lifestory.store.database import KEY_BYTES, Database, refuse_damage
from lifestory.store.folder import STORE, Marker, StoreFolder
from lifestory.store.journal import OpenCase
from lifestory.store.keyslots import (
    RECOVERY_LABEL,
    Holder,
    KeySlots,
    SlotFile,
    SlotKind,
    clear_unfinished,
    label_slot,
    unlock,
    write_slot,
)
from lifestory.store.lines import count_kinds, load_kinds
from lifestory.store.migrations import migrate
from lifestory.store.originals import Originals
from lifestory.store.scrubbing import Scrub
from lifestory.store.system import on_network_share, sync_folder, take_lock
from lifestory.store.tables import cases, meta
from lifestory.store.troubles import (
    AlreadyThere,
    DamagedStore,
    ErasureUnfinished,
    FolderNotEmpty,
    NetworkShare,
    NoPassphrase,
    explained,
)

UNNAMED = "worker 1"
"""Who the journal says it was, where nobody said whose passphrase it is."""
_NOTE = "note: "
"""What stands before the name of a note, so that none is ever taken for a key."""


class Vault:
    """An open store. A context manager; from any thread; one process a store."""

    folder: Path
    worker: str
    """The label of the slot that opened it: who the journal says it was."""
    slots: KeySlots
    originals: Originals
    cache: Cache
    scrub: Scrub
    database: Database
    """For the rooms of the store itself: backup and checks."""

    def __init__(self, root: Path, key: bytes, opened: SlotFile, closing: ExitStack) -> None:
        """Use `create` or `open`. `closing` holds the lock, and will close the rest."""
        place = StoreFolder(root)
        self.folder = root
        self.store_id = place.read_marker().store
        self.database = Database(place.database, key)
        closing.callback(self.database.close)
        migrate(self.database, place.snapshots)
        with self.database.reading() as connection:
            known = dict(connection.execute(select(meta.c.name, meta.c.value)).all())
        if not {"identity", "cache_key", "work_factor"} <= known.keys():
            raise DamagedStore
        self.originals = Originals(self.database, place.originals, read_identity(known["identity"]))
        with suppress(LifestoryError):  # the check says so; the store opens all the same
            self.originals.remove_unkept()
        self.cache = Cache(place.cache, bytes.fromhex(known["cache_key"]))
        closing.callback(self.cache.close)
        self.scrub = Scrub(self.database, self.originals, self.cache, place.snapshots)
        if self.scrub.is_due():
            with suppress(ErasureUnfinished):  # the check says so; the store opens all the same
                self.scrub.finish()
        factor = int(known["work_factor"])
        clear_unfinished(place.keys)
        self.slots = KeySlots(self.database, place.keys, key, opened, factor)
        closing.callback(self.slots.forget)
        self.worker = self.slots.opened.label or UNNAMED
        self._cases: dict[UUID, OpenCase] = {}
        self._closing = closing

    @classmethod
    def create(
        cls,
        folder: Path,
        passphrase: str,
        worker: str = "",
        *,
        work_factor: int | None = None,
        holders: Sequence[Holder] = (),
    ) -> tuple[Vault, str]:
        """A new store in a new or empty folder, and the recovery phrase, to be shown once. Those
        who hold a key, such as the council, can open it from the first day.

        Raises FolderNotEmpty, NoPassphrase, NotARecipient, NetworkShare, DiskFull, ReadOnlyFolder;
        then the folder is empty again.
        """
        place = StoreFolder(folder)
        if not passphrase.strip():
            raise NoPassphrase
        if on_network_share(folder):
            raise NetworkShare
        with explained():
            if not place.is_empty():
                raise FolderNotEmpty
        with ExitStack() as undoing:
            undoing.callback(place.clear)
            with explained():
                factor = wrapping.WORK_FACTOR if work_factor is None else work_factor
                phrase = _furnish(place, passphrase, worker, factor, holders)
            vault = cls.open(folder, passphrase)
            undoing.pop_all()
        return vault, phrase

    @classmethod
    def open(cls, folder: Path, passphrase: str | Identity) -> Vault:
        """Opens with the passphrase of any slot, the recovery phrase, or a recipient's key.

        Raises NotAStore, ThisIsABackup, NewerStore, NetworkShare, StoreInUse, ReadOnlyFolder,
        WrongPassphrase, DamagedSlot, DamagedStore; then nothing has been changed.
        """
        place = StoreFolder(folder)
        place.expect_store()
        if on_network_share(folder):
            raise NetworkShare
        with ExitStack() as closing, explained():
            closing.enter_context(take_lock(place.lock))
            key, opened = unlock(place.keys, passphrase)
            refuse_damage(place.database, key)
            vault = cls(folder, key, opened, closing)
            sync_folder(folder)  # the log's name is to stay: SQLite goes on where that fails
            vault._closing = closing.pop_all()
            return vault

    def case_ids(self) -> tuple[UUID, ...]:
        """Every case, in the order in which they were made."""
        with self.database.reading() as connection:
            wanted = select(cases.c.id).order_by(cases.c.position)
            return tuple(connection.execute(wanted).scalars())

    def new_case(self, reference: str, *, case_id: UUID | None = None) -> OpenCase:
        """A case with its Case record and nothing else. That it was made can't be undone.

        `case_id` is the id it had before, when it comes out of an archive. Raises AlreadyThere.
        """
        key = case_id or uuid4()
        with self.database.turn:
            if key in self.case_ids():
                raise AlreadyThere
            case = self._open_case(key)
            with case.change("New case") as change:
                change.add(Case(id=key, reference=reference))
            self._cases[key] = case
        return case

    def case(self, case_id: UUID) -> OpenCase:
        """The case with all its records; the same object for as long as the vault is open.

        Raises KeyError when there is none, BrokenRecord, DamagedStore.
        """
        with self.database.turn:
            if case_id not in self._cases:
                if case_id not in self.case_ids():
                    raise KeyError(case_id)
                self._cases[case_id] = self._open_case(case_id)
            return self._cases[case_id]

    def look_over(self, kinds: Collection[str]) -> dict[UUID, Records]:
        """The records of some kinds in every case, in the order of the cases; none is opened for
        it, so that a caseload of hundreds is seen at once. Raises BrokenRecord, DamagedStore."""
        found: dict[UUID, list[Record]] = {key: [] for key in self.case_ids()}
        with self.database.reading() as connection:
            for case, record in load_kinds(connection, kinds):
                found.setdefault(case, []).append(record)
        return {case: Records(records) for case, records in found.items()}

    def how_many(self, kinds: Collection[str]) -> dict[tuple[UUID, str], int]:
        """How many records of some kinds each case holds, by (case, kind); none where there is
        none, and what lies in the bin is not counted."""
        with self.database.reading() as connection:
            return {(case, kind): many for case, kind, many in count_kinds(connection, kinds)}

    def note(self, name: str, value: str) -> None:
        """Remembers a small thing about the store itself, sealed like everything in it."""
        row = put(meta).values(name=f"{_NOTE}{name}", value=value)
        with self.database.writing() as connection:
            connection.execute(row.on_conflict_do_update(set_={"value": value}))

    def noted(self, name: str) -> str:
        """What was remembered under that name; empty when nothing was."""
        with self.database.reading() as connection:
            wanted = select(meta.c.value).where(meta.c.name == f"{_NOTE}{name}")
            return connection.execute(wanted).scalar() or ""

    def _open_case(self, key: UUID) -> OpenCase:
        return OpenCase(key, self.database, self.originals, self.worker, self.scrub)

    def close(self) -> None:
        """Closes everything and lets go of the lock."""
        self._closing.close()

    def __enter__(self) -> Vault:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()


def _furnish(
    place: StoreFolder,
    passphrase: str,
    worker: str,
    work_factor: int,
    holders: Sequence[Holder],
) -> str:
    """Fills an empty folder; the marker comes last, so half a store is none."""
    for folder in (place.root, place.keys, place.originals):
        folder.mkdir(parents=True, exist_ok=True)
    key, phrase = secrets.token_bytes(KEY_BYTES), new_phrase()
    own = SlotFile(SlotKind.PASSPHRASE, uuid4())
    recovery = SlotFile(SlotKind.RECOVERY, uuid4())
    write_slot(place.keys, own, key, passphrase, work_factor)
    write_slot(place.keys, recovery, key, phrase, work_factor)
    theirs = [(SlotFile(SlotKind.RECIPIENT, uuid4()), one) for one in holders]
    for file, one in theirs:
        write_slot(place.keys, file, key, one.recipient, work_factor)
    database = Database(place.database, key)
    try:
        migrate(database, place.snapshots)
        with database.writing() as connection:
            known = {
                "identity": new_identity().secret,
                "cache_key": secrets.token_hex(KEY_BYTES),
                "work_factor": str(work_factor),
            }
            rows = [{"name": name, "value": value} for name, value in known.items()]
            connection.execute(insert(meta), rows)
        label_slot(database, own, worker.strip() or UNNAMED)
        label_slot(database, recovery, RECOVERY_LABEL)
        for file, one in theirs:
            label_slot(database, file, one.label, one.recipient)
    finally:
        database.close()
    place.write_marker(Marker(STORE, uuid4()))
    return phrase
