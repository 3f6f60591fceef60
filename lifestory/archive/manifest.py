"""The BagIt bag around a case: its tag files, written and checked. Source: RFC 8493.

Checking is writing again: a list that is not to the letter what the files come to is refused,
which finds the missing file, the added one, the changed one and the list that lies. The library
`bagit` needs a bag on the disk, in plain; the tests hold this against it.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass

from lifestory import __version__
from lifestory.archive.tarball import BrokenArchive
from lifestory.domain.errors import NewerFormat

VERSION = 1
PAYLOAD = "data/"
BAGIT = "bagit.txt"
INFO = "bag-info.txt"
ENVELOPE = "envelope-sha256.txt"
"""Digests of what stands outside the seal, so that the seal covers that too."""
LISTS = tuple(
    f"{kind}-{digest}.txt"
    for kind in ("manifest", "tagmanifest")
    for digest in ("sha256", "sha512")
)

_BAGIT_TEXT = b"BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"
_VERSION_LINE = re.compile(rb"^Lifestory-Archive-Version: ([0-9]{1,9})$", re.MULTILINE)


class NotAsListed(BrokenArchive):
    """What the lists say of the files is not what the files come to."""

    message = "The files in this archive are not those that it lists."


@dataclass(frozen=True)
class Sums:
    """What a file's bytes come to: how many, and their digests in hexadecimal."""

    bytes: int
    sha256: str
    sha512: str


def sums_of(content: bytes) -> Sums:
    """What bytes in memory come to."""
    sha256, sha512 = hashlib.sha256(content), hashlib.sha512(content)
    return Sums(len(content), sha256.hexdigest(), sha512.hexdigest())


def first_tags(envelope: Mapping[str, bytes]) -> dict[str, bytes]:
    """The tag files that stand before the payload; `envelope` holds the files outside the seal."""
    info = (
        f"Bag-Software-Agent: Lifestory {__version__}\n"
        "External-Description: A life story: records, originals and books\n"
        f"Lifestory-Archive-Version: {VERSION}\n"
    )
    return {
        BAGIT: _BAGIT_TEXT,
        INFO: info.encode(),
        ENVELOPE: _listed({name: sums_of(text).sha256 for name, text in envelope.items()}),
    }


def manifests(sums: Mapping[str, Sums]) -> dict[str, bytes]:
    """The manifests over every file of the bag so far, and the tag manifests over the rest."""
    payload = {name: one for name, one in sums.items() if name.startswith(PAYLOAD)}
    made = _both("manifest", payload)
    tags = {name: one for name, one in sums.items() if not name.startswith(PAYLOAD)}
    tags.update((name, sums_of(text)) for name, text in made.items())
    return made | _both("tagmanifest", tags)


def check_version(info: bytes) -> None:
    """Raises NewerFormat for a bag-info.txt of a later version, BrokenArchive for none."""
    found = _VERSION_LINE.search(info)
    if found is None:
        raise BrokenArchive("This archive does not say which version it is.")
    if int(found[1]) > VERSION:
        raise NewerFormat


def check_bag(
    sums: Mapping[str, Sums], tags: Mapping[str, bytes], envelope: Mapping[str, bytes]
) -> None:
    """Raises BrokenArchive unless tag files and files agree. `sums` has the tag files too."""
    if tags.get(BAGIT) != _BAGIT_TEXT:
        raise BrokenArchive("What is inside this archive is not a bag.")
    check_version(tags.get(INFO, b""))
    if tags.get(ENVELOPE) != first_tags(envelope)[ENVELOPE]:
        raise BrokenArchive(
            "README.txt or key.age in this archive has been changed since it was written."
        )
    expected = manifests({name: one for name, one in sums.items() if name not in LISTS})
    listed = {name: tags[name] for name in LISTS if name in tags}
    if listed != expected:
        raise NotAsListed


def _both(kind: str, sums: Mapping[str, Sums]) -> dict[str, bytes]:
    return {
        f"{kind}-sha256.txt": _listed({name: one.sha256 for name, one in sums.items()}),
        f"{kind}-sha512.txt": _listed({name: one.sha512 for name, one in sums.items()}),
    }


def _listed(digests: Mapping[str, str]) -> bytes:
    # Two spaces, so that sha256sum -c reads it as well; names need no quoting (names.is_safe).
    return "".join(f"{digests[name]}  {name}\n" for name in sorted(digests)).encode()
