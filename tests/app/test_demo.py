"""The demo touches nothing that it did not make."""

from __future__ import annotations

from pathlib import Path

import pytest

from lifestory.app.demo import NotOurs, make_demo
from lifestory.app.open_store import create_store


def test_books_of_someone_else_are_left_alone(tmp_path: Path) -> None:
    (tmp_path / "books").mkdir()
    (tmp_path / "books" / "first-book.pdf").write_bytes(b"someone's own")
    with pytest.raises(NotOurs):
        make_demo(tmp_path)
    assert [path.name for path in tmp_path.rglob("*")] == ["books", "first-book.pdf"]


def test_a_store_of_someone_else_is_left_alone(tmp_path: Path) -> None:
    create_store(tmp_path / "store", "quite another passphrase", work_factor=10)[0].close()
    with pytest.raises(NotOurs):
        list(make_demo(tmp_path).books)
    assert list((tmp_path / "books").iterdir()) == []
