"""Plans become a PDF. Everything was decided when they were composed; here is no opinion."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from reportlab.pdfgen.canvas import Canvas

from lifestory.domain.plans import Art, PagePlan, Picture, Role, Shape, Words
from lifestory.pdf.finish import finish
from lifestory.pdf.fonts import NO_FONT, Fonts
from lifestory.pdf.images import Photo, Pixels
from lifestory.pdf.marks import DECORATION, END, FOLIO, Mark
from lifestory.pdf.numbers import number
from lifestory.pdf.outline import Outline
from lifestory.pdf.shapes import paint, path, rectangle
from lifestory.pdf.tags import Tags
from lifestory.pdf.words import show
from lifestory.pdf.writing import written


def draw(
    plans: Iterable[PagePlan],
    pixels: Pixels,
    *,
    title: str = "Life story",
    language: str = "en-GB",
    duplex: str = "",
) -> bytes:
    """The PDF of the plans, the same bytes for the same plans.

    `pixels` gives the JPEG of a rendition and is asked once for each, in the order of the pages,
    while the file is written. `title` is public: it must say nothing about the child; for `duplex`
    see `lifestory.pdf.finish`. Raises NotOurPixels for a picture that carries more than pixels.
    """
    settings: Any = {"initialFontName": NO_FONT}
    canvas: Any = Canvas("", invariant=True, pageCompression=1, **settings)
    fonts, tags = Fonts(), Tags(language)
    canvas._doc.delayedFonts += [fonts, tags]
    outline = Outline(canvas)
    expected = None
    for index, plan in enumerate(plans):
        if plan.number != expected:
            canvas.addPageLabel(index, style="ARABIC", start=plan.number)
        expected = plan.number + 1
        outline.page(plan, index)
        _page(canvas, plan, fonts, pixels, tags.page(plan))
    finish(canvas._doc, title=title, language=language, duplex=duplex)
    return written(canvas)


def _page(
    canvas: Any, plan: PagePlan, fonts: Fonts, pixels: Pixels, marks: Mapping[int, tuple[Mark, ...]]
) -> None:
    """The sheet is the trim and its bleed; what is drawn counts from the corner of the trim. What
    is read aloud has marks, by its place; the rest is decoration."""
    bleed = plan.bleed
    sheet = (plan.width + 2 * bleed, plan.height + 2 * bleed)
    canvas.setPageSize(sheet)
    canvas.setTrimBox((bleed, bleed, bleed + plan.width, bleed + plan.height))
    canvas.setBleedBox((0, 0, *sheet))
    if bleed:
        canvas.translate(bleed, bleed)
    ink = _Ink(canvas)
    for place, element in enumerate(plan.elements):
        told = marks.get(place, ())
        match element:
            case Words() if told:
                ink.put(show(element, fonts, told))
                continue
            case Words(role=Role.FOLIO):
                canvas.addLiteral(FOLIO)
            case _:
                canvas.addLiteral(told[0].begin if told else DECORATION)
        match element:
            case Art():
                for shape in element.shapes:
                    ink.put(paint(shape), shape.opacity)
            case Picture():
                _picture(canvas, element, pixels, ink)
            case Words():
                ink.put(show(element, fonts))
        canvas.addLiteral(END)
    canvas.showPage()


class _Ink:
    """Puts operators on a page, each in its opacity, which is said where it changes."""

    def __init__(self, canvas: Any) -> None:
        self._canvas = canvas
        self._opacity = 1.0

    def put(self, operators: str, opacity: float = 1.0) -> None:
        """Paint with these."""
        if opacity != self._opacity:
            self._opacity = opacity
            self._canvas.setFillAlpha(opacity)
            self._canvas.setStrokeAlpha(opacity)
        self._canvas.addLiteral(operators)


def _picture(canvas: Any, picture: Picture, pixels: Pixels, ink: _Ink) -> None:
    """The photo in its box, cut to its clip, with the keyline over its edge; beyond its box it is
    turned over about the edge it leaves."""
    box, edge, name = picture.box, picture.clip, picture.rendition.key
    if not canvas.hasForm(name):
        canvas._doc.addForm(name, Photo(picture.rendition, pixels))
    beyond = picture.beyond or box
    ink.put(f"q\n{path(edge)} W n" if edge is not None else "q")
    for x, wide in _turned_over(box.x, box.right, beyond.x, beyond.right):
        for y, high in _turned_over(box.y, box.top, beyond.y, beyond.top):
            place = " ".join(map(number, (wide, 0, 0, high, x, y)))
            ink.put(f"q\n{place} cm")
            canvas.doForm(name)
            ink.put("Q")
    ink.put("Q")
    if picture.keyline is not None:
        line = Shape(edge or rectangle(box), stroke=picture.keyline)
        ink.put(paint(line), picture.keyline_opacity)


def _turned_over(
    low: float, high: float, further_low: float, further_high: float
) -> Iterator[tuple[float, float]]:
    """Where a photo begins along one way and how far it goes: backwards, for what is seen of it
    beyond an edge, and last itself."""
    if further_low < low:
        yield low, low - high
    if further_high > high:
        yield 2 * high - low, low - high
    yield low, high - low
