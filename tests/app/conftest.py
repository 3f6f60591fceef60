"""A real store with cheap keys, a child in it, and pictures made on the spot."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from PIL import Image, ImageDraw

from lifestory import assets
from lifestory.app.caseload import add_child, add_from_open_folder
from lifestory.app.open_case import FoundChild, find_child
from lifestory.app.open_store import Store, create_store, open_store
from lifestory.domain.copies import FileCopy
from lifestory.domain.dates import HonestDate

PASSPHRASE = "a lamp in the window"


@pytest.fixture(scope="session")
def new_store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of an empty store, made once; nobody opens it. Its keys cost little, which only
    a test may ask for."""
    made, _ = create_store(
        tmp_path_factory.mktemp("new") / "store", PASSPHRASE, "Alex", work_factor=10
    )
    made.close()
    return made.folder


@pytest.fixture
def store(new_store: Path, tmp_path: Path) -> Iterator[Store]:
    """A new store, open: a copy for this test, in half the time of making one."""
    shutil.copytree(new_store, tmp_path / "store")
    with open_store(tmp_path / "store", PASSPHRASE) as opened:
        yield opened


@pytest.fixture
def robin(store: Store) -> FoundChild:
    """A child of whom nothing is known but the name and the day of birth."""
    return add_child(store, "Robin", HonestDate.parse("14 March 2017"))


class Album:
    """Writes picture files into a folder, each unlike the others."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        folder.mkdir()
        self._count = 0

    def photo(self, name: str, kind: str = "JPEG", **how: Any) -> Path:
        """A picture of its own under that name."""
        self._count += 1
        path = self.folder / name
        path.write_bytes(self.bytes(self._count, kind, **how))
        return path

    @staticmethod
    def bytes(number: int, kind: str = "JPEG", **how: Any) -> bytes:
        """The file of the picture with that number."""
        image = Image.new("RGB", (120, 80), (number * 37 % 255, number * 91 % 255, 120))
        ImageDraw.Draw(image).text((10, 10), str(number), fill="white")
        out = BytesIO()
        image.save(out, kind, **how)
        return out.getvalue()


@pytest.fixture
def album(tmp_path: Path) -> Album:
    """A folder to put pictures into."""
    return Album(tmp_path / "album")


@pytest.fixture(scope="session")
def sampled(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Store, FoundChild]]:
    """A store with the sample child in it, which keeps the pictures that were made of its photos;
    only looked at, never changed."""
    folder = tmp_path_factory.mktemp("sampled") / "store"
    made, _ = create_store(folder, PASSPHRASE, work_factor=10)
    with made:
        (child,) = add_from_open_folder(made, assets.path("sample", "robin")).children
        found = find_child(made, child)
        before = dict(found.case.records)
        yield made, found
        files = {one.id for one in found.case.records.of(FileCopy)}  # that it was printed is noted
        now = {key: one for key, one in found.case.records.items() if key not in files}
        assert now == before, "a test has changed what all look at"
