"""The editions of a child's book: for whom, how old a reader, in which voice and theme."""

from __future__ import annotations

from dataclasses import dataclass, replace
from uuid import UUID, uuid4

from lifestory import assets
from lifestory.app.books import editions
from lifestory.app.open_case import FoundChild, OpenCase, about, keep_changed, take_out
from lifestory.app.orders import Order, in_order
from lifestory.app.people import relationships
from lifestory.book.papers import papers
from lifestory.book.styles import reader, style, theme
from lifestory.book.swatch import TALL, WIDE, swatch
from lifestory.domain.arrangement import Edition, Section
from lifestory.domain.life import Home
from lifestory.domain.plans import Shape
from lifestory.domain.readers import Band, Format, Recipient
from lifestory.domain.stories import Passage

__all__ = [
    "Order", "Swatch", "add_edition", "bands", "change_edition", "duplicate_edition", "editions",
    "formats", "languages_of", "recipient_of", "remove_edition", "sizes", "swatches", "themes",
    "words_a_page",
]  # fmt: skip

_OF_THE_WINDOW = "window"
"""The one file among the themes that is none for books."""


@dataclass(frozen=True, slots=True)
class Swatch:
    """A theme in a nutshell: what it is called, and shapes in a box of this size, y down."""

    name: str
    called: str
    shapes: tuple[Shape, ...]
    width: float = WIDE
    height: float = TALL


def swatches() -> tuple[Swatch, ...]:
    """The themes a book can have, each with a small drawing of it."""
    found = (theme(name) for name in themes())
    return tuple(Swatch(one.name, one.called, swatch(one)) for one in found)


def sizes() -> tuple[tuple[str, str], ...]:
    """The sizes a book can have: the name, and what it is called."""
    return tuple((paper.name, paper.called) for paper in papers())


def themes() -> tuple[str, ...]:
    """The names of the themes a book can have. Raises BrokenStyle for one with a mistake: left out
    unsaid, it would be missed in every book that has it."""
    names = sorted(file.stem for file in assets.path("themes").glob("*.toml"))
    return tuple(theme(name).name for name in names if name != _OF_THE_WINDOW)


def bands() -> tuple[Band, ...]:
    """The bands a book can be set for, youngest first. Raises BrokenStyle."""
    return tuple(reader(band).band for band in Band)


def words_a_page(band: Band, format_: Format = Format.STANDARD) -> int:
    """How many words a page should have at most for this reader; a limit that only warns."""
    return style(band, "meadow", format_=format_).preset.words_a_page


def formats() -> tuple[Format, ...]:
    """The ways a book can be set, the usual one first."""
    return tuple(Format)


def languages_of(found: FoundChild) -> tuple[str, ...]:
    """The languages that passages of this child are translated into, as tags of BCP 47."""
    told = (one for passage in about(found, Passage) for one in passage.translations)
    return tuple(sorted({one.language for one in told if one.language}))


def recipient_of(found: FoundChild) -> Recipient | None:
    """For whom a book of this child is made today, by what the people of the home of today are to
    the child; None when the case does not say."""
    lived = (home for home in about(found, Home) if home.end is None)
    carers = {person for home in lived for person in home.people}
    ties = [tie.is_a.casefold() for tie in relationships(found) if tie.person in carers]
    if any("adopt" in tie for tie in ties):
        return Recipient.CHILD_AND_ADOPTERS
    return Recipient.FOSTER_HOME if any("foster" in tie for tie in ties) else None


def add_edition(found: FoundChild, edition: Edition) -> Edition:
    """A new edition of this child's book, with the pages it has."""
    made = replace(edition, about=frozenset({found.id}), child=found.id)
    with found.case.change("Add an edition") as change:
        change.add(made)
    return made


def change_edition(case: OpenCase, edition: Edition, order: Order = Order.FREE) -> None:
    """Keep a changed edition (name, band, voice, theme, size, format, recipient) with its pages as
    they stand, or its parts put in another order."""
    standing = case.records.find(Edition, edition.id) or edition
    sections = in_order(standing.sections, order)
    keep_changed(case, "Change an edition", replace(edition, sections=sections))


def duplicate_edition(found: FoundChild, edition: UUID, name: str) -> Edition | None:
    """A copy of an edition with a name of its own, to change for another reader; None where the
    edition has gone meanwhile."""
    standing = found.case.records.find(Edition, edition)
    if standing is None:
        return None
    copied = tuple(_copied(section) for section in standing.sections)
    copy = replace(standing, id=uuid4(), name=name, child=found.id, sections=copied)
    with found.case.change("Duplicate an edition") as change:
        change.add(copy)
    return copy


def _copied(section: Section) -> Section:
    """The same pages as things of their own: what is done to one leaves the other alone."""
    blocks = tuple(replace(block, id=uuid4()) for block in section.blocks)
    return replace(section, id=uuid4(), blocks=blocks)


def remove_edition(case: OpenCase, edition: UUID) -> None:
    """Take an edition out; what it was made of stays, and undo brings it back."""
    standing = case.records.find(Edition, edition)
    if standing is not None:
        take_out(case, "Delete an edition", standing)
