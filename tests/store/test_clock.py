"""The clock of a laptop is set back, or was wrong all along: only what is shown hangs on it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.torture.faults import library, under

SET_BACK = """
import ctypes, sys
from pathlib import Path
from lifestory.domain.people import Person
from lifestory.store.backup import back_up
from lifestory.store.checking import check
from lifestory.store.vault import Vault

def add(vault, name):
    case = vault.case(vault.case_ids()[0])
    with case.change(f"Add {name}") as change:
        change.add(Person(given=name))
    return case

folder, passphrase = Path(sys.argv[1]), sys.argv[2]
years = 365 * 86_400
for ahead, name in [(0, "today"), (-3, "back"), (9, "ahead"), (-70, "1956")]:
    ctypes.CDLL(None).fault_clock(ctypes.c_long(ahead * years))
    with Vault.open(folder, passphrase) as vault:
        if not vault.case_ids():
            vault.new_case("R-1")
        case = add(vault, name)
        back_up(vault, folder.parent / "backup")
        vault.originals.write(name.encode())
with Vault.open(folder, passphrase) as vault:
    case = vault.case(vault.case_ids()[0])
    at = [line.at for line in case.journal()]
    assert at != sorted(at) and at[-1].year < 1990
    assert all(line.ok for line in check(vault))
    while case.undo_title:
        print(case.undo_title)
        case.undo()
    assert all(line.ok for line in check(vault))
"""


@pytest.fixture(scope="module")
def faults(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return library(tmp_path_factory.mktemp("faults"))


def test_what_was_done_last_is_undone_first_whatever_the_clock_says(
    faults: Path, folder: Path, passphrase: str
) -> None:
    said = under(faults, "-c", SET_BACK, folder, passphrase)
    assert said.split("\n")[:-1] == ["Add 1956", "Add ahead", "Add back", "Add today"]
