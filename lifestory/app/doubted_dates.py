"""Dates that cannot be: a camera's clock set wrongly says a day before birth or one to come."""

from __future__ import annotations

from datetime import date, timedelta
from enum import StrEnum

from lifestory.app.working_days import today as today_in_london
from lifestory.domain.dates import Span
from lifestory.domain.media import DateSource, Photo


class Doubt(StrEnum):
    """Why a date cannot be believed; nobody doubts what the worker said."""

    NONE = ""
    BEFORE_BIRTH = "before-birth"
    TO_COME = "to-come"


def doubt_of(span: Span | None, born: date | None, today: date) -> Doubt:
    """Why these days cannot be when this child was photographed."""
    # A camera may have stood in an earlier time zone.
    if span is not None and span.first > today + timedelta(days=1):
        return Doubt.TO_COME
    if span is not None and born is not None and span.last < born:
        return Doubt.BEFORE_BIRTH
    return Doubt.NONE


def doubted(photo: Photo, born: date | None, today: date | None = None) -> Doubt:
    """Why what is said of a photo's date cannot be."""
    if photo.taken_from is DateSource.WORKER:
        return Doubt.NONE
    return doubt_of(photo.taken.span(born), born, today or today_in_london())


def believed(photo: Photo, born: date | None, today: date | None = None) -> Span | None:
    """The days on which a photo may have been taken; None where nobody knows, or what is said
    cannot be and no worker has said that it is right."""
    return None if doubted(photo, born, today) else photo.taken.span(born)
