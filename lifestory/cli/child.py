"""`lifestory child`: a child comes into the store, and who is in it."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from lifestory.app.caseload import ChildCard, add_child, add_from_open_folder, children
from lifestory.cli.asking import opened
from lifestory.cli.options import Commands, add_store, command, group, text
from lifestory.cli.speaking import Speaker
from lifestory.domain.dates import HonestDate


def add_to(commands: Commands) -> None:
    """Put these commands on the command line."""
    mine = group(commands, "child", "the children of a store")
    add = command(mine, "add", "take in an open folder, or begin an empty case", _add)
    add_store(add)
    whence = add.add_mutually_exclusive_group(required=True)
    whence.add_argument("--from", dest="folder", type=Path, metavar="FOLDER")
    whence.add_argument("--name", type=text, help="what the child is called")
    add.add_argument("--born", type=str, metavar="DATE", help="for example 2017-03-14, or 2017")
    listing = command(mine, "list", "the caseload, most urgent first", _list)
    add_store(listing)


def _add(args: Namespace, speaker: Speaker) -> bool:
    born = HonestDate.parse(args.born) if args.born else None
    with opened(args) as store:
        if args.folder is None:
            added = add_child(store, args.name, born).child
            speaker.say({"child": str(added.id)}, f"Added: {added.reference}")
            return False
        taken = add_from_open_folder(store, args.folder, speaker.progress)
        for child, reference in zip(taken.children, taken.references, strict=True):
            speaker.say(
                {"child": str(child), "records": taken.records, "originals": taken.originals},
                f"Added: {reference}, {taken.records} records, {taken.originals} originals",
            )
    return False


def _list(args: Namespace, speaker: Speaker) -> bool:
    with opened(args) as store:
        for card in children(store):
            speaker.say(
                {
                    "child": str(card.child),
                    "reference": card.reference,
                    "stage": card.stage.value,
                    "due": card.due.isoformat() if card.due else None,
                    "working_days_left": card.working_days_left,
                    "open_findings": card.open_findings,
                },
                _in_words(card),
            )
    return False


def _in_words(card: ChildCard) -> str:
    if card.due is None or card.working_days_left is None:
        return f"{card.reference:12}  {card.stage.value:12}  no date yet"
    days = card.working_days_left
    count = f"{abs(days)} working day{'' if abs(days) == 1 else 's'}"
    late = f"{count} late" if days < 0 else f"{count} left"
    return f"{card.reference:12}  {card.stage.value:12}  {card.due.isoformat()}  {late}"
