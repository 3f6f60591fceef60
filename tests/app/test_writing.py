"""A file that was asked for appears whole or not at all."""

import sys
from pathlib import Path

import pytest

from lifestory.app.writing import CannotWrite, make_folder, write_whole


def test_a_file_is_written_and_nothing_beside_it(tmp_path: Path) -> None:
    write_whole(tmp_path / "book.pdf", b"a book")
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {"book.pdf": b"a book"}


def test_an_earlier_file_of_that_name_is_replaced(tmp_path: Path) -> None:
    (tmp_path / "book.pdf").write_bytes(b"old")
    write_whole(tmp_path / "book.pdf", b"new")
    assert (tmp_path / "book.pdf").read_bytes() == b"new"


def test_a_folder_that_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(CannotWrite, match="No such file or directory"):
        write_whole(tmp_path / "no" / "book.pdf", b"a book")


def test_a_file_where_a_folder_should_be_is_said(tmp_path: Path) -> None:
    (tmp_path / "books").write_bytes(b"not a folder")
    with pytest.raises(CannotWrite):
        make_folder(tmp_path / "books")


@pytest.mark.skipif(sys.platform == "win32", reason="only POSIX can be told to run out of room")
def test_a_disk_without_room_is_said_and_an_earlier_file_stays(tmp_path: Path) -> None:
    import resource

    (tmp_path / "book.pdf").write_bytes(b"old")
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1000, hard))
    try:
        with pytest.raises(CannotWrite, match="could not be written there"):
            write_whole(tmp_path / "book.pdf", bytes(100_000))
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {"book.pdf": b"old"}
