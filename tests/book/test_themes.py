"""Themes, presets, sizes, page types and wording are data: a mistake is named with file, line and
what was expected."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from lifestory import assets
from lifestory.book import papers, styles, themes
from lifestory.book.mistakes import BrokenStyle
from lifestory.book.pagetypes import page_type
from lifestory.book.wording import Wording
from lifestory.domain.readers import Band, Voice

NAMES = ("meadow", "seaside", "night-sky", "patchwork", "paper")
Edited = Callable[[str, str, str], int]
"""Returns the line of what was put there."""


@pytest.fixture
def edited(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Edited]:
    """Replaces a text in a file of resources/ (of a copy of it)."""
    real = assets.resources()
    for part in ("themes", "rules", "pages", "wording"):
        shutil.copytree(real / part, tmp_path / part)
    (tmp_path / "fonts").mkdir()
    shutil.copy(real / "fonts" / "faces.toml", tmp_path / "fonts")
    kept = (themes.theme, styles.reader, papers.paper, page_type, assets.read_toml)
    for cached in kept:
        cached.cache_clear()
    monkeypatch.setattr(assets, "resources", lambda: tmp_path)

    def edit(file: str, old: str, new: str) -> int:
        text = (tmp_path / file).read_text(encoding="utf-8")
        assert old in text
        (tmp_path / file).write_text(text.replace(old, new, 1), encoding="utf-8")
        return text[: text.index(old)].count("\n") + 1

    yield edit
    for cached in kept:
        cached.cache_clear()


@pytest.mark.parametrize("name", NAMES)
def test_every_text_of_a_theme_can_be_read_on_what_it_is_written_on(name: str) -> None:
    for what, text, under in themes.theme(name).written():
        assert themes.contrast(text, under) >= 4.5, what


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (
            'ink = "#173042"',
            'ink = "blue"',
            "ink should be a colour such as #22382C, not 'blue'",
        ),
        ('ink = "#173042"\n', "", "ink is missing; it should be a colour such as #22382C"),
        ('rule = "#C3E0E6"', 'ruler = "#C3E0E6"', "rule is missing"),
        ("radius = 2.0", "radius = -1", "radius should be 0 to 20 mm, not -1"),
        ('body = "andika"', 'body = "comic"', "body should be one of andika"),
        (
            'ground = "wave"',
            'ground = "lava"',
            "ground should be one of hill, wave, snow, cloth",
        ),
        (
            'soft = "#48606E"',
            'soft = "#9FB0BA"',
            "soft (soft on ground: #9FB0BA on #FAFBF8) should",
        ),
    ],
)
def test_a_mistake_in_a_theme_is_named_with_its_line(
    edited: Edited, old: str, new: str, said: str
) -> None:
    line = edited("themes/seaside.toml", old, new)
    if "missing" in said:
        line = 1
    with pytest.raises(BrokenStyle) as broken:
        themes.theme("seaside")
    assert broken.value.message.startswith(f"resources/themes/seaside.toml, line {line}")
    assert said in broken.value.message


def test_a_theme_that_is_no_toml_says_where(edited: Edited) -> None:
    edited("themes/meadow.toml", 'tint = "#E9F1DB"', 'tint = "#E9F1DB')
    with pytest.raises(BrokenStyle, match=r"resources/themes/meadow\.toml, line 5: cannot be read"):
        themes.theme("meadow")


def test_a_mistake_in_a_preset_or_a_size_is_named_with_its_line(edited: Edited) -> None:
    line = edited("rules/readers.toml", "body = [26, 13.8]", "body = 26")
    said = rf"readers\.toml, line {line} \[5-7\]: body should be a size"
    with pytest.raises(BrokenStyle, match=said):
        styles.reader(Band.FIRST_READER)
    line = edited("rules/sizes.toml", "width = 148", 'width = "wide"')
    said = rf"sizes\.toml, line {line} \[a5\]: width should be a number"
    with pytest.raises(BrokenStyle, match=said):
        papers.paper("a5")


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('part = "any"', 'part = "yesterday"', "part should be one of front, present, past"),
        ("spread = false", 'spread = "no"', "spread should be true or false, not 'no'"),
        ('kind = "photo"', 'kind = "picture"', "[slots.photos]: kind should be one of fact, home"),
        ("least = 1", "least = -1", "[slots.passage]: least should be a whole number from 0 on"),
        ("most = 1", "most = 0", "[slots.passage]: most should be a whole number from 1 on"),
        ('called = "', 'colled = "', "colled is not known; known are called, headings"),
    ],
)
def test_a_mistake_in_a_page_type_is_named_with_its_line(
    edited: Edited, old: str, new: str, said: str
) -> None:
    line = edited("pages/story.toml", old, new)
    with pytest.raises(BrokenStyle) as broken:
        page_type("story")
    assert broken.value.message.startswith(f"resources/pages/story.toml, line {line}")
    assert said in broken.value.message


def test_a_mistake_in_the_wording_is_named_with_its_line(edited: Edited) -> None:
    line = edited("wording/book.toml", "I was {age}", "I was {agee}")
    said = rf"wording/book\.toml, line {line} \[homes\.until\]: i should have no braces but"
    with pytest.raises(BrokenStyle, match=said + r" \{child\}, \{age\}"):
        Wording(Voice.I, "Robin").say("homes.until", age="2")
    with pytest.raises(BrokenStyle, match=r"\[homes\.never\]: i is missing; it should be a text"):
        Wording(Voice.I, "Robin").say("homes.never")


def test_there_are_four_sizes_and_no_small_print_on_any() -> None:
    sizes = {one.name: (one.width, one.height) for one in papers.papers()}
    assert sizes == {
        "a4": (210, 297), "a5": (148, 210), "square": (210, 210), "a4-landscape": (297, 210),
    }  # fmt: skip
    for name in sizes:
        for band in Band:
            style = styles.style(band, "meadow", name)
            scale = papers.paper(name).scale
            assert style.caption.size * scale >= min(9.0, styles.reader(band).caption[0])
            young = {Band.READ_TO_ME: 20, Band.FIRST_READER: 20, Band.READER: 16}
            assert style.body.size * scale >= young.get(band, 9)
