"""Checks a whole store: ciphers, database, journal, and every original against its digest."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from uuid import UUID

from lifestory.domain.errors import LifestoryError
from lifestory.store.chain import broken_heads, broken_lines
from lifestory.store.lines import differing_records, load_records
from lifestory.store.vault import Vault


@dataclass(frozen=True, slots=True)
class CheckLine:
    """One thing that was looked at. No personal data: ids and numbers alone."""

    what: str
    ok: bool
    detail: str = ""


def check(vault: Vault) -> Iterator[CheckLine]:
    """Looks at everything and changes nothing; the slow part, the originals, comes last."""
    yield _found("database", vault.database.problems())
    with vault.database.reading() as connection:
        yield _found("journal of the store", [f"link {one}" for one in broken_heads(connection)])
    for case in vault.case_ids():
        with vault.database.reading() as connection:
            broken = [f"line {one}" for one in broken_lines(connection, case)]
        yield _found(f"journal of case {case}", broken)
        yield _check_records(vault, case)
    due = ["old copies are still to be removed"] if vault.scrub.is_due() else []
    yield _found("what was erased", due)
    left = vault.originals.left_over()
    names = [path.name for path in left]
    yield CheckLine("files left over", not left, _listed(names))
    for key, _ in vault.originals.rows():
        try:
            vault.originals.verify(key)
        except LifestoryError as trouble:
            yield CheckLine(f"original {key}", ok=False, detail=trouble.message)
        else:
            yield CheckLine(f"original {key}", ok=True)


def _check_records(vault: Vault, case: UUID) -> CheckLine:
    """Every record can be read, and is what the journal says it last became."""
    try:
        with vault.database.reading() as connection:
            differing = differing_records(connection, case)
            count = sum(1 for _ in load_records(connection, case))
    except LifestoryError as trouble:
        return CheckLine(f"records of case {case}", ok=False, detail=trouble.message)
    if differing:
        return _found(f"records of case {case}", [f"record {one}" for one in differing])
    return CheckLine(f"records of case {case}", ok=True, detail=f"{count} records")


def _found(what: str, problems: Sequence[str]) -> CheckLine:
    return CheckLine(what, not problems, _listed(problems))


def _listed(problems: Sequence[str], most: int = 10) -> str:
    more = [f"and {len(problems) - most} more"] if len(problems) > most else []
    return ", ".join([*problems[:most], *more])
