"""The files a worker means when they name files and folders."""

from __future__ import annotations

import errno
import os
import re
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path

_COPY = re.compile(r"(.+?)(?: ?\(\d+\)| - Copy(?: \(\d+\))?| copy(?: \d+)?)")
"""What Windows, a Mac and browsers call the copy of a file."""


def files_in(paths: Iterable[Path]) -> Iterator[tuple[Path, str]]:
    """Every file of these files and folders, folders walked by name, a copy never before what it
    was copied from, with a reason where there is no file to be had (else ""): also where one of
    these is an empty folder.

    Links are followed; a folder that was walked already is not walked again, so a circle of links
    ends. However deep a tree is, a list of what is still to be walked goes down it.
    """
    walked: set[tuple[int, int]] = set()
    for path in _copies_last(paths):
        found = False
        for one in _below(path, walked):
            found = True
            yield one
        with suppress(OSError):
            if not found and not any(path.iterdir()):
                yield path, "There is nothing in this folder."


def _below(named: Path, walked: set[tuple[int, int]]) -> Iterator[tuple[Path, str]]:
    waiting = [iter((named,))]
    while waiting:
        path = next(waiting[-1], None)
        if path is None:
            waiting.pop()
            continue
        try:
            if path.is_dir():
                waiting.append(iter(_inside(path, walked)))
                continue
            path.stat()
        except OSError as trouble:
            yield path, why_not(trouble)
        else:
            yield path, "" if path.is_file() else "This is not a file."


def _inside(folder: Path, walked: set[tuple[int, int]]) -> list[Path]:
    """What lies in a folder, by name; nothing the second time. Raises OSError."""
    known = folder.stat()
    if (known.st_dev, known.st_ino) in walked:
        return []
    walked.add((known.st_dev, known.st_ino))
    return _copies_last(folder / name for name in sorted(os.listdir(folder)))  # noqa: PTH208 - sorted as text


def _copies_last(paths: Iterable[Path]) -> list[Path]:
    """The same, "DSC_0042 (1).jpg" moved behind "DSC_0042.jpg": of two files with the same bytes
    the first is taken for the original."""
    named = list(paths)
    at = {path: place for place, path in enumerate(named)}

    def place(path: Path) -> tuple[int, bool]:
        copy = _COPY.fullmatch(path.stem)
        first = at.get(path.with_name(f"{copy[1]}{path.suffix}"), -1) if copy else -1
        return max(at[path], first), first >= 0

    return sorted(named, key=place)


def why_not(trouble: OSError) -> str:
    """Why a file cannot be read, in a sentence without its name."""
    match trouble:
        case FileNotFoundError():
            return "There is no such file."
        case OSError(errno=errno.ELOOP):
            return "It is a link that only leads back to itself."
        case OSError(errno=errno.ENAMETOOLONG):
            return "Its name, with those of its folders, is too long for this computer."
        case PermissionError():
            return "You are not allowed to read this file."
        case _:
            return "This file cannot be read from its disk."
