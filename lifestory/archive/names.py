"""File names that are safe on every system, and how two of them are told apart."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from pathlib import PurePosixPath

MOST_BYTES = 150
"""The longest name we give, in UTF-8: well under what disks allow, since a folder comes before."""

_FORBIDDEN = re.compile(
    r'[<>:"/\\|?*%'  # refused by Windows, or with a meaning in a path or (%) in a BagIt manifest
    r"\x00-\x1f\x7f-\x9f\ud800-\udfff\u2028\u2029"  # no letters at all, or ends of lines
    # marks that turn the order of letters round, so that a name shows as what it is not
    r"\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]"
)

_DEVICES = frozenset(
    ["con", "prn", "aux", "nul", "conin$", "conout$"]
    + [f"{port}{number}" for port in ("com", "lpt") for number in "0123456789¹²³"]
)
"""Names that mean a device on Windows, with any ending."""


def same_file(name: str) -> str:
    """What two names have in common when some system would take them for one file."""
    folded = unicodedata.normalize("NFC", name).casefold()
    return unicodedata.normalize("NFC", folded)


def is_safe(name: str) -> bool:
    """True for the name of a file, without a folder, that every system can keep as it is."""
    return (
        0 < len(name.encode("utf-8", "surrogatepass")) <= 255
        and name.strip() == name
        and not name.endswith(".")
        and not _FORBIDDEN.search(name)
        and not _is_device(name)
    )


def safe_name(name: str) -> str:
    """A safe name as near to `name` as can be; a safe one of a fair length stays as it is."""
    last = unicodedata.normalize("NFC", name).replace("\\", "/").rstrip("/").split("/")[-1]
    kept = _FORBIDDEN.sub("_", last).strip().rstrip(". ")
    if _is_device(kept):
        kept = f"_{kept}"
    return _shortened(kept) or "original"


def told_apart(names: Iterable[str]) -> list[str]:
    """Each name made safe, and later ones of the same name given a number: `Photo (2).jpg`."""
    taken: set[str] = set()
    found = []
    for name in names:
        wanted = PurePosixPath(safe_name(name))
        one, number = wanted.name, 1
        while same_file(one) in taken:
            number += 1
            one = f"{wanted.stem} ({number}){wanted.suffix}"
        taken.add(same_file(one))
        found.append(one)
    return found


def _is_device(name: str) -> bool:
    return name.partition(".")[0].strip().lower() in _DEVICES


def _shortened(name: str) -> str:
    if len(name.encode()) <= MOST_BYTES:
        return name
    stem, dot, suffix = name.rpartition(".")
    if not stem or len(suffix.encode()) > 16:
        stem, dot, suffix = name, "", ""
    room = MOST_BYTES - len((dot + suffix).encode())
    cut = stem.encode()[:room].decode("utf-8", "ignore")
    return (cut + dot + suffix).strip().rstrip(". ")
