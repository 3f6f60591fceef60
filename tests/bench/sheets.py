"""A book told so that any engine can make it: what stands where on each page, words unbroken.

Points from the upper left corner, y downwards; colours "#RRGGBB".
"""

from __future__ import annotations

from dataclasses import dataclass

from lifestory.domain.plans import Art, PagePlan, Picture, Role, Words

FILES = {
    "andika": "resources/fonts/andika/Andika_400Regular.ttf",
    "lexend-semibold": "resources/fonts/lexend/Lexend_600SemiBold.ttf",
}
"""The faces of the book. A strong word within a paragraph is left in the face of the rest."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """A path as in `lifestory.domain.plans`, filled or stroked."""

    ops: str
    points: tuple[float, ...]
    fill: str
    stroke: str
    pen: float
    opacity: float


@dataclass(frozen=True, slots=True)
class Photo:
    """A photo, its file by name, with round corners and a hair-line along its edge."""

    x: float
    y: float
    width: float
    height: float
    file: str
    alt: str
    radius: float


@dataclass(frozen=True, slots=True)
class Said:
    """Paragraphs to be broken to a width; `y` is the top of the first line, lines stand `leading`
    apart. A heading is a bookmark too."""

    x: float
    y: float
    width: float
    paragraphs: tuple[str, ...]
    face: str
    size: float
    leading: float
    colour: str
    heading: bool
    centred: bool


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page, from back to front."""

    width: float
    height: float
    things: tuple[Drawn | Photo | Said, ...]


def told(plan: PagePlan) -> Sheet:
    """A page of ours as the others are told of it."""
    things: list[Drawn | Photo | Said] = []
    for element in plan.elements:
        match element:
            case Art():
                things += _drawn(element, plan.height)
            case Picture():
                things.append(_photo(element, plan.height))
            case Words():
                things.append(_said(element, plan.height))
    return Sheet(plan.width, plan.height, tuple(things))


def _drawn(art: Art, height: float) -> list[Drawn]:
    found = []
    for shape in art.shapes:
        points = list(shape.outline.points)
        points[1::2] = [round(height - y, 3) for y in points[1::2]]
        stroke, pen = (shape.stroke.colour, shape.stroke.width) if shape.stroke else ("", 0.0)
        ops = shape.outline.ops
        found.append(Drawn(ops, tuple(points), shape.fill or "", stroke, pen, shape.opacity))
    return found


def _photo(one: Picture, height: float) -> Photo:
    box = one.box
    radius = one.clip.points[0] - box.x if one.clip else 0.0
    file = f"{one.rendition.key}.jpg"
    return Photo(box.x, height - box.top, box.width, box.height, file, one.alt, radius)


def _said(words: Words, height: float) -> Said:
    run = words.lines[0].runs[0]
    lines = [line.y for line in words.lines]
    leading = lines[0] - lines[1] if len(lines) > 1 else run.size * 1.4
    starts = words.starts or (0,)
    paragraphs = tuple(
        " ".join(line.text for line in words.lines[first:last])
        for first, last in zip(starts, (*starts[1:], len(lines)), strict=True)
    )
    # A little more room, so that what fills its line to the last hair does so in every engine.
    spare = words.box.width * 0.02 + 2
    folio = words.role is Role.FOLIO
    return Said(
        words.box.x - (spare if folio else 0.0),
        height - words.box.top,
        words.box.width + spare * (2 if folio else 1),
        paragraphs,
        run.font,
        run.size,
        leading,
        run.colour,
        words.role is Role.HEADING,
        folio,
    )
