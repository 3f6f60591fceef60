"""`lifestory demo`: the sample store, and every edition of the sample child's book."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from lifestory.app.demo import PASSPHRASE, make_demo
from lifestory.cli.book import in_words, name_findings
from lifestory.cli.options import Commands
from lifestory.cli.speaking import Speaker


def add_to(commands: Commands) -> None:
    """Put this command on the command line."""
    says = "a store with the sample child in it, and every edition of their book as PDF"
    made = commands.add_parser("demo", help=says, description=says, allow_abbrev=False)
    made.add_argument("folder", nargs="?", type=Path, default=Path("lifestory-demo"), metavar="DIR")
    made.add_argument("--json", action="store_true", help="one JSON object a line on stdout")
    made.set_defaults(do=_demo)


def _demo(args: Namespace, speaker: Speaker) -> bool:
    found = False
    demo = make_demo(args.folder, speaker.progress)
    if demo.was_there:
        speaker.note("The demo store is there already; its books are printed again.")
    for report in demo.books:
        speaker.say(
            {"kind": "book", "path": str(report.target), "pages": report.pages}, in_words(report)
        )
        name_findings(report, speaker)
        found = found or bool(report.findings)
    speaker.say({"kind": "store", "path": str(demo.store), "pages": None}, f"{demo.store}")
    speaker.note(f"Its passphrase: {PASSPHRASE}")
    return found
