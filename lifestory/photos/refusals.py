"""Why a picture is not taken in: one trouble for each reason, in words a worker can act on."""

from __future__ import annotations

from lifestory.domain.errors import LifestoryError


class Refused(LifestoryError):
    """This picture can't be used; the others are not affected."""

    message = "This picture cannot be opened."
    remedy = "The file itself is unchanged. Ask for another copy of it."


class EmptyFile(Refused):
    """A file of no bytes."""

    message = "This file is empty."
    remedy = "Copy it again from the phone or card it came from."


class NotAPicture(Refused):
    """By its content it is none of the kinds we read."""

    message = "This is not a picture that Lifestory can open."
    remedy = (
        "It opens JPEG, PNG, HEIC, AVIF, TIFF, WebP, GIF, BMP and PDF. Save it as one of these."
    )


class CutShort(Refused):
    """The file ends before the picture does."""

    message = "Part of this picture is missing: the file was cut short."
    remedy = "Copy it again from the phone or card it came from."


class Damaged(Refused):
    """The picture can't be decoded, though the file seems whole."""

    message = "This file is damaged and cannot be opened."
    remedy = "Ask for another copy, or open it in another program and save it as a new JPEG."


class TooBig(Refused):
    """More pixels, bytes or memory than a picture may cost."""

    message = "This file is too big to open safely."
    remedy = (
        "Open it in another program, save a smaller copy as a JPEG (at most 100 megapixels) and add"
        " that."
    )


class Swollen(TooBig):
    """It needed more memory than a worker has; one with more may still manage it."""


class TooSlow(Refused):
    """It took longer than one picture may."""

    message = "This file took too long to open and was left out."
    remedy = "Open it in another program, save it as a new JPEG and add that."


class Crashed(Refused):
    """The worker process ended over it."""

    message = "This file could not be opened safely and was left out."
    remedy = "Open it in another program, save it as a new JPEG and add that."


class NeedsPassword(Refused):
    """A document that is locked."""

    message = "This document is locked with a password."
    remedy = "Open it with its password, save or print it as a PDF without one, and add that."


REASONS: dict[str, type[Refused]] = {
    reason.__name__: reason
    for reason in (
        EmptyFile,
        NotAPicture,
        CutShort,
        Damaged,
        TooBig,
        Swollen,
        TooSlow,
        Crashed,
        NeedsPassword,
    )
}
"""Each reason by the name it has on the way back from a worker process."""
