"""A cache may be lost, broken or full, and nobody notices but the clock."""

import os
from pathlib import Path

import pytest

from lifestory.store.cache import Cache
from lifestory.store.journal import OpenCase
from lifestory.store.troubles import StoreClosed
from lifestory.store.vault import Vault

KEY = os.urandom(32)


def test_a_picture_is_there_after_a_restart(vault: Vault, passphrase: str) -> None:
    vault.cache.put("a", b"one")
    vault.cache.put("a", b"two")
    vault.close()
    with Vault.open(vault.folder, passphrase) as again:
        assert again.cache.get("a") == b"two"
        assert again.cache.get("b") is None
    with pytest.raises(StoreClosed):
        again.cache.get("a")


def test_it_says_which_of_many_it_has(vault: Vault) -> None:
    vault.cache.put_all({"a": b"one", "b": b"two"})
    assert vault.cache.there(["a", "b", "c"]) == {"a", "b"}
    assert vault.cache.there([]) == frozenset()


def test_what_was_not_used_for_longest_goes_first(tmp_path: Path) -> None:
    cache = Cache(tmp_path / "cache.db", KEY, size_limit=100_000)
    for name in "abcdefghi":
        cache.put(name, bytes(10_000))
    cache.close()
    cache = Cache(tmp_path / "cache.db", KEY, size_limit=100_000)
    assert cache.get("a")
    for name in "xyz":
        cache.put(name, bytes(10_000))
    left = {name for name in "abcdefghixyz" if cache.get(name)}
    assert "a" in left
    assert left >= set("xyz")
    assert "b" not in left
    assert len(left) <= 10
    cache.close()


@pytest.mark.parametrize("harm", ["deleted", "scrambled", "emptied", "not ours"])
def test_a_broken_cache_starts_empty_and_works(tmp_path: Path, harm: str) -> None:
    path = tmp_path / "cache.db"
    cache = Cache(path, KEY)
    cache.put("a", b"one" * 10_000)
    cache.close()
    whole = path.read_bytes()
    match harm:
        case "deleted":
            path.unlink()
        case "scrambled":
            path.write_bytes(whole[:4096] + os.urandom(len(whole) - 4096))
        case "emptied":
            path.write_bytes(b"")
        case "not ours":
            path.write_bytes(b"SQLite format 3\0" + bytes(5000))
    cache = Cache(path, KEY)
    assert cache.get("a") is None
    cache.put("b", b"two")
    assert cache.get("b") == b"two"
    cache.close()


def test_a_cache_that_breaks_while_open_starts_again(tmp_path: Path) -> None:
    path = tmp_path / "cache.db"
    cache = Cache(path, KEY)
    cache.put("a", bytes(500_000))
    path.with_name("cache.db-wal").write_bytes(b"")
    path.write_bytes(os.urandom(50_000))
    cache.get("a")
    cache.put("b", b"two")
    assert cache.get("b") == b"two"
    cache.close()


def test_where_nothing_can_be_written_nothing_is_kept(tmp_path: Path) -> None:
    (tmp_path / "cache.db").mkdir()
    cache = Cache(tmp_path / "cache.db", KEY)
    cache.put("a", b"one")
    assert cache.get("a") is None
    cache.close()


def test_an_erasure_empties_the_cache(vault: Vault, case: OpenCase) -> None:
    vault.cache.put("a", b"one")
    case.erase([case.id])
    assert vault.cache.get("a") is None
