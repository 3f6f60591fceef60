"""The clerks of Settings and Help, which belong to no child."""

from __future__ import annotations

from lifestory.app.keyslots import change_passphrase
from lifestory.domain.errors import LifestoryError
from lifestory.gui.clerks.clerk import Clerk
from lifestory.gui.clerks.keys import KeysClerk
from lifestory.gui.desk import Desk
from lifestory.gui.places.choices import Choices
from lifestory.gui.places.help import Help


class ChoicesClerk(Clerk):
    """Changes the passphrase and has the keys served; the rest of the settings are the window's
    own."""

    def __init__(self, desk: Desk, place: Choices) -> None:
        super().__init__(desk, place)
        self.place = place
        self.keys = KeysClerk(desk, place)
        place.passphrase_given.connect(self._change)

    def refresh(self) -> None:
        self.keys.read()

    def forget(self) -> None:
        self.place.clear()
        self.keys.forget()

    def hide(self) -> None:
        super().hide()
        self.forget()

    def _change(self, now: str, new: str) -> None:
        store = self.desk.store
        title = self.tr("Changing the passphrase")
        job = self.desk.jobs.write(title, lambda _: change_passphrase(store, new, now))
        self.place.show_busy(busy=True)
        job.done.connect(lambda _: self._tell())
        job.failed.connect(self._fail)
        job.finished.connect(lambda: self.place.show_busy(busy=False))

    def _tell(self) -> None:
        self.place.clear()
        self.place.messages.clear()
        self.place.messages.tell(
            self.tr("Your passphrase has been changed."),
            self.tr("From now on only the new one opens this store."),
            "good",
        )

    def _fail(self, trouble: LifestoryError) -> None:
        self.place.messages.clear()
        self.place.messages.trouble(trouble)
        self.place.now.selectAll()
        self.place.now.setFocus()


class HelpClerk(Clerk):
    """Lets the pages be read when one first comes."""

    def __init__(self, desk: Desk, place: Help) -> None:
        super().__init__(desk, place)
        self.place = place

    def refresh(self) -> None:
        self.place.pages.read()

    def forget(self) -> None:
        """Help tells nothing of anybody."""
