"""The facts of the day of birth as a worker types them: the time, the weight, the length."""

from __future__ import annotations

import re

from lifestory.domain.errors import LifestoryError

GRAMS_IN_POUND, GRAMS_IN_OUNCE = 453.59237, 28.349523125
CM_IN_INCH = 2.54


class ImpossibleTime(LifestoryError):
    """No time of a day."""

    message = "That is no time of the day."
    remedy = "Write it as 06:25 or 6.25 pm, or leave it empty while it is not known."


class ImpossibleWeight(LifestoryError):
    """No weight of a newborn child."""

    message = "That cannot be the weight of a newborn child."
    remedy = "Write it as 3.2 kg, 3200 g or 7 lb 1 oz, or leave it empty while it is not known."


class ImpossibleLength(LifestoryError):
    """No length of a newborn child."""

    message = "That cannot be the length of a newborn child."
    remedy = "Write it as 51 cm or 20 in, or leave it empty while it is not known."


def read_time(words: str) -> str:
    """A time on a 24-hour clock, "06:25", from what was typed; "" from nothing.

    Raises ImpossibleTime.
    """
    text = words.strip().lower().replace(" ", "")
    if not text:
        return ""
    found = re.fullmatch(r"(\d{1,2})(?:[:.]?(\d{2}))?(am|pm)?", text)
    if not found or not (found[2] or found[3]):
        raise ImpossibleTime
    hour, minute = int(found[1]), int(found[2] or 0)
    if found[3]:
        if not 1 <= hour <= 12:
            raise ImpossibleTime
        hour = hour % 12 + (12 if found[3] == "pm" else 0)
    if hour > 23 or minute > 59:
        raise ImpossibleTime
    return f"{hour:02}:{minute:02}"


def read_weight(words: str) -> int | None:
    """A weight in grams, from kilograms, grams or pounds and ounces; None from nothing.

    Raises ImpossibleWeight when it is under 200 g or over 8 kg: no child was ever born so.
    """
    text = words.strip().lower().replace(",", ".")
    if not text:
        return None
    if found := re.fullmatch(r"(\d+(?:\.\d+)?)\s*(kg|g)?", text):
        value, unit = float(found[1]), found[2]
        grams = value * 1000 if unit == "kg" or (unit is None and value < 20) else value
    elif found := re.fullmatch(
        r"(\d+)\s*(?:lbs?|pounds?)[\s.]*(?:(\d+(?:\.\d+)?)\s*(?:oz|ounces?)?)?", text
    ):
        grams = int(found[1]) * GRAMS_IN_POUND + float(found[2] or 0) * GRAMS_IN_OUNCE
    else:
        raise ImpossibleWeight
    if not 200 <= grams <= 8000:
        raise ImpossibleWeight
    return round(grams)


def read_length(words: str) -> float | None:
    """A length in centimetres, from centimetres or inches; None from nothing.

    Raises ImpossibleLength when it is under 20 cm or over 70 cm.
    """
    text = words.strip().lower().replace(",", ".")
    if not text:
        return None
    found = re.fullmatch(r"(\d+(?:\.\d+)?)\s*(cm|in|inch|inches)?", text)
    if not found:
        raise ImpossibleLength
    length = float(found[1]) * (1 if found[2] in {None, "cm"} else CM_IN_INCH)
    if not 20 <= length <= 70:
        raise ImpossibleLength
    return round(length, 1)


def is_in_ounces(grams: int) -> bool:
    """True when a weight must have been said in pounds and ounces: it is whole ounces to the gram,
    and not the round number that scales in kilograms give."""
    ounces = round(grams / GRAMS_IN_OUNCE)
    return grams == round(ounces * GRAMS_IN_OUNCE) and bool(grams % 10)


def pounds_and_ounces(grams: int) -> tuple[int, int]:
    """A weight as grandparents say it, to the nearest ounce."""
    return divmod(round(grams / GRAMS_IN_OUNCE), 16)
