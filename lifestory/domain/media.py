"""Photos and what they come from. A photo is not its file: several may come from one scan.

Regions are integer pixels of the upright original, before the edits, which are applied in order.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Annotated, ClassVar
from uuid import UUID

from lifestory.domain.dates import HonestDate
from lifestory.domain.readers import Band, Recipient
from lifestory.domain.records import Keeping, Record

ENCODER_VERSION = 1
"""Raised whenever the same recipe would give other pixels, so that no old rendition is reused."""


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
    had_gps: Annotated[bool, "True when the file says where it was taken."] = False


class DateSource(StrEnum):
    """Where a photo's date comes from."""

    CAMERA = "camera"
    FILE_NAME = "file-name"
    WORKER = "worker"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Region:
    """A rectangle in pixels of the upright original."""

    left: Annotated[int, "Pixels from the left edge."]
    top: Annotated[int, "Pixels from the top edge."]
    width: Annotated[int, "Pixels across."]
    height: Annotated[int, "Pixels down."]


@dataclass(frozen=True, slots=True)
class Turn:
    """Turned clockwise by quarters."""

    kind: ClassVar[str] = "turn"
    quarters: Annotated[int, "1, 2 or 3 quarter turns clockwise."]


@dataclass(frozen=True, slots=True)
class Crop:
    """Cut to a rectangle, in fractions of the picture as it then stands."""

    kind: ClassVar[str] = "crop"
    left: Annotated[float, "0 to 1."]
    top: Annotated[float, "0 to 1."]
    width: Annotated[float, "0 to 1."]
    height: Annotated[float, "0 to 1."]


@dataclass(frozen=True, slots=True)
class Grey:
    """Black and white."""

    kind: ClassVar[str] = "grey"


Edit = Turn | Crop | Grey


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
    covered: Annotated[tuple[Region, ...], "Regions that are never shown."] = ()
    edits: Annotated[tuple[Edit, ...], "Turns, crops and so on, in order."] = ()
    scan: Annotated[bool, "True for a drawing or document: keep its edges, never crop."] = False
    binned: Annotated[bool, "True while it lies in the bin."] = False
    tell_from_age: Annotated[int, "The age in years from which it may be shown."] = 0


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
    edits: tuple[Edit, ...]
    covered: tuple[Region, ...]
    width: int
    height: int
    """The box in pixels that the whole picture fits into, its shape kept."""

    @property
    def key(self) -> str:
        """Names these very pixels: recipe, covered regions, size and encoder version."""
        recipe = [
            [edit.kind, *(getattr(edit, name) for name in type(edit).__slots__)]
            for edit in self.edits
        ]
        covered = [[r.left, r.top, r.width, r.height] for r in self.covered]
        parts = [str(self.original), recipe, covered, self.width, self.height, ENCODER_VERSION]
        return hashlib.sha256(json.dumps(parts).encode()).hexdigest()
