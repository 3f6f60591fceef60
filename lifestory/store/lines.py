"""Records and journal lines as rows: written in one transaction, read back as domain values."""

from __future__ import annotations

import json
import secrets
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from typing import Any
from uuid import UUID

from sqlalchemy import (
    Connection,
    Row,
    Select,
    bindparam,
    delete,
    func,
    insert,
    literal_column,
    select,
    update,
)

from lifestory.domain.changes import JournalLine, RecordChange
from lifestory.domain.codec import record_from_json, to_json
from lifestory.domain.records import Record
from lifestory.store.chain import SALT_BYTES, START, Heading, entry_digest, head_hash, line_hash
from lifestory.store.tables import entry, head, line, record

SOME_LINES = 200
"""Journal lines read at a time."""


@dataclass(frozen=True, slots=True)
class Difference:
    """A record before and after; None where it was not, or is no longer. Never both."""

    before: Record | None
    after: Record | None

    @property
    def record(self) -> Record:
        """The one that is there."""
        found = self.after or self.before
        assert found is not None
        return found


def load_records(connection: Connection, case: UUID) -> Iterator[Record]:
    """The records of a case in the order in which they were first written."""
    wanted = (
        select(record.c.kind, record.c.body)
        .where(record.c.case_id == case)
        .order_by(record.c.position)
    )
    for kind, body in connection.execute(wanted):
        yield record_from_json(kind, json.loads(body))


def load_kinds(connection: Connection, kinds: Collection[str]) -> Iterator[tuple[UUID, Record]]:
    """(case, record) for the records of some kinds in every case, as first written."""
    wanted = (
        select(record.c.case_id, record.c.kind, record.c.body)
        .where(record.c.kind.in_(kinds))
        .order_by(record.c.position)
    )
    for case, kind, body in connection.execute(wanted):
        yield case, record_from_json(kind, json.loads(body))


def count_kinds(connection: Connection, kinds: Collection[str]) -> Iterator[tuple[UUID, str, int]]:
    """(case, kind, how many) for some kinds in every case, without what lies in the bin."""
    wanted = (
        select(record.c.case_id, record.c.kind, func.count())
        .where(record.c.kind.in_(kinds), _NOT_BINNED)
        .group_by(record.c.kind, record.c.case_id)
    )
    return ((case, kind, many) for case, kind, many in connection.execute(wanted))


_NOT_BINNED = literal_column("coalesce(json_extract(body, '$.binned'), 0)") == literal_column("0")
"""To the letter as in the index of migration step 2: then no record is read to be counted."""


def differing_records(connection: Connection, case: UUID) -> list[UUID]:
    """The ids of records that are not what the journal says they last became."""
    now = select(record.c.id, record.c.body).where(record.c.case_id == case)
    became = (
        select(entry.c.record_id, entry.c.after)
        .where(entry.c.case_id == case)
        .order_by(entry.c.position)
    )
    last = dict(connection.execute(became).all())
    written = {key: body for key, body in last.items() if body is not None}
    there = dict(connection.execute(now).all())
    return sorted(
        key for key in written.keys() | there.keys() if written.get(key) != there.get(key)
    )


def write_differences(
    connection: Connection, heading: Heading, differences: Sequence[Difference]
) -> None:
    """Writes the records and their journal line. The trail only grows."""
    entries, added, replaced, gone = [], [], [], []
    for one in differences:
        before = _text(one.before) if one.before else None
        after = readable_text(one.after) if one.after else None
        kind, key = one.record.kind, one.record.id
        entries.append(new_entry(heading, kind, key, before, after))
        if before is None:
            added.append({"id": key, "case_id": heading.case, "kind": kind, "body": after})
        elif after is None:
            gone.append({"key": key})
        else:
            replaced.append({"key": key, "new": after})
    _each(connection, insert(record).values(version=1), added)
    _each(connection, _REPLACE, replaced)
    _each(connection, _REMOVE, gone)
    append_line(connection, heading, entries)


_REPLACE = (
    update(record)
    .where(record.c.id == bindparam("key"))
    .values(body=bindparam("new"), version=record.c.version + 1)
)
_REMOVE = delete(record).where(record.c.id == bindparam("key"))


def _each(connection: Connection, statement: Any, rows: list[dict[str, Any]]) -> None:
    if rows:
        connection.execute(statement, rows)


def _text(one: Record) -> str:
    return json.dumps(to_json(one), ensure_ascii=False, separators=(",", ":"))


def readable_text(one: Record) -> str:
    """What can't be read back is never written: one such record would shut the whole case.

    Raises BrokenRecord.
    """
    text = _text(one)
    record_from_json(one.kind, json.loads(text))
    return text


def new_entry(
    heading: Heading, kind: str, key: UUID, before: str | None, after: str | None
) -> dict[str, Any]:
    """What a line changed of one record, with a salt of its own."""
    salt = secrets.token_bytes(SALT_BYTES)
    return {
        "case_id": heading.case, "number": heading.number, "kind": kind, "record_id": key,
        "before": before, "after": after, "salt": salt,
        "digest": entry_digest(salt, kind, key, before, after),
    }  # fmt: skip


def erased_entry(heading: Heading, kind: str, key: UUID) -> dict[str, Any]:
    """The entry that says that a record was erased, and never held a value of it."""
    return {**new_entry(heading, kind, key, None, None), "salt": None}


def append_line(
    connection: Connection, heading: Heading, entries: Sequence[dict[str, Any]]
) -> None:
    """Adds a line to its case's chain, and that chain's head to the store's."""
    signed = [(one["kind"], one["record_id"], one["digest"]) for one in entries]
    link = line_hash(_line_before(connection, heading), heading, signed)
    connection.execute(
        insert(line).values(
            case_id=heading.case, number=heading.number, at=heading.at, who=heading.who,
            title=heading.title, group_id=heading.group, undoes=heading.undoes, hash=link,
        )
    )  # fmt: skip
    _each(connection, insert(entry), list(entries))
    newest = select(head.c.hash).order_by(head.c.position.desc()).limit(1)
    before = connection.execute(newest).scalar() or START
    connection.execute(
        insert(head).values(
            case_id=heading.case,
            number=heading.number,
            hash=head_hash(before, heading.case, heading.number, link),
        )
    )


def _line_before(connection: Connection, heading: Heading) -> bytes:
    if heading.number == 1:
        return START
    place = (line.c.case_id == heading.case) & (line.c.number == heading.number - 1)
    found: bytes = connection.execute(select(line.c.hash).where(place)).scalar_one()
    return found


def changes_of(
    connection: Connection, case: UUID, numbers: Iterable[int]
) -> list[tuple[UUID, Record | None]]:
    """(record id, as it was before) for everything those lines changed, newest first.

    What was erased is left out: it can't come back.
    """
    wanted = (
        select(entry.c.kind, entry.c.record_id, entry.c.before)
        .where(
            entry.c.case_id == case,
            entry.c.number.in_(list(numbers)),
            entry.c.salt.is_not(None),
        )
        .order_by(entry.c.position.desc())
    )
    return [
        (key, record_from_json(kind, json.loads(body)) if body is not None else None)
        for kind, key, body in connection.execute(wanted)
    ]


_OF_LINE = (entry.c.case_id == line.c.case_id) & (entry.c.number == line.c.number)


def read_some_lines(connection: Connection, case: UUID, after: int) -> list[JournalLine]:
    """The next lines of a case's journal, those numbered above `after`, oldest first."""
    wanted = _lines(outer=True).where(
        line.c.case_id == case, line.c.number > after, line.c.number <= after + SOME_LINES
    )
    return list(_as_lines(connection.execute(wanted)))


def read_history(connection: Connection, case: UUID, record_id: UUID) -> list[JournalLine]:
    """The lines that changed one record, oldest first, each with that change alone."""
    wanted = _lines(outer=False).where(line.c.case_id == case, entry.c.record_id == record_id)
    return list(_as_lines(connection.execute(wanted)))


def once_here(connection: Connection, case: UUID) -> dict[UUID, bool]:
    """Every record the case ever had, by id, and whether it was erased."""
    erased = func.max(entry.c.salt.is_(None))
    wanted = select(entry.c.record_id, erased).where(entry.c.case_id == case)
    found = connection.execute(wanted.group_by(entry.c.record_id))
    return {key: bool(gone) for key, gone in found}


def _lines(*, outer: bool) -> Select[Any]:
    return (
        select(
            line.c.number, line.c.at, line.c.who, line.c.title, line.c.group_id, line.c.undoes,
            entry.c.kind, entry.c.record_id, entry.c.before, entry.c.after,
        )
        .join_from(line, entry, _OF_LINE, isouter=outer)
        .order_by(line.c.number, entry.c.position)
    )  # fmt: skip


def _as_lines(rows: Iterable[Row[Any]]) -> Iterator[JournalLine]:
    for number, found in groupby(rows, key=lambda row: row.number):
        parts = list(found)
        first = parts[0]
        yield JournalLine(
            number=number,
            at=datetime.fromisoformat(first.at),
            who=first.who,
            title=first.title,
            group=first.group_id,
            undoes=first.undoes,
            changes=tuple(_as_change(part) for part in parts if part.record_id is not None),
        )


def _as_change(part: Row[Any]) -> RecordChange:
    before, after = (json.loads(one) if one is not None else None for one in part[-2:])
    return RecordChange(kind=part.kind, id=part.record_id, before=before, after=after)
