"""What is told in words, as a reader of this age may have it: facts, passages with their
translations, milestones, the child's own words, and where it all comes from."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import timedelta
from uuid import UUID

from lifestory.domain.life import Fact, Home, Milestone, Source
from lifestory.domain.readers import Band, Format, text_for, version_for
from lifestory.domain.stories import ChildWords, Passage
from lifestory.sharing.names import resolve_in_markup
from lifestory.sharing.reader import Reader
from lifestory.sharing.shared import (
    SharedFact,
    SharedMilestone,
    SharedNote,
    SharedPassage,
    SharedTranslation,
    SharedWords,
)

_A_MONTH = timedelta(days=31)


class Telling:
    """The words of one edition; `lived` are the child's homes in their order."""

    def __init__(self, reader: Reader, lived: Sequence[Home]) -> None:
        self.reader = reader
        self.lived = lived

    def facts(self, keys: Iterable[UUID]) -> Iterable[SharedFact]:
        """These facts, where this reader may have them."""
        reader = self.reader
        for fact in reader.found(Fact, keys):
            text = reader.text(text_for(fact.texts, reader.band, reader.format))
            if text and reader.may_tell(fact):
                tried = reader.text(fact.evidence.tried)
                yield SharedFact(fact.id, fact.topic, text, fact.evidence.certainty, tried)

    def passages(self, keys: Iterable[UUID], younger: bool) -> Iterable[SharedPassage]:
        """These passages; `younger` in the words for the next younger reader."""
        reader = self.reader
        simpler = Format.EASY_READ if younger else reader.format  # takes the next younger words
        for passage in reader.found(Passage, keys):
            text = text_for(passage.texts, reader.band, simpler)
            if not text or not reader.may_tell(passage):
                continue
            source = reader.records.find(Source, passage.evidence.source)
            yield SharedPassage(
                id=passage.id,
                title=reader.text(text_for(passage.titles, reader.band, simpler)),
                text=resolve_in_markup(text, reader.records, reader.recipient),
                notes=tuple(self._notes(passage)),
                quote=reader.text(passage.quote) if passage.quote in text else "",
                sources=tuple(filter(None, (reader.source(source),))),
                translations=tuple(self._translations(passage, simpler)),
            )

    def _notes(self, passage: Passage) -> Iterable[SharedNote]:
        """The margin's notes, which are written for readers from 12: no younger book has them, and
        none of their words is explained in its glossary."""
        if self.reader.band.least_age >= Band.OLDER.least_age:
            for note in passage.notes:
                yield SharedNote(self.reader.text(note.heading), self.reader.text(note.text))

    def _translations(self, passage: Passage, simpler: Format) -> Iterable[SharedTranslation]:
        """What this reader has in the first language in the second one of their edition, or in all
        where it has none; and no other version of it."""
        reader = self.reader
        version = version_for(passage.texts, reader.band, simpler)
        for one in passage.translations:
            if reader.language not in {"", one.language}:
                continue
            text = one.texts.get(version, "") if version else ""
            if text.strip():
                yield SharedTranslation(
                    one.language,
                    reader.text(text_for(one.titles, reader.band, simpler)),
                    resolve_in_markup(text, reader.records, reader.recipient),
                    reader.text(one.by),
                )

    def milestones(self, keys: Iterable[UUID]) -> tuple[SharedMilestone, ...]:
        """In the order of their dates, whatever order they were arranged in."""
        reader = self.reader
        told = [one for one in reader.found(Milestone, keys) if reader.may_tell(one)]
        told.sort(key=lambda one: one.when.sort_key(reader.born))
        return tuple(
            SharedMilestone(
                id=one.id,
                text=text,
                when=one.when,
                age=reader.age(one.when),
                home=self._home_at(one),
                photo=reader.photo(one.photo),
                certainty=one.evidence.certainty,
            )
            for one in told
            if (text := reader.text(text_for(one.texts, reader.band, reader.format)))
        )

    def every_milestone(self) -> tuple[SharedMilestone, ...]:
        """All of this child's."""
        reader = self.reader
        every = (one.id for one in reader.records.of(Milestone) if reader.is_about(one))
        return self.milestones(every)

    def _home_at(self, milestone: Milestone) -> int | None:
        """The home the child lived in then: the last one begun by the middle of the time it may
        have been, which is where it stands in a life; of a day or a month, by its end, since the
        month one came to a home is told of that home."""
        born = self.reader.born
        span = milestone.when.span(born)
        if span is None:
            return None
        day = span.last if span.last - span.first < _A_MONTH else span.middle
        found = None
        for order, home in enumerate(self.lived):
            start = home.start.span(born)
            if start is not None and start.first <= day:
                found = order
        return found

    def words(self, keys: Iterable[UUID]) -> Iterable[SharedWords]:
        """The child's own words, exactly as they are."""
        reader = self.reader
        child = reader.child.person if reader.child else None
        for one in reader.found(ChildWords, keys):
            if reader.may_tell(one):
                yield SharedWords(
                    id=one.id,
                    text=one.text,
                    said_by=reader.called(one.said_by) or reader.called(child),
                    said_on=one.said_on,
                    age=reader.age(one.said_on),
                    picture=reader.photo(one.picture),
                )

    def sources(self) -> tuple[str, ...]:
        """Every document, by the words a reader of this book may have for it."""
        reader = self.reader
        there = (one for one in reader.records.of(Source) if reader.is_about(one))
        return tuple(dict.fromkeys(filter(None, map(reader.source, there))))
