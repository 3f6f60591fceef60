"""What Help says nobody can do is held by a test, and that test is there."""

import re
from pathlib import Path

import pytest

from lifestory import assets

PAGE = assets.path("help", "5-who-can-see-what.md")
PROOF = re.compile(r"\[✓\]\(([^)#]+)#([^)]+)\)")
CLAIMS = [line for line in PAGE.read_text(encoding="utf-8").splitlines() if line.startswith("- ")]


def test_the_page_speaks_of_every_one_who_may_come() -> None:
    text = PAGE.read_text(encoding="utf-8")
    for who in ("thief", "colleague", "photo", "archive", "stick", "wrong person", "council"):
        assert re.search(rf"^## .*{who}", text, re.MULTILINE), who
    for word in (
        "disk",
        "hibernation",
        "swap",
        "clipboard",
        "spooler",
        "recovery phrase",
        "memory",
    ):
        assert word in text, word


@pytest.mark.parametrize("claim", [one for one in CLAIMS if re.search(r"\b[Cc]annot\b", one)])
def test_what_it_says_nobody_can_do_is_tested(claim: str) -> None:
    assert PROOF.search(claim), claim


@pytest.mark.parametrize(
    ("file", "name"), sorted({one for claim in CLAIMS for one in PROOF.findall(claim)})
)
def test_the_test_it_names_is_there(file: str, name: str) -> None:
    tests = Path(__file__).parent
    source = (PAGE.parent / file).resolve()
    assert source.is_relative_to(tests)
    assert re.search(rf"^def {name}\(", source.read_text(encoding="utf-8"), re.MULTILINE), name
