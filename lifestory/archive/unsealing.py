"""What is sealed in a stream, as a stream to read from: no plaintext on the disk, memory flat."""

from __future__ import annotations

import contextlib
import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from lifestory.archive.tarball import PIECE
from lifestory.domain.errors import LifestoryError
from lifestory.sealing.streams import Identity, unseal_stream


class CannotRead(LifestoryError):
    """There is no such file, or the disk does not give it out; the message says which."""

    message = "The archive cannot be read."
    remedy = "Nothing has been changed. Check where it is, or use another copy of it."


@contextmanager
def opened(file: Path) -> Iterator[BinaryIO]:
    """A file to read from. Raises CannotRead."""
    try:
        source = file.open("rb", buffering=PIECE)
    except OSError as trouble:
        raise CannotRead(f"The archive cannot be read: {trouble.strerror}.") from trouble
    with source:
        yield source


@contextmanager
def unsealed(source: BinaryIO, identity: Identity) -> Iterator[BinaryIO]:
    """What is sealed in `source`, while another thread unseals it into a pipe.

    `source` is the thread's own until this is left. Raises WrongKey, Damaged, CannotRead: when
    leaving, or in place of the trouble that an early end made for whoever was reading.
    """
    read_end, write_end = os.pipe()
    troubles: list[BaseException] = []

    def unseal() -> None:
        # pyrage hands over 8 KiB at a time; passing each on by itself costs more than unsealing it.
        target = os.fdopen(write_end, "wb", buffering=PIECE)
        try:
            unseal_stream(source, target, identity)
            target.flush()
        except BaseException as trouble:
            # Noted before the pipe is closed, so whoever sees its end finds the reason, too.
            troubles.append(trouble)
        finally:
            with contextlib.suppress(OSError):
                target.close()

    worker = threading.Thread(target=unseal, name="unsealing", daemon=True)
    with os.fdopen(read_end, "rb", buffering=PIECE) as plain:
        worker.start()
        try:
            yield plain
        except Exception:
            _raise_first(troubles)
            raise
        finally:
            plain.close()
            worker.join()
    _raise_first(troubles)


def _raise_first(troubles: list[BaseException]) -> None:
    for trouble in troubles:
        if isinstance(trouble, OSError):
            raise CannotRead(f"The archive cannot be read: {trouble.strerror}.") from trouble
        raise trouble
