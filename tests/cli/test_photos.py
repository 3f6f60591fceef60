"""`photos add` as a script and as a person meet it."""

from __future__ import annotations

import os
import shutil
from io import BytesIO
from typing import Any

import pytest
from PIL import Image

KEYS = {
    "file", "status", "reason", "photo", "width", "height", "taken", "precision", "had_gps",
}  # fmt: skip


def child(desk: Any) -> str:
    (line,) = desk.here("child", "add", desk.store, "--name", "Robin", "--json").lines
    return str(line["child"])


def scan(desk: Any, pages: int) -> None:
    sheets = [Image.open(BytesIO(desk.picture(number))) for number in range(pages)]
    sheets[0].save(desk.folder / "scan.tif", "TIFF", save_all=True, append_images=sheets[1:])


def test_every_page_of_a_file_has_a_line_and_the_count_says_of_how_many_files(desk: Any) -> None:
    robin = child(desk)
    scan(desk, 3)
    (desk.folder / "one.jpg").write_bytes(desk.picture(9))
    ended = desk.here("photos", "add", desk.store, robin, "scan.tif", "one.jpg")
    assert ended.status == 0
    assert ended.out.splitlines() == [
        "added      scan.tif, page 1",
        "added      scan.tif, page 2",
        "added      scan.tif, page 3",
        "added      one.jpg",
        "4 added from 2 files, 0 here already, 0 refused",
    ]


def test_a_line_for_a_script_has_what_the_contract_says_and_one_photo_a_page(desk: Any) -> None:
    robin = child(desk)
    scan(desk, 3)
    lines = desk.here("photos", "add", desk.store, robin, "scan.tif", "--json").lines
    assert [set(line) for line in lines] == [KEYS] * 3
    assert len({line["photo"] for line in lines}) == 3
    (again,) = desk.here("photos", "add", desk.store, robin, "scan.tif", "--json").lines
    assert (again["status"], again["photo"]) == ("duplicate", lines[0]["photo"])


def test_bad_files_are_named_and_the_rest_is_added(desk: Any) -> None:
    robin = child(desk)
    heap = desk.folder / "heap"
    (heap / "photo.jpg").mkdir(parents=True)
    whole = desk.picture(4)
    bad = {
        "cut.jpg": whole[:300],
        "empty.jpg": b"",
        "program.jpg": b"MZ" + bytes(300),
        "letter.jpg": b"Dear Robin",
        "locked.pdf": b"%PDF-1.7 nothing",
    }
    for name, data in {**bad, "good.png": whole, "photo.jpg/inside.gif": desk.picture(5)}.items():
        (heap / name).write_bytes(data)
    ended = desk.here("photos", "add", desk.store, robin, heap, heap / "gone.jpg", "--json")
    assert ended.status == 1
    became = {os.path.basename(line["file"]): line for line in ended.lines}  # noqa: PTH119
    refused = {name for name, line in became.items() if line["status"] == "refused"}
    assert refused == {*bad, "gone.jpg"}
    assert all(became[name]["reason"] for name in refused)
    assert {name for name in became if name not in refused} == {"good.png", "inside.gif"}
    for name in refused:
        assert f"{name}: {became[name]['reason']}" in ended.err


@pytest.mark.skipif(os.name == "nt", reason="a name there is letters")
def test_a_name_that_is_no_letters_is_shown_on_one_line(desk: Any) -> None:
    robin = child(desk)
    heap = desk.folder / "heap"
    heap.mkdir()
    for number, name in enumerate((b"caf\xe9.jpg", b"two\nlines.jpg", "فرح.jpg".encode())):
        with open(os.path.join(os.fsencode(heap), name), "wb") as file:  # noqa: PTH118, PTH123
            file.write(desk.picture(number))
    ended = desk.run("photos", "add", desk.store, robin, heap)
    assert ended.status == 0, ended.err
    assert len(ended.out.splitlines()) == 4
    assert "فرح.jpg" in ended.out


@pytest.mark.skipif(shutil.which("setpriv") is None, reason="nothing to give up rights with")
def test_a_file_one_may_not_read_is_named_also_where_the_tests_may_do_anything(desk: Any) -> None:
    robin = child(desk)
    for number, name in enumerate(("locked.jpg", "open.jpg")):
        (desk.folder / name).write_bytes(desk.picture(number))
    (desk.folder / "locked.jpg").chmod(0)
    rights = "-dac_override,-dac_read_search"
    before = ["setpriv", f"--bounding-set={rights}", f"--inh-caps={rights}"] if root() else []
    words = ("photos", "add", desk.store, robin, "locked.jpg", "open.jpg", "--json")
    ended = desk.run(*words, before=before)
    assert ended.status == 1, ended.err
    assert [(line["file"], line["status"], line["reason"]) for line in ended.lines] == [
        ("locked.jpg", "refused", "You are not allowed to read this file."),
        ("open.jpg", "added", ""),
    ]


def root() -> bool:
    """True where everything may be read."""
    return os.geteuid() == 0
