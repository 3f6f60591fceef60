"""A page with everything in place. Composing decides, drawing obeys.

Points of 1/72 inch, from the bottom left corner of the trim, y upwards, as in PDF. Colours are
"#RRGGBB". A plan says everything a drawer needs and nothing it must decide; its digest is what a
preview redraws by, an approval signs and a test reads.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import Any

from lifestory.domain.media import Rendition

PLAN_VERSION = 1


class Role(StrEnum):
    """What words are on the page."""

    HEADING = "heading"
    SUBHEADING = "subheading"
    BODY = "body"
    CAPTION = "caption"
    LABEL = "label"
    QUOTE = "quote"
    NOTE = "note"
    FOLIO = "folio"
    SCALE = "scale"
    """Figures on the face of a drawing, which says what they show."""


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle by its lower left corner, in points."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """The x of the right edge."""
        return self.x + self.width

    @property
    def top(self) -> float:
        """The y of the upper edge."""
        return self.y + self.height


@dataclass(frozen=True, slots=True)
class Outline:
    """A path. `ops` has a letter a step: M move, L line (a point each), C curve (three points),
    Z close (none). `points` holds their x and y in order."""

    ops: str
    points: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Stroke:
    """A line of `width` points; `dash` in points on and off; `round` for round ends and joins."""

    colour: str
    width: float
    dash: tuple[float, ...] = ()
    round: bool = False


@dataclass(frozen=True, slots=True)
class Shape:
    """A path filled, stroked or both. `even_odd` makes an inner outline a hole."""

    outline: Outline
    fill: str | None = None
    stroke: Stroke | None = None
    opacity: float = 1.0
    even_odd: bool = False


@dataclass(frozen=True, slots=True)
class Art:
    """Shapes that make one illustration. An empty `alt` says it is decoration."""

    name: str
    box: Box
    shapes: tuple[Shape, ...]
    alt: str = ""


@dataclass(frozen=True, slots=True)
class Picture:
    """A photo in its frame: the rendition fills `box` without being stretched, cut to `clip`.

    `keyline` is drawn along the clip, `keyline_opacity` of it. `beyond` is a larger box it goes on
    to as in a mirror, for a knife that may fall beside the trim.
    """

    rendition: Rendition
    box: Box
    clip: Outline | None = None
    keyline: Stroke | None = None
    keyline_opacity: float = 1.0
    alt: str = ""
    caption: str = ""
    beyond: Box | None = None


@dataclass(frozen=True, slots=True)
class Run:
    """Glyphs of one face and size on one line, in visual order from `x` rightwards.

    Each glyph is (glyph id, advance, x offset, y offset) in points; `text` is what the run says,
    in logical order.
    """

    font: str
    size: float
    colour: str
    x: float
    glyphs: tuple[tuple[int, float, float, float], ...]
    text: str


@dataclass(frozen=True, slots=True)
class Line:
    """One line of words: its baseline, its runs from left to right, and its text in logical
    order."""

    y: float
    runs: tuple[Run, ...]
    text: str


@dataclass(frozen=True, slots=True)
class Words:
    """Lines that belong together; `box` holds all their ink. `language` is BCP 47.

    `starts` are the lines, counted from 0, with which a paragraph begins; none where all are one.
    `bullets` are those of them that hold a list item's bullet alone, its words in the next line.
    """

    role: Role
    box: Box
    lines: tuple[Line, ...]
    language: str = "en-GB"
    starts: tuple[int, ...] = ()
    bullets: tuple[int, ...] = ()

    @property
    def text(self) -> str:
        """What they say, in logical order."""
        return " ".join(line.text for line in self.lines)


Element = Art | Picture | Words


def is_read(element: Element) -> bool:
    """True for what is read aloud; false for decoration, folio and the figures of a drawing."""
    match element:
        case Art():
            return bool(element.alt)
        case Picture():
            return True
        case Words():
            silent = element.role in {Role.FOLIO, Role.SCALE}
            return not silent and any(line.text for line in element.lines)


@dataclass(frozen=True)
class PagePlan:
    """One page: its trim size and bleed in points, and its elements from back to front.

    `side` is "left" or "right"; `page_type` and `block` say where it came from; `title` is what
    the outline of the PDF calls it (empty for a page that goes on from the one before). `order`
    says how it is read aloud: the places in `elements` of all that is read (every photo, every
    drawing that shows something, all words but folio and scales); empty for as they lie.
    """

    width: float
    height: float
    number: int
    side: str
    part: str
    page_type: str
    block: str
    title: str
    elements: tuple[Element, ...]
    bleed: float = 0.0
    order: tuple[int, ...] = ()

    @cached_property
    def digest(self) -> str:
        """SHA-256 of the plan's canonical JSON and the plan version, in hexadecimal."""
        canonical = json.dumps([PLAN_VERSION, _canonical(self)], separators=(",", ":"))
        return hashlib.sha256(canonical.encode()).hexdigest()

    @property
    def read(self) -> tuple[int, ...]:
        """The places in `elements` of all that is read aloud, in that order."""
        return self.order or tuple(i for i, one in enumerate(self.elements) if is_read(one))

    def words(self) -> tuple[Words, ...]:
        """The words on the page, in reading order, the folio last."""
        lying = range(len(self.elements))
        places = (*self.order, *(i for i in lying if i not in self.order))
        return tuple(one for i in places if isinstance(one := self.elements[i], Words))

    def pictures(self) -> tuple[Picture, ...]:
        """The photos on the page."""
        return tuple(one for one in self.elements if isinstance(one, Picture))


def _canonical(value: Any) -> Any:
    """Plain lists of the fields in order; floats to a ten-thousandth of a point, far below ink."""
    kind = type(value)
    if kind is float:
        return round(value, 4)
    if kind is tuple:  # a page has thousands of numbers, all of them in tuples
        return [round(item, 4) if type(item) is float else _canonical(item) for item in value]
    if value is None or isinstance(value, str | int):
        return value
    if kind is Rendition:
        return value.key
    names = getattr(kind, "__dataclass_fields__")  # noqa: B009 - mypy knows it by no type
    return [kind.__name__, *(_canonical(getattr(value, name)) for name in names)]
