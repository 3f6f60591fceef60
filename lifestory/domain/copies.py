"""What was printed last, so that after an edit only the sheets that changed are printed again."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Annotated, ClassVar
from uuid import UUID

from lifestory.domain.records import Record


@dataclass(frozen=True, kw_only=True)
class PrintedCopy(Record):
    """The copy of an edition that was printed last as one print product."""

    kind: ClassVar[str] = "printed-copy"

    edition: Annotated[UUID, "Which edition."]
    printer: Annotated[str, "A name from resources/printers."]
    printed_at: Annotated[datetime, "When, in UTC."]
    sheets: Annotated[
        tuple[tuple[str, ...], ...],
        "The digests of the pages on each sheet, in order; a cover of its own comes last.",
    ] = ()
