"""An original that is damaged in the store is found before an archive of it gets its name."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from lifestory.app.archives import write_child_archive
from lifestory.app.open_case import FoundChild
from lifestory.app.open_store import Store
from lifestory.app.photos import add_photos
from lifestory.archive.writing import ChangedOriginal
from lifestory.domain.errors import LifestoryError
from lifestory.sealing.streams import new_identity, seal
from lifestory.store.troubles import DamagedOriginal, MissingOriginal

Files = tuple[Path, Path]


@pytest.fixture
def files(store: Store, robin: FoundChild, album: Any) -> Files:
    """Two photos of Robin's, as they lie in the store."""
    list(add_photos(store, robin.case, [album.photo("one.jpg"), album.photo("two.jpg")]))
    first, second = sorted(store.vault.folder.glob("originals/*/*.age"))
    return first, second


def refused(store: Store, robin: FoundChild, folder: Path) -> LifestoryError:
    """Why no archive is written, once it is sure that nothing of it was left."""
    folder.mkdir(exist_ok=True)
    with pytest.raises(LifestoryError) as trouble:
        write_child_archive(store, robin, folder / "a.tar", passphrase="x", work_factor=10)
    assert not list(folder.iterdir())
    return trouble.value


def test_a_photo_whose_file_was_changed_is_found(
    store: Store, robin: FoundChild, files: Files, tmp_path: Path
) -> None:
    whole = files[0].read_bytes()
    for place in (300, len(whole) // 2, len(whole) - 1):
        flipped = bytearray(whole)
        flipped[place] ^= 1
        files[0].write_bytes(flipped)
        assert isinstance(refused(store, robin, tmp_path / "out"), DamagedOriginal)
    for broken in (whole[:-1], b"", seal(b"a photo", [new_identity().recipient])):
        files[0].write_bytes(broken)
        assert isinstance(refused(store, robin, tmp_path / "out"), DamagedOriginal)
    files[0].unlink()
    assert isinstance(refused(store, robin, tmp_path / "out"), MissingOriginal)


def test_a_photo_that_lies_in_anothers_place_is_found(
    store: Store, robin: FoundChild, files: Files, tmp_path: Path
) -> None:
    files[0].write_bytes(files[1].read_bytes())
    assert isinstance(refused(store, robin, tmp_path / "out"), ChangedOriginal)


def test_other_bytes_of_the_same_length_under_the_same_seal_are_found(
    store: Store, robin: FoundChild, files: Files, tmp_path: Path
) -> None:
    originals = store.vault.originals
    key = next(key for key, name in originals.rows() if name == files[0].name)
    other = bytes(len(originals.read(key)))
    files[0].write_bytes(seal(other, [originals.identity.recipient]))
    assert isinstance(refused(store, robin, tmp_path / "out"), ChangedOriginal)
