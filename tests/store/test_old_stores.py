"""Every store that a release ever wrote still opens: tests/stores/ keeps one of each."""

import tarfile
from pathlib import Path

import pytest

from lifestory.domain.media import Original, Photo
from lifestory.domain.people import Person
from lifestory.store.checking import check
from lifestory.store.vault import Vault

STORES = sorted((Path(__file__).parent.parent / "stores").glob("*.tar"))
PASSPHRASE = "an old red kettle"


def test_there_is_one() -> None:
    assert STORES


@pytest.mark.parametrize("store", STORES, ids=lambda path: path.stem)
def test_an_old_store_opens_and_goes_on(store: Path, tmp_path: Path) -> None:
    with tarfile.open(store) as tar:
        tar.extractall(tmp_path, filter="data")
    with Vault.open(tmp_path / "store", PASSPHRASE) as vault:
        assert vault.worker == "Ann"
        (case_id,) = vault.case_ids()
        case = vault.case(case_id)
        (gran,) = case.records.of(Person)
        (original,) = case.records.of(Original)
        (photo,) = case.records.of(Photo)
        assert (gran.called, photo.original) == ("Halina", original.id)
        assert vault.originals.read(original.id) == b"the bytes of a photo"
        assert (case.undo_title, case.redo_title) == ("Add a photo", "Rename")
        case.redo()
        assert all(line.ok for line in check(vault))
    with Vault.open(tmp_path / "store", PASSPHRASE) as vault:
        (again,) = vault.case(case_id).records.of(Person)
        assert again.called == "Gran"
