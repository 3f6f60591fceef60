"""The archive without us: its own README's steps, with the ordinary age, tar and BagIt tools."""

import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import bagit
import pytest

from lifestory import assets
from lifestory.archive.openfolder import Parcel, read_open_folder
from lifestory.archive.reading_v1 import Passphrase, list_archive
from lifestory.sealing.streams import new_identity

pytestmark = pytest.mark.skipif(
    not all(map(shutil.which, ("age", "tar", "sha256sum", "sha512sum"))) or sys.platform == "win32",
    reason="age, tar, sha256sum and sha512sum are not installed here",
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
    afterwards = steps(readme, "AFTERWARDS")
    assert {one.split()[0] for one in afterwards} == {"cd", "sha256sum", "sha512sum"}
    typed(afterwards, folder)
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
    typed(steps(readme, "AFTERWARDS"), folder)
    assert bagit.Bag(str(folder / "story")).validate()


def test_a_sum_that_does_not_fit_is_found_by_either_list(write: Callable[..., Path]) -> None:
    own = new_identity()
    folder = write(passphrase=None, recipients=[own.recipient]).parent
    readme = unpacked(folder / "parcel.tar")
    (folder / "my-key.txt").write_text(f"{own.secret}\n")
    typed(steps(readme, "WITH A KEY FILE"), folder)
    (folder / "story" / "data" / "child.json").write_bytes(b"{}")
    for tool, listed in (("sha256sum", "sha256"), ("sha512sum", "sha512")):
        done = subprocess.run(
            [tool, "-c", f"manifest-{listed}.txt"],
            cwd=folder / "story", capture_output=True, check=False,
        )  # fmt: skip
        assert done.returncode != 0
        assert b"data/child.json: FAILED" in done.stdout


def test_the_trail_comes_out_of_the_bag_as_it_went_in(
    write: Callable[..., Path], parcel: Parcel
) -> None:
    own, trail = new_identity(), b'{"format": "lifestory-trail"}\n'
    with_trail = replace(parcel, trail=trail)
    folder = write(passphrase=None, recipients=[own.recipient], parcel=with_trail).parent
    readme = unpacked(folder / "parcel.tar")
    (folder / "my-key.txt").write_text(f"{own.secret}\n")
    typed(steps(readme, "WITH A KEY FILE"), folder)
    assert (folder / "story" / "data" / "trail.jsonl").read_bytes() == trail
    assert read_open_folder(folder / "story").trail == trail


def test_the_readme_inside_names_every_file_of_a_case(
    write: Callable[..., Path], parcel: Parcel, passphrase: str
) -> None:
    file = write(parcel=replace(parcel, trail=b"{}\n"))
    names = {one.name for one in list_archive(file, Passphrase(passphrase))}
    inside = assets.read_bytes("wording", "open-folder-readme.txt").decode()
    for name in {one.split("/")[0] for one in names} - {"README.txt"}:
        assert f"\n{name} " in inside or f"\n{name}\n" in inside, name
    assert max(map(len, inside.splitlines())) <= 74, "it fits a narrow window"


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
