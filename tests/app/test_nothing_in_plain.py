"""After a whole day's work nothing about the child lies anywhere in the clear.

A child process does the work in a home and a temporary folder of its own and then dies without
closing anything. Every file it left is searched: the store with its log, the archive, the backup,
temporary files, settings, whatever it said. The one file that may speak is the PDF asked for.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image

NAME, SURNAME, TOWN = "Quillonby", "Marrowdeep", "Fennimarsh"
TEXT, CAPTION, FILE_NAME, EXIF = "glimmerthread", "ouzelfeather", "tansywhistle", "brocklehush"
WORDS = (NAME, SURNAME, TOWN, TEXT, CAPTION, FILE_NAME, EXIF)

DAY = f"""
import os, sys
from dataclasses import replace
from pathlib import Path
from lifestory.app import archives, backups, books, caseload, people, photos, stories
from lifestory.app.adding_photos import add_photos
from lifestory.app.open_store import create_store
from lifestory.domain.arrangement import Block, Edition, Part, Section
from lifestory.domain.media import Photo
from lifestory.domain.people import Person, Place, PlaceKind
from lifestory.domain.readers import Band

here = Path(sys.argv[1])
store, _ = create_store(here / "store", "a lamp in the window", "Alex", work_factor=10)
child = caseload.add_child(store, "{NAME}")
gran = people.add_person(child, Person(given="Ada", surname="{SURNAME}", known_as="{NAME}"))
passage = stories.add_passage(child, "{TEXT}", "{TEXT} and {TOWN}", Band.FIRST_READER)
outcomes = list(add_photos(store, child.case, [here / "pictures"]))
assert {{one.status for one in outcomes}} == {{"added", "refused"}}, outcomes
photo = next(one.photo for one in outcomes if one.photo)
with child.case.change("Caption") as change:
    before = child.case.records.find(Photo, photo)
    change.replace(before, replace(before, captions={{Band.FIRST_READER: "{CAPTION}"}}))
    change.add(Place(name="{TOWN}", sort=PlaceKind.TOWN))
    edition = Edition(child=child.id, name="first", sections=(Section(part=Part.PAST, blocks=(
        Block(page_type="story", slots={{"passage": (passage.id,), "photos": (photo,)}}),)),))
    change.add(edition)
photos.thumbnail(store, child.case.records.find(Photo, photo))
plans = books.compose_edition(child.case, edition)
books.preview_pdf(store, plans)
books.print_book(store, child.case, edition, here / "asked-for.pdf")
archives.write_child_archive(store, child, here / "archive.tar",
    passphrase="by another road", work_factor=10)
backups.back_up(store, here / "backup")
child.case.undo()
sys.stdout.flush()
os._exit(9)
"""


@pytest.fixture
def day(tmp_path: Path) -> Path:
    """A folder in which a worker's day has just ended badly."""
    pictures = tmp_path / "pictures"
    pictures.mkdir()
    exif = Image.Exif()
    exif[0x010E] = EXIF
    noise = Image.effect_noise((900, 700), 90).convert("RGB")
    noise.save(pictures / f"{FILE_NAME}.jpg", exif=exif, quality=85)
    (pictures / f"{FILE_NAME}-torn.jpg").write_bytes(b"\xff\xd8\xff\xe0 " + NAME.encode())
    for name in ("home", "temporary"):
        (tmp_path / name).mkdir()
    return tmp_path


def _work(day: Path) -> None:
    own = {
        "HOME": str(day / "home"),
        "APPDATA": str(day / "home"),
        "XDG_CONFIG_HOME": str(day / "home"),
        "XDG_CACHE_HOME": str(day / "home"),
        "TMPDIR": str(day / "temporary"),
        "TEMP": str(day / "temporary"),
        "TMP": str(day / "temporary"),
    }
    with (day / "said.txt").open("wb") as said:
        ended = subprocess.run(
            [sys.executable, "-c", DAY, str(day)],
            env={**os.environ, **own},
            cwd=day / "temporary",
            stdout=said,
            stderr=subprocess.STDOUT,
            check=False,
        )
    assert ended.returncode == 9, (day / "said.txt").read_text(encoding="utf-8")


def _left_behind(day: Path) -> Iterator[Path]:
    """Every file but the pictures as they came and the PDF that was asked for."""
    for path in sorted(day.rglob("*")):
        inside = path.relative_to(day).parts[0]
        if path.is_file() and inside not in {"pictures", "asked-for.pdf"}:
            yield path


def _signs(day: Path) -> list[bytes]:
    """What must be found nowhere: words in the encodings a disk may hold, and pieces of pixels."""
    words = [word.encode(code) for word in WORDS for code in ("utf-8", "utf-16-le", "utf-16-be")]
    picture = (day / "pictures" / f"{FILE_NAME}.jpg").read_bytes()
    pixels = [picture[at : at + 24] for at in range(2000, len(picture) - 24, 9001)]
    return words + pixels


def _found(day: Path) -> set[str]:
    signs = _signs(day)
    return {
        f"{path.relative_to(day)}: {sign[:24]!r}"
        for path in _left_behind(day)
        for sign in signs
        if sign in path.read_bytes() or sign.decode("latin-1") in path.name
    }


def test_a_whole_days_work_leaves_nothing_in_the_clear(day: Path) -> None:
    _work(day)
    left = {path.relative_to(day).parts[0] for path in _left_behind(day)}
    assert {"store", "archive.tar", "backup"} <= left
    assert not _found(day)


def test_the_search_would_have_found_it(day: Path) -> None:
    picture = (day / "pictures" / f"{FILE_NAME}.jpg").read_bytes()
    (day / "temporary" / "left.tmp").write_bytes(b"x" * 5000 + NAME.encode("utf-16-le"))
    (day / "home" / "thumb").write_bytes(picture[1000:40_000])
    (day / "home" / f"{TOWN}.ini").write_bytes(b"")
    where = {sign.split(":")[0] for sign in _found(day)}
    assert where == {
        str(Path("temporary") / "left.tmp"),
        str(Path("home") / "thumb"),
        str(Path("home") / f"{TOWN}.ini"),
    }


def test_the_book_that_was_asked_for_does_speak(day: Path) -> None:
    _work(day)
    pdf = (day / "asked-for.pdf").read_bytes()
    assert pdf.startswith(b"%PDF")
    assert all(word.encode() not in pdf for word in (SURNAME, FILE_NAME, EXIF))
