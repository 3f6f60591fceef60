"""Names that lead out of a folder, hide what they are, or mean one file on some other system."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from lifestory.archive.contents import most_bytes
from lifestory.archive.names import is_safe
from lifestory.archive.tarball import BrokenArchive
from lifestory.domain.errors import LifestoryError

Refuse = Callable[[Path], LifestoryError]


@pytest.mark.parametrize(
    "name",
    [
        # out of the folder
        "../up.txt", "/etc/cron.d/x", "story/../../up", "story/data/../../x", "story//x", "story/",
        "story/data/originals/../../x", "story/data/originals/..", "story/./data/originals/a.jpg",
        "C:\\x", "C:x", "\\\\server\\share\\x", "//server/share/x", "story/data/originals/C:x",
        "story/data/originals/..\\..\\x", "story\\data\\child.json", "story/data/originals/",
        "story/data/originals/a:stream", "story/data/originals/a.jpg::$DATA", "~/x",
        # devices and names that Windows takes for others
        "story/data/originals/nul", "story/data/originals/NUL.txt", "story/data/originals/con.jpg",
        "story/data/originals/COM1", "story/data/originals/lpt².jpg", "story/data/originals/CONIN$",
        "story/data/originals/aux .jpg", "story/data/originals/a.", "story/data/originals/a ",
        "story/data/originals/ a", "story/data/originals/...",
        # letters that hide what a name is
        "story/data/originals/\u202egpj.exe", "story/data/originals/a\u2066b\u2069.jpg",
        "story/data/originals/a\u061cb.jpg", "story/data/originals/a\nb",
        "story/data/originals/\x1b[2J", "story/data/originals/a\x7f",
        "story/data/originals/a\x9b2J", "story/data/originals/a\u2028b",
        "story/data/originals/%2e%2e", "story/data/originals/\ufeffa",
        # too long
        "story/data/originals/" + "a" * 256, "story/data/originals/" + "é" * 128,
        # files that do not belong
        "other/x", "story/x", "story/data/x", "story/data/CHILD.JSON", "story/data/child.json/x",
        "story/DATA", "story/data/originals/a/b", "story/data/originals/a/b/c/d", "story/story/x",
        "story/data/originals", "story/data/books", "story/data/desktop.ini",
    ],
)  # fmt: skip
def test_names_that_lead_astray_are_refused(refuse: Refuse, forger: Any, name: str) -> None:
    forged = forger.sealed(forger.packed({**forger.good, name: b"x"}))
    assert "name" in refuse(forged).message


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("\u00e9.pdf", "e\u0301.pdf"),
        ("a.pdf", "A.PDF"),
        ("straße.pdf", "STRASSE.pdf"),
        ("\u212a.pdf", "k.pdf"),
        ("a.pdf", "a.pdf"),
    ],
)
def test_two_names_that_some_system_takes_for_one_are_refused(
    refuse: Refuse, forger: Any, one: str, other: str
) -> None:
    books = [(f"story/data/books/{name}", b"x") for name in (one, other)]
    whole = forger.packed(forger.good)[:-1024] + b"".join(
        forger.packed(dict([book]))[:-1024] for book in books
    )
    assert refuse(forger.sealed(whole + bytes(1024))).message.startswith("Two files")


def test_a_file_that_comes_twice_is_refused_though_both_are_the_same(
    refuse: Refuse, forger: Any
) -> None:
    whole = forger.packed(forger.good)[:-1024]
    again = forger.packed({"story/data/child.json": forger.good["story/data/child.json"]})
    assert isinstance(refuse(forger.sealed(whole + again)), BrokenArchive)


@given(st.text(max_size=30), st.sampled_from(["", "data/", "data/originals/", "data/books/"]))
@example("../x", "data/originals/")
@example("..", "data/")
def test_whatever_the_name_it_stays_where_it_belongs(name: str, folder: str) -> None:
    if most_bytes(folder + name) is None:
        return
    first, *inner = (folder + name).split("/")
    assert first != "data" or inner
    assert all(map(is_safe, [first, *inner]))
    assert len(inner) <= 2
