"""The field for an honest date."""

# mypy: allow-untyped-calls
from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from lifestory.app.honest_words import as_typed
from lifestory.domain.dates import HonestDate, Precision, Season
from lifestory.gui.widgets.dates import BirthField, DateField


@pytest.fixture
def field(qtbot: QtBot) -> DateField:
    made = DateField("When")
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.mark.parametrize("words", ["14 March 2017", "spring 2016", "about 2016", "aged 3"])
def test_leaving_the_field_says_the_date_as_exactly_as_it_is_known(
    field: DateField, qtbot: QtBot, words: str
) -> None:
    with qtbot.waitSignal(field.edited) as said:
        qtbot.keyClicks(field.field, words)
        qtbot.keyClick(field.field, Qt.Key.Key_Return)
    assert said.args == [HonestDate.parse(words)]


def test_a_date_that_cannot_be_stays_as_typed_and_is_not_said(
    field: DateField, qtbot: QtBot
) -> None:
    with qtbot.assertNotEmitted(field.edited):
        qtbot.keyClicks(field.field, "31 February 2017")
        qtbot.keyClick(field.field, Qt.Key.Key_Return)
    assert field.field.text() == "31 February 2017"
    assert "doesn't exist" in field.under.text()
    assert not field.understood


def test_nothing_is_said_when_nothing_changed(field: DateField, qtbot: QtBot) -> None:
    field.show_date(HonestDate.parse("spring 2016"))
    with qtbot.assertNotEmitted(field.edited):
        qtbot.keyClick(field.field, Qt.Key.Key_Return)


@given(
    st.one_of(
        st.dates(date(1900, 1, 1)).map(HonestDate.on),
        st.dates(date(1900, 1, 1)).map(lambda d: HonestDate(Precision.MONTH, f"{d:%Y-%m}")),
        st.builds(
            lambda season, about: HonestDate(Precision.SEASON, "2019", season, about=about),
            st.sampled_from(Season),
            st.booleans(),
        ),
        st.integers(1, 99).map(lambda n: HonestDate(Precision.AGE, age_months=n, about=n % 2 == 0)),
        st.integers(1, 99).map(lambda n: HonestDate(Precision.AGE, age_months=12 * n)),
        st.just(HonestDate.unknown()),
    )
)
def test_what_the_field_shows_it_reads_back_the_same(when: HonestDate) -> None:
    assert HonestDate.parse(as_typed(when)) == when


def test_what_is_being_typed_is_left_alone_by_news(field: DateField, qtbot: QtBot) -> None:
    qtbot.keyClicks(field.field, "spring 20")
    field.show_date(HonestDate.parse("2019"))
    assert field.field.text() == "spring 20"


@pytest.mark.parametrize("words", ["31 Feb 2019", "soon", "aged 3", "12 May 2199"])
def test_a_date_of_birth_that_cannot_be_offers_neither_a_season_nor_an_age(
    qtbot: QtBot, words: str
) -> None:
    field = BirthField("Date of birth")
    qtbot.addWidget(field)
    field.show()
    with qtbot.assertNotEmitted(field.edited):
        qtbot.keyClicks(field.field, words)
        qtbot.keyClick(field.field, Qt.Key.Key_Return)
    assert field.under.text()
    assert "season" not in field.under.text()
    assert "or an age" not in field.under.text()
