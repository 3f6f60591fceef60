"""What every record has, and the case in memory: all its records, found by kind and id."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Annotated, ClassVar, TypeVar
from uuid import UUID, uuid4

Json = dict[str, object]


@dataclass(frozen=True, kw_only=True)
class Keeping:
    """A value that carries along the fields it does not know, so that none is lost on the way."""

    extra: Annotated[Json, "Fields this version does not know; kept and written back."] = field(
        default_factory=dict, hash=False, repr=False
    )


@dataclass(frozen=True, kw_only=True)
class Record(Keeping):
    """One thing that is true in a case. Frozen: a change is a new record with the same id."""

    kind: ClassVar[str] = ""

    id: Annotated[UUID, "Never changes, never used again."] = field(default_factory=uuid4)
    about: Annotated[frozenset[UUID], "The children (of this case) whom this is about."] = (
        frozenset()
    )


R = TypeVar("R", bound=Record)


class Records(Mapping[UUID, Record]):
    """Every record of a case, as it stands. Never changed in place: `with_changes` makes anew."""

    def __init__(self, records: Iterable[Record] = ()) -> None:
        self._by_id = {record.id: record for record in records}
        self._by_kind: dict[str, tuple[Record, ...]] = {}

    def __getitem__(self, key: UUID) -> Record:
        return self._by_id[key]

    def __iter__(self) -> Iterator[UUID]:
        return iter(self._by_id)

    def __len__(self) -> int:
        return len(self._by_id)

    def of(self, kind: type[R]) -> tuple[R, ...]:
        """All records of one kind, in the order in which they were first written."""
        if kind.kind not in self._by_kind:
            self._by_kind[kind.kind] = tuple(
                record for record in self._by_id.values() if isinstance(record, kind)
            )
        return self._by_kind[kind.kind]  # type: ignore[return-value]

    def find(self, kind: type[R], key: UUID | None) -> R | None:
        """The record of that kind with that id, or None."""
        record = self._by_id.get(key) if key else None
        return record if isinstance(record, kind) else None

    def with_changes(self, changed: Iterable[Record], gone: Iterable[UUID] = ()) -> Records:
        """These records with some replaced or added and some gone."""
        by_id = dict(self._by_id)
        by_id.update((record.id, record) for record in changed)
        for key in gone:
            by_id.pop(key, None)
        return Records(by_id.values())
