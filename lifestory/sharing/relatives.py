"""Who belongs to the child, and how: the people of a page that stands on people.

A page is filled with whom the worker chose for it; where nobody was chosen, with those its type is
about, out of what everyone is said to be to the child.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

from lifestory.domain.life import Home
from lifestory.domain.people import Person, Relationship
from lifestory.domain.records import Records
from lifestory.sharing.kin import COUPLES, PARENTS, SIBLINGS, Kin, kinds_of_kin, understood
from lifestory.sharing.shared import Family, SharedPerson, SharedTie

_TREES = {"family-tree", "genogram"}
FILLED = frozenset(
    {"my-family-now", "birth-parent", "brothers-and-sisters", "wider-family", "people-who-helped",
     "the-judge", "circles-of-people", *_TREES}
)  # fmt: skip
"""Page types that stand on people. Source: PRACTICE §3 "Page types"."""

_CHILDHOOD = timedelta(days=18 * 365)


class Relatives:
    """The people of a case about one child: `lived` are the child's homes in their order."""

    def __init__(
        self, records: Records, own: UUID | None, child: UUID | None, born: date | None,
        lived: Sequence[Home],
    ) -> None:  # fmt: skip
        self.records = records
        self.own, self.child, self.born = own, child, born
        self.lived = lived
        ties = [one for one in records.of(Relationship) if not one.about or child in one.about]
        self.ties = ties
        self.told = {one.person: one for one in reversed(ties) if one.to == own}
        self.homes = {key: order for order, home in enumerate(lived) for key in home.people}
        today = [home for home in lived if home.end is None]
        self.here = set(today[-1].people) if today else set[UUID]()
        self.sides = self._sides()

    def placed(self, person: SharedPerson) -> SharedPerson:
        """The person with what they are to the child."""
        tie = self.told.get(person.id)
        kin = understood(tie.is_a)[0] if tie else None
        side = self.sides.get(person.id)
        record = self.records.find(Person, person.id)
        return replace(
            person,
            kin=self._named(kin, side) if kin else "pet" if person.pet else "",
            family=side,
            older=kin.older if kin else 1 if side in {Family.CARE, Family.HELPER} else 0,
            pronouns=record.pronouns if record else "they",
            home=self.homes.get(person.id),
            here_now=person.id in self.here,
        )

    def of(self, page_type: str) -> list[UUID]:
        """Those a page of this type is about, in the order they were first written; parents first,
        and animals last."""
        everyone = [one for one in self.records.of(Person) if one.id in self._everyone()]
        found = [one for one in everyone if self._belongs(one, page_type)]
        found.sort(key=lambda one: (one.pet, self._rank(one.id)))
        keys = [one.id for one in found]
        return keys[:1] if page_type in {"birth-parent", "the-judge"} else keys

    def needs_permission(self, person: Person, on: date) -> bool:
        """True for another child, who is named only with permission. Source: PRACTICE §4
        `other-child`."""
        if person.pet or person.id == self.own:
            return False
        span = person.born.span()
        if span is not None:
            return on - span.last < _CHILDHOOD
        tie = self.told.get(person.id)
        kin = understood(tie.is_a)[0] if tie else None
        return kin is not None and kin.child

    def between(self, people: Iterable[SharedPerson]) -> tuple[SharedTie, ...]:
        """The ties of parents to children and of couples among some people and the child."""
        there = {one.id: one for one in people}
        keys = {*there, *([self.own] if self.own else [])}
        found: dict[tuple[UUID, UUID], SharedTie] = {}
        for tie in self.ties:
            if not {tie.person, tie.to} <= keys:
                continue
            kin, side = understood(tie.is_a)
            if COUPLES.search(tie.is_a.casefold()):
                made = SharedTie(tie.person, tie.to, couple=True)
            elif kin and (kin.name in PARENTS or kin.name in {"foster-carer", "special-guardian"}):
                fostering = kin.name == "foster-carer" or side is Family.CARE
                by_law = side is Family.NOW and not fostering
                made = SharedTie(tie.person, tie.to, adopted=by_law, fostering=fostering)
            else:
                continue
            found.setdefault((tie.person, tie.to), made)
        return tuple(found.values())

    def _everyone(self) -> set[UUID]:
        return ({*self.told, *self.homes} | self.here) - {self.own} - self._of_another_book()

    def _of_another_book(self) -> set[UUID]:
        people = self.records.of(Person)
        return {one.id for one in people if one.about and self.child not in one.about}

    def _belongs(self, person: Person, page_type: str) -> bool:
        side, tie = self.sides.get(person.id), self.told.get(person.id)
        kin = understood(tie.is_a)[0] if tie else None
        name = kin.name if kin else ""
        parent = name in PARENTS
        match page_type:
            case "my-family-now":
                return side is Family.NOW
            case "birth-parent":
                return side is Family.BIRTH and parent
            case "brothers-and-sisters":
                return name in SIBLINGS
            case "wider-family":
                near = parent or name in SIBLINGS or person.id in self.here or person.pet
                return side in {Family.BIRTH, Family.NOW} and not near
            case "people-who-helped":
                return side is Family.HELPER and name != "judge"
            case "the-judge":
                return name == "judge"
            case "family-tree":
                return side in {Family.BIRTH, Family.NOW, Family.CARE}
            case "genogram":
                return side in {Family.BIRTH, Family.NOW} and not person.pet
            case _:
                return side is not None

    def _rank(self, key: UUID) -> int:
        tie = self.told.get(key)
        kin = understood(tie.is_a)[0] if tie else None
        if kin is None:
            return 0 if key in self.here else 3
        return 0 if kin.name in PARENTS or kin.name == "foster-carer" else 2 - (kin.older == 0)

    def _named(self, kin: Kin, side: Family | None) -> str:
        """A mother of the family of birth is called so, whatever the worker wrote."""
        born_to = f"birth-{kin.name}"
        return born_to if side is Family.BIRTH and born_to in kinds_of_kin() else kin.name

    def _sides(self) -> dict[UUID, Family]:
        """The family everybody belongs to. Who lives with the child today is family now; else what
        the worker wrote says it, or whose kin they are, or whether they came with a new home."""
        sides: dict[UUID, Family] = {}
        unsaid: list[Relationship] = []
        for key in self.homes:
            sides[key] = Family.NOW if key in self.here else Family.CARE
        for key, tie in self.told.items():
            side = understood(tie.is_a)[1]
            if key in self.here:
                sides[key] = Family.NOW
            elif side:
                sides[key] = side
            elif understood(tie.is_a)[0]:
                unsaid.append(tie)
        for tie in unsaid:
            sides[tie.person] = self._side_by_others(tie, sides) or self._side_by_time(tie)
        return sides

    def _side_by_others(self, tie: Relationship, sides: Mapping[UUID, Family]) -> Family | None:
        for other in self.ties:
            if tie.person in {other.person, other.to} and self.own not in {other.person, other.to}:
                beside = other.to if other.person == tie.person else other.person
                if sides.get(beside) in {Family.BIRTH, Family.NOW}:
                    return sides[beside]
        return None

    def _side_by_time(self, tie: Relationship) -> Family:
        span = tie.since.span(self.born)
        today = [home for home in self.lived if home.end is None]
        start = today[-1].start.span(self.born) if today and len(self.lived) > 1 else None
        if span and start and span.first >= start.first:
            kin = understood(tie.is_a)[0]
            young = kin is not None and kin.name in SIBLINGS
            return Family.BIRTH if young else Family.NOW
        return Family.BIRTH
