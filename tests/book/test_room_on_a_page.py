"""How pages of words and pictures use their room: what belongs together stands together, few words
are large, and what is alone on a page is placed there on purpose."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from uuid import UUID, uuid5

import pytest

from lifestory.book.desk import Desk, Draft, Look
from lifestory.book.layouts import layout_for
from lifestory.book.papers import paper
from lifestory.book.styles import style
from lifestory.domain.arrangement import Part
from lifestory.domain.dates import HonestDate
from lifestory.domain.life import Certainty
from lifestory.domain.plans import Art, Element, Picture, Role, Words
from lifestory.domain.readers import Band, Format, Voice
from lifestory.sharing.shared import (
    SharedBlock,
    SharedChild,
    SharedFact,
    SharedPassage,
    SharedPhoto,
    SharedTranslation,
)

MM = 72 / 25.4
YOUNG, OLDER = Band.FIRST_READER, Band.OLDER
CHILD = SharedChild(
    "Robin", 102, HonestDate.parse("14 March 2017"), "06:25", "Derby", "", 3200, 51.0, "Kelly",
    None, None,
)  # fmt: skip
SHORT = "It was cold and dark. Errol had put every light on."
LONG = "\n\n".join(
    ["She sang in the bath and told everybody at the bus stop my name. " * 4] * 3
    + ["**It was never my fault.**"]
)


def key(name: object) -> UUID:
    return uuid5(UUID(int=11), str(name))


def photo(ratio: float = 1.4, name: str = "one") -> SharedPhoto:
    return SharedPhoto(key(name), key(f"file {name}"), round(1600 * ratio), 1600, caption="A day")


def block(
    kind: str, text: str = "", *photos: SharedPhoto, facts: Sequence[str] = ()
) -> SharedBlock:
    told = (SharedPassage(key("told"), "My day", text, (), "", ()),) if text else ()
    return SharedBlock(
        key(kind), kind, "", photos=photos, weights=(3,) * len(photos), passages=told,
        facts=tuple(SharedFact(key(one), "hope", one, Certainty.KNOWN) for one in facts),
    )  # fmt: skip


def drawn(
    made: SharedBlock,
    band: Band = YOUNG,
    *,
    size: str = "a4",
    theme: str = "meadow",
    how: Format = Format.STANDARD,
    child: SharedChild = CHILD,
) -> tuple[Draft, ...]:
    look = Look(band, Voice.I, theme, size, child, how)
    desk = Desk(look, Part.PAST, "Before", right=False)
    layout_for(made.page_type, look.style.reader.look)(desk, made)
    return desk.drafts()


def pictures(draft: Draft) -> list[Picture]:
    return [one for one in draft.elements if isinstance(one, Picture)]


def body(draft: Draft) -> list[Words]:
    return [one for one in draft.elements if isinstance(one, Words) and one.role is Role.BODY]


def size_of(words: Words) -> float:
    return words.lines[0].runs[0].size


def middle(element: Element) -> float:
    return element.box.y + element.box.height / 2


@pytest.mark.parametrize("band", [YOUNG, OLDER])
@pytest.mark.parametrize("kind", ["heritage", "memory-box", "letter", "hopes"])
def test_few_words_and_their_photo_share_a_page(kind: str, band: Band) -> None:
    made = block(kind, SHORT if kind != "heritage" else "", photo())
    if kind == "letter":
        made = replace(made, photos=(), weights=())
    drafts = drawn(made, band)
    assert len(drafts) == 1
    assert body(drafts[0])
    assert len(pictures(drafts[0])) == len(made.photos)


@pytest.mark.parametrize("kind", ["family-time", "why-i-could-not-stay", "finding-my-family"])
@pytest.mark.parametrize(("photos", "beside"), [(1, True), (2, False)])
def test_photos_stand_with_the_words_beside_the_drawing_or_in_its_place(
    kind: str, photos: int, beside: bool
) -> None:
    shown = (photo(1.0, str(n)) for n in range(photos))
    drafts = drawn(block(kind, SHORT, *shown))
    (draft,) = drafts
    assert len(pictures(draft)) == photos
    scenes = [one for one in draft.elements if isinstance(one, Art) and one.alt]
    assert bool(scenes) is beside
    for scene in scenes:
        assert scene.box.right <= pictures(draft)[0].box.x


def test_a_photo_by_the_dandelion_is_no_stamp() -> None:
    for ratio in (0.75, 1.0, 1.4):
        (draft,) = drawn(block("hopes", "", photo(ratio), facts=["swim", "draw", "race"]))
        (shown,) = pictures(draft)
        assert shown.box.width * shown.box.height >= (58 * MM) ** 2
        hopes = [one for one in body(draft) if "Before" not in one.text]
        assert all(one.box.y > shown.box.top for one in hopes), "the hopes drift over it"


@pytest.mark.parametrize("theme", ["meadow", "patchwork"])
@pytest.mark.parametrize("kind", ["why-i-could-not-stay", "feelings", "story"])
def test_a_moral_never_stands_alone_overleaf(kind: str, theme: str) -> None:
    for more in range(0, 60, 6):
        text = LONG.replace("my name.", "my name" + " again" * more + ".", 1)
        last = body(drawn(block(kind, text), theme=theme)[-1])
        said = " ".join(one.text for one in last)
        assert "never my fault" in said
        assert "bus stop" in said


def test_a_paper_lies_a_little_above_the_middle_and_into_the_margins() -> None:
    (draft,) = drawn(block("document", "", photo(1.4)))
    (shown,) = pictures(draft)
    assert shown.box.width > 170 * MM
    page = paper("a4").height * MM
    assert page * 0.5 < middle(shown) < page * 0.62
    ground = draft.elements[0]
    assert isinstance(ground, Art)
    assert ground.shapes[0].fill == style(YOUNG, "meadow").theme.tint


@pytest.mark.parametrize("kind", ["letter", "family-time", "finding-my-family"])
def test_few_words_alone_on_an_older_readers_page_are_large_and_hang_lower(kind: str) -> None:
    usual = style(OLDER, "paper").body.size
    (few,) = body(drawn(block(kind, SHORT), OLDER, theme="paper")[0])
    (many,) = body(drawn(block(kind, LONG * 2), OLDER, theme="paper")[0])
    assert size_of(few) >= usual * 1.4
    assert size_of(many) == pytest.approx(usual)
    assert few.box.top < many.box.top - 20 * MM


@pytest.mark.parametrize("band", [YOUNG, OLDER])
def test_two_languages_are_set_in_the_readers_own_size_where_they_fit(band: Band) -> None:
    for words, least in ((SHORT, 1.0), (LONG * 2, 0.7)):
        made = block("bilingual", words)
        other = SharedTranslation("pl", "", words, "")
        told = (replace(made.passages[0], translations=(other,)),)
        first = body(drawn(replace(made, passages=told), band)[0])[0]
        assert size_of(first) >= style(band, "meadow").body.size * least - 0.01


@pytest.mark.parametrize("band", [YOUNG, OLDER])
def test_one_row_of_a_panorama_fills_the_measure_amid_its_page(band: Band) -> None:
    (draft,) = drawn(block("panorama", "", photo(1.7)), band)
    (shown,) = pictures(draft)
    assert shown.box.width == pytest.approx(170 * MM, abs=1)
    assert 0.4 < middle(shown) / (297 * MM) < 0.62


def test_a_birth_card_on_wide_paper_has_words_beside_large_pictures() -> None:
    child = replace(CHILD, birth_photo=photo(1.0))
    (draft,) = drawn(block("day-i-was-born"), size="a4-landscape", child=child)
    (shown,) = pictures(draft)
    assert shown.box.height > 70 * MM
    told = (Role.HEADING, Role.BODY)
    words = [one for one in draft.elements if isinstance(one, Words) and one.role in told]
    clock = next(one for one in draft.elements if isinstance(one, Art) and "clock" in one.name)
    assert all(one.box.right < clock.box.x for one in words)
    assert clock.box.right < shown.box.x


def test_large_print_has_no_page_of_a_few_last_lines_where_a_wider_column_spares_it() -> None:
    text = "She sang in the bath and told everybody my name. " * 22
    plain = drawn(block("letter", text), OLDER, theme="paper", how=Format.LARGE_PRINT)
    assert len(plain) == 1


def test_easy_words_without_a_picture_are_set_larger_an_idea_to_a_page() -> None:
    drafts = drawn(block("story", LONG), OLDER, theme="paper", how=Format.EASY_READ)
    usual = style(OLDER, "paper", "a4", Format.EASY_READ).body.size
    assert len(drafts) > 2
    assert all(size_of(body(draft)[0]) >= usual * 1.2 for draft in drafts)


def test_what_a_page_ends_on_is_a_page_to_look_at_where_it_stands_alone() -> None:
    made = block("why-i-could-not-stay", "\n\n".join(["We went to the sea again. " * 9] * 5))
    for how in Format:
        last = drawn(made, OLDER, theme="paper", how=how)[-1]
        told = [one for one in last.elements if isinstance(one, Words)]
        if len(told) == 1:
            assert size_of(told[0]) >= 36
