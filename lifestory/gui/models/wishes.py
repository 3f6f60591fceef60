"""What a worker may mean at the book's desk, one small record for each; the clerk does them."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from lifestory.app.editions import Order
from lifestory.domain.arrangement import Edition
from lifestory.domain.findings import Finding


@dataclass(frozen=True, slots=True)
class MakeBook:
    """A new edition, made from what is known; without a wish, for the child of today."""

    edition: Edition | None = None
    order: Order = Order.FAMILY


@dataclass(frozen=True, slots=True)
class MakeNotes:
    """Notes for the grown-ups, an edition of their own."""


@dataclass(frozen=True, slots=True)
class MakeLetter:
    """A later-life letter, an edition of its own."""


@dataclass(frozen=True, slots=True)
class ChangeEdition:
    """Another name, reader, theme, size, format, voice or recipient; or its parts in an order."""

    edition: Edition
    order: Order = Order.FREE


@dataclass(frozen=True, slots=True)
class DuplicateEdition:
    """A copy under another name."""

    edition: UUID
    name: str


@dataclass(frozen=True, slots=True)
class DeleteEdition:
    """This edition is no longer wanted."""

    edition: UUID


@dataclass(frozen=True, slots=True)
class AddPage:
    """A page of this type, after the block one is at."""

    page_type: str
    after: UUID | None


@dataclass(frozen=True, slots=True)
class BringPage:
    """A block of another edition, after a block of this one."""

    other: UUID
    block: UUID
    beside: UUID | None


@dataclass(frozen=True, slots=True)
class RemovePage:
    """A block out of the book."""

    block: UUID


@dataclass(frozen=True, slots=True)
class MovePage:
    """A block before another, or to the end."""

    block: UUID
    before: UUID | None


@dataclass(frozen=True, slots=True)
class MovePageToEnd:
    """A block after all others of a section."""

    block: UUID
    section: UUID


@dataclass(frozen=True, slots=True)
class MovePart:
    """A section with its pages before another, or to the end."""

    section: UUID
    before: UUID | None


@dataclass(frozen=True, slots=True)
class StepPart:
    """A section with its pages one step on or back."""

    section: UUID
    step: int


@dataclass(frozen=True, slots=True)
class StepPage:
    """A block one step on or back."""

    block: UUID
    step: int


@dataclass(frozen=True, slots=True)
class FillSlot:
    """These records into a slot."""

    block: UUID
    slot: str
    filled: tuple[UUID, ...]


@dataclass(frozen=True, slots=True)
class PutPhoto:
    """A photo on a page, or in the place of another."""

    block: UUID
    photo: UUID
    instead_of: UUID | None = None


@dataclass(frozen=True, slots=True)
class TakePhotoOff:
    """A photo off a page."""

    block: UUID
    photo: UUID


@dataclass(frozen=True, slots=True)
class SwapPhotos:
    """A photo and its neighbour."""

    block: UUID
    photo: UUID
    step: int


@dataclass(frozen=True, slots=True)
class CarryPhoto:
    """A photo from one page to another."""

    photo: UUID
    source: UUID
    target: UUID


@dataclass(frozen=True, slots=True)
class ExchangePhotos:
    """Two photos, each as (block, photo), in each other's place."""

    one: tuple[UUID, UUID]
    other: tuple[UUID, UUID]


@dataclass(frozen=True, slots=True)
class WeighPhoto:
    """More or less room, 1 to 5."""

    block: UUID
    photo: UUID
    weight: int


@dataclass(frozen=True, slots=True)
class WriteCaption:
    """What stands under a photo, for the reader of this edition."""

    photo: UUID
    text: str


@dataclass(frozen=True, slots=True)
class ChooseLayout:
    """Photos arranged in this way."""

    block: UUID
    layout: str


@dataclass(frozen=True, slots=True)
class LockLayout:
    """This layout kept whatever changes, or no longer."""

    block: UUID
    layout: str
    locked: bool


@dataclass(frozen=True, slots=True)
class RejectLayout:
    """This layout never again."""

    block: UUID
    layout: str


@dataclass(frozen=True, slots=True)
class Mend:
    """What is known to help against a finding, in a book for this product."""

    finding: Finding
    product: str = ""
