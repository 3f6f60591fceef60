"""Beside the large photo: who is in it, whose face is marked next, what is changed for print."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from lifestory.app.album import Album, PhotoLook
from lifestory.app.standing import WHOLE, Standing
from lifestory.gui.models.photo_words import caption, taken_in_words
from lifestory.gui.widgets import parts
from lifestory.gui.widgets.place import INSPECTOR
from lifestory.gui.widgets.scrolled import Scrolled
from lifestory.gui.widgets.viewer_bar import Mode
from lifestory.gui.widgets.who_field import WhoField


class ViewerPanel(QWidget):
    """`uncut`, `unturned`, `coloured` and `uncovered` (with its number) take a change back;
    `add_frame` lays a frame in the middle of the picture, for the `person` that is chosen."""

    uncut = Signal()
    unturned = Signal(int)
    coloured = Signal()
    uncovered = Signal(int)
    add_frame = Signal()

    def __init__(self) -> None:
        super().__init__()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(8)
        self.title = parts.label(kind="title", wrap=True)
        self.when = parts.label(tone="quiet", wrap=True)
        column.addWidget(self.title)
        column.addWidget(self.when)
        column.addSpacing(8)
        column.addWidget(parts.label(self.tr("Who is in it"), "field", "quiet"))
        self.who = WhoField()
        column.addWidget(self.who)
        column.addSpacing(8)
        column.addWidget(parts.rule())
        self.doing = parts.label(kind="field", tone="quiet")
        self.hint = parts.label(wrap=True)
        self.whose = parts.ChoiceBox(self.tr("Whose face"))
        self.add = parts.button("", "plus", size="small")
        self.add.clicked.connect(self.add_frame)
        column.addWidget(self.doing)
        column.addWidget(self.whose)
        column.addWidget(self.hint)
        column.addWidget(self.add, alignment=Qt.AlignmentFlag.AlignLeft)
        column.addSpacing(8)
        column.addWidget(parts.label(self.tr("Changes to the printed copy"), "field", "quiet"))
        self._changes = QVBoxLayout()
        self._changes.setSpacing(8)
        column.addLayout(self._changes)
        column.addStretch(1)
        outer.addWidget(Scrolled(inner, INSPECTOR), 1)
        outer.addWidget(parts.rule())
        outer.addWidget(self._promise())
        self.show_mode(Mode.LOOK)

    def _promise(self) -> QWidget:
        foot = QWidget()
        row = QHBoxLayout(foot)
        row.setContentsMargins(16, 12, 16, 12)
        row.setSpacing(8)
        row.addWidget(parts.picture("shield-check", "good"))
        said = self.tr(
            "The original is never changed. Crop and cover are made into a new picture for print."
        )
        row.addWidget(parts.label(said, "minor", "quiet", wrap=True), 1)
        return foot

    @property
    def person(self) -> UUID | None:
        """Whose face is marked next."""
        key = self.whose.currentData()
        return key if isinstance(key, UUID) else None

    def choose_person(self, person: UUID) -> None:
        """Mark this one's face next."""
        self.whose.choose(person)

    def show_mode(self, mode: Mode) -> None:
        """Say what is being done and how; the button lays a frame without a mouse."""
        keys = self.tr(
            "Arrows move a frame, Shift+arrows size it, Tab goes to the next, Delete takes it "
            "away. Enter is done."
        )
        doing, hint, add = {
            Mode.LOOK: ("", "", ""),
            Mode.CROP: (
                self.tr("Crop"),
                self.tr("Drag the handles. Arrows move, Shift+arrows size. Enter is done."),
                "",
            ),
            Mode.COVER: (
                self.tr("Cover"),
                self.tr("Draw over what must never be seen: an address, a number plate."),
                self.tr("Cover a part"),
            ),
            Mode.FACES: (
                self.tr("Whose face"),
                self.tr("Choose who it is, then draw round the face."),
                self.tr("Mark this face"),
            ),
        }[mode]
        self.doing.setText(doing)
        self.hint.setText(f"{hint} {keys}" if add else hint)
        self.add.setText(add)
        self.add.setAccessibleName(add or self.tr("Add a frame"))
        for part in (self.doing, self.hint):
            part.setVisible(bool(doing))
        self.add.setVisible(bool(add))
        self.whose.setVisible(mode is Mode.FACES)

    def show_photo(self, look: PhotoLook, album: Album) -> None:
        """Show what is known of it and changed."""
        photo = look.photo
        self.title.setText(caption(photo) or self.tr("No caption yet"))
        self.when.setText(taken_in_words(photo))
        self.who.show_who(photo.people, album)
        self._offer_people(look, album)
        self._clear()
        standing = Standing.of(photo.edits)
        if standing.cut != WHOLE:
            kept = _faces_kept(look, standing)
            note = self.tr("every face kept") if kept else self.tr("a face is cut")
            self._change("crop", self.tr("Cropped"), note, self.uncut.emit, good=kept)
        if standing.quarters:
            note = {
                1: self.tr("a quarter to the right"),
                2: self.tr("by half, upside down"),
                3: self.tr("a quarter to the left"),
            }[standing.quarters]
            back = -standing.quarters % 4
            self._change("rotate-cw", self.tr("Turned"), note, lambda: self.unturned.emit(back))
        if standing.grey:
            self._change("contrast", self.tr("Black and white"), "", self.coloured.emit)
        for number in range(len(photo.covered)):
            self._change(
                "droplet",
                self.tr("Part {number} is covered").format(number=number + 1),
                self.tr("in every book"),
                lambda number=number: self.uncovered.emit(number),  # type: ignore[misc]
            )
        if not self._changes.count():
            self._changes.addWidget(parts.label(self.tr("None: it prints as it is."), wrap=True))

    def forget(self) -> None:
        """Show nothing any more."""
        for words in (self.title, self.when):
            words.setText("")
        self.who.forget()
        self.whose.clear()
        self._clear()

    def _offer_people(self, look: PhotoLook, album: Album) -> None:
        chosen = self.person
        marked = {one.person: one.region is not None for one in look.photo.people}
        # First who is in it and not marked yet, then everyone else.
        people = sorted(
            (one for one in album.people.values() if one.called),
            key=lambda one: (marked.get(one.id, True), one.called.casefold()),
        )
        self.whose.clear()
        for person in people:
            self.whose.addItem(person.called, person.id)
        if chosen is not None and not marked.get(chosen, False):
            self.choose_person(chosen)

    def _clear(self) -> None:
        while (item := self._changes.takeAt(0)) is not None:
            if (row := item.widget()) is not None:
                row.hide()
                row.deleteLater()

    def _change(
        self,
        icon: str,
        words: str,
        note: str,
        back: Callable[[], object],
        *,
        good: bool = True,
    ) -> None:
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(12)
        line.addWidget(parts.picture(icon), alignment=Qt.AlignmentFlag.AlignTop)
        said = QVBoxLayout()
        said.setSpacing(0)
        said.addWidget(parts.label(words, wrap=True))
        if note:
            said.addWidget(parts.label(note, "minor", "quiet" if good else "look", wrap=True))
        line.addLayout(said, 1)
        remove = parts.button(self.tr("Remove"), size="small")
        remove.setAccessibleName(self.tr("Remove: {what}").format(what=words))
        remove.clicked.connect(lambda _=False: back())
        line.addWidget(remove)
        self._changes.addWidget(row)


def _faces_kept(look: PhotoLook, standing: Standing) -> bool:
    """True when every face that is marked lies wholly inside what is kept."""
    if look.original is None:
        return True
    size = look.original.width, look.original.height
    boxes = [standing.shows(one.region, *size) for one in look.photo.people if one.region]
    rim = 0.001
    return all(
        left >= -rim and top >= -rim and left + wide <= 1 + rim and top + high <= 1 + rim
        for left, top, wide, high in boxes
    )
