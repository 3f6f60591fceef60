"""Printing a book of many photos, beside our own rendition function run bare over them."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from lifestory.app.books import compose_edition, print_book
from lifestory.app.renditions import Pixels
from lifestory.app.stories import write_text
from lifestory.domain.media import Rendition
from lifestory.domain.stories import Passage
from lifestory.pdf.draw import draw
from lifestory.photos.fitting import render
from tests.bench.album import BAND, half_pages, renditions, the_book, with_book
from tests.bench.figures import Figure
from tests.bench.place import Place, opened
from tests.bench.watching import apart, watched


@dataclass(frozen=True, slots=True)
class _Printed:
    cpu: float
    seconds: float
    peak: float
    pages: int
    megabytes: float
    half: float
    half_wide: int
    findings: int
    writing: float
    again: float


def measure(place: Place) -> Iterator[Figure]:
    """Half of the bare work comes before and half after, for the machine may have other work."""
    apart(with_book, place)
    wanted = apart(renditions, place)
    pictures = {file.name: file for file in place.photos()}
    work = [(pictures[name], rendition) for name, rendition in wanted]
    bare = apart(_bare, work[0::2])
    first = apart(_printed, place)
    bare += apart(_bare, work[1::2])
    widest = max(rendition.width for _, rendition in work)
    what = f"{first.pages} pages, {len(work)} photos"
    yield Figure(f"{what}: CPU ÷ bare renditions", first.cpu / bare, 1.2)
    yield Figure("PDF writing alone", first.writing, 0.6, "s")
    yield Figure("peak memory", first.peak, 400, "MB")
    yield Figure("the file", first.megabytes, 60, "MB")
    yield Figure(f"the file with half-page photos, {first.half_wide} px", first.half, 120, "MB")
    yield Figure("second export ÷ first, one sentence changed", first.again / first.seconds, 0.1)
    yield Figure("second export", first.again, 2, "s")
    yield Figure("what reading it back found", first.findings, 0)
    yield Figure("widest photo", widest, unit="px")
    yield Figure("CPU of the bare renditions", bare, unit="s")
    yield Figure("first export on the clock", first.seconds, unit="s")


def _bare(work: list[tuple[Path, Rendition]]) -> float:
    began = time.process_time()
    for photo, rendition in work:
        render(photo.read_bytes(), rendition)
    return time.process_time() - began


def _printed(place: Place) -> _Printed:
    store, found = opened(place.store)
    with store:
        store.vault.cache.clear()
        edition, target = the_book(found), place.folder / "book.pdf"
        with watched() as cost:
            report = print_book(store, found.case, edition, target)
        plans = compose_edition(found.case, edition)
        pixels = Pixels(store)
        in_hand = {
            one.rendition: pixels(one.rendition) for page in plans for one in page.pictures()
        }
        writing = min(_seconds(lambda: draw(plans, in_hand.__getitem__)) for _ in range(3))
        passage = found.case.records.of(Passage)[-1]
        text = passage.texts[BAND].replace("before the first bend", "long before the first bend")
        write_text(found.case, passage, BAND, text)
        again = print_book(store, found.case, edition, target)
        larger = half_pages(edition)
        half = print_book(store, found.case, larger, place.folder / "half.pdf")
        shown = [one for page in compose_edition(found.case, larger) for one in page.pictures()]
    return _Printed(
        cpu=cost.cpu,
        seconds=cost.seconds,
        peak=cost.peak,
        pages=report.pages,
        megabytes=report.bytes / 1e6,
        half=half.bytes / 1e6,
        half_wide=max(one.rendition.width for one in shown),
        findings=len(report.findings) + len(again.findings),
        writing=writing,
        again=again.seconds,
    )


def _seconds(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return time.perf_counter() - began
