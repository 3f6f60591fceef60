"""The people around a child: who they are and what they are called."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from uuid import UUID

from lifestory.app.open_case import FoundChild, OpenCase, keep_changed, standing, take_out
from lifestory.domain.media import InPhoto, Photo
from lifestory.domain.people import Person, Relationship


def people(case: OpenCase) -> tuple[Person, ...]:
    """Everyone in the case, by the name the book calls them."""
    return tuple(sorted(case.records.of(Person), key=lambda one: one.called.casefold()))


def add_person(found: FoundChild, person: Person, is_a: str = "") -> Person:
    """A new person, and what they are to the child when it is said."""
    with found.case.change("Add a person") as change:
        change.add(person)
        if is_a:
            to = found.child.person
            change.add(Relationship(about=person.about, person=person.id, to=to, is_a=is_a))
    return person


def add_person_in_photos(case: OpenCase, keys: Iterable[UUID], person: Person) -> None:
    """A new person who is in all of these photos, as one step."""
    photos = [one for key in keys if (one := case.records.find(Photo, key)) is not None]
    about = frozenset().union(*(one.about for one in photos)) if photos else person.about
    with case.change("Add a person") as change:
        change.add(replace(person, about=about))
        for photo in photos:
            inside = (*photo.people, InPhoto(person=person.id))
            change.replace(photo, replace(photo, people=inside))


def change_person(case: OpenCase, person: Person) -> None:
    """Keep a changed person; nothing is written when nothing changed."""
    keep_changed(case, "Change a person", person)


def renamed(person: Person, called: str) -> Person:
    """This person called otherwise: the name that the book calls them by is another now."""
    given = called if person.called == person.given else person.given
    return replace(person, given=given, known_as=called if person.known_as else "")


def relationships(found: FoundChild) -> tuple[Relationship, ...]:
    """What everyone is to this child."""
    child = found.child.person
    return tuple(one for one in found.case.records.of(Relationship) if one.to == child)


def remove_person(case: OpenCase, person: UUID) -> None:
    """Take a person out, and what they were to others; undo brings both back. Raises Gone."""
    ties = (tie for tie in case.records.of(Relationship) if person in {tie.person, tie.to})
    take_out(case, "Take out a person", standing(case, Person, person), *ties)
