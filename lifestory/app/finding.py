"""Finding anything in a child's case by words of it: people, photos, facts, passages, pages.

The index is made once from the records as they stand and asked at every keystroke; it lives only
in memory.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum
from itertools import chain, islice
from uuid import UUID

from lifestory.app.open_case import FoundChild, about
from lifestory.book.pagetypes import page_types
from lifestory.domain.arrangement import Block, Edition
from lifestory.domain.dates import date_in_words
from lifestory.domain.life import Fact, Home, Milestone
from lifestory.domain.media import Original, Photo
from lifestory.domain.people import Person, Relationship
from lifestory.domain.records import Record, Records
from lifestory.domain.stories import ChildWords, Passage


class Sort(IntEnum):
    """What was found, in the order in which it is offered."""

    PERSON = 0
    PHOTO = 1
    MILESTONE = 2
    HOME = 3
    FACT = 4
    PASSAGE = 5
    WORDS = 6
    PAGE = 7


@dataclass(frozen=True, slots=True)
class Thing:
    """Something that can be found: its first words, a hint beside them, and the record to go to;
    for a page that is its first record or, where it has none, its edition. `folded` is what is
    searched: all its words without accents, in lower case."""

    sort: Sort
    words: str
    hint: str
    record: Record
    folded: str


def index_of(found: FoundChild) -> tuple[Thing, ...]:
    """Everything of this child's that can be found, sort by sort, in the order it was written."""
    records = found.case.records
    return tuple(
        chain(
            _people(found),
            _photos(found),
            *(_life(found, kind, sort) for kind, sort in _LIFE),
            _homes(found),
            _words(found),
            _pages(found, records),
        )
    )


def matching(things: Sequence[Thing], typed: str, most: int = 5) -> tuple[Thing, ...]:
    """Those in which every typed word is found, at most `most` of a sort: first those that begin
    with what was typed, then those in which a word does, then the others."""
    wanted = fold(typed).split()
    if not wanted:
        return ()
    fitting = list(things)
    for word in wanted:  # asked at every key, of ten thousand photos: the plainest loop there is
        fitting = [one for one in fitting if word in one.folded]
    by_sort: dict[Sort, list[Thing]] = {sort: [] for sort in Sort}
    for one in fitting:
        by_sort[one.sort].append(one)
    nearest = (_nearest_first(of_sort, wanted) for of_sort in by_sort.values())
    return tuple(chain.from_iterable(islice(some, most) for some in nearest))


def _nearest_first(fitting: Sequence[Thing], wanted: Sequence[str]) -> Iterator[Thing]:
    whole, word = " ".join(wanted), f" {wanted[0]}"
    rest = []
    for one in fitting:
        if one.folded.startswith(whole):
            yield one
        else:
            rest.append(one)
    far = []
    for one in rest:
        if word in one.folded or one.folded.startswith(wanted[0]):
            yield one
        else:
            far.append(one)
    yield from far


def fold(words: str) -> str:
    """Lower case and without accents: who types "lucja" finds Łucja."""
    apart = unicodedata.normalize("NFKD", words.translate(_STROKES).casefold())
    return " ".join("".join(one for one in apart if not unicodedata.combining(one)).split())


_STROKES = str.maketrans({"ł": "l", "Ł": "l", "đ": "d", "Đ": "d", "ø": "o", "Ø": "o"})
"""Letters whose stroke Unicode does not count as an accent."""

_LIFE: tuple[tuple[type[Milestone] | type[Fact], Sort], ...] = (
    (Milestone, Sort.MILESTONE),
    (Fact, Sort.FACT),
)


_MENTION = re.compile(r"\[([^\[\]\n]+)\]\([a-z]+:[^)\s]+\)")


def _plain(texts: Iterable[str]) -> list[str]:
    """The words as one reads them, without what stands behind a mention."""
    return [_MENTION.sub(lambda found: found[1], text).replace("**", "") for text in texts]


def _thing(sort: Sort, words: str, hint: str, record: Record, *more: str) -> Thing:
    first = " ".join(words.split())
    return Thing(sort, first, hint, record, fold(" ".join((first, hint, *more))))


def _people(found: FoundChild) -> Iterator[Thing]:
    child = found.child.person
    ties = {one.person: one.is_a for one in about(found, Relationship) if one.to == child}
    for one in found.case.records.of(Person):
        hint = ties.get(one.id, "")
        yield _thing(Sort.PERSON, one.called, hint, one, one.given, one.surname)


def _photos(found: FoundChild) -> Iterator[Thing]:
    records = found.case.records
    for one in about(found, Photo):
        if one.binned:
            continue
        there = [records.find(Person, each.person) for each in one.people]
        names = ", ".join(each.called for each in there if each)
        captions = _plain(one.captions.values())
        file = records.find(Original, one.original)
        named = file.file_name if file else ""
        words = next(filter(None, (*captions, one.alt, names, named)), "")
        hint = date_in_words(one.taken)
        yield _thing(Sort.PHOTO, words, hint, one, *captions, one.alt, names, named)


def _life(found: FoundChild, kind: type[Milestone] | type[Fact], sort: Sort) -> Iterator[Thing]:
    for one in about(found, kind):
        texts = _plain(one.texts.values())
        hint = date_in_words(one.when) if isinstance(one, Milestone) else one.topic
        yield _thing(sort, next(filter(None, texts), ""), hint, one, *texts)


def _homes(found: FoundChild) -> Iterator[Thing]:
    for one in about(found, Home):
        people = (found.case.records.find(Person, key) for key in one.people)
        names = " and ".join(each.called for each in people if each)
        yield _thing(Sort.HOME, one.name or names, date_in_words(one.start), one, names)


def _words(found: FoundChild) -> Iterator[Thing]:
    for one in about(found, Passage):
        titles, texts = _plain(one.titles.values()), _plain(one.texts.values())
        first = next(filter(None, chain(titles, texts)), "")
        yield _thing(Sort.PASSAGE, first, "", one, *titles, *texts)
    for said in about(found, ChildWords):
        yield _thing(Sort.WORDS, said.text, date_in_words(said.said_on), said)


def _pages(found: FoundChild, records: Records) -> Iterator[Thing]:
    called = {one.name: one.called for one in page_types()}
    for edition in records.of(Edition):
        if edition.child not in (None, found.id):
            continue
        for section in edition.sections:
            for block in section.blocks:
                words = called.get(block.page_type, block.page_type)
                hint = edition.name.replace("-", " ").capitalize()
                yield _thing(Sort.PAGE, words, hint, _first(block, records) or edition)


def _first(block: Block, records: Records) -> Record | None:
    keys: Iterator[UUID] = chain.from_iterable(block.slots.values())
    return next((records[key] for key in keys if key in records), None)
