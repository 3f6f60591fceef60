"""A page, or a spread as one, being filled: units from the upper left corner, y down.

A unit is a millimetre on A4; every page is 297 units tall (lifestory.book.papers). What is put on a
sheet becomes plan elements in points with y up, at the paper's own size when its pages are taken.
A spread is one sheet of double width that comes apart into its two pages at the end.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Literal

from lifestory.book import shapes
from lifestory.book.papers import TALL, Paper
from lifestory.book.setting import MM, SetText
from lifestory.book.styles import Style
from lifestory.domain.media import Rendition
from lifestory.domain.plans import (
    Art,
    Box,
    Element,
    Line,
    Outline,
    Picture,
    Role,
    Run,
    Shape,
    Stroke,
    Words,
)
from lifestory.letters.direction import Direction
from lifestory.letters.extents import stand
from lifestory.letters.shaping import Span, set_line, width
from lifestory.sharing.shared import SharedPhoto

Side = Literal["left", "right", "spread"]

PRINT_DPI = 300
"""Dots per inch of a rendition at its printed size; LOOK §1 warns under 200."""

_STEP = 64
"""Renditions come in sizes of whole steps of pixels, so that a photo moved by a millimetre need
not be made again."""

TOP, BOTTOM = 20.0, 273.0
"""Where frames begin and end on every page, in units."""
GUTTER = 4.0
_COLUMNS = 12
_BROAD = 300.0
"""The measure of a page of twice the usual width, in units, is over this."""


class Sheet:
    """One page (or spread) to fill. `left` and `measure` are the text area in units.

    Where the paper is so wide that a spread takes one page, that page has the width of a spread.
    """

    def __init__(self, style: Style, side: Side, paper: Paper) -> None:
        self.style = style
        self.side = side
        self.paper = paper
        self.width = paper.across * (2 if side == "spread" else 1)
        self.height = TALL
        inner, outer = paper.margins
        self.left = inner if side == "right" else outer
        self.measure = paper.across - inner - outer
        self.elements: list[Element] = []

    @property
    def fold(self) -> float:
        """Where the middle of a spread is, in units."""
        return self.width / 2

    @property
    def middle(self) -> float:
        """The middle of the text area, in units."""
        return self.left + self.measure / 2

    @property
    def broad(self) -> bool:
        """True for a page so wide that words stand beside its pictures, not under them."""
        return self.side != "spread" and self.measure > _BROAD

    @property
    def right(self) -> float:
        """The right edge of the text area, in mm."""
        return self.left + self.measure

    def column(self, first: int, count: int) -> tuple[float, float]:
        """The left edge and the width of `count` of the twelve columns from `first` (0 to 11)."""
        wide = (self.measure + GUTTER) / _COLUMNS
        return self.left + first * wide, count * wide - GUTTER

    def fill(self, colour: str) -> None:
        """The ground of the whole sheet, out over the bleed."""
        ground = shapes.rectangle(-5, -5, self.width + 10, self.height + 10)
        self.art("ground", [shapes.filled(ground, colour)])

    def art(self, name: str, drawn: Iterable[Shape], alt: str = "") -> None:
        """An illustration; `alt` says what it shows, or is empty for decoration."""
        placed = tuple(self._placed(shape) for shape in drawn)
        if not placed:
            return
        xs = [x for shape in placed for x in shape.outline.points[0::2]]
        ys = [y for shape in placed for y in shape.outline.points[1::2]]
        box = Box(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys))
        self.elements.append(Art(name, box, placed, alt))

    def photo(
        self,
        photo: SharedPhoto,
        x: float,
        y: float,
        width: float,
        *,
        radius: float | None = None,
        keyline: bool = True,
        clip: Outline | None = None,
        caption: str = "",
    ) -> float:
        """A photo `width` mm wide with its upper left corner at (x, y); returns its lower edge."""
        height = width / photo.ratio
        box = self._box(x, y, width, height)
        corner = self.style.theme.radius if radius is None else radius
        cut = clip or (shapes.rectangle(x, y, width, height, corner) if corner else None)
        line = Stroke("#000000", 0.25 * MM) if keyline and corner else None
        self.elements.append(
            Picture(
                rendition=_rendition(
                    photo, width, height, self.paper.scale, self.style.theme.ground
                ),
                box=box,
                clip=self._outline(cut) if cut else None,
                keyline=line,
                keyline_opacity=0.13,
                alt=photo.alt,
                caption=caption,
            )
        )
        return y + height

    def mounted(
        self, photo: SharedPhoto, x: float, y: float, width: float, *, border: float = 5.0
    ) -> float:
        """A photo on a white mount with a flat shadow, the mount's corner at (x, y) and `width`
        wide; returns the mount's lower edge."""
        inner = width - 2 * border
        height = inner / photo.ratio + 2 * border
        radius = self.style.theme.radius + 2.5
        shade = shapes.rectangle(x + 1.2, y + 2, width, height, radius)
        mount = shapes.rectangle(x, y, width, height, radius)
        self.art(
            "mount",
            [
                shapes.filled(shade, self.style.theme.title, 0.14),
                shapes.filled(mount, "#FFFDF7"),
            ],
        )
        self.photo(photo, x + border, y + border, inner)
        return y + height

    def write(
        self,
        role: Role,
        text: SetText,
        x: float,
        y: float,
        *,
        measure: float = 0.0,
        align: Literal["left", "centre", "right"] = "left",
    ) -> float:
        """The lines with their first baseline at `y`; returns the last baseline, in mm.

        `measure` is what centred and right-aligned lines, and those that run leftwards, stand in.
        """
        if not any(line.text for line in text.lines):
            return y
        # Over 30 pt the stem, not its bearing, meets the margin.
        shift = -0.027 * text.type.size / MM if text.type.size > 30 and align == "left" else 0.0
        lines: list[Line] = []
        starts: list[int] = []
        bullets: list[int] = []
        for index, line in enumerate(text.lines):
            y += line.space if index else 0.0
            leftwards = line.direction == "rtl" and bool(measure)
            start = x + shift + line.indent
            if not index or line.paragraph != text.lines[index - 1].paragraph:
                starts.append(len(lines))
            if line.bullet:
                bullets.append(len(lines))
                point = (_bullet(line.bullet, text),)
                at = x + measure - width(point) / MM if leftwards else x + shift
                lines.append(self._line(point, at, y, line.direction, text.language))
            room = measure - line.indent - width(line.spans, text.language) / MM
            if align == "centre":
                start += room / 2
            elif leftwards:
                start = x + room
            elif align == "right":
                start += room
            lines.append(self._line(line.spans, start, y, line.direction, text.language))
        several = tuple(starts) if len(starts) > 1 or bullets else ()
        self.elements.append(
            Words(
                role,
                _ink(lines),
                tuple(lines),
                text.language,
                starts=several,
                bullets=tuple(bullets),
            )
        )
        return y

    def pages(self) -> tuple[tuple[Element, ...], ...]:
        """The elements of each page in points of the paper, back to front: one page, or a
        spread's two."""
        if self.side != "spread":
            return (self._sized(self.elements),)
        middle = self.paper.across * MM
        told = [(one, _centred_left(one, middle)) for one in self.elements]
        left = [
            _untold(one) if not centred else one for one, centred in told if _on_left(one, middle)
        ]
        right = [
            shifted(_untold(one) if centred else one, -middle)
            for one, centred in told
            if _on_right(one, middle)
        ]
        return self._sized(left), self._sized(right)

    def _sized(self, elements: list[Element]) -> tuple[Element, ...]:
        scale = self.paper.scale
        return tuple(elements if scale == 1 else (scaled(one, scale) for one in elements))

    def _line(
        self, spans: tuple[Span, ...], x: float, y: float, direction: Direction, language: str
    ) -> Line:
        up = (self.height - y) * MM
        return set_line(spans, x * MM, up, direction=direction, language=language)

    def _box(self, x: float, y: float, width: float, height: float) -> Box:
        return Box(x * MM, (self.height - y - height) * MM, width * MM, height * MM)

    def _outline(self, outline: Outline) -> Outline:
        points = list(outline.points)
        points[0::2] = [round(x * MM, 3) for x in outline.points[0::2]]
        points[1::2] = [round((self.height - y) * MM, 3) for y in outline.points[1::2]]
        return Outline(outline.ops, tuple(points))

    def _placed(self, shape: Shape) -> Shape:
        stroke = shape.stroke
        if stroke:
            dash = tuple([length * MM for length in stroke.dash])
            stroke = Stroke(stroke.colour, stroke.width * MM, dash, stroke.round)
        outline = self._outline(shape.outline)
        return Shape(outline, shape.fill, stroke, shape.opacity, shape.even_odd)


def _bullet(bullet: str, text: SetText) -> Span:
    type_ = text.type
    return Span(bullet, type_.face, type_.size, type_.colour, type_.spacing)


def _ink(lines: list[Line]) -> Box:
    """A box that holds all the lines' ink."""
    runs = [(line, run) for line in lines for run in line.runs]
    if not runs:
        return Box(0, 0, 0, 0)
    left = min(run.x for _, run in runs)
    right = max(run.x + sum(glyph[1] for glyph in run.glyphs) for _, run in runs)
    stands = [(line.y, *stand(line)) for line in lines if line.runs]
    top = max(y + high for y, _, high in stands)
    low = min(y + low for y, low, _ in stands)
    return Box(left, low, right - left, top - low)


def _rendition(
    photo: SharedPhoto, width: float, height: float, scale: float, ground: str
) -> Rendition:
    def pixels(units: float, limit: int) -> int:
        wanted = -(-units * scale / 25.4 * PRINT_DPI // _STEP) * _STEP
        return min(limit, int(wanted))

    return Rendition(
        original=photo.original,
        recipe=photo.recipe,
        width=pixels(width, photo.width),
        height=pixels(height, photo.height),
        ground=ground if photo.see_through else "",
        fine=photo.scan,
    )


def _centred_left(element: Element, middle: float) -> bool:
    return element.box.x + element.box.width / 2 < middle


def _on_left(element: Element, middle: float) -> bool:
    if isinstance(element, Art):
        return element.box.x < middle
    return _centred_left(element, middle)


def _on_right(element: Element, middle: float) -> bool:
    if isinstance(element, Art):
        return element.box.right > middle
    return not _centred_left(element, middle)


def _untold(element: Element) -> Element:
    """A drawing that lies over both pages is told of on one, the other shows it."""
    return replace(element, alt="") if isinstance(element, Art) else element


def shifted(element: Element, dx: float) -> Element:
    """The element moved by `dx` points to the right."""
    return _mapped(element, 1.0, dx)


def scaled(element: Element, scale: float) -> Element:
    """The element at another size, about the lower left corner of its page."""
    return _mapped(element, scale, 0.0)


def _mapped(element: Element, k: float, dx: float) -> Element:
    def box(one: Box) -> Box:
        return Box(one.x * k + dx, one.y * k, one.width * k, one.height * k)

    def outline(one: Outline) -> Outline:
        points = one.points if k == 1 else tuple([value * k for value in one.points])
        if dx:
            points = tuple([v if i % 2 else v + dx for i, v in enumerate(points)])
        return Outline(one.ops, points)

    def stroke(one: Stroke | None) -> Stroke | None:
        if one is None or k == 1:
            return one
        return Stroke(one.colour, one.width * k, tuple(d * k for d in one.dash), one.round)

    def shape(one: Shape) -> Shape:
        return replace(one, outline=outline(one.outline), stroke=stroke(one.stroke))

    def run(one: Run) -> Run:
        glyphs = one.glyphs
        if k != 1:
            glyphs = tuple([(glyph, a * k, x * k, y * k) for glyph, a, x, y in glyphs])
        return replace(one, size=one.size * k, x=one.x * k + dx, glyphs=glyphs)

    def line(one: Line) -> Line:
        return replace(one, y=one.y * k, runs=tuple(run(part) for part in one.runs))

    match element:
        case Art():
            drawn = tuple(map(shape, element.shapes))
            return replace(element, box=box(element.box), shapes=drawn)
        case Picture():
            clip = outline(element.clip) if element.clip else None
            line_about = stroke(element.keyline)
            beyond = box(element.beyond) if element.beyond else None
            return replace(
                element, box=box(element.box), clip=clip, keyline=line_about, beyond=beyond
            )
        case Words():
            return replace(element, box=box(element.box), lines=tuple(map(line, element.lines)))
