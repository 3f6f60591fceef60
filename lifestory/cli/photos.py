"""`lifestory photos`: photos come in, each good one, whatever else lies beside them."""

from __future__ import annotations

from argparse import Namespace
from collections import Counter
from pathlib import Path

from lifestory.app.open_case import find_child
from lifestory.app.photos import PhotoOutcome, Status, add_photos
from lifestory.cli.asking import opened
from lifestory.cli.options import Commands, add_child, add_store, command, group
from lifestory.cli.speaking import Speaker


def add_to(commands: Commands) -> None:
    """Put these commands on the command line."""
    mine = group(commands, "photos", "the photos of a child")
    add = command(mine, "add", "take in files and folders; never stops at a bad one", _add)
    add_store(add)
    add_child(add)
    add.add_argument("paths", nargs="+", type=Path, metavar="PATH")


def _add(args: Namespace, speaker: Speaker) -> bool:
    count: Counter[Status] = Counter()
    with opened(args) as store:
        found = find_child(store, args.child)
        about = frozenset({found.id})
        for outcome in add_photos(store, found.case, args.paths, speaker.progress, about=about):
            count[outcome.status] += 1
            speaker.say(_line(outcome), _words(outcome))
            if outcome.status is Status.REFUSED:
                speaker.found(f"Refused: {outcome.file}: {outcome.reason}")
    speaker.note(
        f"{count[Status.ADDED]} added, {count[Status.DUPLICATE]} here already,"
        f" {count[Status.REFUSED]} refused"
    )
    return bool(count[Status.REFUSED])


def _line(outcome: PhotoOutcome) -> dict[str, object]:
    return {
        "file": str(outcome.file),
        "status": outcome.status.value,
        "reason": outcome.reason,
        "photo": str(outcome.photo) if outcome.photo else None,
        "width": outcome.width,
        "height": outcome.height,
        "taken": outcome.taken.iso,
        "precision": outcome.taken.precision.value,
        "had_gps": outcome.had_gps,
    }


def _words(outcome: PhotoOutcome) -> str:
    return f"{outcome.status.value:9}  {outcome.file}"
