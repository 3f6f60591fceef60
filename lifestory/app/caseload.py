"""The children of a store, the most urgent first, and how one comes into it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from uuid import UUID, uuid4

from lifestory.app.open_case import FoundChild, find_child, keep_changed, open_case
from lifestory.app.open_store import Store
from lifestory.app.people import renamed
from lifestory.app.progress import Cancelled, Progress, never, silent
from lifestory.app.references import new_reference, references
from lifestory.app.taking_in import TakenIn, delivered_from, take_in
from lifestory.app.working_days import today as today_in_london
from lifestory.app.working_days import working_days_left
from lifestory.archive.openfolder import read_open_folder
from lifestory.domain.arrangement import Edition
from lifestory.domain.dates import Age, HonestDate, age_on
from lifestory.domain.life import Fact, Home, Milestone
from lifestory.domain.media import Photo
from lifestory.domain.people import Case, Child, Person, Stage
from lifestory.domain.records import Records
from lifestory.domain.stories import Passage

__all__ = [
    "ChildCard", "TakenIn", "add_child", "add_from_open_folder", "change_child", "children",
    "put_away", "set_due",
]  # fmt: skip


_SHOWN = (Case, Child, Person, Home)
_COUNTED = (Photo, Fact, Milestone, Home, Passage, Edition)
"""What a card says, and of what it says only how much there is: no case is opened for it."""


@dataclass(frozen=True, slots=True)
class ChildCard:
    """What the caseload says of one child. `name` is what the child is called."""

    child: UUID
    case: UUID
    reference: str
    name: str
    stage: Stage
    due: date | None
    due_for: str
    working_days_left: int | None
    """Negative when late; None when nothing is due."""
    open_findings: int | None
    """None while nothing has been checked."""
    age: Age | None
    home: str
    """What the home of today is called; empty when not known."""
    portrait: UUID | None
    archived: bool = False
    """True when the case is put away."""
    born: HonestDate = HonestDate()
    """The day of birth as it was said."""
    photos: int = 0
    facts: int = 0
    passages: int = 0
    books: int = 0
    """How much there is: photos not in the bin; facts, milestones and homes, as the timeline counts
    them; passages; books."""

    @property
    def next_stage(self) -> Stage:
        """What there is to do next, by what is there: never behind the stage it was given."""
        if self.books or self.passages:
            reached = Stage.CHECK
        elif self.facts:
            reached = Stage.STORY
        else:
            reached = Stage.FACTS if self.photos else Stage.PHOTOS
        return max(self.stage, reached, key=list(Stage).index)


def children(
    store: Store, today: date | None = None, *, with_archived: bool = False
) -> tuple[ChildCard, ...]:
    """Every child of every case that is not put away, the most urgent first; with those put away
    when they are asked for too."""
    on = today or today_in_london()
    many = store.vault.how_many({kind.kind for kind in _COUNTED})
    cards = [
        _card(case_id, records, child, on, many, archived=archived)
        for case_id, records in store.vault.look_over({kind.kind for kind in _SHOWN}).items()
        for archived in [any(case.archived for case in records.of(Case))]
        if with_archived or not archived
        for child in records.of(Child)
    ]
    return tuple(sorted(cards, key=lambda card: (card.due or date.max, card.reference)))


def _card(
    case_id: UUID,
    records: Records,
    child: Child,
    on: date,
    many: Mapping[tuple[UUID, str], int],
    *,
    archived: bool,
) -> ChildCard:
    person = records.find(Person, child.person)
    born = child.born.day()
    return ChildCard(
        child=child.id,
        case=case_id,
        reference=child.reference,
        name=person.called if person else "",
        stage=child.stage,
        due=child.due,
        due_for=child.due_for,
        working_days_left=working_days_left(child.due, on) if child.due else None,
        open_findings=None,
        age=age_on(born, on) if born else None,
        home=_home_of_today(records, child),
        portrait=person.portrait if person else None,
        archived=archived,
        born=child.born,
        photos=many.get((case_id, Photo.kind), 0),
        facts=sum(many.get((case_id, kind.kind), 0) for kind in (Fact, Milestone, Home)),
        passages=many.get((case_id, Passage.kind), 0),
        books=many.get((case_id, Edition.kind), 0),
    )


def _home_of_today(records: Records, child: Child) -> str:
    lived = [
        home
        for home in records.of(Home)
        if home.end is None and (not home.about or child.id in home.about)
    ]
    if not lived:
        return ""
    newest = max(lived, key=lambda home: home.start.sort_key(child.born.day()))
    people = (records.find(Person, key) for key in newest.people)
    return newest.name or " and ".join(one.called for one in people if one and not one.pet)


def add_child(store: Store, name: str, born: HonestDate | None = None) -> FoundChild:
    """A new case of one child, with nothing in it but the name and the day of birth."""
    reference = new_reference(references(store))
    when = born or HonestDate.unknown()
    case = store.vault.new_case(reference)
    key = uuid4()
    person = Person(about=frozenset({key}), given=name.strip(), born=when)
    child = Child(id=key, about=frozenset({key}), person=person.id, reference=reference, born=when)
    with case.change("Add a child") as change:
        change.add(person)
        change.add(child)
    return FoundChild(case, child.id)


def change_child(store: Store, child: UUID, name: str, born: HonestDate) -> None:
    """Correct what was said when a child was added: what they are called, and the day of birth, in
    one step. Nothing is written when nothing changed. Raises NoSuchChild."""
    found = find_child(store, child)
    person = found.person
    with found.case.change("Change the name or birthday") as change:
        if person is not None:
            change.replace(person, replace(renamed(person, name.strip()), born=born))
        change.replace(found.child, replace(found.child, born=born))


def set_due(store: Store, child: UUID, due: date | None, due_for: str, stage: Stage) -> None:
    """Keep what falls due for a child and when, and how far the story is; undo takes it back.
    Raises NoSuchChild."""
    found = find_child(store, child)
    changed = replace(found.child, due=due, due_for=due_for.strip(), stage=stage)
    keep_changed(found.case, "Set what is due", changed)


def put_away(store: Store, case_id: UUID, *, archived: bool) -> None:
    """Put a case away with all its children, or bring it back to the open ones. Nothing in it
    changes, and undo takes it back."""
    case = open_case(store, case_id)
    with case.change("Put the case away" if archived else "Bring the case back") as change:
        for one in case.records.of(Case):
            change.replace(one, replace(one, archived=archived))


def add_from_open_folder(
    store: Store, folder: Path, progress: Progress = silent, cancelled: Cancelled = never
) -> TakenIn:
    """A new case from an open folder, whole or not at all.

    Raises LifestoryError: a folder that breaks the schema, a case that is here already, Stopped.
    """
    progress(0, 0, "Reading the folder")
    parcel = read_open_folder(folder)
    deliver = delivered_from(parcel)
    return take_in(store, parcel.records, deliver, progress, cancelled, trail=parcel.trail)
