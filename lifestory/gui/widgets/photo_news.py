"""What is told over the photos: what became of files that were let go, and the newest step, which
can be taken back."""

from __future__ import annotations

from collections.abc import Sequence

from lifestory.app.photos import PhotoOutcome, Status
from lifestory.gui.messages import Answer, Messages, Strip
from lifestory.gui.models.photo_words import arrivals_in_words, refusals_in_words


class PhotoNews:
    """Tells it in the bars of a place."""

    def __init__(self, messages: Messages) -> None:
        self._messages = messages
        self._newest: Strip | None = None

    def tell_outcomes(
        self, outcomes: Sequence[PhotoOutcome], files: int = 0, undo: Answer | None = None
    ) -> None:
        """Say what became of so many files: how many are in, and each refused one with its
        reason; fewer outcomes than files, and it was stopped."""
        what, remedy = arrivals_in_words(outcomes, files)
        if what:
            added = any(one.status is Status.ADDED for one in outcomes)
            self.offer_undo(what, remedy, undo if added else None)
        refused = [one for one in outcomes if one.status is Status.REFUSED]
        if refused:
            self._messages.tell(
                *refusals_in_words(len(refused)),
                "look",
                details=[f"{one.file.name}: {one.reason}" for one in refused],
            )

    def offer_undo(self, what: str, remedy: str = "", undo: Answer | None = None) -> None:
        """Say what was done, with a button to undo it, instead of what was said before: only the
        newest step has one, and the rest may be true no more."""
        if self._newest is not None:
            self._messages.take_down(self._newest)
        tone, answers = ("good", (undo,)) if undo else ("", ())
        self._newest = self._messages.tell(what, remedy, tone, answers)

    def forget(self) -> None:
        """What was told is another child's."""
        self._newest = None
