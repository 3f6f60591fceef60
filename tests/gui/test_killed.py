"""The whole window killed at random moments of its work: what it had called saved is there."""

from __future__ import annotations

import os
import random
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from lifestory import assets
from lifestory.app.backups import check_store
from lifestory.app.caseload import add_from_open_folder
from lifestory.app.open_case import OpenCase
from lifestory.app.open_store import create_store, open_store
from lifestory.domain.life import Milestone
from lifestory.domain.media import Photo

CODE = Path(__file__).resolve().parents[2]
PASSPHRASE = "a lamp in the window"


def killed(store: Path, after: float) -> list[str]:
    """Lets the window work in a store until it has saved something and `after` seconds more, then
    kills it; gives every line it said."""
    said: list[str] = []
    began = threading.Event()
    with subprocess.Popen(
        [sys.executable, "-m", "tests.torture.window_work", str(store), PASSPHRASE],
        cwd=CODE,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as window:
        assert window.stdout is not None
        assert window.stderr is not None

        def hear() -> None:
            assert window.stdout is not None
            for line in window.stdout:
                said.append(line.strip())
                began.set()
            began.set()  # it has ended by itself

        listens = threading.Thread(target=hear)
        listens.start()
        assert began.wait(60)
        try:
            window.wait(after)
        except subprocess.TimeoutExpired:
            window.kill()
        listens.join(30)
        trouble = window.stderr.read()
    assert "Traceback" not in trouble
    assert window.returncode not in (0, 1), f"it was killed, not ended by itself: {trouble}"
    return said


@pytest.mark.parametrize("rounds", [1, pytest.param(20, marks=pytest.mark.torture)])
def test_what_was_called_saved_is_there(rounds: int, tmp_path: Path) -> None:
    folder = tmp_path / "store"
    with create_store(folder, PASSPHRASE, work_factor=10)[0] as store:
        add_from_open_folder(store, assets.path("sample", "robin"))
    chance = random.Random(rounds)
    for _ in range(rounds):
        said = killed(folder, chance.uniform(0, 1.0))
        with open_store(folder, PASSPHRASE) as store:
            assert [line for line in check_store(store) if not line.ok] == []
            (case,) = (store.vault.case(key) for key in store.vault.case_ids())
            check_all_that_was_said(case, said)


def check_all_that_was_said(case: OpenCase, said: list[str]) -> None:
    there = {text for one in case.records.of(Milestone) for text in one.texts.values()}
    photos = len(case.records.of(Photo))
    for line in said:
        kind, _, what = line.partition(" ")
        if kind == "milestone":
            assert what in there
        else:
            assert photos >= int(what)
