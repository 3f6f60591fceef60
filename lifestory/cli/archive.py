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
    open_archive,
    open_into_store,
    verify_archive,
    write_child_archive,
)
from lifestory.app.open_case import find_child
from lifestory.cli.asking import ask, ask_twice, first_line, key_file, opened
from lifestory.cli.options import Commands, add_child, add_store, command, group
from lifestory.cli.speaking import Speaker


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
    for entry in verify_archive(args.file, _key(args), speaker.progress).files:
        _say(entry, speaker)
    return False


def _list(args: Namespace, speaker: Speaker) -> bool:
    for entry in list_archive(args.file, _key(args), speaker.progress):
        _say(entry, speaker)
    return False


def _say(entry: Entry, speaker: Speaker) -> None:
    detail = f"{entry.bytes} bytes"
    speaker.say({"file": entry.name, "ok": True, "detail": detail}, f"{entry.name}  {detail}")


def _open(args: Namespace, speaker: Speaker) -> bool:
    if args.folder is not None:
        open_archive(args.file, _key(args), args.folder, speaker.progress)
        detail = "opened into a folder"
        where = args.folder
    else:
        with opened(args) as store:
            taken = open_into_store(store, args.file, _key(args), speaker.progress)
        detail = f"opened into a store: {taken.records} records, {taken.originals} originals"
        where = args.store
    speaker.say({"file": str(args.file), "ok": True, "detail": detail}, f"{where}: {detail}")
    return False
