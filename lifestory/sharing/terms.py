"""Words of care that stand in a book, for its own glossary."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from lifestory.domain.readers import Band
from lifestory.sharing.kin import kin_word
from lifestory.sharing.mistakes import Where
from lifestory.sharing.shared import Family, SharedBlock, SharedPerson, SharedSection

PAGE = "words-explained"
_FILE = ("wording", "glossary.toml")
_MEANINGS = ("young", "reader", "older")
_BRACES = ("my", "me", "i")
"""What the page fills in, in the voice of the book."""
_IMPLIED = {"the-judge": ("judge", "court")}
"""Words that a page type says by itself."""
_BY_NAME = {"circles-of-people"}
"""Page types on which people stand by their names alone."""


@dataclass(frozen=True, slots=True)
class Term:
    """A word of care; `words` are the forms in which it may stand in a text."""

    name: str
    words: tuple[str, ...]
    called: str
    young: str
    reader: str
    older: str

    def meaning(self, band: Band) -> str:
        """What it means, for that reader; the nearest younger words where there are none."""
        if band in (Band.OLDER, Band.ADULT):
            return self.older or self.reader or self.young
        return self.reader or self.young if band is Band.READER else self.young


@cache
def terms() -> Mapping[str, Term]:
    """Every entry by name. Raises BrokenStyle naming file, line and what was expected."""
    rows = Where(_FILE).entries("a word such as [court]")
    return {name: _term(name, row) for name, row in rows.items()}


def _term(name: str, row: object) -> Term:
    where = Where(_FILE, name)
    rows: dict[str, Any] = where.rows_of(row)
    where.only(rows, {"words", "called", *_MEANINGS})
    where.texts(rows, "words", least=1)
    for key in ("young", *(set(rows) - {"words"})):
        where.text(rows, key)
    for key in set(rows) & set(_MEANINGS):
        where.braces(rows, key, _BRACES)
    words = tuple(rows["words"])
    reader, older = rows.get("reader", ""), rows.get("older", "")
    return Term(name, words, rows.get("called", words[0]), rows["young"], reader, older)


def with_terms(sections: tuple[SharedSection, ...], band: Band) -> tuple[SharedSection, ...]:
    """The sections, each glossary in them with the words that stand in this book."""
    blocks = [block for section in sections for block in section.blocks]
    if all(block.page_type != PAGE for block in blocks):
        return sections
    said = " \n ".join(text for block in blocks for text in _texts(block, band)).casefold()
    implied = {word for block in blocks for word in _IMPLIED.get(block.page_type, ())}
    found = tuple(
        term.name
        for term in sorted(terms().values(), key=lambda one: one.called)
        if term.name in implied or _stands_in(term, said)
    )
    return tuple(
        replace(
            section,
            blocks=tuple(
                replace(one, terms=found) if one.page_type == PAGE else one
                for one in section.blocks
            ),
        )
        for section in sections
    )


def _stands_in(term: Term, said: str) -> bool:
    return any(re.search(rf"\b{re.escape(word)}\b", said) for word in term.words)


def _texts(block: SharedBlock, band: Band) -> Iterator[str]:
    yield from (text for _, text in block.wording)
    for passage in block.passages:
        yield from (passage.title, passage.text, passage.quote)
        yield from (text for note in passage.notes for text in (note.heading, note.text))
    yield from (fact.text for fact in block.facts)
    yield from (one.text for one in block.milestones)
    yield from (photo.caption for photo in _pictures(block))
    yield from (kin_word(one.kin, band) for one in block.people if _says_kin(block, one))


def _says_kin(block: SharedBlock, person: SharedPerson) -> bool:
    """True where the page prints what a person is to the child: always for want of a name."""
    if not (person.name and person.name_known):
        return True
    if block.page_type == "family-tree":
        return person.family is Family.BIRTH  # at its roots; the others are called by name
    return block.page_type not in _BY_NAME


def _pictures(block: SharedBlock) -> Iterable[Any]:
    return (*block.photos, *(one.photo for one in block.milestones if one.photo))
