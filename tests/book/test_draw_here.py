"""Draw here: as much room as there is, with a prompt, blank or ruled."""

from __future__ import annotations

import pytest

from lifestory.book.compose import compose
from lifestory.book.papers import papers
from lifestory.book.suggesting import suggest
from lifestory.domain.arrangement import Block, Edition, Part, Section
from lifestory.domain.people import Child, Person
from lifestory.domain.plans import Art, PagePlan, Role
from lifestory.domain.readers import Band, Voice
from lifestory.domain.records import Records
from lifestory.sharing.lens import share
from lifestory.sharing.shared import SharedEdition

LONG = "Somebody who makes me laugh, somewhere I felt safe, and something nobody else knows. " * 4


def shared(band: Band = Band.FIRST_READER, size: str = "a4", **block: object) -> SharedEdition:
    """A book of that one page."""
    person = Person(given="Robin", known_as="Robin")
    child = Child(person=person.id)
    page = Block(page_type="draw-here", **block)  # type: ignore[arg-type]
    sections = (Section(part=Part.BACK, blocks=(page,)),)
    edition = Edition(child=child.id, band=band, size=size, voice=Voice.YOU, sections=sections)
    return share(Records([person, child, edition]), edition)


def room(plan: PagePlan) -> Art:
    """What one draws or writes on."""
    names = {"drawing paper", "lines", "frame"}
    (found,) = (one for one in plan.elements if isinstance(one, Art) and one.name in names)
    return found


@pytest.mark.parametrize("band", [Band.READ_TO_ME, Band.FIRST_READER, Band.READER, Band.OLDER])
@pytest.mark.parametrize("size", [paper.name for paper in papers()])
@pytest.mark.parametrize("prompt", ["", LONG])
def test_most_of_the_page_is_room_below_the_words(band: Band, size: str, prompt: str) -> None:
    (plan,) = compose(shared(band, size, words={"prompt": prompt} if prompt else {}))
    box = room(plan).box
    assert box.height > plan.height * (0.25 if prompt else 0.5)
    assert box.x >= 0
    assert box.right <= plan.width
    for words in plan.words():
        if words.role is not Role.FOLIO:
            assert words.box.y >= box.top - 1, "no words lie in the room"
            assert words.box.x >= 0
            assert words.box.right <= plan.width


def test_it_is_blank_or_ruled_as_the_worker_likes() -> None:
    suggested = suggest(book := shared(), compose(book), book.sections[0].blocks[0].id)
    assert [one.name for one in suggested.offered] == ["blank", "lined"]
    assert suggested.taken == "blank"
    blank, lined = (room(one.pages[0]) for one in suggested.offered)
    assert len(lined.shapes) > len(blank.shapes) + 8
    older = suggest(book := shared(Band.OLDER), compose(book), book.sections[0].blocks[0].id)
    assert older.taken == "lined"


def test_the_prompt_speaks_to_the_child() -> None:
    (plan,) = compose(shared())
    assert "Draw someone or something you love." in {words.text for words in plan.words()}
