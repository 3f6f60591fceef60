"""The page number, in the outer corner: in the theme's sign for the young, else in plain type."""

from __future__ import annotations

from functools import lru_cache

from lifestory.book.desk import Look
from lifestory.book.motifs import mark
from lifestory.book.ornaments import leaf
from lifestory.book.setting import MM, fit_text, set_text
from lifestory.book.shapes import circle, filled
from lifestory.book.sheet import Sheet, Side
from lifestory.book.styles import mix
from lifestory.book.themes import Theme
from lifestory.domain.plans import Element, Role, Shape
from lifestory.letters.shaping import width

_CENTRE = 284.5
_FROM_EDGE = 20.0


@lru_cache(maxsize=1024)
def folio(look: Look, side: Side, under: str, part: str, number: int) -> tuple[Element, ...]:
    """The number of one page, and for older readers the running words beside it. `under` is the
    colour of what lies there, empty for the ground."""
    sheet = Sheet(look.style, side, look.paper)
    if look.style.reader.look == "quiet":
        _plain(sheet, look, part, number)
    else:
        _in_a_leaf(sheet, look, under, number)
    return sheet.pages()[0]


def _in_a_leaf(sheet: Sheet, look: Look, under: str, number: int) -> None:
    theme = look.style.theme
    x = _FROM_EDGE if sheet.side == "left" else sheet.width - _FROM_EDGE
    colour = mix(theme.shapes[0], under, 0.9) if under else theme.shapes[0]
    if theme.drawn["mark"] == "leaf":
        sheet.art("folio", [filled(leaf(x, _CENTRE, 14.4, -10), colour)])
    else:
        vein = mix(colour, theme.ground, 0.5)
        sheet.art("folio", _sign(theme, x, colour, vein))
    text = set_text(str(number), look.style.folio, 14)
    cap = look.style.folio.size * 0.7 / 72 * 25.4
    sheet.write(Role.FOLIO, text, x - 7, _CENTRE + cap / 2, measure=14, align="centre")


def _sign(theme: Theme, x: float, colour: str, vein: str) -> list[Shape]:
    """Room for the number: a moon with a star beside it, a shell, a patch."""
    if theme.drawn["mark"] == "star":
        beside = mark(theme, x + 6.6, _CENTRE - 6.2, 5, 0, theme.shapes[4], vein)
        return [filled(circle(x, _CENTRE, 6.6), colour), *beside]
    size, lift = (18.0, -1.0) if theme.drawn["mark"] == "shell" else (15.0, 0.0)
    return mark(theme, x, _CENTRE + lift, size, 0, colour, vein)


def _plain(sheet: Sheet, look: Look, part: str, number: int) -> None:
    theme = look.style.theme
    size = look.style.preset.folio
    figure = look.style.of("strong", size, 5, theme.title)
    words = look.style.of("body", size, 5, theme.soft)
    running = fit_text(look.child.name if sheet.side == "left" else part, words, 120, 0.0)
    if len(running.lines) > 1:
        # Words beside the number help to find one's way; a name of lines does not.
        running = set_text((), words, 120)
    shown = set_text(str(number), figure, 20)
    beside = max(8.0, width(shown.lines[0].spans) / MM + 3)
    if sheet.side == "left":
        sheet.write(Role.FOLIO, shown, sheet.left, _CENTRE - 1.5)
        sheet.write(Role.FOLIO, running, sheet.left + beside, _CENTRE - 1.5)
    else:
        sheet.write(
            Role.FOLIO,
            running,
            sheet.right - beside - 120,
            _CENTRE - 1.5,
            measure=120,
            align="right",
        )
        sheet.write(Role.FOLIO, shown, sheet.right - 20, _CENTRE - 1.5, measure=20, align="right")
