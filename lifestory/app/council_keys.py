"""Whose public keys open every store that is made: the council's way in, set as a rule, so that a
child's story is not lost with a passphrase and a slip of paper."""

from __future__ import annotations

import sys
import tomllib
from pathlib import Path

from lifestory import assets
from lifestory.domain.errors import LifestoryError
from lifestory.sealing.streams import NotARecipient, check_recipient
from lifestory.store.keyslots import Holder

__all__ = ["Holder", "MistakenKeys", "council_keys", "label_of"]

BESIDE = "lifestory-keys.toml"
"""Laid beside the program by the council."""


class MistakenKeys(LifestoryError):
    """The list of the council's keys cannot be used. No store is made without what it should say:
    nobody would notice until the day that key is needed."""

    remedy = "Tell whoever looks after Lifestory for you. Nothing has been made or changed."


def council_keys() -> tuple[Holder, ...]:
    """Those who can open every store that is made: as the file beside the program says, else
    resources/rules/keys.toml. Raises MistakenKeys."""
    beside = Path(sys.executable).parent / BESIDE
    file = beside if beside.exists() else assets.path("rules", "keys.toml")
    try:
        rows = tomllib.loads(file.read_text(encoding="utf-8-sig")).get("holder", [])
    except (OSError, ValueError) as broken:
        why = f": {broken}" if isinstance(broken, tomllib.TOMLDecodeError) else ""
        raise MistakenKeys(f"{file.name} cannot be read{why}") from None
    if not isinstance(rows, list):
        raise MistakenKeys(f"{file.name}: each key is a [[holder]] with label and recipient.")
    return tuple(_holder(file.name, number, row) for number, row in enumerate(rows, 1))


def _holder(file: str, number: int, row: object) -> Holder:
    label, recipient = (
        (row.get("label"), row.get("recipient")) if isinstance(row, dict) else (None, None)
    )
    if not isinstance(label, str) or not label.strip() or not isinstance(recipient, str):
        raise MistakenKeys(f"{file}: holder {number} should have a label and a recipient.")
    try:
        return Holder(label.strip(), check_recipient(recipient))
    except NotARecipient:
        said = f"{file}: holder {number}: that is not a public key of age (age1…)."
        raise MistakenKeys(said) from None


def label_of(recipient: str) -> str:
    """Whose key that is, as the council calls them; the beginning of the key when it is not the
    council's."""
    known = {one.recipient: one.label for one in council_keys()}
    return known.get(recipient.strip(), f"{recipient.strip()[:12]}…")
