"""Which places are built, each with its clerk. A new place takes its seat with one line here."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from lifestory.gui.clerks.book import BookClerk
from lifestory.gui.clerks.children import ChildrenClerk
from lifestory.gui.clerks.choices import ChoicesClerk, HelpClerk
from lifestory.gui.clerks.clerk import Clerk
from lifestory.gui.clerks.handover import HandOverClerk
from lifestory.gui.clerks.photos import PhotosClerk
from lifestory.gui.clerks.story import StoryClerk
from lifestory.gui.clerks.timeline import TimelineClerk
from lifestory.gui.desk import Desk
from lifestory.gui.places.book import Book
from lifestory.gui.places.children import Children
from lifestory.gui.places.choices import Choices
from lifestory.gui.places.handover import HandOver
from lifestory.gui.places.help import Help
from lifestory.gui.places.photos import Photos
from lifestory.gui.places.story import Story
from lifestory.gui.places.timeline import Timeline
from lifestory.gui.widgets.place import Place


@dataclass(frozen=True, slots=True)
class Seated:
    """A place and the clerk who serves it."""

    place: Place
    clerk: Clerk


def _board(desk: Desk) -> Seated:
    place = Children()
    return Seated(place, ChildrenClerk(desk, place))


def _photos(desk: Desk) -> Seated:
    place = Photos()
    return Seated(place, PhotosClerk(desk, place))


def _timeline(desk: Desk) -> Seated:
    place = Timeline()
    return Seated(place, TimelineClerk(desk, place))


def _story(desk: Desk) -> Seated:
    place = Story()
    return Seated(place, StoryClerk(desk, place))


def _book(desk: Desk) -> Seated:
    place = Book()
    return Seated(place, BookClerk(desk, place))


def _handover(desk: Desk) -> Seated:
    place = HandOver()
    return Seated(place, HandOverClerk(desk, place))


def _settings(desk: Desk) -> Seated:
    place = Choices()
    return Seated(place, ChoicesClerk(desk, place))


def _help(desk: Desk) -> Seated:
    place = Help()
    return Seated(place, HelpClerk(desk, place))


BUILT: dict[str, Callable[[Desk], Seated]] = {
    "children": _board,
    "photos": _photos,
    "timeline": _timeline,
    "story": _story,
    "book": _book,
    "handover": _handover,
    "settings": _settings,
    "help": _help,
}
"""How each place is made, by the name of its seat."""
