"""The file of a drawn document: its objects one after another (PDF 32000-1, 7.5).

ReportLab would have every photo in memory three times while it puts a file together, and takes as
long for that as for drawing. Here each object is written as soon as it is asked for.
"""

from __future__ import annotations

import hashlib
import zlib
from io import BytesIO
from typing import Any

from reportlab import rl_config
from reportlab.pdfbase.pdfdoc import PDFStream
from reportlab.pdfbase.pdfdoc import format as formatted

from lifestory.pdf.images import Photo

rl_config.useA85 = 0
"""Else ReportLab writes what it packed as letters, which is slow and a quarter longer."""

HEAD = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"
"""The first version with everything that tags and profile take; and four letters that tell a
program that copies files that this is none of text."""


def written(canvas: Any) -> bytes:
    """The file of all the pages of a canvas, the same bytes for the same pages.

    Its identifier (14.4) is made from all that is written but the pixels, which their names stand
    for. Raises NotOurPixels.
    """
    document = canvas._doc
    for late in document.delayedFonts:
        late.addObjects(document)
    for page in document.Pages:
        page.Contents = PDFStream(content=page.stream, filters=[_Quick])
    root, info = document.Reference(document.Catalog), document.Reference(document.info)
    document.Outlines.prepare(document, canvas)
    if document.Outlines.ready < 0:
        document.Catalog.Outlines = None
    out, digest = BytesIO(), hashlib.sha256()
    out.write(HEAD)
    begins: list[int] = []
    # Objects ask for others while they are written: the end is where no more are numbered.
    while name := document.numberToId.get(len(begins) + 1):
        begins.append(out.tell())
        told, pixels = _told(document.idToObject[name], document)
        digest.update(told)
        out.write(b"%d 0 obj\n" % len(begins))
        out.write(told)
        if pixels:
            out.write(b"\nstream\n")
            out.write(pixels)
            out.write(b"\nendstream")
        out.write(b"\nendobj\n")
    identifier = digest.hexdigest()[:32]
    end = out.tell()
    out.write(b"xref\n0 %d\n0000000000 65535 f \n" % (len(begins) + 1))
    out.writelines(b"%010d 00000 n \n" % begin for begin in begins)
    out.write(
        f"trailer\n<</Size {len(begins) + 1} /Root {_named(root, document)}"
        f" /Info {_named(info, document)} /ID [<{identifier}> <{identifier}>]>>\n"
        f"startxref\n{end}\n%%EOF\n".encode("ascii")
    )
    return out.getvalue()


class _Quick:
    """Packs the drawing of a page, as one of ReportLab's filters. The smallest that it can be is a
    sixth smaller, takes seven times as long, and saves a thousandth of a book with photos."""

    pdfname = "FlateDecode"

    @staticmethod
    def encode(drawn: str) -> bytes:
        """As ReportLab asks for it."""
        return zlib.compress(drawn.encode("ascii"), 1)


def _told(thing: Any, document: Any) -> tuple[bytes, bytes]:
    """An object as it is written, and the pixels that follow where it is a photo."""
    if isinstance(thing, Photo):
        return thing.told()
    return bytes(formatted(thing, document, toplevel=1)), b""


def _named(reference: Any, document: Any) -> str:
    return str(reference.format(document).decode("ascii"))
