"""Originals come back bit for bit, or not at all and with a reason."""

import hashlib
import io
from pathlib import Path

import pytest
from sqlalchemy import text

from lifestory.domain.media import Original
from lifestory.sealing.streams import new_identity, seal
from lifestory.store.checking import check
from lifestory.store.journal import OpenCase
from lifestory.store.originals import KeptFile
from lifestory.store.troubles import DamagedOriginal, MissingOriginal
from lifestory.store.vault import Vault

PHOTO = bytes(range(256)) * 3000


def keep(vault: Vault, case: OpenCase, data: bytes = PHOTO) -> KeptFile:
    kept = vault.originals.write(data)
    with case.change("Add a photo") as change:
        change.keep(kept)
        change.add(Original(id=kept.id, sha256=kept.sha256, bytes=kept.bytes))
    return kept


def sealed_file(vault: Vault, kept: KeptFile) -> Path:
    (found,) = vault.folder.rglob(kept.name)
    return found


def test_an_original_comes_back_bit_for_bit_also_after_a_restart(
    vault: Vault, case: OpenCase, passphrase: str
) -> None:
    kept = keep(vault, case)
    assert (kept.bytes, kept.sha256) == (len(PHOTO), hashlib.sha256(PHOTO).hexdigest())
    vault.close()
    with Vault.open(vault.folder, passphrase) as again:
        assert again.originals.read(kept.id) == PHOTO
        target = io.BytesIO()
        again.originals.read_to(kept.id, target)
        assert target.getvalue() == PHOTO


def test_a_stream_is_kept_like_bytes_under_the_id_it_had(vault: Vault, case: OpenCase) -> None:
    first = keep(vault, case)
    kept = vault.originals.write(io.BytesIO(b"scan"), key=(name := case.id))
    assert (kept.id, kept.bytes) == (name, 4)
    assert kept.name != first.name
    with case.change("Add a scan") as change:
        change.keep(kept)
    assert vault.originals.read(name) == b"scan"


def test_the_same_photo_is_recognised_within_a_case(vault: Vault, case: OpenCase) -> None:
    digest = hashlib.sha256(PHOTO).hexdigest()
    assert vault.originals.has_digest(case.id, digest) is None
    kept = keep(vault, case)
    assert vault.originals.has_digest(case.id, digest) == kept.id
    assert vault.originals.has_digest(vault.new_case("R-2").id, digest) is None


def test_undo_keeps_the_file_and_lets_it_be_added_again(vault: Vault, case: OpenCase) -> None:
    kept = keep(vault, case)
    case.undo()
    assert vault.originals.has_digest(case.id, kept.sha256) is None
    again = keep(vault, case)
    assert vault.originals.has_digest(case.id, kept.sha256) == again.id
    assert vault.originals.read(kept.id) == PHOTO


def test_a_missing_file_is_said(vault: Vault, case: OpenCase) -> None:
    kept = keep(vault, case)
    sealed_file(vault, kept).unlink()
    with pytest.raises(MissingOriginal) as trouble:
        vault.originals.read(kept.id)
    assert "backup" in trouble.value.remedy
    with pytest.raises(MissingOriginal):
        vault.originals.read_to(kept.id, io.BytesIO())
    with pytest.raises(MissingOriginal):
        vault.originals.read(case.id)
    (line,) = [line for line in check(vault) if not line.ok]
    assert line.what == f"original {kept.id}"


def test_a_changed_file_is_said(vault: Vault, case: OpenCase) -> None:
    kept, other = keep(vault, case), keep(vault, case, b"another")
    path = sealed_file(vault, kept)
    whole = path.read_bytes()
    flipped = bytearray(whole)
    flipped[-9] ^= 1
    swapped = sealed_file(vault, other).read_bytes()
    foreign = seal(PHOTO, [new_identity().recipient])
    for broken in (bytes(flipped), whole[:-100], b"", swapped, foreign):
        path.write_bytes(broken)
        with pytest.raises(DamagedOriginal):
            vault.originals.read(kept.id)
        with pytest.raises(DamagedOriginal):
            vault.originals.read_to(kept.id, io.BytesIO())
    path.write_bytes(whole)
    assert vault.originals.read(kept.id) == PHOTO


def test_an_erasure_that_was_cut_off_is_finished_at_the_next_opening(
    vault: Vault, case: OpenCase, passphrase: str
) -> None:
    kept, other = keep(vault, case), keep(vault, case, b"another")
    with vault.database.writing() as connection:
        vault.originals.doom(connection, case.id, [kept.id])
    vault.close()
    with Vault.open(vault.folder, passphrase) as again:
        assert not list(again.folder.rglob(kept.name))
        assert [key for key, _ in again.originals.rows()] == [other.id]
        with pytest.raises(MissingOriginal):
            again.originals.read(kept.id)


def everything_checks_well(vault: Vault) -> bool:
    return all(line.ok for line in check(vault))


def test_what_an_interrupted_import_left_goes_at_the_next_opening(
    vault: Vault, case: OpenCase, passphrase: str
) -> None:
    lost = [vault.originals.write(bytes(10)) for _ in range(3)]
    kept = keep(vault, case)
    (half := sealed_file(vault, lost[0])).rename(half.with_name(half.name + ".part"))
    assert everything_checks_well(vault)
    vault.close()
    with Vault.open(vault.folder, passphrase) as again:
        assert [one.name for one in again.folder.glob("originals/*/*")] == [kept.name]
        assert everything_checks_well(again)
        assert again.originals.read(kept.id) == PHOTO


def test_only_the_names_on_their_way_are_noted_and_none_once_all_are_kept(
    vault: Vault, case: OpenCase
) -> None:
    def note() -> list[str]:
        with vault.database.reading() as connection:
            wanted = text("SELECT value FROM meta WHERE name = 'in flight'")
            return (connection.execute(wanted).scalar() or "").split()

    first, second = vault.originals.write(b"first"), vault.originals.write(b"second")
    assert {first.name, second.name} < set(note())
    with case.change("Add") as change:
        change.keep(first)
    assert note() == [second.name]
    with case.change("Add") as change:
        change.keep(second)
    assert note() == []


def test_a_file_that_nobody_wrote_here_is_said_and_goes_with_the_next_erasure(
    vault: Vault, case: OpenCase, passphrase: str
) -> None:
    kept = keep(vault, case)
    foreign = sealed_file(vault, kept).with_name("ab.age")
    foreign.write_bytes(b"from elsewhere")
    vault.close()
    with Vault.open(vault.folder, passphrase) as again:
        (line,) = [line for line in check(again) if not line.ok]
        assert (line.what, line.detail) == ("files left over", foreign.name)
        fresh = again.originals.write(b"about to be kept")
        again.case(case.id).erase([kept.id])
        assert not foreign.exists()
        assert sealed_file(again, fresh).exists()
        assert everything_checks_well(again)
