"""Saying whose face is where, so that it is shown or covered as they allowed."""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID

from PySide6.QtCore import QRectF, Signal

from lifestory.domain.edits import Region
from lifestory.domain.media import InPhoto
from lifestory.gui.places.viewer_bench import Bench
from lifestory.gui.places.viewer_craft import Craft
from lifestory.gui.widgets import parts
from lifestory.gui.widgets.frame import Frame, Kind

_NAMELESS = "nameless"
"""The key of the frame of whom nobody has said yet who it is."""


class Faces(Craft):
    """`face_marked` carries the photo's id, that of a person, and the Region of their face, or
    None. What is drawn before one has said whose face it is waits for a name, and is not kept."""

    face_marked = Signal(object, object, object)
    draws = True

    def __init__(self, bench: Bench) -> None:
        super().__init__(bench)
        self.title = self.tr("Whose face")
        self.hint = self.tr("Draw round a face and say who it is.")
        self.add = self.tr("Mark this face")
        self.whose = parts.ChoiceBox(self.tr("Whose face"))
        self.whose.activated.connect(self._name)
        self.controls = self.whose
        self._nameless: Region | None = None
        self._of: UUID | None = None

    @property
    def person(self) -> UUID | None:
        """Whose face is marked next."""
        key = self.whose.currentData()
        return key if isinstance(key, UUID) else None

    def choose_person(self, person: UUID) -> None:
        """Mark this one's face next."""
        self.whose.choose(person)

    def begin(self) -> None:
        self._nameless = None

    def tell(self) -> None:
        """Offer who is in it and not marked yet, then everyone else. Nobody is taken for someone
        unsaid: only who is known to be in it is chosen beforehand."""
        photo = self.bench.photo
        if photo is None:
            return
        chosen = self.person if photo.id == self._of else None
        self._of = photo.id
        marked = {one.person: one.region is not None for one in photo.people}
        people = sorted(
            (one for one in self.bench.album.people.values() if one.called),
            key=lambda one: (marked.get(one.id, True), one.called.casefold()),
        )
        there = [one.id for one in people if marked.get(one.id) is False]
        self.whose.clear()
        self.whose.addItem(self.tr("Choose who it is"), None)
        for person in people:
            self.whose.addItem(person.called, person.id)
        if chosen in there or (chosen is not None and chosen not in marked):
            self.choose_person(chosen)
        elif there:
            self.choose_person(there[0])

    def forget(self) -> None:
        self._nameless = None
        self.whose.clear()

    def frames(self) -> list[Frame]:
        photo, whole, made = self.bench.photo, self.bench.stage.whole, []
        people = self.bench.album.people
        for one in photo.people if photo else ():
            box = self.bench.box(one.region) if one.region else QRectF()
            if one.region and box.intersects(whole):
                called = people[one.person].called if one.person in people else ""
                made.append(Frame(Kind.FACE, box, whole, called, one.person))
        if self._nameless is not None:
            box = self.bench.box(self._nameless)
            made.append(Frame(Kind.FACE, box, whole, self.tr("Who is it?"), _NAMELESS))
        return made

    def lay(self, box: QRectF) -> object:
        if self.person is None:
            self._nameless = self.bench.region(box)
            self.bench.lies.emit()
            self.whose.setFocus()
            self.whose.showPopup()
            return None
        person = self.person
        self._mark(person, self.bench.region(box))
        return person

    def settle(self, frame: Frame) -> None:
        if isinstance(frame.key, UUID):
            self._mark(frame.key, self.bench.region(frame.box))
        elif self._nameless is not None:
            self._nameless = self.bench.region(frame.box)

    def remove(self, frame: Frame) -> None:
        if isinstance(frame.key, UUID):
            self._mark(frame.key, None)
        else:
            self._nameless = None
            self.bench.lies.emit()

    def _name(self) -> None:
        """What was drawn before is the face of the one who has now been chosen."""
        region, self._nameless = self._nameless, None
        if region is not None and self.person is not None:
            self._mark(self.person, region)
        elif region is not None:
            self.bench.lies.emit()

    def _mark(self, person: UUID, region: Region | None) -> None:
        photo = self.bench.photo
        if photo is None:
            return
        self.face_marked.emit(photo.id, person, region)
        there = any(one.person == person for one in photo.people)
        people = photo.people if there else (*photo.people, InPhoto(person=person))
        marked = [replace(one, region=region) if one.person == person else one for one in people]
        self.bench.alter(replace(photo, people=tuple(marked)))
