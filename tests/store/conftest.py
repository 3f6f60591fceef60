"""Real stores in real folders, with a passphrase that is quick to try."""

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from lifestory.store.journal import OpenCase
from lifestory.store.vault import Vault

PASSPHRASE = "red kettle, blue door"


@pytest.fixture
def passphrase() -> str:
    """Of the slot that `folder` was made with."""
    return PASSPHRASE


@pytest.fixture(scope="session")
def new_store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of an empty store whose worker is Ann, made once; nobody opens it."""
    made = tmp_path_factory.mktemp("new") / "store"
    Vault.create(made, PASSPHRASE, "Ann", work_factor=10)[0].close()
    return made


@pytest.fixture
def folder(new_store: Path, tmp_path: Path) -> Path:
    """The folder of a new, closed store: a copy for this test."""
    return shutil.copytree(new_store, tmp_path / "store")


@pytest.fixture
def vault(folder: Path) -> Iterator[Vault]:
    """The same store, open."""
    with Vault.open(folder, PASSPHRASE) as opened:
        yield opened


@pytest.fixture
def case(vault: Vault) -> OpenCase:
    """An empty case in it."""
    return vault.new_case("R-1")


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Callable[[str], Path]]:
    """small_disk("size=2m"): a disk of its own, mounted with these options."""
    if sys.platform == "win32" or os.geteuid() != 0:
        pytest.skip("only root can mount a disk for the test")
    mounted: list[Path] = []

    def mount(options: str) -> Path:
        place = tmp_path / f"disk{len(mounted)}"
        place.mkdir()
        made = subprocess.run(
            ["mount", "-t", "tmpfs", "-o", options, "tmpfs", place],
            capture_output=True,
            check=False,
        )
        if made.returncode:
            pytest.skip("this machine does not let us mount a disk")
        mounted.append(place)
        return place

    yield mount
    for place in mounted:
        subprocess.run(["umount", "-l", place], check=True)


@pytest.fixture
def in_memory(tmp_path: Path) -> Iterator[Path]:
    """A folder of a disk on which waiting takes no time, where the machine has one: for what opens
    stores by the hundred, and asks what is written, not whether the power may go."""
    memory = Path("/dev/shm")
    if not memory.is_dir():
        yield tmp_path
        return
    with tempfile.TemporaryDirectory(dir=memory) as place:
        yield Path(place)


@pytest.fixture
def files() -> Callable[[Path], dict[str, bytes]]:
    """files(folder): every file below it and what is in it, to see that nothing changed."""
    return lambda root: {
        str(path.relative_to(root)): path.read_bytes()
        for path in sorted(root.rglob("*"))
        if path.is_file()
    }
