"""Whether a picture may be shown to a recipient, and which of its regions must be covered."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from lifestory.domain.arrangement import Edition
from lifestory.domain.edits import Hid, Hidden, Region
from lifestory.domain.media import Original, Permission, Photo
from lifestory.domain.people import Child, Person
from lifestory.domain.readers import Recipient
from lifestory.domain.records import Records


@dataclass(frozen=True)
class Permissions:
    """What people of a case allowed one recipient, as it stands on one day.

    `own` is the person whose book it is. The rules: PRACTICE §4 `other-child`, `no-consent`.
    """

    records: Records
    recipient: Recipient
    own: UUID | None
    on: date

    def may_show(self, person: UUID) -> bool:
        """True when the person may be shown.

        The book's own child and animals need no permission, nor does the council's own file.
        Anyone else, brothers and sisters too, needs one that was given, is for this recipient,
        and has not run out; someone whose record is gone has none.
        """
        if self.recipient is Recipient.COUNCIL_FILE or person == self.own:
            return True
        who = self.records.find(Person, person)
        if who is None:
            return False
        if who.pet:
            return True
        counts = self.what_counts(person)
        return counts is not None and counts.given and not self._ended(counts)

    def what_counts(self, person: UUID) -> Permission | None:
        """The newest word about showing someone to this recipient, given or refused; None where
        nobody was asked. What was said for the book of a brother or sister says nothing here."""
        heard = [
            one
            for one in self.records.of(Permission)
            if one.person == person
            and (not one.about or self._child in one.about)
            and (not one.recipients or self.recipient in one.recipients)
        ]
        return max(heard, key=lambda one: (_day(one), not one.given), default=None)

    @property
    def _child(self) -> UUID | None:
        """The child whose book it is."""
        return next((one.id for one in self.records.of(Child) if one.person == self.own), None)

    def _ended(self, permission: Permission) -> bool:
        span = permission.until.span() if permission.until else None
        return span is not None and span.last < self.on

    def regions_to_cover(self, photo: Photo, original: Original) -> tuple[Hidden, ...] | None:
        """The regions of a photo that must not be seen; None when it may not be shown at all,
        because someone without permission is in it and nobody marked where."""
        covered = list(photo.covered)
        for one in photo.people:
            if self.may_show(one.person):
                continue
            if one.region is None or not _lies_in(one.region, original.size(photo.page)):
                return None
            covered.append(Hidden.over(one.region, Hid.FACE))
        return tuple(covered)


def child_of(records: Records, edition: Edition) -> Child | None:
    """The child whose book an edition is: the first of the case where it names none."""
    children = records.of(Child)
    return records.find(Child, edition.child) or (children[0] if children else None)


def allowed_in(records: Records, edition: Edition, today: date) -> Permissions:
    """What people allowed the reader of an edition. A permission must hold today, and on the day
    the story is told where that is later."""
    child = child_of(records, edition)
    on = max(edition.told_on or today, today)
    return Permissions(records, edition.recipient, child.person if child else None, on)


def _day(permission: Permission) -> date:
    """The day a word counts from. Where that is not known to the day, a refusal is taken to be
    the later one: a face shown in error can't be taken back."""
    span = permission.given_on.span()
    if permission.given:
        return span.first if span else date.min
    return span.last if span else date.max


def _lies_in(region: Region, size: tuple[int, int]) -> bool:
    """True when a region has pixels of the page to cover."""
    across = min(region.left + region.width, size[0]) - max(region.left, 0)
    down = min(region.top + region.height, size[1]) - max(region.top, 0)
    return region.width > 0 and region.height > 0 and across > 0 and down > 0
