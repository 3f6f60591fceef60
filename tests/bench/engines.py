"""One engine making one book, in a process of its own: `python -m tests.bench.engines NAME FOLDER`.

What it costs to load the library is told apart from what the book costs, for each alike. The clocks
start when the library is loaded and the job is in hand, nothing of it read, set or remembered yet:
no font, no photo. They stop when the file is written. CPU is that of all threads; the memory is the
most the process ever held, by the system's own account, library and all.

Photos go in as they are: Typst, fpdf2 and WeasyPrint pass a JPEG through unless told otherwise.
Typst and WeasyPrint write tags as ours does; fpdf2 has them for photos alone. All write bookmarks.
Fonts lie in memory of none of them before; Typst does not look for those of the system.
"""

from __future__ import annotations

import json
import pickle
import sys
import time
from collections.abc import Callable
from html import escape
from pathlib import Path
from typing import Any

from tests.bench.sheets import FILES, Drawn, Photo, Said, Sheet

Made = Callable[[Any, Path, Path], None]
"""Makes the book of a job, with the photos of a folder, into a file."""

_EDGE, _EDGE_OPACITY = 0.709, 0.13


def lifestory() -> Made:
    """Ours is told nothing of where things stand: it composes, from what is shared."""
    from lifestory.book.compose import compose
    from lifestory.pdf.draw import draw

    def make(shared: Any, photos: Path, target: Path) -> None:
        plans = compose(shared)
        target.write_bytes(draw(plans, lambda one: (photos / f"{one.key}.jpg").read_bytes()))

    return make


def typst() -> Made:
    """Places, curves and blocks; photos as figures with alternative text, headings as headings."""
    import typst as engine

    def make(sheets: list[Sheet], photos: Path, target: Path) -> None:
        first = sheets[0]
        size = f"width: {first.width}pt, height: {first.height}pt"
        lines = [
            f"#set page({size}, margin: 0pt)",
            "#show heading: it => it.body",
            "#show heading: set text(size: 1em)",
            "#set text(top-edge: 1em, bottom-edge: 0em)",
            "#set par(spacing: 0.9em)",
            '#set document(title: "Life story")',
        ]
        for number, sheet in enumerate(sheets):
            lines += ["#pagebreak()"] if number else []
            lines += [_typst(one) for one in sheet.things]
        source = photos / "book.typ"
        source.write_text("\n".join(lines), encoding="utf-8")
        folders = sorted({str(Path(file).parent) for file in FILES.values()})
        engine.compile(
            str(source), output=str(target), font_paths=folders, ignore_system_fonts=True
        )

    return make


_TYPST = {"M": "curve.move", "L": "curve.line", "C": "curve.cubic"}
_TYPST_FACES = {"andika": ("Andika", 400), "lexend-semibold": ("Lexend", 600)}


def _typst(one: Drawn | Photo | Said) -> str:
    match one:
        case Drawn():
            opacity = f".transparentize({100 - one.opacity * 100:g}%)" if one.opacity < 1 else ""
            fill = f'rgb("{one.fill}"){opacity}' if one.fill else "none"
            stroke = f'{one.pen:.3f}pt + rgb("{one.stroke}"){opacity}' if one.stroke else "none"
            steps, at = [], 0
            for op in one.ops:
                count = {"M": 1, "L": 1, "C": 3, "Z": 0}[op]
                pairs = (one.points[n : n + 2] for n in range(at, at + 2 * count, 2))
                points = ", ".join(f"({x:.3f}pt, {y:.3f}pt)" for x, y in pairs)
                steps.append(f"{_TYPST[op]}({points})" if count else "curve.close()")
                at += 2 * count
            drawn = f"curve(fill: {fill}, stroke: {stroke}, {', '.join(steps)})"
            return f"#place(top + left, pdf.artifact({drawn}))"
        case Photo():
            size = f"width: {one.width}pt, height: {one.height}pt"
            edge = f"{_EDGE}pt + black.transparentize({100 - _EDGE_OPACITY * 100:g}%)"
            image = f'image("{one.file}", {size}, alt: "{one.alt}")'
            box = f"box(clip: true, radius: {one.radius}pt, stroke: {edge}, {image})"
            return f"#place(top + left, dx: {one.x}pt, dy: {one.y}pt, {box})"
        case Said():
            face, weight = _TYPST_FACES[one.face]
            look = f'font: "{face}", weight: {weight}, size: {one.size}pt'
            look += f', fill: rgb("{one.colour}")'
            said = [part.replace("\\", "\\\\").replace('"', '\\"') for part in one.paragraphs]
            inner = " + parbreak() + ".join(f'"{part}"' for part in said)
            if one.heading:
                inner = f"heading({inner})"
            if one.centred:
                inner = f"align(center, {inner})"
            gap = one.leading - one.size
            body = f"{{set text({look}); set par(leading: {gap:.2f}pt); {inner}}}"
            where = f"dx: {one.x}pt, dy: {one.y}pt"
            return f"#place(top + left, {where}, block(width: {one.width}pt, {body}))"


def weasyprint() -> Made:
    """Absolute boxes; drawings as SVG, photos as images, headings as headings; tags on."""
    from weasyprint import HTML

    def make(sheets: list[Sheet], photos: Path, target: Path) -> None:
        first = sheets[0]
        faces = "".join(
            f'@font-face{{font-family:"{name}";src:url("{Path(file).resolve().as_uri()}")}}'
            for name, file in FILES.items()
        )
        look = (
            f"{faces}@page{{size:{first.width}pt {first.height}pt;margin:0}}"
            f"section{{position:relative;height:{first.height}pt;break-after:page}}"
            "img,svg,div{position:absolute}h1,p{margin:0;font:inherit}"
            f"img{{border:{_EDGE}pt solid rgba(0,0,0,{_EDGE_OPACITY});box-sizing:border-box}}"
        )
        pages = "".join(f"<section>{_html(sheet)}</section>" for sheet in sheets)
        html = f'<html lang="en-GB"><title>Life story</title><style>{look}</style>{pages}</html>'
        HTML(string=html, base_url=str(photos)).write_pdf(str(target), pdf_tags=True)

    return make


def _html(sheet: Sheet) -> str:
    inner: list[str] = []
    for one in sheet.things:
        match one:
            case Drawn():
                inner.append(_svg(one))
            case Photo():
                place = f"left:{one.x}pt;top:{one.y}pt;width:{one.width}pt;height:{one.height}pt"
                inner.append(
                    f'<img src="{one.file}" alt="{escape(one.alt)}"'
                    f' style="{place};border-radius:{one.radius}pt">'
                )
            case Said():
                place = f"left:{one.x}pt;top:{one.y}pt;width:{one.width}pt"
                align = ";text-align:center" if one.centred else ""
                look = f"color:{one.colour};font:{one.size}pt/{one.leading}pt '{one.face}'{align}"
                tag = "h1" if one.heading else "p"
                said = "".join(f"<{tag}>{escape(part)}</{tag}>" for part in one.paragraphs)
                inner.append(f'<div style="{place};{look}">{said}</div>')
    # What is drawn in one go may stand in one picture.
    size = f'width="{sheet.width}pt" height="{sheet.height}pt"'
    box = f'viewBox="0 0 {sheet.width} {sheet.height}" style="left:0;top:0"'
    return "".join(inner).replace("</svg><svg>", "").replace("<svg>", f"<svg {size} {box}>")


def _svg(one: Drawn) -> str:
    path, at = [], 0
    for op in one.ops:
        count = {"M": 2, "L": 2, "C": 6, "Z": 0}[op]
        path.append(op + " ".join(f"{value:.3f}" for value in one.points[at : at + count]))
        at += count
    pen = f' stroke="{one.stroke}" stroke-width="{one.pen:.3f}"' if one.stroke else ""
    opacity = f' opacity="{one.opacity}"' if one.opacity < 1 else ""
    return f'<svg><path d="{"".join(path)}" fill="{one.fill or "none"}"{pen}{opacity}/></svg>'


def fpdf2() -> Made:
    """Cells, images and paths. Round corners are left out: it cuts to rectangles alone."""
    from fpdf import FPDF

    def make(sheets: list[Sheet], photos: Path, target: Path) -> None:
        pdf = FPDF(unit="pt", format=(sheets[0].width, sheets[0].height))
        pdf.set_auto_page_break(False)
        pdf.c_margin = 0
        pdf.set_title("Life story")
        pdf.set_lang("en-GB")
        for name, file in FILES.items():
            pdf.add_font(name, fname=file)
        for sheet in sheets:
            pdf.add_page()
            for one in sheet.things:
                match one:
                    case Drawn():
                        _fpdf2_path(pdf, one)
                    case Photo():
                        file = str(photos / one.file)
                        pdf.image(file, one.x, one.y, one.width, one.height, alt_text=one.alt)
                        with pdf.local_context(stroke_opacity=_EDGE_OPACITY):
                            pdf.set_line_width(_EDGE)
                            pdf.rect(one.x, one.y, one.width, one.height)
                    case Said():
                        _fpdf2_words(pdf, one)
        pdf.output(str(target))

    return make


def _fpdf2_words(pdf: Any, one: Said) -> None:
    if one.heading:
        pdf.start_section(" ".join(one.paragraphs))
    pdf.set_font(one.face, size=one.size)
    pdf.set_text_color(one.colour)
    pdf.set_xy(one.x, one.y)
    align = "C" if one.centred else "L"
    for part in one.paragraphs:
        pdf.multi_cell(one.width, one.leading, part, align=align, new_x="LEFT", new_y="NEXT")


def _fpdf2_path(pdf: Any, one: Drawn) -> None:
    with pdf.new_path() as path:
        path.style.fill_color = one.fill or None
        path.style.stroke_color = one.stroke or None
        if one.stroke:
            path.style.stroke_width = one.pen
        if one.opacity < 1:
            path.style.fill_opacity = path.style.stroke_opacity = one.opacity
        path.style.auto_close = False
        at = 0
        for op in one.ops:
            count = {"M": 2, "L": 2, "C": 6, "Z": 0}[op]
            step = {"M": path.move_to, "L": path.line_to, "C": path.curve_to, "Z": path.close}[op]
            step(*one.points[at : at + count])
            at += count


ENGINES: dict[str, tuple[str, Callable[[], Made]]] = {
    "Lifestory": ("lifestory", lifestory),
    "WeasyPrint": ("weasyprint", weasyprint),
    "fpdf2": ("fpdf", fpdf2),
    "Typst": ("typst", typst),
}
"""The module each needs, and what loads it."""


def most_held() -> float:
    """The most memory this process ever held, in MB.

    Linux counts for `getrusage` what held the process before it began, too: its status does not.
    """
    status = Path("/proc/self/status")
    if status.exists():
        held = next(one for one in status.read_text().splitlines() if one.startswith("VmHWM"))
        return int(held.split()[1]) * 1024 / 1e6
    import psutil

    return float(getattr(psutil.Process().memory_info(), "peak_wset")) / 1e6  # noqa: B009 - Windows


def main(name: str, folder: Path) -> None:
    """Make the book of `folder` and print what it cost."""
    make = ENGINES[name][1]()
    told = "shared.pickle" if name == "Lifestory" else "sheets.pickle"
    job = pickle.loads((folder / told).read_bytes())
    loading, began = time.process_time(), time.perf_counter()
    make(job, folder / "prepared", folder / f"{name}.pdf")
    cost = {
        "seconds": time.perf_counter() - began,
        "cpu": time.process_time() - loading,
        "loading": loading,
        "peak": most_held(),
    }
    print(json.dumps(cost))


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]))
