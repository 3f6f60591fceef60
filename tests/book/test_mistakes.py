"""A file that a council has reworded and broken is named with its line; nothing else happens."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from lifestory import assets
from lifestory.app import editions, starters
from lifestory.book import manners, pagetypes, papers, printers, sayings, styles, themes, trial
from lifestory.book.layouts import about_me
from lifestory.book.mistakes import BrokenStyle
from lifestory.book.wording import Wording
from lifestory.checks import limits
from lifestory.domain.readers import Band, Format, Voice
from lifestory.sharing import kin, terms

FOLDERS = ("themes", "rules", "pages", "wording", "printers")
ROOMS = (
    assets, themes, styles, papers, manners, pagetypes, printers, sayings, kin, terms, limits,
    starters, about_me,
)  # fmt: skip
FILES: dict[str, Callable[[], object]] = {
    "themes/seaside.toml": lambda: themes.theme("seaside"),
    "pages/the-judge.toml": lambda: pagetypes.page_type("the-judge"),
    "printers/print-shop.toml": lambda: printers.printer("print-shop"),
    "rules/readers.toml": lambda: [styles.reader(band) for band in Band],
    "rules/formats.toml": lambda: [manners.manner(one) for one in Format],
    "rules/sizes.toml": papers.papers,
    "rules/kin.toml": kin.kinds_of_kin,
    "rules/checks.toml": limits.limits,
    "rules/colours.toml": about_me.colours,
    "wording/glossary.toml": terms.terms,
    "wording/test-print.toml": trial.told,
    "wording/starters.toml": lambda: starters.starters("", Band.OLDER),
}
"""What a council may change, and the door through which each is read."""


@pytest.fixture
def copied(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A copy of resources/ that is read instead, as often as it is asked for."""
    real = assets.resources()
    for part in FOLDERS:
        shutil.copytree(real / part, tmp_path / part)
    (tmp_path / "fonts").mkdir()
    shutil.copy(real / "fonts" / "faces.toml", tmp_path / "fonts")
    monkeypatch.setattr(assets, "resources", lambda: tmp_path)
    forget()
    yield tmp_path
    forget()


def forget() -> None:
    """Nothing that was read of resources/ is remembered."""
    for room in ROOMS:
        for one in vars(room).values():
            if hasattr(one, "cache_clear"):
                one.cache_clear()


def said_of(copied: Path, file: str, text: str | bytes) -> str:
    """What is said when the file reads so; empty when nothing is wrong with it."""
    (copied / file).write_bytes(text if isinstance(text, bytes) else text.encode())
    forget()
    try:
        FILES[file]()
    except BrokenStyle as broken:
        said = broken.message
    else:
        return ""
    assert re.match(rf"resources/{re.escape(file)}, line \d+", said), said
    return said


@pytest.mark.parametrize("file", FILES)
def test_no_value_of_a_wrong_kind_is_more_than_a_sentence(copied: Path, file: str) -> None:
    lines = (copied / file).read_text(encoding="utf-8").splitlines()
    keys = [at for at, line in enumerate(lines) if re.match(r'"?[\w+-]+"?\s*=.*[^\[]$', line)]
    for at in keys[:: max(1, len(keys) // 7)]:
        key, wrong = lines[at].split("=")[0], set[str]()
        for value in ("7.5", '"zzz {no"', "[]", '["a", 3]', "{ a = 1 }", "nan", "1999-12-31"):
            if said_of(copied, file, "\n".join([*lines[:at], f"{key}= {value}", *lines[at + 1 :]])):
                wrong.add(value)
        assert {'["a", 3]', "{ a = 1 }", "nan", "1999-12-31"} <= wrong, lines[at]
        for more in (lines[at], "nobody = 1"):
            said = said_of(copied, file, "\n".join([*lines[: at + 1], more, *lines[at + 1 :]]))
            assert f"line {at + 2}" in said


@pytest.mark.parametrize("file", FILES)
def test_a_file_that_is_no_text_of_ours_is_named(copied: Path, file: str) -> None:
    good = (copied / file).read_bytes()
    last = good.count(b"\n") + 1
    assert f"line {last}: should be written in UTF-8" in said_of(copied, file, good + b'# "\xe9"')
    assert "line 1: should be written in UTF-8" in said_of(
        copied, file, good.decode().encode("utf-16")
    )
    assert f"line {last}: cannot be read" in said_of(copied, file, good + b'x = "so')
    assert said_of(copied, file, b"\xef\xbb\xbf" + good.replace(b"\n", b"\r\n")) == ""


@pytest.mark.parametrize("file", sorted(set(FILES) - {"rules/colours.toml"}))
def test_an_empty_file_says_what_should_be_in_it(copied: Path, file: str) -> None:
    assert "missing" in said_of(copied, file, "")


SLIPS = """
rules/kin.toml | shape = "man" | shape = "gent" | shape should be one of woman, man
rules/kin.toml | family = "birth" | family = "own" | family should be one of
rules/kin.toml | older = 1 | older = "1" | older should be a whole number
wording/glossary.toml | {my} family | {mine} family | young should have no braces but {i}
wording/starters.toml | "12+" = ["The people | "13+" = ["The people | ]: 13+ is not known
pages/the-judge.toml | i = " | i = "{who} | i should have no braces but {child}
rules/sizes.toml | width = 210 | width = 2 | width should be a number over 50, up to 1000
rules/sizes.toml | inner = 24 | inner = 140 | inner should be a number over 0, up to 52.5
rules/readers.toml | ["0-4"] | ["0-3"] | 0-3 is not known; known are 0-4, 12+
rules/formats.toml | title = "lexend- | title = "comic- | faces should be faces we have
wording/test-print.toml | second = [] | second = 7 | second should be a list of texts, not 7
wording/test-print.toml | second = ["Is | second = ["{x} Is | second should have no braces but {
wording/test-print.toml | title = " | titel = " | titel is not known; known are both-sides, folded
wording/test-print.toml | "short edge" | 3 | short should be a text, not 3
rules/colours.toml | "#F9CB55" | "yellow" | yellow should be a colour such as #22382C
themes/seaside.toml | name = "seaside" | name = "sea" | name should be one of seaside
"""


@pytest.mark.parametrize("slip", SLIPS.strip().splitlines())
def test_a_slip_is_told_with_its_line_and_what_was_expected(copied: Path, slip: str) -> None:
    file, old, new, said = slip.split(" | ")
    text = (copied / file).read_text(encoding="utf-8")
    assert old in text
    line = text[: text.index(old)].count("\n") + 1
    told = said_of(copied, file, text.replace(old, new, 1))
    assert said in told
    assert f"line {line}" in told


SPOKEN: dict[str, tuple[str, Callable[[], object]]] = {
    "book.toml": ("I am {child}.", lambda: Wording(Voice.I, "Robin").say("about-me.name")),
    "pages.toml": (
        "Every baby needs this, every day.",
        lambda: sayings.sayings("what-children-need.lead", Band.FIRST_READER, Voice.I, "Robin"),
    ),
}


@pytest.mark.parametrize("brace", ["{nobody}", "{child.name}", "{child[x]}", "{", "{}"])
@pytest.mark.parametrize("file", SPOKEN)
def test_braces_that_nothing_fills_are_told_with_their_line(
    copied: Path, file: str, brace: str
) -> None:
    path, (line, say) = copied / "wording" / file, SPOKEN[file]
    text = path.read_text(encoding="utf-8")
    number = text[: text.index(line)].count("\n") + 1
    path.write_text(text.replace(line, f"Oh {brace}", 1), encoding="utf-8")
    forget()
    with pytest.raises(BrokenStyle) as told:
        say()
    assert f"{file}, line {number} " in told.value.message
    assert "should have no braces but {child}" in told.value.message


def test_a_broken_theme_is_told_and_the_window_s_colours_are_none(copied: Path) -> None:
    assert "window" not in editions.themes()
    good = (copied / "themes" / "seaside.toml").read_text(encoding="utf-8")
    (copied / "themes" / "ours.toml").write_text(
        good.replace('"seaside"', '"ours"').replace("radius = ", "radius = 9"), encoding="utf-8"
    )
    forget()
    with pytest.raises(BrokenStyle, match=r"themes/ours.toml, line \d+: radius should be 0 to 20"):
        editions.themes()


def test_a_band_with_a_mistake_is_told_where_the_bands_are_offered(copied: Path) -> None:
    path = copied / "rules" / "readers.toml"
    assert editions.bands() == tuple(Band)
    path.write_text(path.read_text(encoding="utf-8").replace("look = ", "looks = ", 1), "utf-8")
    forget()
    with pytest.raises(BrokenStyle, match=r"rules/readers.toml, line"):
        editions.bands()
