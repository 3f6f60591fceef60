"""Archives as someone makes them who has a public key and means harm, and the doors they knock at.

Refused means: by every door there is, for the same reason, with not one byte written, changed or
left behind: in the folder to open into, among temporary files, in the store.
"""

import io
import json
import tarfile
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from lifestory import assets
from lifestory.app.archives import open_into_store
from lifestory.app.open_store import Store, create_store
from lifestory.archive import manifest, tarball
from lifestory.archive.openfolder import Parcel
from lifestory.archive.reading_v1 import Key, list_archive, open_archive, verify_archive
from lifestory.archive.writing import write_archive
from lifestory.domain.errors import LifestoryError
from lifestory.domain.media import Original
from lifestory.domain.people import Case, Child, Person
from lifestory.sealing.streams import Identity, new_identity, seal, unseal

Files = dict[str, bytes]
Tree = dict[str, bytes | None]


def tree(folder: Path) -> Tree:
    """All there is in a folder: each path with its bytes, None for what is no file."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() if path.is_file() else None
        for path in folder.rglob("*")
    }


@dataclass(frozen=True)
class Forger:
    """Makes archives that only `own` opens."""

    place: Path
    own: Identity
    good: Files
    """The files of a bag that is as it should be, by their names in the tar, in order."""

    def bag(self, **changed: bytes | None) -> Files:
        """The good bag with some files changed or, where None, left out; lists as they were."""
        files = {**self.good, **{f"story/{name}": text for name, text in changed.items()}}
        return {name: text for name, text in files.items() if text is not None}

    def listed(self, files: Files) -> Files:
        """The files with lists that agree with them."""
        bare = {name.removeprefix("story/"): text for name, text in files.items()}
        bare = {name: text for name, text in bare.items() if name not in manifest.LISTS}
        lists = manifest.manifests({name: manifest.sums_of(text) for name, text in bare.items()})
        return {f"story/{name}": text for name, text in (bare | lists).items()}

    def packed(self, files: Files) -> bytes:
        """Files as Lifestory packs them."""
        tar = b"".join(
            tarball.header(name, len(text)) + text + tarball.padding(len(text))
            for name, text in files.items()
        )
        return tar + tarball.END

    def sealed(self, inside: bytes) -> Path:
        """An archive with these bytes under its seal."""
        return self.around(seal(inside, [self.own.recipient]))

    def around(self, story: bytes, key: bytes | None = None) -> Path:
        """An archive with these bytes for story.age and, where there is one, for key.age."""
        outside = {"README.txt": assets.read_bytes("wording", "archive-readme.txt")}
        outside |= {} if key is None else {"key.age": key}
        return self.file(
            b"".join(
                tarball.short_header(name, len(text)) + text + tarball.padding(len(text))
                for name, text in {**outside, "story.age": story}.items()
            )
            + tarball.END
        )

    def file(self, content: bytes) -> Path:
        """Any bytes at all."""
        made = self.place / "forged.tar"
        made.write_bytes(content)
        return made

    def telling(self, child: bytes | dict[str, Any]) -> Path:
        """An archive in which all is well but for this child.json."""
        text = child if isinstance(child, bytes) else json.dumps(child).encode()
        files = self.bag(**{"data/child.json": text})
        return self.sealed(self.packed(self.listed(files)))


@dataclass(frozen=True)
class Doors:
    """Every way into an archive, and all that could be written by taking it."""

    place: Path
    """Holds the folder `target`, to open into, the folder `temp` and the store."""
    store: Store

    def refuse(self, file: Path, key: Key) -> LifestoryError:
        """Why each of them refuses it, having left nothing behind."""
        before = tree(self.place)
        told = []
        for way in (
            partial(verify_archive, file, key),
            partial(list_archive, file, key),
            partial(open_archive, file, key, self.place / "target" / "opened"),
            partial(open_into_store, self.store, file, key),
        ):
            with pytest.raises(LifestoryError) as trouble:
                way()
            told.append(trouble.value)
        assert len({(type(one), one.message) for one in told}) == 1
        assert tree(self.place) == before
        return told[0]


@pytest.fixture(scope="session")
def own() -> Identity:
    """The key of whoever opens it."""
    return new_identity()


@pytest.fixture(scope="session")
def good_archive(own: Identity, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An archive of a child with one photo and one book, to the passphrase and to `own`."""
    photo = b"\xff\xd8 a photo " * 30
    sums = manifest.sums_of(photo)
    original = Original(file_name="Oma.jpg", bytes=sums.bytes, sha256=sums.sha256)
    person = Person(given="Robin")
    records = (Case(), person, Child(person=person.id), original)
    target = tmp_path_factory.mktemp("good") / "archive.tar"
    parcel = Parcel(records, {original.id: partial(io.BytesIO, photo)})
    books = [("book.pdf", b"%PDF-1.7")]
    write_archive(parcel, books, target, passphrase="seven wet otters", recipients=[own.recipient])
    return target


@pytest.fixture(scope="session")
def good_files(good_archive: Path, own: Identity) -> Files:
    """What is in it under the seal, taken out by Python's own tarfile."""
    with tarfile.open(good_archive) as outside:
        story = outside.extractfile("story.age")
        assert story is not None
        plain = unseal(story.read(), own)
    with tarfile.open(fileobj=io.BytesIO(plain)) as tar:
        return {one.name: tar.extractfile(one).read() for one in tar}  # type: ignore[union-attr]


@pytest.fixture(scope="session")
def forger(own: Identity, good_files: Files, tmp_path_factory: pytest.TempPathFactory) -> Forger:
    """Someone who has the public key of `own`."""
    # The envelope of archives without key.age, which is what a forger writes unless told.
    readme = assets.read_bytes("wording", "archive-readme.txt")
    envelope = manifest.first_tags({"README.txt": readme})[manifest.ENVELOPE]
    forged = Forger(tmp_path_factory.mktemp("forged"), own, good_files)
    good = forged.listed({**good_files, f"story/{manifest.ENVELOPE}": envelope})
    return Forger(forged.place, own, good)


@pytest.fixture(scope="session")
def doors(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Doors]:
    """A store, open, and empty folders beside it; temporary files would go into one of them."""
    place = tmp_path_factory.mktemp("doors")
    for name in ("target", "temp"):
        (place / name).mkdir()
    made, _ = create_store(place / "store", "a lamp in the window", "Alex", work_factor=10)
    with made, pytest.MonkeyPatch.context() as patch:
        patch.setattr(tempfile, "tempdir", str(place / "temp"))
        yield Doors(place, made)


@pytest.fixture(scope="session")
def refuse(doors: Doors, own: Identity) -> Callable[[Path], LifestoryError]:
    """Why an archive is refused by every door, though opened with the right key."""
    return lambda file: doors.refuse(file, own)


@pytest.fixture(scope="session")
def stranger() -> Identity:
    """A key that nothing here is sealed to."""
    return new_identity()
