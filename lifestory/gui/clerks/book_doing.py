"""What a wish at the book's desk comes to: editions made and changed, their pages arranged, filled,
captioned."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from lifestory.app import arranging_book as arranging
from lifestory.app import editions as shelf
from lifestory.app import for_grown_ups
from lifestory.app.apart import bring_page
from lifestory.app.first_book import make_first_book
from lifestory.app.left_out import left_out
from lifestory.app.mending import mend
from lifestory.app.open_case import FoundChild
from lifestory.app.orders import move_section, place_section
from lifestory.app.photos import caption_photo
from lifestory.domain.arrangement import Edition
from lifestory.domain.media import Photo
from lifestory.gui.models import wishes


def do(found: FoundChild, edition: UUID | None, wish: object) -> Any:
    """Do what was meant; with pages, in the edition one looks at."""
    case = found.case
    match wish:
        case wishes.MakeBook(wanted, order):
            made = make_first_book(found, wanted, order)
            return made, left_out(found, made)
        case wishes.MakeNotes():
            return for_grown_ups.make_notes(found)
        case wishes.MakeLetter():
            return for_grown_ups.make_letter(found)
        case wishes.ChangeEdition(changed, order):
            return shelf.change_edition(case, changed, order)
        case wishes.DuplicateEdition(key, name):
            return shelf.duplicate_edition(found, key, name)
        case wishes.DeleteEdition(key):
            return shelf.remove_edition(case, key)
        case wishes.WriteCaption(key, text):
            return _caption(found, edition, key, text)
    return _arranged(found, edition, wish) if edition else None


def _arranged(found: FoundChild, edition: UUID, wish: object) -> Any:
    """Do what was meant with the pages of an edition."""
    case = found.case
    match wish:
        case wishes.AddPage(kind, after):
            return arranging.add_page(case, edition, kind, after)
        case wishes.BringPage(other, block, beside):
            return bring_page(case, edition, other, block, beside)
        case wishes.RemovePage(block):
            return arranging.remove_page(case, edition, block)
        case wishes.MovePage(block, before):
            return arranging.move_page(case, edition, block, before)
        case wishes.MovePageToEnd(block, section):
            return arranging.move_page_to_end(case, edition, block, section)
        case wishes.MovePart(section, before):
            return place_section(case, edition, section, before)
        case wishes.StepPart(section, step):
            return move_section(case, edition, section, step)
        case wishes.StepPage(block, step):
            return arranging.step_page(case, edition, block, step)
        case wishes.FillSlot(block, slot, filled):
            return arranging.fill_slot(case, edition, block, slot, filled)
        case wishes.PutPhoto(block, photo, instead_of):
            return arranging.put_photo(case, edition, block, photo, instead_of)
        case wishes.CarryPhoto(photo, source, target):
            return arranging.carry_photo(case, edition, photo, source, target)
        case wishes.ExchangePhotos(one, other):
            return arranging.exchange_photos(case, edition, one, other)
        case wishes.TakePhotoOff(block, photo):
            return arranging.take_photo_off(case, edition, block, photo)
        case wishes.SwapPhotos(block, photo, step):
            return arranging.swap_photos(case, edition, block, photo, step)
        case wishes.WeighPhoto(block, photo, weight):
            return arranging.weigh_photo(case, edition, block, photo, weight)
        case wishes.ChooseLayout(block, layout):
            return arranging.choose_layout(case, edition, block, layout)
        case wishes.LockLayout(block, layout, locked):
            return arranging.lock_layout(case, edition, block, layout, locked=locked)
        case wishes.RejectLayout(block, layout):
            return arranging.reject_layout(case, edition, block, layout)
        case wishes.Mend(finding, product):
            return mend(case, edition, finding, product)


def _caption(found: FoundChild, edition: UUID | None, photo: UUID, text: str) -> None:
    """Keep the caption for this edition's reader, the others as they stand."""
    standing = found.case.records.find(Photo, photo)
    reader = found.case.records.find(Edition, edition)
    if standing is not None and reader is not None:
        caption_photo(found.case, photo, {**standing.captions, reader.band: text})
