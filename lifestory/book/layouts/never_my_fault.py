"""That it was never the child's fault: what a page ends on, unless its own words say so already."""

from __future__ import annotations

import re

from lifestory.book.desk import Desk
from lifestory.book.layouts.spoken import says, spoken
from lifestory.book.words import Paragraph

_LINE = "why-i-could-not-stay.not-my-fault"


def as_words(desk: Desk, told: tuple[Paragraph, ...]) -> tuple[Paragraph, ...]:
    """It as a strong last paragraph after what is `told`."""
    return () if _ends_on_it(desk, told) else spoken(desk, _LINE, strong=True)


def as_closing(desk: Desk, told: tuple[Paragraph, ...]) -> str:
    """It as the words a page ends on, large, after what is `told`."""
    return "" if _ends_on_it(desk, told) else " ".join(says(desk, _LINE))


def _ends_on_it(desk: Desk, told: tuple[Paragraph, ...]) -> bool:
    """True where the last paragraph says that the child is not the cause: "It wasn't my fault",
    "nothing you did caused it". That somebody else was not at fault is another matter."""
    name = re.escape(desk.child.name) or "child"
    whose, who = rf"(my|your|{name}['’]s)", rf"(i|you|{name})"
    mine = rf"(\bnot|never|n['’]t)\b[^.]*\b{whose}\b[^.]*\bfault"
    nothing = rf"\bnothing\b[^.]*\b{who}\b[^.]*\bcaus"
    last = told[-1].text.casefold() if told else ""
    return bool(re.search(f"{mine}|{nothing}".casefold(), last))
