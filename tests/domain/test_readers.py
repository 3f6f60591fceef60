"""Who reads what: the band a child of some age reads in."""

from __future__ import annotations

import pytest

from lifestory.domain.readers import Band, band_for


@pytest.mark.parametrize(
    ("years", "band"),
    [
        (None, Band.FIRST_READER),
        (0, Band.READ_TO_ME),
        (4, Band.READ_TO_ME),
        (5, Band.FIRST_READER),
        (11, Band.READER),
        (12, Band.OLDER),
        (17, Band.OLDER),
        (18, Band.ADULT),
    ],
)
def test_a_reader_belongs_to_the_band_of_their_age(years: int | None, band: Band) -> None:
    assert band_for(years) is band
