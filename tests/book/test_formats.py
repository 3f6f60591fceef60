"""Books for who reads otherwise than most: larger, an idea at a time, further apart."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from itertools import combinations
from uuid import UUID, uuid5

import pytest

from lifestory.book.compose import compose
from lifestory.book.manners import manner
from lifestory.book.styles import Style, style
from lifestory.domain.arrangement import Block, Edition, Part, Section
from lifestory.domain.plans import Art, PagePlan, Role, Words
from lifestory.domain.readers import Band, Format
from lifestory.domain.records import Records
from lifestory.letters.faces import relative_size
from lifestory.letters.shaping import Span, set_line, width
from lifestory.sharing.lens import share

EveryPage = Callable[[Band, Format, str], tuple[PagePlan, ...]]
MM = 72 / 25.4
BANDS = [Band.FIRST_READER, Band.OLDER]


def key(name: str) -> UUID:
    """The id of the made-up child's record of that name."""
    return uuid5(UUID(int=0), name)


def story(case: Records, band: Band, format_: Format) -> tuple[PagePlan, ...]:
    """Why the child could not stay, with photos, as it is told in a format."""
    slots = {"passage": (key("why"),), "photos": (key("wide"), key("square"))}
    block = Block(id=key("story"), page_type="story", slots=slots)
    edition = Edition(
        id=key("edition"), child=key("child"), band=band, format=format_,
        theme="paper" if band is Band.OLDER else "meadow",
        sections=(Section(id=key("section"), part=Part.PAST, blocks=(block,)),),
    )  # fmt: skip
    return compose(share(case, edition))


def text(plans: tuple[PagePlan, ...]) -> list[str]:
    """All words that are read, in order."""
    read = (one for plan in plans for one in plan.words() if one.role is not Role.FOLIO)
    return sorted(" ".join(one.text for one in read).split())


def sizes(words: Words) -> list[float]:
    """The sizes its letters are set in, in points."""
    return [run.size for line in words.lines for run in line.runs]


def looks_like(words: Words, set_: Style) -> list[float]:
    """The same, of what helps a face out as large as that face looks beside it."""
    faces = set(set_.theme.faces.values())
    return [
        run.size
        if run.font in faces
        else max(run.size / relative_size(run.font, own) for own in faces)
        for line in words.lines
        for run in line.runs
        if run.text.strip()
    ]


@pytest.mark.parametrize("format_", list(Format))
@pytest.mark.parametrize("band", BANDS)
def test_every_format_tells_the_same(full_case: Records, band: Band, format_: Format) -> None:
    easier = Band.READER if band is Band.OLDER and format_ is Format.EASY_READ else band
    usual = story(full_case, easier, Format.STANDARD)
    told, other = (Counter(text(one)) for one in (story(full_case, band, format_), usual))
    assert not other - told
    assert easier is not band or told == other


@pytest.mark.parametrize(("format_", "body", "least"), [
    (Format.LARGE_PRINT, 18, 16), (Format.EASY_READ, 16, 14), (Format.DYSLEXIA_FRIENDLY, 14, 12),
])  # fmt: skip
@pytest.mark.parametrize("band", BANDS)
def test_no_words_are_smaller_than_the_format_says(
    full_case: Records, band: Band, format_: Format, body: float, least: float
) -> None:
    for plan in story(full_case, band, format_):
        for words in plan.words():
            assert min(sizes(words)) >= (body if words.role is Role.BODY else least) - 0.01
            below = [
                one.y - other.y for one, other in zip(words.lines, words.lines[1:], strict=False)
            ]
            if words.role is Role.BODY and below:
                assert min(below) >= 1.5 * min(sizes(words)) - 0.01


@pytest.mark.parametrize("size", ["a4", "a5", "square", "a4-landscape"])
@pytest.mark.parametrize("format_", [one for one in Format if one is not Format.STANDARD])
@pytest.mark.parametrize("band", BANDS)
def test_on_no_page_do_words_sink_under_the_format_s_least_or_come_near_the_cut(
    every_page: EveryPage, band: Band, format_: Format, size: str
) -> None:
    set_ = style(band, "paper" if band is Band.OLDER else "meadow", size, format_)
    wrong = []
    for plan in every_page(band, format_, size):
        for words in plan.words():
            box = words.box
            edge = min(box.x, box.y, plan.width - box.right, plan.height - box.top)
            if words.lines and edge < 5 * MM - 0.5:
                wrong.append(f"{plan.page_type}: {words.text[:30]} {edge / MM:.1f} mm from the cut")
            least = min(looks_like(words, set_), default=99.0)
            if words.role is not Role.SCALE and least < set_.manner.least - 0.1:
                wrong.append(f"{plan.page_type}: {words.text[:30]} at {least:.1f} points")
    assert not wrong


@pytest.mark.parametrize("size", ["a4", "a5", "square"])
@pytest.mark.parametrize("format_", list(Format))
def test_large_words_of_the_birth_page_touch_neither_each_other_nor_the_number_at_the_foot(
    every_page: EveryPage, format_: Format, size: str
) -> None:
    for plan in every_page(Band.OLDER, format_, size):
        born = plan.page_type == "day-i-was-born"
        said = [one for one in plan.words() if one.lines and (born or one.role is Role.FOLIO)]
        for one, other in combinations(said, 2):
            beside = max(one.box.x, other.box.x) - min(one.box.right, other.box.right)
            under = max(low(one), low(other)) - min(high(one), high(other))
            assert max(beside, under) > 0.5, f"{one.text} | {other.text}"


def low(words: Words) -> float:
    """The lowest baseline."""
    return min(line.y for line in words.lines)


def high(words: Words) -> float:
    """The height of the highest line's small letters."""
    return max(line.y + 0.5 * max(run.size for run in line.runs) for line in words.lines)


@pytest.mark.parametrize("band", BANDS)
def test_easy_read_has_an_idea_a_page_under_a_picture_of_its_own(
    full_case: Records, band: Band
) -> None:
    plans = story(full_case, band, Format.EASY_READ)
    assert any("It was not my fault" in words.text for plan in plans for words in plan.words())
    assert sum(len(plan.pictures()) for plan in plans) == 2
    for plan in plans:
        assert len(plan.pictures()) <= 1
        for one in plan.pictures():
            assert one.box.width * one.box.height > plan.width * plan.height / 4
        told = [one.text for one in plan.words() if one.role is Role.BODY]
        assert len(" ".join(told).split()) <= 50


def test_dyslexia_friendly_is_lexend_on_cream_with_letters_apart(full_case: Records) -> None:
    for plan in story(full_case, Band.OLDER, Format.DYSLEXIA_FRIENDLY):
        ground = next(one for one in plan.elements if isinstance(one, Art) and one.name == "ground")
        assert ground.shapes[0].fill == manner(Format.DYSLEXIA_FRIENDLY).ground
        runs = [run for one in plan.words() for line in one.lines for run in line.runs]
        assert {run.font.partition("-")[0] for run in runs} == {"lexend"}
    set_ = style(Band.OLDER, "paper", "a4", Format.DYSLEXIA_FRIENDLY).body
    assert set_.spacing > 0


def test_letters_stand_apart_and_words_further_but_joined_writing_stays_joined() -> None:
    def measured(said: str, spacing: float) -> float:
        return width([Span(said, "lexend", 100.0, "#000000", spacing)])

    assert measured("kit", 0.1) == pytest.approx(measured("kit", 0.0) + 30, abs=0.5)
    assert measured("k t", 0.1) == pytest.approx(measured("k t", 0.0) + 20 + 35, abs=0.5)
    assert measured("عائشہ", 0.1) == measured("عائشہ", 0.0)
    line = set_line([Span("kit", "lexend", 100.0, "#000000", 0.1)], 0, 0)
    assert sum(glyph[1] for glyph in line.runs[0].glyphs) == pytest.approx(measured("kit", 0.1))


def test_what_is_larger_for_the_youngest_stays_as_it_is(full_case: Records) -> None:
    usual = style(Band.READ_TO_ME, "meadow").body
    large = style(Band.READ_TO_ME, "meadow", "a4", Format.LARGE_PRINT).body
    assert (large.size, large.leading) == (usual.size, usual.leading)
