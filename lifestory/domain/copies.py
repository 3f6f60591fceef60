"""What has left the store: copies on paper and in files, and what is still to be done about them
after something was erased here. Noted for good: undo takes nothing back that happened outside."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
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


class Form(StrEnum):
    """What a copy in a file is."""

    ARCHIVE = "archive"
    PDF = "pdf"
    LOCKED_PDF = "locked-pdf"


@dataclass(frozen=True, kw_only=True)
class FileCopy(Record):
    """A file with this story, or some of it, that was written outside the store. It stays known
    here alone, and goes into no archive."""

    kind: ClassVar[str] = "file-copy"

    form: Annotated[Form, "What it is."]
    made_at: Annotated[datetime, "When, in UTC."]
    edition: Annotated[UUID | None, "Which edition, of a book."] = None
    to: Annotated[tuple[str, ...], "Whose keys open it; none when only a passphrase does."] = ()
    file_name: Annotated[str, "The name it was written under."] = ""
    folder: Annotated[str, "The folder it was written to."] = ""
    sha256: Annotated[str, "The SHA-256 of its bytes, in hexadecimal."] = ""


class Erased(StrEnum):
    """What was erased."""

    PERSON = "person"
    PHOTO = "photo"
    CHILD = "child"


class Holder(StrEnum):
    """What still holds something that was erased here."""

    BACKUP = "backup"
    ARCHIVE = "archive"
    PDF = "pdf"
    LOCKED_PDF = "locked-pdf"
    PRINT = "print"
    SOURCE = "source"
    """The files it was taken in from: a stick, a camera, a folder."""
    WORDS = "words"
    """Words in this story that say the name without a mention."""
    OTHER_CASE = "other-case"


@dataclass(frozen=True, kw_only=True)
class Errand(Record):
    """What a person must do by hand after an erasure. It holds no value of what was erased, and
    goes into no archive."""

    kind: ClassVar[str] = "errand"

    what: Annotated[Holder, "What still holds it."]
    erased: Annotated[Erased, "What was erased."]
    erased_at: Annotated[datetime, "When, in UTC."]
    made_at: Annotated[datetime | None, "When the copy was made, in UTC."] = None
    to: Annotated[tuple[str, ...], "Who can open it."] = ()
    where: Annotated[str, "Where it was written to; empty where that would tell too much."] = ""
    records: Annotated[tuple[UUID, ...], "The records to read again."] = ()
    done_at: Annotated[datetime | None, "When it was ticked off, in UTC."] = None
