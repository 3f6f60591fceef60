"""A figure that was measured beside the most it may be, and the table of them all."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Figure:
    """One line of the table. A `limit` of None is said for information, and is always good."""

    name: str
    measured: float
    limit: float | None = None
    unit: str = ""

    @property
    def good(self) -> bool:
        """True when it is no more than it may be."""
        return self.limit is None or self.measured <= self.limit


def table(figures: Sequence[Figure]) -> str:
    """The figures as a Markdown table."""
    rows = [("what", "measured", "at most", "ok")]
    rows += [
        (
            one.name,
            _said(one.measured, one.unit),
            "" if one.limit is None else _said(one.limit, one.unit),
            "" if one.limit is None else "yes" if one.good else "NO",
        )
        for one in figures
    ]
    widths = [max(len(row[column]) for row in rows) for column in range(4)]
    rows.insert(1, tuple("-" * width for width in widths))  # type: ignore[arg-type]
    return "\n".join(
        "| " + " | ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)) + " |"
        for row in rows
    )


def _said(value: float, unit: str) -> str:
    return f"{value:,.{0 if value >= 100 else 2}f} {unit}".strip()
