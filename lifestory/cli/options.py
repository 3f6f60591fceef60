"""The options and arguments that commands share."""

from __future__ import annotations

from argparse import ArgumentParser, ArgumentTypeError, Namespace, _SubParsersAction
from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

from lifestory.cli.speaking import Speaker

Commands: TypeAlias = "_SubParsersAction[ArgumentParser]"

Do = Callable[[Namespace, Speaker], bool]
"""Does the command; returns True when something was refused or found."""


def command(commands: Commands, name: str, says: str, do: Do) -> ArgumentParser:
    """A command with the options that all have."""
    made = commands.add_parser(name, help=says, description=says, allow_abbrev=False)
    made.add_argument("--json", action="store_true", help="one JSON object a line on stdout")
    made.add_argument(
        "--passphrase-file", type=Path, metavar="FILE", help="its first line is the passphrase"
    )
    made.set_defaults(do=do)
    return made


def group(commands: Commands, name: str, says: str) -> Commands:
    """A command that has commands of its own."""
    made = commands.add_parser(name, help=says, description=says, allow_abbrev=False)
    return made.add_subparsers(required=True, metavar="COMMAND")


def text(said: str) -> str:
    """What was typed, as words to keep. Raises ArgumentTypeError for bytes of a terminal that
    speaks no UTF-8: no store and no page takes half a letter."""
    try:
        said.encode("utf-8")
    except UnicodeEncodeError as broken:
        raise ArgumentTypeError("is not written in UTF-8") from broken
    return said


def add_store(made: ArgumentParser) -> None:
    """The folder of the store."""
    made.add_argument("store", type=Path, metavar="STORE", help="the folder of the store")


def add_child(made: ArgumentParser) -> None:
    """The child within the store."""
    made.add_argument("child", metavar="CHILD", help="the child's reference, or id")
