"""Any reader may have any theme: every book composes for every age in each."""

from __future__ import annotations

from dataclasses import replace

import pytest

from lifestory.app.books import compose_edition
from lifestory.app.caseload import add_child
from lifestory.app.editions import bands, editions, themes
from lifestory.app.first_book import make_first_book
from lifestory.app.open_case import FoundChild
from lifestory.app.open_store import Store
from lifestory.book.pagetypes import page_types
from lifestory.domain.arrangement import Block, Edition, Part, Section
from lifestory.domain.readers import Band, Voice

EVERY = pytest.mark.parametrize(
    ("theme", "band"), [(theme, band) for theme in themes() for band in bands()]
)


def test_there_are_the_themes_that_come_with_it() -> None:
    assert {"meadow", "paper"} <= set(themes())


@EVERY
def test_the_sample_composes(sampled: tuple[Store, FoundChild], theme: str, band: Band) -> None:
    _, robin = sampled
    standing = editions(robin)[0]
    voice = list(Voice)[list(bands()).index(band) % 3]
    turned = replace(standing, theme=theme, band=band, voice=voice)
    kinds = {plan.page_type for plan in compose_edition(robin.case, turned)}
    assert {"about-me", "moves-path", "my-words"} <= kinds


@EVERY
def test_a_child_of_whom_nothing_is_known_has_every_page(
    store: Store, theme: str, band: Band
) -> None:
    wren = add_child(store, "Wren")
    made = make_first_book(wren, Edition(name="first", theme=theme, band=band))
    assert compose_edition(wren.case, made)
    blocks = tuple(Block(page_type=one.name) for one in page_types())
    bare = replace(made, sections=(Section(part=Part.PAST, blocks=blocks),))
    assert compose_edition(wren.case, bare)
