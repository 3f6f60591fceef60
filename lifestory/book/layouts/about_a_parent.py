"""What a page about a parent of birth says of itself: its title, whose portrait it has, and
the lines that stand where little is known."""

from __future__ import annotations

import re

from lifestory.book.desk import Desk
from lifestory.book.layouts.faces import called, not_known, relation
from lifestory.book.layouts.heading import title_of
from lifestory.sharing.shared import SharedBlock, SharedPerson, SharedPhoto

_SENTENCE = re.compile(r"[.!?\n]+")
_NAME = re.compile(r"\b(names?|called)\b", re.IGNORECASE)
_NOT = re.compile(r"\b(not|never|nobody|no one|un(known|named))\b|n't\b", re.IGNORECASE)


def title_of_parent(desk: Desk, block: SharedBlock, person: SharedPerson | None) -> str:
    """The worker's own title, else what this parent is called."""
    named = called(desk, person)[0] if person else ""
    title = title_of(desk, block, person=named[:1].upper() + named[1:])
    return title or desk.wording.say("tree.birth")


def portrait_of(
    block: SharedBlock, person: SharedPerson
) -> tuple[SharedPhoto | None, tuple[SharedPhoto, ...]]:
    """The person's own portrait, else the first photo of the page; and the photos left."""
    if person.portrait:
        same = [one for one in block.photos if one.id == person.portrait.id]
        return person.portrait, tuple(one for one in block.photos if one not in same)
    return (block.photos[0], block.photos[1:]) if block.photos else (None, ())


def caption_of(person: SharedPerson, photo: SharedPhoto | None) -> str:
    """What stands under a photo that takes the portrait's place; nothing under the portrait."""
    return "" if photo is None or photo == person.portrait else photo.caption


def lines_about(desk: Desk, block: SharedBlock, person: SharedPerson, *, known: bool) -> list[str]:
    """Who this is to the child, and gently what is not known, where the words do not tell it."""
    found = [relation(desk, person)]
    if not person.name_known:
        found += [] if _tell_of_no_name(block) else [not_known(desk, person)]
    elif not person.portrait:
        found.append(desk.wording.say("parent.no-photo"))
    if not known and person.name_known:
        name = called(desk, person)[0]
        found.append(desk.wording.say("parent.nothing-yet", person=name))
    return [one for one in found if one]


def _tell_of_no_name(block: SharedBlock) -> bool:
    """True where a sentence of the page's own words says that the name is not known."""
    words = [*(one.text for one in block.passages), *(one.text for one in block.facts)]
    told = (sentence for text in words for sentence in _SENTENCE.split(text.replace("’", "'")))
    return any(_NAME.search(one) and _NOT.search(one) for one in told)
