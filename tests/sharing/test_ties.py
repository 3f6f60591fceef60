"""What is told of a child by how people are tied to them: whose promises, which words."""

from __future__ import annotations

from datetime import date
from uuid import uuid4

import pytest

from lifestory.domain.arrangement import Block, Edition, Part, Section
from lifestory.domain.people import Child, Person, Relationship
from lifestory.domain.readers import Recipient
from lifestory.domain.records import Records
from lifestory.sharing.lens import share
from lifestory.sharing.shared import SharedEdition

CHILD, ROBIN, KELLY = (uuid4() for _ in range(3))
PEOPLE = (
    Person(id=ROBIN, given="Robin"), Person(id=KELLY, given="Kelly"), Child(id=CHILD, person=ROBIN),
)  # fmt: skip


def shared(
    tie: Relationship, *blocks: Block, recipient: Recipient = Recipient.CHILD_AND_ADOPTERS
) -> SharedEdition:
    """A book of these blocks for a child with one tie."""
    section = Section(part=Part.PAST, blocks=blocks)
    edition = Edition(
        child=CHILD, recipient=recipient, told_on=date(2025, 10, 5), sections=(section,)
    )
    return share(Records([*PEOPLE, tie]), edition)


@pytest.mark.parametrize(("is_a", "recipient", "adopted"), [
    ("foster carer", Recipient.FOSTER_HOME, False),
    ("adoptive mother", Recipient.FOSTER_HOME, True),
    ("foster carer", Recipient.CHILD_AND_ADOPTERS, True),
])  # fmt: skip
def test_a_child_is_adopted_by_whom_the_case_or_the_book_says(
    is_a: str, recipient: Recipient, *, adopted: bool
) -> None:
    tie = Relationship(person=KELLY, to=ROBIN, is_a=is_a)
    assert shared(tie, Block(page_type="title"), recipient=recipient).child.adopted is adopted


def test_a_word_that_no_page_prints_is_not_explained() -> None:
    tie = Relationship(person=KELLY, to=ROBIN, is_a="foster carer")
    words = Block(page_type="words-explained")

    def explained(page_type: str) -> tuple[str, ...]:
        with_kelly = Block(page_type=page_type, slots={"people": (KELLY,)})
        return shared(tie, with_kelly, words).sections[0].blocks[1].terms

    assert "foster-carer" not in explained("circles-of-people")
    assert "foster-carer" not in explained("family-tree")
    assert "foster-carer" in explained("wider-family")
