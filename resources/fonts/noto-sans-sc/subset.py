"""Makes the two Chinese faces small: only what simplified Chinese names and letters are written in.

    python subset.py NotoSansSC_400Regular.ttf NotoSansSC_700Bold.ttf

Kept are the letters of GB 2312 (6,763 ideographs, kana, full-width marks) and those of rare.txt:
what the Table of General Standard Chinese Characters (State Council of China, 2013) adds to them,
mostly for the names of people and places. Outlines are as they came; hinting, which no printer
uses, and features for vertical or Japanese setting are left out. Needs fonttools.
"""

from __future__ import annotations

import sys
from pathlib import Path

from fontTools import subset

HERE = Path(__file__).parent
ROWS = range(0xA1, 0xF8)
"""The rows of GB 2312 as they are coded in bytes."""


def wanted() -> str:
    """The letters to keep."""
    rare = (HERE / "rare.txt").read_text(encoding="utf-8")
    common = (
        bytes((row, cell)).decode("gb2312", "ignore") for row in ROWS for cell in range(0xA1, 0xFF)
    )
    return "".join(common) + "".join(rare.split())


def cut_down(file: Path) -> None:
    """Writes the subset of a face beside this script, under the face's own file name."""
    options = subset.Options(
        hinting=False, layout_features=["ccmp", "locl", "kern", "mark", "mkmk"], name_IDs=["*"]
    )
    face = subset.load_font(str(file), options)
    work = subset.Subsetter(options)
    work.populate(text=wanted())
    work.subset(face)
    subset.save_font(face, str(HERE / file.name), options)


for name in sys.argv[1:]:
    cut_down(Path(name))
