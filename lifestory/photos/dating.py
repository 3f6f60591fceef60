"""When a picture was taken: what the camera wrote, else what the file name says, else not known.

A camera whose clock is ahead is asked last: somebody may know what day it was when it said so.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress
from datetime import date, timedelta
from typing import TYPE_CHECKING

from lifestory.domain.dates import MONTHS, HonestDate, ImpossibleDate
from lifestory.domain.media import DateSource

if TYPE_CHECKING:
    from PIL.Image import Exif

_EXIF_FIELDS = 0x8769
_TAKEN, _DIGITISED, _WRITTEN = 36867, 36868, 306
_EXPOSURE = {33434, 33437, 34855}
_CLOCK_NEVER_SET = {"1904-01-01", "1970-01-01", "1980-01-01", "2000-01-01"}
"""Where the clock of a camera starts whose battery was out."""


def dated(
    exif: Exif, file_name: str, written: HonestDate | None = None
) -> tuple[HonestDate, DateSource]:
    """The date a picture was taken, as far as its file knows, and where that comes from.

    `written` is the day a document says it was made, which is asked last.
    """
    if (taken := from_camera(exif)) is not None:
        return taken, DateSource.CAMERA
    if (named := from_file_name(file_name)) is not None:
        return named, DateSource.FILE_NAME
    if written is not None:
        return written, DateSource.DOCUMENT
    if (ahead := _clock_ahead(exif)) is not None:
        return ahead, DateSource.CAMERA
    return HonestDate.unknown(), DateSource.NONE


def from_camera(exif: Exif) -> HonestDate | None:
    """The day the camera wrote; None when it wrote none or one that cannot be."""
    return next((day for day in _days_written(exif) if not to_come(day)), None)


def _clock_ahead(exif: Exif) -> HonestDate | None:
    return next((day for day in _days_written(exif) if to_come(day)), None)


def _days_written(exif: Exif) -> Iterator[HonestDate]:
    """The days of the calendar that a camera wrote, the most telling first.

    A scanner writes the day of the scan where a camera writes the day of the picture, but it
    names no exposure: without one, only "taken" is believed.
    """
    fields = dict(exif)
    with suppress(Exception):
        fields |= exif.get_ifd(_EXIF_FIELDS)
    believed = (_TAKEN, _DIGITISED, _WRITTEN) if _EXPOSURE & fields.keys() else (_TAKEN,)
    for tag in believed:
        if found := re.match(r"(\d{4})[:\-/](\d{2})[:\-/](\d{2})(?!\d)", str(fields.get(tag, ""))):
            with suppress(ImpossibleDate):
                day = HonestDate.parse("-".join(found.groups()))
                if day.iso not in _CLOCK_NEVER_SET:
                    yield day


_YEAR = r"(?P<year>19\d\d|20\d\d)"
_MONTH_NAME = f"(?P<name>{'|'.join(f'{month[:3]}(?:{month[3:]})?' for month in MONTHS)})"
_DAY = r"(?P<day>0?[1-9]|[12]\d|3[01])"
_NTH = f"{_DAY}(?:st|nd|rd|th)?"
_COUNTER = r"(?<!img)(?<!dsc)(?<!dscn)(?<!dscf)(?<!pict)(?<!scan)(?<!image)(?<!photo)(?<!picture)"
_NO_SPAN = r"(?<!before)(?<!after)(?<![-_ ]to)(?<!19\d\d)(?<!20\d\d)"
_GAP = r"[-_ ]"
_UNTIL = f"(?:-|{_GAP}to{_GAP})"
_OLD = r"(?P<age>1[0-7]|[1-9])"
_NAMES = tuple(
    re.compile(shape, re.IGNORECASE | re.ASCII)
    for shape in (
        # 20230704, 20230704_153012 and 20230704153012123
        rf"(?<!\d){_YEAR}(?P<month>0[1-9]|1[0-2])(?P<day>0[1-9]|[12]\d|3[01])"
        r"(?!\d)",
        rf"(?<!\d){_YEAR}(?P<month>0[1-9]|1[0-2])(?P<day>0[1-9]|[12]\d|3[01])"
        r"(?=\d{6}(?:\d{3})?(?!\d))",
        # 2016-08-14, 2016_08_14, 2016.08.14
        rf"(?<!\d){_YEAR}([-_. ])(?P<month>0?[1-9]|1[0-2])\2{_DAY}(?!\d)",
        # 14-08-2016, the British way round
        rf"(?<!\d){_DAY}([-_. ])(?P<month>0?[1-9]|1[0-2])\2{_YEAR}(?!\d)",
        # 14 August 2016, 14th Aug 2016, August 14, 2016, Aug-2016
        rf"(?<!\d){_NTH}[-_. ]?{_MONTH_NAME}[-_., ]*{_YEAR}(?!\d)",
        rf"(?<![a-z]){_MONTH_NAME}[-_. ]*{_NTH}[-_., ]+{_YEAR}(?!\d)",
        rf"(?<![a-z]){_MONTH_NAME}[-_., ]*{_YEAR}(?!\d)",
        # summer 2016
        rf"(?<![a-z])(?P<season>spring|summer|autumn|winter)[-_., ]*{_YEAR}(?!\d)",
        # Robin aged 13 months, Robin 9 months old, Robin 18mths
        rf"(?<![a-z\d])(?P<months>[1-9]\d?){_GAP}?(?:months?|mths?)(?![a-z])",
        # Robin aged 3, Robin 3 years old, Robin's 3rd birthday
        rf"(?<![a-z])age[d _-]{{1,2}}(?P<age>1[0-7]|\d)(?!\d|{_GAP}?(?:m(?:on)?ths?|weeks?|days?))",
        rf"(?<![a-z\d]){_OLD}{_GAP}?(?:years?|yrs?)(?:{_GAP}old)?(?![a-z]| ago)",
        rf"(?<![a-z\d]){_OLD}(?:st|nd|rd|th){_GAP}birthday(?![a-z])",
        # 2016-08 beach
        rf"(?<!\d){_YEAR}[-_.](?P<month>0[1-9]|1[0-2])(?![-_.]?\d)",
        # 2015-2016, 2015-16, 2015 to 2016
        rf"(?<!\d){_YEAR}(?:[-_ ](?P<end>\d\d)|{_UNTIL}(?P<last>19\d\d|20\d\d))(?!\d)",
        # about 2016, c. 2016
        rf"(?<![a-z])(?P<about>about|around|circa|ca?[.]?)[-_ ]?{_YEAR}(?!\d)",
        # beach 2016, but not IMG_2016 nor 2048x1536, nor before 2016, nor from 2010 to 2019
        rf"(?:^|{_COUNTER}{_NO_SPAN}[-_. (]){_YEAR}(?!{_UNTIL}(?:19|20)\d\d)(?=$|[-_. ),])",
    )
)
"""The most exact first. What two years, or "about", say is no more than about a year."""


def from_file_name(file_name: str) -> HonestDate | None:
    """The date in a file's name, no more exact than it stands there; None when there is none."""
    stem = re.sub(r"\.[A-Za-z0-9]{2,5}$", "", file_name)
    for shape in _NAMES:
        for found in shape.finditer(stem):
            if (when := _named(found.groupdict())) is not None:
                return when
    return None


def _named(parts: dict[str, str | None]) -> HonestDate | None:
    if parts.get("months"):
        return HonestDate.parse(f"{parts['months']} months")
    if parts.get("age"):
        return HonestDate.parse(f"aged {parts['age']}")
    if parts.get("season"):
        return _honest(f"{parts['season']} {parts['year']}")
    if parts.get("name"):
        return _honest(" ".join(filter(None, (parts.get("day"), parts["name"], parts["year"]))))
    if parts.get("about"):
        return _honest(f"about {parts['year']}")
    if "end" in parts:
        return _between(int(parts["year"] or 0), parts["last"] or parts["end"] or "")
    numbers = [parts["year"], parts.get("month"), parts.get("day")]
    return _honest("-".join(number.zfill(2) for number in numbers if number))


def _between(year: int, until: str) -> HonestDate | None:
    """A school year, or a winter: about the first of two years that follow each other."""
    follows = str(year + 1).endswith(until)
    return _honest(f"about {year}") if follows else None


def to_come(when: HonestDate) -> bool:
    """True for a day that no picture can have been taken on yet."""
    span = when.span()
    # A camera may stand in an earlier time zone.
    return span is not None and span.first > date.today() + timedelta(days=1)


def _honest(words: str) -> HonestDate | None:
    """The date, if it is in the calendar and not still to come."""
    try:
        when = HonestDate.parse(words)
    except ImpossibleDate:
        return None
    return None if when.span() is None or to_come(when) else when
