"""The files a worker means when they name files and folders."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path


def files_in(paths: Iterable[Path]) -> Iterator[tuple[Path, str]]:
    """Every file of these files and folders, folders walked by name, with a reason where there
    is no file to be had (else "").

    Links are followed; a folder that was walked already is not walked again, so a circle of links
    ends.
    """
    walked: set[tuple[int, int]] = set()
    for path in paths:
        yield from _under(path, walked)


def _under(path: Path, walked: set[tuple[int, int]]) -> Iterator[tuple[Path, str]]:
    try:
        known = path.stat()
        if not path.is_dir():
            yield path, "" if path.is_file() else "This is not a file."
            return
        if (known.st_dev, known.st_ino) in walked:
            return
        walked.add((known.st_dev, known.st_ino))
        inside = sorted(os.listdir(path))  # noqa: PTH208 - names alone, sorted as text
    except OSError as trouble:
        yield path, why_not(trouble)
        return
    for name in inside:
        yield from _under(path / name, walked)


def why_not(trouble: OSError) -> str:
    """Why a file cannot be read, in a sentence without its name."""
    match trouble:
        case FileNotFoundError():
            return "There is no such file."
        case PermissionError():
            return "You are not allowed to read this file."
        case _:
            return "This file cannot be read from its disk."
