"""What another edition has and this one has not, in a sentence, and what to do about it."""

from __future__ import annotations

from textwrap import shorten

from PySide6.QtCore import QCoreApplication

from lifestory.app.apart import Apart, Sort
from lifestory.gui.widgets.band_words import band_word

translate = QCoreApplication.translate
MOST = 48
"""Letters of a passage that tell it from the others on its page."""


def apart_in_words(one: Apart) -> str:
    """A sentence that names the edition and the thing."""
    said = {
        Sort.PAGE: translate("Apart", "{name} has a page here that this one has not: {says}"),
        Sort.PHOTO: translate("Apart", "{name} has a photo here that this one has not: {says}"),
        Sort.WORDS: translate("Apart", "{name} tells this in other words, for {band}: {says}"),
    }[one.sort]
    name = one.name.replace("-", " ").strip()
    name = name[:1].upper() + name[1:]
    says = shorten(one.says, MOST, placeholder="…")
    return said.format(name=name, says=says, band=band_word(one.band)).rstrip(": ")


def button_words(one: Apart) -> str:
    """What its button does."""
    return {
        Sort.PAGE: translate("Apart", "Bring it in"),
        Sort.PHOTO: translate("Apart", "Put it on"),
        Sort.WORDS: translate("Apart", "See the words"),
    }[one.sort]
