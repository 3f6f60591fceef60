"""Reads the command line, does the command, and turns how it ended into an exit status."""

from __future__ import annotations

import os
import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Iterable, Sequence
from enum import IntEnum
from typing import TextIO

from lifestory import __version__
from lifestory.app.mistakes import APOLOGY, note_mistake
from lifestory.cli import archive, book, check, child, demo, erase, photos, store
from lifestory.cli.options import Commands
from lifestory.cli.speaking import Speaker
from lifestory.domain.errors import LifestoryError

COMMANDS = (
    demo.add_to, store.add_to, child.add_to, photos.add_to, book.add_to, check.add_to,
    archive.add_to, erase.add_to,
)  # fmt: skip


class Status(IntEnum):
    """How a command ended. Source: CONTRACT."""

    DONE = 0
    WITH_FINDINGS = 1
    TROUBLE = 2
    OUR_BUG = 70


class RefusedBySystem(LifestoryError):
    """The system would not do it, for a reason that no room has foreseen."""

    remedy = "Check the files and folders that you named. What was saved before is safe."


def parser(parts: Iterable[Callable[[Commands], None]] = COMMANDS) -> ArgumentParser:
    """The command line made of these parts, each of which adds its commands."""
    whole = ArgumentParser(
        prog="lifestory",
        allow_abbrev=False,
        description="Makes the printed book that tells a child in care their own story. "
        "Without a command it opens the window.",
    )
    whole.add_argument("--version", action="version", version=f"lifestory {__version__}")
    commands = whole.add_subparsers(dest="command", required=True, metavar="COMMAND")
    for add_to in parts:
        add_to(commands)
    return whole


def run(words: Sequence[str], parts: Iterable[Callable[[Commands], None]] = COMMANDS) -> int:
    """Do one command; returns its exit status. Wrong usage leaves with argparse's own 2."""
    for stream in (sys.stdout, sys.stderr):
        _never_stumbles_over_a_letter(stream)
    args = parser(parts).parse_args(words)
    speaker = Speaker(args.json)
    try:
        return _done(args, speaker)
    except BrokenPipeError:
        # Whoever read our output has had enough; keep the interpreter from saying so again.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return Status.WITH_FINDINGS
    finally:
        speaker.close()


def _done(args: Namespace, speaker: Speaker) -> int:
    try:
        return Status.WITH_FINDINGS if args.do(args, speaker) else Status.DONE
    except LifestoryError as trouble:
        speaker.trouble(trouble)
        return Status.TROUBLE
    except KeyboardInterrupt:
        speaker.found(
            "Stopped, as you asked.\nWhat was said to be done is kept; nothing is half done."
        )
        return Status.TROUBLE
    except BrokenPipeError:
        raise
    except OSError as refused:
        speaker.trouble(RefusedBySystem(f"The computer would not do that: {refused.strerror}."))
        return Status.TROUBLE
    except Exception as mistake:
        speaker.found("\n".join([APOLOGY, *note_mistake(mistake)]))
        return Status.OUR_BUG


def _never_stumbles_over_a_letter(stream: TextIO) -> None:
    """A console that lacks a letter shows its code instead of ending the command."""
    if hasattr(stream, "reconfigure"):
        stream.reconfigure(errors="backslashreplace")
