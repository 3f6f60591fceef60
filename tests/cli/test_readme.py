"""What the README tells a new user to type works, line after line."""

from __future__ import annotations

import re
import shlex
from pathlib import Path
from typing import Any

README = Path(__file__).resolve().parents[2] / "README.md"


def lines_to_type() -> list[list[str]]:
    """The words of each command in the part on using it."""
    part = README.read_text(encoding="utf-8").split("## Use it", 1)[1].split("\n## ", 1)[0]
    typed = re.findall(r"^lifestory (.+)$", part.split("```")[1], flags=re.MULTILINE)
    return [shlex.split(line, comments=True) for line in typed]


def test_every_line_works_for_someone_who_has_nothing_yet(desk: Any) -> None:
    (desk.folder / "photos").mkdir()
    (desk.folder / "photos" / "a.jpg").write_bytes(desk.picture(1))
    (desk.folder / "secret.txt").write_text("three blue kites\n")
    written = {"/media/stick/backup": "stick/backup"}
    (desk.folder / "stick").mkdir()
    typed = lines_to_type()
    assert len(typed) > 5
    for words in typed:
        ended = desk.here(*(written.get(word, word) for word in words))
        assert ended.status == 0, (words, ended)
        if words[:2] == ["child", "add"]:
            reference = ended.out.split()[1]
            written |= {word: reference for line in typed for word in line if word[:2] == "C-"}
    assert (desk.folder / "book.pdf").read_bytes().startswith(b"%PDF")
