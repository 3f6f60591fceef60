"""A file that was asked for appears whole or not at all."""

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
