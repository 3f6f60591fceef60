"""Someone who cannot see the page is told all of it, once, in order: the tags read back by PDFium,
which did not write them."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable, Iterator
from ctypes import c_ulong, create_string_buffer
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pikepdf
import pypdfium2 as pdfium
import pypdfium2.raw as raw
import pytest
from PIL import Image, ImageCms

from lifestory.book.reading_order import reading_order
from lifestory.domain.media import Rendition
from lifestory.domain.plans import Art, Box, Outline, PagePlan, Picture, Role, Shape, Words
from lifestory.letters.shaping import Span, set_line
from lifestory.pdf.draw import draw
from lifestory.pdf.srgb import srgb

Plan = Callable[..., PagePlan]
One = Callable[..., Rendition]
Pixels = Callable[[Rendition], bytes]
Told = tuple[str, str]
"""What it is, and what is said: its words, or the text that stands for a figure."""

SQUARE = Outline("MLLLZ", (100, 100, 300, 100, 300, 300, 100, 300))


def set_in(role: Role, *texts: str, language: str = "en-GB", **more: tuple[int, ...]) -> Words:
    """Lines from the top of the page."""
    lines = tuple(
        set_line([Span(text, "andika", 14.0, "#22382C")], 60, 760 - 20 * row)
        for row, text in enumerate(texts)
    )
    return Words(role, Box(60, 40, 475, 760), lines, language, **more)


def told(pdf: bytes) -> list[list[Told]]:
    """For each page what is told, in order."""
    document = pdfium.PdfDocument(pdf)
    pages = [list(_told(page)) for page in document]
    document.close()
    return pages


def _told(page: pdfium.PdfPage) -> Iterator[Told]:
    spoken = _by_mark(page)
    tree = raw.FPDF_StructTree_GetForPage(page)
    for index in range(raw.FPDF_StructTree_CountChildren(tree)):
        yield from _within(raw.FPDF_StructTree_GetChildAtIndex(tree, index), spoken)
    raw.FPDF_StructTree_Close(tree)


def _within(element: raw.FPDF_STRUCTELEMENT, spoken: dict[int, str]) -> Iterator[Told]:
    kind = _said(raw.FPDF_StructElement_GetType, element)
    alt = _said(raw.FPDF_StructElement_GetAltText, element)
    words = _said(raw.FPDF_StructElement_GetActualText, element)
    children: list[Told] = []
    for index in range(raw.FPDF_StructElement_CountChildren(element)):
        child = raw.FPDF_StructElement_GetChildAtIndex(element, index)
        mark = raw.FPDF_StructElement_GetChildMarkedContentID(element, index)
        if child:
            children += _within(child, spoken)
        elif mark >= 0:
            children.append(("", spoken.pop(mark)))
    if kind == "Figure":
        yield kind, alt
    elif words:
        yield kind, words
    elif any(not of for of, _ in children) or any(of == "Span" for of, _ in children):
        yield kind, "".join(part for _, part in children).rstrip()
    else:
        yield from children


def _said(ask: Callable[..., int], element: raw.FPDF_STRUCTELEMENT) -> str:
    size = ask(element, None, 0)
    buffer = create_string_buffer(size)
    ask(element, buffer, c_ulong(size))
    return buffer.raw.decode("utf-16-le").rstrip("\0")


def _by_mark(page: pdfium.PdfPage) -> dict[int, str]:
    """The words of every marked stretch, by its number."""
    words = page.get_textpage()
    found: dict[int, str] = {}
    for one in page.get_objects():
        mark = raw.FPDFPageObj_GetMarkedContentID(one)
        if mark < 0:
            continue
        found.setdefault(mark, "")
        if one.type == raw.FPDF_PAGEOBJ_TEXT:
            found[mark] += _text(one, words)
    words.close()
    return found


def _text(one: pdfium.PdfObject, words: pdfium.PdfTextPage) -> str:
    size = raw.FPDFTextObj_GetText(one, words, None, 0)
    buffer = create_string_buffer(size * 2)
    raw.FPDFTextObj_GetText(one, words, raw.cast(buffer, raw.POINTER(raw.FPDF_WCHAR)), size)
    return buffer.raw.decode("utf-16-le").partition("\0")[0]


@pytest.fixture
def page(plan: Plan, rendition: One) -> PagePlan:
    """A page of everything, drawn in another order than it is told."""
    return plan(
        Art("ground", Box(0, 0, 595, 842), (Shape(SQUARE, "#E9F1DB"),)),
        Picture(rendition(1), Box(60, 60, 90, 60), alt="A photo of Gran.", caption="Gran’s house"),
        Picture(rendition(2), Box(160, 60, 90, 60), alt="A photo of a dog."),
        set_in(Role.CAPTION, "Gran’s", "house"),
        set_in(Role.HEADING, "The day", "I was born"),
        Art("clock", Box(60, 60, 90, 90), (Shape(SQUARE, "#2C6A43"),), "A clock: 3 o’clock."),
        set_in(Role.SCALE, "12"),
        set_in(
            Role.BODY, "It was", "snowing.", "•", "There", "عائشہ sang", "to me.",
            "•", "Kelly slept.",
            starts=(0, 2, 6), bullets=(2, 6),
        ),
        set_in(Role.QUOTE, "Mam fi", language="cy"),
        set_in(Role.FOLIO, "7"),
    )  # fmt: skip


IN_ORDER = [
    ("H1", "The day I was born"),
    ("Figure", "A photo of Gran."),
    ("Caption", "Gran’s house"),
    ("Figure", "A photo of a dog."),
    ("Figure", "A clock: 3 o’clock."),
    ("P", "It was snowing."),
    ("Lbl", "•"),
    ("LBody", "There عائشہ sang to me."),
    ("Lbl", "•"),
    ("LBody", "Kelly slept."),
    ("P", "Mam fi"),
]


def test_a_page_is_told_once_in_the_order_of_its_plan(page: PagePlan, pixels: Pixels) -> None:
    page = replace(page, order=reading_order(page.elements))
    assert told(draw([page], pixels)) == [IN_ORDER]


def test_a_page_without_an_order_of_its_own_is_told_as_it_was_drawn(
    page: PagePlan, pixels: Pixels
) -> None:
    ((*told_of,),) = told(draw([page], pixels))
    assert sorted(told_of) == sorted(IN_ORDER)
    assert told_of[0] == ("Figure", "A photo of Gran.")


def test_every_page_says_its_own_and_a_part_has_one_first_heading(
    plan: Plan, pixels: Pixels
) -> None:
    pages = [
        plan(set_in(Role.HEADING, "Before")),
        plan(set_in(Role.HEADING, "My first home"), set_in(Role.BODY, "It was blue."), number=2),
        replace(plan(set_in(Role.HEADING, "Soon"), number=3), part="future"),
    ]
    assert told(draw(pages, pixels)) == [
        [("H1", "Before")],
        [("H2", "My first home"), ("P", "It was blue.")],
        [("H1", "Soon")],
    ]


def test_a_photo_of_which_nothing_is_said_is_still_told_of(
    plan: Plan, rendition: One, pixels: Pixels
) -> None:
    bare = plan(Picture(rendition(), Box(60, 60, 90, 60)))
    assert told(draw([bare], pixels)) == [[("Figure", "A photo.")]]


def test_nothing_is_drawn_that_is_neither_told_nor_decoration(
    page: PagePlan, pixels: Pixels
) -> None:
    with pikepdf.open(BytesIO(draw([page], pixels))) as opened:
        depth = 0
        for step in pikepdf.parse_content_stream(opened.pages[0]):
            name = str(step.operator)
            depth += (name in {"BDC", "BMC"}) - (name == "EMC")
            assert depth in {0, 1}
            if name in {"Tj", "TJ", "Do", "f", "f*", "S", "B", "B*"}:
                assert depth == 1
        assert depth == 0


def test_the_tree_says_where_it_belongs_and_in_which_language(
    page: PagePlan, pixels: Pixels
) -> None:
    with pikepdf.open(BytesIO(draw([page], pixels))) as opened:
        root = opened.Root
        assert bool(root.MarkInfo.Marked)
        assert str(root.Lang) == "en-GB"
        assert bool(root.ViewerPreferences.DisplayDocTitle)
        assert str(opened.pages[0].Tabs) == "/S"
        owners = root.StructTreeRoot.ParentTree.Nums[1]
        for mark, owner in enumerate(owners):
            assert mark in [int(kid) for kid in owner.K if not isinstance(kid, pikepdf.Dictionary)]
            beside = [kid for kid in owner.P.K if isinstance(kid, pikepdf.Dictionary)]
            assert any(kid.objgen == owner.objgen for kid in beside)
        tongues = {str(one.Lang) for one in owners if "/Lang" in one}
        assert tongues == {"cy"}
        figures = [one for one in owners if str(one.S) == "/Figure"]
        assert all("/Alt" in one and len(one.A.BBox) == 4 for one in figures)


@pytest.mark.skipif(not shutil.which("pdfinfo"), reason="poppler is not installed")
def test_another_reader_tells_the_same(page: PagePlan, pixels: Pixels, tmp_path: Path) -> None:
    file = tmp_path / "book.pdf"
    page = replace(page, order=reading_order(page.elements))
    file.write_bytes(draw([page], pixels))
    asked = ["pdfinfo", "-struct-text", str(file)]
    read = subprocess.run(asked, check=True, capture_output=True, text=True)
    assert not read.stderr
    lines = [line.strip() for line in read.stdout.splitlines()]
    at = [lines.index(f'"{words}"') for words in ("The day I was born", "Gran’s house")]
    assert at == sorted(at)
    assert '"It was snowing."' in lines
    assert '"to me."' in lines


def test_the_profile_gives_the_colours_of_srgb(plan: Plan, pixels: Pixels) -> None:
    with pikepdf.open(BytesIO(draw([plan()], pixels))) as opened:
        (intent,) = opened.Root.OutputIntents
        assert intent.DestOutputProfile.read_bytes() == srgb()
    colours = Image.radial_gradient("L")
    seen = Image.merge("RGB", (colours, colours.rotate(90), colours.rotate(45)))
    ours = ImageCms.ImageCmsProfile(BytesIO(srgb()))
    theirs = ImageCms.createProfile("sRGB")
    turned = ImageCms.profileToProfile(seen, ours, theirs)
    assert turned is not None
    off = [abs(a - b) for a, b in zip(turned.tobytes(), seen.tobytes(), strict=True)]
    assert max(off) <= 1
