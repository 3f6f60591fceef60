"""Whether a picture may be shown to a recipient, and which of its regions must be covered."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from lifestory.domain.media import Permission, Photo, Region
from lifestory.domain.people import Child, Person
from lifestory.domain.readers import Recipient
from lifestory.domain.records import Records


def may_show(records: Records, person: UUID, recipient: Recipient, on: date) -> bool:
    """True when the person may be shown to the recipient on that day.

    The children of the case and animals need no permission, nor does the council's own file.
    Anyone else needs one that was given, is for this recipient, and has not run out; the newest
    word counts, so that a refusal takes back an earlier permission.
    """
    if recipient is Recipient.COUNCIL_FILE:
        return True
    who = records.find(Person, person)
    if who is None or who.pet or any(child.person == person for child in records.of(Child)):
        return True
    heard = [
        one
        for one in records.of(Permission)
        if one.person == person and (not one.recipients or recipient in one.recipients)
    ]
    if not heard:
        return False
    newest = max(heard, key=lambda one: (_day(one), not one.given))
    return newest.given and not _ended(newest, on)


def _day(permission: Permission) -> date:
    span = permission.given_on.span()
    return span.first if span else date.min


def _ended(permission: Permission, on: date) -> bool:
    span = permission.until.span() if permission.until else None
    return span is not None and span.last < on


def regions_to_cover(
    records: Records, photo: Photo, recipient: Recipient, on: date
) -> tuple[Region, ...] | None:
    """The regions of a photo that must not be seen; None when it may not be shown at all,
    because someone without permission is in it and nobody marked where."""
    covered = list(photo.covered)
    for one in photo.people:
        if may_show(records, one.person, recipient, on):
            continue
        if one.region is None:
            return None
        covered.append(one.region)
    return tuple(covered)
