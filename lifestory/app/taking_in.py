"""A whole case comes into a store: every record and every original of it, or nothing.

Where the case is here already, as when a brother's archive came before his sister's, what is new
joins it, as long as what both have is the same in both.
"""

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
from lifestory.domain.errors import LifestoryError
from lifestory.domain.media import Original
from lifestory.domain.people import Case, Child
from lifestory.domain.records import Record
from lifestory.store.originals import KeptFile
from lifestory.store.troubles import AlreadyThere


class DifferingCase(LifestoryError):
    """The case is here, and some of it is not as it is in the parcel."""

    remedy = (
        "Nothing has been changed. Open it into a new store, and see which is right before you"
        " copy anything over."
    )


Take = Callable[[Original, BinaryIO], None]
Deliver = Callable[[Take], None]
"""Hands over the file of each original, one after another."""


@dataclass(frozen=True, slots=True)
class TakenIn:
    """What an open folder or an archive brought: its children with their references in this
    store, and how much of everything that was not here before."""

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
    """A case of these records and originals, under the ids they had; what is new of it, when the
    case is here already.

    A child whose reference is taken here, or who has none, gets a new one. Raises LifestoryError:
    a case that is here already as it is, or differs from the one here, a parcel without a child,
    an original that is not what its record says, a full disk, Stopped; then nothing is left of it.
    """
    told = _case_record(records)
    fresh = tuple(_with_free_references(store, _new_here(store, told, records)))
    wanted = _files_to_keep(store, told.id, fresh)
    kept: list[KeptFile] = []

    def take(original: Original, stream: BinaryIO) -> None:
        if cancelled():
            raise Stopped
        if original.id not in wanted:
            return
        kept.append(store.vault.originals.write(stream, key=original.id))
        if kept[-1].sha256 != original.sha256:
            raise BrokenFolder("An original changed while it was being read.")
        progress(len(kept), len(wanted), "Taking in originals")

    try:
        deliver(take)
        _write(_case_for(store, told), fresh, kept)
    except BaseException:
        store.vault.originals.discard(kept)
        raise
    now = {one.id: one for one in (*records, *fresh)}
    children = [one for one in now.values() if isinstance(one, Child)]
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


def _new_here(store: Store, told: Case, records: Sequence[Record]) -> list[Record]:
    """The records that the case here lacks: all of them when there is no such case, or only the
    empty one that an interrupted taking in left. Raises AlreadyThere, DifferingCase."""
    if told.id not in store.vault.case_ids():
        return list(records)
    here = store.vault.case(told.id).records
    if len(here) <= 1:
        return list(records)
    if differing := sum(one.id in here and here[one.id] != one for one in records):
        raise _differing(differing)
    fresh = [one for one in records if one.id not in here]
    if not fresh:
        raise AlreadyThere
    return fresh


def _files_to_keep(store: Store, case: UUID, records: Sequence[Record]) -> frozenset[UUID]:
    """The originals whose file is not here: one that was undone left its file. Raises
    DifferingCase."""
    originals = [one for one in records if isinstance(one, Original)]
    here = {one.id: store.vault.originals.digest_of(case, one.id) for one in originals}
    differing = sum(here[one.id] not in {None, one.sha256} for one in originals)
    if differing:
        raise _differing(differing)
    return frozenset(key for key, digest in here.items() if digest is None)


def _differing(count: int) -> DifferingCase:
    which = "one of its records is" if count == 1 else f"{count} of its records are"
    return DifferingCase(f"This case is here already, and {which} not the same.")


def _case_for(store: Store, told: Case) -> OpenCase:
    if told.id in store.vault.case_ids():
        return store.vault.case(told.id)
    return store.vault.new_case(told.reference, case_id=told.id)


def _write(case: OpenCase, records: Sequence[Record], kept: Sequence[KeptFile]) -> None:
    with case.change("Take in a case") as change:
        for file in kept:
            change.keep(file)
        for record in records:
            if record.id == case.id:
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
