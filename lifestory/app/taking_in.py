"""A whole case comes into a store: every record and every original of it, or nothing.

Where the case is here already, as when a brother's archive came before his sister's, what is new
joins it. What is told differently stays as it is here unless the worker chose otherwise.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from io import BytesIO
from typing import BinaryIO
from uuid import UUID

from lifestory.app.comparing import Comparison, Differing, DifferingCase, compare
from lifestory.app.open_case import OpenCase, with_its_step
from lifestory.app.open_store import Store
from lifestory.app.progress import Cancelled, Progress, Stopped, never, silent
from lifestory.app.references import new_reference, references
from lifestory.app.trails import trail_to_keep
from lifestory.archive.openfolder import BrokenFolder, Parcel
from lifestory.domain.media import Original
from lifestory.domain.people import Case, Child
from lifestory.domain.records import Record
from lifestory.store.originals import KeptFile
from lifestory.store.troubles import AlreadyThere

__all__ = [
    "Deliver", "DifferingCase", "TakenIn", "compared_with_here", "delivered_from", "take_in",
]  # fmt: skip


Take = Callable[[Original, BinaryIO], None]
Deliver = Callable[[Take], None]
"""Hands over the file of each original, one after another."""


@dataclass(frozen=True, slots=True)
class TakenIn:
    """What an open folder or an archive brought: its children with their references in this
    store, how much of everything was not here before, and how the rest compared. `kept` stayed as
    it was here, of what was told differently; `step` is what undo takes back, if there is any."""

    case: UUID
    children: tuple[UUID, ...]
    references: tuple[str, ...]
    records: int
    originals: int
    compared: Comparison
    kept: tuple[Differing, ...] = ()
    step: UUID | None = None


def delivered_from(parcel: Parcel) -> Deliver:
    """The originals of a parcel, each opened when its turn comes."""

    def deliver(take: Take) -> None:
        for record in parcel.records:
            if isinstance(record, Original):
                with parcel.originals[record.id]() as stream:
                    take(record, stream)

    return deliver


def compared_with_here(store: Store, records: Sequence[Record], trail: bytes = b"") -> Comparison:
    """How a case compares with what is here; nothing is written. Raises LifestoryError: a parcel
    without a child, what no choice can settle."""
    told = _case_record(records)
    return compare(_case_here(store, told), (*records, *_history(told, records, trail)))


def take_in(
    store: Store,
    records: Sequence[Record],
    deliver: Deliver,
    progress: Progress = silent,
    cancelled: Cancelled = never,
    *,
    theirs: Collection[UUID] | None = None,
    trail: bytes = b"",
) -> TakenIn:
    """A case of these records and originals, under the ids they had; what is new of it, when the
    case is here already, and of what is told differently those whose ids are in `theirs`. With None
    nothing may be told differently, and something has to be new. All of it is one step of undo.

    A child whose reference is taken here, or who has none, gets a new one. Raises LifestoryError:
    a case that is here already as it is, or differs from the one here, a parcel without a child,
    an original that is not what its record says, a full disk, Stopped; then nothing is left of it.
    """
    told = _case_record(records)
    here = _case_here(store, told)
    history = _history(told, records, trail)
    found = compare(here, (*records, *history))
    if theirs is None:
        _refuse_what_is_not_new(found)
    new = tuple(_with_free_references(store, found.new))
    chosen = [one for one in found.differing if theirs is not None and one.theirs.id in theirs]
    fresh = (*new, *found.history) if new or chosen else ()
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

    step = None
    try:
        deliver(take)
        for file in history:
            take(file, BytesIO(trail))
        if fresh or chosen:
            case = _case_for(store, told)
            _, step = with_its_step(case, lambda: _write(case, fresh, chosen, kept))
    except BaseException:
        store.vault.originals.discard(kept)
        raise
    now = {one.id: one for one in (*found.same, *(one.mine for one in found.differing), *new)}
    children = [one for one in now.values() if isinstance(one, Child)]
    return TakenIn(
        case=told.id,
        children=tuple(child.id for child in children),
        references=tuple(child.reference for child in children),
        records=len(new),
        originals=sum(one.id in wanted for one in found.new),
        compared=found,
        kept=tuple(one for one in found.differing if one not in chosen),
        step=step,
    )


def _history(told: Case, records: Sequence[Record], trail: bytes) -> tuple[Original, ...]:
    """The trail as a file of the case."""
    children = frozenset(one.id for one in records if isinstance(one, Child))
    kept = trail_to_keep(told.id, children, trail) if trail else None
    return (kept,) if kept else ()


def _case_record(records: Sequence[Record]) -> Case:
    cases = [one for one in records if isinstance(one, Case)]
    if len(cases) > 1:
        raise BrokenFolder("records/case: there is more than one case.")
    if not any(isinstance(one, Child) for one in records):
        raise BrokenFolder("records/child: there is no child in this case.")
    return cases[0] if cases else Case()


def _case_here(store: Store, told: Case) -> OpenCase | None:
    return store.vault.case(told.id) if told.id in store.vault.case_ids() else None


def _refuse_what_is_not_new(found: Comparison) -> None:
    if many := len(found.differing):
        raise _differing(many)
    if found.here and not found.new:
        raise AlreadyThere


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
    return _case_here(store, told) or store.vault.new_case(told.reference, case_id=told.id)


def _write(
    case: OpenCase,
    fresh: Sequence[Record],
    chosen: Sequence[Differing],
    kept: Sequence[KeptFile],
) -> None:
    with case.change("Take in a case") as change:
        for file in kept:
            change.keep(file)
        for record in fresh:
            if record.id in case.records:
                change.replace(case.records[record.id], record)
            else:
                change.add(record)
        for one in chosen:
            change.replace(one.mine, one.theirs)


def _with_free_references(store: Store, records: Sequence[Record]) -> Iterator[Record]:
    taken = set(references(store))
    for record in records:
        if isinstance(record, Child):
            if not record.reference or record.reference in taken:
                yield replace(record, reference=new_reference(taken))
                continue
            taken.add(record.reference)
        yield record
