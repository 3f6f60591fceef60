"""`lifestory store backup`, `states` and `restore`: a second copy of a store, and back again."""

from __future__ import annotations

from argparse import ArgumentParser, ArgumentTypeError, Namespace
from datetime import UTC, date, datetime
from pathlib import Path

from lifestory.app.backups import (
    BackedUp,
    NoSuchGeneration,
    back_up,
    generations,
    restore,
)
from lifestory.cli.asking import opened, passphrase
from lifestory.cli.options import Commands, add_store, command
from lifestory.cli.speaking import Speaker


def add_to(commands: Commands) -> None:
    """Put these commands among those of `store`."""
    backup = command(commands, "backup", "bring a backup up to date, and verify it", _backup)
    add_store(backup)
    _add_folder(backup)
    says = "read everything in it to its end, not only what is new and a share of the rest"
    backup.add_argument("--verify-all", action="store_true", help=says)
    _add_folder(command(commands, "states", "the times a backup holds", _states))
    back = command(commands, "restore", "bring a backup back into a new folder", _restore)
    _add_folder(back)
    add_store(back)
    says = "the state of that day or time (UTC), as `states` shows it; else the newest"
    back.add_argument("--at", type=_moment, metavar="TIME", help=says)


def _add_folder(made: ArgumentParser) -> None:
    made.add_argument("dest", type=Path, metavar="DEST", help="the folder of the backup")


def _moment(said: str) -> date | datetime:
    """A day, or a time in UTC unless it says of which zone."""
    try:
        if len(said) == len("2026-11-22"):
            return date.fromisoformat(said)
        at = datetime.fromisoformat(said)
    except ValueError as wrong:
        raise ArgumentTypeError("is no day and no time; as in 2026-11-22") from wrong
    return at.astimezone(UTC) if at.tzinfo else at.replace(tzinfo=UTC)


def _backup(args: Namespace, speaker: Speaker) -> bool:
    with opened(args) as store:
        done = back_up(store, args.dest, speaker.progress, whole=args.verify_all)
    if done.cloud:
        speaker.note(
            f"{done.cloud} is carried away by a service. It gets nothing readable, but it may keep"
            " old copies, also of what you erase: a drive of your own is better."
        )
    if done.erased:
        speaker.note(f"Older states that held what was erased are gone: {done.erased}")
    for name, many in (("not as written, copied anew", done.mended),
                       ("damaged older states, gone", len(done.damaged))):  # fmt: skip
        if many:
            speaker.aside(f"Found in the backup: {name}: {many}")
    return _copied(done, args.dest, speaker)


def _states(args: Namespace, speaker: Speaker) -> bool:
    for one in generations(args.dest):
        at = f"{one.at:%Y-%m-%dT%H:%M:%SZ}"
        speaker.say({"at": at}, at)
    return False


def _restore(args: Namespace, speaker: Speaker) -> bool:
    at = _that_day(args.dest, args.at) if type(args.at) is date else args.at
    done = restore(args.dest, args.store, passphrase(args), speaker.progress, at=at)
    return _copied(done, args.store, speaker)


def _that_day(folder: Path, day: date) -> datetime:
    """The time of the last state of a day in UTC. Raises NoSuchGeneration."""
    for one in generations(folder):
        if one.at.date() == day:
            return one.at
    raise NoSuchGeneration


def _copied(done: BackedUp, where: Path, speaker: Speaker) -> bool:
    speaker.say(
        {"copied": done.copied, "already_there": done.already_there, "verified": done.verified},
        f"{where}: originals copied {done.copied}, there already {done.already_there},"
        f" verified {done.verified}",
    )
    if done.unsound:
        speaker.found(f"Found: {done.unsound} originals are missing or damaged: run store check")
    return bool(done.unsound)
