"""Has every page for two languages both, and do they say the same?"""

from __future__ import annotations

from collections.abc import Iterator

from lifestory.book.words import parse
from lifestory.checks.copy import Copy
from lifestory.checks.versions import version_on
from lifestory.domain.arrangement import Block
from lifestory.domain.findings import Finding, Fix
from lifestory.domain.readers import Band
from lifestory.domain.stories import Passage, Translation, words_digest

CHECK = "translation"
PAGE_TYPE = "bilingual"
_MISSING = "This page is for two languages, and its words for this age have no translation."
_ASK = "Have these very words translated, or make it a page in one language."
_OLD = "The words have changed since they were translated."
_RENEW = "Have the translation looked over by whoever made it, or say that it still fits."
_UNLIKE = "The translation has not as many paragraphs as the words beside it."
_BESIDE = "They stand paragraph by paragraph, side by side: part the translation as the words are."


def find(copy: Copy) -> Iterator[Finding]:
    """Pages for two languages where one is missing, or is of words that have changed since."""
    for block, _ in copy.told():
        if block.page_type != PAGE_TYPE:
            continue
        for key in block.slots.get("passage", ()):
            passage = copy.records.find(Passage, key)
            version = version_on(copy, block, passage) if passage else None
            if passage is not None and version is not None:
                yield from _of(copy, block, passage, version)


def _of(copy: Copy, block: Block, passage: Passage, version: Band) -> Iterator[Finding]:
    page, about = copy.first_page(block.id), passage.titles.get(version, "")

    def finding(found: str, remedy: str, fix: Fix | None = None) -> Finding:
        return Finding(
            CHECK, page, found, remedy, about=about, block=block.id, record=passage.id, fix=fix
        )

    there = [
        one
        for one in passage.translations
        if one.texts.get(version, "").strip() and copy.edition.language in {"", one.language}
    ]
    if not there:
        yield finding(_MISSING, _ASK)
    elif any(is_outdated(one, passage, version) for one in there):
        yield finding(_OLD, _RENEW, Fix.STILL_FITS)
    elif any(len(parse(one.texts[version])) != len(parse(passage.texts[version])) for one in there):
        yield finding(_UNLIKE, _BESIDE)


def is_outdated(one: Translation, passage: Passage, version: Band) -> bool:
    """True where a translation is of other words than those the passage has now. Of one that does
    not say what it was made from nobody can tell."""
    made_from = one.made_from.get(version, "")
    return bool(made_from) and made_from != words_digest(passage.texts[version])
