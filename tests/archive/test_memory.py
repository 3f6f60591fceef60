"""Three hundred megabytes of photos pass through without staying in memory."""

import subprocess
import sys
from pathlib import Path

import pytest

SCRIPT = """
import hashlib, io, sys
from pathlib import Path
from lifestory.archive.openfolder import Parcel
from lifestory.archive.reading_v1 import Passphrase, read_originals, verify_archive
from lifestory.archive.writing import write_archive
from lifestory.domain.media import Original

MEGABYTE, LENGTH = hashlib.shake_256(b"picture").digest(2**20), 100

class Stream(io.RawIOBase):
    left = LENGTH * 2**20
    def readable(self):
        return True
    def readinto(self, into):
        start = -self.left % 2**20
        size = min(len(into), self.left, 2**20 - start)
        into[:size] = MEGABYTE[start : start + size]
        self.left -= size
        return size

def peak():
    lines = Path("/proc/self/status").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmHWM")) // 1024

def digest():
    found = hashlib.sha256()
    with io.BufferedReader(Stream(), 2**20) as stream:
        while piece := stream.read(2**18):
            found.update(piece)
    return found.hexdigest()

same = dict(bytes=LENGTH * 2**20, sha256=digest())
originals = [Original(file_name=f"{n}.jpg", **same) for n in range(3)]
openers = {one.id: lambda: io.BufferedReader(Stream()) for one in originals}
parcel = Parcel(tuple(originals), openers)
file = Path(sys.argv[1])
before = peak()
write_archive(parcel, [], file, passphrase="x", recipients=[], work_factor=10)
verified = verify_archive(file, Passphrase("x"))
seen = []
read_originals(file, verified, lambda original, stream: seen.append(len(stream.read(2**20))))
assert seen == [2**20] * 3
print(file.stat().st_size >> 20, peak() - before)
"""


@pytest.mark.skipif(
    not Path("/proc/self/status").exists(), reason="needs Linux's account of memory"
)
def test_memory_stays_flat_whatever_the_size(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT, str(tmp_path / "a.tar")],
        capture_output=True, text=True, check=True, timeout=300,
    )  # fmt: skip
    size, more = map(int, done.stdout.split())
    assert size >= 300
    assert more <= 40
