"""What is hidden in a photo, in words: "Number plate blurred"."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from lifestory.domain.edits import Hid, Hidden, Hiding

translate = QCoreApplication.translate


def what_in_words(what: Hid) -> str:
    """ "Number plate"."""
    return {
        Hid.FACE: translate("Hidden", "Face"),
        Hid.DOOR_NUMBER: translate("Hidden", "Door number"),
        Hid.NUMBER_PLATE: translate("Hidden", "Number plate"),
        Hid.BADGE: translate("Hidden", "Badge"),
        Hid.OTHER: translate("Hidden", "Something else"),
    }[what]


def all_in_words(hidden: Sequence[Hidden]) -> list[str]:
    """Each of them, numbered where two would be called the same: "Face blurred 2"."""
    said = [_in_words(one) for one in hidden]
    many, met = Counter(said), Counter[str]()
    words = []
    for one in said:
        met[one] += 1
        words.append(f"{one} {met[one]}" if many[one] > 1 else one)
    return words


def _in_words(one: Hidden) -> str:
    blurred = one.how is Hiding.BLUR
    if one.what is Hid.OTHER:
        return translate("Hidden", "Part blurred") if blurred else translate(
            "Hidden", "Part covered")  # fmt: skip
    said = translate("Hidden", "{what} blurred") if blurred else translate(
        "Hidden", "{what} covered")  # fmt: skip
    return said.format(what=what_in_words(one.what))


def icon_of(what: Hid) -> str:
    """The icon that stands beside it."""
    return {
        Hid.FACE: "scan-face",
        Hid.DOOR_NUMBER: "house",
        Hid.NUMBER_PLATE: "car",
        Hid.BADGE: "id-card",
        Hid.OTHER: "droplet",
    }[what]
