"""The archive without us: its own README's steps, with the ordinary age, tar and BagIt tools."""

import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import bagit
import pytest

from lifestory.archive.openfolder import Parcel, read_open_folder
from lifestory.sealing.streams import new_identity

pytestmark = pytest.mark.skipif(
    not all(map(shutil.which, ("age", "tar", "sha256sum"))) or sys.platform == "win32",
    reason="age, tar and sha256sum are not installed here",
)


def steps(readme: str, heading: str) -> list[str]:
    """The lines to type under a heading of the README."""
    section = readme.split(f"\n{heading}\n")[1]
    lines = []
    for line in section.splitlines():
        if line.isupper():
            break
        if line.startswith("    "):
            lines.append(line.strip())
    return lines


def typed(lines: list[str], folder: Path, answer: str = "") -> None:
    """Type lines into a shell that believes it has a terminal, and answer its question."""
    script = "import os, pty, sys; sys.exit(os.waitstatus_to_exitcode(pty.spawn(sys.argv[1:])))"
    done = subprocess.run(
        [sys.executable, "-c", script, "sh", "-ec", "\n".join(lines)],
        cwd=folder, input=f"{answer}\n".encode(), capture_output=True, timeout=60, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout.decode()


def unpacked(file: Path) -> str:
    """Unpack the outside with tar; the text of its README."""
    subprocess.run(["tar", "-xf", file.name], cwd=file.parent, check=True)
    return (file.parent / "README.txt").read_text(encoding="utf-8")


def test_the_readme_leads_from_the_passphrase_to_a_valid_bag(
    write: Callable[..., Path], parcel: Parcel, passphrase: str
) -> None:
    folder = write().parent
    readme = unpacked(folder / "parcel.tar")
    typed(steps(readme, "WITH THE PASSPHRASE"), folder, passphrase)
    typed(steps(readme, "AFTERWARDS"), folder)
    bag = bagit.Bag(str(folder / "story"))
    assert bag.validate()
    assert set(bag.algorithms) == {"sha256", "sha512"}
    back = read_open_folder(folder / "story")
    assert {one.id: one for one in back.records} == {one.id: one for one in parcel.records}


def test_the_readme_leads_from_a_key_file_to_a_valid_bag(write: Callable[..., Path]) -> None:
    own = new_identity()
    folder = write(passphrase=None, recipients=[own.recipient]).parent
    readme = unpacked(folder / "parcel.tar")
    assert not (folder / "key.age").exists()
    (folder / "my-key.txt").write_text(f"{own.secret}\n")
    typed(steps(readme, "WITH A KEY FILE"), folder)
    assert bagit.Bag(str(folder / "story")).validate()


def test_the_seal_covers_the_outside_for_whoever_checks_by_hand(
    write: Callable[..., Path],
) -> None:
    own = new_identity()
    folder = write(recipients=[own.recipient]).parent
    readme = unpacked(folder / "parcel.tar")
    (folder / "my-key.txt").write_text(f"{own.secret}\n")
    typed(steps(readme, "WITH A KEY FILE"), folder)
    typed(["sha256sum -c story/envelope-sha256.txt"], folder)


def test_the_library_finds_the_damage_that_we_would_find(write: Callable[..., Path]) -> None:
    own = new_identity()
    folder = write(passphrase=None, recipients=[own.recipient]).parent
    readme = unpacked(folder / "parcel.tar")
    (folder / "my-key.txt").write_text(f"{own.secret}\n")
    typed(steps(readme, "WITH A KEY FILE"), folder)
    story = folder / "story"
    (story / "data" / "books" / "first-book.pdf").write_bytes(b"%PDF-1.7 A book")
    with pytest.raises(bagit.BagValidationError):
        bagit.Bag(str(story)).validate()
