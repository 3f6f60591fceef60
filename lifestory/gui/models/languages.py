"""The languages a passage can be told in beside the book's own: those our faces can print."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

LEFTWARDS = {"ar", "ckb", "fa", "ps", "ur"}
"""Those that run from right to left."""


def languages() -> Mapping[str, str]:
    """What each is called, by its tag of BCP 47, in the order of their names."""
    say = QCoreApplication.translate
    called = {
        "sq": say("Languages", "Albanian"), "ar": say("Languages", "Arabic"),
        "bn": say("Languages", "Bengali"), "bg": say("Languages", "Bulgarian"),
        "zh-Hans": say("Languages", "Chinese"), "cs": say("Languages", "Czech"),
        "fr": say("Languages", "French"), "de": say("Languages", "German"),
        "el": say("Languages", "Greek"), "hi": say("Languages", "Hindi"),
        "hu": say("Languages", "Hungarian"), "ga": say("Languages", "Irish"),
        "it": say("Languages", "Italian"), "ckb": say("Languages", "Kurdish (Sorani)"),
        "lv": say("Languages", "Latvian"), "lt": say("Languages", "Lithuanian"),
        "ne": say("Languages", "Nepali"), "pa": say("Languages", "Panjabi"),
        "ps": say("Languages", "Pashto"), "fa": say("Languages", "Persian"),
        "pl": say("Languages", "Polish"), "pt": say("Languages", "Portuguese"),
        "ro": say("Languages", "Romanian"), "ru": say("Languages", "Russian"),
        "gd": say("Languages", "Scottish Gaelic"), "sk": say("Languages", "Slovak"),
        "so": say("Languages", "Somali"), "es": say("Languages", "Spanish"),
        "ta": say("Languages", "Tamil"), "tr": say("Languages", "Turkish"),
        "uk": say("Languages", "Ukrainian"), "ur": say("Languages", "Urdu"),
        "vi": say("Languages", "Vietnamese"), "cy": say("Languages", "Welsh"),
        "yo": say("Languages", "Yoruba"),
    }  # fmt: skip
    return dict(sorted(called.items(), key=lambda one: one[1]))
