"""What is known to help against a finding, in a few words; and where its field is."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from lifestory.app.no_consent import CHECK as NO_CONSENT
from lifestory.domain.findings import Finding, Fix

translate = QCoreApplication.translate
_OF_WORDS = {"words", "sentences", "translation", "letters"}
"""Checks whose record is a passage; that of every other is a photo."""


def fix_words(fix: Fix) -> str:
    """What the button says."""
    return {
        Fix.LESS_ROOM: translate("Fixes", "Make it smaller"),
        Fix.YOUNGER_WORDS: translate("Fixes", "Use the younger words"),
        Fix.OVERLEAF: translate("Fixes", "Go on overleaf"),
        Fix.STILL_FITS: translate("Fixes", "It still fits"),
        Fix.REMOVE_PAGE: translate("Fixes", "Take the page out"),
        Fix.SET_FOR_A5: translate("Fixes", "Set it for A5"),
    }[fix]


def done_words(fix: Fix) -> str:
    """What was done, in a sentence."""
    return {
        Fix.LESS_ROOM: translate("Fixes", "The photo prints smaller, and sharp."),
        Fix.YOUNGER_WORDS: translate("Fixes", "The page tells the words for a younger reader."),
        Fix.OVERLEAF: translate("Fixes", "The words go on overleaf."),
        Fix.STILL_FITS: translate("Fixes", "The translation is kept as it is."),
        Fix.REMOVE_PAGE: translate("Fixes", "The page is taken out. What was on it stays."),
        Fix.SET_FOR_A5: translate("Fixes", "The edition is set for A5."),
    }[fix]


def where_words(finding: Finding) -> str:
    """The page a finding is on."""
    if finding.page is not None:
        return translate("Fixes", "Page {page}").format(page=finding.page)
    if finding.block is not None:
        return translate("Fixes", "No page yet")
    return translate("Fixes", "The whole book")


def is_of_words(finding: Finding) -> bool:
    """True where it lies in a passage, whose words are changed in Story."""
    return finding.record is not None and finding.check in _OF_WORDS


def is_of_people(finding: Finding) -> bool:
    """True where it is about who is in a photo, which is settled beside that photo."""
    return finding.record is not None and finding.check == NO_CONSENT


def is_of_photo(finding: Finding) -> bool:
    """True where it is about a photo."""
    return finding.record is not None and finding.check not in _OF_WORDS
