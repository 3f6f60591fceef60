"""Bags whose lists lie, lack, repeat or say it otherwise; files too many, too few or elsewhere."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from lifestory.archive import manifest
from lifestory.archive.reading_v1 import open_archive
from lifestory.archive.tarball import BrokenArchive
from lifestory.domain.errors import LifestoryError, NewerFormat

Refuse = Callable[[Path], LifestoryError]
SCAN = "data/originals/Oma.jpg"


def test_a_good_archive_from_another_hand_is_accepted(forger: Any, tmp_path: Path) -> None:
    assert forger.packed(forger.listed(forger.good)) == forger.packed(forger.good)
    open_archive(forger.sealed(forger.packed(forger.good)), forger.own, tmp_path / "opened")


@pytest.mark.parametrize(
    "gone",
    [
        *manifest.LISTS, "bagit.txt", "bag-info.txt", "envelope-sha256.txt", "data/README.txt",
        "data/child.json", "data/books/book.pdf", SCAN,
    ],
)  # fmt: skip
def test_a_bag_that_lacks_a_file_is_refused(refuse: Refuse, forger: Any, gone: str) -> None:
    assert isinstance(
        refuse(forger.sealed(forger.packed(forger.bag(**{gone: None})))), BrokenArchive
    )


@pytest.mark.parametrize(
    "gone", ["bagit.txt", "bag-info.txt", "envelope-sha256.txt", "data/child.json"]
)
def test_what_every_bag_has_is_missed_though_no_list_names_it(
    refuse: Refuse, forger: Any, gone: str
) -> None:
    files = forger.listed(forger.bag(**{gone: None}))
    assert isinstance(refuse(forger.sealed(forger.packed(files))), BrokenArchive)


@pytest.mark.parametrize("changed", [*manifest.LISTS, "bagit.txt", SCAN, "data/README.txt"])
def test_a_file_that_is_not_as_the_lists_say_is_refused(
    refuse: Refuse, forger: Any, changed: str
) -> None:
    text = forger.good[f"story/{changed}"]
    for other in (text[:-1] + b"x", text + b"\n", text[1:], b""):
        forged = forger.sealed(forger.packed(forger.bag(**{changed: other})))
        assert isinstance(refuse(forged), BrokenArchive)


@pytest.mark.parametrize(
    "told",
    [
        lambda text: text.replace(b"\n", b"\r\n"),
        lambda text: text + text,
        lambda text: text + text.splitlines(keepends=True)[0],
        lambda text: b"".join(reversed(text.splitlines(keepends=True))),
        lambda text: text.upper(),
        lambda text: text.replace(b"  ", b" *"),
        lambda text: text.replace(b"  ", b"\t"),
        lambda text: text.replace(b"data/", b"./data/"),
        lambda text: text.replace(b"data/child.json", b"data/../data/child.json"),
        lambda text: b"\xef\xbb\xbf" + text,
        lambda text: text.rstrip(b"\n"),
        lambda text: b"0" * 64 + b"  data/child.json\n" + text,
    ],
)
def test_a_list_in_other_words_is_refused(
    refuse: Refuse, forger: Any, told: Callable[[bytes], bytes]
) -> None:
    for name in ("manifest-sha256.txt", "tagmanifest-sha512.txt"):
        changed = told(forger.good[f"story/{name}"])
        if changed != forger.good[f"story/{name}"]:
            forged = forger.sealed(forger.packed(forger.bag(**{name: changed})))
            assert isinstance(refuse(forged), BrokenArchive)


@pytest.mark.parametrize(
    "name",
    [
        "fetch.txt", "manifest-md5.txt", "manifest-sha1.txt", "tagmanifest-md5.txt", "x",
        "data/extra.txt", "data/bagit.txt", "data/manifest-sha256.txt", "data/data/child.json",
        "originals/a.jpg", "data/trail.jsonl.exe",
    ],
)  # fmt: skip
def test_a_file_that_does_not_belong_is_refused_though_every_list_names_it(
    refuse: Refuse, forger: Any, name: str
) -> None:
    for files in (forger.bag(**{name: b"x"}), forger.listed(forger.bag(**{name: b"x"}))):
        assert isinstance(refuse(forger.sealed(forger.packed(files))), BrokenArchive)


def test_a_bag_in_a_bag_is_refused(refuse: Refuse, forger: Any) -> None:
    inner = {
        f"story/data/{name.removeprefix('story/')}": text for name, text in forger.good.items()
    }
    files = forger.listed({**forger.good, **inner})
    assert isinstance(refuse(forger.sealed(forger.packed(files))), BrokenArchive)


def test_lists_that_agree_with_files_that_the_records_do_not_know_are_refused(
    refuse: Refuse, forger: Any
) -> None:
    def told(**changed: bytes | None) -> str:
        files = forger.listed(forger.bag(**changed))
        return refuse(forger.sealed(forger.packed(files))).message

    scan = forger.good[f"story/{SCAN}"]
    assert "by its digest" in told(**{SCAN: b"\xff\xd9" + scan[2:]})
    assert "another size" in told(**{SCAN: scan + b"x"})
    assert "no record names" in told(**{"data/originals/more.jpg": b"x"})
    assert "missing" in told(**{SCAN: None})


@pytest.mark.parametrize(
    "info",
    [b"", b"Lifestory-Archive-Version: one\n", b"Lifestory-Archive-Version: 1.0\n", b"\xff\xfe",
     b"x" * 60_000, b"Lifestory-Archive-Version: " + b"1" * 50_000 + b"\n"],
)  # fmt: skip
def test_an_archive_that_does_not_say_its_version_is_refused(
    refuse: Refuse, forger: Any, info: bytes
) -> None:
    files = forger.listed(forger.bag(**{"bag-info.txt": info}))
    assert "version" in refuse(forger.sealed(forger.packed(files))).message


def test_a_newer_archive_is_left_alone_politely(refuse: Refuse, forger: Any) -> None:
    info = forger.good["story/bag-info.txt"].replace(b"Version: 1", b"Version: 2")
    files = forger.bag(**{"bag-info.txt": info, "something/new": b"x"})
    assert isinstance(refuse(forger.sealed(forger.packed(files))), NewerFormat)


def test_a_readme_or_a_key_that_was_put_in_later_is_noticed(refuse: Refuse, forger: Any) -> None:
    good = forger.sealed(forger.packed(forger.good))
    changed = good.read_bytes().replace(b"age", b"rum", 1)
    assert "README.txt" in refuse(forger.file(changed)).message


def test_a_photo_may_be_called_like_a_list(forger: Any, tmp_path: Path) -> None:
    text = forger.good["story/data/child.json"].replace(b"Oma.jpg", b"manifest-oma.jpg")
    files = forger.bag(**{SCAN: None, "data/child.json": text})
    files["story/data/originals/manifest-oma.jpg"] = forger.good[f"story/{SCAN}"]
    open_archive(
        forger.sealed(forger.packed(forger.listed(files))), forger.own, tmp_path / "opened"
    )
    assert (tmp_path / "opened" / "originals" / "manifest-oma.jpg").is_file()
