"""The photo chosen on the page: how sharp it prints, how much room it gets, its caption."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from lifestory.app.arranging_book import page_type
from lifestory.domain.arrangement import Block
from lifestory.domain.media import Photo
from lifestory.domain.readers import Band, text_for
from lifestory.gui import icons
from lifestory.gui.models import wishes
from lifestory.gui.models.frames import Frame
from lifestory.gui.models.mentions import plain
from lifestory.gui.widgets import parts
from lifestory.gui.widgets.flow import in_a_row


class ChosenPhoto(QWidget):
    """`asked` carries a wish. It is seen only while a photo is chosen."""

    asked = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.frame: Frame | None = None
        self.block: Block | None = None
        self._band = Band.ADULT
        self._offered: set[str] = set()
        """What can be done with the photo on this page."""
        self._captioned: tuple[UUID, Band] | None = None
        """The photo and the reader whose caption stands in the field."""
        self._kept = self._said = ""
        """That caption as it was last heard of, and as it was last said here."""
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(parts.rule())
        column.addWidget(parts.label(self.tr("Chosen photo"), "field", "quiet"))
        self.name = parts.label(kind="strong", wrap=True)
        column.addWidget(self.name)
        sharp = QHBoxLayout()
        sharp.setSpacing(6)
        self._mark = parts.picture("check", "good")
        self.sharpness = parts.label(kind="minor", wrap=True)
        sharp.addWidget(self._mark)
        sharp.addWidget(self.sharpness, 1)
        column.addLayout(sharp)
        self.room_words = parts.label(self.tr("Room it gets"))
        self.room = parts.Choice(self.tr("Room it gets"), ("1", "2", "3", "4", "5"), narrow=True)
        self.room.setToolTip(self.tr("Keys 1 to 5 on the page"))
        self.room.chosen.connect(lambda at: self.act(f"room:{at + 1}"))
        self._room_row = in_a_row(self.room_words, end=self.room)
        column.addWidget(self._room_row)
        self.caption = parts.Field(self.tr("Caption for this reader"))
        self.caption.left.connect(self.say_caption)
        column.addLayout(parts.under(self.tr("Caption for this reader"), self.caption))
        self.take_off = parts.button(self.tr("Take it off the page"), "image-off", size="small")
        self.take_off.setToolTip(self.tr("Delete on the page, or drag it to the photos below"))
        self.take_off.clicked.connect(lambda: self.act("off"))
        self._off_row = in_a_row(self.take_off)
        column.addWidget(self._off_row)

    def show_photo(self, block: Block | None, frame: Frame | None, band: Band) -> None:
        """Show the photo of a frame, on the page of a block."""
        self.block, self.frame, self._band = block, frame, band
        photo = frame.photo if frame else None
        self._show_caption(photo)
        self.setVisible(photo is not None)
        if frame is None or photo is None:
            return
        words = plain(text_for(photo.captions, band))
        self.name.setText(plain(photo.alt) or words or self.tr("A photo without words"))
        sharp = self.tr("{dpi} dpi at this size, sharp")
        soft = self.tr("{dpi} dpi at this size: it will look soft. Give it less room.")
        tone = "good" if frame.sharp else "look"
        self.sharpness.setText((sharp if frame.sharp else soft).format(dpi=frame.dpi))
        parts.set_tone(self.sharpness, tone)
        icons.dress(self._mark, "check" if frame.sharp else "triangle-alert", tone)
        self._show_room(photo.id)

    def _show_caption(self, photo: Photo | None) -> None:
        """Pages are composed anew while one types: what is typed and not yet said stays."""
        kept = text_for(photo.captions, self._band) if photo else ""
        captioned = (photo.id, self._band) if photo else None
        if captioned != self._captioned:
            self.say_caption()
            self._captioned, self._kept, self._said = captioned, kept, kept
            self.caption.setText(kept)
        elif kept != self._kept:
            self._kept = kept
            if self.caption.text() in (self._said, kept):
                self._said = kept
                self.caption.setText(kept)

    def _show_room(self, photo: UUID) -> None:
        block = self.block
        placed = self.frame is not None and self.frame.placed and block is not None
        several = block is not None and "photos" in page_type(block.page_type).slots
        self._offered = {"off"} if placed else set()
        if placed and several:
            self._offered |= {"room", "swap"}
        self._room_row.setVisible("room" in self._offered)
        self._off_row.setVisible(placed)
        self.room.choose((block.weights.get(str(photo), 3) if block else 3) - 1)

    def say_caption(self) -> None:
        """Say the caption that was typed, if it is another one."""
        if self._captioned is not None and self.caption.text() != self._said:
            self._said = self.caption.text()
            self.asked.emit(wishes.WriteCaption(self._captioned[0], self._said))

    def act(self, what: str) -> None:
        """Do what a key on the page or a button here means: room:1–5, off, swap:±1. Nothing where
        the page offers no such thing: it would be kept and never be seen."""
        photo = self.frame.photo if self.frame else None
        block = self.block
        if block is None or photo is None:
            return
        verb, _, rest = what.partition(":")
        if verb not in self._offered:
            return
        match verb:
            case "room":
                self.asked.emit(wishes.WeighPhoto(block.id, photo.id, int(rest)))
            case "off":
                self.asked.emit(wishes.TakePhotoOff(block.id, photo.id))
            case "swap":
                self.asked.emit(wishes.SwapPhotos(block.id, photo.id, int(rest)))
