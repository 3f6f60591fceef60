"""What the window wears: palette, style sheet and type, filled from resources/themes/window.toml.

The style sheet speaks palette roles; the few meanings for which Qt has none (late, attention,
confirmed) are names in it that are filled in here for the scheme that is worn.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from enum import StrEnum
from string import Template

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QFontInfo, QPalette
from PySide6.QtWidgets import QApplication, QStyleFactory

from lifestory import assets

FAMILY = "Atkinson Hyperlegible Next"
STORY_FAMILY = "Andika"
LEAST_PIXELS = 14
TEXT_SIZES = (100, 115, 130, 150, 175, 200)
"""Percent of the system's size."""


class Scheme(StrEnum):
    """The three ways the window can look; the system says which."""

    LIGHT = "light"
    DARK = "dark"
    HIGH_CONTRAST = "high-contrast"


Role = QPalette.ColorRole
_ROLES = {
    "ground": (Role.Window,),
    "paper": (Role.Base, Role.Button, Role.ToolTipBase),
    "stripe": (Role.AlternateBase,),
    "rail": (Role.Midlight,),
    "line": (Role.Mid,),
    "button-edge": (Role.Shadow,),
    "field-edge": (Role.Dark,),
    "text": (Role.WindowText, Role.Text, Role.ButtonText, Role.HighlightedText, Role.ToolTipText),
    "quiet": (Role.PlaceholderText,),
    "accent": (Role.Accent, Role.Link, Role.LinkVisited),
    "on-accent": (Role.BrightText,),
    "chosen": (Role.Highlight, Role.Light),
}
SCHEME_EVENTS = (
    QEvent.Type.ApplicationPaletteChange,
    QEvent.Type.PaletteChange,
    QEvent.Type.StyleChange,
)
"""What a widget may hear when the scheme changes; which of them comes depends on the platform."""

_INK = (Role.WindowText, Role.Text, Role.ButtonText)


def worn() -> Scheme:
    """The scheme the application wears now."""
    application = QApplication.instance()
    kept = application.property("scheme") if application else None
    return Scheme(kept) if kept else Scheme.LIGHT


def colour(name: str, scheme: Scheme | None = None) -> QColor:
    """A colour by its name in window.toml, in the scheme worn; KeyError for a name not there."""
    return QColor(_colours(scheme or worn())[name])


def _colours(scheme: Scheme) -> dict[str, str]:
    """Every colour of a scheme; in high contrast the system's own, where it has them."""
    data = assets.read_toml("themes", "window.toml")[scheme]
    own: dict[str, str] = {**data["roles"], **data["tones"]}
    application = QApplication.instance()
    theirs = application.property("system-colours") if application else None
    return own | theirs if theirs and scheme is Scheme.HIGH_CONTRAST else own


def system_colours(palette: QPalette) -> dict[str, str]:
    """Our names in the colours of a contrast theme: its text on its window, its highlight for what
    is chosen or asks to be pressed. A meaning (late, good) keeps its word and its icon, and loses
    its colour, for nobody promises that ours can be read on theirs."""
    ground, text = (palette.color(role).name() for role in (Role.Window, Role.WindowText))
    faint = palette.color(QPalette.ColorGroup.Disabled, Role.WindowText).name()
    accent, on_accent = (
        palette.color(role).name() for role in (Role.Highlight, Role.HighlightedText)
    )
    grounds = ("ground", "paper", "stripe", "rail", "chosen", "neutral-tint", "desk")
    texts = ("text", "quiet", "line", "button-edge", "field-edge")
    made = dict.fromkeys(grounds, ground) | dict.fromkeys(texts, text)
    for tone in ("stop", "look", "good"):
        made |= {tone: text, f"{tone}-tint": ground}
    return made | {"faint": faint, "accent": accent, "on-accent": on_accent}


def system_scheme() -> Scheme:
    """What the system asks for."""
    hints = QApplication.styleHints()
    if hints.accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast:
        return Scheme.HIGH_CONTRAST
    dark = hints.colorScheme() == Qt.ColorScheme.Dark
    return Scheme.DARK if dark else Scheme.LIGHT


def palette(scheme: Scheme) -> QPalette:
    """The palette of a scheme."""
    made = QPalette()
    for name, roles in _ROLES.items():
        for role in roles:
            made.setColor(role, colour(name, scheme))
    for role in _INK:
        made.setColor(QPalette.ColorGroup.Disabled, role, colour("faint", scheme))
    return made


def load_fonts() -> None:
    """Register the faces we bring along: the window looks the same on every machine, and a name
    in Urdu or Bengali is never a row of boxes."""
    for file in sorted(assets.path("fonts").rglob("*.ttf")):
        QFontDatabase.addApplicationFont(str(file))


def base_pixels() -> int:
    """The size of body text in pixels: the system's, never below 14, grown as the worker asked."""
    application = QApplication.instance()
    kept = application.property("system-pixels") if application else None
    return round(max(LEAST_PIXELS, int(kept or 0)) * text_percent() / 100)


def text_percent() -> int:
    """How large text is, of the system's size."""
    application = QApplication.instance()
    return int((application.property("text-percent") if application else None) or 100)


def set_text_percent(application: QApplication, percent: int) -> None:
    """Make all text so large, at once and everywhere."""
    if percent != text_percent():
        application.setProperty("text-percent", percent)
        wear(application, worn())


def larger(pixels: float) -> int:
    """A measure of the 14 px design in pixels, grown with the text."""
    return round(pixels * base_pixels() / LEAST_PIXELS)


def font(scale: float = 1.0, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    """The window's face at a multiple of the body size."""
    made = QFont(FAMILY)
    made.setPixelSize(round(base_pixels() * scale))
    made.setWeight(weight)
    return made


MINOR, BODY, TITLE, HERO = 0.86, 1.0, 1.29, 1.71


def style_sheet(scheme: Scheme) -> str:
    """The style sheet of a scheme; KeyError when it uses a name nobody fills."""
    names = {name.replace("-", "_"): value for name, value in _colours(scheme).items()}
    names["edge"] = "palette(mid)" if scheme is Scheme.HIGH_CONTRAST else "transparent"
    contrast = scheme is Scheme.HIGH_CONTRAST
    names["chosen_edge"] = "2px solid palette(accent)" if contrast else "1px solid palette(shadow)"
    for name, scale in (("minor", MINOR), ("body", BODY), ("title", TITLE), ("hero", HERO)):
        names[name] = f"{round(base_pixels() * scale)}px"
    text = assets.read_bytes("themes", "window.qss").decode()
    return Template(text).substitute(names)


@contextmanager
def undressed(application: QApplication) -> Iterator[None]:
    """For as long as a whole window is put together or dressed anew: under a style sheet every
    widget is polished again whenever it, or what it stands in, is given a place, and most of all
    when one style sheet follows another. That took 0.9 s, not 0.35, and 2.5 s, not 0.4."""
    application.setStyleSheet("")
    yield
    application.setStyleSheet(style_sheet(worn()))


def wear(application: QApplication, scheme: Scheme) -> None:
    """Dress the whole application; every widget hears of it as a palette change."""
    first = application.property("scheme") is None
    if application.property("system-pixels") is None:
        application.setProperty("system-pixels", QFontInfo(application.font()).pixelSize())
    application.setProperty("scheme", str(scheme))
    with undressed(application):
        if sys.platform == "win32":  # the only one whose contrast themes have colours of their own
            application.setPalette(QPalette())
            application.setProperty("system-colours", system_colours(application.palette()))
        if first:
            application.setStyle(QStyleFactory.create("Fusion"))
        application.setFont(font())
        application.setPalette(palette(scheme))
