"""Reads the header of an age file within a limit, before anything else touches the file.

A hostile header can keep an age library busy for minutes, so none reaches one unmeasured.
Format: https://age-encryption.org/v1 (the C2SP specification).
"""

from __future__ import annotations

from typing import BinaryIO

from lifestory.sealing.troubles import Damaged

VERSION = b"age-encryption.org/v1\n"
PIECE = 1024


def read_header(source: BinaryIO, limit: int) -> tuple[bytes, bytes]:
    """The header up to and with its closing line, and what was read beyond it.

    `limit` is in bytes. Raises Damaged when no header ends within it.
    """
    start = b""
    while True:
        if not VERSION.startswith(start[: len(VERSION)]):
            raise Damaged
        end = _end(start)
        if end is not None:
            if end > limit:
                raise Damaged
            return start[:end], start[end:]
        piece = source.read(PIECE) if len(start) < limit else b""
        if not piece:
            raise Damaged
        start += piece


def _end(start: bytes) -> int | None:
    closing = start.find(b"\n--- ", len(VERSION) - 1)
    newline = start.find(b"\n", closing + 1) if closing >= 0 else -1
    return newline + 1 if newline >= 0 else None
