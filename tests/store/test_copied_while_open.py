"""A store whose folder is copied while it is worked in, as a sync program does, or a hand: the copy
is refused as it lies, or holds all that had been saved, or its check says what is wrong."""

from __future__ import annotations

import random
import shutil
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from pathlib import Path

import pytest

from lifestory.domain.errors import LifestoryError
from lifestory.domain.people import Person
from lifestory.store.checking import check
from lifestory.store.vault import Vault
from tests.torture.steps import cut_off, looked_over, made

Files = Callable[[Path], dict[str, bytes]]


def copied(folder: Path, target: Path) -> None:
    """File by file, as they come; one that has gone meanwhile is not in it."""
    for path in folder.rglob("*"):
        with suppress(FileNotFoundError):
            if path.is_file():
                (target / path.relative_to(folder)).parent.mkdir(parents=True, exist_ok=True)
                shutil.copyfile(path, target / path.relative_to(folder))


def is_sound(folder: Path, passphrases: range, people: int, files: Files) -> bool:
    """Whether it opens with everything in it. Otherwise it says so, and how."""
    before = files(folder)
    for one in passphrases:
        try:
            vault = Vault.open(folder, str(one))
        except LifestoryError:
            after = files(folder)
            assert {name: after.get(name) for name in before} == before
            continue
        with vault:
            if any(not line.ok for line in check(vault)):
                return False
            case = vault.case(vault.case_ids()[0])
            assert len(case.records.of(Person)) >= people
            return True
    return False


@pytest.mark.parametrize("rounds", [1, pytest.param(25, marks=pytest.mark.torture)])
def test_a_copy_of_it_tells_the_truth(tmp_path: Path, files: Files, rounds: int) -> None:
    folder, passphrase, chance, whole = tmp_path / "store", 0, random.Random(rounds), 0
    made(folder, passphrase)
    for number in range(rounds):
        copy = tmp_path / f"copy {number}"
        said = cut_off(folder, passphrase, chance.uniform(0.05, 0.4), partial(copied, folder, copy))
        steps = [int(line.split()[1]) for line in said if line.startswith("step")]
        slots = range(passphrase, passphrase + len(said) + 100)
        whole += is_sound(copy, slots, max(steps, default=-1) + 1, files)
        passphrase = looked_over(folder, said, passphrase)
        shutil.rmtree(copy)
    assert whole or rounds == 1
