"""The words of the book: the passages, a text for each band of readers."""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID

from lifestory.app.open_case import FoundChild, OpenCase, about, keep_changed, take_out
from lifestory.domain.readers import Band
from lifestory.domain.stories import Passage


def passages(found: FoundChild) -> tuple[Passage, ...]:
    """The passages about this child, in the order they were first written."""
    return about(found, Passage)


def add_passage(found: FoundChild, title: str, text: str, band: Band) -> Passage:
    """A new passage of this child, with its title and text in one band."""
    passage = Passage(about=frozenset({found.id}), titles={band: title}, texts={band: text})
    with found.case.change("Add a passage") as change:
        change.add(passage)
    return passage


def change_passage(case: OpenCase, passage: Passage) -> None:
    """Keep a changed passage; nothing is written when nothing changed."""
    keep_changed(case, "Change a passage", passage)


def write_text(case: OpenCase, passage: Passage, band: Band, text: str) -> Passage:
    """Keep the text of one band, the others as they stand; returns the passage as it now is."""
    standing = case.records.find(Passage, passage.id) or passage
    written = replace(standing, texts={**standing.texts, band: text})
    keep_changed(case, "Write in a passage", written)
    return written


def remove_passage(case: OpenCase, passage: UUID) -> None:
    """Take a passage out; undo brings it back."""
    take_out(case, "Take out a passage", case.records[passage])
