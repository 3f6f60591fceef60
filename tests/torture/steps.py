"""A store that is written to without an end, a line for all that is confirmed:
`python -m tests.torture.steps STORE PASSPHRASE`, the passphrase a number. To be cut off.

`step N` is a person called N, every other with a photo of N bytes beside it; at every fifth the
passphrase becomes the next number, and that is said as `passphrase N`.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress
from itertools import count
from pathlib import Path

from lifestory.domain.errors import LifestoryError
from lifestory.domain.media import Original
from lifestory.domain.people import Person
from lifestory.store.checking import check
from lifestory.store.troubles import WrongPassphrase
from lifestory.store.vault import Vault

CODE = Path(__file__).resolve().parents[2]


def made(folder: Path, passphrase: int) -> None:
    """A closed store with an empty case, whose passphrase is a number."""
    with Vault.create(folder, str(passphrase), work_factor=2)[0] as vault:
        vault.new_case("R-1")


def work(folder: Path, passphrase: int) -> None:
    """Go on from the last step. Raises LifestoryError when the disk goes."""
    with Vault.open(folder, str(passphrase)) as vault:
        case = vault.case(vault.case_ids()[0])
        say("go")
        for number in count(len(case.records.of(Person))):
            data = bytes(number)
            kept = [vault.originals.write(data)] if number % 2 else []
            with case.change("A step") as change:
                change.add(Person(given=str(number), note="All of it was good. " * 50))
                for one in kept:
                    change.keep(one)
                    change.add(Original(id=one.id, sha256=one.sha256, bytes=number))
            say(f"step {number}")
            if number % 5 == 0:
                passphrase += 1
                vault.slots.change_passphrase(str(passphrase))
                say(f"passphrase {passphrase}")


def say(words: str) -> None:
    """At once, so that it is heard whatever comes."""
    sys.stdout.write(f"{words}\n")
    sys.stdout.flush()


def cut_off(store: Path, passphrase: int, after: float, cut: Callable[[], None]) -> list[str]:
    """What it had said when `cut` was called, so many seconds after it began; then it is killed."""
    words = [sys.executable, "-m", "tests.torture.steps", str(store), str(passphrase)]
    with subprocess.Popen(words, stdout=subprocess.PIPE, bufsize=0, cwd=CODE) as work:
        assert work.stdout is not None
        assert work.stdout.readline() == b"go\n"
        with suppress(subprocess.TimeoutExpired):
            work.wait(after)
        os.set_blocking(work.stdout.fileno(), False)
        # What it says later does not count: a kernel that shuts down calls some last syncs good.
        said = work.stdout.read() or b""
        cut()
        with suppress(subprocess.TimeoutExpired):
            work.wait(0.05)
        work.kill()
    return said.decode().splitlines()


def looked_over(folder: Path, said: list[str], passphrase: int) -> int:
    """The one passphrase that opens it, the last that was said or one that came soon after; all
    that was said is there."""
    told = {kind: int(number) for kind, _, number in (line.partition(" ") for line in said)}
    known = told.get("passphrase", passphrase)
    opening = [one for one in range(known, known + 100) if opens(folder, one)]
    assert len(opening) == 1, (said[-3:], opening)
    with Vault.open(folder, str(opening[0])) as vault:
        assert [line for line in check(vault) if not line.ok] == []
        records = vault.case(vault.case_ids()[0]).records
        steps = [int(one.given) for one in records.of(Person)]
        assert steps == list(range(len(steps)))
        assert len(steps) > told.get("step", -1)
        assert [one.bytes for one in records.of(Original)] == steps[1::2]
    return opening[0]


def opens(folder: Path, passphrase: int) -> bool:
    """Whether that passphrase does."""
    try:
        Vault.open(folder, str(passphrase)).close()
    except WrongPassphrase:
        return False
    return True


if __name__ == "__main__":
    try:
        work(Path(sys.argv[1]), int(sys.argv[2]))
    except LifestoryError as trouble:
        say(f"refused {type(trouble).__name__}")
