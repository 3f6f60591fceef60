"""Every store that a release ever wrote still opens: tests/stores/ keeps one of each."""

import tarfile
from pathlib import Path

import pytest

from lifestory.domain.media import Original, Photo
from lifestory.domain.people import Person
from lifestory.store.checking import check
from lifestory.store.migrations import STEPS, version_of
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
        with vault.database.reading() as connection:
            assert version_of(connection) == STEPS[-1].version
        (case_id,) = vault.case_ids()
        assert vault.how_many({"photo", "person"}) == {
            (case_id, "photo"): 1,
            (case_id, "person"): 1,
        }
        case = vault.case(case_id)
        (gran,) = case.records.of(Person)
        (original,) = case.records.of(Original)
        (photo,) = case.records.of(Photo)
        assert (gran.called, photo.original) == ("Halina", original.id)
        assert vault.originals.read(original.id) == b"the bytes of a photo"
        assert (case.undo_title, case.redo_title) == ("Add a photo", "Rename")
        case.redo()
        assert all(line.ok for line in check(vault))
    assert [one.name for one in (tmp_path / "store" / "snapshots").iterdir()] == ["version-1.db"]
    with Vault.open(tmp_path / "store", PASSPHRASE) as vault:
        (again,) = vault.case(case_id).records.of(Person)
        assert again.called == "Gran"
