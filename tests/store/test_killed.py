"""A process that is killed in the middle of its work loses nothing that was confirmed."""

import subprocess
import sys
from pathlib import Path

import pytest

from lifestory.domain.media import Original
from lifestory.store.checking import check
from lifestory.store.journal import OpenCase
from lifestory.store.vault import Vault

IMPORTING = """
import os, sys
from pathlib import Path
from lifestory.domain.media import Original
from lifestory.store.vault import Vault
vault = Vault.open(Path(sys.argv[1]), sys.argv[2])
case = vault.case(vault.case_ids()[0])
while True:
    kept = vault.originals.write(os.urandom(20_000))
    with case.change("Add a photo") as change:
        change.keep(kept)
        change.add(Original(id=kept.id, sha256=kept.sha256))
    print(kept.id, flush=True)
"""


@pytest.mark.parametrize("confirmations", [1, 7, 40])
def test_what_was_confirmed_is_there_after_a_kill(
    vault: Vault, case: OpenCase, passphrase: str, confirmations: int
) -> None:
    folder: Path = vault.folder
    vault.close()
    with subprocess.Popen(
        [sys.executable, "-c", IMPORTING, folder, passphrase], stdout=subprocess.PIPE, text=True
    ) as importing:
        assert importing.stdout is not None
        confirmed = {importing.stdout.readline().strip() for _ in range(confirmations)}
        importing.kill()
    with Vault.open(folder, passphrase) as again:
        records = again.case(case.id).records.of(Original)
        assert {str(one.id) for one in records} >= confirmed
        for one in records:
            assert again.originals.read(one.id)
        assert [line for line in check(again) if not line.ok] == []
        assert again.case(case.id).undo_title == "Add a photo"
