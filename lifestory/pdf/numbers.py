"""Numbers and colours as a PDF writes them."""

from __future__ import annotations

from functools import cache


def number(value: float) -> str:
    """A measure to a thousandth, far below ink. PDF knows no exponents."""
    written = f"{value:.3f}".rstrip("0").rstrip(".")
    return "0" if written == "-0" else written


@cache
def fills(hexadecimal: str) -> str:
    """What fills with "#RRGGBB" (PDF 32000-1, 8.6.8): grey as grey, which a colour printer prints
    in black alone, where it would mix three inks for it otherwise."""
    parts = [number(int(hexadecimal[at : at + 2], 16) / 255) for at in (1, 3, 5)]
    return f"{parts[0]} g" if len(set(parts)) == 1 else f"{' '.join(parts)} rg"


@cache
def draws(hexadecimal: str) -> str:
    """The same for what draws a line."""
    return fills(hexadecimal).upper()
