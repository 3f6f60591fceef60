"""What one change gathers while it is being made; nothing is written before it ends."""

from __future__ import annotations

from uuid import UUID

from lifestory.domain.records import Record, Records
from lifestory.store.lines import Difference
from lifestory.store.originals import KeptFile
from lifestory.store.troubles import AlreadyThere, ChangedSince


class Change:
    """Given by `OpenCase.change`. Records are as they will be once it ends."""

    def __init__(self, records: Records) -> None:
        self._records = records
        self._after: dict[UUID, Record | None] = {}
        self.kept: list[KeptFile] = []
        """Files whose rows are written together with the records."""

    def add(self, record: Record) -> None:
        """A record that was not there. Raises AlreadyThere."""
        if self._now(record.id) is not None:
            raise AlreadyThere
        self._after[record.id] = record

    def replace(self, before: Record, after: Record) -> None:
        """The same record, changed. Raises ChangedSince when it is no longer as `before`."""
        assert (before.id, before.kind) == (after.id, after.kind), "a record keeps its id and kind"
        if self._now(before.id) != before:
            raise ChangedSince
        self._after[before.id] = after

    def remove(self, record: Record) -> None:
        """A record that goes. Raises ChangedSince when it is no longer like this."""
        if self._now(record.id) != record:
            raise ChangedSince
        self._after[record.id] = None

    def keep(self, kept: KeptFile) -> None:
        """The file of an original becomes part of the case, in the same transaction.

        Add the Original record with the same id in the same change.
        """
        self.kept.append(kept)

    def differences(self) -> list[Difference]:
        """What is to be written, in the order in which it was first touched."""
        pairs = ((self._records.get(key), after) for key, after in self._after.items())
        return [Difference(before, after) for before, after in pairs if before != after]

    def _now(self, key: UUID) -> Record | None:
        return self._after[key] if key in self._after else self._records.get(key)
