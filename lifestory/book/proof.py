"""A proof: the same pages in shades of grey, and DRAFT across each, behind its words.

Grey says that it is not the book, saves ink, and shows whether the pages hold up without colour.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from lifestory.book import shapes
from lifestory.book.setting import MM
from lifestory.domain.edits import Grey
from lifestory.domain.plans import (
    Art,
    Box,
    Element,
    Outline,
    PagePlan,
    Picture,
    Role,
    Shape,
    Stroke,
    Words,
)
from lifestory.letters.shaping import Span, set_line, width

WORD = "DRAFT"
_FACE, _SIZE, _GREY = "lexend-semibold", 11.0, "#6B6B6B"
_MARK, _SHOWS = "#808080", 0.24
"""Mid grey shows on white and on black alike; so much of it takes from no word its contrast."""

_FROM_TOP = 9.0
"""The baseline of the word in the upper margin, in mm; nothing else stands there."""

_STROKES = (
    (("M", (0, 0)), ("L", (0, 10)), ("L", (2, 10)), ("C", (8, 10, 8, 0, 2, 0)), ("Z", ())),
    (("M", (0, 0)), ("L", (0, 10)), ("L", (3, 10)), ("C", (7.4, 10, 7.4, 4.6, 3, 4.6)),
     ("L", (0, 4.6)), ("M", (3, 4.6)), ("L", (6.4, 0))),
    (("M", (0, 0)), ("L", (3.6, 10)), ("L", (7.2, 0)), ("M", (1.3, 3.4)), ("L", (5.9, 3.4))),
    (("M", (6, 10)), ("L", (0, 10)), ("L", (0, 0)), ("M", (0, 5.1)), ("L", (4.8, 5.1))),
    (("M", (0, 10)), ("L", (7.4, 10)), ("M", (3.7, 10)), ("L", (3.7, 0))),
)  # fmt: skip
"""The letters of the word as lines of a pen, ten units tall, y up."""
_LEAN = 32.0
"""Degrees by which the word climbs to the right."""
_STARTS = (0.0, 9.6, 18.6, 29.0, 37.4)
_LONG = 44.8


def as_proof(plans: Sequence[PagePlan]) -> tuple[PagePlan, ...]:
    """The pages grey and marked. They are read in the order in which they lie."""
    return tuple(_proof(plan) for plan in plans)


def _proof(plan: PagePlan) -> PagePlan:
    grey = [_in_grey(one) for one in plan.elements]
    behind = [one for one in grey if not isinstance(one, Words)]
    words = [one for one in grey if isinstance(one, Words)]
    return replace(plan, elements=(*behind, _across(plan), *words, _in_the_margin(plan)), order=())


def _in_grey(element: Element) -> Element:
    match element:
        case Art():
            return replace(element, shapes=tuple(_grey_shape(one) for one in element.shapes))
        case Picture():
            recipe = element.rendition.recipe
            rendition = replace(
                element.rendition,
                recipe=replace(recipe, edits=(*recipe.edits, Grey())),
                ground=grey(element.rendition.ground),
            )
            return replace(element, rendition=rendition, keyline=_grey_line(element.keyline))
        case Words():
            lines = tuple(
                replace(
                    line, runs=tuple(replace(run, colour=grey(run.colour)) for run in line.runs)
                )
                for line in element.lines
            )
            return replace(element, lines=lines)


def grey(colour: str) -> str:
    """A colour as light as before, without its hue (ITU-R BT.601, as photos are made grey)."""
    if not colour:
        return colour
    red, green, blue = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
    light = round(0.299 * red + 0.587 * green + 0.114 * blue)
    return "#" + f"{light:02X}" * 3


def _grey_line(stroke: Stroke | None) -> Stroke | None:
    return replace(stroke, colour=grey(stroke.colour)) if stroke else None


def _grey_shape(shape: Shape) -> Shape:
    fill = grey(shape.fill) if shape.fill else None
    return replace(shape, fill=fill, stroke=_grey_line(shape.stroke))


def _across(plan: PagePlan) -> Art:
    """The word from the lower left to the upper right."""
    unit = 0.82 * plan.width / _LONG
    pen = Stroke(_MARK, 1.25 * unit, round=True)
    drawn = Outline("", ())
    for start, steps in zip(_STARTS, _STROKES, strict=True):
        drawn = shapes.joined(drawn, shapes.moved(shapes.outline(*steps), start - _LONG / 2, -5))
    middle = shapes.moved(drawn, plan.width / 2, plan.height / 2, unit)
    turned = shapes.turned(middle, _LEAN, plan.width / 2, plan.height / 2)
    box = _around(turned)
    return Art("draft", box, (Shape(turned, stroke=pen, opacity=_SHOWS),))


def _around(outline: Outline) -> Box:
    xs, ys = outline.points[0::2], outline.points[1::2]
    return Box(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys))


def _in_the_margin(plan: PagePlan) -> Words:
    """The word once more, small, so that it can be read and found."""
    span = Span(WORD, _FACE, _SIZE, _GREY)
    wide = width([span])
    x, y = (plan.width - wide) / 2, plan.height - _FROM_TOP * MM
    line = set_line([span], round(x, 3), round(y, 3))
    return Words(Role.FOLIO, Box(x, y, wide, _SIZE), (line,))
