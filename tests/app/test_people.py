"""The people around a child: somebody new is named where they are seen."""

from __future__ import annotations

from lifestory.app.open_case import FoundChild
from lifestory.app.people import add_person_in_photos, people
from lifestory.domain.media import InPhoto, Photo
from lifestory.domain.people import Person


def test_somebody_new_is_in_the_photos_as_one_step(robin: FoundChild) -> None:
    case, about = robin.case, frozenset({robin.id})
    photos = [Photo(about=about), Photo(about=about, people=(InPhoto(person=robin.child.person),))]
    with case.change("Add photos") as change:
        for photo in photos:
            change.add(photo)
    before = dict(case.records)
    add_person_in_photos(case, [one.id for one in photos], Person(known_as="Auntie Bev"))
    bev = next(one for one in people(case) if one.called == "Auntie Bev")
    assert bev.about == about
    for photo in photos:
        kept = case.records.find(Photo, photo.id)
        assert kept is not None
        assert kept.people == (*photo.people, InPhoto(person=bev.id))
    case.undo()
    assert dict(case.records) == before
