"""`lifestory archive`: one child as an encrypted file, written, verified, listed, opened."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from pathlib import Path

from lifestory.app.archives import (
    Entry,
    IdentityKey,
    Key,
    Passphrase,
    list_archive,
    look_into_archive,
    open_archive,
    take_from_archive,
    trail_in,
    verify_archive,
    write_child_archive,
)
from lifestory.app.comparing import Comparison
from lifestory.app.open_case import find_child
from lifestory.cli.asking import ask, ask_twice, first_line, key_file, opened
from lifestory.cli.options import Commands, add_child, add_store, command, group
from lifestory.cli.speaking import Speaker
from lifestory.domain.errors import LifestoryError

CHILD, TRAIL = "child.json", "trail.jsonl"


class NothingToChoose(LifestoryError):
    """A choice between the archive's and the store's own, where there is no store."""

    message = (
        "--take-theirs and --preview say what becomes of a store; a new folder has nothing yet."
    )
    remedy = "Nothing has been opened. Leave them out, or name a store with --into."


def add_to(commands: Commands) -> None:
    """Put these commands on the command line."""
    mine = group(commands, "archive", "one child as an encrypted archive")
    write = command(mine, "write", "write a child's archive", _write)
    add_store(write)
    add_child(write)
    write.add_argument("-o", dest="target", required=True, type=Path, metavar="FILE")
    write.add_argument(
        "--to", action="append", default=[], metavar="RECIPIENT", help="a public key, age1..."
    )
    write.add_argument("--archive-passphrase-file", type=Path, metavar="F")
    _with_key(command(mine, "verify", "read it whole and check everything in it", _verify))
    _with_key(command(mine, "list", "name the files in it", _list))
    opening = command(mine, "open", "open it into a store or a new folder", _open)
    _with_key(opening)
    where = opening.add_mutually_exclusive_group(required=True)
    where.add_argument("--into", dest="store", type=Path, metavar="STORE")
    where.add_argument("--folder", type=Path, metavar="DIR")
    opening.add_argument(
        "--take-theirs",
        action="store_true",
        help="what is told differently becomes as in the archive; else the store's own stays",
    )
    opening.add_argument(
        "--preview", action="store_true", help="say what is new, same or in conflict; write nothing"
    )


def _with_key(made: ArgumentParser) -> None:
    made.add_argument("file", type=Path, metavar="FILE", help="the archive")
    key = made.add_mutually_exclusive_group()
    key.add_argument("--archive-passphrase-file", type=Path, metavar="F")
    key.add_argument("--identity", type=Path, metavar="F", help="a key file of age")


def _key(args: Namespace) -> Key:
    if args.identity:
        return IdentityKey(key_file(args.identity))
    if args.archive_passphrase_file:
        return Passphrase(first_line(args.archive_passphrase_file))
    return Passphrase(ask("Passphrase of the archive: "))


def _write(args: Namespace, speaker: Speaker) -> bool:
    passphrase = None
    if args.archive_passphrase_file:
        passphrase = first_line(args.archive_passphrase_file)
    with opened(args) as store:
        found = find_child(store, args.child)
        if passphrase is None and not args.to:
            passphrase = ask_twice("Passphrase of the archive: ")
        written = write_child_archive(
            store,
            found,
            args.target,
            passphrase=passphrase,
            recipients=args.to,
            progress=speaker.progress,
        )
    line = {
        "archive": str(args.target),
        "files": written.files,
        "bytes": written.bytes,
        "sha256": written.sha256,
    }
    speaker.say(line, f"{args.target}: {written.files} files, {written.bytes:,} bytes")
    return False


def _verify(args: Namespace, speaker: Speaker) -> bool:
    verified = verify_archive(args.file, _key(args), speaker.progress)
    trail = trail_in(verified)
    broken = trail.broken if trail else ()
    for entry in verified.files:
        if entry.name == TRAIL and broken:
            lines = ", ".join(map(str, broken[:_MOST_LINES]))
            _tell(speaker, TRAIL, f"not as it was written, in line {lines}", ok=False)
        else:
            _say(entry, speaker)
    return bool(broken)


_MOST_LINES = 10
"""Lines of a broken trail that are named."""


def _list(args: Namespace, speaker: Speaker) -> bool:
    for entry in list_archive(args.file, _key(args), speaker.progress):
        _say(entry, speaker)
    return False


def _say(entry: Entry, speaker: Speaker) -> None:
    detail = f"{entry.bytes} bytes"
    speaker.say({"file": entry.name, "ok": True, "detail": detail}, f"{entry.name}  {detail}")


def _open(args: Namespace, speaker: Speaker) -> bool:
    if args.folder is not None:
        if args.take_theirs or args.preview:
            raise NothingToChoose
        open_archive(args.file, _key(args), args.folder, speaker.progress)
        detail = "opened into a folder"
        speaker.say(
            {"file": str(args.file), "ok": True, "detail": detail}, f"{args.folder}: {detail}"
        )
        return False
    with opened(args) as store:
        looked = look_into_archive(store, args.file, _key(args), speaker.progress)
        found = looked.compared
        theirs = {one.theirs.id for one in found.differing} if args.take_theirs else set()
        if not args.preview:
            found = take_from_archive(store, looked, theirs, speaker.progress).compared
    kept = [one for one in found.differing if one.theirs.id not in theirs]
    _tell(speaker, str(args.file), _in_all(found, preview=args.preview), ok=not kept)
    for kind, (new, same, conflict) in found.kinds().items():
        _tell(speaker, CHILD, f"{kind}: {new} new, {same} same, {conflict} in conflict")
    for one in found.differing:
        which = f"{one.mine.kind} {one.mine.id} in {', '.join(one.fields)}"
        became = "the archive's" if one.theirs.id in theirs else "the store's own"
        _tell(speaker, CHILD, f"conflict: {which}: {became}", ok=one not in kept)
    if looked.trail and looked.trail.broken:
        _tell(speaker, TRAIL, "not as it was written: `archive verify` says where", ok=False)
    return bool(kept) or bool(looked.trail and looked.trail.broken)


def _in_all(found: Comparison, *, preview: bool) -> str:
    many = len(found.new), len(found.same), len(found.differing)
    words = "{} new, {} same, {} in conflict".format(*many)
    if found.returning:
        words += f", {len(found.returning)} of the new taken out here before"
    if found.erased:
        words += f", {len(found.erased)} erased here and left out"
    done = "would open into a store" if preview else "opened into a store"
    return f"{done}: {words}"


def _tell(speaker: Speaker, file: str, detail: str, *, ok: bool = True) -> None:
    speaker.say({"file": file, "ok": ok, "detail": detail}, f"{file}: {detail}")
