"""What a reader calls one letter: a base with its marks, never to be parted."""

from __future__ import annotations

from unicodedata import category, combining

JOINER, NON_JOINER = "\u200d", "\u200c"
TAGS = "\U000e0020", "\U000e007f"
"""What tells one black flag from another: that of Wales is followed by "gbwls" in these."""
VIRAMA = 9
"""The combining class of the sign that ties two Indic consonants into one."""


def clusters(text: str) -> list[str]:
    """The text letter by letter; joined together again it is the text.

    A plain reading of UAX #29 (extended grapheme clusters, Indic conjuncts kept whole); Hangul
    written in single jamo is not joined, since no face here has it.
    """
    if text.isascii():
        return list(text)
    found: list[str] = []
    for letter in text:
        if found and _belongs(found[-1], letter):
            found[-1] += letter
        else:
            found.append(letter)
    return found


def _belongs(before: str, letter: str) -> bool:
    last = before[-1]
    if category(last) in ("Cc", "Zl", "Zp"):
        return False
    if letter in (JOINER, NON_JOINER) or category(letter).startswith("M"):
        return True
    if last == JOINER or "\U0001f3fb" <= letter <= "\U0001f3ff" or TAGS[0] <= letter <= TAGS[1]:
        return True
    if combining(last) == VIRAMA:
        return category(letter) == "Lo"
    return _is_flag(before) and _is_flag(letter)


def _is_flag(letters: str) -> bool:
    """One regional indicator, the half of a flag."""
    return len(letters) == 1 and "\U0001f1e6" <= letters <= "\U0001f1ff"
