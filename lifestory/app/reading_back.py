"""The finished PDF beside the plans it was drawn from: what a reader finds that should not be so.

Findings name a page and never a word of it: they are shown where others may look on.
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from lifestory.domain.findings import Finding, Weight
from lifestory.domain.plans import PagePlan
from lifestory.pdf import PRODUCER
from lifestory.pdf.readback import Finished, bare_letters, spellings

_REDO = "Do not hand this copy over; tell whoever looks after Lifestory."


def _wrong(check: str, page: int | None, found: str) -> Finding:
    return Finding(check, page, found, _REDO, Weight.MUST)


def compare(
    sides: Sequence[Sequence[PagePlan]], read: Finished, names: Iterable[str], title: str
) -> tuple[Finding, ...]:
    """Every way in which the finished file differs from its plans, by page. A side of it has one
    page of the book, or two; what is found names the book's own pages.

    `names` are looked for on each side whose plans have them; `title` is all it may say of itself.
    """
    if len(read.pages) != len(sides):
        return (_wrong("pages", None, "The book has not as many pages as were composed."),)
    return (
        *_words(sides, read, tuple(names)),
        *_pictures(sides, read),
        *_about(read, title),
    )


def _on(check: str, side: Sequence[PagePlan], found: str) -> Finding:
    """What is found on a side of the file, told of the page on it, or of both."""
    first, *others = sorted(plan.number for plan in side)
    here = "".join(["this page", *(f" or page {number} beside it" for number in others)])
    return _wrong(check, first, found.format(here=here))


def _words(
    sides: Sequence[Sequence[PagePlan]], read: Finished, names: tuple[str, ...]
) -> Iterator[Finding]:
    for side, page in zip(sides, read.pages, strict=True):
        planned = letters(" ".join(words.text for plan in side for words in plan.words()))
        printed = letters(page.text)
        for name in names:
            if letters(name) in planned and not _reads(name, printed):
                yield _on("name", side, "A name on {here} cannot be read back.")
        if Counter(planned) != Counter(printed):
            yield _on("words", side, "The words on {here} read back differently.")


def letters(text: str) -> str:
    """The letters, marks and digits of a text alone: spaces, line ends and the shapes letters
    take beside each other are the setter's affair."""
    plain = unicodedata.normalize("NFKC", text)
    return "".join(one for one in plain if unicodedata.category(one)[0] in "LMN")


def _reads(name: str, printed: str) -> bool:
    """True when every word of a name is there, in whichever order readers give its letters."""
    bare = bare_letters(printed)
    return all(
        any(letters(spelled) in part for spelled in spellings(word) for part in (printed, bare))
        for word in name.split()
    )


def _pictures(sides: Sequence[Sequence[PagePlan]], read: Finished) -> Iterator[Finding]:
    shown = Counter(image.page for image in read.images)
    for at, side in enumerate(sides, 1):
        if shown[at] != sum(len(plan.pictures()) for plan in side):
            yield _on("pictures", side, "On {here} are not the photos that were composed.")
    for image in read.images:
        if image.has_metadata:
            side = sides[image.page - 1]
            yield _on("metadata", side, "A photo on {here} says more than it shows.")


def _about(read: Finished, title: str) -> Iterator[Finding]:
    for font in read.fonts:
        if not font.embedded:
            yield _wrong("fonts", None, f"The typeface {font.name} is not in the file.")
    if read.info != {"Title": title, "Producer": PRODUCER}:
        yield _wrong("metadata", None, "The file says more about itself than its neutral title.")
