"""Erasing, within the one transaction: values and salts go from records and journal."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from uuid import UUID

from sqlalchemy import Connection, bindparam, delete, insert, select, update

from lifestory.domain.records import Record
from lifestory.store.chain import Heading
from lifestory.store.lines import append_line, erased_entry, new_entry, readable_text
from lifestory.store.tables import entry, record

_FORGET = (
    update(entry)
    .where(entry.c.case_id == bindparam("case"), entry.c.record_id == bindparam("key"))
    .values(before=None, after=None, salt=None)
)
_REMOVE = delete(record).where(record.c.id == bindparam("key"))
_REWRITE = (
    update(record)
    .where(record.c.id == bindparam("key"))
    .values(body=bindparam("new"), version=record.c.version + 1)
)


def forget(connection: Connection, case: UUID, keys: Collection[UUID]) -> None:
    """Clears every value that these records had so far from the journal of their case."""
    if keys:
        connection.execute(_FORGET, [{"case": case, "key": key} for key in keys])


def rewrite(
    connection: Connection, heading: Heading, gone: Mapping[UUID, str], instead: Sequence[Record]
) -> None:
    """Removes the records in `gone`, kinds by id, puts those in `instead` in the place of what
    they were, and adds the line that says so. Raises BrokenRecord."""
    keys = [one.id for one in instead]
    there = set(connection.execute(select(record.c.id).where(record.c.id.in_(keys))).scalars())
    if gone:
        connection.execute(_REMOVE, [{"key": key} for key in gone])
    entries = [erased_entry(heading, kind, key) for key, kind in gone.items()]
    for one in instead:
        text = readable_text(one)
        entries.append(new_entry(heading, one.kind, one.id, None, text))
        if one.id in there:
            connection.execute(_REWRITE, {"key": one.id, "new": text})
        else:
            row = {"id": one.id, "case_id": heading.case, "kind": one.kind, "body": text}
            connection.execute(insert(record).values(version=1, **row))
    append_line(connection, heading, entries)
