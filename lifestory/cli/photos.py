"""`lifestory photos`: photos come in, each good one, whatever else lies beside them."""

from __future__ import annotations

from argparse import Namespace
from collections import Counter
from pathlib import Path
from unicodedata import category

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
    files: set[Path] = set()
    with opened(args) as store:
        found = find_child(store, args.child)
        about = frozenset({found.id})
        for outcome in add_photos(store, found.case, args.paths, speaker.progress, about=about):
            count[outcome.status] += 1
            if outcome.status is Status.ADDED:
                files.add(outcome.file)
            speaker.say(_line(outcome), _words(outcome))
            if outcome.status is Status.REFUSED:
                speaker.found(f"Refused: {_shown(outcome.file)}: {outcome.reason}")
    speaker.note(
        f"{count[Status.ADDED]} added{_of(files, count[Status.ADDED])},"
        f" {count[Status.DUPLICATE]} here already, {count[Status.REFUSED]} refused"
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
    page = f", page {outcome.page}" if outcome.page else ""
    return f"{outcome.status.value:9}  {_shown(outcome.file)}{page}"


def _of(files: set[Path], photos: int) -> str:
    """Of how many files they are, where some had several pages."""
    if len(files) == photos:
        return ""
    return f" from {len(files)} {'file' if len(files) == 1 else 'files'}"


def _shown(file: Path) -> str:
    """A path on one line, also when its name holds a line break or bytes that are no letters."""
    return "".join("\N{REPLACEMENT CHARACTER}" if category(one) in {"Cc", "Cs"} else one
                   for one in str(file))  # fmt: skip
