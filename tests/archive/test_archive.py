"""An archive: comes back whole, or is refused with a reason and leaves nothing behind."""

import io
import os
import tarfile
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any, BinaryIO
from uuid import UUID

import pytest

from lifestory.archive.landing import CannotWrite, FolderInUse
from lifestory.archive.openfolder import Opener, Parcel, read_open_folder
from lifestory.archive.reading_v1 import (
    IdentityKey,
    Key,
    NoKeyInside,
    Passphrase,
    list_archive,
    open_archive,
    read_originals,
    verify_archive,
)
from lifestory.archive.tarball import BrokenArchive
from lifestory.archive.unsealing import CannotRead
from lifestory.archive.writing import ChangedOriginal, NobodyCouldOpen, write_archive
from lifestory.domain.errors import LifestoryError
from lifestory.domain.media import Original
from lifestory.sealing.streams import Identity, NotARecipient, WrongKey, new_identity
from lifestory.sealing.troubles import Damaged, WrongPassphrase

Write = Callable[..., Path]


class Cancelled(LifestoryError):
    """The worker pressed Stop."""


def stop_at(what: str) -> Callable[[int, int, str], None]:
    """Progress that stops the work once it is at a certain step."""

    def progress(done: int, total: int, now: str) -> None:
        if now == what and done >= total / 2:
            raise Cancelled

    return progress


def left_in(folder: Path) -> set[str]:
    """The names of all that is in a folder."""
    return {path.name for path in folder.iterdir()}


def refused(file: Path, key: Key) -> LifestoryError:
    """The trouble that opening raises, having left nothing behind."""
    before = left_in(file.parent)
    with pytest.raises(LifestoryError) as trouble:
        open_archive(file, key, file.parent / "opened")
    assert left_in(file.parent) == before
    return trouble.value


def test_an_archive_opens_into_the_folder_it_was_made_from(
    write: Write, parcel: Parcel, passphrase: str
) -> None:
    file = write()
    folder = file.parent / "opened"
    open_archive(file, Passphrase(passphrase), folder)
    back = read_open_folder(folder)
    assert {one.id: one for one in back.records} == {one.id: one for one in parcel.records}
    for key, opener in parcel.originals.items():
        with back.originals[key]() as came, opener() as went:
            assert came.read() == went.read()
    assert (folder / "books" / "first-book.pdf").read_bytes() == b"%PDF-1.7 a book"
    assert left_in(file.parent) == {"parcel.tar", "opened"}


def test_what_was_written_is_what_is_verified_and_listed(
    parcel: Parcel, tmp_path: Path, passphrase: str
) -> None:
    file = tmp_path / "a.tar"
    written = write_archive(
        parcel, [("b.pdf", b"1"), ("B.pdf", b"2")], file,
        passphrase=passphrase, recipients=[], work_factor=10,
    )  # fmt: skip
    names = [entry.name for entry in list_archive(file, Passphrase(passphrase))]
    assert names == [
        "README.txt", "child.json", "child.schema.json", "originals/Oma & ich.jpg",
        "originals/oma & ICH (2).jpg", "originals/what is this_.tif", "books/b.pdf",
        "books/B (2).pdf",
    ]  # fmt: skip
    assert (written.files, written.bytes) == (len(names), file.stat().st_size)


def test_originals_flow_into_a_store_each_with_its_record(
    write: Write, parcel: Parcel, passphrase: str
) -> None:
    file = write()
    verified = verify_archive(file, Passphrase(passphrase))
    taken: dict[UUID, bytes] = {}

    def take(original: Original, stream: BinaryIO) -> None:
        taken[original.id] = stream.read()

    read_originals(file, verified, take)
    assert taken == {key: opener().read() for key, opener in parcel.originals.items()}


def test_an_original_that_nobody_read_to_its_end_is_still_compared(
    write: Write, passphrase: str
) -> None:
    file = write()
    verified = verify_archive(file, Passphrase(passphrase))
    seen: list[UUID] = []
    read_originals(file, verified, lambda original, stream: seen.append(original.id))
    assert len(seen) == 3


def test_another_archive_put_in_its_place_meanwhile_is_noticed(
    write: Write, parcel: Parcel
) -> None:
    own = new_identity()
    file = write(recipients=[own.recipient], books=[("b.pdf", b"one")])
    verified = verify_archive(file, IdentityKey(own.secret))
    for books in ([("b.pdf", b"two")], [("b.pdf", b"longer")], [], [("c.pdf", b"one")]):
        write(recipients=[own.recipient], books=books)
        with pytest.raises(BrokenArchive, match="changed while"):
            read_originals(file, verified, lambda original, stream: None)


def test_the_inside_is_the_same_bytes_every_time(
    write: Write, unsealed: Callable[[Path, Identity], bytes]
) -> None:
    own = new_identity()
    first, second = (
        unsealed(write(passphrase=None, recipients=[own.recipient]), own) for _ in range(2)
    )
    assert first == second


def test_every_recipient_opens_it_and_without_a_passphrase_there_is_no_key_file(
    write: Write, passphrase: str
) -> None:
    team, council = new_identity(), new_identity()
    file = write(passphrase=None, recipients=[team.recipient, f" {council.recipient}\n"])
    with tarfile.open(file) as outside:
        assert outside.getnames() == ["README.txt", "story.age"]
    for own in (team, council):
        key_file = f"# created: today\n# public key: {own.recipient}\n{own.secret}\n"
        assert verify_archive(file, IdentityKey(key_file)).files
    assert isinstance(refused(file, Passphrase(passphrase)), NoKeyInside)


def test_passphrase_and_recipients_go_together(write: Write, passphrase: str) -> None:
    own = new_identity()
    file = write(recipients=[own.recipient])
    by_key, by_words = (
        verify_archive(file, key) for key in (IdentityKey(own.secret), Passphrase(passphrase))
    )
    assert by_key.files == by_words.files


def test_a_passphrase_typed_on_another_keyboard_is_the_same(write: Write) -> None:
    file = write(passphrase="zaz\u0307o\u0301łc\u0301")
    assert verify_archive(file, Passphrase("za\u017c\u00f3łc\u0301")).files


def test_a_wrong_passphrase_is_told_from_a_wrong_key_and_from_damage(write: Write) -> None:
    file = write(recipients=[new_identity().recipient])
    assert isinstance(refused(file, Passphrase("seven wet others")), WrongPassphrase)
    assert isinstance(refused(file, IdentityKey(new_identity().secret)), WrongKey)


@pytest.mark.parametrize("by", ["passphrase", "key"])
def test_a_flipped_bit_anywhere_is_refused(write: Write, passphrase: str, by: str) -> None:
    own = new_identity()
    file = write(recipients=[own.recipient])
    key = Passphrase(passphrase) if by == "passphrase" else IdentityKey(own.secret)
    whole = file.read_bytes()
    for number in range(100):
        place = number * (len(whole) - 1) // 99
        flipped = bytearray(whole)
        flipped[place] ^= 1 << number % 8
        file.write_bytes(flipped)
        trouble = refused(file, key)
        assert isinstance(trouble, Damaged | BrokenArchive | WrongKey | WrongPassphrase), place
    file.write_bytes(whole)
    assert verify_archive(file, key).files


@pytest.mark.parametrize("place", [0, 100, 107, 124, 135, 148, 154, 155, 156, 257, 263, 300, 511])
def test_a_flipped_bit_in_a_header_outside_the_seal_is_refused(
    write: Write, passphrase: str, place: int
) -> None:
    file = write()
    whole = bytearray(file.read_bytes())
    whole[place] ^= 0x20
    file.write_bytes(whole)
    assert isinstance(refused(file, Passphrase(passphrase)), BrokenArchive)


def test_an_archive_cut_off_anywhere_is_refused(write: Write, passphrase: str) -> None:
    file = write()
    whole = file.read_bytes()
    for length in [*range(0, len(whole), len(whole) // 40), len(whole) - 1, len(whole) - 512]:
        file.write_bytes(whole[:length])
        assert isinstance(refused(file, Passphrase(passphrase)), Damaged | BrokenArchive), length


def test_something_added_at_the_end_is_refused(write: Write, passphrase: str) -> None:
    file = write()
    file.write_bytes(file.read_bytes() + b"\0")
    assert isinstance(refused(file, Passphrase(passphrase)), BrokenArchive)


def test_what_is_no_archive_at_all_is_refused(tmp_path: Path) -> None:
    for content in (b"", b"GIF89a", bytes(10240), b"x" * 10240):
        file = tmp_path / "a.tar"
        file.write_bytes(content)
        assert isinstance(refused(file, Passphrase("x")), BrokenArchive)
    with pytest.raises(CannotRead):
        verify_archive(tmp_path / "none.tar", Passphrase("x"))
    with pytest.raises(CannotRead):
        verify_archive(tmp_path, Passphrase("x"))


def test_a_damaged_original_stops_the_archive_and_nothing_is_left(
    write: Write, parcel: Parcel, tmp_path: Path
) -> None:
    key = next(iter(parcel.originals))
    for content in (b"", b"\xff\xd9 first picture " * 900, b"\xff\xd8 first picture " * 901):
        openers: dict[UUID, Opener] = {**parcel.originals, key: partial(io.BytesIO, content)}
        with pytest.raises(ChangedOriginal):
            write(parcel=replace(parcel, originals=openers))
    assert left_in(tmp_path / "out") == set()


def test_an_archive_that_nobody_could_open_is_not_written(write: Write, tmp_path: Path) -> None:
    for nobody in ({"passphrase": None}, {"passphrase": ""}):
        with pytest.raises(NobodyCouldOpen):
            write(**nobody)
    with pytest.raises(NotARecipient):
        write(recipients=["age1nobody"])
    assert left_in(tmp_path / "out") == set()


def test_the_old_archive_stays_until_the_new_one_is_verified(write: Write, passphrase: str) -> None:
    file = write()
    before = file.read_bytes()
    for step in ("Writing", "Reading"):
        with pytest.raises(Cancelled):
            write(progress=stop_at(step))
        assert file.read_bytes() == before
        assert left_in(file.parent) == {file.name}
    write()
    assert file.read_bytes() != before


def test_stopping_while_opening_leaves_nothing(write: Write, passphrase: str) -> None:
    file = write()
    with pytest.raises(Cancelled):
        open_archive(file, Passphrase(passphrase), file.parent / "o", stop_at("Reading"))
    readings: list[int] = []

    def second_time(done: int, total: int, now: str) -> None:
        readings.append(done)
        if readings.count(readings[0]) > 1 and done > total / 2:
            raise Cancelled

    with pytest.raises(Cancelled):
        open_archive(file, Passphrase(passphrase), file.parent / "o", second_time)
    assert left_in(file.parent) == {file.name}


def test_a_folder_with_something_in_it_is_left_alone_and_an_empty_one_is_used(
    write: Write, passphrase: str
) -> None:
    file = write()
    folder = file.parent / "opened"
    folder.mkdir()
    (folder / "mine.txt").write_text("mine")
    with pytest.raises(FolderInUse):
        open_archive(file, Passphrase(passphrase), folder)
    assert left_in(folder) == {"mine.txt"}
    (folder / "mine.txt").unlink()
    open_archive(file, Passphrase(passphrase), folder)
    assert "child.json" in left_in(folder)


def test_a_folder_that_is_not_there_is_a_known_trouble(parcel: Parcel, tmp_path: Path) -> None:
    with pytest.raises(CannotWrite):
        write_archive(
            parcel, [], tmp_path / "none" / "a.tar",
            passphrase="x", recipients=[], work_factor=10,
        )  # fmt: skip


def test_a_disk_that_takes_no_more_is_a_known_trouble_and_nothing_is_left(
    write: Write, tmp_path: Path
) -> None:
    resource = pytest.importorskip("resource", reason="only POSIX limits the size of files")
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (8192, hard))
    try:
        with pytest.raises(CannotWrite):
            write()
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert left_in(tmp_path / "out") == set()


@pytest.mark.skipif(os.name == "nt", reason="Windows has other rights")
def test_only_the_owner_may_read_what_was_written(write: Write, passphrase: str) -> None:
    file = write()
    open_archive(file, Passphrase(passphrase), file.parent / "opened")
    assert [path.stat().st_mode & 0o077 for path in (file, file.parent / "opened")] == [0, 0]


def test_the_outside_says_nothing_about_anyone(write: Write, parcel: Parcel) -> None:
    outside = write().read_bytes()
    telling: list[Any] = [
        "Ayşe",
        "Łoś",
        "عائشہ",
        "Oma",
        "first-book",
        "child",
        "life-story",
        "c-17",
    ]
    assert [one for one in telling if one.encode() in outside] == []


def test_keys_stay_out_of_what_is_printed(write: Write, passphrase: str) -> None:
    own = new_identity()
    verified = verify_archive(write(recipients=[own.recipient]), IdentityKey(own.secret))
    shown = f"{Passphrase(passphrase)} {IdentityKey(own.secret)} {verified}"
    assert "SECRET" not in shown
    assert passphrase not in shown
    assert "Łoś" not in shown
