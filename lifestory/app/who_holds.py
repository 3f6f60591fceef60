"""Who still holds something after it is erased here: backups, files and paper that left the store,
where it came from, and other stories. Each is a plain sentence with what one can do."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from uuid import UUID

from lifestory.app.backups import generations, places
from lifestory.app.open_case import OpenCase
from lifestory.app.open_store import Store
from lifestory.domain.copies import Errand, FileCopy, Form, Holder, PrintedCopy
from lifestory.domain.dates import HonestDate, date_in_words
from lifestory.domain.errors import LifestoryError
from lifestory.domain.media import Original
from lifestory.domain.people import Child, Person
from lifestory.domain.records import Record, Records

_HOLDS = {
    Form.ARCHIVE: Holder.ARCHIVE,
    Form.PDF: Holder.PDF,
    Form.LOCKED_PDF: Holder.LOCKED_PDF,
}
_SAID = {
    Holder.BACKUP: "The backup{since}{where}.",
    Holder.ARCHIVE: "An archive{at}{where}{to}. Have every copy of that file deleted.",
    Holder.PDF: "A PDF of a book{at}{where}. Have every copy of that file deleted.",
    Holder.LOCKED_PDF: "A locked PDF of a book{at}{where}. Have every copy of that file deleted.",
    Holder.PRINT: "A book on paper{at}, the last time. Ask for the pages back.",
    Holder.SOURCE: "The files it came from: camera, stick, mail, folder. Delete them there.",
    Holder.WORDS: "Words that say a name without a mention, in {many}. Read them again.",
    Holder.OTHER_CASE: "The story {where} has the same. Erase it there, too, if it must go.",
}
_REACHED = " The backup made right after the erasing drops it"
_NOT_REACHED = " It is not connected now: the next backup there drops it"


@dataclass(frozen=True, slots=True)
class Held:
    """Something that still holds it: what, when it was made (UTC), where it was written to, who can
    open it, the records to read again; `since` is the oldest of several, and `reached` says that
    Lifestory can do its part there now."""

    what: Holder
    made_at: datetime | None = None
    where: str = ""
    to: tuple[str, ...] = ()
    records: tuple[UUID, ...] = ()
    since: datetime | None = None
    reached: bool = False

    @property
    def words(self) -> str:
        """What holds it, and what to do."""
        said = in_words(self.what, self.made_at, self.where, self.to, len(self.records), self.since)
        if self.what is Holder.BACKUP:
            said += f"{_REACHED if self.reached else _NOT_REACHED}."
        return said


def errand_in_words(errand: Errand) -> str:
    """What still holds it, and what to do."""
    said = in_words(errand.what, errand.made_at, errand.where, errand.to, len(errand.records))
    return f"{said} Connect it and back up." if errand.what is Holder.BACKUP else said


def in_words(
    what: Holder,
    made_at: datetime | None,
    where: str,
    to: Sequence[str] = (),
    many: int = 0,
    since: datetime | None = None,
) -> str:
    """The sentence about one of them."""
    shown = where if what is Holder.OTHER_CASE else f" in {where}" if where else ""
    pieces = "one place" if many == 1 else f"{many} places"
    if made_at and since and since.date() != made_at.date():
        spread = f", from {day(since)} to {day(made_at)},"
    else:
        spread = f" of {day(made_at)}" if made_at else ""
    return _SAID[what].format(
        at=f" of {day(made_at)}" if made_at else "",
        since=spread,
        where=shown,
        to=f" (opens with the key of {', '.join(to)})" if to else "",
        many=pieces,
    )


def day(at: datetime) -> str:
    """A time in UTC as the day it was here."""
    return date_in_words(HonestDate.on(at.astimezone().date()))


def backups_with(store: Store, since: datetime) -> Iterator[Held]:
    """The backups that were made after that; which of them can be reached now."""
    for one in places(store):
        if one.at >= since:
            try:
                states = [state.at for state in generations(one.folder)]
            except (LifestoryError, OSError):
                states = []
            oldest = min((at for at in states if at >= since), default=None)
            yield Held(Holder.BACKUP, one.at, str(one.folder), since=oldest, reached=bool(states))


def files_with(case: OpenCase, since: datetime) -> Iterator[Held]:
    """What was written or printed after that, and so may have it."""
    for file in case.records.of(FileCopy):
        if file.made_at >= since:
            where = str(Path(file.folder, file.file_name))
            yield Held(_HOLDS[file.form], file.made_at, where, file.to)
    for paper in case.records.of(PrintedCopy):
        if paper.printed_at >= since:
            yield Held(Holder.PRINT, paper.printed_at)


def other_cases_with(store: Store, case: OpenCase, going: Sequence[Record]) -> Iterator[Held]:
    """Other stories of the store that have the same file, or somebody of the same full name."""
    files = {one.sha256 for one in going if isinstance(one, Original) and one.sha256}
    names = {_full(one) for one in going if isinstance(one, Person)} - {""}
    if not files and not names:
        return
    kinds = {Child.kind, Original.kind, Person.kind}
    for key, records in store.vault.look_over(kinds).items():
        if key != case.id and _has(records, files, names):
            called = ", ".join(sorted(child.reference for child in records.of(Child)))
            yield Held(Holder.OTHER_CASE, where=called)


def _has(records: Records, files: set[str], names: set[str]) -> bool:
    return any(one.sha256 in files for one in records.of(Original)) or any(
        _full(one) in names for one in records.of(Person)
    )


def _full(person: Person) -> str:
    """Both names, or nothing: many are called the same by one of them."""
    both = person.given.strip() and person.surname.strip()
    return f"{person.given} {person.surname}".casefold() if both else ""
