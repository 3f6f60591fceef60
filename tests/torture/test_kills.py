"""Killed at random moments of its work, again and again: what was said to be saved is there."""

from __future__ import annotations

import hashlib
import random
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any
from uuid import UUID

from lifestory.app.backups import back_up, restore
from lifestory.app.books import editions, print_book
from lifestory.app.open_store import Store, open_store
from lifestory.domain.life import Milestone
from lifestory.domain.media import Photo
from lifestory.domain.readers import Band
from lifestory.domain.stories import Passage
from tests.torture import steps
from tests.torture.work import PASSPHRASE, the_child

ROUNDS = 20
STORES, KILLS = 10, 12
"""Of what begins at once; a store that has grown takes long to be looked over."""
Findings = Callable[[Store], Sequence[str]]


def test_an_import(
    store: Path,
    killed: Any,
    photos: Callable[[int], Path],
    findings: Findings,
    chance: random.Random,
) -> None:
    said: dict[UUID, str] = {}
    for _ in range(ROUNDS):
        for line in killed(chance.uniform(0, 1.2), "add", store, photos(60)):
            photo, _, file = line.partition(" ")
            said[UUID(photo)] = hashlib.sha256(Path(file).read_bytes()).hexdigest()
        with open_store(store, PASSPHRASE) as opened:
            assert findings(opened) == []
            records = the_child(opened).case.records
            assert {photo.id for photo in records.of(Photo)} >= said.keys()
    assert said
    with open_store(store, PASSPHRASE) as opened:
        records = the_child(opened).case.records
        for key, digest in said.items():
            photo = records.find(Photo, key)
            assert photo is not None
            assert photo.original is not None
            data = opened.vault.originals.read(photo.original)
            assert hashlib.sha256(data).hexdigest() == digest


def test_edits(store: Path, killed: Any, findings: Findings, chance: random.Random) -> None:
    for _ in range(ROUNDS):
        said = killed(chance.uniform(0, 0.8), "edit", store)
        with open_store(store, PASSPHRASE) as opened:
            assert findings(opened) == []
            records = the_child(opened).case.records
            steps = [one.texts[Band.OLDER] for one in records.of(Milestone)]
            assert steps == [f"Step {number}" for number in range(len(steps))]
            if said:
                assert len(steps) - 1 - int(said[-1]) in {0, 1}
            if steps:
                (passage,) = records.of(Passage)
                assert passage.texts[Band.OLDER].startswith(f"{steps[-1]}. ")


def test_an_export(
    sample: Path, killed: Any, findings: Findings, chance: random.Random, tmp_path: Path
) -> None:
    target = tmp_path / "out" / "book.pdf"
    target.parent.mkdir()
    with open_store(sample, PASSPHRASE) as opened:
        found = the_child(opened)
        print_book(opened, found.case, editions(found)[0], target)
    whole = target.read_bytes()
    for number in range(ROUNDS // 2):
        if number % 2:
            target.unlink(missing_ok=True)
        said = killed(chance.uniform(0, 4), "export", sample, target)
        assert target.exists() or not said
        assert not target.exists() or target.read_bytes() == whole
        others = [path.name for path in target.parent.iterdir() if path != target]
        assert all(name.startswith(".") and name.endswith(".part") for name in others)
        with open_store(sample, PASSPHRASE) as opened:
            assert findings(opened) == []


def test_a_backup(
    sample: Path, killed: Any, findings: Findings, chance: random.Random, tmp_path: Path
) -> None:
    place = tmp_path / "backup"
    with open_store(sample, PASSPHRASE) as opened:
        back_up(opened, place)
        saved = len(the_child(opened).case.records.of(Milestone))
    for number in range(ROUNDS):
        for line in killed(chance.uniform(0, 0.8), "save", sample, place):
            saved = int(line.split()[0])
        with open_store(sample, PASSPHRASE) as opened:
            assert findings(opened) == []
        again = tmp_path / f"again-{number}"
        assert restore(place, again, PASSPHRASE).unsound == 0
        with open_store(again, PASSPHRASE) as opened:
            assert findings(opened) == []
            assert len(the_child(opened).case.records.of(Milestone)) >= saved


def test_changes_originals_and_passphrases_in_turns(tmp_path: Path, chance: random.Random) -> None:
    done = 0
    for number in range(STORES):
        folder, passphrase = tmp_path / f"store {number}", 0
        steps.made(folder, passphrase)
        for _ in range(KILLS):
            said = steps.cut_off(folder, passphrase, chance.uniform(0, 0.2), lambda: None)
            passphrase = steps.looked_over(folder, said, passphrase)
            done += len(said)
    assert done > 3 * STORES * KILLS
