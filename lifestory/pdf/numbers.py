"""Numbers and colours as a PDF writes them."""

from __future__ import annotations

from functools import cache


def number(value: float) -> str:
    """A measure to a thousandth, far below ink. PDF knows no exponents."""
    written = f"{value:.3f}".rstrip("0").rstrip(".")
    return "0" if written == "-0" else written


@cache
def colour(hexadecimal: str) -> str:
    """The three numbers from 0 to 1 that "#RRGGBB" stands for."""
    return " ".join(number(int(hexadecimal[at : at + 2], 16) / 255) for at in (1, 3, 5))
