"""The write-ahead log as it lies on the disk: whether all that was saved in it can be read.

SQLite reads a log up to its first broken frame and passes over the rest, for so the end of a log
looks after a power cut. A bit that flipped further up would undo, without a word, whatever was
saved since. But a change is only begun when the one before it is on the disk: where a whole change
is followed by the next, nothing above them may be broken.

The form is that of https://www.sqlite.org/fileformat2.html#the_write_ahead_log.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

_HEADER, _HEAD = 32, 24
"""Bytes before the first frame, and before the page in each."""
_MAGIC = 0x377F0682
"""Of a log whose sums are over little-endian words; with the last bit set, over big-endian ones."""
_WORD = 0xFFFFFFFF

Sum = tuple[int, ...]


@dataclass(frozen=True, slots=True)
class _Frame:
    whole: bool
    """It belongs to this log, and its sum goes on from the frame before as that one tells it."""
    ends: bool
    """It belongs to this log and ends a change."""


def log_is_broken(log: Path) -> bool:
    """True when SQLite would pass over something in it that had been saved.

    The newest change alone can't be told from one that was being written when the power went.
    """
    data = log.read_bytes() if log.exists() else b""
    if not any(data[:_HEADER]):
        return False
    if len(data) < _HEADER:
        return False  # its head was being written: nothing came after
    magic, _, _, _, _, _, *said = struct.unpack(">8I", data[:_HEADER])
    order = ">" if magic & 1 else "<"
    if magic & ~1 != _MAGIC or _summed(data[:24], (0, 0), order) != tuple(said):
        return True
    frames = list(_frames(data, order))
    first = next((at for at, frame in enumerate(frames) if not frame.whole), len(frames))
    return any(one.ends and after.whole for one, after in pairwise(frames[first:]))


def _frames(data: bytes, order: str) -> Iterator[_Frame]:
    (size,) = struct.unpack(">I", data[8:12])
    salts, before = data[16:24], struct.unpack(">2I", data[24:_HEADER])
    for start in range(_HEADER, len(data) - _HEAD - size + 1, _HEAD + size):
        head, page = data[start : start + _HEAD], data[start + _HEAD : start + _HEAD + size]
        said = struct.unpack(">2I", head[16:])
        ours = head[8:16] == salts
        whole = ours and _summed(head[:8] + page, before, order) == said
        yield _Frame(whole, ours and head[4:8] != bytes(4))
        before = said


def _summed(data: bytes, before: Sum, order: str) -> Sum:
    one, two = before
    words = iter(struct.unpack(f"{order}{len(data) // 4}I", data))
    for first, second in zip(words, words, strict=True):
        one = (one + first + two) & _WORD
        two = (two + second + one) & _WORD
    return one, two
