"""An honest date in words that `HonestDate.parse` reads back as the same date."""

from __future__ import annotations

from lifestory.domain.dates import HonestDate, date_in_words


def as_typed(when: HonestDate) -> str:
    """As one says it, but an age that is not whole years in months; "" while nobody knows."""
    if when == HonestDate():
        return ""
    if when.age_months is not None and (when.age_months % 12 or not when.age_months):
        return f"{'about ' if when.about else ''}{when.age_months} months"
    return date_in_words(when)
