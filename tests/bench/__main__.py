"""Measure everything, or one thing: `python -m tests.bench [--only NAME] [--photos COUNT]`.

What is divided was measured in the same run on the same machine. CPU is user and system time of
the process and all its workers; memory is the sum of proportional set sizes over them, looked at
ten times a second; beside other engines, the most that each process ever held. Clock times mean
something on an idle machine alone.
"""

from __future__ import annotations

import sys
import tempfile
from argparse import ArgumentParser
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path

from tests.bench import (
    adding,
    alike,
    archiving,
    backing_up,
    beside,
    board,
    composing,
    editing,
    grid,
    holding,
    living,
    opening,
    printing,
    starting,
)
from tests.bench.figures import Figure, table
from tests.bench.place import Place

MEASURES = {
    "adding": adding.measure,
    "alike": alike.measure,
    "printing": printing.measure,
    "composing": composing.measure,
    "editing": editing.measure,
    "beside": beside.measure,
    "opening": opening.measure,
    "starting": starting.measure,
    "board": board.measure,
    "grid": grid.measure,
    "living": living.measure,
    "holding": holding.measure,
    "archiving": archiving.measure,
    "backing_up": backing_up.measure,
}
RESULTS = Path(__file__).resolve().parents[2] / "bench-results.md"


def main(
    words: Sequence[str] | None = None,
    measures: Mapping[str, Callable[[Place], Iterable[Figure]]] = MEASURES,
    results: Path = RESULTS,
) -> int:
    """Measure and print the table; 1 when a limit is missed. The file is of a whole run: one thing
    measured alone is only printed."""
    asked = ArgumentParser(prog="python -m tests.bench")
    asked.add_argument("--only", choices=measures, help="measure this alone")
    asked.add_argument(
        "--photos",
        type=int,
        help="1,000 are added and 200 printed unless this says otherwise; fewer say less",
    )
    args = asked.parse_args(words)
    figures: list[Figure] = []
    with tempfile.TemporaryDirectory(prefix="lifestory-bench-") as folder:
        place = Place(Path(folder), args.photos or 200, args.photos or 1000)
        for name in [args.only] if args.only else measures:
            print(f"measuring: {name} …", file=sys.stderr)
            for figure in measures[name](place):
                print(f"  {figure.name}: {figure.measured:.3f} {figure.unit}", file=sys.stderr)
                figures.append(figure)
    print(table(figures))
    if not args.only:
        results.write_text(f"{table(figures)}\n", encoding="utf-8")
    return 0 if all(one.good for one in figures) else 1


if __name__ == "__main__":
    sys.exit(main())
