"""What the window wears, and that everybody can read and reach it."""

# mypy: allow-untyped-calls
from __future__ import annotations

import re
import sys
from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QColor, QPalette
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QTabBar,
    QWidget,
)
from pytestqt.qtbot import QtBot

from lifestory import assets
from lifestory.gui import icons, look
from lifestory.gui.actions import KEYS
from lifestory.gui.clerks.seating import BUILT
from lifestory.gui.look import Scheme
from lifestory.gui.seats import SEATS
from lifestory.gui.window import TITLE, Window

pytestmark = pytest.mark.styled

TEXTS = ("text", "quiet", "accent", "stop", "look", "good")
GROUNDS = ("ground", "paper", "stripe", "rail")


def lightness(colour: QColor) -> float:
    """Relative luminance. Source: WCAG 2.1."""

    def line(part: float) -> float:
        return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4

    return (
        0.2126 * line(colour.redF())
        + 0.7152 * line(colour.greenF())
        + 0.0722 * line(colour.blueF())
    )


def contrast(one: QColor, other: QColor) -> float:
    high, low = sorted((lightness(one), lightness(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("scheme", list(Scheme))
def test_every_text_can_be_read_on_every_ground(scheme: Scheme) -> None:
    pairs = [(text, ground) for text in TEXTS for ground in GROUNDS]
    pairs += [(tone, f"{tone}-tint") for tone in ("stop", "look", "good")]
    pairs += [("on-accent", "accent"), ("text", "chosen"), ("accent", "chosen")]
    poor = {
        pair: round(contrast(look.colour(pair[0], scheme), look.colour(pair[1], scheme)), 2)
        for pair in pairs
        if contrast(look.colour(pair[0], scheme), look.colour(pair[1], scheme)) < 4.5
    }
    assert not poor


def test_a_contrast_theme_of_the_system_keeps_its_own_colours(qapp: QApplication) -> None:
    theirs = QPalette()
    role = QPalette.ColorRole
    for one, ink in (
        (role.Window, "#202020"), (role.WindowText, "#ffffff"),
        (role.Highlight, "#8ee3f0"), (role.HighlightedText, "#263b50"),
    ):  # fmt: skip
        theirs.setColor(one, QColor(ink))
    qapp.setProperty("system-colours", look.system_colours(theirs))
    try:
        assert look.colour("ground", Scheme.HIGH_CONTRAST) == QColor("#202020")
        assert look.colour("accent", Scheme.HIGH_CONTRAST) == QColor("#8ee3f0")
        assert look.colour("ground", Scheme.DARK) != QColor("#202020")
        test_every_text_can_be_read_on_every_ground(Scheme.HIGH_CONTRAST)
        assert "#202020" in look.style_sheet(Scheme.HIGH_CONTRAST)
    finally:
        qapp.setProperty("system-colours", None)


def test_the_style_sheet_names_no_colour_of_its_own() -> None:
    assert not re.search(r"#[0-9a-fA-F]{3,8}\b", assets.read_bytes("themes", "window.qss").decode())


@pytest.mark.parametrize("scheme", list(Scheme))
def test_the_palette_and_the_icons_follow_the_scheme(qapp: QApplication, scheme: Scheme) -> None:
    look.wear(qapp, scheme)
    assert qapp.palette().color(QPalette.ColorRole.Window) == look.colour("ground")
    drawn = icons.pixmap("check", look.colour("text"), 32).toImage()
    inks = {drawn.pixelColor(x, y).name() for x in range(32) for y in range(32)
            if drawn.pixelColor(x, y).alpha() == 255}  # fmt: skip
    assert look.colour("text").name() in inks


def test_a_window_that_stands_is_dressed_anew(window: Window, qapp: QApplication) -> None:
    entry = window.rail.entries["children"]
    before = entry.icon().cacheKey()
    look.wear(qapp, Scheme.DARK)
    QApplication.processEvents()
    assert entry.icon().cacheKey() != before


def test_every_seat_has_its_own_number_and_icon() -> None:
    assert [seat.key for seat in SEATS] == [f"Ctrl+{number}" for number in range(1, 9)]
    for seat in SEATS:
        assert assets.path("icons", f"{seat.icon}.svg").is_file() or seat.name not in BUILT
    keys = [key for one in KEYS for key in one.keys] + [seat.key for seat in SEATS]
    assert len(keys) == len(set(keys))


CONTROLS = (
    QAbstractButton, QLineEdit, QPlainTextEdit, QComboBox, QAbstractItemView, QTabBar,
)  # fmt: skip


def unnamed(root: QWidget) -> list[str]:
    """Every control under a widget that a screen reader could not name."""
    found = []
    for kind in CONTROLS:
        for control in root.findChildren(kind):
            face = QAccessible.queryAccessibleInterface(control)
            inner = isinstance(control.parent(), QComboBox | QLineEdit)
            # Qt calls a tab bar by the tab one is in; where there is none yet, it has no name.
            inner |= isinstance(control, QTabBar) and not control.count()
            if not inner and not face.text(QAccessible.Text.Name).strip():
                found.append(f"{type(control).__name__} {control.objectName()}".strip())
    return found


def test_every_control_has_a_name(window: Window) -> None:
    assert not unnamed(window.unlock)
    assert not unnamed(window.head)
    assert not unnamed(window.rail)
    for name, seated in window.seated.items():
        assert not unnamed(seated.place), name


def test_every_control_can_be_reached_by_keyboard(window: Window) -> None:
    unreachable = [
        f"{type(one).__name__} {one.accessibleName()}"
        for one in window.findChildren(QWidget)
        if isinstance(one, CONTROLS)
        and not isinstance(one.parent(), QComboBox | QLineEdit)
        and not one.focusPolicy() & Qt.FocusPolicy.TabFocus
        and "QToolButton" not in type(one).__name__
        and not isinstance(one, QAbstractItemView)
        and not (isinstance(one, QPlainTextEdit) and one.isReadOnly())
    ]
    assert not unreachable


def test_the_title_never_names_a_child(window: Window) -> None:
    assert window.windowTitle() == TITLE == "Lifestory"


def test_none_does_not_sink(qtbot: QtBot) -> None:
    """PySide6 6.12 on Python 3.11 loses a reference to None in every void call, and aborts."""
    label = QLabel()
    qtbot.addWidget(label)
    before = sys.getrefcount(None)
    for number in range(1000):
        label.setText(str(number))
    assert sys.getrefcount(None) > before - 100


def test_a_style_sheet_with_a_name_nobody_fills_is_refused(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    read: Callable[..., bytes] = lambda *_: b"QLabel { color: $nobody; }"  # noqa: E731
    monkeypatch.setattr(assets, "read_bytes", read)
    with pytest.raises(KeyError, match="nobody"):
        look.style_sheet(Scheme.LIGHT)
