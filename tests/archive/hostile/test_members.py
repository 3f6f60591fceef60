"""What tar can hold besides files, and sizes that lie: refused by the header, before it is read."""

import io
import tarfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lifestory.archive import tarball
from lifestory.archive.reading_v1 import verify_archive
from lifestory.archive.tarball import BrokenArchive, members
from lifestory.domain.errors import LifestoryError

Refuse = Callable[[Path], LifestoryError]
CHILD = "story/data/child.json"


def member(**fields: object) -> bytes:
    """A tar with one odd member, as tarfile writes it."""
    info = tarfile.TarInfo(CHILD)
    for name, value in fields.items():
        setattr(info, name, value)
    return info.tobuf(tarfile.PAX_FORMAT) + tarball.END


def sized(field: bytes) -> bytes:
    """A tar whose one member says its size in these twelve bytes, the check sum put right."""
    block = bytearray(tarball.header(CHILD, 0))
    block[124:136] = field
    block[148:156] = b" " * 8
    block[148:156] = b"%06o\0 " % sum(block)
    return bytes(block) + tarball.END


@pytest.mark.parametrize(
    "fields",
    [
        {"type": tarfile.SYMTYPE, "linkname": "/etc/passwd"},
        {"type": tarfile.LNKTYPE, "linkname": "story/bagit.txt"},
        {"type": tarfile.CHRTYPE, "devmajor": 1, "devminor": 5},
        {"type": tarfile.BLKTYPE},
        {"type": tarfile.FIFOTYPE},
        {"type": tarfile.DIRTYPE},
        {"type": tarfile.CONTTYPE},
        {"type": tarfile.AREGTYPE},
        {"type": b"Z"},
        {"type": tarfile.GNUTYPE_SPARSE},
        {"type": tarfile.GNUTYPE_LONGNAME, "size": 10**10},
        {"type": tarfile.GNUTYPE_LONGLINK, "size": 10},
        {"type": tarfile.XHDTYPE, "size": 10**10},
        {"type": tarfile.XGLTYPE, "size": 10},
        {"type": tarfile.SOLARIS_XHDTYPE, "size": 10},
        {"pax_headers": {"GNU.sparse.major": "1", "GNU.sparse.minor": "0"}},
        {"pax_headers": {"GNU.sparse.map": "0,1", "GNU.sparse.size": "1000000000000"}},
        {"pax_headers": {"path": "story/data/x", "size": "-5"}},
        {"pax_headers": {"size": "1e9"}},
        {"pax_headers": {"size": "٣"}},
        {"pax_headers": {"size": "9" * 400}},
        {"pax_headers": {"linkpath": "/etc"}},
        {"pax_headers": {"hdrcharset": "BINARY"}},
        {"pax_headers": {"SCHILY.xattr.user.x": "1"}},
        {"pax_headers": {"comment": "x" * 10_000}},
        {"size": 10**15},
    ],
)  # fmt: skip
def test_only_files_come_out_of_an_archive(
    refuse: Refuse, forger: Any, fields: dict[str, object]
) -> None:
    assert isinstance(refuse(forger.sealed(member(**fields))), BrokenArchive)


@pytest.mark.parametrize(
    "field",
    [
        b"77777777777\0", b"777777777777", b"-0000000001\0", b"        -1 \0", b"0x00000010\0",
        b"00000000009\0", b"\x80" + b"\0" * 3 + b"\x7f" + b"\xff" * 7, b"\x80" + b"\xff" * 11,
        b"\xff" * 12, b"\xff" + b"\0" * 11, b"\x80" * 12, "٣".encode() * 6,
        b"1_0" + bytes(9),
    ],
)  # fmt: skip
def test_a_size_that_lies_is_refused(refuse: Refuse, forger: Any, field: bytes) -> None:
    assert isinstance(refuse(forger.sealed(sized(field))), BrokenArchive)


def test_a_size_above_what_is_allowed_is_refused_unread(refuse: Refuse, forger: Any) -> None:
    for name in (CHILD, "story/manifest-sha256.txt", "story/data/originals/a.jpg"):
        huge = tarball.header(name, 2**40) + bytes(4096)
        assert "too large" in refuse(forger.sealed(huge)).message


def test_something_hidden_behind_a_file_is_refused(refuse: Refuse, forger: Any) -> None:
    packed = bytearray(forger.packed(forger.good))
    at = packed.index(b"UTF-8\n") + len(b"UTF-8\n")
    assert packed[at : at + 2] == b"\0\0"
    packed[at] = 65
    assert "nothing should be" in refuse(forger.sealed(bytes(packed))).message


def test_something_hidden_after_the_end_is_refused(refuse: Refuse, forger: Any) -> None:
    whole = forger.packed(forger.good)
    for more in (b"x", bytes(512), bytes(2**20), b"x" * 2**20, whole):
        assert isinstance(refuse(forger.sealed(whole + more)), BrokenArchive)


def test_a_story_that_ends_early_is_refused_wherever_it_ends(forger: Any) -> None:
    whole = forger.packed(forger.good)
    for end in range(0, len(whole), tarball.BLOCK):
        with pytest.raises(BrokenArchive):
            verify_archive(forger.sealed(whole[:end]), forger.own)


@settings(max_examples=30, deadline=None)
@given(at=st.integers(0, tarball.BLOCK - 1), flip=st.integers(1, 255))
def test_a_header_with_any_byte_changed_is_refused_or_changes_nothing(
    forger: Any, at: int, flip: int
) -> None:
    whole = bytearray(forger.packed(forger.good))
    whole[at] ^= flip
    before = verify_archive(forger.sealed(forger.packed(forger.good)), forger.own)
    try:
        after = verify_archive(forger.sealed(bytes(whole)), forger.own)
    except LifestoryError:
        return
    assert (after.files, after.records) == (before.files, before.records)


def test_more_files_than_anyone_has_are_refused() -> None:
    tar = b"".join(tarball.header(f"story/{number}", 0) for number in range(5)) + tarball.END
    assert len(list(members(io.BytesIO(tar), 5))) == 5
    with pytest.raises(BrokenArchive):
        list(members(io.BytesIO(tar), 4))
