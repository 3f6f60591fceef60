"""The command line as a script meets it: words in, a status, lines and sentences out."""

from __future__ import annotations

import io
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Sequence
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from lifestory import assets
from lifestory.app.open_store import create_store
from lifestory.cli.asking import VARIABLE
from lifestory.cli.run import run

PASSPHRASE = "a lamp in the window"
CODE = Path(__file__).resolve().parents[2]


@dataclass(frozen=True)
class Ended:
    """How a command ended."""

    status: int
    out: str
    err: str

    @property
    def lines(self) -> list[dict[str, Any]]:
        """The JSON lines of stdout."""
        return [json.loads(line) for line in self.out.splitlines()]


@dataclass(frozen=True)
class Desk:
    """A store with cheap keys, the file with its passphrase, and a place for other files."""

    folder: Path
    store: Path
    passphrase_file: Path

    def run(self, *words: str | Path, before: Sequence[str] = ()) -> Ended:
        """One command in a process of its own; `before` is a command to run it under."""
        command = [*before, sys.executable, "-m", "lifestory", *map(str, words)]
        settings = dict(os.environ, PYTHONPATH=str(CODE))
        done = subprocess.run(
            command,
            capture_output=True,
            check=False,
            text=True,
            encoding="utf-8",
            env=settings,
            stdin=subprocess.DEVNULL,
            cwd=self.folder,
            timeout=120,
            start_new_session=True,
        )
        return Ended(done.returncode, done.stdout, done.stderr)

    def here(self, *words: str | Path) -> Ended:
        """One command within this process, where starting one costs more than it proves."""
        out, err = io.StringIO(), io.StringIO()
        with redirect_stdout(out), redirect_stderr(err):
            status = run([str(word) for word in words])
        return Ended(int(status), out.getvalue(), err.getvalue())

    def picture(self, number: int, kind: str = "JPEG") -> bytes:
        """The file of a picture unlike those of other numbers."""
        out = BytesIO()
        Image.new("RGB", (96, 64), (number * 37 % 255, number * 91 % 255, 120)).save(out, kind)
        return out.getvalue()

    def contents(self) -> dict[str, bytes]:
        """Every file of the store but the empty lock and the throw-away cache."""
        return {
            str(path.relative_to(self.store)): path.read_bytes()
            for path in sorted(self.store.rglob("*"))
            if path.is_file() and not path.name.startswith(("cache.db", "lock"))
        }


@pytest.fixture(scope="session")
def new_store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of an empty store, made once; nobody opens it."""
    folder = tmp_path_factory.mktemp("new") / "store"
    create_store(folder, PASSPHRASE, "Alex", work_factor=10)[0].close()
    return folder


@pytest.fixture
def desk(new_store: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Desk:
    """A worker's desk with an empty store on it."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv(VARIABLE, str(tmp_path / "passphrase.txt"))
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    shutil.copytree(new_store, tmp_path / "store")
    file = tmp_path / "passphrase.txt"
    file.write_text(PASSPHRASE + "\nanother line\n", encoding="utf-8")
    return Desk(tmp_path, tmp_path / "store", file)


def _may_mount() -> bool:
    try:
        tried = subprocess.run(
            ["unshare", "-Urm", "mount", "-t", "tmpfs", "none", "/mnt"],
            capture_output=True,
            check=False,
            timeout=10,
        )
    except OSError:
        return False
    return tried.returncode == 0


@pytest.fixture(scope="session")
def sample() -> Path:
    """The open folder of the sample child."""
    return assets.path("sample", "robin")


@pytest.fixture
def mounted() -> Callable[..., list[str]]:
    """Gives the start of a command that runs with a file system of its own mounted somewhere.

    Skips where the system does not let an ordinary user do that.
    """
    if sys.platform != "linux" or not _may_mount():
        pytest.skip("mounting is not allowed here")

    def under(script: str) -> list[str]:
        return ["unshare", "-Urm", "sh", "-ec", f'{script}\nexec "$@"', "sh"]

    return under
