"""The page number, in the outer corner: in a leaf for the young, in plain type for the older."""

from __future__ import annotations

from functools import lru_cache

from lifestory.book.desk import Look
from lifestory.book.ornaments import leaf
from lifestory.book.setting import set_text
from lifestory.book.shapes import filled
from lifestory.book.sheet import Sheet, Side
from lifestory.book.styles import mix
from lifestory.domain.plans import Element, Role

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
    sheet.art("folio", [filled(leaf(x, _CENTRE, 14.4, -10), colour)])
    text = set_text(str(number), look.style.folio, 14)
    cap = look.style.folio.size * 0.7 / 72 * 25.4
    sheet.write(Role.FOLIO, text, x - 7, _CENTRE + cap / 2, measure=14, align="centre")


def _plain(sheet: Sheet, look: Look, part: str, number: int) -> None:
    theme = look.style.theme
    size = look.style.preset.folio
    figure = look.style.of("strong", size, 5, theme.title)
    words = look.style.of("body", size, 5, theme.soft)
    running = set_text(look.child.name if sheet.side == "left" else part, words, 120)
    shown = set_text(str(number), figure, 20)
    if sheet.side == "left":
        sheet.write(Role.FOLIO, shown, sheet.left, _CENTRE - 1.5)
        sheet.write(Role.FOLIO, running, sheet.left + 8, _CENTRE - 1.5)
    else:
        sheet.write(
            Role.FOLIO, running, sheet.right - 128, _CENTRE - 1.5, measure=120, align="right"
        )
        sheet.write(Role.FOLIO, shown, sheet.right - 20, _CENTRE - 1.5, measure=20, align="right")
