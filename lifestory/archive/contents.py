"""What may stand where in the bag of version 1, and how large it may be.

Anything else is refused by its name and its stated size, before a byte of it is read: a list that
would fill the memory, a bag within the bag, a file that no program of ours would look at.
"""

from __future__ import annotations

from lifestory.archive import manifest
from lifestory.archive.names import is_safe
from lifestory.archive.openfolder import MOST_JSON, MOST_ORIGINAL
from lifestory.archive.trail import MOST_BYTES as MOST_TRAIL
from lifestory.archive.trail import NAME as TRAIL

MOST_FILES = 100_000
"""Files in one archive."""

CHILD = f"{manifest.PAYLOAD}child.json"
TRAIL_FILE = f"{manifest.PAYLOAD}{TRAIL}"

_MOST_LIST = 64 * 2**20
"""Bytes of a manifest: that of MOST_FILES files."""
_MOST_TEXT = 2**20

_FILES = {
    manifest.BAGIT: 4096,
    manifest.INFO: 64 * 2**10,
    manifest.ENVELOPE: 4096,
    **dict.fromkeys(manifest.LISTS, _MOST_LIST),
    f"{manifest.PAYLOAD}README.txt": _MOST_TEXT,
    f"{manifest.PAYLOAD}child.schema.json": 4 * _MOST_TEXT,
    CHILD: MOST_JSON,
    TRAIL_FILE: MOST_TRAIL,
}
_FOLDERS = (f"{manifest.PAYLOAD}originals", f"{manifest.PAYLOAD}books")


def most_bytes(name: str) -> int | None:
    """How large the file of that name in the bag may be; None where none may have it."""
    folder, _, last = name.rpartition("/")
    if folder in _FOLDERS:
        return MOST_ORIGINAL if is_safe(last) else None
    return _FILES.get(name)


def is_kept(name: str) -> bool:
    """True for what is needed whole: the lists, the records and the trail."""
    return name in {CHILD, TRAIL_FILE} or not name.startswith(manifest.PAYLOAD)
