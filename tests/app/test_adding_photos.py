"""Photos come in: every good one, each refused one by name."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable
from itertools import cycle
from pathlib import Path
from threading import Event, Thread
from typing import Any

import pytest

from lifestory.app.open_case import FoundChild
from lifestory.app.open_store import Store
from lifestory.app.photos import Status, add_photos, bin_photo, photos, thumbnail
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


def test_a_file_that_changes_while_it_is_read_is_kept_whole_or_named_and_left_out(
    store: Store, robin: FoundChild, album: Any
) -> None:
    """It is written over and over, in place, each time with another letter after its picture."""
    picture, length = album.bytes(1), 1_000_000
    file = album.folder / "a.jpg"
    file.write_bytes(picture + b"a" * length)
    over = Event()

    def write() -> None:
        with file.open("r+b", buffering=0) as writing:
            for letter in cycle(b"bcdefgh"):
                writing.seek(len(picture))
                for _ in range(16):
                    writing.write(bytes([letter]) * (length // 16))
                if over.is_set():
                    return

    writer = Thread(target=write)
    writer.start()
    found = [one for _ in range(6) for one in add_photos(store, robin.case, [file])]
    over.set()
    writer.join()

    for one in found:
        if one.status is Status.REFUSED:
            assert "changed while it was read" in one.reason
            continue
        photo = robin.case.records.find(Photo, one.photo)
        assert photo is not None
        assert photo.original is not None
        data = store.vault.originals.read(photo.original)
        assert data[: len(picture)] == picture
        assert len(set(data[len(picture) :])) == 1
    (now,) = add_photos(store, robin.case, [file])
    assert now.status is not Status.REFUSED


def test_a_file_that_goes_while_others_are_read_is_named(
    store: Store, robin: FoundChild, album: Any
) -> None:
    files = [album.photo(f"{number}.jpg") for number in range(9)]

    def progress(done: int, total: int, what: str) -> None:
        files[-1].unlink(missing_ok=True)

    found = list(add_photos(store, robin.case, files, progress))
    assert [one.status for one in found[:-1]] == [Status.ADDED] * 8
    assert found[-1].reason == "There is no such file."
