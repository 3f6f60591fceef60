"""Files and folders a worker names, walked without going round in circles."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from lifestory.app.finding_files import files_in


def named(paths: list[Path]) -> list[str]:
    return [path.name for path, _ in files_in(paths)]


def test_a_folder_is_walked_by_name_and_to_the_bottom(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    for name in ("c.jpg", "b/z.jpg", "a.jpg"):
        (tmp_path / name).write_bytes(b"x")
    assert named([tmp_path]) == ["a.jpg", "z.jpg", "c.jpg"]


def test_a_copy_stands_behind_what_it_was_copied_from(tmp_path: Path) -> None:
    names = ["a (1).jpg", "a (2).jpg", "a.jpg", "b - Copy.jpg", "b.jpg", "c (1).jpg", "d copy.png"]
    for name in [*names, "d.png"]:
        (tmp_path / name).write_bytes(b"x")
    order = ["a.jpg", "a (1).jpg", "a (2).jpg", "b.jpg", "b - Copy.jpg", "c (1).jpg", "d.png"]
    assert named([tmp_path]) == [*order, "d copy.png"]
    dropped = [tmp_path / name for name in ("d.png", "a (1).jpg", "c (1).jpg", "a.jpg")]
    assert named(dropped) == ["d.png", "c (1).jpg", "a.jpg", "a (1).jpg"]


def test_a_file_that_is_not_there_is_named_with_the_reason(tmp_path: Path) -> None:
    assert list(files_in([tmp_path / "gone.jpg"])) == [
        (tmp_path / "gone.jpg", "There is no such file.")
    ]


@pytest.mark.skipif(os.name == "nt", reason="making links needs a right there")
def test_a_circle_of_links_ends(tmp_path: Path) -> None:
    (tmp_path / "a.jpg").write_bytes(b"x")
    (tmp_path / "round").symlink_to(tmp_path, target_is_directory=True)
    (tmp_path / "nowhere.jpg").symlink_to(tmp_path / "gone")
    assert named([tmp_path]) == ["a.jpg", "nowhere.jpg"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes there")
def test_a_pipe_is_no_file_and_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.jpg")
    assert list(files_in([tmp_path])) == [(tmp_path / "pipe.jpg", "This is not a file.")]


@pytest.fixture
def deep(tmp_path: Path) -> Iterator[Path]:
    """A folder within a folder, 1,200 times, and one file at the bottom."""
    depth, home = 1_200, Path.cwd()
    os.chdir(tmp_path)  # step by step: a path of that length is not taken everywhere
    for _ in range(depth):
        Path("d").mkdir()
        os.chdir("d")
    Path("a.jpg").write_bytes(b"x")
    os.chdir(home)
    yield tmp_path
    os.chdir(tmp_path)
    for _ in range(depth):
        os.chdir("d")
    Path("a.jpg").unlink()
    for _ in range(depth):
        os.chdir("..")
        Path("d").rmdir()
    os.chdir(home)


@pytest.mark.skipif(os.name == "nt", reason="no path is that long there")
def test_a_tree_deeper_than_python_counts_is_walked_to_the_bottom(deep: Path) -> None:
    assert named([deep]) == ["a.jpg"]
