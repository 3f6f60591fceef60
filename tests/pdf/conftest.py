"""Plans and pixels to print."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from uuid import UUID

import pytest
from PIL import Image

from lifestory.domain.edits import Recipe
from lifestory.domain.media import Rendition
from lifestory.domain.plans import Box, Element, PagePlan, Role, Words
from lifestory.letters.shaping import Span, set_line

MakePlan = Callable[..., PagePlan]
SetWords = Callable[..., Words]


@pytest.fixture
def plan() -> MakePlan:
    """An A4 page of these elements."""

    def make(
        *elements: Element, number: int = 1, title: str = "A page", bleed: float = 0.0
    ) -> PagePlan:
        return PagePlan(595, 842, number, "right", "past", "story", "b", title, elements, bleed)

    return make


@pytest.fixture
def words() -> SetWords:
    """Each text as a line of a page, from the top."""

    def make(
        *texts: str, face: str = "andika", direction: str = "ltr", language: str = "en-GB"
    ) -> Words:
        lines = tuple(
            set_line(
                [Span(text, face, 20.0, "#22382C")],
                60,
                760 - 40 * row,
                direction="rtl" if direction == "rtl" else "ltr",
                language=language,
            )
            for row, text in enumerate(texts)
        )
        return Words(Role.BODY, Box(60, 40, 475, 760), lines, language)

    return make


@pytest.fixture
def rendition() -> Callable[..., Rendition]:
    """A rendition of one original or another."""

    def make(one: int = 1) -> Rendition:
        return Rendition(UUID(int=one), Recipe(), 60, 40)

    return make


@pytest.fixture
def pixels() -> Callable[[Rendition], bytes]:
    """A small red photo with a blue lower half."""

    def make(wanted: Rendition) -> bytes:
        photo = Image.new("RGB", (wanted.width, wanted.height), "#D9583F")
        photo.paste("#15294B", (0, wanted.height // 2, wanted.width, wanted.height))
        file = BytesIO()
        photo.save(file, "JPEG", quality=95)
        return file.getvalue()

    return make
