"""What the window says of backups: how it stands, and what one did."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from lifestory.app.backups import BackedUp, Standing, rule


@dataclass(frozen=True, slots=True)
class Stands:
    """`at` is the local time of the newest good backup; `failed` that one failed after it, and
    `why`; `late` says for how many days there was none, 0 while that is well; `very` that it is
    told plainly."""

    at: datetime | None = None
    folder: Path | None = None
    failed: bool = False
    why: str = ""
    late: int = 0
    very: bool = False


def stands(found: Standing, now: datetime) -> Stands:
    """How it stands at that local time. A clock that went back makes nothing late."""
    if found.last is None:
        return Stands(failed=found.failed is not None, why=found.why)
    at = found.last.at.astimezone().replace(tzinfo=None)
    days = (now.date() - at.date()).days
    late, very = days >= rule().late_days, days >= rule().late_very
    return Stands(
        at, found.last.folder, found.failed is not None, found.why, days if late else 0, very
    )


def in_short(how: Stands) -> str:
    """What the status line says when there is something to do; empty when all is well."""
    if how.failed:
        return _say("The last backup failed")
    if how.at is None:
        return _say("Choose where backups go")
    if how.very:
        return _say("No backup for {days} days").format(days=how.late)
    if how.late:
        return _say("No backup since {day}").format(day=f"{how.at:%a} {how.at.day} {how.at:%b}")
    return ""


def tone(how: Stands) -> str:
    """Of what `in_short` says: it grows with the days."""
    return "stop" if how.failed or how.very else "look"


def done_words(done: BackedUp) -> tuple[str, str]:
    """What a backup did, and what more there is to know."""
    made = _say("Backed up and verified: {count} originals.").format(count=done.verified)
    if not done.changed and not done.copied:
        made = _say("Nothing new to back up. {count} originals are there and verified.").format(
            count=done.verified
        )
    more = []
    if done.mended:
        rotten = _say("{count} were not as they were written, and were copied anew.")
        more.append(rotten.format(count=done.mended))
    if done.damaged:
        gone = _say("{count} of its older states were damaged, and are gone.")
        more.append(gone.format(count=len(done.damaged)))
    if done.erased:
        erased = _say("{count} older states went, for they held what you erased.")
        more.append(erased.format(count=done.erased))
    return made, " ".join(more)


def checked_words(done: BackedUp) -> tuple[str, str]:
    """What a look at the whole backup found."""
    read = _say("The whole backup was read: {count} originals.").format(count=done.verified)
    _, more = done_words(done)
    return read, more or _say("All of it is as it was written.")


def cloud_words(cloud: str) -> tuple[str, str]:
    """Why a folder that a service carries away is not a good place."""
    return (
        _say("{folder} is carried away by a service.").format(folder=cloud),
        _say(
            "It gets nothing readable, but it may keep old copies, also of what you erase."
            " A drive of your own is better."
        ),
    )


def _say(words: str) -> str:
    return QCoreApplication.translate("BackupWords", words)
