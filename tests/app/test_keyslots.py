"""Who can open a store: the council's rule, and what a passphrase or a key opens."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from lifestory.app.backups import check_store
from lifestory.app.council_keys import BESIDE, MistakenKeys, council_keys
from lifestory.app.keyslots import (
    KeepsPolicy,
    SlotKind,
    add_passphrase_slot,
    add_recipient_slot,
    add_recovery_slot,
    key_in_file,
    key_slots,
    missing_council_keys,
    new_phrase,
    remove_slot,
    replace_recovery,
    slot_opened_by,
    try_slot,
)
from lifestory.app.open_store import Store, create_store, open_store
from lifestory.sealing.streams import NotAnIdentity, WrongKey, new_identity
from lifestory.store.troubles import NoSuchSlot, NotAStore, WrongPassphrase

COUNCIL = new_identity()


@pytest.fixture
def beside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the council lays its file: beside the program, which here is in a folder of its own."""
    (tmp_path / "program").mkdir()
    monkeypatch.setattr(sys, "executable", str(tmp_path / "program" / "python"))
    return tmp_path / "program" / BESIDE


@pytest.fixture
def rule(beside: Path) -> Path:
    """A council has set a key."""
    words = f'[[holder]]\nlabel = "Records team"\nrecipient = "{COUNCIL.recipient}"\n'
    beside.write_text(words, encoding="utf-8-sig")
    return beside


def made(folder: Path) -> Store:
    return create_store(folder, "first", "Ann")[0]


def council_line(store: Store) -> list[tuple[bool, str]]:
    return [
        (line.ok, line.detail)
        for line in check_store(store)
        if line.what == "keys that the council has set"
    ]


def test_where_the_council_has_said_nothing_there_is_nothing_to_have(
    beside: Path, tmp_path: Path
) -> None:
    assert not beside.exists()
    assert council_keys() == ()
    with made(tmp_path / "store") as store:
        assert {one.kind for one in key_slots(store)} == {"passphrase", "recovery"}
        assert not council_line(store)


def test_every_store_that_is_made_opens_with_the_councils_key(rule: Path, tmp_path: Path) -> None:
    with made(tmp_path / "store") as store:
        (theirs,) = [one for one in key_slots(store) if one.kind is SlotKind.RECIPIENT]
        assert theirs.label == "Records team"
        assert council_line(store) == [(True, "")]
        assert slot_opened_by(store, COUNCIL) == theirs
        with pytest.raises(KeepsPolicy):
            remove_slot(store, str(theirs.id))
    rule.unlink()
    with open_store(tmp_path / "store", "first") as store:
        remove_slot(store, str(theirs.id))


def test_a_store_made_before_lacks_the_key_until_it_is_added(beside: Path, tmp_path: Path) -> None:
    with made(tmp_path / "store") as store:
        words = f'[[holder]]\nlabel = "Records team"\nrecipient = "{COUNCIL.recipient}"'
        beside.write_text(words, encoding="utf-8")
        assert council_line(store) == [(False, "no slot for Records team")]
        for one in missing_council_keys(store):
            add_recipient_slot(store, one.label, one.recipient)
        assert council_line(store) == [(True, "")]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("[[holder]\n", "cannot be read: "),
        ("holder = 5", "each key is a [[holder]]"),
        ('[[holder]]\nlabel = "Records team"', "holder 1 should have a label and a recipient"),
        ('[[holder]]\nlabel = "A"\nrecipient = "age1oops"', "holder 1: that is not a public key"),
    ],
)
def test_a_spoilt_rule_makes_no_store_and_says_what_is_wrong(
    words: str, said: str, beside: Path, tmp_path: Path
) -> None:
    beside.write_text(words, encoding="utf-8")
    with pytest.raises(MistakenKeys) as trouble:
        made(tmp_path / "store")
    assert said in trouble.value.message
    assert BESIDE in trouble.value.message
    assert not (tmp_path / "store").exists()


def test_a_closed_store_says_what_opens_which_slot(tmp_path: Path) -> None:
    folder = tmp_path / "store"
    with made(folder) as store:
        ben = add_passphrase_slot(store, "Ben", "second")
        theirs = add_recipient_slot(store, "Council", COUNCIL.recipient)
        phrase = new_phrase()
        recovery = add_recovery_slot(store, phrase)
    before = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    assert try_slot(folder, "second").slot == ben.id
    assert try_slot(folder, phrase, str(recovery.id)).kind is SlotKind.RECOVERY
    assert try_slot(folder, COUNCIL).slot == theirs.id
    with pytest.raises(WrongPassphrase):
        try_slot(folder, "first", str(ben.id))
    with pytest.raises(WrongKey):
        try_slot(folder, new_identity())
    for nonsense in ("nonsense", "0" * 32):
        with pytest.raises(NoSuchSlot):
            try_slot(folder, "first", nonsense)
    with pytest.raises(NotAStore):
        try_slot(tmp_path, "first")
    assert {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()} == before


def test_a_key_is_read_from_a_file_as_age_keygen_writes_it(tmp_path: Path) -> None:
    file = tmp_path / "key.txt"
    file.write_text(f"# created: 2026\n# public key: x\n{COUNCIL.secret}\n", encoding="utf-8")
    assert key_in_file(file) == COUNCIL
    file.write_bytes(b"\xff\xfe nothing")
    for lost in (file, tmp_path, tmp_path / "none"):
        with pytest.raises(NotAnIdentity):
            key_in_file(lost)


def test_a_recovery_phrase_takes_the_place_of_all_before(tmp_path: Path) -> None:
    store, old = create_store(tmp_path / "store", "first", "Ann")
    with store:
        other, new = new_phrase(), new_phrase()
        add_recovery_slot(store, other)
        replace_recovery(store, new)
        assert slot_opened_by(store, new).kind is SlotKind.RECOVERY
        for gone in (old, other):
            with pytest.raises(WrongPassphrase):
                slot_opened_by(store, gone)
