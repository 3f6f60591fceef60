"""A field for an honest date: one types it as one says it, and it says back what it understood."""

from __future__ import annotations

from datetime import date

from lifestory.app.honest_words import as_typed
from lifestory.app.working_days import today
from lifestory.domain.dates import (
    WEEKDAYS,
    HonestDate,
    ImpossibleDate,
    NoSuchDay,
    date_in_words,
)
from lifestory.gui.widgets.understood import Understood


class DateField(Understood):
    """Takes "14 March 2017", "spring 2016", "aged 3" and so on. What cannot be a date stays as
    typed, with a red sentence under it, and is not said. `born` is the day that "at birth" means,
    where it is known, `unknown` what stands in the field while nobody knows."""

    def __init__(self, name: str) -> None:
        self.born: date | None = None
        self.unknown = ""
        super().__init__(name, self._read_date, self._write_date, roomy=True)
        self.field.setPlaceholderText(self.tr("12 May 2019, spring 2016"))
        self.field.setToolTip(self.tr("14 March 2017, 14.3.17, spring 2016, aged 3, not known"))
        self.tells = understood

    @property
    def when(self) -> HonestDate:
        """The date it holds."""
        assert isinstance(self._value, HonestDate)
        return self._value

    def show_date(self, when: HonestDate, hint: str = "") -> None:
        """Show a date, with a sentence under it such as the age then."""
        self.show_value(when, hint)

    def _write_date(self, when: HonestDate) -> str:
        return as_typed(when) or self.unknown

    def _read_date(self, words: str) -> HonestDate:
        return HonestDate.parse(words, self.born)


class NoBirthday(ImpossibleDate):
    """Words that say no day of birth."""

    message = "That is no day of birth."
    remedy = "Give the day, such as 12 May 2018, or leave it empty while it is not known."


class BirthField(DateField):
    """Takes a date of birth: never an age, nor a day to come."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.field.setPlaceholderText(self.tr("12 May 2018"))
        self.refuses = self._refuse

    def _read_date(self, words: str) -> HonestDate:
        try:
            return super()._read_date(words)
        except NoSuchDay:
            raise
        except ImpossibleDate as unread:
            raise NoBirthday from unread

    def _refuse(self, when: HonestDate) -> str:
        if when.age_months is not None:
            return self.tr("A birth has a day, not an age. Give a day, a month or a year.")
        span = when.span()
        if span and span.first > today():
            return self.tr("That day has not come yet. Give the day of birth.")
        return ""


def understood(when: HonestDate) -> str:
    """A day with its weekday, so that a slip of the finger is seen; "" for what is vaguer."""
    day = when.day()
    return f"{WEEKDAYS[day.weekday()]} {date_in_words(when)}" if day and not when.about else ""
