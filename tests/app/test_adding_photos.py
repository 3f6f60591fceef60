"""Photos come in: every good one, each refused one by name."""

from __future__ import annotations

import hashlib
import os
import struct
import time
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from threading import Event
from typing import Any

import pytest
from PIL import Image

from lifestory.app.open_case import FoundChild
from lifestory.app.open_store import Store
from lifestory.app.photos import Status, add_photos, bin_photo, photos, thumbnail
from lifestory.app.steady_bytes import steady_bytes
from lifestory.domain.dates import HonestDate
from lifestory.domain.media import Original, Photo


def outcomes(store: Store, robin: FoundChild, *paths: Path) -> dict[str, Status]:
    added = add_photos(store, robin.case, paths, about=frozenset({robin.id}))
    return {outcome.file.name: outcome.status for outcome in added}


def test_a_messy_folder_gives_every_good_one_and_names_the_rest(
    store: Store, robin: FoundChild, album: Any
) -> None:
    first = album.photo("b good.jpg")
    album.photo("good.png", "PNG")
    album.photo("no-ending", "WEBP")
    (album.folder / "c again.jpg").write_bytes(first.read_bytes())
    (album.folder / "cut.jpg").write_bytes(first.read_bytes()[:400])
    (album.folder / "empty.jpg").write_bytes(b"")
    (album.folder / "notes.jpg").write_text("not a picture at all")
    with (album.folder / "enormous.tif").open("wb") as enormous:
        enormous.truncate(700_000_000)
    (album.folder / "more").mkdir()
    (album.folder / "more" / "deep.jpg").write_bytes(album.bytes(9))

    found = list(add_photos(store, robin.case, [album.folder, album.folder / "gone.jpg"]))

    assert {one.file.name: one.status.value for one in found} == {
        "b good.jpg": "added",
        "c again.jpg": "duplicate",
        "cut.jpg": "refused",
        "deep.jpg": "added",
        "empty.jpg": "refused",
        "enormous.tif": "refused",
        "good.png": "added",
        "no-ending": "added",
        "notes.jpg": "refused",
        "gone.jpg": "refused",
    }
    assert all(one.reason for one in found if one.status is Status.REFUSED)
    assert len(photos(robin.case)) == 4


def test_an_original_is_kept_bit_for_bit_and_described_by_its_content(
    store: Store, robin: FoundChild, album: Any
) -> None:
    file = album.photo("IMG-20240312-WA0007.jpg")
    (outcome,) = add_photos(store, robin.case, [file])

    photo = robin.case.records.find(Photo, outcome.photo)
    assert photo is not None
    original = robin.case.records.find(Original, photo.original)
    assert original is not None
    assert store.vault.originals.read(original.id) == file.read_bytes()
    assert original.sha256 == hashlib.sha256(file.read_bytes()).hexdigest()
    assert (original.width, original.height) == (120, 80)
    assert photo.taken == outcome.taken == HonestDate.parse("2024-03-12")


def test_a_camera_whose_clock_is_ahead_is_asked_after_the_folder(
    store: Store, robin: FoundChild, album: Any
) -> None:
    exif = Image.Exif()
    exif.get_ifd(0x8769)[36867] = "2131:05:04 10:11:12"
    folder = album.folder / "Wales 2019"
    folder.mkdir()
    album.photo("Wales 2019/a.jpg", exif=exif)
    album.photo("b.jpg", exif=exif)
    taken = [one.taken for one in add_photos(store, robin.case, [album.folder])]
    assert taken == [HonestDate.parse("2019"), HonestDate.parse("4 May 2131")]


def test_the_same_files_again_change_nothing(store: Store, robin: FoundChild, album: Any) -> None:
    album.photo("a.jpg")
    outcomes(store, robin, album.folder)
    journal = len(list(robin.case.journal()))
    assert outcomes(store, robin, album.folder) == {"a.jpg": Status.DUPLICATE}
    assert len(list(robin.case.journal())) == journal


def test_the_copy_of_a_bad_file_is_refused_as_that_was(
    store: Store, robin: FoundChild, album: Any
) -> None:
    for name in ("a.jpg", "b.jpg"):
        (album.folder / name).write_text("not a picture")
    assert set(outcomes(store, robin, album.folder).values()) == {Status.REFUSED}


def test_a_photo_in_the_bin_is_not_taken_in_again_and_the_worker_hears_where_it_is(
    store: Store, robin: FoundChild, album: Any
) -> None:
    file = album.photo("a.jpg")
    (added,) = add_photos(store, robin.case, [file])
    assert added.photo is not None
    bin_photo(robin.case, added.photo)
    (again,) = add_photos(store, robin.case, [file])
    assert (again.status, again.reason) == (Status.DUPLICATE, "It is here already, in the bin.")


def test_many_commits_are_one_undo(store: Store, robin: FoundChild, album: Any) -> None:
    for number in range(30):
        album.photo(f"{number:02}.jpg")
    outcomes(store, robin, album.folder)
    assert len(photos(robin.case)) == 30
    robin.case.undo()
    assert photos(robin.case) == ()
    robin.case.redo()
    assert len(photos(robin.case)) == 30


def test_a_stop_keeps_what_was_said_to_be_added(
    store: Store, robin: FoundChild, album: Any
) -> None:
    for number in range(12):
        album.photo(f"{number:02}.jpg")
    seen: list[int] = []

    def progress(done: int, total: int, what: str) -> None:
        seen.append(done)

    def stopped() -> bool:
        return bool(seen)

    added = list(add_photos(store, robin.case, [album.folder], progress, stopped))
    assert 0 < len(added) < 12
    assert len(photos(robin.case)) == len(added)


def test_whoever_stops_listening_keeps_what_they_heard(
    store: Store, robin: FoundChild, album: Any
) -> None:
    for number in range(30):
        album.photo(f"{number:02}.jpg")
    coming = add_photos(store, robin.case, [album.folder])
    heard = next(coming)
    coming.close()  # type: ignore[attr-defined]
    assert heard.photo in robin.case.records


def test_the_thumbnail_is_there_at_once_and_carries_no_metadata(
    store: Store, robin: FoundChild, album: Any
) -> None:
    album.photo("a.jpg", comment=b"a name nobody should read")
    outcomes(store, robin, album.folder)
    store.workers.close()  # what follows can only come from the cache
    picture = thumbnail(store, photos(robin.case)[0])
    assert picture.startswith(b"\xff\xd8")
    assert b"a name" not in picture


@pytest.mark.skipif(os.name == "nt", reason="making links needs a right there")
def test_a_circle_of_folders_is_walked_once(store: Store, robin: FoundChild, album: Any) -> None:
    album.photo("a.jpg")
    (album.folder / "round").symlink_to(album.folder, target_is_directory=True)
    assert outcomes(store, robin, album.folder) == {"a.jpg": Status.ADDED}


def test_the_caller_hears_how_far_it_is(store: Store, robin: FoundChild, album: Any) -> None:
    heard: list[tuple[int, int]] = []
    album.photo("a.jpg")
    album.photo("b.jpg")
    note: Callable[[int, int, str], None] = lambda done, total, _: heard.append((done, total))  # noqa: E731
    list(add_photos(store, robin.case, [album.folder], note))
    assert heard == [(1, 2), (2, 2)]


def test_a_file_that_is_changed_after_it_was_read_is_named_and_left_out(
    store: Store, robin: FoundChild, album: Any
) -> None:
    """Some files are read ahead while the first is kept; one of them is written over just then."""
    files = [album.photo(f"{number}.jpg") for number in range(3)]
    after = album.bytes(99)

    def progress(done: int, total: int, what: str) -> None:
        if done == 1:
            files[2].write_bytes(after)

    found = list(add_photos(store, robin.case, files, progress))
    assert [one.status for one in found] == [Status.ADDED, Status.ADDED, Status.REFUSED]
    assert "changed while it was read" in found[2].reason

    (now,) = add_photos(store, robin.case, [files[2]])
    photo = robin.case.records.find(Photo, now.photo)
    assert photo is not None
    assert photo.original is not None
    assert store.vault.originals.read(photo.original) == after


def test_a_file_that_grows_between_two_looks_is_read_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is written to just as it has been read, once, or each time."""
    file = tmp_path / "a.jpg"
    real, tries, changes = os.fstat, [0], [0]

    def look(handle: int) -> os.stat_result:
        tries[0] += 1
        if tries[0] % 2 == 0 and tries[0] <= 2 * changes[0]:
            with file.open("ab") as more:
                more.write(b"more")
            os.utime(file, ns=(tries[0], tries[0]))
        return real(handle)

    monkeypatch.setattr(os, "fstat", look)
    for changes[0], whole in ((0, True), (1, True), (9, False)):
        file.write_bytes(b"picture")
        tries[0] = 0
        read = steady_bytes(file)
        assert (read is not None) is whole
        assert read is None or read[0] == file.read_bytes()


def test_a_file_that_goes_while_others_are_read_is_named(
    store: Store, robin: FoundChild, album: Any
) -> None:
    files = [album.photo(f"{number}.jpg") for number in range(9)]

    def progress(done: int, total: int, what: str) -> None:
        files[-1].unlink(missing_ok=True)

    found = list(add_photos(store, robin.case, files, progress))
    assert [one.status for one in found[:-1]] == [Status.ADDED] * 8
    assert found[-1].reason == "There is no such file."


@pytest.mark.skipif(os.name == "nt", reason="making links needs a right there")
def test_a_link_to_itself_a_folder_named_like_a_photo_and_odd_names_stop_nothing(
    store: Store, robin: FoundChild, album: Any
) -> None:
    (album.folder / "loop.jpg").symlink_to(album.folder / "loop.jpg")
    (album.folder / "photo.jpg").mkdir()
    album.photo("photo.jpg/inside.jpg")
    for name in ("فرح.jpg", "Ślub 2016.jpg", "two\nlines.jpg", "x" * 240 + ".jpg"):
        album.photo(name)
    no_letters = os.fsencode(album.folder) + b"/caf\xe9.jpg"
    Path(os.fsdecode(no_letters)).write_bytes(album.bytes(77))
    (album.folder / "run.jpg").write_bytes(b"\x7fELF" + bytes(400))

    found = {one.file.name: one for one in add_photos(store, robin.case, [album.folder])}

    refused = {name: one.reason for name, one in found.items() if one.status is Status.REFUSED}
    assert set(refused) == {"loop.jpg", "run.jpg"}
    assert refused["loop.jpg"] == "It is a link that only leads back to itself."
    assert len(photos(robin.case)) == 6
    names = {one.file_name for one in robin.case.records.of(Original)}
    assert {"inside.jpg", "caf?.jpg", "فرح.jpg"} <= names


@pytest.mark.skipif(
    os.name == "nt" or os.geteuid() == 0, reason="whoever may do anything may read anything"
)
def test_a_file_one_may_not_read_is_named(store: Store, robin: FoundChild, album: Any) -> None:
    album.photo("a.jpg").chmod(0)
    (found,) = add_photos(store, robin.case, [album.folder])
    assert found.reason == "You are not allowed to read this file."


def scanned(album: Any, name: str, pages: int) -> Path:
    """A scan of so many pages, each unlike the others."""
    sheets = [Image.open(BytesIO(album.bytes(500 + number))) for number in range(pages)]
    file: Path = album.folder / name
    sheets[0].save(file, "TIFF", save_all=True, append_images=sheets[1:])
    return file


def test_a_page_that_is_damaged_costs_itself_and_is_named(
    store: Store, robin: FoundChild, album: Any
) -> None:
    file = scanned(album, "scan.tif", 3)
    data = bytearray(file.read_bytes())
    second = _next_directory(data, _first_directory(data))
    for entry in range(second + 2, second + 2 + 12 * _entries(data, second), 12):
        if struct.unpack_from("<H", data, entry)[0] == 273:  # where its pixels lie: after the end
            struct.pack_into("<I", data, entry + 8, len(data) * 2)
    file.write_bytes(data)

    found = list(add_photos(store, robin.case, [file]))

    assert [(one.status, one.page) for one in found] == [
        (Status.ADDED, 1), (Status.ADDED, 3), (Status.REFUSED, 2),
    ]  # fmt: skip
    assert found[2].reason.startswith("Page 2: ")
    assert [one.page for one in photos(robin.case)] == [0, 2]


def test_of_a_very_long_document_the_worker_hears_that_the_rest_is_left_out(
    store: Store, robin: FoundChild, album: Any
) -> None:
    file = scanned(album, "long.tif", 1)
    data = bytearray(file.read_bytes())
    first = _first_directory(data)
    length = 2 + 12 * _entries(data, first)
    directory, before = bytes(data[first : first + length]), first + length
    for _ in range(204):
        struct.pack_into("<I", data, before, len(data))
        before = len(data) + length
        data += directory + bytes(4)
    file.write_bytes(data)
    found = list(add_photos(store, robin.case, [file]))
    assert len(photos(robin.case)) == 200
    assert found[-1].status is Status.REFUSED
    assert found[-1].reason.startswith("It has more than 200 pages.")


def _first_directory(data: bytearray) -> int:
    return int(struct.unpack_from("<I", data, 4)[0])


def _entries(data: bytearray, directory: int) -> int:
    return int(struct.unpack_from("<H", data, directory)[0])


def _next_directory(data: bytearray, directory: int) -> int:
    return int(struct.unpack_from("<I", data, directory + 2 + 12 * _entries(data, directory))[0])


def test_a_stop_within_a_document_leaves_none_of_it_and_the_next_run_takes_it_whole(
    store: Store, robin: FoundChild, album: Any
) -> None:
    album.photo("a.jpg")
    file = scanned(album, "scan.tif", 40)
    asked: list[int] = []

    def stopped() -> bool:
        asked.append(1)
        return len(asked) > 12

    found = list(add_photos(store, robin.case, [album.folder], cancelled=stopped))
    assert [one.file.name for one in found] == ["a.jpg"]
    assert len(photos(robin.case)) == 1
    again = list(add_photos(store, robin.case, [album.folder]))
    assert [one.status for one in again] == [Status.DUPLICATE] + [Status.ADDED] * 40
    assert {one.file for one in again[1:]} == {file}


def test_a_stop_does_not_wait_for_a_picture_that_takes_long(
    store: Store, robin: FoundChild, album: Any
) -> None:
    files = [album.photo("a.jpg"), album.folder / "slow.png"]
    Image.new("RGB", (12_000, 9_000)).save(files[1], compress_level=1)
    stop = Event()

    def progress(done: int, total: int, what: str) -> None:
        stop.set()

    began = time.monotonic()
    found = list(add_photos(store, robin.case, files, progress, stop.is_set))
    took = time.monotonic() - began
    assert [one.file.name for one in found] == ["a.jpg"]
    assert took < 5
    store.workers.close()  # which does not wait long either
    assert time.monotonic() - began < 15
