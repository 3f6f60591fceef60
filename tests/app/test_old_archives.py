"""Every archive that a release ever wrote still opens: tests/stores/archives/ keeps one of each."""

from pathlib import Path

import pytest

from lifestory.app.archives import (
    IdentityKey,
    Key,
    Passphrase,
    list_archive,
    look_into_archive,
    open_archive,
    open_into_store,
    verify_archive,
)
from lifestory.app.backups import check_store
from lifestory.app.open_case import find_child
from lifestory.app.open_store import Store
from lifestory.app.photos import thumbnail
from lifestory.archive.openfolder import read_open_folder
from lifestory.domain.life import Milestone
from lifestory.domain.media import Original, Photo
from lifestory.domain.people import Person
from lifestory.domain.readers import Band

ARCHIVES = sorted((Path(__file__).parents[1] / "stores" / "archives").glob("*.tar"))
KEYS: list[Key] = [
    Passphrase("an old red kettle"),
    IdentityKey("AGE-SECRET-KEY-1J4Z9FGN9FFSZJLAYRGF863L0ANSXKY46TJ6TU28DLEGDNEZK4XCST375DZ"),
]
FILES = {"README.txt", "child.json", "child.schema.json", "originals/Kettle & me.jpg"}

each = pytest.mark.parametrize("archive", ARCHIVES, ids=lambda path: path.stem)


def test_there_is_one() -> None:
    assert ARCHIVES


@each
def test_an_old_archive_is_verified_and_listed_with_its_passphrase_and_its_key(
    archive: Path,
) -> None:
    for key in KEYS:
        assert verify_archive(archive, key).files == list_archive(archive, key)
        names = {one.name for one in list_archive(archive, key)}
        assert names > FILES
        assert len([one for one in names if one.startswith("books/")]) == 1


@each
def test_an_old_archive_opens_into_a_folder(archive: Path, tmp_path: Path) -> None:
    open_archive(archive, KEYS[0], tmp_path / "opened")
    parcel = read_open_folder(tmp_path / "opened")
    (original,) = (one for one in parcel.records if isinstance(one, Original))
    with parcel.originals[original.id]() as file:
        assert len(file.read()) == original.bytes


@each
def test_an_old_archive_opens_into_a_store_and_twice_brings_nothing_more(
    archive: Path, store: Store
) -> None:
    taken = open_into_store(store, archive, KEYS[0])
    (key,) = taken.children
    case = find_child(store, key).case
    assert {one.called for one in case.records.of(Person)} == {"Wren", "Gran"}
    (milestone,) = case.records.of(Milestone)
    assert milestone.texts[Band.FIRST_READER] == "We went to the sea"
    (photo,) = case.records.of(Photo)
    assert thumbnail(store, photo)
    assert all(line.ok for line in check_store(store))
    again = look_into_archive(store, archive, KEYS[0]).compared
    assert (again.here, again.new, again.differing) == (True, (), ())
