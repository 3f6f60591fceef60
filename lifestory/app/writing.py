"""Writing a file that the worker asked for: whole, or not at all."""

from __future__ import annotations

import os
from pathlib import Path

from lifestory.archive.landing import CannotWrite, new_file

__all__ = ["CannotWrite", "make_folder", "write_whole"]


def write_whole(target: Path, content: bytes) -> None:
    """Write a file under another name beside its own, then give it its own; a file of that name
    is replaced. Raises CannotWrite, and then nothing is left behind."""
    with new_file(target) as made, made.open("r+b") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def make_folder(folder: Path) -> None:
    """Make a folder, and those above it, where they are missing. Raises CannotWrite."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as trouble:
        reason = trouble.strerror or "the disk refused it"
        raise CannotWrite(f"It could not be written there: {reason}.") from trouble
