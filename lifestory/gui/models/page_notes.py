"""What is worth a look on the pages that lie open, told from their plans: photos too small for
their place, more words than the reader takes, a letter that no face can draw, someone in a photo
who has not allowed it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from uuid import UUID

from PySide6.QtCore import QCoreApplication

from lifestory.app.books import Unallowed
from lifestory.domain.plans import PagePlan, Role
from lifestory.gui.models.frames import Frame

translate = QCoreApplication.translate
_READ = {Role.BODY, Role.QUOTE, Role.CAPTION, Role.LABEL, Role.NOTE}
"""What is to be read on a page beside its title."""
_TEXT = {Role.BODY, Role.QUOTE}
"""What makes a page one of text, which a reader takes only so much of."""
_NOT_DRAWN = 0
"""The glyph of a face for a letter it does not have."""


@dataclass(frozen=True, slots=True)
class Note:
    """A sentence about a page, and the photo on it that it is about, if it is about one; `photo`
    is the photo in which someone needs a permission."""

    says: str
    frame: Frame | None = None
    photo: UUID | None = None


def words_on(plan: PagePlan) -> int:
    """How many words a page gives its reader: text, captions, and what stands on a drawing."""
    return sum(len(one.text.split()) for one in plan.words() if one.role in _READ)


def limit_on(plan: PagePlan, limit: int) -> int:
    """How many words a page should have; 0, for none, where it is looked at rather than read."""
    return limit if any(one.role in _TEXT for one in plan.words()) else 0


def notes_on(
    plans: Sequence[PagePlan],
    frames: Sequence[Frame],
    limit: int,
    unallowed: Sequence[Unallowed] = (),
) -> tuple[Note, ...]:
    """Everything worth a look, page by page, what must not be first; `limit` is how many words a
    page should have, and `unallowed` whoever is on these pages without having allowed it."""
    return (
        *(_not_allowed(one) for one in unallowed),
        *(
            note
            for at, plan in enumerate(plans)
            for note in _on_page(plan, [one for one in frames if one.page == at], limit)
        ),
    )


def _not_allowed(one: Unallowed) -> Note:
    says = translate(
        "Notes", "a photo is left out, as someone in it has no permission for this book."
    )
    if one.hidden:
        says = translate("Notes", "a face is hidden, as it has no permission for this book.")
    page = translate("Notes", "This page")
    if one.page is not None:
        page = translate("Notes", "Page {page}").format(page=one.page)
    return Note(f"{page}: {says}", photo=one.photo)


def _on_page(plan: PagePlan, frames: Sequence[Frame], limit: int) -> Iterator[Note]:
    if lost := _not_drawn(plan):
        says = translate(
            "Notes", "Page {page}: {letters} cannot be printed in this book's letters."
        )
        yield Note(says.format(page=plan.number, letters=" ".join(lost)))
    for frame in frames:
        if not frame.sharp and frame.photo is not None:
            says = translate(
                "Notes", "Page {page}: a photo will look soft, {dpi} dpi at this size."
            )
            yield Note(says.format(page=plan.number, dpi=frame.dpi), frame)
    if 0 < limit_on(plan, limit) < words_on(plan):
        says = translate("Notes", "Page {page}: {count} words, where this reader takes {limit}.")
        yield Note(says.format(page=plan.number, count=words_on(plan), limit=limit))


def _not_drawn(plan: PagePlan) -> tuple[str, ...]:
    """The words with a letter that no face has, each once."""
    runs = (run for words in plan.words() for line in words.lines for run in line.runs)
    lost = (run.text.strip() for run in runs if any(one[0] == _NOT_DRAWN for one in run.glyphs))
    return tuple(dict.fromkeys(lost))
