"""In which band a child reads today."""

from __future__ import annotations

from datetime import date

import pytest

from lifestory.app.caseload import add_child
from lifestory.app.open_store import Store
from lifestory.app.reading import band_of_today
from lifestory.domain.dates import HonestDate
from lifestory.domain.readers import Band

TODAY = date(2026, 11, 20)


@pytest.mark.parametrize(
    ("born", "band"),
    [
        ("14 March 2024", Band.READ_TO_ME),
        ("20 November 2021", Band.FIRST_READER),
        ("21 November 2021", Band.READ_TO_ME),
        ("2017", Band.READER),
        ("spring 2012", Band.OLDER),
        ("1 January 2007", Band.ADULT),
        ("14 March 2027", Band.READ_TO_ME),
        ("not known", Band.FIRST_READER),
    ],
)
def test_a_child_reads_in_the_band_of_the_age_they_are_today(
    store: Store, born: str, band: Band
) -> None:
    child = add_child(store, "Wren", HonestDate.parse(born))
    assert band_of_today(child, TODAY) is band
