"""Milestones as the timeline tells them: when, what, how sure, and in which home's colour."""

from __future__ import annotations

from dataclasses import dataclass

from lifestory.book.desk import Desk
from lifestory.domain.dates import MONTHS, Age, HonestDate, Precision, age_in_words, date_in_words
from lifestory.domain.life import Certainty
from lifestory.sharing.shared import SharedBlock, SharedHome, SharedMilestone, SharedPhoto


@dataclass(frozen=True, slots=True)
class Place:
    """A home as ribbon, bar and key show it; a second stay is the same place. `name` is what the
    home is called, `beside` that after "with" where it is people. `months` is how long the child
    lived there, 0 when not known."""

    name: str
    beside: str
    colour: str
    here_now: bool
    months: int


@dataclass(frozen=True, slots=True)
class Moment:
    """One milestone, how sure it is being part of its words. `head` is the age as said, or the
    date of birth; `when` the date without its year and the age, for a list of years; `place`
    counts among the places, None when not known."""

    head: str
    text: str
    when: str
    year: str
    place: int | None
    photo: SharedPhoto | None


def places_and_moments(
    desk: Desk, block: SharedBlock
) -> tuple[tuple[Place, ...], tuple[Moment, ...]]:
    """The homes of the block, each place once, and its milestones in order. A milestone whose
    home is not known stands in the home before it."""
    places: dict[object, Place] = {}
    by_order: dict[int, object] = {}
    for home in block.homes:
        key = "today" if home.here_now else home.name or home.id
        by_order[home.order] = key
        earlier = places.get(key)
        months = _months(desk, home) + (earlier.months if earlier else 0)
        colour = earlier.colour if earlier else _colour(desk, home, places)
        called = desk.wording.home(home)
        places[key] = Place(called, desk.wording.with_home(home), colour, home.here_now, months)
    numbers = {key: number for number, key in enumerate(places)}
    moments, last = [], 0 if places else None
    for milestone in block.milestones:
        if milestone.home in by_order:
            last = numbers[by_order[milestone.home]]
        age = age_in_words(Age(milestone.age)) if milestone.age is not None else ""
        born = milestone.when == desk.child.born and bool(milestone.when.iso)
        not_known = desk.wording.say("timeline.no-time")
        head = date_in_words(milestone.when) if born else age or _date(milestone.when) or not_known
        thought = _thought(desk, milestone.certainty)
        when = _when(milestone.when, "" if born else age) or not_known
        moments.append(
            Moment(
                head=head + thought,
                text=_told(desk, milestone),
                when=when + thought,
                year=_year(desk.child.born, milestone.when),
                place=last,
                photo=milestone.photo,
            )
        )
    return tuple(places.values()), tuple(moments)


def _colour(desk: Desk, home: SharedHome, places: dict[object, Place]) -> str:
    earlier = sum(not place.here_now for place in places.values())
    return desk.theme.home_colour(earlier, home.here_now)


def _months(desk: Desk, home: SharedHome) -> int:
    end = desk.child.age if home.here_now else home.end
    return max(0, end - home.start) if end is not None and home.start is not None else 0


def _thought(desk: Desk, certainty: Certainty) -> str:
    return f", {desk.wording.say('timeline.thought')}" if certainty is Certainty.THOUGHT else ""


def _told(desk: Desk, milestone: SharedMilestone) -> str:
    """The words, and gently that it is not known for sure."""
    if milestone.certainty is not Certainty.NOT_KNOWN:
        return milestone.text
    return f"{milestone.text}\n{desk.wording.say('timeline.not-known')}"


def _date(when: HonestDate) -> str:
    return "" if when.precision is Precision.UNKNOWN else date_in_words(when)


def _year(born: HonestDate, when: HonestDate) -> str:
    span = when.span(born.day())
    return str(span.middle.year) if span else ""


def _when(when: HonestDate, age: str) -> str:
    """The date without its year, and the age: "14 March", "December, aged 9 months"."""
    aged = age if age.startswith("nearly") or age == "just born" else f"aged {age}" if age else ""
    parts = when.iso.split("-")
    match when.precision:
        case Precision.DAY:
            date = f"{int(parts[2])} {MONTHS[int(parts[1]) - 1]}"
        case Precision.MONTH:
            date = MONTHS[int(parts[1]) - 1]
        case Precision.SEASON if when.season is not None:
            date = when.season.value
        case _:
            date = ""
    if date and when.about:
        date = f"about {date}"
    elif when.about and aged:
        aged = f"about {aged.removeprefix('aged ')}"
    return ", ".join(part for part in (date, aged) if part)
