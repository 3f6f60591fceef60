"""An open case: its records as they stand, and the one door through which they change."""

from __future__ import annotations

import logging
import traceback
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from datetime import UTC, datetime
from uuid import UUID, uuid4

from sqlalchemy import Connection, exists, insert, select

from lifestory.domain.changes import Changes, JournalLine, Link
from lifestory.domain.records import Record, Records
from lifestory.store.chain import Heading, links
from lifestory.store.change import Change
from lifestory.store.database import Database
from lifestory.store.forgetting import forget, rewrite
from lifestory.store.lines import (
    Difference,
    changes_of,
    load_records,
    once_here,
    read_history,
    read_some_lines,
    write_differences,
)
from lifestory.store.originals import KeptFile, Originals
from lifestory.store.scrubbing import Scrub
from lifestory.store.tables import cases, entry, line
from lifestory.store.trail import Step, Trail
from lifestory.store.troubles import NothingToUndo, SomethingSince

__all__ = ["Change", "OpenCase"]

Listener = Callable[[Changes], None]

_LOG = logging.getLogger(__name__)


class OpenCase:
    """One case in memory. Reads from any thread; changes queue for the store's one writer."""

    def __init__(
        self,
        case_id: UUID,
        database: Database,
        originals: Originals,
        who: str,
        scrub: Scrub,
    ) -> None:
        self.id = case_id
        self._database = database
        self._originals = originals
        self._who = who
        self._scrub = scrub
        self._listeners: list[Listener] = []
        self._changing = False
        self._load()

    def _load(self) -> None:
        with self._database.reading() as connection:
            self._records = Records(load_records(connection, self.id))
            self._trail, self._number = Trail(), 0
            of_line = (entry.c.case_id == line.c.case_id) & (entry.c.number == line.c.number)
            filled = exists().where(of_line)
            alive = exists().where(of_line, entry.c.salt.is_not(None)) | ~filled
            wanted = (
                select(line.c.number, line.c.group_id, line.c.title, line.c.undoes, alive)
                .where(line.c.case_id == self.id)
                .order_by(line.c.number)
            )
            for number, group, title, undoes, holds in connection.execute(wanted):
                self._trail.take(number, group, title, undoes, alive=holds)
                self._number = number

    @property
    def records(self) -> Records:
        """Every record as it stands now. What is handed out never changes."""
        return self._records

    @contextmanager
    def change(
        self, title: str, *, group: UUID | None = None, for_good: bool = False
    ) -> Iterator[Change]:
        """One transaction of records and a journal line; on the disk when the block has ended.

        Nothing is written when the block raises or changes nothing. Changes of one `group` that
        follow each other are undone together. What happened in the world, such as a print, is
        noted `for_good`: undo passes it over, and what could be redone still can; such records are
        changed in no other way. The title stays for good, also after an erasure: no names in it.
        Raises DiskFull, ReadOnlyFolder ...; then nothing has changed.
        """
        with self._alone():
            change = Change(self._records)
            yield change
            of = self._trail.group_for(group) if group else uuid4()
            undoes = of if for_good else None
            changes = self._write(title, change.differences(), change.kept, group=of, undoes=undoes)
        self._tell(changes)

    @property
    def turn(self) -> AbstractContextManager[object]:
        """Held while something is worked out that must still be so when it is written."""
        return self._database.turn

    @contextmanager
    def _alone(self) -> Iterator[None]:
        with self._database.turn:
            assert not self._changing, "a change is made within another"
            self._changing = True
            try:
                yield
            finally:
                self._changing = False

    @property
    def undo_title(self) -> str | None:
        """What undo would take back, None when there is nothing."""
        step = self._trail.to_undo
        return step.title if step else None

    @property
    def redo_title(self) -> str | None:
        """What redo would make again, None when there is nothing."""
        step = self._trail.to_redo
        return step.title if step else None

    def undo(self) -> Changes:
        """Takes back the newest group with a line of its own. Raises NothingToUndo."""
        return self._take_back(lambda: self._trail.to_undo)

    def undo_only(self, step: UUID | None) -> Changes:
        """Takes back that step, as its `Changes` named it. Raises SomethingSince when it is not
        the newest any more; then nothing has changed."""

        def newest() -> Step:
            found = self._trail.to_undo
            if found is None or found.group != step:
                raise SomethingSince
            return found

        return self._take_back(newest)

    def redo(self) -> Changes:
        """Makes again what undo took back last. Raises NothingToUndo."""
        return self._take_back(lambda: self._trail.to_redo)

    def _take_back(self, chosen: Callable[[], Step | None]) -> Changes:
        with self._alone():
            step = chosen()
            if step is None:
                raise NothingToUndo
            with self._database.reading() as connection:
                before = dict(changes_of(connection, self.id, step.lines))
            pairs = ((self._records.get(key), was) for key, was in before.items())
            # Restored oldest first, as they were written; what was newest is undone first.
            differences = [Difference(now, was) for now, was in pairs if now != was][::-1]
            changes = self._write(step.title, differences, (), group=uuid4(), undoes=step.group)
        return self._tell(changes)

    def _write(
        self,
        title: str,
        differences: Sequence[Difference],
        kept: Sequence[KeptFile],
        *,
        group: UUID,
        undoes: UUID | None = None,
    ) -> Changes:
        if not differences and not kept and undoes in {None, group}:
            return Changes(title, frozenset())
        heading = self._heading(title, group, undoes)
        with self._database.writing() as connection:
            if heading.number == 1:
                connection.execute(insert(cases).values(id=self.id))
            self._originals.keep(connection, self.id, kept)
            write_differences(connection, heading, differences)
        self._originals.kept(kept)
        self._number = heading.number
        self._trail.take(heading.number, group, title, undoes, alive=True)
        self._records = self._records.with_changes(
            [one.after for one in differences if one.after is not None],
            [one.record.id for one in differences if one.after is None],
        )
        records = (one.record for one in differences)
        if undoes == group:
            return _changes(title, records)
        return _changes(title, records, group, undoes)

    def _heading(self, title: str, group: UUID, undoes: UUID | None = None) -> Heading:
        now = datetime.now(UTC).isoformat(timespec="microseconds")
        return Heading(self.id, self._number + 1, now, self._who, title, group, undoes)

    def journal(self) -> Iterator[JournalLine]:
        """Every line, oldest first. An erased value is None before and after."""
        number = 0
        while True:
            with self._database.reading() as connection:
                some = read_some_lines(connection, self.id, number)
            if not some:
                return
            yield from some
            number = some[-1].number

    def history(self, record_id: UUID) -> tuple[JournalLine, ...]:
        """The lines that changed one record, oldest first, each with that change alone."""
        with self._database.reading() as connection:
            return tuple(read_history(connection, self.id, record_id))

    def chain(self) -> tuple[Link, ...]:
        """Every line as the hash chain holds it, oldest first, without a value."""
        with self._database.reading() as connection:
            return tuple(links(connection, self.id))

    def once_here(self) -> dict[UUID, bool]:
        """Every record there ever was, by id, also one that was taken out; True when erased."""
        with self._database.reading() as connection:
            return once_here(connection, self.id)

    def subscribe(self, listener: Listener) -> Callable[[], None]:
        """Calls `listener` after every commit, on the thread that made the change.

        One that raises is logged and spoils nothing. Returns the function that ends it.
        """
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    def erase(
        self,
        record_ids: Iterable[UUID],
        title: str = "Erase",
        *,
        instead: Sequence[Record] = (),
    ) -> None:
        """Removes records for good: their values and salts in records, journal and snapshots,
        and the files of those that are originals. Can't be undone.

        `instead` are records as they stand from now on, which named what goes: their earlier
        versions go as well, and undo passes them over. What stays is that all of it was there,
        when, and who changed it. Earlier backups still hold it until the next one is made over
        them. Raises ErasureUnfinished when some of it could not be reached; it is erased all the
        same, and the next opening goes on.
        """
        with self._alone():
            group = uuid4()
            heading = self._heading(title, group, undoes=group)
            with self._database.writing() as connection:
                gone = self._kinds_of(connection, record_ids)
                if not gone and not instead:
                    return
                forget(connection, self.id, [*gone, *(one.id for one in instead)])
                self._originals.doom(connection, self.id, list(gone))
                rewrite(connection, heading, gone, instead)
                self._scrub.note_due(connection)
            self._load()
        touched = {(kind, key) for key, kind in gone.items()}
        touched |= {(one.kind, one.id) for one in instead}
        self._tell(Changes(title, frozenset(touched)))
        self._scrub.finish()

    def _kinds_of(self, connection: Connection, keys: Iterable[UUID]) -> dict[UUID, str]:
        """The kinds of those records that the case has or ever had, by id."""
        known = select(entry.c.record_id, entry.c.kind).where(
            entry.c.case_id == self.id, entry.c.record_id.in_(list(dict.fromkeys(keys)))
        )
        return dict(connection.execute(known).all())

    def _tell(self, changes: Changes) -> Changes:
        if changes.touched:
            for listener in tuple(self._listeners):
                try:
                    listener(changes)
                except Exception as mistake:  # what is saved stays saved, whoever fails over it
                    _note(mistake)
        return changes


def _note(mistake: Exception) -> None:
    """Logs what failed and where, and no more: a message may hold a name."""
    *_, place = traceback.extract_tb(mistake.__traceback__)
    kind = type(mistake).__qualname__
    _LOG.error("A listener failed: %s in %s, line %d", kind, place.name, place.lineno)


def _changes(
    title: str, records: Iterable[Record], step: UUID | None = None, undoes: UUID | None = None
) -> Changes:
    return Changes(title, frozenset((one.kind, one.id) for one in records), step, undoes)
