"""The same pages with the same prepared photos, made by four engines side by side in one run.

All begin with the same words and photos and end with a file: a hundred pages with their photos,
captions, paragraphs, drawings and page numbers, bookmarks, and tags where an engine has them. Ours
is told the facts and composes; the others are told where everything stands, break the lines and
draw (`tests.bench.engines` says how each does it, and what is counted). No two photos are the same
bytes, for an engine that puts the same photo in once would be spared most of the work. Before a
figure is believed, each book is read back: its pages, its words, and its photos byte for byte.

Each is made three times, in turns, each time in a fresh process of its own. Of CPU and the clock
the least counts, for the machine may have other work; of memory the most. WeasyPrint, fpdf2 and
Typst are there with `pip install .[bench]`; one that is not is left out, and said.
"""

from __future__ import annotations

import json
import pickle
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

from lifestory.app.renditions import Pixels
from lifestory.book.compose import compose
from lifestory.pdf.readback import read_back
from lifestory.sharing.lens import share
from tests.bench.album import the_book, with_book
from tests.bench.engines import ENGINES
from tests.bench.figures import Figure
from tests.bench.place import Place, opened
from tests.bench.sheets import Photo, Said, Sheet, told
from tests.bench.watching import apart

_ROUNDS = 3
_DENSITY = slice(13, 18)
"""Where a JPEG of ours says how many pixels make an inch (JFIF 1.02): nobody asks."""


@dataclass(frozen=True, slots=True)
class _Cost:
    """Seconds on the clock and of CPU for the book; CPU for loading the engine; MB at most."""

    seconds: float
    cpu: float
    loading: float
    peak: float


def measure(place: Place) -> Iterator[Figure]:
    """Ours may cost no more than the best of the others, and hold less than any."""
    apart(with_book, place)
    sheets = apart(_prepared, place)
    photos = sum(isinstance(thing, Photo) for sheet in sheets for thing in sheet.things)
    there = [name for name, (module, _) in ENGINES.items() if find_spec(module)]
    for name in ENGINES.keys() - set(there):
        print(f"  {name} is not there: pip install .[bench]", file=sys.stderr)
    made = [(name, _made(name, place.folder)) for _ in range(_ROUNDS) for name in there]
    for name in there:
        apart(_proved, name, place.folder, sheets)
    best = {name: _best([cost for one, cost in made if one == name]) for name in there}
    ours = best.pop("Lifestory")
    others = list(best.values())
    what = f"{len(sheets)} pages, {photos} prepared photos"
    clock = min((one.seconds for one in others), default=None)
    yield Figure(f"{what}, on the clock: Lifestory", ours.seconds, clock, "s")
    yield Figure("CPU: Lifestory", ours.cpu, min((one.cpu for one in others), default=None), "s")
    least = min((one.peak for one in others), default=None)
    yield Figure("peak memory: Lifestory", ours.peak, least, "MB")
    yield Figure("CPU to load it: Lifestory", ours.loading, unit="s")
    for name, cost in best.items():
        yield Figure(f"on the clock: {name}", cost.seconds, unit="s")
        yield Figure(f"CPU: {name}", cost.cpu, unit="s")
        yield Figure(f"peak memory: {name}", cost.peak, unit="MB")
        yield Figure(f"CPU to load it: {name}", cost.loading, unit="s")


def _prepared(place: Place) -> list[Sheet]:
    """Every photo as it is printed, in a file by itself, and both jobs: what is shared, for ours,
    and where all of it stands, for the others."""
    folder = place.folder / "prepared"
    folder.mkdir(exist_ok=True)
    store, found = opened(place.store)
    with store:
        shared = share(found.case.records, the_book(found))
        plans = compose(shared)
        pixels = Pixels(store)
        renditions = dict.fromkeys(one.rendition for plan in plans for one in plan.pictures())
        for number, rendition in enumerate(renditions):
            file = folder / f"{rendition.key}.jpg"
            file.write_bytes(_of_its_own(pixels(rendition), number))
    sheets = [told(plan) for plan in plans]
    (place.folder / "shared.pickle").write_bytes(pickle.dumps(shared))
    (place.folder / "sheets.pickle").write_bytes(pickle.dumps(sheets))
    return sheets


def _of_its_own(jpeg: bytes, number: int) -> bytes:
    """The photo in bytes that no other has: the bench draws a few and uses them again."""
    assert jpeg[6:11] == b"JFIF\0", "not as our photos are made"
    density = (72 + number).to_bytes(2, "big")
    return jpeg[: _DENSITY.start] + b"\1" + density * 2 + jpeg[_DENSITY.stop :]


def _made(name: str, folder: Path) -> _Cost:
    said = subprocess.run(
        [sys.executable, "-m", "tests.bench.engines", name, str(folder)],
        check=True,
        capture_output=True,
        text=True,
    )
    return _Cost(**json.loads(said.stdout.splitlines()[-1]))


def _best(costs: list[_Cost]) -> _Cost:
    return _Cost(
        min(one.seconds for one in costs),
        min(one.cpu for one in costs),
        min(one.loading for one in costs),
        max(one.peak for one in costs),
    )


def _proved(name: str, folder: Path, sheets: list[Sheet]) -> None:
    """The book of an engine has every page, word and photo."""
    made = (folder / f"{name}.pdf").read_bytes()
    read = read_back(made)
    assert len(read.pages) == len(sheets), f"{name} left pages out"
    for page, sheet in zip(read.pages, sheets, strict=True):
        said = (part for one in sheet.things if isinstance(one, Said) for part in one.paragraphs)
        wanted = Counter(word for part in said for word in part.split())
        assert not wanted - Counter(page.text.split()), f"{name} left words out"
        for one in sheet.things:
            if isinstance(one, Photo):
                jpeg = (folder / "prepared" / one.file).read_bytes()
                assert jpeg in made, f"{name} changed a photo"
