"""The same pages with the same prepared photos, made by four engines side by side in one run.

Ours composes and draws; the others are told where everything stands and have only to set and draw
it. Each works in a process of its own. WeasyPrint, fpdf2 and Typst are there with `pip install
.[bench]`; one that is not is left out, and said.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from html import escape
from importlib.util import find_spec
from pathlib import Path

from lifestory.app.renditions import Pixels
from lifestory.book.compose import compose
from lifestory.domain.plans import PagePlan
from lifestory.pdf.readback import read_back
from lifestory.sharing.lens import share
from lifestory.sharing.shared import SharedEdition
from tests.bench.album import the_book, with_book
from tests.bench.figures import Figure
from tests.bench.place import Place, opened
from tests.bench.watching import Cost, apart, watched

_FONT = "resources/fonts/andika/Andika_400Regular.ttf"


@dataclass(frozen=True, slots=True)
class Thing:
    """A photo (its file) or words on a page: points from the upper left corner."""

    x: float
    y: float
    width: float
    height: float
    photo: str = ""
    words: str = ""
    size: float = 0.0


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page of the book as any engine can make it."""

    width: float
    height: float
    things: tuple[Thing, ...]


def measure(place: Place) -> Iterator[Figure]:
    """Ours may cost no more than the best of the others, and hold less than the second best."""
    apart(with_book, place)
    folder = place.folder / "prepared"
    sheets, shared = apart(_prepared, place, folder)
    photos = sum(bool(thing.photo) for sheet in sheets for thing in sheet.things)
    what = f"{len(sheets)} pages, {photos} prepared photos"
    engines: dict[str, Callable[[Sequence[Sheet], Path], Cost]] = {
        name: made for name, (module, made) in _OTHERS.items() if find_spec(module)
    }
    for name in _OTHERS.keys() - engines.keys():
        print(f"  {name} is not there: pip install .[bench]", file=sys.stderr)
    ours = apart(_ours, shared, folder)
    others = {name: apart(make, sheets, folder) for name, make in engines.items()}
    for name in ("Lifestory", *engines):
        made = (place.folder / f"{name}.pdf").read_bytes()
        assert len(read_back(made).pages) >= len(sheets), f"{name} left pages out"
    peaks = sorted(one.peak for one in others.values())
    best = {
        "on the clock": (ours.seconds, min((o.seconds for o in others.values()), default=None)),
        "CPU": (ours.cpu, min((o.cpu for o in others.values()), default=None)),
    }
    for name, (value, limit) in best.items():
        yield Figure(f"{what}, {name}: Lifestory", value, limit, "s")
    yield Figure("peak memory: Lifestory", ours.peak, peaks[1] if len(peaks) > 1 else None, "MB")
    for name, cost in others.items():
        yield Figure(f"on the clock: {name}", cost.seconds, unit="s")
        yield Figure(f"CPU: {name}", cost.cpu, unit="s")
        yield Figure(f"peak memory: {name}", cost.peak, unit="MB")


def _prepared(place: Place, folder: Path) -> tuple[list[Sheet], SharedEdition]:
    """Every photo as it is printed, in a file by itself, and where all of it stands."""
    folder.mkdir(exist_ok=True)
    store, found = opened(place.store)
    with store:
        shared = share(found.case.records, the_book(found))
        plans = compose(shared)
        pixels = Pixels(store)
        for plan in plans:
            for picture in plan.pictures():
                file = folder / f"{picture.rendition.key}.jpg"
                if not file.exists():
                    file.write_bytes(pixels(picture.rendition))
    return [_told(plan) for plan in plans], shared


def _told(plan: PagePlan) -> Sheet:
    things = [
        Thing(one.box.x, plan.height - one.box.top, one.box.width, one.box.height,
              photo=f"{one.rendition.key}.jpg")
        for one in plan.pictures()
    ]  # fmt: skip
    for words in plan.words():
        size = next((run.size for line in words.lines for run in line.runs), 12.0)
        box = replace(words.box, width=max(words.box.width * 1.15, 40))
        things.append(
            Thing(box.x, plan.height - box.top, box.width, box.height, words=words.text, size=size)
        )
    return Sheet(plan.width, plan.height, tuple(things))


def _ours(shared: SharedEdition, folder: Path) -> Cost:
    """Composing, drawing and finishing, with the photos as they lie prepared for all."""
    with watched() as cost:
        from lifestory.pdf.draw import draw

        plans = compose(shared)
        made = draw(plans, lambda one: (folder / f"{one.key}.jpg").read_bytes())
        (folder.parent / "Lifestory.pdf").write_bytes(made)
    return cost


def _weasyprint(sheets: Sequence[Sheet], folder: Path) -> Cost:
    with watched() as cost:
        from weasyprint import HTML

        pages = []
        for sheet in sheets:
            inner = []
            for one in sheet.things:
                place = f"left:{one.x}pt;top:{one.y}pt;width:{one.width}pt"
                if one.photo:
                    inner.append(f'<img src="{one.photo}" style="{place};height:{one.height}pt">')
                else:
                    told = escape(one.words)
                    inner.append(f'<p style="{place};font-size:{one.size}pt">{told}</p>')
            pages.append(f"<section>{''.join(inner)}</section>")
        size = f"{sheets[0].width}pt {sheets[0].height}pt"
        font = Path(_FONT).resolve().as_uri()
        look = (
            f'@font-face{{font-family:Andika;src:url("{font}")}}@page{{size:{size};margin:0}}'
            f"section{{position:relative;height:{sheets[0].height}pt;page-break-after:always}}"
            "img,p{position:absolute;margin:0}p{font-family:Andika;line-height:1.5}"
        )
        html = f"<style>{look}</style>{''.join(pages)}"
        HTML(string=html, base_url=str(folder)).write_pdf(str(folder.parent / "WeasyPrint.pdf"))
    return cost


def _fpdf2(sheets: Sequence[Sheet], folder: Path) -> Cost:
    with watched() as cost:
        from fpdf import FPDF

        pdf = FPDF(unit="pt", format=(sheets[0].width, sheets[0].height))
        pdf.set_auto_page_break(False)
        pdf.add_font("andika", fname=_FONT)
        for sheet in sheets:
            pdf.add_page()
            for one in sheet.things:
                if one.photo:
                    pdf.image(str(folder / one.photo), one.x, one.y, one.width, one.height)
                else:
                    pdf.set_font("andika", size=one.size)
                    pdf.set_xy(one.x, one.y)
                    pdf.multi_cell(one.width, one.size * 1.5, one.words, align="L")
        pdf.output(str(folder.parent / "fpdf2.pdf"))
    return cost


def _typst(sheets: Sequence[Sheet], folder: Path) -> Cost:
    with watched() as cost:
        import typst

        size = f"width: {sheets[0].width}pt, height: {sheets[0].height}pt"
        lines = [f"#set page({size}, margin: 0pt)", '#set text(font: "Andika")']
        for number, sheet in enumerate(sheets):
            lines += ["#pagebreak()"] if number else []
            for one in sheet.things:
                at = f"#place(top + left, dx: {one.x}pt, dy: {one.y}pt, "
                if one.photo:
                    wide = f"width: {one.width}pt, height: {one.height}pt"
                    lines.append(f'{at}image("{one.photo}", {wide}))')
                else:
                    told = one.words.replace("\\", "\\\\").replace('"', '\\"')
                    lines.append(
                        f'{at}block(width: {one.width}pt, text(size: {one.size}pt, "{told}")))'
                    )
        source = folder / "book.typ"
        source.write_text("\n".join(lines), encoding="utf-8")
        target = str(folder.parent / "Typst.pdf")
        typst.compile(str(source), output=target, font_paths=[str(Path(_FONT).parent)])
    return cost


_OTHERS: dict[str, tuple[str, Callable[[Sequence[Sheet], Path], Cost]]] = {
    "WeasyPrint": ("weasyprint", _weasyprint),
    "fpdf2": ("fpdf", _fpdf2),
    "Typst": ("typst", _typst),
}
"""The others: the module each needs, and what makes the book with it."""
