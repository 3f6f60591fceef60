"""What a passage was before, from the journal, and the way back to it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from lifestory.app.open_case import OpenCase
from lifestory.app.stories import keep_edit
from lifestory.domain.codec import record_from_json
from lifestory.domain.stories import Passage


@dataclass(frozen=True, slots=True)
class Version:
    """A passage as it once stood: since when (UTC), by whom, by which step."""

    at: datetime
    who: str
    title: str
    passage: Passage


def versions(case: OpenCase, passage: UUID) -> tuple[Version, ...]:
    """Every version of a passage, newest first; what was typed in one go is one version."""
    by_group: dict[UUID, Version] = {}
    for line in case.history(passage):
        for change in line.changes:
            if change.after is None:
                continue
            record = record_from_json(change.kind, change.after)
            if isinstance(record, Passage):
                by_group.pop(line.group, None)
                by_group[line.group] = Version(line.at, line.who, line.title, record)
    return tuple(reversed(by_group.values()))


def go_back(case: OpenCase, version: Version) -> None:
    """Give a passage the words of an earlier version, as a new change; all else stays."""
    was = version.passage
    standing = case.records.find(Passage, was.id) or was
    words = replace(standing, titles=was.titles, texts=was.texts, notes=was.notes, quote=was.quote)
    keep_edit(case, "Go back to an earlier version", standing, words)
