"""The power goes, at random moments: a file system is shut down with all it had not yet written.

A disk in a file is stopped as the kernel stops one that is torn out: what was not synced is lost,
and its journal with it. What was said to be saved is there when it is mounted again.
"""

from __future__ import annotations

import os
import random
import struct
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.torture.steps import cut_off, looked_over, made

fcntl = pytest.importorskip("fcntl")  # not on Windows

ROUNDS = 40
_SHUT_DOWN, _WITHOUT_ITS_JOURNAL = 0x8004587D, 2
"""EXT4_IOC_SHUTDOWN and EXT4_GOING_FLAGS_NOLOGFLUSH."""


class Disk:
    """A file system in a file, that can lose its power."""

    def __init__(self, image: Path, place: Path) -> None:
        self._image, self.place = image, place

    def plug_in(self) -> bool:
        """Mounts it; what its journal holds is made good."""
        # By itself it would write every five seconds: only what we sync is to be there.
        mounting = ["mount", "-o", "loop,commit=300", str(self._image), str(self.place)]
        return not subprocess.run(mounting, capture_output=True, check=False).returncode

    def cut(self) -> None:
        """From now on nothing reaches it any more."""
        folder = os.open(self.place, os.O_RDONLY)
        try:
            fcntl.ioctl(folder, _SHUT_DOWN, struct.pack("I", _WITHOUT_ITS_JOURNAL))
        finally:
            os.close(folder)

    def change_computers(self) -> None:
        """What lay on it goes on in another file, for the old one may still be held by someone."""
        left = self._image
        self._image = left.with_name(f"{left.name}+")
        subprocess.run(["cp", "--sparse=always", left, self._image], check=True)
        subprocess.run(["umount", self.place], check=True)
        left.unlink()
        assert self.plug_in()


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Disk]:
    if sys.platform != "linux" or os.geteuid() != 0:
        pytest.skip("only root can mount a disk for the test, and cut it off")
    image, place = tmp_path / "disk", tmp_path / "place"
    place.mkdir()
    with image.open("wb") as file:
        file.truncate(64 << 20)
    done = subprocess.run(["mkfs.ext4", "-q", image], capture_output=True, check=False)
    made_disk = Disk(image, place)
    if done.returncode or not made_disk.plug_in():
        pytest.skip("this machine does not let us mount a disk")
    yield made_disk
    subprocess.run(["umount", "-l", place], check=False)


def test_what_was_saved_outlasts_a_power_cut(disk: Disk, chance: random.Random) -> None:
    store, passphrase, steps = disk.place / "store", 0, 0
    made(store, passphrase)
    for _ in range(ROUNDS):
        said = cut_off(store, passphrase, chance.uniform(0, 0.5), disk.cut)
        disk.change_computers()
        passphrase = looked_over(store, said, passphrase)
        steps += len(said)
    assert steps > 5 * ROUNDS
