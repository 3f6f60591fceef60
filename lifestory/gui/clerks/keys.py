"""The clerk of who can open the store, a part of Settings."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any
from uuid import UUID

from PySide6.QtCore import QObject

from lifestory.app.keyslots import (
    KeySlot,
    Opener,
    add_passphrase_slot,
    add_recipient_slot,
    council_slots,
    key_in_file,
    key_slots,
    new_phrase,
    remove_slot,
    replace_recovery,
    slot_opened_by,
)
from lifestory.app.open_store import Store
from lifestory.domain.errors import LifestoryError
from lifestory.gui.desk import Desk
from lifestory.gui.places.choices import Choices
from lifestory.gui.places.keys import slot_in_words

_Listed = tuple[tuple[KeySlot, ...], UUID, set[UUID]]


class KeysClerk(QObject):
    """Lists, tries, adds and takes away. Whoever changes something says a passphrase first."""

    def __init__(self, desk: Desk, place: Choices) -> None:
        super().__init__(place)
        self.desk, self.place, self.keys = desk, place, place.keys
        self.keys.tried.connect(lambda typed: self._try(lambda: typed))
        self.keys.file_chosen.connect(self._try_file)
        self.keys.person_given.connect(self._add_person)
        self.keys.recipient_given.connect(self._add_recipient)
        self.keys.removal_given.connect(self._remove)
        self.keys.phrase_asked.connect(self._make_phrase)
        self.keys.phrase_noted.connect(self._keep_phrase)

    def read(self) -> None:
        """Show every slot as it is now."""
        store = self.desk.store

        def work(_task: object) -> _Listed:
            return key_slots(store), store.vault.slots.opened.id, council_slots(store)

        job = self.desk.jobs.read("", work, quiet=True)
        job.done.connect(lambda found: self.keys.show_slots(*found))
        job.failed.connect(self.place.messages.trouble)

    def forget(self) -> None:
        """Show nothing."""
        self.keys.clear()
        self.keys.show_slots((), None, set())

    def _try(self, opener: Callable[[], Opener]) -> None:
        self._work(
            self.tr("Trying it"),
            lambda store: slot_opened_by(store, opener()),
            lambda slot: self._tell(slot_in_words(slot), self.tr("Nothing has been changed.")),
        )

    def _try_file(self, file: Path) -> None:
        self._try(lambda: key_in_file(file))

    def _add_person(self, now: str, name: str, passphrase: str) -> None:
        self._change(
            now,
            lambda store: add_passphrase_slot(store, name, passphrase),
            lambda _: self._tell(self.tr("{name} can open this store now.").format(name=name)),
        )

    def _add_recipient(self, now: str, name: str, recipient: str) -> None:
        self._change(
            now,
            lambda store: add_recipient_slot(store, name, recipient),
            lambda _: self._tell(
                self.tr("The key of {name} opens this store now.").format(name=name),
                self.tr("Only they can try whether it does: nobody else has the secret half."),
            ),
        )

    def _remove(self, now: str, slot: UUID) -> None:
        self._change(
            now,
            lambda store: remove_slot(store, str(slot)),
            lambda _: self._tell(
                self.tr("Removed."),
                self.tr("Copies and backups made before still open with it."),
            ),
        )

    def _make_phrase(self, now: str) -> None:
        # In the store only when it was read back: what nobody wrote down would be of no use there.
        self._change(now, lambda _: new_phrase(), self.keys.show_phrase)

    def _keep_phrase(self, phrase: str) -> None:
        self._work(
            self.tr("Keeping the recovery phrase"),
            lambda store: replace_recovery(store, phrase),
            lambda _: self._tell(
                self.tr("The new recovery phrase holds; the old one opens this store no more."),
                self.tr("Copies and backups made before still open with the old one."),
            ),
        )

    def _change(
        self, now: str, work: Callable[[Store], Any], tell: Callable[[Any], object]
    ) -> None:
        def sure(store: Store) -> Any:
            slot_opened_by(store, now)
            return work(store)

        self._work(self.tr("Changing who can open the store"), sure, tell)

    def _work(
        self, title: str, work: Callable[[Store], Any], tell: Callable[[Any], object]
    ) -> None:
        store = self.desk.store
        job = self.desk.jobs.write(title, lambda _: work(store))
        self.keys.show_busy(busy=True)

        def hear(made: Any) -> None:
            if self.desk.is_open and self.desk.store is store:  # else it would be seen on the lock
                self.keys.settle()
                tell(made)
                self.read()

        job.done.connect(hear)
        job.failed.connect(self._fail)
        job.finished.connect(lambda: self.keys.show_busy(busy=False))

    def _tell(self, what: str, remedy: str = "") -> None:
        self.place.messages.clear()
        self.place.messages.tell(what, remedy, "good")

    def _fail(self, trouble: LifestoryError) -> None:
        self.place.messages.clear()
        self.place.messages.trouble(trouble)
        self.keys.ask_again()
