"""What comes in beside what is here, record by record: new, the same, told differently, erased.

Records are the same thing when they have the same id; files when they have the same bytes.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from uuid import UUID

from lifestory.app.open_case import OpenCase
from lifestory.app.trails import is_trail, tells_nothing_new
from lifestory.domain.copies import PrintedCopy
from lifestory.domain.errors import LifestoryError
from lifestory.domain.life import Source
from lifestory.domain.media import Original, Photo
from lifestory.domain.people import Child
from lifestory.domain.records import Record, Records


class DifferingCase(LifestoryError):
    """The case is here, and some of it is not as it is in the parcel."""

    remedy = (
        "Nothing has been changed. Open it into a new store, and see which is right before you"
        " copy anything over."
    )


@dataclass(frozen=True, slots=True)
class Differing:
    """A record as it is here and as it came; both are its last versions."""

    mine: Record
    theirs: Record

    @property
    def fields(self) -> tuple[str, ...]:
        """The names of the fields in which they differ."""
        names = (one.name for one in fields(self.mine))
        return tuple(one for one in names if getattr(self.mine, one) != getattr(self.theirs, one))


@dataclass(frozen=True, slots=True)
class Comparison:
    """What a parcel would bring. `here` is False for a case that is not in the store at all;
    `returning` are those among the new that were here once and were taken out; what was `erased`
    here stays so. `history` are trails that tell what is not told here; they come with the rest."""

    here: bool
    new: tuple[Record, ...]
    same: tuple[Record, ...] = ()
    differing: tuple[Differing, ...] = ()
    returning: frozenset[UUID] = frozenset()
    erased: tuple[Record, ...] = ()
    history: tuple[Record, ...] = ()

    def kinds(self) -> Mapping[str, tuple[int, int, int]]:
        """How many are new, the same and told differently, by kind."""
        new, same, differing = (
            Counter(one.kind for one in some)
            for some in (self.new, self.same, [one.mine for one in self.differing])
        )
        every = dict.fromkeys((*new, *same, *differing))
        return {kind: (new[kind], same[kind], differing[kind]) for kind in every}


def compare(case: OpenCase | None, records: Sequence[Record]) -> Comparison:
    """Every record of a parcel, beside the case it belongs to; None when there is none here.

    Raises DifferingCase for what no choice can settle: an id that stands for something of another
    kind here, or for a file with other bytes.
    """
    told = [one for one in records if not is_trail(one)]
    trails = [one for one in records if is_trail(one)]
    if case is None:
        return Comparison(here=False, new=tuple(told), history=tuple(trails))
    here, once = case.records, case.once_here()
    if len(here) <= 1:  # the empty one that an interrupted or undone taking in left
        here = Records()
    new: list[Record] = []
    same: list[Record] = []
    differing: list[Differing] = []
    erased: list[Record] = []
    for record in _with_the_files_here(told, here):
        mine = here.get(record.id)
        if mine is None:
            gone = once.get(record.id, False) or once.get(_file_of(record), False)
            (erased if gone else new).append(record)
        elif _tells_the_same(mine, theirs := _as_called_here(mine, record)):
            same.append(mine)
        else:
            differing.append(Differing(mine, theirs))
    _refuse_what_cannot_be_chosen(differing)
    return Comparison(
        here=bool(here),
        new=tuple(new),
        same=tuple(same),
        differing=tuple(differing),
        returning=frozenset(one.id for one in new if one.id in once and here),
        erased=tuple(erased),
        history=tuple(
            one
            for one in trails
            if one.id not in here and not once.get(one.id) and not tells_nothing_new(case, one)
        ),
    )


def _with_the_files_here(records: Iterable[Record], here: Records) -> Iterator[Record]:
    """An original that is here under another id, with the very same bytes, is that one."""
    digests = {one.sha256: one.id for one in here.of(Original) if one.sha256}
    every = tuple(records)
    instead = {
        one.id: digests[one.sha256]
        for one in every
        if isinstance(one, Original) and one.id not in here and one.sha256 in digests
    }
    for record in every:
        if record.id in instead:
            yield here[instead[record.id]]
        elif isinstance(record, Photo | Source) and record.original in instead:
            yield replace(record, original=instead[record.original])
        else:
            yield record


def _file_of(record: Record) -> UUID:
    """The file without which it would show nothing; its own id where it has none."""
    return record.original or record.id if isinstance(record, Photo) else record.id


def _as_called_here(mine: Record, theirs: Record) -> Record:
    """The reference of a child is the store's own: another may have had it before."""
    if isinstance(mine, Child) and isinstance(theirs, Child):
        return replace(theirs, reference=mine.reference)
    return theirs


def _tells_the_same(mine: Record, theirs: Record) -> bool:
    # What stands on paper from here is known here alone; no archive knows it better.
    return mine == theirs or (isinstance(mine, PrintedCopy) and mine.kind == theirs.kind)


def _refuse_what_cannot_be_chosen(differing: Sequence[Differing]) -> None:
    never = sum(one.mine.kind != one.theirs.kind or "sha256" in one.fields for one in differing)
    if never:
        which = "one of its records is" if never == 1 else f"{never} of its records are"
        raise DifferingCase(f"This case is here already, and {which} another thing here.")
