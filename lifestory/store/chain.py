"""The hash chains over the journal: what was written once can't be rewritten unnoticed.

Values enter only as salted digests. When a fact is erased its values and salts go, the digests
stay, and the chain still verifies.
"""

from __future__ import annotations

import hashlib
import json
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, Row, select

from lifestory.domain.changes import Link
from lifestory.store.tables import entry, head, line

START = bytes(32)
SALT_BYTES = 16


@dataclass(frozen=True, slots=True)
class Heading:
    """What a journal line says about itself, apart from what it changed."""

    case: UUID
    number: int
    at: str
    """UTC, ISO 8601."""
    who: str
    title: str
    group: UUID
    undoes: UUID | None


Signed = tuple[str, UUID, bytes]
"""Kind, record id and digest of one entry."""


def entry_digest(
    salt: bytes, kind: str, record_id: UUID, before: str | None, after: str | None
) -> bytes:
    """What stands for an entry's values in the chain."""
    return _hash(salt, json.dumps([kind, record_id.hex, before, after]).encode())


def line_hash(previous: bytes, heading: Heading, entries: Iterable[Signed]) -> bytes:
    """The link of a case's chain: this line on top of the one before."""
    words = [
        heading.case.hex, heading.number, heading.at, heading.who, heading.title,
        heading.group.hex, heading.undoes.hex if heading.undoes else None,
        [[kind, record_id.hex, digest.hex()] for kind, record_id, digest in entries],
    ]  # fmt: skip
    return _hash(previous, json.dumps(words).encode())


def head_hash(previous: bytes, case: UUID, number: int, line: bytes) -> bytes:
    """The link of the store-wide chain, which holds every case's newest line in turn."""
    return _hash(previous, case.bytes, number.to_bytes(8), line)


def _hash(*parts: bytes) -> bytes:
    return hashlib.sha256(b"".join(parts)).digest()


def broken_lines(connection: Connection, case: UUID) -> tuple[int, ...]:
    """The numbers of the lines of a case's journal that are missing or not as they were."""
    entries: dict[int, list[Row[Any]]] = defaultdict(list)
    wanted = select(entry).where(entry.c.case_id == case).order_by(entry.c.position)
    for part in connection.execute(wanted):
        entries[part.number].append(part)
    broken, previous, expected = [], START, 1
    for row in connection.execute(
        select(line).where(line.c.case_id == case).order_by(line.c.number)
    ):
        heading = Heading(case, row.number, row.at, row.who, row.title, row.group_id, row.undoes)
        parts = entries.pop(row.number, [])
        signed = [(part.kind, part.record_id, part.digest) for part in parts]
        holds = row.hash == line_hash(previous, heading, signed)
        if not holds or row.number != expected or not all(map(_values_hold, parts)):
            broken.append(row.number)
        previous, expected = row.hash, row.number + 1
    return (*broken, *sorted(entries))


def links(connection: Connection, case: UUID) -> Iterator[Link]:
    """The chain of a case from its first line, to be told to others: no value is in it."""
    entries: dict[int, list[Signed]] = defaultdict(list)
    wanted = select(entry.c.number, entry.c.kind, entry.c.record_id, entry.c.digest)
    wanted = wanted.where(entry.c.case_id == case).order_by(entry.c.position)
    for part in connection.execute(wanted):
        entries[part.number].append((part.kind, part.record_id, part.digest))
    lines = select(line).where(line.c.case_id == case).order_by(line.c.number)
    for row in connection.execute(lines):
        yield Link(
            number=row.number, at=row.at, who=row.who, title=row.title, group=row.group_id,
            undoes=row.undoes, entries=tuple(entries.pop(row.number, ())), hash=row.hash,
        )  # fmt: skip


def _values_hold(part: Row[Any]) -> bool:
    if part.salt is None:
        return part.before is None and part.after is None
    values = entry_digest(part.salt, part.kind, part.record_id, part.before, part.after)
    return bool(part.digest == values)


def broken_heads(connection: Connection) -> Iterator[int]:
    """The places in the store-wide chain that do not fit the chain or the case they name."""
    rows = connection.execute(
        select(head, line.c.hash.label("line_hash"))
        .join_from(
            head,
            line,
            (line.c.case_id == head.c.case_id) & (line.c.number == head.c.number),
            isouter=True,
        )
        .order_by(head.c.position)
    )
    previous = START
    for row in rows:
        whole = row.line_hash is not None and row.hash == head_hash(
            previous, row.case_id, row.number, row.line_hash
        )
        if not whole:
            yield row.position
        previous = row.hash
