"""Faces of people as a round frame shows them."""

from __future__ import annotations

from lifestory.domain.faces import about_face, faces_in
from lifestory.domain.media import Original, Photo
from lifestory.domain.people import Person
from lifestory.domain.records import Records
from lifestory.domain.standing import Box


def about_portrait(records: Records, person: Person) -> Box | None:
    """What a round frame shows of someone's portrait, in fractions of that photo, with their face
    whole; None where no portrait has their face marked in what is seen of it."""
    photo = records.find(Photo, person.portrait)
    original = records.find(Original, photo.original) if photo else None
    if photo is None or original is None:
        return None
    size = original.size(photo.page)
    theirs = tuple(one for one in photo.people if one.person == person.id)
    found = faces_in(photo, theirs, *size)
    return about_face(found[0], *photo.recipe.size(*size)) if found else None
