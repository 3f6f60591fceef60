"""The trail of a case as it leaves with an archive, and as history where it comes in."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterator
from uuid import UUID, uuid5

from lifestory.app.open_case import FoundChild, OpenCase
from lifestory.archive.trail import read_trail, write_trail
from lifestory.domain.changes import RecordChange
from lifestory.domain.codec import record_from_json
from lifestory.domain.media import Original
from lifestory.domain.people import Child
from lifestory.domain.records import Record

__all__ = [
    "is_trail", "kept_trails", "read_trail", "tells_nothing_new", "trail_of", "trail_to_keep",
]  # fmt: skip

MEDIA_TYPE = "application/jsonl"
"""Of a trail that came with an archive; no photo is of this type."""

Theirs = Callable[[Record], bool]
"""Whether a record belongs to the child whose archive is written."""


def trail_of(found: FoundChild, ours: set[UUID], is_theirs: Theirs) -> bytes:
    """The trail of the child's case. `ours` are the ids of what stands in the archive; of what
    stands no more, the last that is known says whose it was, and what was erased beside a brother
    or sister is nobody's."""
    links = found.case.chain()
    children = {key for link in links for kind, key, _ in link.entries if kind == Child.kind}
    if len(children) <= 1:
        return write_trail(found.case.id, links, lambda _: True)
    known = ours | set(_gone(found.case, is_theirs))
    return write_trail(found.case.id, links, known.__contains__)


def _gone(case: OpenCase, is_theirs: Theirs) -> Iterator[UUID]:
    last = {
        change.id: change
        for line in case.journal()
        for change in line.changes
        if change.id not in case.records
    }
    for change in last.values():
        record = _as_it_was(change)
        if record is not None and not isinstance(record, Original) and is_theirs(record):
            yield change.id


def _as_it_was(change: RecordChange) -> Record | None:
    body = change.after or change.before
    return record_from_json(change.kind, body) if body else None


def trail_to_keep(told: UUID, children: frozenset[UUID], content: bytes) -> Original | None:
    """The trail that came with a case, as a file to keep with it; None where it tells nothing.

    Its id follows from whose it is and where it ends, so that the same one is never kept twice. It
    is about the children it came with alone: a sister's says more of her.
    """
    trail = read_trail(content)
    if not trail.last:
        return None
    day = trail.until[:10] if _DAY.match(trail.until) else "then"
    return Original(
        id=_id_of(told, children, trail.last),
        about=children,
        file_name=f"trail until {day}.jsonl",
        media_type=MEDIA_TYPE,
        bytes=len(content),
        sha256=hashlib.sha256(content).hexdigest(),
    )


def is_trail(record: Record) -> bool:
    """True for the file of a trail that came with an archive."""
    return isinstance(record, Original) and record.media_type == MEDIA_TYPE


def tells_nothing_new(case: OpenCase, trail: Record) -> bool:
    """True for a trail from which the journal here goes on: all it tells is told here."""
    ends = (link.hash.hex() for link in case.chain())
    return any(_id_of(case.id, trail.about, end) == trail.id for end in ends)


def _id_of(case: UUID, children: frozenset[UUID], last: str) -> UUID:
    return uuid5(case, " ".join(["trail", *sorted(child.hex for child in children), last]))


_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def kept_trails(case: OpenCase) -> tuple[Original, ...]:
    """The trails that came with archives, to be read like any original."""
    return tuple(filter(is_trail, case.records.of(Original)))
