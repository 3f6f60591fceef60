"""What the lens lets through: everything resolved to words and pictures that may be printed.

Only `sharing.lens` makes a SharedEdition. All of it is frozen and made of tuples, so that a block
that did not change is known to be the same and needs no composing again.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from lifestory.domain.arrangement import Part
from lifestory.domain.dates import HonestDate
from lifestory.domain.edits import Recipe
from lifestory.domain.life import Certainty, House
from lifestory.domain.readers import Band, Format, Recipient, Voice
from lifestory.domain.standing import Box


@dataclass(frozen=True, slots=True)
class SharedPhoto:
    """A photo that may be shown. `width` and `height` are pixels after the edits."""

    id: UUID
    original: UUID
    width: int
    height: int
    recipe: Recipe = Recipe()
    caption: str = ""
    alt: str = ""
    scan: bool = False
    see_through: bool = False
    """True when the ground of the page shows through it."""
    faces: tuple[Box, ...] = ()
    """Where faces are marked in it, in fractions of it: what no frame and no fold may cut."""

    @property
    def ratio(self) -> float:
        """Width over height."""
        return self.width / self.height


class Family(StrEnum):
    """Where somebody stands in the child's life."""

    NOW = "now"
    """The family the child lives with, and theirs."""
    BIRTH = "birth"
    """The family the child was born to."""
    CARE = "care"
    """Those of a home along the way."""
    HELPER = "helper"
    FRIEND = "friend"


@dataclass(frozen=True, slots=True)
class SharedPerson:
    """Someone by the name this recipient may read; an empty one where they may not be named.

    On pages that stand on people: `kin` is what they are to the child, a name of
    resources/rules/kin.toml; `older` how many generations above the child; `face` what a
    round frame shows of their portrait; `home` the order of the home they shared with the child."""

    id: UUID
    name: str
    portrait: SharedPhoto | None
    pet: bool
    name_known: bool
    kin: str = ""
    family: Family | None = None
    older: int = 0
    pronouns: str = "they"
    face: SharedPhoto | None = None
    home: int | None = None
    here_now: bool = False


@dataclass(frozen=True, slots=True)
class SharedTie:
    """What one person on a page is to another, by their ids: a parent to a child, or two of a
    couple. `adopted` for a parent by law and love, not by birth; `fostering` for one who cared."""

    person: UUID
    to: UUID
    couple: bool = False
    adopted: bool = False
    fostering: bool = False


@dataclass(frozen=True, slots=True)
class SharedHome:
    """A home; `order` counts from 0 in order of living there. `start` and `end` are ages in
    months, None when not known; `here_now` for the home of today. `of_people` is True where the
    name is that of who lived there ("Ann and Łukasz"): one lives with those, not with a house."""

    id: UUID
    name: str
    people: tuple[SharedPerson, ...]
    house: House
    order: int
    start: int | None
    end: int | None
    here_now: bool
    place: str = ""
    of_people: bool = False


@dataclass(frozen=True, slots=True)
class SharedMilestone:
    """Something that happened: its words, when (as a date and an age in months) and in which
    home (`home` is the home's order, None when not known)."""

    id: UUID
    text: str
    when: HonestDate
    age: int | None
    home: int | None
    photo: SharedPhoto | None
    certainty: Certainty


@dataclass(frozen=True, slots=True)
class SharedFact:
    """A statement on a topic."""

    id: UUID
    topic: str
    text: str
    certainty: Certainty
    tried: str = ""
    """How we tried to find out what is not known."""


@dataclass(frozen=True, slots=True)
class SharedNote:
    """A margin note."""

    heading: str
    text: str


@dataclass(frozen=True, slots=True)
class SharedTranslation:
    """A passage in another language (BCP 47); `by` says whose words they are."""

    language: str
    title: str
    text: str
    by: str


@dataclass(frozen=True, slots=True)
class SharedPassage:
    """A passage in the text for this reader. `text` is the CommonMark subset, names resolved."""

    id: UUID
    title: str
    text: str
    notes: tuple[SharedNote, ...]
    quote: str
    sources: tuple[str, ...]
    translations: tuple[SharedTranslation, ...] = ()


@dataclass(frozen=True, slots=True)
class SharedWords:
    """The child's own words, plain and unedited."""

    id: UUID
    text: str
    said_by: str
    said_on: HonestDate
    age: int | None
    picture: SharedPhoto | None


@dataclass(frozen=True, slots=True)
class SharedBlock:
    """Pages to make: a page type with what fills it, all of which may be shown."""

    id: UUID
    page_type: str
    layout: str
    rejected: tuple[str, ...] = ()
    photos: tuple[SharedPhoto, ...] = ()
    people: tuple[SharedPerson, ...] = ()
    facts: tuple[SharedFact, ...] = ()
    passages: tuple[SharedPassage, ...] = ()
    homes: tuple[SharedHome, ...] = ()
    milestones: tuple[SharedMilestone, ...] = ()
    words: tuple[SharedWords, ...] = ()
    weights: tuple[int, ...] = ()
    """Room 1 to 5, one for each of `photos`."""
    wording: tuple[tuple[str, str], ...] = ()
    """The worker's own wording of template lines, by name."""
    ties: tuple[SharedTie, ...] = ()
    """Between the people on the page, the child among them."""
    places: tuple[str, ...] = ()
    """Countries, by name."""
    terms: tuple[str, ...] = ()
    """Names of resources/wording/glossary.toml of the words that stand in the book."""
    overleaf: bool = False
    """True where the words go on overleaf once a page has as many as its reader takes."""
    sources: tuple[str, ...] = ()
    """What the whole story is known from, for the grown-ups."""


@dataclass(frozen=True, slots=True)
class SharedSection:
    """A part of the book."""

    part: Part
    title: str
    blocks: tuple[SharedBlock, ...]


@dataclass(frozen=True, slots=True)
class SharedChild:
    """The child as the book may speak of them. Weight in grams, length in centimetres, `age` in
    months on the day the story is told."""

    name: str
    age: int | None
    born: HonestDate
    born_at: str
    town: str
    hospital: str
    weight_grams: int | None
    length_cm: float | None
    named_by: str
    portrait: SharedPhoto | None
    birth_photo: SharedPhoto | None
    face: SharedPhoto | None = None
    person: UUID | None = None
    pronouns: str = "they"
    adopted: bool = False
    """True for one with parents by adoption: no council shares in bringing them up."""


@dataclass(frozen=True, slots=True)
class HeldBack:
    """Something the worker arranged that this reader may not have, and why."""

    kind: str
    id: UUID
    reason: str


@dataclass(frozen=True, slots=True)
class SharedEdition:
    """A whole book's worth for one reader."""

    name: str
    band: Band
    voice: Voice
    recipient: Recipient
    theme: str
    size: str
    child: SharedChild
    sections: tuple[SharedSection, ...]
    names: tuple[str, ...]
    """Every name that may stand in this book, to look for again in the finished PDF."""
    held_back: tuple[HeldBack, ...]
    format: Format = Format.STANDARD
