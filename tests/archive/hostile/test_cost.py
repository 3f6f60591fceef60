"""What refusing costs, as a worker's computer pays it: a program of its own on the command line.

The most that any of these may take is 10 s and 1.5 GB; the long ones are in tests/torture.
"""

import json
import subprocess
import sys
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest

from lifestory.app.open_store import create_store
from lifestory.archive import manifest, tarball
from lifestory.sealing.header import VERSION

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="no limits to set there")

SCRIPT = """
import json, resource, sys, time
resource.setrlimit(resource.RLIMIT_CPU, (60, 60))
resource.setrlimit(resource.RLIMIT_AS, (3 << 30, 3 << 30))
from lifestory.cli.run import run
def used():
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss >> (10 if sys.platform == "linux" else 20)
for words in json.loads(sys.argv[1]):
    began, before = time.process_time(), used()
    status = run(words)
    print("cost", status, time.process_time() - began, used() - before)
"""  # noqa: E501
Cost = tuple[int, float, int]
Costs = Callable[[list[list[str | Path]]], list[Cost]]


@pytest.fixture
def costs(own: Any, tmp_path: Path) -> Costs:
    """What each of some commands comes to: its status, seconds, and megabytes more than before."""
    (tmp_path / "key.txt").write_text(own.secret)

    def costs(commands: list[list[str | Path]]) -> list[Cost]:
        words = [
            [str(tmp_path / "key.txt" if one == "KEY" else one) for one in line]
            for line in commands
        ]
        done = subprocess.run(
            [sys.executable, "-c", SCRIPT, json.dumps(words)],
            capture_output=True, text=True, check=True, timeout=300,
        )  # fmt: skip
        told = [line.split()[1:] for line in done.stdout.splitlines() if line.startswith("cost ")]
        return [(int(status), float(spent), int(more)) for status, spent, more in told]

    return costs


def long_header(forger: Any) -> Path:
    """Half a million stanzas."""
    return forger.around(VERSION + b"-> a\n\n" * 500_000)  # type: ignore[no-any-return]


def empty_lists(forger: Any) -> Path:
    """Three million lists in one field."""
    inner = json.dumps({"format": "lifestory-case", "version": 1, "records": {}})[:-2]
    return forger.telling(f'{inner}"person": [{"[]," * 3_000_000}0]}}}}'.encode())  # type: ignore[no-any-return]


def many_members(forger: Any) -> Path:
    """Thousands of files that no record names."""
    files = {f"story/data/originals/{number}.jpg": b"" for number in range(3_000)}
    return forger.sealed(forger.packed(forger.listed({**forger.good, **files})))  # type: ignore[no-any-return]


def endless_member(forger: Any) -> Path:
    """A photo of a thousand petabytes."""
    return forger.sealed(tarball.header("story/data/originals/a.jpg", 10**15))  # type: ignore[no-any-return]


def test_refusing_costs_next_to_nothing_and_leaves_nothing(
    forger: Any, costs: Costs, tmp_path: Path
) -> None:
    files = [
        made(forger).rename(tmp_path / f"{made.__name__}.tar")
        for made in (long_header, empty_lists, many_members, endless_member)
    ]
    before = set(tmp_path.rglob("*"))
    opening: list[list[str | Path]] = [
        ["archive", "open", file, "--identity", "KEY", "--folder", tmp_path / "out"]
        for file in files
    ]
    for status, seconds, megabytes in costs(opening):
        assert (status, seconds < 3, megabytes < 300) == (2, True, True)
    assert set(tmp_path.rglob("*")) == before | {tmp_path / "key.txt"}


def bomb(side: int) -> bytes:
    """A PNG, well under a megabyte, that comes to `side` × `side` pixels of white."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        body = kind + data
        return len(data).to_bytes(4, "big") + body + zlib.crc32(body).to_bytes(4, "big")

    packing = zlib.compressobj(9)
    row = b"\0" + b"\xff" * (side // 8)
    pixels = b"".join([*(packing.compress(row) for _ in range(side)), packing.flush()])
    head = side.to_bytes(4, "big") * 2 + bytes([1, 0, 0, 0, 0])
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", pixels) + chunk(b"IEND", b"")
    )


def test_a_photo_that_is_a_bomb_is_taken_in_without_being_looked_at(
    forger: Any, costs: Costs, tmp_path: Path
) -> None:
    photo = bomb(20_000)
    body = json.loads(forger.good["story/data/child.json"])
    text = json.dumps(body)
    for kind in body["records"].values():
        for record in kind:
            text = text.replace(record["id"], str(uuid4()))
    body = json.loads(text)
    sums = manifest.sums_of(photo)
    body["records"]["original"][0].update(bytes=sums.bytes, sha256=sums.sha256)
    files = {"data/originals/Oma.jpg": photo, "data/child.json": json.dumps(body).encode()}
    file = forger.sealed(forger.packed(forger.listed(forger.bag(**files))))
    store, _ = create_store(tmp_path / "store", "a lamp in the window", "Alex", work_factor=10)
    store.close()
    (tmp_path / "pass.txt").write_text("a lamp in the window")
    opening: list[str | Path] = ["archive", "open", file, "--identity", "KEY"]
    into: list[str | Path] = ["--into", store.folder, "--passphrase-file", tmp_path / "pass.txt"]
    for status, seconds, megabytes in costs(
        [[*opening, "--folder", tmp_path / "out"], [*opening, *into]]
    ):
        assert (status, seconds < 3, megabytes < 100) == (0, True, True)
    assert (tmp_path / "out" / "originals" / "Oma.jpg").read_bytes() == photo
