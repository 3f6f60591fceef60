"""Erasing a person, a photo or a child for good.

First what would go, what would read otherwise and who holds a copy; then all of it in one
transaction, with the errands of what only a person can do. What the store keeps beside its records
(sealed files, pictures, snapshots) follows, at the next opening when it was cut off; the backups
within reach are made anew, without it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID

from lifestory.app.backups import back_up, places
from lifestory.app.finding import Sort, index_of
from lifestory.app.open_case import FoundChild, OpenCase, open_case, standing
from lifestory.app.open_store import Store
from lifestory.app.progress import Progress, silent
from lifestory.app.what_goes import Going, ThatIsTheChild, going_child, going_person, going_photo
from lifestory.app.who_holds import (
    Held,
    backups_with,
    day,
    errand_in_words,
    files_with,
    other_cases_with,
)
from lifestory.domain.copies import Erased, Errand, Holder
from lifestory.domain.errors import LifestoryError
from lifestory.domain.media import Original
from lifestory.domain.people import Case, Child, Person
from lifestory.domain.records import Record, Records

__all__ = [
    "Done", "Due", "Erased", "Erasure", "Held", "ThatIsTheChild", "ToRead", "erase", "errands",
    "look", "tick_off", "to_read",
]  # fmt: skip

_TITLES = {
    Erased.PERSON: "Erase a person",
    Erased.PHOTO: "Erase a photo",
    Erased.CHILD: "Erase a child",
}
_CALLED = {
    Erased.PERSON: "A person of {}, erased",
    Erased.PHOTO: "A photo of {}, erased",
    Erased.CHILD: "The story {}, erased",
}
_WORKED_OUT: dict[Erased, Callable[[OpenCase, UUID], Going]] = {
    Erased.PERSON: going_person,
    Erased.PHOTO: going_photo,
    Erased.CHILD: going_child,
}


@dataclass(frozen=True, slots=True)
class Erasure:
    """What an erasure would do: records that go, others whose earlier versions go with what they
    said of it, mentions that become "someone", pages that change, files that go, and who still
    holds a copy. `shared_with` are the names of other children whose story it is in, too."""

    what: Erased
    records: int
    rewritten: int
    mentions: int
    pages: int
    files: int
    held: tuple[Held, ...]
    shared_with: tuple[str, ...] = field(default=(), repr=False)
    scan_stays: bool = False

    @property
    def here(self) -> tuple[str, ...]:
        """What is done at once, in sentences."""
        many = _counted(self.records, "record")
        said = [f"{many} and every earlier version go, with search and what undo kept of them."]
        if self.files:
            said.append(f"{_counted(self.files, 'sealed file')} and the pictures made of it go.")
        if self.scan_stays:
            said.append("The scan it was cut from stays: other photos come from it, and it shows.")
        if self.mentions:
            said.append(f"{_counted(self.mentions, 'text')} will say “someone” in its place.")
        if self.rewritten:
            spoke = _counted(self.rewritten, "other record")
            said.append(f"{spoke} spoke of it: what was changed there before can't be undone.")
        if self.pages:
            said.append(f"{_counted(self.pages, 'page')} of the books will change.")
        if self.shared_with:
            names = ", ".join(self.shared_with)
            if self.what is Erased.CHILD:
                said.append(f"What is also the story of {names} stays there.")
            else:
                said.append(f"It goes from the story of {names}, too.")
        return tuple(said)


@dataclass(frozen=True, slots=True)
class Due:
    """An errand that is still to be done, the case it belongs to, and the references of its
    children, or of the case where no child is left."""

    case: UUID
    errand: Errand
    reference: str = ""

    @property
    def words(self) -> str:
        """What still holds it, and what to do."""
        return errand_in_words(self.errand)

    @property
    def of(self) -> str:
        """What it was that was erased, and when: "A photo of C-7KX2, erased 3 May 2026"."""
        return f"{_CALLED[self.errand.erased].format(self.reference)} {day(self.errand.erased_at)}"


@dataclass(frozen=True, slots=True)
class ToRead:
    """Words to be read again: their beginning, and the record they stand in; `sort` is what search
    calls it, None for what is edited in no place of its own."""

    words: str = field(repr=False)
    record: Record
    child: UUID
    sort: Sort | None = None


@dataclass(frozen=True, slots=True)
class Done:
    """What is left after an erasure: the errands, and why a backup within reach could not be
    made; empty when all could."""

    left: tuple[Due, ...]
    trouble: str = ""


def look(store: Store, found: FoundChild, what: Erased, key: UUID) -> Erasure:
    """What erasing would do, and who would still hold it; nothing is written. `key` is the id of
    the person or photo, or the child's own. Raises Gone, ThatIsTheChild."""
    going = _WORKED_OUT[what](found.case, key)
    records = found.case.records
    return Erasure(
        what=what,
        records=len(going.gone & records.keys()),
        rewritten=sum(one.id != found.case.id for one in going.instead),
        mentions=going.mentions,
        pages=going.pages,
        files=sum(isinstance(records.get(one), Original) for one in going.gone),
        held=_held(store, found.case, what, key, going),
        shared_with=_shared_with(found.case, what, key),
        scan_stays=going.scan_stays,
    )


def erase(
    store: Store, found: FoundChild, what: Erased, key: UUID, progress: Progress = silent
) -> Done:
    """Erase it, wholly or not at all, and make the backups within reach anew. Can't be undone.

    Raises Gone, ThatIsTheChild, DiskFull ...: then nothing is erased; ErasureUnfinished: then it
    is, and the next opening clears what lies beside the records.
    """
    progress(0, 0, "Erasing")
    case = found.case
    with case.turn:  # nobody writes between working it out and doing it
        going = _WORKED_OUT[what](case, key)
        now = datetime.now(UTC).replace(microsecond=0)
        held = _held(store, case, what, key, going)
        left = [_errand(one, what, now, going) for one in held]
        case.erase(going.gone, _TITLES[what], instead=(*going.instead, *left))
    within_reach = [one for was, one in zip(held, left, strict=True) if was.reached]
    trouble = _renew_backups(store, case, within_reach, progress)
    mine = {one.id for one in left}
    return Done(tuple(one for one in errands(store) if one.errand.id in mine), trouble)


def _held(store: Store, case: OpenCase, what: Erased, key: UUID, going: Going) -> tuple[Held, ...]:
    since = _first_written(case, key)
    goes = [record for one in going.gone if (record := case.records.get(one)) is not None]
    held = [*backups_with(store, since), *files_with(case, since)]
    if what is not Erased.PERSON and any(isinstance(one, Original) for one in goes):
        held.append(Held(Holder.SOURCE))
    if going.words:
        held.append(Held(Holder.WORDS, records=going.words))
    return (*held, *other_cases_with(store, case, goes))


def _first_written(case: OpenCase, key: UUID) -> datetime:
    """To the second, as copies are noted."""
    return case.history(key)[0].at.replace(microsecond=0)


def _shared_with(case: OpenCase, what: Erased, key: UUID) -> tuple[str, ...]:
    about = frozenset[UUID]() if what is Erased.CHILD else case.records[key].about
    children = case.records.of(Child)
    if len(children) == 1 or len(about) == 1:
        return ()
    others = [one for one in children if one.id != key and (not about or one.id in about)]
    people = (case.records.find(Person, one.person) for one in others)
    return tuple(one.called for one in people if one)


def _errand(held: Held, what: Erased, now: datetime, going: Going) -> Errand:
    telling = going.named.are_in(held.where)
    return Errand(
        what=held.what,
        erased=what,
        erased_at=now,
        made_at=held.made_at,
        to=held.to,
        where="" if telling and held.what is not Holder.BACKUP else held.where,
        records=held.records,
    )


def _renew_backups(store: Store, case: OpenCase, due: Sequence[Errand], progress: Progress) -> str:
    """Why one of them could not be made; empty when all could."""
    for one in due:
        try:
            back_up(store, Path(one.where), progress)
        except LifestoryError as trouble:
            return f"{trouble.message} {trouble.remedy}"
        tick_off(store, Due(case.id, one))
    return ""


def errands(store: Store) -> tuple[Due, ...]:
    """What is still to be done by hand after erasures, in every case, the oldest first. That of a
    backup is done once there is a later one in its place."""
    made = {str(one.folder): one.at for one in places(store)}
    due = [
        Due(case, one, _reference(records))
        for case, records in store.vault.look_over({Errand.kind, Case.kind, Child.kind}).items()
        for one in records.of(Errand)
        if one.done_at is None
        and not (one.what is Holder.BACKUP and made.get(one.where, one.erased_at) > one.erased_at)
    ]
    return tuple(sorted(due, key=lambda one: one.errand.erased_at))


def _reference(records: Records) -> str:
    children = sorted(child.reference for child in records.of(Child))
    return ", ".join(children) or " ".join(case.reference for case in records.of(Case))


def to_read(store: Store, due: Due) -> tuple[ToRead, ...]:
    """Where the words stand that an errand is about; none of those that are gone meanwhile."""
    case, wanted = open_case(store, due.case), set(due.errand.records)
    found = list[ToRead]()
    for child in case.records.of(Child):
        for thing in index_of(FoundChild(case, child.id)):
            if thing.record.id in wanted and thing.sort is not Sort.PAGE:
                wanted.discard(thing.record.id)
                found.append(ToRead(thing.words, thing.record, child.id, thing.sort))
    left = (case.records[key] for key in due.errand.records if key in wanted & case.records.keys())
    first = next((child.id for child in case.records.of(Child)), due.case)
    return (*found, *(ToRead(one.kind, one, first) for one in left))


def tick_off(store: Store, due: Due) -> None:
    """It is done. Of words that were read again, the earlier versions go now. Raises Gone."""
    case = open_case(store, due.case)
    with case.turn:
        before = standing(case, Errand, due.errand.id)
        after = replace(before, done_at=datetime.now(UTC).replace(microsecond=0))
        if before.what is Holder.WORDS:
            read = tuple(_standing(case, before.records))
            gone = set(before.records) - case.records.keys()
            case.erase(gone, "Forget earlier versions", instead=(*read, after))
            return
        with case.change("Tick off an errand", for_good=True) as change:
            change.replace(before, after)


def _standing(case: OpenCase, keys: Sequence[UUID]) -> Iterator[Record]:
    return (case.records[key] for key in keys if key in case.records)


def _counted(many: int, thing: str) -> str:
    return f"1 {thing}" if many == 1 else f"{many} {thing}s"
