"""Plain tar, written and read as a stream, and only as much of it as we use: files with names.

Reading is strict on purpose. Links, devices, folders, sparse files and whatever else tar can hold
are refused by their header, before anything is read for them.
"""

from __future__ import annotations

import tarfile
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Protocol

from lifestory.domain.errors import LifestoryError

BLOCK = tarfile.BLOCKSIZE
END = bytes(2 * BLOCK)
PIECE = 2**20
"""Bytes that are read at a time; a few pieces are in memory at once."""
_MOST_PAX = 4096
"""Bytes of an extended header; ours holds one name."""


class BrokenArchive(LifestoryError):
    """Not an archive, or not as Lifestory writes it; the message says in what."""

    message = "This is not a whole archive."
    remedy = "Nothing has been kept from it. Use another copy of the archive."


class Readable(Protocol):
    """Anything that gives its bytes one after another."""

    def read(self, size: int = -1, /) -> bytes:
        """Up to `size` bytes; b"" at the end."""


def header(name: str, size: int) -> bytes:
    """The header of a file: the same for the same name and size, always and everywhere."""
    info = tarfile.TarInfo(name)
    info.size = size
    info.mode = 0o600
    return info.tobuf(tarfile.PAX_FORMAT, "utf-8", "strict")


def short_header(name: str, size: int) -> bytes:
    """As `header`, but one block at any size, so that it can be written again once that is known.

    `name` is plain ASCII of at most 100 letters.
    """
    info = tarfile.TarInfo(name)
    info.size = size
    info.mode = 0o600
    block = info.tobuf(tarfile.GNU_FORMAT, "ascii", "strict")
    assert len(block) == BLOCK
    return block


def padding(size: int) -> bytes:
    """The zeros that follow a file of `size` bytes."""
    return bytes(-size % BLOCK)


@dataclass
class Member:
    """A file inside a tar while it is being read; a stream of its own bytes, forward only."""

    name: str
    size: int
    source: Readable

    def __post_init__(self) -> None:
        self._left = self.size

    def read(self, size: int = -1, /) -> bytes:
        """Up to `size` bytes, all that is left without; b"" at the end of this file."""
        wanted = self._left if size < 0 else min(size, self._left)
        piece = self.source.read(wanted) if wanted else b""
        if wanted and not piece:
            raise BrokenArchive("This archive ends too early.")
        self._left -= len(piece)
        return piece

    def pass_over(self) -> None:
        """Read what is left of this file and the zeros that follow it."""
        while self.read(PIECE):
            pass
        rest = padding(self.size)
        if exactly(self.source, len(rest)) != rest:
            raise BrokenArchive("There is something in this archive where nothing should be.")


def members(source: Readable, most: int) -> Iterator[Member]:
    """The files in a tar, one after another, up to its end mark. More than `most` are refused.

    Each is to be read before the next one is asked for. Raises BrokenArchive.
    """
    for _ in range(most + 1):
        block = exactly(source, BLOCK)
        if not any(block):
            if any(exactly(source, BLOCK)):
                raise BrokenArchive
            return
        member = _member(_parsed(block), source)
        yield member
        member.pass_over()
    raise BrokenArchive("There are more files in this archive than Lifestory would write.")


def short_member(source: Readable, names: Collection[str]) -> Member:
    """The next file, one of `names`, its header to the bit as `short_header` writes it.

    Nothing else guards the outside of an archive against a flipped bit. Raises BrokenArchive.
    """
    block = exactly(source, BLOCK)
    info = _parsed(block)
    if info.name not in names or short_header(info.name, info.size) != block:
        raise BrokenArchive
    return Member(info.name, info.size, source)


def _member(info: tarfile.TarInfo, source: Readable) -> Member:
    extended: dict[str, str] = {}
    if info.type == tarfile.XHDTYPE:
        if info.size > _MOST_PAX:
            raise BrokenArchive("A header in this archive is too long.")
        extended = _pax(exactly(source, info.size + len(padding(info.size)))[: info.size])
        info = _parsed(exactly(source, BLOCK))
    if info.type != tarfile.REGTYPE or extended.keys() - {"path", "size"}:
        raise BrokenArchive("There is a link, a device or something else in it that is no file.")
    size = extended.get("size", str(info.size))
    if not size.isascii() or not size.isdecimal() or len(size) > 18:
        raise BrokenArchive
    return Member(extended.get("path", info.name), int(size), source)


def _parsed(block: bytes) -> tarfile.TarInfo:
    try:
        info = tarfile.TarInfo.frombuf(block, "utf-8", "strict")
    except (tarfile.HeaderError, ValueError) as broken:
        raise BrokenArchive from broken
    if info.size < 0:
        raise BrokenArchive
    return info


def _pax(content: bytes) -> dict[str, str]:
    """Keyword and value of each line `length keyword=value`. Source: POSIX, pax extended header."""
    found: dict[str, str] = {}
    while content:
        length, _, _ = content.partition(b" ")
        if not length.isdigit() or not len(length) < int(length[:6]) <= len(content):
            raise BrokenArchive
        line, content = content[: int(length)], content[int(length) :]
        keyword, equals, value = line[len(length) + 1 :].partition(b"=")
        if not equals or not value.endswith(b"\n"):
            raise BrokenArchive
        try:
            found[keyword.decode()] = value[:-1].decode()
        except UnicodeDecodeError as broken:
            raise BrokenArchive from broken
    return found


def exactly(source: Readable, size: int) -> bytes:
    """`size` bytes. Raises BrokenArchive when there are fewer."""
    pieces = []
    while size:
        piece = source.read(size)
        if not piece:
            raise BrokenArchive("This archive ends too early.")
        pieces.append(piece)
        size -= len(piece)
    return b"".join(pieces)
