"""What a PDF needs of a face: the glyphs it uses, their measures, and the letters they show."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache
from struct import unpack_from

import uharfbuzz as hb

from lifestory.letters.faces import load, metrics

SHOWING = {"glyf", "loca", "head", "hhea", "hmtx", "maxp", "cvt ", "fpgm", "prep"}
"""The tables a PDF reader draws glyphs by (PDF 32000-1, 9.9). It never looks at the others, and
they hold names and rules that would only make the file large."""


BOX_IN_HEAD = 36
"""Where the table "head" has the box that holds every glyph. Source: OpenType, "head"."""


@dataclass(frozen=True, slots=True)
class Descriptor:
    """The figures of a font descriptor, in thousandths of the em (PDF 32000-1, 9.8)."""

    name: str
    bbox: tuple[int, int, int, int]
    ascent: int
    descent: int
    cap_height: int
    stem: int


@lru_cache(maxsize=256)
def subset(face: str, glyphs: frozenset[int]) -> bytes:
    """TrueType bytes with these glyphs and what they are built of, under their own ids."""
    opened = load(face).face
    wanted = hb.SubsetInput()
    wanted.glyph_set.set({0, *glyphs})
    unseen = (tag for tag in opened.table_tags if tag not in SHOWING)
    wanted.drop_table_tag_set.update(int.from_bytes(tag.encode(), "big") for tag in unseen)
    wanted.flags = hb.SubsetFlags.RETAIN_GIDS | hb.SubsetFlags.NOTDEF_OUTLINE
    return bytes(wanted.subset(opened).blob.data)


@cache
def descriptor(face: str) -> Descriptor:
    """How large the face is altogether. The stem is reckoned from the weight: no font says it."""
    one, heights = load(face), metrics(face)
    head = one.face.reference_table("head").data
    left, low, right, high = (
        round(edge * 1000 / one.upem) for edge in unpack_from(">4h", head, BOX_IN_HEAD)
    )
    return Descriptor(
        name=str(one.face.get_name(hb.OTNameIdPredefined.POSTSCRIPT_NAME)),
        bbox=(left, low, right, high),
        ascent=round(heights.ascent * 1000),
        descent=round(heights.descent * 1000),
        cap_height=round(heights.cap_height * 1000),
        stem=round(one.weight / 5),
    )


@cache
def advance(face: str, glyph: int) -> float:
    """How wide the glyph is, in thousandths of the em."""
    one = load(face)
    return round(int(one.font.get_glyph_h_advance(glyph)) * 1000 / one.upem, 2)


@cache
def shown(face: str) -> dict[int, str]:
    """The letter that each glyph stands for by itself; joined forms are not among them."""
    one = load(face)
    letters: dict[int, str] = {}
    for letter in sorted(one.letters):
        glyph = one.font.get_nominal_glyph(ord(letter))
        if glyph:
            letters.setdefault(glyph, letter)
    return letters
