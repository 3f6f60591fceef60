"""The last hand on a drawn PDF: what it says about itself, which is nearly nothing."""

from __future__ import annotations

import time
from io import BytesIO

from lifestory.pdf.srgb import srgb

PRODUCER = "Lifestory"
PDF_VERSION = "1.7"
"""The first with everything that tags and profile take."""


def finish(
    pdf: bytes, *, title: str = "Life story", language: str = "en-GB", duplex: str = ""
) -> bytes:
    """The PDF with neutral metadata, the same bytes for the same PDF.

    Info and XMP hold the title and the producer and nothing else: no author, no date. The title is
    what a window or a print queue shows, so it must say nothing about the child. `duplex` is what
    a print dialog begins with, at true size (PDF 32000-1, table 150): "Simplex",
    "DuplexFlipLongEdge" or "DuplexFlipShortEdge"; empty for its own habits.
    """
    from pikepdf import Array, Dictionary, Name, ObjectStreamMode, Pdf, Stream, String

    with Pdf.open(BytesIO(pdf)) as opened:
        del opened.docinfo
        opened.docinfo = opened.make_indirect(
            Dictionary(Title=String(title), Producer=String(PRODUCER))
        )
        with opened.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as xmp:
            xmp["dc:title"] = title
            xmp["dc:language"] = {language}
            xmp["pdf:Producer"] = PRODUCER
        opened.Root.Lang = String(language)
        opened.Root.ViewerPreferences = Dictionary(DisplayDocTitle=True)
        if duplex:
            opened.Root.ViewerPreferences.Duplex = Name(f"/{duplex}")
            opened.Root.ViewerPreferences.PrintScaling = Name("/None")
        opened.Root.PageMode = Name.UseNone
        colours = Stream(opened, srgb(), N=3, Alternate=Name.DeviceRGB)
        opened.Root.OutputIntents = Array(
            [
                Dictionary(
                    Type=Name.OutputIntent,
                    S=Name.GTS_PDFA1,
                    OutputConditionIdentifier=String("sRGB"),
                    RegistryName=String("http://www.color.org"),
                    Info=String("sRGB IEC61966-2.1"),
                    DestOutputProfile=opened.make_indirect(colours),
                )
            ]
        )
        out = BytesIO()
        opened.save(
            out,
            min_version=PDF_VERSION,
            deterministic_id=True,
            object_stream_mode=ObjectStreamMode.generate,
            fix_metadata_version=False,
            progress=_let_others_run,
        )
        return out.getvalue()


def _let_others_run(_percent: int) -> None:
    """pikepdf keeps Python to itself while it writes, 0.2 s for a large book; a window must not
    wait for that."""
    time.sleep(0.0005)
