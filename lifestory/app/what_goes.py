"""What an erasure takes with it, worked out from the records and their whole journal; nothing is
written here."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import PurePath
from uuid import UUID

from lifestory.app.open_case import OpenCase, standing
from lifestory.app.plain_names import Named, ids_in
from lifestory.app.without import Without
from lifestory.domain.arrangement import Edition
from lifestory.domain.changes import RecordChange
from lifestory.domain.codec import record_from_json, to_json
from lifestory.domain.copies import Errand, FileCopy
from lifestory.domain.errors import LifestoryError
from lifestory.domain.life import Source
from lifestory.domain.media import Original, Photo
from lifestory.domain.people import Case, Child, Person
from lifestory.domain.records import Record, Records


class ThatIsTheChild(LifestoryError):
    """The person is a child of this case: the story would be nobody's."""

    message = "This person is the child whose story this is."
    remedy = "Nothing has been erased. Erase the child instead, from Children."


@dataclass(frozen=True, slots=True)
class Going:
    """What goes for good and what reads otherwise from now on.

    `gone` are ids, also of what was taken out earlier; `instead` are the records that named any of
    it, as they then stand: their earlier versions go. Of these `mentions` named a person in words,
    and those in `words` still do, without a mention. `pages` counts the pages of books that change.
    """

    gone: frozenset[UUID]
    instead: tuple[Record, ...]
    named: Named
    mentions: int = 0
    words: tuple[UUID, ...] = ()
    pages: int = 0
    scan_stays: bool = False
    """The photo is a part of a scan that others are cut from, too."""


def going_person(case: OpenCase, key: UUID) -> Going:
    """A person, what they were to others, and what was said of showing them. Raises Gone,
    ThatIsTheChild."""
    person = standing(case, Person, key)
    if any(child.person == person.id for child in case.records.of(Child)):
        raise ThatIsTheChild
    return _worked_out(case, {key})


def going_photo(case: OpenCase, key: UUID) -> Going:
    """A photo, and its file where nothing else comes from it. Raises Gone."""
    photo = standing(case, Photo, key)
    shared = any(one.original == photo.original for one in _with_files(case) if one.id != key)
    if photo.original is None or shared:
        return replace(_worked_out(case, {key}), scan_stays=shared)
    return _worked_out(case, {key, photo.original})


def going_child(case: OpenCase, key: UUID) -> Going:
    """A child, with all that is theirs alone; of an only child, everything but the line that says
    that there was a case. Raises Gone."""
    standing(case, Child, key)
    if len(case.records.of(Child)) == 1:
        return _whole_case(case)
    return _worked_out(case, set(_theirs_alone(case, key)))


def _whole_case(case: OpenCase) -> Going:
    stays = {case.id, *(one.id for one in case.records.of(Errand))}
    record = case.records.find(Case, case.id)
    left = Case(id=case.id, reference=record.reference if record else "", archived=True)
    return Going(
        gone=frozenset(case.once_here()) - stays,
        instead=(left,),
        named=Named(case.records.of(Person), ()),
    )


def _theirs_alone(case: OpenCase, child: UUID) -> Iterator[UUID]:
    alone = frozenset({child})
    used_by_others = {one.original for one in _with_files(case) if one.about != alone}
    for key, record in _last_known(case).items():
        if isinstance(record, Original) and key in used_by_others:
            continue
        of_theirs = isinstance(record, Edition) and record.child == child
        if key == child or record.about == alone or of_theirs:
            yield key


def _with_files(case: OpenCase) -> tuple[Photo | Source, ...]:
    return (*case.records.of(Photo), *case.records.of(Source))


def _last_known(case: OpenCase) -> dict[UUID, Record]:
    """Every record as it stands or, of what was taken out, as it last stood."""
    found: dict[UUID, Record] = {}
    for change in _changes(case):
        if body := change.after or change.before:
            found[change.id] = record_from_json(change.kind, body)
    return {**found, **case.records}


def _changes(case: OpenCase) -> Iterator[RecordChange]:
    return (change for line in case.journal() for change in line.changes)


def _worked_out(case: OpenCase, first: Collection[UUID]) -> Going:
    records, every = case.records, list(_changes(case))
    gone, changed = _closed(records, first)
    staying = [one for one in records.of(Person) if one.id not in gone]
    named = Named(_people_in(every, gone), staying)
    touched = {one.id for one in every if one.id not in gone and _names(one, gone, named)}
    touched |= changed.keys()
    instead = tuple(
        _unnamed(changed.get(key, record), named)
        for key, record in records.items()
        if key in touched and not isinstance(record, Errand)
    )
    return Going(
        gone=gone | (touched - records.keys()),
        instead=instead,
        named=named,
        mentions=sum(_mentions(records[key], gone) for key in changed),
        words=tuple(one.id for one in instead if named.are_anywhere_in(to_json(one))),
        pages=_pages(records, gone | {one.id for one in instead}),
    )


def _closed(
    records: Records, first: Collection[UUID]
) -> tuple[frozenset[UUID], Mapping[UUID, Record]]:
    """What goes with the first ones because it can't be without them, and what stays as it then
    reads."""
    gone = frozenset(first)
    while True:
        taking, changed, more = Without(gone), dict[UUID, Record](), set[UUID]()
        for key, record in records.items():
            if key in gone:
                continue
            left = taking.reads(record)
            if left is None:
                more.add(key)
            elif left != record:
                changed[key] = left
        if not more:
            return gone, changed
        gone |= more


def _people_in(every: Iterable[RecordChange], gone: Collection[UUID]) -> Iterator[Person]:
    """Those who go, by every name they ever had."""
    for one in every:
        if one.kind == Person.kind and one.id in gone:
            for body in (one.before, one.after):
                person = record_from_json(one.kind, body) if body else None
                if isinstance(person, Person):
                    yield person


def _names(change: RecordChange, gone: Collection[UUID], named: Named) -> bool:
    written = {str(one) for one in gone}
    return any(
        not written.isdisjoint(ids_in(body)) or named.are_anywhere_in(body)
        for body in (change.before, change.after)
    )


def _unnamed(record: Record, named: Named) -> Record:
    """Names of files are no words that one could read again and mend."""
    if isinstance(record, Original) and named.are_in(record.file_name):
        return replace(record, file_name=f"original{PurePath(record.file_name).suffix}")
    if isinstance(record, FileCopy) and named.are_anywhere_in(to_json(record)):
        return replace(record, file_name="", folder="")
    return record


def _mentions(record: Record, gone: Collection[UUID]) -> bool:
    return any(f"(person:{one})" in repr(record) for one in gone)


def _pages(records: Records, touched: Collection[UUID]) -> int:
    return sum(
        any(key in touched for keys in block.slots.values() for key in keys)
        for book in records.of(Edition)
        for section in book.sections
        for block in section.blocks
    )
