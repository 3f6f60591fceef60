"""People who helped, each with what such a person does."""

from __future__ import annotations

from lifestory.book.desk import Desk
from lifestory.book.layouts.people_list import cards, lines
from lifestory.book.layouts.told_after import afterwards
from lifestory.sharing.shared import SharedBlock


def storybook(desk: Desk, block: SharedBlock) -> None:
    """A card for everyone."""
    afterwards(desk, block, cards(desk, block, "people.no-helpers"))


def quiet(desk: Desk, block: SharedBlock) -> None:
    """Rows under rules."""
    lines(desk, block, "people.no-helpers")
