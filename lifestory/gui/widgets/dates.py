"""A field for an honest date: one types it as one says it, and it says back what it understood."""

from __future__ import annotations

from lifestory.app.honest_words import as_typed
from lifestory.domain.dates import WEEKDAYS, HonestDate, date_in_words
from lifestory.gui.widgets.understood import Understood


class DateField(Understood):
    """Takes "14 March 2017", "spring 2016", "aged 3" and so on. What cannot be a date stays as
    typed, with a red sentence under it, and is not said."""

    def __init__(self, name: str) -> None:
        super().__init__(name, HonestDate.parse, as_typed, roomy=True)
        self.field.setPlaceholderText(self.tr("14 March 2017, spring 2016, aged 3, not known"))
        self.tells = understood

    @property
    def when(self) -> HonestDate:
        """The date it holds."""
        assert isinstance(self._value, HonestDate)
        return self._value

    def show_date(self, when: HonestDate, hint: str = "") -> None:
        """Show a date, with a sentence under it such as the age then."""
        self.show_value(when, hint)


def understood(when: HonestDate) -> str:
    """A day with its weekday, so that a slip of the finger is seen; "" for what is vaguer."""
    day = when.day()
    return f"{WEEKDAYS[day.weekday()]} {date_in_words(when)}" if day and not when.about else ""
