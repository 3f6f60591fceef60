"""After a whole day's work nothing about the child lies anywhere in the clear.

A child process does the work in a home and a temporary folder of its own and then dies without
closing anything. Every file it left is searched: the store with its log, the archive, the backup,
temporary files, settings, whatever it said. Where strace is there, so is all that was ever written
to a file, also to one that was gone again the next moment, every name that was made, and what each
process was started with. The one file that may speak is the PDF asked for.
"""

from __future__ import annotations

import base64
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image

NAME, SURNAME, TOWN = "Quillonby", "Marrowdeep", "Fennimarsh"
TEXT, CAPTION, FILE_NAME, EXIF = "glimmerthread", "ouzelfeather", "tansywhistle", "brocklehush"
SEARCHED, ERASED, PASSPHRASE = "wimblecrake", "snicketmoss", "fallowbright lamp in the window"
WORDS = (
    NAME, SURNAME, TOWN, TEXT, CAPTION, FILE_NAME, EXIF, SEARCHED, ERASED,
    PASSPHRASE.split(maxsplit=1)[0],
)  # fmt: skip

DAY = f"""
import os, sys
from dataclasses import replace
from pathlib import Path
from lifestory.app import archives, backups, books, caseload, finding, people, photos, stories
from lifestory.app.adding_photos import add_photos
from lifestory.app.open_store import create_store
from lifestory.cli.run import run
from lifestory.domain.arrangement import Block, Edition, Part, Section
from lifestory.domain.media import Photo
from lifestory.domain.people import Person, Place, PlaceKind
from lifestory.domain.readers import Band

here = Path(sys.argv[1])
store, _ = create_store(here / "store", "{PASSPHRASE}", "Alex", work_factor=10)
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
finding.matching(finding.index_of(child), "{SEARCHED}")
gone = stories.add_passage(child, "{ERASED}", "{ERASED}", Band.FIRST_READER)
child.case.erase([gone.id])
child.case.undo()

def break_off(args, speaker):
    raise ValueError("{NAME} {SURNAME}")

def add_to(commands):
    commands.add_parser("break").set_defaults(do=break_off, json=False)

assert run(["break"], [add_to]) == 70
sys.stdout.flush()
os._exit(9)
"""

WINDOW = f"""
import os, sys
from pathlib import Path
from PySide6.QtCore import QTimer
from lifestory import __main__
from lifestory.gui import application, window
from lifestory.gui.clerks.children import ChildrenClerk

class Used(window.Window):
    def __init__(self, *given):
        super().__init__(*given)
        self.desk.opened.connect(lambda: QTimer.singleShot(300, self.use))
        self.unlock.passphrase.field.setText("{PASSPHRASE}")
        QTimer.singleShot(0, self.unlock.open.click)

    def use(self):
        board = self.clerk(ChildrenClerk)
        board.open_child(board.cards[0].child)
        for at, step in enumerate((self.look, self.break_off, self.leave)):
            QTimer.singleShot(500 * (at + 1), step)

    def look(self):
        self.head.search.setText("{SEARCHED}")
        for place in ("photos", "story", "book"):
            self.go(place)

    def break_off(self):
        raise ValueError("{NAME} {SURNAME}")

    def leave(self):
        self.settings.remember_geometry(self.saveGeometry())
        self.settings._kept.sync()
        os._exit(9)

application.Window = Used
sys.argv[1:] = [str(Path(sys.argv[1]) / "store")]
QTimer.singleShot(60_000, lambda: os._exit(3))
__main__.main()
"""

STRACE = shutil.which("strace")
TRACE = "write,pwrite64,writev,pwritev,pwritev2,open,openat,creat,rename,renameat,renameat2,link,"
TRACE += "linkat,symlink,symlinkat,mkdir,mkdirat,execve,memfd_create,setxattr,fsetxattr"
NAMED = re.compile(r"^\d+ +(\w+)\((?:AT_FDCWD[^,]*, |\d+<([^>]*)>[^,]*, )?")
MADE = ("O_CREAT", "rename", "link", "mkdir", "creat(", "execve", "memfd", "xattr")


def _work(day: Path, script: str = DAY) -> None:
    (day / "home").mkdir(exist_ok=True)
    (day / "temporary").mkdir(exist_ok=True)
    homes = ("HOME", "APPDATA", "LOCALAPPDATA", "XDG_CONFIG_HOME", "XDG_CACHE_HOME",
             "XDG_STATE_HOME", "XDG_DATA_HOME", "XDG_RUNTIME_DIR")  # fmt: skip
    own = dict.fromkeys(homes, str(day / "home"))
    own |= dict.fromkeys(("TMPDIR", "TEMP", "TMP"), str(day / "temporary"))
    (day / "home").chmod(0o700)
    # The file comes before the name of what is traced: it is searched with the rest if it is not.
    watched = ["strace", "-f", "-qq", "-y", "-x", "-v", "--seccomp-bpf", "-s", "9999999"]
    watched += ["-e", f"trace={TRACE}", "-o", str(day / "trace.txt")]
    (day / "script.py").write_text(script, encoding="utf-8")
    with (day / "said.txt").open("ab") as said:
        ended = subprocess.run(
            [*(watched if STRACE else []), sys.executable, str(day / "script.py"), str(day)],
            env={**os.environ, **own, "PYTHONPATH": str(Path(__file__).resolve().parents[2])},
            cwd=day / "temporary",
            stdout=said,
            stderr=subprocess.STDOUT,
            check=False,
            timeout=120,
        )
    assert ended.returncode == 9, (day / "said.txt").read_text(encoding="utf-8")[-3000:]
    (day / "script.py").unlink()


def _pictured(folder: Path) -> Path:
    """A folder with a picture as it came, and a torn one."""
    pictures = folder / "pictures"
    pictures.mkdir()
    exif = Image.Exif()
    exif[0x010E] = EXIF
    noise = Image.effect_noise((900, 700), 90).convert("RGB")
    noise.save(pictures / f"{FILE_NAME}.jpg", exif=exif, quality=85)
    (pictures / f"{FILE_NAME}-torn.jpg").write_bytes(b"\xff\xd8\xff\xe0 " + NAME.encode())
    return folder


@pytest.fixture(scope="module")
def day(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder in which a worker's day has just ended badly; nobody changes it."""
    folder = _pictured(tmp_path_factory.mktemp("day"))
    _work(folder)
    return folder


def _left_behind(day: Path) -> Iterator[Path]:
    """Every file but the pictures as they came and the PDF that was asked for."""
    for path in sorted(day.rglob("*")):
        inside = path.relative_to(day).parts[0]
        if path.is_file() and inside not in {"pictures", "asked-for.pdf", "trace.txt"}:
            yield path


def _signs(day: Path) -> list[bytes]:
    """What must be found nowhere: words in the encodings a disk may hold, in each of the three
    ways in which base64 may cut them, and pieces of pixels."""
    words = [word.encode(code) for word in WORDS for code in ("utf-8", "utf-16-le", "utf-16-be")]
    coded = [
        base64.b64encode(b"\0" * at + word)[4 if at else 0 : -4]
        for word in words
        for at in (0, 1, 2)
    ]
    picture = (day / "pictures" / f"{FILE_NAME}.jpg").read_bytes()
    pixels = [picture[at : at + 24] for at in range(2000, len(picture) - 24, 9001)]
    return words + coded + pixels


def _found(day: Path) -> set[str]:
    signs = _signs(day)
    named = [sign.decode("latin-1") for sign in signs]
    return {
        f"{path.relative_to(day)}: {sign[:24]!r}"
        for path in _left_behind(day)
        for data in [path.read_bytes()]
        for sign, name in zip(signs, named, strict=True)
        if sign in data or name in path.name
    }


def _written(trace: Path) -> dict[str, bytes]:
    """All that can come to lie on a disk: the bytes written to each file, one after the other, and
    the names that were made. What goes through a pipe to a worker does not."""
    written: dict[str, bytearray] = {}
    with trace.open(encoding="latin-1") as lines:
        for line in lines:
            named = NAMED.match(line)
            if named is None:
                continue
            call, file = named[1], named[2] or ""
            quoted = line.replace('\\"', "'").split('"')[1::2]
            if "write" in call:
                if file.startswith("/") and not file.startswith("/dev/"):
                    written.setdefault(file, bytearray()).extend(b"".join(map(_bytes, quoted)))
            elif any(sign in line for sign in MADE):
                written.setdefault("names", bytearray()).extend(b"\n".join(map(_bytes, quoted)))
                if call.startswith("rename") and quoted[-1].endswith("asked-for.pdf"):
                    del written[quoted[0]]  # it may speak, also under the name it first had
    return {file: bytes(data) for file, data in written.items()}


def _bytes(quoted: str) -> bytes:
    if quoted.startswith("\\x"):
        return bytes.fromhex(quoted.replace("\\x", ""))
    return quoted.encode("latin-1").decode("unicode_escape").encode("latin-1")


def _traced(day: Path, written: dict[str, bytes]) -> set[str]:
    """The signs in all that was ever written."""
    signs = _signs(day)
    return {
        f"{file}: {sign[:24]!r}" for file, data in written.items() for sign in signs if sign in data
    }


needs_strace = pytest.mark.skipif(STRACE is None, reason="strace is not there to watch")


def test_a_whole_days_work_leaves_nothing_in_the_clear(day: Path) -> None:
    left = {path.relative_to(day).parts[0] for path in _left_behind(day)}
    assert {"store", "archive.tar", "backup", "said.txt"} <= left
    assert list((day / "home").rglob("mistakes.log")), "the mistake was noted"
    assert not _found(day)


@needs_strace
def test_nothing_was_in_the_clear_even_for_a_moment(day: Path) -> None:
    written = _written(day / "trace.txt")
    assert {str(day / "store" / "store.db-wal"), str(day / "store" / "lifestory.json.part")} <= {
        *written
    }
    assert sum(map(len, written.values())) > 500_000
    assert not _traced(day, written)


@needs_strace
def test_the_watch_would_have_seen_a_file_that_is_gone_again(tmp_path: Path) -> None:
    leak = f"""
import os, tempfile
with tempfile.TemporaryFile() as file:
    file.write("x{NAME}x".encode("utf-16-le"))
with tempfile.NamedTemporaryFile(prefix="{TOWN}") as file:
    file.write(__import__("base64").b64encode(b"..{TEXT}.."))
os._exit(9)
"""
    _work(_pictured(tmp_path), leak)
    seen = " ".join(_traced(tmp_path, _written(tmp_path / "trace.txt")))
    assert repr(NAME.encode("utf-16-le"))[2:-1] in seen
    assert TOWN in seen
    assert base64.b64encode(b"\0\0" + TEXT.encode())[4:-4].decode() in seen
    assert not [one for one in _found(tmp_path) if "said" not in one], "nothing of it is left"


def test_the_search_would_have_found_it(tmp_path: Path) -> None:
    for name in ("home", "temporary"):
        (tmp_path / name).mkdir()
    picture = (_pictured(tmp_path) / "pictures" / f"{FILE_NAME}.jpg").read_bytes()
    left = b"x" * 5000 + NAME.encode("utf-16-le")
    (tmp_path / "temporary" / "left.tmp").write_bytes(left)
    (tmp_path / "temporary" / "coded").write_bytes(base64.b64encode(left))
    (tmp_path / "home" / "thumb").write_bytes(picture[1000:40_000])
    (tmp_path / "home" / f"{TOWN}.ini").write_bytes(b"")
    where = {sign.split(":")[0] for sign in _found(tmp_path)}
    assert where == {
        str(Path("temporary") / "left.tmp"),
        str(Path("temporary") / "coded"),
        str(Path("home") / "thumb"),
        str(Path("home") / f"{TOWN}.ini"),
    }


def test_the_window_leaves_nothing_in_the_clear_when_it_breaks_and_dies(
    day: Path, tmp_path: Path
) -> None:
    for name in ("store", "pictures"):
        shutil.copytree(day / name, tmp_path / name)
    _work(tmp_path, WINDOW)
    assert list((tmp_path / "home").rglob("mistakes.log")), "the mistake was noted"
    assert list((tmp_path / "home").rglob("Lifestory.conf")) or sys.platform != "linux"
    assert not _found(tmp_path)
    assert STRACE is None or not _traced(tmp_path, _written(tmp_path / "trace.txt"))


def test_the_book_that_was_asked_for_does_speak(day: Path) -> None:
    pdf = (day / "asked-for.pdf").read_bytes()
    assert pdf.startswith(b"%PDF")
    assert all(word.encode() not in pdf for word in (SURNAME, FILE_NAME, EXIF))
