"""Photos arranged by slicing: nothing cropped, nothing over anything, order kept, room fair."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lifestory.book.arranging import arrange, deal

RATIOS = st.lists(st.floats(0.4, 2.6), min_size=1, max_size=6)


@settings(deadline=None, max_examples=60)
@given(RATIOS, st.floats(80, 180), st.floats(60, 240), st.sampled_from([0.0, 11.0]))
def test_every_arrangement_keeps_shapes_frame_and_gaps(
    ratios: list[float], width: float, height: float, caption: float
) -> None:
    count = len(ratios)
    captions, weights = (caption,) * count, (3,) * count
    for one in arrange(tuple(ratios), captions, weights, width, height, 6.0):
        for place, ratio in zip(one.places, ratios, strict=True):
            assert abs(place.width / place.height - ratio) < 1e-6
            assert place.x > -1e-6
            assert place.x + place.width < width + 1e-6
            assert place.y + place.height + caption < height + 1e-6
        for here, there in combinations(one.places, 2):
            across = max(here.x, there.x) - min(here.x + here.width, there.x + there.width)
            below = max(here.y, there.y) - min(here.y + here.height, there.y + there.height)
            assert max(across, below - caption) > 6.0 - 1e-6


def test_a_favourite_gets_more_room() -> None:
    fair = arrange((1.5,) * 4, (0.0,) * 4, (3, 3, 3, 3), 170, 228, 6)[0]
    loved = arrange((1.5,) * 4, (0.0,) * 4, (1, 1, 5, 1), 170, 228, 6)[0]
    share = [
        one.places[2].width * one.places[2].height / sum(p.width * p.height for p in one.places)
        for one in (fair, loved)
    ]
    assert share[1] > share[0] + 0.1


@pytest.mark.parametrize("ratios", [(1.33,) * 6, (1.5, 0.75, 1.5), (1.33, 0.75) * 2, (0.75,) * 4])
def test_five_makes_a_photo_clearly_larger_wherever_a_layout_can(
    ratios: tuple[float, ...],
) -> None:
    def layouts(weights: tuple[int, ...], at: int) -> list[float]:
        found = arrange(ratios, (7.0,) * len(ratios), weights, 176, 225, 6)
        return [one.places[at].width * one.places[at].height for one in found]

    for at in range(len(ratios)):
        others = [3] * len(ratios)
        before = layouts(tuple(others), at)[0]
        loved = layouts((*others[:at], 5, *others[at + 1 :]), at)
        assert loved[0] > before * 1.25 or max(loved) < before * 1.25


def test_photos_are_read_in_their_order() -> None:
    for one in arrange((1.5, 0.7, 1.0, 1.3, 0.8), (0.0,) * 5, (3,) * 5, 170, 228, 6):
        for here, there in zip(one.places, one.places[1:], strict=False):
            assert there.y > here.y - 1e-6 or there.x > here.x - 1e-6


def test_one_photo_is_as_large_as_the_frame_allows() -> None:
    assert arrange((1.5,), (0.0,), (3,), 170, 228, 6)[0].places[0].width == 170


def test_too_many_photos_are_dealt_evenly() -> None:
    assert sum(deal(1000, 6)) == 1000
    assert max(deal(1000, 6)) == 6
    assert max(deal(7, 5)) - min(deal(7, 5)) <= 1
    assert sum(deal(7, 5)) == 7
