"""A whole case comes into a store: every record and every original of it, or nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import BinaryIO
from uuid import UUID

from lifestory.app.open_case import OpenCase
from lifestory.app.open_store import Store
from lifestory.app.progress import Cancelled, Progress, Stopped, never, silent
from lifestory.app.references import new_reference, references
from lifestory.archive.openfolder import BrokenFolder, Parcel
from lifestory.domain.media import Original
from lifestory.domain.people import Case, Child
from lifestory.domain.records import Record
from lifestory.store.originals import KeptFile
from lifestory.store.troubles import AlreadyThere

Take = Callable[[Original, BinaryIO], None]
Deliver = Callable[[Take], None]
"""Hands over the file of each original, one after another."""


@dataclass(frozen=True, slots=True)
class TakenIn:
    """What an open folder or an archive brought: its children with their references in this
    store, and how much of everything."""

    case: UUID
    children: tuple[UUID, ...]
    references: tuple[str, ...]
    records: int
    originals: int


def delivered_from(parcel: Parcel) -> Deliver:
    """The originals of a parcel, each opened when its turn comes."""

    def deliver(take: Take) -> None:
        for record in parcel.records:
            if isinstance(record, Original):
                with parcel.originals[record.id]() as stream:
                    take(record, stream)

    return deliver


def take_in(
    store: Store,
    records: Sequence[Record],
    deliver: Deliver,
    progress: Progress = silent,
    cancelled: Cancelled = never,
) -> TakenIn:
    """A new case of these records and originals, under the ids they had.

    A child whose reference is taken here, or who has none, gets a new one. Raises LifestoryError:
    a case that is here already, a parcel without a child, an original that is not what its record
    says, a full disk, Stopped; then nothing is left of it.
    """
    told = _case_record(records)
    _refuse_if_here(store, told.id)
    fresh = tuple(_with_free_references(store, records))
    total = sum(isinstance(one, Original) for one in records)
    kept: list[KeptFile] = []

    def take(original: Original, stream: BinaryIO) -> None:
        if cancelled():
            raise Stopped
        kept.append(store.vault.originals.write(stream, key=original.id))
        if kept[-1].sha256 != original.sha256:
            raise BrokenFolder("An original changed while it was being read.")
        progress(len(kept), total, "Taking in originals")

    try:
        deliver(take)
        _write(_case_for(store, told), fresh, kept)
    except BaseException:
        store.vault.originals.discard(kept)
        raise
    children = [one for one in fresh if isinstance(one, Child)]
    return TakenIn(
        case=told.id,
        children=tuple(child.id for child in children),
        references=tuple(child.reference for child in children),
        records=len(fresh),
        originals=len(kept),
    )


def _case_record(records: Sequence[Record]) -> Case:
    cases = [one for one in records if isinstance(one, Case)]
    if len(cases) > 1:
        raise BrokenFolder("records/case: there is more than one case.")
    if not any(isinstance(one, Child) for one in records):
        raise BrokenFolder("records/child: there is no child in this case.")
    return cases[0] if cases else Case()


def _refuse_if_here(store: Store, case: UUID) -> None:
    """Raises AlreadyThere, but not for the empty case that an interrupted taking in left."""
    if case in store.vault.case_ids() and len(store.vault.case(case).records) > 1:
        raise AlreadyThere


def _case_for(store: Store, told: Case) -> OpenCase:
    if told.id in store.vault.case_ids():
        return store.vault.case(told.id)
    return store.vault.new_case(told.reference, case_id=told.id)


def _write(case: OpenCase, records: Sequence[Record], kept: Sequence[KeptFile]) -> None:
    with case.change("Take in a case") as change:
        for file in kept:
            change.keep(file)
        for record in records:
            if isinstance(record, Case):
                change.replace(case.records[record.id], record)
            else:
                change.add(record)


def _with_free_references(store: Store, records: Sequence[Record]) -> Iterator[Record]:
    taken = set(references(store))
    for record in records:
        if isinstance(record, Child):
            if not record.reference or record.reference in taken:
                yield replace(record, reference=new_reference(taken))
                continue
            taken.add(record.reference)
        yield record
