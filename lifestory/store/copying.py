"""Copying sealed files and reading them back: bytes as they are, never opened on to a disk."""

from __future__ import annotations

import hashlib
import io
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from lifestory.domain.errors import LifestoryError
from lifestory.sealing.streams import Identity, unseal_stream
from lifestory.store.system import PART, forget_cached, rename, sync
from lifestory.store.troubles import MissingOriginal

if TYPE_CHECKING:
    from typing_extensions import Buffer

_PIECE = 1024 * 1024


def copy_file(source: Path, target: Path) -> None:
    """Copies bytes as they are: new file, sync, rename; the folder above its own must be there.

    Raises MissingOriginal when the source is not there or cannot be read, and OSError for the
    target: only the latter is a reason to stop.
    """
    target.parent.mkdir(exist_ok=True)
    part = target.with_name(target.name + PART)
    try:
        with part.open("wb") as copy:
            _pour(source, copy)
            sync(copy)
            forget_cached(copy)
        rename(part, target)
    except BaseException:
        part.unlink(missing_ok=True)
        raise


def _pour(source: Path, target: BinaryIO) -> None:
    try:
        file = source.open("rb")
    except OSError:
        raise MissingOriginal from None
    with file:
        while True:
            try:
                piece = file.read(_PIECE)
            except OSError:
                raise MissingOriginal from None
            if not piece:
                return
            target.write(piece)


def digest_of(path: Path) -> str:
    """The SHA-256 of a file's bytes as they lie there, in hexadecimal; empty when it is not there
    or cannot be read."""
    try:
        with path.open("rb") as file:
            forget_cached(file)
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return ""


def read_back(path: Path, identity: Identity, sha256: str) -> str:
    """Opens a sealed file to its end, in constant memory: the SHA-256 of its bytes as they lie
    there when what is inside has the digest `sha256`; empty when not, or when it is not there."""
    inside = _Heard()
    try:
        with path.open("rb") as file:
            forget_cached(file)
            sealed = _Heard(file)
            unseal_stream(sealed, inside, identity)  # type: ignore[arg-type]
    except (OSError, LifestoryError):
        return ""
    return sealed.digest.hexdigest() if inside.digest.hexdigest() == sha256 else ""


class _Heard(io.RawIOBase):
    """A file that is hashed on its way; without one behind it, what is written goes nowhere."""

    def __init__(self, file: BinaryIO | None = None) -> None:
        super().__init__()
        self._file = file
        self.digest = hashlib.sha256()

    def read(self, size: int = -1) -> bytes:
        assert self._file is not None
        piece = self._file.read(size)
        self.digest.update(piece)
        return piece

    def write(self, data: Buffer) -> int:
        self.digest.update(data)
        return len(memoryview(data))
