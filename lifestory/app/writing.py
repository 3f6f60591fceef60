"""Writing a file that the worker asked for: whole, or not at all."""

from __future__ import annotations

import os
from pathlib import Path

from lifestory.archive.landing import CannotWrite, InsideStore, new_file, refuse_inside_store

__all__ = ["CannotWrite", "InsideStore", "make_folder", "refuse_inside_store", "write_whole"]


def write_whole(target: Path, content: bytes) -> None:
    """Write a file under another name beside its own, then give it its own; a file of that name
    is replaced. Raises CannotWrite, InsideStore, and then nothing is left behind."""
    with new_file(target) as made, made.open("r+b") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def make_folder(folder: Path) -> None:
    """Make a folder, and those above it, where they are missing. Raises CannotWrite,
    InsideStore."""
    try:
        refuse_inside_store(folder)
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as trouble:
        reason = trouble.strerror or "the disk refused it"
        raise CannotWrite(f"It could not be written there: {reason}.") from trouble
