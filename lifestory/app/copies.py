"""What left the store as a file: noted when written, so that one knows later who holds what."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID

from lifestory.app.open_case import OpenCase
from lifestory.domain.arrangement import Edition
from lifestory.domain.copies import FileCopy, Form

__all__ = ["FileCopy", "Form", "remember_file"]


def remember_file(
    case: OpenCase,
    form: Form,
    target: Path,
    about: UUID | None,
    *,
    edition: Edition | None = None,
    to: Sequence[str] = (),
    sha256: str = "",
) -> None:
    """Note that a file with this child's story was written. Undo does not take it back."""
    made = FileCopy(
        about=frozenset({about}) if about else frozenset(),
        form=form,
        made_at=datetime.now(UTC).replace(microsecond=0),
        edition=edition.id if edition else None,
        to=tuple(to),
        file_name=target.name,
        folder=str(target.absolute().parent),
        sha256=sha256,
    )
    with case.change("Note a file that was written", for_good=True) as change:
        change.add(made)
