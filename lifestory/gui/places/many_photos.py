"""Many photos chosen at once: one date for all, someone who is in all of them, all turned."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from lifestory.app.album import Album, Doubt, PhotoLook
from lifestory.domain.dates import HonestDate
from lifestory.gui.models.photo_words import age_then, day_in_words
from lifestory.gui.widgets import parts
from lifestory.gui.widgets.band_words import TellFrom
from lifestory.gui.widgets.dates import DateField
from lifestory.gui.widgets.new_person import Adding, NewPerson, offer_new


class ManyPhotos(QWidget):
    """`dated` carries an HonestDate, `added` and `taken_out` the id of a person, `brought` a new
    Person, `told_from` an age in years, `turned` quarters clockwise, `date_confirmed` that their
    dates are right as they are; all of them for every photo of `ids`."""

    dated = Signal(object)
    date_confirmed = Signal()
    turned = Signal(int)
    added = Signal(object)
    brought = Signal(object)
    taken_out = Signal(object)
    told_from = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._album = Album()
        self.ids: list[UUID] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(8)
        self.title = parts.label(kind="title", wrap=True)
        column.addWidget(self.title)
        self.dates = parts.label(tone="quiet", wrap=True)
        column.addWidget(self.dates)
        column.addSpacing(8)
        self.when = DateField(self.tr("One date for all of them"))
        self.when.tells = self._tell_of
        self.when.edited.connect(self.dated)
        self.doubted = parts.label(kind="minor", tone="look", wrap=True)
        self.right = parts.button(self.tr("Their dates are right"), size="small")
        self.right.clicked.connect(self.date_confirmed)
        self.add = parts.ChoiceBox(self.tr("Someone who is in all of them"))
        self.new = NewPerson()
        self.out = parts.ChoiceBox(self.tr("Someone who is not in them"))
        self.tell = TellFrom()
        self.tell.edited.connect(self.told_from)
        for heading, *fields in (
            (self.when.field.accessibleName(), self.when, self.doubted, self.right),
            (self.tr("Who is in them"), self.add, self.new, self.out),
            (self.tr("May be shown from age"), self.tell),
            (self.tr("Lying on their side"), self._turns()),
        ):
            column.addWidget(parts.label(heading, "field", "quiet", wrap=True))
            for field in fields:
                column.addWidget(field)
            column.addSpacing(8)
        column.addStretch(1)
        adding = Adding(self.add, self.new)
        adding.picked.connect(self.added)
        adding.brought.connect(self.brought)
        self.out.activated.connect(lambda _: self._take_out())

    def _turns(self) -> QWidget:
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        for words, spoken, icon, quarters in (
            (self.tr("Left"), self.tr("Turn them to the left"), "rotate-ccw", 3),
            (self.tr("Right"), self.tr("Turn them to the right"), "rotate-cw", 1),
        ):
            button = parts.button(words, icon, size="small")
            button.setAccessibleName(spoken)
            button.clicked.connect(lambda _=False, by=quarters: self.turned.emit(by))
            line.addWidget(button)
        line.addStretch(1)
        return row

    def show_photos(self, looks: Sequence[PhotoLook], album: Album) -> None:
        """Show what these have in common."""
        chosen = [look.photo.id for look in looks]
        if set(chosen) != set(self.ids):
            self.say()
            self.when.drop()
        self.ids, self._album = chosen, album
        self.title.setText(self.tr("{count} photos").format(count=len(looks)))
        dates = {look.photo.taken for look in looks}
        alike = next(iter(dates)) if len(dates) == 1 else HonestDate()
        kinds = self.tr("{count} different dates").format(count=len(dates))
        self.dates.setText(day_in_words(alike) if len(dates) == 1 else kinds)
        self.when.show_date(alike)
        doubts = sum(look.doubt is not Doubt.NONE for look in looks)
        said = self.tr("{count} of them have a date that cannot be right.").format(count=doubts)
        one = self.tr("One of them has a date that cannot be right.")
        self.doubted.setText(one if doubts == 1 else said)
        self.doubted.setVisible(bool(doubts))
        self.right.setVisible(bool(doubts))
        everyone = {one.person for look in looks for one in look.photo.people}
        in_all = everyone.intersection(*({p.person for p in x.photo.people} for x in looks))
        names = sorted((one.called, key) for key, one in album.people.items() if one.called)
        _fill(self.add, self.tr("Add someone"), [one for one in names if one[1] not in in_all])
        offer_new(self.add, self.tr("Someone new…"))
        inside = [one for one in names if one[1] in everyone]
        _fill(self.out, self.tr("Take someone out"), inside)
        self.out.setVisible(bool(inside))
        ages = {look.photo.tell_from_age for look in looks}
        self.tell.show_age(max(ages, default=0))

    def forget(self) -> None:
        """Show nothing any more."""
        self.ids, self._album = [], Album()
        self.title.setText("")
        for field in (self.when, self.new, self.tell):
            field.forget()
        for box in (self.add, self.out):
            box.clear()

    def say(self) -> None:
        """Say what was typed, if it is not yet said."""
        self.when.say()

    def _tell_of(self, when: HonestDate) -> str:
        if when == HonestDate():
            return ""
        said = (day_in_words(when), age_then(self._album, when))
        return ". ".join(part for part in said if part)

    def _take_out(self) -> None:
        if (key := self.out.currentData()) is not None:
            self.taken_out.emit(key)


def _fill(box: parts.ChoiceBox, none: str, people: Sequence[tuple[str, UUID]]) -> None:
    box.clear()
    box.addItem(none, None)
    for called, key in people:
        box.addItem(called, key)
