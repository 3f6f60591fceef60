"""Finding a free place for words among pictures: boxes that may not meet.

Millimetres, y down.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from lifestory.book.setting import MM, SetText, set_text
from lifestory.book.styles import Type
from lifestory.letters.extents import ink
from lifestory.letters.shaping import set_line, width

_RISE, _FALL = 0.76, 0.26
"""How far Latin letters reach over and under the baseline, in sizes."""


@dataclass(frozen=True, slots=True)
class Area:
    """A rectangle by its edges."""

    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: Area) -> bool:
        """True when the two have a point in common."""
        return (
            self.left < other.right
            and other.left < self.right
            and self.top < other.bottom
            and other.top < self.bottom
        )

    def overlap(self, other: Area) -> float:
        """How much of the other it covers, in mm²."""
        across = min(self.right, other.right) - max(self.left, other.left)
        down = min(self.bottom, other.bottom) - max(self.top, other.top)
        return max(0.0, across) * max(0.0, down)

    def moved(self, dx: float) -> Area:
        """Further to the right by `dx`."""
        return Area(self.left + dx, self.top, self.right + dx, self.bottom)

    def grown(self, by: float) -> Area:
        """With a margin all round."""
        return Area(self.left - by, self.top - by, self.right + by, self.bottom + by)


@dataclass(frozen=True, slots=True)
class Label:
    """A name and a line under it, measured. The box is their ink, the first baseline at 0 and
    the left edge (or the middle, when centred) at 0."""

    name: SetText
    under: SetText

    @property
    def to_under(self) -> float:
        """From the name's last baseline to the first one under it."""
        return under(self.name, self.under)

    @property
    def width(self) -> float:
        """The longest line, in mm."""
        return max(widest(self.name), widest(self.under))

    @property
    def top(self) -> float:
        """The highest ink over the first baseline, in mm (negative)."""
        return -rise(self.name)

    @property
    def bottom(self) -> float:
        """The lowest ink under the first baseline, in mm."""
        return self.name.height + self.to_under + self.under.height + fall(self.under)


def widest(text: SetText) -> float:
    """The longest line, in mm."""
    return max((width(line.spans) / MM for line in text.lines), default=0.0)


def rise(text: SetText) -> float:
    """What stands over the first baseline, in mm: capitals and ascenders, more where the letters
    of another script reach higher."""
    plain = text.type.size * _RISE / MM
    return max(plain, _ink(text, 0)[1] / MM) if text.lines else 0.0


def fall(text: SetText) -> float:
    """What hangs below the last baseline, in mm."""
    plain = text.type.size * _FALL / MM
    return max(plain, -_ink(text, -1)[0] / MM) if text.lines else 0.0


def below(text: SetText) -> float:
    """From the baseline above down to the text's first: its leading, and more for letters that
    stand taller than Latin ones."""
    return text.type.leading + rise(text) - text.type.size * _RISE / MM if text.lines else 0.0


def under(above: SetText, text: SetText) -> float:
    """From the last baseline of one text to the first of the next under it, clear of letters that
    hang deeper than Latin ones."""
    deeper = fall(above) - above.type.size * _FALL / MM
    return below(text) + (deeper if above.lines else 0.0)


def _ink(text: SetText, line: int) -> tuple[float, float]:
    return ink(set_line(text.lines[line].spans, 0.0, 0.0))


def label(name: str, under: str, name_type: Type, under_type: Type, measure: float) -> Label:
    """A label no wider than `measure` mm."""
    return Label(set_text(name, name_type, measure), set_text(under, under_type, measure))


def trouble(area: Area, taken: Iterable[Area], within: Area) -> float:
    """How badly a place fits: 0 when it is free and wholly within bounds."""
    outside = (
        max(0.0, within.left - area.left) + max(0.0, area.right - within.right)
        + max(0.0, within.top - area.top) + max(0.0, area.bottom - within.bottom)
    )  # fmt: skip
    return outside * 40 + sum(area.overlap(other) for other in taken)
