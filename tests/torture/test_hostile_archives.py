"""Every byte of an archive changed, and the most that a hostile one can ask for: ten seconds and
1.5 GB at worst, as a program of its own pays it."""

from __future__ import annotations

import hashlib
import io
import json
import subprocess
import sys
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from uuid import uuid4

import pytest

from lifestory import assets
from lifestory.app.open_store import create_store
from lifestory.archive import manifest, tarball
from lifestory.archive.contents import MOST_FILES
from lifestory.archive.openfolder import MOST_JSON, MOST_RECORDS, Parcel
from lifestory.archive.plainjson import MOST_VALUES
from lifestory.archive.reading_v1 import verify_archive
from lifestory.archive.trail import FORMAT, MOST_BYTES, MOST_LINES
from lifestory.archive.writing import write_archive
from lifestory.domain.errors import LifestoryError
from lifestory.domain.media import Original
from lifestory.domain.people import Case, Child, Person
from lifestory.sealing.passphrase import MOST_WORK, wrap
from lifestory.sealing.streams import Identity, new_identity, seal

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="no limits to set there")

PASSPHRASE = "a lamp in the window"
SCRIPT = """
import resource, sys, time
resource.setrlimit(resource.RLIMIT_AS, (4 << 30, 4 << 30))
from lifestory.cli.run import run
began = time.process_time()
status = run(sys.argv[1:])
used = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
print("cost", status, time.process_time() - began, used >> (10 if sys.platform == "linux" else 20))
"""
Files = dict[str, bytes]


@pytest.fixture(scope="module")
def own() -> Identity:
    """The key of whoever opens it."""
    return new_identity()


@pytest.fixture
def small(own: Identity, tmp_path: Path) -> bytes:
    """A small archive, to a passphrase and to `own`."""
    photo = b"\xff\xd8 a photo"
    digest = hashlib.sha256(photo).hexdigest()
    original = Original(file_name="Oma.jpg", bytes=len(photo), sha256=digest)
    person = Person(given="Robin")
    parcel = Parcel(
        (Case(), person, Child(person=person.id), original),
        {original.id: partial(io.BytesIO, photo)},
    )
    target = tmp_path / "small.tar"
    write_archive(parcel, [], target, passphrase=PASSPHRASE, recipients=[own.recipient])
    return target.read_bytes()


def test_a_flipped_bit_is_noticed_in_every_byte_of_an_archive(
    small: bytes, own: Identity, tmp_path: Path
) -> None:
    file = tmp_path / "changed.tar"
    file.write_bytes(small)
    with file.open("r+b", buffering=0) as changed:
        for at, byte in enumerate(small):
            changed.seek(at)
            changed.write(bytes([byte ^ 1 << at % 8]))
            with pytest.raises(LifestoryError):
                verify_archive(file, own)
            changed.seek(at)
            changed.write(bytes([byte]))
    verify_archive(file, own)


def test_an_archive_cut_off_at_any_byte_is_refused(
    small: bytes, own: Identity, tmp_path: Path
) -> None:
    file = tmp_path / "cut.tar"
    file.write_bytes(small)
    for end in range(len(small) - 1, -1, -1):
        with file.open("r+b") as cut:
            cut.truncate(end)
        with pytest.raises(LifestoryError):
            verify_archive(file, own)


def packed(files: Files) -> Iterator[bytes]:
    """Files of a bag as Lifestory packs them, with lists that agree."""
    readme = assets.read_bytes("wording", "archive-readme.txt")
    whole = manifest.first_tags({"README.txt": readme}) | files
    lists = manifest.manifests({name: manifest.sums_of(text) for name, text in whole.items()})
    for name, text in (whole | lists).items():
        yield tarball.header(f"story/{name}", len(text)) + text + tarball.padding(len(text))
    yield tarball.END


def case(**records: list[dict[str, object]]) -> bytes:
    """A child.json of these records."""
    return json.dumps({"format": "lifestory-case", "version": 1, "records": records}).encode()


def noting(value: bytes) -> Files:
    """A case with a child, of whom a field that nobody knows says this."""
    person = str(uuid4())
    body = case(
        person=[{"id": person, "x": "HERE"}], child=[{"id": str(uuid4()), "person": person}]
    )
    return {"data/child.json": body.replace(b'"HERE"', value)}


def most_names() -> Files:
    """As many files as there may be, under names as long as may be."""
    return {
        f"data/originals/{'é' * 120}{number:06}": b"" for number in range(MOST_FILES - 20)
    } | noting(b"0")


def most_values() -> Files:
    """As many values as there may be, each an object."""
    return noting(b"[%s0]" % (b'{"a":0},' * (MOST_VALUES // 2 - 1000)))


def most_letters() -> Files:
    """One text as long as may be, of letters that take four bytes each in memory."""
    return noting(b'"%s\xf0\x9f\x98\x80"' % (b"a" * (MOST_JSON - 1000)))


def too_many_records() -> Files:
    """As many records as fit into a child.json that may be read."""
    return {"data/child.json": case(place=[{"id": str(uuid4())} for _ in range(MOST_JSON // 52)])}


def most_records() -> Files:
    """As many records as there may be."""
    person = str(uuid4())
    places: list[dict[str, object]] = [{"id": str(uuid4())} for _ in range(MOST_RECORDS - 2)]
    children: list[dict[str, object]] = [{"id": str(uuid4()), "person": person}]
    return {"data/child.json": case(place=places, person=[{"id": person}], child=children)}


def most_lines() -> Files:
    """A trail of as many lines as are read, none of which holds."""
    head = json.dumps({"format": FORMAT, "case": str(uuid4())}).encode()
    lines = head + b"\n{}" * (MOST_LINES - 10)
    return noting(b"0") | {"data/trail.jsonl": lines}


def longest_trail() -> Files:
    """A trail of as many bytes as are read, and nothing else."""
    return noting(b"0") | {"data/trail.jsonl": b"\n" * MOST_BYTES}


@pytest.fixture
def cost(tmp_path: Path) -> Callable[..., int]:
    """Does a command as a program of its own and says its status; it may not cost too much."""

    def cost(*words: str | Path, seconds: int = 10) -> int:
        done = subprocess.run(
            [sys.executable, "-c", SCRIPT, *map(str, words)],
            capture_output=True, text=True, check=True, timeout=300,
        )  # fmt: skip
        status, spent, megabytes = done.stdout.split()[-3:]
        assert float(spent) <= seconds
        assert int(megabytes) <= 1500
        return int(status)

    return cost


@pytest.mark.parametrize(
    ("made", "said"),
    [
        (most_names, 2), (most_values, 0), (most_letters, 0), (too_many_records, 2),
        (most_records, 0), (most_lines, 1), (longest_trail, 1),
    ],
)  # fmt: skip
def test_the_most_that_an_archive_can_ask_for_is_bearable(
    own: Identity,
    cost: Callable[..., int],
    tmp_path: Path,
    made: Callable[[], Files],
    said: int,
) -> None:
    readme = assets.read_bytes("wording", "archive-readme.txt")
    story = seal(b"".join(packed(made())), [own.recipient])
    file, key = tmp_path / "hostile.tar", tmp_path / "key.txt"
    with file.open("wb") as target:
        for name, text in {"README.txt": readme, "story.age": story}.items():
            target.write(tarball.short_header(name, len(text)) + text + tarball.padding(len(text)))
        target.write(tarball.END)
    del story
    key.write_text(own.secret)
    store, _ = create_store(tmp_path / "store", PASSPHRASE, "Alex", work_factor=10)
    store.close()
    (tmp_path / "pass.txt").write_text(PASSPHRASE)
    before = set(tmp_path.rglob("*"))
    given = (file, "--identity", key)
    into = ("--into", store.folder, "--passphrase-file", tmp_path / "pass.txt")
    verified = cost("archive", "verify", *given)
    opened = cost("archive", "open", *given, "--folder", tmp_path / "out")
    # What is taken in is not refused: a case of so many records may be somebody's, and is written.
    taken = cost("archive", "open", *given, *into, seconds=60 if made is most_records else 10)
    assert (verified, taken) == (said, said)
    assert opened == (2 if said == 2 else 0)
    if said == 2:
        assert set(tmp_path.rglob("*")) == before


def test_the_most_work_that_a_passphrase_may_ask_for_is_bearable(
    own: Identity, cost: Callable[..., int], tmp_path: Path
) -> None:
    sealed = wrap(own.secret.encode(), PASSPHRASE, work_factor=MOST_WORK)
    readme = assets.read_bytes("wording", "archive-readme.txt")
    parts = {"README.txt": readme, "key.age": sealed, "story.age": seal(b"x", [own.recipient])}
    file = tmp_path / "hostile.tar"
    with file.open("wb") as target:
        for name, text in parts.items():
            target.write(tarball.short_header(name, len(text)) + text + tarball.padding(len(text)))
        target.write(tarball.END)
    (tmp_path / "pass.txt").write_text("another")
    given = ("--archive-passphrase-file", tmp_path / "pass.txt")
    assert cost("archive", "verify", file, *given) == 2
