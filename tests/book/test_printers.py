"""Print products as data: what is in the files, and what a mistake in one says."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from lifestory import assets
from lifestory.book.mistakes import BrokenStyle
from lifestory.book.printers import NoSuchPrinter, WrongSize, printer, printers


@pytest.fixture
def own_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The folder of print products of a council that made changes to its own."""
    mine = tmp_path / "resources"
    for folder in ("printers", "rules"):
        shutil.copytree(assets.path(folder), mine / folder)
    for remembered in (printer, assets.read_toml):
        remembered.cache_clear()
    monkeypatch.setattr(assets, "resources", lambda: mine)
    yield mine / "printers"
    for remembered in (printer, assets.read_toml):
        remembered.cache_clear()


def test_every_product_of_practice_is_there_and_says_in_a_sentence_what_it_is() -> None:
    there = {one.name: one for one in printers()}
    assert {"office", "duplex", "ring-binder", "booklet", "print-shop"} <= there.keys()
    assert next(iter(there)) == "plain"
    assert all(one.called and one.says.endswith(".") for one in there.values())
    assert there["ring-binder"].binding == 20
    assert there["ring-binder-holes"].holes == (-40, 40)
    assert there["print-shop"].bleed == 3


@pytest.mark.parametrize(
    ("line", "becomes", "said"),
    [
        ("multiple = 4", "multiple = 6", "multiple should be a multiple of 4"),
        ("paper = 0.11", 'paper = "thin"', "paper should be a number of mm, 0 to 50"),
        ("sides = 2", "", "sides is missing; it should be 1 or 2"),
        ("sheet = [297, 210]", "sheet = [297]", "sheet should be [width, height] in mm"),
        ("back = true", "bakc = true", "bakc is not known; known are"),
        ('sizes = ["a5", "a4", "square"]', 'sizes = ["b5"]', "sizes should be some of"),
        ("called =", "called ", "cannot be read"),
    ],
)
def test_a_mistake_in_a_file_is_named_with_its_line_and_what_was_expected(
    own_files: Path, line: str, becomes: str, said: str
) -> None:
    file = own_files / "booklet.toml"
    text = file.read_text(encoding="utf-8")
    number = text[: text.index(line)].count("\n") + 1
    file.write_text(text.replace(line, becomes), encoding="utf-8")
    with pytest.raises(BrokenStyle) as trouble:
        printer("booklet")
    assert "resources/printers/booklet.toml" in trouble.value.message
    assert said in trouble.value.message
    if becomes:
        assert f"line {number}" in trouble.value.message


def test_a_mistake_in_the_paper_of_the_cover_is_named_too(own_files: Path) -> None:
    file = own_files / "print-shop.toml"
    file.write_text(file.read_text(encoding="utf-8").replace("board = 0.35", "board = -1"))
    with pytest.raises(BrokenStyle, match=r"print-shop\.toml, line \d+ \[cover\]: board should be"):
        printer("print-shop")


def test_a_product_that_a_council_adds_is_offered_after_ours(own_files: Path) -> None:
    text = (own_files / "duplex.toml").read_text(encoding="utf-8")
    (own_files / "comb.toml").write_text(text.replace("both sides", "comb bound"), encoding="utf-8")
    assert printers()[-1].name == "comb"


def test_a_product_that_is_not_there_is_answered_with_those_that_are() -> None:
    for wrong in ("fax", "../themes/meadow", ""):
        with pytest.raises(NoSuchPrinter) as trouble:
            printer(wrong)
        assert "booklet" in trouble.value.remedy


def test_a_size_the_product_is_not_made_for_is_refused_with_those_it_is() -> None:
    with pytest.raises(WrongSize) as trouble:
        printer("booklet").takes("a4-landscape")
    assert "A5" in trouble.value.remedy
