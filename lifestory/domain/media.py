"""Photos and what they come from. A photo is not its file: several may come from one scan."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Annotated, ClassVar
from uuid import UUID

from lifestory.domain.dates import HonestDate
from lifestory.domain.edits import Edit, Hidden, Hiding, Piece, Recipe, Region
from lifestory.domain.readers import Band, Recipient
from lifestory.domain.records import Keeping, Record

ENCODER_VERSION = 2
"""Raised whenever the same recipe would give other pixels, so that no old rendition is reused."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """The size of one more page of a file."""

    width: Annotated[int, "Width in pixels, once upright."]
    height: Annotated[int, "Height in pixels, once upright."]


@dataclass(frozen=True, kw_only=True)
class Original(Record):
    """A file as it came: evidence, kept bit for bit, never printed."""

    kind: ClassVar[str] = "original"

    file_name: Annotated[str, "The name it came under."] = ""
    media_type: Annotated[str, "What it is by its content, e.g. image/jpeg."] = ""
    bytes: Annotated[int, "Its size in bytes."] = 0
    sha256: Annotated[str, "The SHA-256 of its bytes, in hexadecimal."] = ""
    width: Annotated[int, "Width in pixels, once upright."] = 0
    height: Annotated[int, "Height in pixels, once upright."] = 0
    more: Annotated[
        tuple[Sheet, ...], "The pages after the first, of a file that has several."
    ] = ()
    see_through: Annotated[bool, "True when parts of it are see-through."] = False
    had_gps: Annotated[bool, "True when the file says where it was taken."] = False

    def size(self, page: int = 0) -> tuple[int, int]:
        """Width and height in pixels of a page, once upright; of the first where it has no such
        page."""
        sheets = (Sheet(self.width, self.height), *self.more)
        sheet = sheets[page if 0 <= page < len(sheets) else 0]
        return sheet.width, sheet.height


class DateSource(StrEnum):
    """Where a photo's date comes from."""

    CAMERA = "camera"
    FILE_NAME = "file-name"
    FOLDER_NAME = "folder-name"
    DOCUMENT = "document"
    WORKER = "worker"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Focus:
    """The point that matters most, in fractions of the picture as it is printed."""

    across: Annotated[float, "From the left, 0 to 1."]
    down: Annotated[float, "From the top, 0 to 1."]


@dataclass(frozen=True, kw_only=True)
class InPhoto(Keeping):
    """Someone in a photo, and where, if it is marked."""

    person: Annotated[UUID, "Who."]
    region: Annotated[Region | None, "Where their face is."] = None


@dataclass(frozen=True, kw_only=True)
class Photo(Record):
    """A picture for the book."""

    kind: ClassVar[str] = "photo"

    original: Annotated[UUID | None, "The file it comes from."] = None
    captions: Annotated[Mapping[Band, str], "What stands under it, a version for each band."] = (
        field(default_factory=dict, hash=False)
    )
    alt: Annotated[str, "What it shows, for someone who cannot see it."] = ""
    taken: Annotated[HonestDate, "When it was taken."] = HonestDate()
    taken_from: Annotated[DateSource, "Where that date comes from."] = DateSource.NONE
    people: Annotated[tuple[InPhoto, ...], "Who is in it."] = ()
    place: Annotated[UUID | None, "Where it was taken."] = None
    page: Annotated[int, "Which page of the file it shows, counted from 0."] = 0
    piece: Annotated[Piece | None, "Which print of a scan it shows; none for the whole page."] = (
        None
    )
    covered: Annotated[tuple[Hidden, ...], "Regions that are never shown."] = ()
    edits: Annotated[tuple[Edit, ...], "Turns, crops and so on, in order."] = ()
    focus: Annotated[Focus | None, "What a frame must not cut away, if it is marked."] = None
    likeness: Annotated[str, "How it looks, in 64 bits as hexadecimal; alike for doubles."] = ""
    unlike: Annotated[frozenset[UUID], "Photos that look like it and are none the less others."] = (
        frozenset()
    )
    scan: Annotated[bool, "True for a drawing or document: keep its edges, never crop."] = False
    binned: Annotated[bool, "True while it lies in the bin."] = False
    tell_from_age: Annotated[int, "The age in years from which it may be shown."] = 0

    @property
    def recipe(self) -> Recipe:
        """How it is made from its file."""
        return Recipe(self.page, self.piece, self.edits, self.covered)


@dataclass(frozen=True, kw_only=True)
class Permission(Record):
    """Whether a person may be shown or named, to whom, and until when."""

    kind: ClassVar[str] = "permission"

    person: Annotated[UUID, "Who is shown or named."]
    given: Annotated[bool, "False when it was refused."] = True
    given_by: Annotated[str, "Who gave or refused it."] = ""
    given_on: Annotated[HonestDate, "When."] = HonestDate()
    how: Annotated[str, "In writing, by telephone ..."] = ""
    recipients: Annotated[frozenset[Recipient], "For which books; none means for all."] = (
        frozenset()
    )
    until: Annotated[HonestDate | None, "The last day it holds, if it ends."] = None


@dataclass(frozen=True, slots=True)
class Rendition:
    """Newly encoded pixels made from an original: what is printed, and all that is."""

    original: UUID
    recipe: Recipe
    width: int
    height: int
    """The box in pixels that the whole picture fits into, its shape kept."""
    ground: str = ""
    """The colour behind what is see-through, as #rrggbb; white when it is empty."""
    fine: bool = False
    """True for what is read or drawn: every pixel keeps a colour of its own (4:4:4), so that thin
    lines of ink, stamps and handwriting stay sharp."""

    @property
    def key(self) -> str:
        """Names these very pixels: recipe, size, ground and encoder version. What a recipe leaves
        out is not in it, so that a picture made before we could do more is still the same."""
        edits = [
            [edit.kind, *(getattr(edit, name) for name in type(edit).__slots__)]
            for edit in self.recipe.edits
        ]
        hidden = [
            [one.left, one.top, one.width, one.height]
            + ([one.how] if one.how is Hiding.COVER else [])
            for one in self.recipe.covered
        ]
        parts: list[object] = [str(self.original), edits, hidden, self.width, self.height]
        more = {
            "page": self.recipe.page,
            "piece": self.recipe.piece,
            "ground": self.ground,
            "fine": self.fine,
        }
        parts += [ENCODER_VERSION, *([name, str(one)] for name, one in more.items() if one)]
        return hashlib.sha256(json.dumps(parts).encode()).hexdigest()
