"""The words of the book: the passages, a text for each band of readers, and the child's own."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import fields, replace
from typing import Any
from uuid import UUID

from lifestory.app.open_case import FoundChild, OpenCase, about, keep_changed
from lifestory.domain.life import Source
from lifestory.domain.readers import Band
from lifestory.domain.records import R
from lifestory.domain.stories import ChildWords, Passage, Translation, words_digest


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


def add_source(case: OpenCase, passage: Passage, title: str) -> None:
    """A source document that is new to the case, and the passage known from it."""
    source = Source(title=title, about=passage.about)
    standing = case.records.find(Passage, passage.id) or passage
    with case.change("Add a source document") as change:
        change.add(source)
        evidence = replace(standing.evidence, source=source.id)
        change.replace(standing, replace(standing, evidence=evidence))


def write_translation(
    case: OpenCase, passage: Passage, band: Band, language: str, text: str, by: str = ""
) -> None:
    """Keep what the words of one band are in another language, and from which words it was made."""
    standing = case.records.find(Passage, passage.id) or passage
    before = next((one for one in standing.translations if one.language == language), None)
    written = before or Translation(language=language)
    made_from = words_digest(standing.texts.get(band, ""))
    written = replace(
        written,
        texts={**written.texts, band: text},
        made_from={**written.made_from, band: made_from},
        by=by or written.by,
    )
    others = tuple(one for one in standing.translations if one is not before)
    kept = replace(standing, translations=(*others, written))
    keep_changed(case, "Write a translation", kept)


def keep_translations(case: OpenCase, passage: UUID, band: Band) -> None:
    """Say that the translations of one band's words fit these words as they are now."""
    standing = case.records.find(Passage, passage)
    if standing is None:
        return
    digest = words_digest(standing.texts.get(band, ""))
    still = tuple(
        replace(one, made_from={**one.made_from, band: digest}) if one.texts.get(band) else one
        for one in standing.translations
    )
    keep_changed(case, "Keep a translation", replace(standing, translations=still))


def own_words(found: FoundChild) -> tuple[ChildWords, ...]:
    """The child's own words, in the order they were first written down."""
    return about(found, ChildWords)


def add_own_words(found: FoundChild) -> ChildWords:
    """A leaf for words the child says or writes."""
    words = ChildWords(about=frozenset({found.id}), said_by=found.child.person)
    with found.case.change("Add the child's own words") as change:
        change.add(words)
    return words


def keep_edit(case: OpenCase, title: str, before: R, after: R, group: UUID | None = None) -> None:
    """Keep what an editor changed between `before`, as it was shown, and `after`.

    What else has changed in the record meanwhile stays. A record that has gone meanwhile comes
    back as `after`: what was typed is never lost. Edits of one `group` are undone together.
    """
    standing = case.records.get(before.id)
    with case.change(title, group=group) as change:
        if standing is None:
            change.add(after)
        elif isinstance(standing, type(after)):
            kept = _merged(standing, before, after)
            if kept != standing:
                change.replace(standing, kept)


def _merged(standing: R, before: R, after: R) -> R:
    changed: dict[str, Any] = {}
    for field in fields(after):
        was, now = getattr(before, field.name), getattr(after, field.name)
        if was != now and isinstance(now, Mapping):
            changed[field.name] = _merged_texts(getattr(standing, field.name), was, now)
        elif was != now:
            changed[field.name] = now
    if isinstance(standing, Passage) and "translations" in changed:
        texts = changed.get("texts", standing.texts)
        changed["translations"] = _made_now(standing, changed["translations"], texts)
    return replace(standing, **changed)


def _made_now(
    standing: Passage, translations: Sequence[Translation], texts: Mapping[Band, str]
) -> tuple[Translation, ...]:
    """Each with the words it is of, as they stand when it is written: by that one sees later that
    they have changed since."""
    before = {one.language: one for one in standing.translations}

    def made(one: Translation) -> Translation:
        was = before.get(one.language, Translation())
        fresh = {
            band: words_digest(texts.get(band, ""))
            for band, text in one.texts.items()
            if was.texts.get(band) != text
        }
        return replace(one, made_from={**was.made_from, **fresh})

    return tuple(map(made, translations))


def _merged_texts(
    standing: Mapping[Band, str], before: Mapping[Band, str], after: Mapping[Band, str]
) -> dict[Band, str]:
    """The standing texts with those bands changed that differ between the other two."""
    touched = {key for key in before.keys() | after.keys() if before.get(key) != after.get(key)}
    kept = {key: text for key, text in standing.items() if key not in touched}
    return kept | {key: text for key, text in after.items() if key in touched}
