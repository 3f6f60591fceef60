"""A small case with three originals, two of which came under one name, and archives of it."""

import hashlib
import io
import tarfile
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from lifestory import assets
from lifestory.archive import tarball
from lifestory.archive.openfolder import Parcel, write_open_folder
from lifestory.archive.writing import write_archive
from lifestory.domain.dates import HonestDate, Precision
from lifestory.domain.media import Original, Photo
from lifestory.domain.people import Case, Child, Person
from lifestory.sealing.streams import Identity, seal, unseal

PASSPHRASE = "seven wet otters, zażółć"
FILES = (
    ("Oma & ich.jpg", b"\xff\xd8 first picture " * 900),
    ("oma & ICH.jpg", b"\xff\xd8 second picture"),
    ("scans/what is this?.tif", b""),
)


@pytest.fixture
def parcel() -> Parcel:
    """The case."""
    originals = [
        Original(file_name=name, bytes=len(data), sha256=hashlib.sha256(data).hexdigest())
        for name, data in FILES
    ]
    person = Person(given="Ayşe", surname="Łoś", known_as="عائشہ", extra={"shoe_size": 31})
    child = Child(person=person.id, born=HonestDate(Precision.MONTH, "2016-04"))
    photo = Photo(
        original=originals[0].id, alt="Two people in the snow", about=frozenset({child.id})
    )
    records = (Case(reference="c-17"), child, person, photo, *originals)
    openers = {
        one.id: partial(io.BytesIO, data) for one, (_, data) in zip(originals, FILES, strict=True)
    }
    return Parcel(records, openers)


@pytest.fixture
def folder(parcel: Parcel, tmp_path: Path) -> Path:
    """The case as an open folder on the disk."""
    place = tmp_path / "handed over"
    for leaf in write_open_folder(parcel):
        path = place / leaf.name
        path.parent.mkdir(parents=True, exist_ok=True)
        with leaf.open() as source:
            path.write_bytes(source.read())
    return place


@pytest.fixture
def write(parcel: Parcel, tmp_path: Path) -> Callable[..., Path]:
    """Writes an archive of the case, cheap to unlock, in a folder of its own."""

    def write(**wishes: Any) -> Path:
        target = tmp_path / "out" / "parcel.tar"
        target.parent.mkdir(exist_ok=True)
        given: dict[str, Any] = {
            "passphrase": PASSPHRASE,
            "recipients": [],
            "work_factor": 10,
        } | wishes
        books = given.pop("books", [("first-book.pdf", b"%PDF-1.7 a book")])
        write_archive(given.pop("parcel", parcel), books, target, **given)
        return target

    return write


@pytest.fixture
def passphrase() -> str:
    """The passphrase of archives that `write` writes."""
    return PASSPHRASE


@pytest.fixture
def forge(tmp_path: Path) -> Callable[[bytes, Identity], Path]:
    """Seals any bytes into an archive to a key, as someone might who has only that public key."""

    def forge(inside: bytes, to: Identity) -> Path:
        readme = assets.read_bytes("wording", "archive-readme.txt")
        story = seal(inside, [to.recipient])
        target = tmp_path / "forged.tar"
        with target.open("wb") as file:
            for name, content in (("README.txt", readme), ("story.age", story)):
                file.write(tarball.short_header(name, len(content)) + content)
                file.write(tarball.padding(len(content)))
            file.write(tarball.END)
        return target

    return forge


@pytest.fixture
def unsealed() -> Callable[[Path, Identity], bytes]:
    """Takes the tar out of an archive, by Python's own tarfile."""

    def unsealed(file: Path, own: Identity) -> bytes:
        with tarfile.open(file) as outside:
            story = outside.extractfile("story.age")
            assert story is not None
            return unseal(story.read(), own)

    return unsealed
