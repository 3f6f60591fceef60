"""What is installed is whole: the wheel carries every resource, each licence beside its files."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from pathlib import Path

ROOT = Path(__file__).parent.parent


def test_the_wheel_carries_every_resource(tmp_path: Path) -> None:
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path)],
        cwd=ROOT,
        check=True,
        capture_output=True,
    )
    (wheel,) = tmp_path.glob("*.whl")
    packed = set(zipfile.ZipFile(wheel).namelist())
    kept = subprocess.run(
        ["git", "ls-files", "-z", "resources"], cwd=ROOT, check=True, capture_output=True
    )
    wanted = {f"lifestory/{name}" for name in kept.stdout.decode().split("\0") if name}
    assert len(wanted) > 50
    assert not wanted - packed


def test_every_folder_of_fonts_and_icons_has_its_licence() -> None:
    folders = {path.parent for path in (ROOT / "resources").rglob("*.ttf")}
    folders |= {path.parent for path in (ROOT / "resources" / "icons").rglob("*.svg")}
    without = [
        folder.name
        for folder in folders
        if not any(one.stem.upper() in {"OFL", "LICENSE"} for one in folder.iterdir())
    ]
    assert not without
