"""The last hand on a drawn document: what it says about itself, which is nearly nothing."""

from __future__ import annotations

from typing import Any
from xml.sax.saxutils import escape

from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName, PDFStream, PDFZCompress

from lifestory.pdf import PRODUCER
from lifestory.pdf.marks import text
from lifestory.pdf.srgb import srgb

_XMP = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
<pdf:Producer>{producer}</pdf:Producer>
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="w"?>"""
"""What ISO 16684-1 wants round three properties."""


def finish(document: Any, *, title: str, language: str, duplex: str) -> None:
    """Put neutral metadata into ReportLab's document, and the colours that it means.

    Info and XMP hold the title and the producer and nothing else: no author, no date. The title is
    what a window or a print queue shows, so it must say nothing about the child. `duplex` is what
    a print dialog begins with, at true size (PDF 32000-1, table 150): "Simplex",
    "DuplexFlipLongEdge" or "DuplexFlipShortEdge"; empty for its own habits.
    """
    document.info = PDFDictionary({"Title": text(title), "Producer": text(PRODUCER)})
    catalog = document.Catalog
    catalog.Lang = text(language)
    said = _XMP.format(title=escape(title), language=escape(language), producer=PRODUCER)
    kind = PDFDictionary({"Type": PDFName("Metadata"), "Subtype": PDFName("XML")})
    catalog.Metadata = PDFStream(kind, said.encode())
    wishes = {"DisplayDocTitle": "true"}
    if duplex:
        wishes |= {"Duplex": PDFName(duplex), "PrintScaling": PDFName("None")}
    catalog.ViewerPreferences = PDFDictionary(wishes)
    catalog.OutputIntents = PDFArray([_intent(document)])
    catalog.__NoDefault__ = [*catalog.__NoDefault__, "OutputIntents"]


def _intent(document: Any) -> PDFDictionary:
    profile = PDFStream(
        PDFDictionary({"N": 3, "Alternate": PDFName("DeviceRGB")}), srgb(), [PDFZCompress]
    )
    return PDFDictionary(
        {
            "Type": PDFName("OutputIntent"),
            "S": PDFName("GTS_PDFA1"),
            "OutputConditionIdentifier": text("sRGB"),
            "RegistryName": text("http://www.color.org"),
            "Info": text("sRGB IEC61966-2.1"),
            "DestOutputProfile": document.Reference(profile),
        }
    )
