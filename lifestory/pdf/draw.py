"""Plans become a PDF. Everything was decided when they were composed; here is no opinion."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from reportlab.pdfgen.canvas import Canvas

from lifestory.domain.plans import Art, PagePlan, Picture, Role, Shape, Words
from lifestory.pdf.finish import finish
from lifestory.pdf.fonts import NO_FONT, Fonts
from lifestory.pdf.images import Photo, Pixels
from lifestory.pdf.marks import DECORATION, END, FOLIO, Mark
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
    for place, element in enumerate(plan.elements):
        told = marks.get(place, ())
        match element:
            case Words() if told:
                _opacity(canvas, 1.0)
                canvas.addLiteral(show(element, fonts, told))
                continue
            case Words(role=Role.FOLIO):
                canvas.addLiteral(FOLIO)
            case _:
                canvas.addLiteral(told[0].begin if told else DECORATION)
        match element:
            case Art():
                for shape in element.shapes:
                    _opacity(canvas, shape.opacity)
                    canvas.addLiteral(paint(shape))
            case Picture():
                _opacity(canvas, 1.0)
                _picture(canvas, element, pixels)
            case Words():
                _opacity(canvas, 1.0)
                canvas.addLiteral(show(element, fonts))
        canvas.addLiteral(END)
    canvas.showPage()


def _picture(canvas: Any, picture: Picture, pixels: Pixels) -> None:
    """The photo in its box, cut to its clip, with the keyline over its edge."""
    box, edge, name = picture.box, picture.clip, picture.rendition.key
    if not canvas.hasForm(name):
        canvas._doc.addForm(name, Photo(picture.rendition, pixels))
    canvas.saveState()
    if edge is not None:
        canvas.addLiteral(f"{path(edge)} W n")
    canvas.transform(box.width, 0, 0, box.height, box.x, box.y)
    canvas.doForm(name)
    canvas.restoreState()
    if picture.keyline is not None:
        _opacity(canvas, picture.keyline_opacity)
        canvas.addLiteral(paint(Shape(edge or rectangle(box), stroke=picture.keyline)))


def _opacity(canvas: Any, opacity: float) -> None:
    """Says nothing when the page has that opacity already."""
    canvas.setFillAlpha(opacity)
    canvas.setStrokeAlpha(opacity)
