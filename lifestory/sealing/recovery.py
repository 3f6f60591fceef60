"""The recovery phrase: twelve words that open a store when every passphrase is forgotten.

128 random bits and a checksum as words that can be read out over the telephone: BIP39's English
list, in which the first four letters already tell every word apart.
"""

from __future__ import annotations

import re

from mnemonic import Mnemonic

_LIST = Mnemonic("english")
BITS = 128


def new_phrase() -> str:
    """Twelve fresh words, lower case, one space between them."""
    return _LIST.generate(BITS)


def normalise(phrase: str) -> str:
    """The words as `new_phrase` writes them, whatever case, spaces or punctuation was typed."""
    return " ".join(re.findall(r"[a-z]+", phrase.lower()))


def is_phrase(text: str) -> bool:
    """True when these are twelve words of the list and their checksum holds."""
    words = normalise(text)
    return len(words.split()) == BITS * 3 // 32 and _LIST.check(words)
