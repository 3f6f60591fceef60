"""A store to harm, work to kill, a disk to fill."""

from __future__ import annotations

import os
import random
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import psutil
import pytest
from PIL import Image

from lifestory import assets
from lifestory.app.backups import check_store
from lifestory.app.caseload import add_child, add_from_open_folder
from lifestory.app.open_store import Store, create_store
from lifestory.app.stories import add_passage
from lifestory.domain.dates import HonestDate
from lifestory.domain.readers import Band
from tests.torture.work import PASSPHRASE

CODE = Path(__file__).resolve().parents[2]
Kill = Callable[..., list[str]]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Everything here is torture."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.torture)


@pytest.fixture
def store(tmp_path: Path) -> Path:
    """A closed store with one child and a passage."""
    made, _ = create_store(tmp_path / "store", PASSPHRASE, "Alex", work_factor=10)
    with made:
        found = add_child(made, "Robin", HonestDate.parse("14 March 2017"))
        add_passage(found, "A day", "It was good.", Band.OLDER)
    return made.folder


@pytest.fixture
def sample(tmp_path: Path) -> Path:
    """A closed store with the sample child in it."""
    made, _ = create_store(tmp_path / "sample", PASSPHRASE, "Alex", work_factor=10)
    with made:
        add_from_open_folder(made, assets.path("sample", "robin"))
    return made.folder


@pytest.fixture
def chance(request: pytest.FixtureRequest) -> random.Random:
    """The same moments each time a test is run."""
    return random.Random(request.node.name)


@pytest.fixture
def photos(tmp_path: Path) -> Callable[[int], Path]:
    """photos(count): a new folder with so many photos, unlike any before."""
    made = [0]

    def folder_of(count: int) -> Path:
        made[0] += 1
        folder = tmp_path / f"photos-{made[0]}"
        folder.mkdir()
        for number in range(count):
            colour = (made[0] * 7 % 256, number * 5 % 256, (made[0] + number) % 256)
            picture = Image.effect_noise((240, 180), 60).convert("RGB")
            picture.putpixel((0, 0), colour)
            picture.save(folder / f"{number:03}.jpg", quality=95)
        return folder

    return folder_of


@pytest.fixture
def killed() -> Kill:
    """killed(after, what, store, …): the lines that work said before it was killed, so many
    seconds after it began; no worker of its outlives it."""

    def kill(after: float, *words: str | Path) -> list[str]:
        work = subprocess.Popen(
            [sys.executable, "-m", "tests.torture.work", *map(str, words)],
            stdout=subprocess.PIPE,
            text=True,
            cwd=CODE,
        )
        assert work.stdout is not None
        with work, work.stdout:
            assert work.stdout.readline() == "go\n"
            try:
                work.wait(after)
            except subprocess.TimeoutExpired:
                family = psutil.Process(work.pid).children(recursive=True)
                work.kill()
                _, outliving = psutil.wait_procs(family, timeout=20)
                assert not outliving
            return work.stdout.read().splitlines()

    return kill


@pytest.fixture
def findings() -> Callable[[Store], Sequence[str]]:
    """What the check of a store finds."""
    return lambda opened: [line.what for line in check_store(opened) if not line.ok]


class SmallDisk:
    """A disk of its own on which so many bytes are free."""

    def __init__(self, place: Path) -> None:
        self.place = place
        self._ballast = place / "ballast"

    def leave(self, free: int) -> None:
        """Fill it up but for so much."""
        self.empty()
        state = os.statvfs(self.place)
        with self._ballast.open("wb") as ballast:
            os.posix_fallocate(ballast.fileno(), 0, state.f_bavail * state.f_frsize - free)

    def empty(self) -> None:
        """Make room again."""
        self._ballast.unlink(missing_ok=True)


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[SmallDisk]:
    """A small disk, mounted for the test."""
    if sys.platform != "linux" or os.geteuid() != 0:
        pytest.skip("only root can mount a disk for the test")
    place = tmp_path / "disk"
    place.mkdir()
    mounting = ["mount", "-t", "tmpfs", "-o", "size=24m", "tmpfs", str(place)]
    if subprocess.run(mounting, capture_output=True, check=False).returncode:
        pytest.skip("this machine does not let us mount a disk")
    yield SmallDisk(place)
    subprocess.run(["umount", "-l", place], check=True)
