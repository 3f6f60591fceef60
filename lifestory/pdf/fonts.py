"""Fonts in a PDF: subsets addressed by glyph, as composite fonts that ReportLab does not know.

ReportLab's own fonts are addressed by character, and shaped words are glyphs. So we add Type 0
fonts with Identity-H encoding to its document (PDF 32000-1, 9.7), by its hook for delayed fonts.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from itertools import groupby
from types import SimpleNamespace
from typing import Any

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.pdfdoc import (
    BasicFonts,
    PDFArray,
    PDFDictionary,
    PDFName,
    PDFStream,
    PDFString,
    PDFZCompress,
)

from lifestory.letters import subsets

NO_FONT = "no font"
"""A name for ReportLab's initial font that makes it write none: else each page begins in an
unembedded Helvetica."""

SYMBOLIC = 4
MAPS_A_TIME = 100
"""The longest list a ToUnicode map may hold (Adobe technical note 5014)."""

pdfmetrics.registerFont(
    SimpleNamespace(
        fontName=NO_FONT, face=SimpleNamespace(name=NO_FONT), _dynamicFont=True, _multiByte=False
    )
)


class Fonts:
    """The faces of one document and the glyphs used of each."""

    def __init__(self) -> None:
        self._glyphs: defaultdict[str, set[int]] = defaultdict(set)

    def use(self, face: str, glyphs: set[int]) -> str:
        """The resource name of a face, of which these glyphs are about to be shown."""
        self._glyphs[face] |= glyphs
        return face

    def addObjects(self, document: Any) -> None:  # noqa: N802 - ReportLab calls it so
        """Add every font used; ReportLab calls this when all pages are drawn."""
        resource = document.idToObject[BasicFonts].dict
        for face in sorted(self._glyphs):
            resource[face] = document.Reference(
                _font(document, face, frozenset(self._glyphs[face]))
            )


def _font(document: Any, face: str, glyphs: frozenset[int]) -> PDFDictionary:
    figures = subsets.descriptor(face)
    name = f"{_tag(face, glyphs)}+{figures.name}"
    program = _stream(subsets.subset(face, glyphs))
    program.dictionary["Length1"] = len(program.content)
    descriptor = PDFDictionary(
        {
            "Type": PDFName("FontDescriptor"),
            "FontName": PDFName(name),
            "Flags": SYMBOLIC,
            "FontBBox": PDFArray(figures.bbox),
            "ItalicAngle": 0,
            "Ascent": figures.ascent,
            "Descent": figures.descent,
            "CapHeight": figures.cap_height,
            "StemV": figures.stem,
            "FontFile2": document.Reference(program),
        }
    )
    descendant = PDFDictionary(
        {
            "Type": PDFName("Font"),
            "Subtype": PDFName("CIDFontType2"),
            "BaseFont": PDFName(name),
            "CIDSystemInfo": PDFDictionary(
                {
                    "Registry": PDFString("Adobe"),
                    "Ordering": PDFString("Identity"),
                    "Supplement": 0,
                }
            ),
            "FontDescriptor": document.Reference(descriptor),
            "DW": 0,
            "W": document.Reference(PDFArray(_widths(face, glyphs))),
            "CIDToGIDMap": PDFName("Identity"),
        }
    )
    return PDFDictionary(
        {
            "Type": PDFName("Font"),
            "Subtype": PDFName("Type0"),
            "BaseFont": PDFName(name),
            "Encoding": PDFName("Identity-H"),
            "DescendantFonts": PDFArray([document.Reference(descendant)]),
            "ToUnicode": document.Reference(_stream(_to_unicode(face, glyphs).encode("ascii"))),
        }
    )


def _stream(content: bytes) -> PDFStream:
    return PDFStream(content=content, filters=[PDFZCompress])


def _tag(face: str, glyphs: frozenset[int]) -> str:
    """Six capitals that name this subset (PDF 32000-1, 9.6.4), the same for the same glyphs."""
    digest = hashlib.sha256(f"{face} {sorted(glyphs)}".encode()).digest()
    return "".join(chr(ord("A") + byte % 26) for byte in digest[:6])


def _widths(face: str, glyphs: frozenset[int]) -> list[Any]:
    """First glyph and widths, for each stretch of neighbours (PDF 32000-1, 9.7.4.3)."""
    found: list[Any] = []
    numbered = enumerate(sorted(glyphs))
    for _, stretch in groupby(numbered, key=lambda pair: pair[1] - pair[0]):
        together = [glyph for _, glyph in stretch]
        found += [together[0], PDFArray([subsets.advance(face, glyph) for glyph in together])]
    return found


def _to_unicode(face: str, glyphs: frozenset[int]) -> str:
    """The letters of the glyphs that stand for one; what others say is written beside them."""
    shown = subsets.shown(face)
    maps = [
        f"<{glyph:04X}> <{shown[glyph].encode('utf-16-be').hex().upper()}>"
        for glyph in sorted(glyphs)
        if glyph in shown
    ]
    blocks = []
    for start in range(0, len(maps), MAPS_A_TIME):
        block = maps[start : start + MAPS_A_TIME]
        blocks.append("\n".join([f"{len(block)} beginbfchar", *block, "endbfchar"]))
    return "\n".join(
        [
            "/CIDInit /ProcSet findresource begin 12 dict begin begincmap",
            "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def",
            "/CMapName /Adobe-Identity-UCS def /CMapType 2 def",
            "1 begincodespacerange <0000> <FFFF> endcodespacerange",
            *blocks,
            "endcmap CMapName currentdict /CMap defineresource pop end end",
        ]
    )
