"""Drawn pages put on sheets of paper: two beside each other, or one in the middle of a larger one.

What is printed so is for paper alone: bookmarks, page labels and the structure for reading aloud
belong to pages in order, and stay with the book that is read on a screen.
"""

from __future__ import annotations

import time
from collections.abc import Sequence
from io import BytesIO
from typing import TYPE_CHECKING

from lifestory.domain.sheets import Placed, Side
from lifestory.pdf.numbers import number

if TYPE_CHECKING:
    from pikepdf import Object, Page, Pdf

_OF_PAGES_IN_ORDER = (
    "/Outlines",
    "/PageLabels",
    "/StructTreeRoot",
    "/MarkInfo",
    "/Names",
    "/Dests",
)


def on_sheets(pdf: bytes, sides: Sequence[Side]) -> bytes:
    """A PDF with a page for each side, on which the pages of `pdf` stand as said; a page may stand
    on one side or none. TrimBox and BleedBox are the whole of each sheet."""
    from pikepdf import Name, Pdf

    with Pdf.open(BytesIO(pdf)) as opened:
        bare = len(opened.pages)
        forms = [_form(page) for page in opened.pages]
        corners = [_trim_corner(page) for page in opened.pages]
        for side in sides:
            _add(opened, side, forms, corners)
        del opened.pages[:bare]
        for key in _OF_PAGES_IN_ORDER:
            if key in opened.Root:
                del opened.Root[Name(key)]
        out = BytesIO()
        opened.save(out, deterministic_id=True, progress=_let_others_run)
        return out.getvalue()


def _let_others_run(_percent: int) -> None:
    """pikepdf keeps Python to itself while it writes, 0.2 s for a large book; a window must not
    wait for that."""
    time.sleep(0.0005)


def _form(page: Page) -> Object:
    """The page with its bleed as something that can be put on another."""
    form = page.as_form_xobject()
    form.BBox = page.mediabox
    return form


def _trim_corner(page: Page) -> tuple[float, float]:
    """Where the lower left corner of a page's trim lies on it."""
    left, low, _, _ = page.trimbox
    return float(left), float(low)


def _add(
    opened: Pdf, side: Side, forms: Sequence[Object], corners: Sequence[tuple[float, float]]
) -> None:
    from pikepdf import Array, Dictionary

    page = opened.add_blank_page(page_size=(side.width, side.height))
    whole = Array([0, 0, side.width, side.height])
    page.obj.TrimBox, page.obj.BleedBox = whole, whole
    shown, xobjects = [], Dictionary()
    for placed in side.pages:
        name = f"/Page{placed.page + 1}"
        xobjects[name] = opened.make_indirect(forms[placed.page])
        shown.append(_operators(placed, name, corners[placed.page]))
    page.obj.Resources = Dictionary(XObject=xobjects)
    page.obj.Contents = opened.make_stream("\n".join(shown).encode("ascii"))


def _operators(placed: Placed, name: str, corner: tuple[float, float]) -> str:
    """Cut to the clip, the trim's corner where it should stand (PDF 32000-1, 8.3)."""
    clip, scale = placed.clip, placed.scale
    x, y = placed.x - corner[0] * scale, placed.y - corner[1] * scale
    cut = " ".join(map(number, (clip.x, clip.y, clip.width, clip.height)))
    return f"q {cut} re W n {scale:.6f} 0 0 {scale:.6f} {number(x)} {number(y)} cm {name} Do Q"
