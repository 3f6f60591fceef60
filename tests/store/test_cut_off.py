"""Whatever is done in a store is cut off at one call to the disk after another, or that call fails:
it opens, all that was called done is there, the check finds nothing, and work goes on."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.torture.faults import library, under

SCENES = {
    "editing": 20, "importing": 40, "erasing": 50, "changing the passphrase": 4,
    "changing slots": 15, "migrating": 40, "opening": 30, "closing": 10, "making": 90,
    "backing up": 50, "restoring": 25,
}  # fmt: skip
"""What is done, and how often it reaches for the disk, at least."""
HOWS = {"kill": 1, "EIO": 2, "EIO+": 3, "ENOSPC": 4, "read EIO+": 4}
"""What happens, and at each how-manieth call; with a plus it goes on happening."""
A_FEW = [
    ("changing the passphrase", "kill", 1),
    ("migrating", "kill", 15),
    ("editing", "EIO", 4),
    ("importing", "EIO+", 14),
    ("opening", "read EIO+", 15),
]


@pytest.fixture(scope="module")
def faults(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return library(tmp_path_factory.mktemp("faults"))


def cut(faults: Path, folder: Path, scene: str, how: str, every: int) -> int:
    """How often it was cut."""
    return int(under(faults, "-m", "tests.torture.cutting", scene, how, str(every), folder))


@pytest.mark.parametrize(("scene", "how", "every"), A_FEW)
def test_at_a_few_calls(faults: Path, in_memory: Path, scene: str, how: str, every: int) -> None:
    assert cut(faults, in_memory, scene, how, every) > 1


@pytest.mark.torture
@pytest.mark.parametrize("how", HOWS)
@pytest.mark.parametrize("scene", SCENES)
def test_at_every_call(faults: Path, in_memory: Path, scene: str, how: str) -> None:
    if how.startswith("read"):
        if scene == "restoring":
            pytest.skip("what a backup cannot give is left out, and the check tells")
        cut(faults, in_memory, scene, how, HOWS[how])
        return
    assert cut(faults, in_memory, scene, how, HOWS[how]) * HOWS[how] > SCENES[scene]
